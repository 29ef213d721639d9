"""Writes the tokenizer files and the lines of the golden tests: python3 make-vocabularies.py (needs Debian's python3-sentencepiece)."""
import base64, collections, gzip, io, json, pathlib, random, re, unicodedata

import sentencepiece

HERE = pathlib.Path(__file__).parent
SEEDS = [path.read_text("utf-8") for path in sorted((HERE.parents[4] / "seeds").iterdir())]
OLD = unicodedata.ucd_3_2_0


def write(name, content):
    data = json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()
    (HERE / f"{name}.json.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def tokenizer(normalizer, pre_tokenizer, post_processor, model, special):
    added = [{"id": i, "content": t, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} for t, i in special.items()]
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": normalizer,
            "pre_tokenizer": pre_tokenizer, "post_processor": post_processor, "decoder": None, "model": model}


def template(first, first_id, last, last_id):
    def special(token): return {"SpecialToken": {"id": token, "type_id": 0}}
    return {"type": "TemplateProcessing", "single": [special(first), {"Sequence": {"id": "A", "type_id": 0}}, special(last)],
            "pair": [special(first), {"Sequence": {"id": "A", "type_id": 0}}, special(last), {"Sequence": {"id": "B", "type_id": 0}}, special(last)],
            "special_tokens": {t: {"id": t, "ids": [i], "tokens": [t]} for t, i in ((first, first_id), (last, last_id))}}


def train(text, size, normalization, **options):
    """The pieces with their scores, and the map of characters."""
    model = io.BytesIO()
    sentences = [part for line in text.split("\n") for part in re.findall(".{1,1000}", line)]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, vocab_size=size, model_type="unigram", normalization_rule_name=normalization,
        num_threads=1, minloglevel=2, **{"character_coverage": 0.9995, **options})
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = [[processor.id_to_piece(i), processor.get_score(i)] for i in range(processor.get_piece_size())]
    return pieces, field(field(model.getvalue(), 3), 2)


def field(message, wanted):
    """A length-delimited field of a protocol buffer."""
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = number()
        if key & 7 == 2:
            size = number()
            at += size
            if key >> 3 == wanted:
                return message[at - size:at]
        elif key & 7 == 0:
            number()
        else:
            at += 4 if key & 7 == 5 else 8
    return b""


def bert():
    text = unicodedata.normalize("NFD", "".join(SEEDS)).lower()
    characters = [c for c, n in collections.Counter(c for c in text if not c.isspace()).most_common(2600)]
    words = collections.Counter(w[:n] for w in re.findall("[a-z0-9]+", text) for n in range(2, 7) if len(w) >= n)
    ends = collections.Counter(w[-n:] for w in re.findall("[a-z0-9]+", text) for n in range(2, 5) if len(w) > n)
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = special + characters + ["##" + c for c in characters[:1200]] + [w for w, n in words.most_common(500)] + ["##" + w for w, n in ends.most_common(300)]
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    model = {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": vocabulary}
    normalizer = {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True}
    write("bert", tokenizer(normalizer, {"type": "BertPreTokenizer"}, template("[CLS]", 2, "[SEP]", 3), model, {t: vocabulary[t] for t in special}))


def xlm():
    text = "".join(SEEDS) + "\n" + "\n".join(SAMPLES * 20)
    pieces, charsmap = train(text, 5000, "nmt_nfkc", bos_id=0, pad_id=1, eos_id=2, unk_id=3)
    pieces[:4] = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0]]
    pieces.append(["<mask>", 0.0])
    special = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": len(pieces) - 1}
    normalizer = {"type": "Sequence", "normalizers": [{"type": "Precompiled", "precompiled_charsmap": base64.b64encode(charsmap).decode()},
                                                      {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]}
    model = {"type": "Unigram", "unk_id": 3, "vocab": pieces, "byte_fallback": False}
    write("xlm", tokenizer(normalizer, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}, template("<s>", 0, "</s>", 2), model, special))


def plain():
    text = re.sub(r"([^\w\s])", r" \1 ", unicodedata.normalize("NFKC", "".join(SEEDS)).lower())
    pieces, _ = train(text, 6000, "identity", bos_id=-1, eos_id=-1, pad_id=0, unk_id=1, add_dummy_prefix=False)
    pieces = [[piece.replace("▁", "") or piece, score] for piece, score in pieces]
    pieces = [[piece, score] for piece, score in {piece: score for piece, score in reversed(pieces)}.items()][::-1]
    normalizer = {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]}
    pre_tokenizer = {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Punctuation", "behavior": "Isolated"}]}
    write("plain", tokenizer(normalizer, pre_tokenizer, None, {"type": "Unigram", "unk_id": 1, "vocab": pieces, "byte_fallback": False}, {}))


def bytes_():
    pieces, _ = train("".join(SEEDS[1:3]), 2000, "identity", byte_fallback=True, character_coverage=0.98, bos_id=1, eos_id=2, unk_id=0, add_dummy_prefix=False)
    pieces[:3] = [["<unk>", 0.0], ["<s>", 0.0], ["</s>", 0.0]]
    write("bytes", tokenizer(None, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": False}, template("<s>", 1, "</s>", 2),
                             {"type": "Unigram", "unk_id": 0, "vocab": pieces, "byte_fallback": True}, {"<unk>": 0, "<s>": 1, "</s>": 2}))


SAMPLES = [
    "The quick brown fox jumps over the lazy dog, 3.14 times; isn't it?", "Ünïcödé Ångström naïve façade Œuvre straße GROSSE ẞ", "İstanbul'da IĞDIR ılık ŞIŞLI çğöşü",
    "ΑΒΓΔ ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ ἄλφα βῆτα", "Съешь же ещё этих мягких французских булок", "שָׁלוֹם עולם", "مَرْحَبًا بالعالم ١٢٣", "नमस्ते दुनिया क्षत्रिय", "สวัสดีชาวโลก น้ำ",
    "안녕하세요 세계", "ｶﾞｷﾞｸﾞ パピプ ガ カ゛ ㌔㍿㈱㋀", "①②③ ⅷ Ⅷ ⑩ ½ ² ³ ㎡ ㎏ ℃ № ™ ﬁ ﬃ ﷺ", "ＡＢＣ１２３，。！？（）【】", "氢能产业发展中长期规划（２０２１－２０３５年）",
    "👨‍👩‍👧‍👦 👍🏽 🇨🇳🇺🇸 ❤️ ☺︎ 🏳️‍🌈 #️⃣", "𠮷野家 𪚥 𝒳𝔸𝟘 𐍈", "豈更車 﨑 丽", "a\u0301e\u0301 A\u030A o\u0302\u0301 q\u0323\u0307 q\u0307\u0323 \u0344", "\u1100\u1161\u11A8 가\u11A8 각 \u1112\u1161\u11AB",
]


def lines():
    random.seed(20240607)
    blocks = [(0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x250), (0x250, 0x370), (0x300, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE80), (0x1100, 0x1200), (0x1E00, 0x2000), (0x2000, 0x2070),
              (0x2070, 0x2C00), (0x2E80, 0x3400), (0x3400, 0x3410), (0x4E00, 0xA000), (0x4E00, 0x4F00), (0xAC00, 0xD7A4), (0xE000, 0xE010), (0xF900, 0xFB00), (0xFB00, 0xFE00), (0xFE00, 0x10000),
              (0x10000, 0x10500), (0x1D400, 0x1D800), (0x1F300, 0x1F650), (0x20000, 0x20010), (0x2F800, 0x2FA1E), (0x0, 0x20), (0x7F, 0xA0)]
    known = [[chr(c) for c in range(*block) if OLD.category(chr(c)) not in ("Cn", "Cs") or 0x1F300 <= c < 0x1F580] for block in blocks]
    blanks = "\t\n\r\v\f\x85\x1c \u00a0\u1680\u2000\u2003\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
    result = ["", " ", "   ", "\0", "\n", "▁", "▁▁a", " ▁ a", "##a", "a##b", "<0x0A>", "\ufffd", "\u0301", "\u0301a", "a" * 99, "a" * 100, "a" * 101, "字" * 300, "x" * 3000, "é" * 101, "𠮷" * 101, "1" * 500,
              "a\u0301" * 120, "e" + "\u0301\u0323" * 40, "\ud800", "a\udc00b", "\ud83d", "中\ud83d文", "\udc00\ud800", "a\ud842", "\r\n", "a\r\nb", "e\u0001\u0301", "e\u200b\u0301", "ﬁ\u0301", "Å\u0323", "가\u11a8", "\u1161", "か\u3099", "ｶﾞ", "x\u200dy"]
    result += SAMPLES
    for sample in SAMPLES:
        result += [unicodedata.normalize(form, sample) for form in ("NFD", "NFKD")] + [sample.upper(), sample.lower(), "  " + sample.replace(" ", random.choice(blanks) * 2) + "　"]
    words = re.findall(r"\w+|\s+|[^\w\s]+", "".join(SEEDS)[:200000])
    for _ in range(500):
        parts = []
        for _ in range(random.randint(1, 12)):
            pick = random.random()
            if pick < 0.35:
                block = random.choice(known)
                parts.append("".join(random.choices(block, k=random.randint(1, 6))))
            elif pick < 0.55:
                parts.append(random.choice(words))
            elif pick < 0.7:
                parts.append(random.choice(blanks) * random.randint(1, 3))
            elif pick < 0.85:
                parts.append(random.choice("aeiouAnNoOcC가かカ") + "".join(random.choices(known[4], k=random.randint(1, 3))))
            else:
                parts.append("".join(random.choice(random.choice(known)) for _ in range(4)))
        result.append("".join(parts))
    # As UTF-16, since JSON can't carry unpaired surrogates.
    write("lines", [base64.b64encode(line.encode("utf-16-le", "surrogatepass")).decode() for line in dict.fromkeys(result) if not re.search(r"\[(PAD|UNK|CLS|SEP|MASK)\]|</?(s|unk|pad|mask)>", line)])


bert()
xlm()
plain()
bytes_()
lines()
