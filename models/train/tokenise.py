"""Turns documents, passages and questions into piece numbers once, so that training reads arrays.

usage: tokenise.py WORK
"""
import json
import pathlib
import pickle
import sys

import numpy as np

import text as t

SOURCES = ["law", "broadcast", "article", "corpus"]
LONGEST = 320


def paragraph(pieces, text):
    """The sentences of a paragraph as arrays, up to the length that a passage has."""
    out, total = [], 0
    for sentence in t.sentences(text):
        ids = pieces.encode(sentence)
        if len(ids) < 2:
            continue
        if total + len(ids) > LONGEST:
            break
        out.append(ids)
        total += len(ids)
    return out


def main():
    work = pathlib.Path(sys.argv[1])
    pieces = t.Pieces(work / "pieces.model")
    documents = {name: [] for name in SOURCES}
    for line in open(work / "documents.jsonl", encoding="utf-8"):
        source, title, parts = json.loads(line)
        paragraphs = [p for p in (paragraph(pieces, part) for part in parts) if sum(map(len, p)) >= 12]
        if paragraphs:
            documents[source].append((pieces.encode(title)[:24], paragraphs))
    passages = [json.loads(line) for line in open(work / "passages.jsonl", encoding="utf-8")]
    by_document = {}
    for passage in passages:
        if passage["heldOut"]:
            continue
        sentences = paragraph(pieces, passage["text"])
        if sum(map(len, sentences)) < 8:
            continue
        # The headings stand before the text as they do in what the product embeds.
        head = pieces.encode(" ".join(passage["section"]))[:40]
        by_document.setdefault((passage["file"], passage["title"]), []).append([head] * (len(head) > 0) + sentences)
    documents["corpus"] = [(pieces.encode(title)[:32], parts) for (_, title), parts in by_document.items()]
    questions = [json.loads(line) for line in open(work / "questions.jsonl", encoding="utf-8")]
    pairs = [(pieces.encode(q), pieces.encode(p)[:LONGEST]) for q, p in questions]
    with open(work / "tokens.pkl", "wb") as file:
        pickle.dump((documents, pairs), file, protocol=5)
    print({name: (len(found), sum(len(p) for _, p in found)) for name, found in documents.items()}, len(pairs))


main()
