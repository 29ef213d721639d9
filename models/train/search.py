"""The two searches that figures and negatives come from: BM25 as the product has it, and a model's vectors."""
import collections
import json
import math
import re

import numpy as np
import torch

import text as t

TERMS = re.compile(r"[\u4e00-\u9fff]+|[a-z]+|\d+(?:\.\d+)?")


def terms(text):
    """Each Chinese character, each pair of neighbours, each word, each number."""
    out = []
    for run in TERMS.findall(t.normalise(text)):
        if "\u4e00" <= run[0] <= "\u9fff":
            out += run
            out += (run[i:i + 2] for i in range(len(run) - 1))
        else:
            out.append(run)
    return out


class Lexical:
    def __init__(self, texts, k1=1.2, b=0.75):
        lengths, postings = np.zeros(len(texts)), collections.defaultdict(list)
        for i, text in enumerate(texts):
            counted = collections.Counter(terms(text))
            lengths[i] = sum(counted.values())
            for term, count in counted.items():
                postings[term].append((i, count))
        norms = k1 * (1 - b + b * lengths / lengths.mean())
        self.scored, self.count = {}, len(texts)
        for term, found in postings.items():
            where = np.array([i for i, _ in found])
            counts = np.array([n for _, n in found], float)
            rarity = math.log(1 + (len(texts) - len(found) + 0.5) / (len(found) + 0.5))
            self.scored[term] = where, rarity * counts * (k1 + 1) / (counts + norms[where])

    def scores(self, question):
        out = np.zeros(self.count)
        for term, times in collections.Counter(terms(question)).items():
            if term in self.scored:
                where, score = self.scored[term]
                out[where] += score * times
        return out


def read_passages(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def lexical_text(passage):
    return "\n".join([passage["title"], passage["title"], *passage["section"], passage["text"]])


def vectors(table, arrays, batch=512):
    from static import embed
    empty = np.array([0])
    with torch.no_grad():
        return np.concatenate([embed(table, [x if len(x) else empty for x in arrays[i:i + batch]]).numpy() for i in range(0, len(arrays), batch)])


def covering(passages, gold, share=0.6):
    """The passages that hold at least that share of a gold span."""
    return {
        i for i, p in enumerate(passages) for g in gold if g["file"] == p["file"]
        for start, end in g["spans"] if min(end, p["end"]) - max(start, p["start"]) >= share * (end - start)}
