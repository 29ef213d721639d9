"""
Scores a model on questions with gold places: one vector a passage, the best of its sentences ("embeddings", what the product
does), BM25 alone, and both together (standard scores added 1 : 1).

usage: evaluate.py WORK MODEL QUESTIONS [--passages FILE] [--files FILE,FILE]

QUESTIONS: JSON lines with question (or questions) and either gold ([{file, spans}]) or file and spans. Follow-ups and
questions without gold are left out. --files scores only questions whose gold stands in these files.
"""
import argparse
import json
import pathlib

import numpy as np

import search
import text as t


def read_questions(path, files):
    for line in open(path, encoding="utf-8"):
        entry = json.loads(line)
        gold = entry.get("gold") or ([entry] if "spans" in entry else [])
        if not gold or entry.get("history") or (files and not any(g["file"] in files for g in gold)):
            continue
        for question in entry.get("questions") or [entry["question"]]:
            yield question, gold


def figures(ranks):
    ranks = np.array([np.inf if r is None else r for r in ranks])
    return {"hit@1": np.mean(ranks < 1), "hit@5": np.mean(ranks < 5), "hit@10": np.mean(ranks < 10), "mrr@10": np.mean(np.where(ranks < 10, 1 / (ranks + 1), 0))}


def standard(scores):
    return (scores - scores.mean()) / (scores.std() + 1e-9)


def first(scores, good, depth=50):
    order = np.argsort(-scores, kind="stable")[:depth]
    return next((rank for rank, i in enumerate(order) if i in good), None)


def compare(passages, questions, embed):
    """Ranks of the first good passage for each way of searching."""
    lexical = search.Lexical([search.lexical_text(p) for p in passages])
    sentences = [p["embedded"][1:] or p["embedded"] for p in passages]
    starts = np.concatenate([[0], np.cumsum([len(own) for own in sentences])[:-1]])
    stored, whole = embed([sentence for own in sentences for sentence in own]), embed([p["embedded"][0] for p in passages])
    asked = embed([question for question, _ in questions])
    ranks = {"passages": [], "embeddings": [], "bm25": [], "both": []}
    for vector, (question, gold) in zip(asked, questions):
        good = search.covering(passages, gold)
        similar, worded = np.maximum.reduceat(stored @ vector, starts), lexical.scores(question)
        ranks["passages"].append(first(whole @ vector, good))
        ranks["embeddings"].append(first(similar, good))
        ranks["bm25"].append(first(worded, good))
        ranks["both"].append(first(standard(similar) + standard(worded), good))
    return ranks


def show(name, ranks):
    for way, found in ranks.items():
        print(f"{name:12s} {way:11s} n {len(found)}  " + "  ".join(f"{k} {v:.3f}" for k, v in figures(found).items()))


def embedder(work, model):
    import torch
    from static import Static
    pieces = t.Pieces(work / "pieces.model")
    values = torch.load(work / model)
    table = Static(pieces.pieces(), values["pieces"].shape[1]).load(work / model).table()
    return lambda texts: search.vectors(table, [pieces.encode(x)[:1024] for x in texts])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("model")
    parser.add_argument("questions", type=pathlib.Path)
    parser.add_argument("--passages", type=pathlib.Path)
    parser.add_argument("--files", default="")
    options = parser.parse_args()
    passages = search.read_passages(options.passages or options.work / "passages.jsonl")
    questions = list(read_questions(options.questions, set(filter(None, options.files.split(",")))))
    known = {p["file"] for p in passages}
    questions = [(question, gold) for question, gold in questions if any(g["file"] in known for g in gold)]
    if not questions:
        raise SystemExit(f"None of the passages is asked for in {options.questions}.")
    show(options.questions.stem, compare(passages, questions, embedder(options.work, options.model)))


if __name__ == "__main__":
    main()
