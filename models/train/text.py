"""How text becomes pieces: the same steps as the tokenizer.json that is exported with the model."""
import re
import unicodedata

import numpy as np
import sentencepiece

# Hugging Face's Punctuation: ASCII punctuation and Unicode's categories P*; each sign stands alone.
ASCII_PUNCTUATION = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
SENTENCE_END = re.compile(r"(?<=[。！？；])|\n")


def normalise(text):
    return unicodedata.normalize("NFKC", text).lower()


def is_punctuation(char):
    return char in ASCII_PUNCTUATION or unicodedata.category(char).startswith("P")


def words(text):
    """The runs between blanks and punctuation; punctuation itself carries no meaning for the model and is left out."""
    out, start = [], 0
    text = normalise(text)
    for i, char in enumerate(text):
        if char.isspace() or is_punctuation(char):
            if start < i:
                out.append(text[start:i])
            start = i + 1
    if start < len(text):
        out.append(text[start:])
    return out


def bigrams(text):
    joined = "".join(words(text))
    return {joined[i:i + 2] for i in range(len(joined) - 1)}


def sentences(text):
    return [s for s in SENTENCE_END.split(text) if s and s.strip()]


class Pieces:
    """The vocabulary: texts to piece numbers."""

    def __init__(self, path):
        self.model = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self.count = self.model.get_piece_size()

    def encode(self, text):
        ids = [i for part in self.model.encode(words(text)) for i in part]
        return np.array(ids, np.uint16)

    def pieces(self):
        return [self.model.id_to_piece(i) for i in range(self.count)]

    def scores(self):
        return [self.model.get_score(i) for i in range(self.count)]
