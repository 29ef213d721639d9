"""Learns from questions: each finds its passage before the passages that BM25 and the model itself mistake for it.

usage: finetune.py WORK MODEL OUT QUESTIONS… [--epochs 4] [--without FILE,FILE]

QUESTIONS: JSON lines with file, spans, questions. Weak pairs from plain text go along, so that what was learnt from them stays.
"""
import argparse
import itertools
import json
import multiprocessing
import pathlib
import random
import time
import zlib

import numpy as np
import torch
import torch.nn.functional as F

import evaluate
import pretrain
import search
import text as t
from static import RowAdam, Rows, Static

HARD = 3


class Texts:
    """What can be found: each passage as a whole and each of its sentences, with the number of the passage."""

    def __init__(self, passages, pieces):
        self.ids, self.passage, self.whole, self.sentences = [], [], [], []
        for number, passage in enumerate(passages):
            whole, *sentences = passage["embedded"]
            self.whole.append(self._add(number, pieces.encode(whole)[:1024]))
            self.sentences.append([(self._add(number, pieces.encode(s)), s) for s in sentences])
        self.passage = np.array(self.passage)

    def _add(self, number, ids):
        self.ids.append(ids if len(ids) else np.array([0]))
        self.passage.append(number)
        return len(self.ids) - 1


def read(paths, passages, texts, without):
    """Questions, the passages that answer them, of these the sentences that share the most with the quote, and where the quote stands."""
    number = {p["id"]: i for i, p in enumerate(passages)}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            entry = json.loads(line)
            good = search.covering(passages, [entry])
            good |= {number[twin] for i in list(good) for twin in passages[i].get("twins", []) if twin in number}
            if not good or any(passages[i]["file"] in without for i in good):
                continue
            quote = t.bigrams(entry["quote"])
            share = lambda sentence: len(quote & t.bigrams(sentence))
            best = [max(texts.sentences[i], key=lambda s: share(s[1]))[0] if texts.sentences[i] else texts.whole[i] for i in sorted(good)]
            for question in entry["questions"]:
                yield question, sorted(good), best, [texts.whole[i] for i in sorted(good)], {key: entry[key] for key in ("file", "quote", "spans")}


def mine(table, asked, texts, pairs, worded, usable, depth=24):
    """For each question the texts that look most like its answer and aren't."""
    vectors, questions = search.vectors(table, texts.ids), search.vectors(table, asked)
    negatives = []
    for start in range(0, len(questions), 512):
        scores = questions[start:start + 512] @ vectors.T
        scores[:, ~usable] = -1
        for row, (_, good, *_), lexical in zip(scores, pairs[start:], worded[start:]):
            near = np.argpartition(-row, depth)[:depth]
            known = set(good)
            negatives.append([i for i in [*near, *lexical] if texts.passage[i] not in known])
    return negatives


def augmented(ids):
    """A question with some of its pieces left out."""
    if len(ids) > 4 and random.random() < 0.3:
        keep = np.random.rand(len(ids)) > 0.15
        if keep.sum() > 2:
            return ids[keep]
    return ids


def leave_out_fold(pairs, passages, options):
    """The questions that no document of the fold answers; the others are written, for what learns from them after the model, with the places that answer them."""
    fold, folds = map(int, options.fold.split("/"))
    corpus = {passage["id"] for passage in search.read_passages(options.work / "passages.jsonl")}
    fold_of = lambda passage: zlib.crc32(passage["title"].encode()) % folds
    with open(options.left_out, "w", encoding="utf-8") as out:
        for question, good, *_, source in pairs:
            first = passages[good[0]]
            if fold_of(first) == fold and first["id"] in corpus:
                places = [[passages[i]["file"], passages[i]["start"], passages[i]["end"]] for i in good]
                out.write(json.dumps({"question": question, "document": first["title"], "places": places, **source}, ensure_ascii=False) + "\n")
    return [pair for pair in pairs if all(fold_of(passages[i]) != fold for i in pair[1])]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("questions", nargs="+")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--weak", type=int, default=128)
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sentences", type=float, default=0.7, help="how often a sentence is to be found, not the whole passage")
    parser.add_argument("--limit", type=int, help="read only so many questions")
    parser.add_argument("--without", default="", help="files of the corpus whose questions are left out")
    parser.add_argument("--score", type=pathlib.Path, help="questions to score after each second epoch")
    parser.add_argument("--validate", type=int, help="leave out the questions of one document in so many, and score these instead")
    parser.add_argument("--fold", help="K/N: leave out the questions of the documents of the K-th of N folds, so that the networks after the model can learn from them")
    parser.add_argument("--left-out", type=pathlib.Path, help="where to write what --fold left out")
    options = parser.parse_args()
    random.seed(options.seed)
    np.random.seed(options.seed)
    passages = search.read_passages(options.work / "passages.jsonl") + search.read_passages(options.work / "law-passages.jsonl")
    without = set(filter(None, options.without.split(",")))
    pieces = t.Pieces(options.work / "pieces.model")
    texts = Texts(passages, pieces)
    usable = np.array([passages[i]["file"] not in without for i in texts.passage])
    pairs = list(itertools.islice(read(options.questions, passages, texts, without), options.limit))
    scored = list(evaluate.read_questions(options.score, set())) if options.score else None
    if options.validate:
        kept = lambda pair: zlib.crc32(passages[pair[1][0]]["title"].encode()) % options.validate > 0
        scored = [(p[0], [passages[i] | {"spans": [[passages[i]["start"], passages[i]["end"]]]} for i in p[1]]) for p in pairs if not kept(p)]
        pairs = [p for p in pairs if kept(p)]
    if options.fold:
        pairs = leave_out_fold(pairs, passages, options)
    queue = multiprocessing.Queue(4)
    producer = multiprocessing.Process(target=pretrain.produce, args=(options.work, options.weak, options.seed + 2, queue), daemon=True)
    producer.start()
    lexical = search.Lexical([search.lexical_text(p) for p in passages])
    worded = [[texts.whole[i] for i in np.argsort(-lexical.scores(q))[:8] if passages[i]["file"] not in without] for q, *_ in pairs]
    asked = [pieces.encode(q) for q, *_ in pairs]
    values = torch.load(options.work / options.model)
    model = Static(pieces.pieces(), values["pieces"].shape[1]).load(options.work / options.model)
    optimizer = RowAdam(model, options.rate)
    print(len(pairs), "questions")
    steps, step, began = options.epochs * (len(pairs) // options.batch), 0, time.time()
    for epoch in range(options.epochs):
        negatives = mine(model.table(), asked, texts, pairs, worded, usable)
        order, total = random.sample(range(len(pairs)), len(pairs)), 0.0
        for at in range(0, len(pairs) - options.batch + 1, options.batch):
            chosen = order[at:at + options.batch]
            good = [random.choice(pairs[i][2] if random.random() < options.sentences else pairs[i][3]) for i in chosen]
            bad = [n for i in chosen for n in random.sample(negatives[i], min(HARD, len(negatives[i])))]
            weak_asked, weak_found, groups = queue.get()
            numbers = np.concatenate([texts.passage[good], [-1] * len(weak_found), texts.passage[bad]])
            rows = Rows(model, [augmented(asked[i]) for i in chosen] + weak_asked, [texts.ids[i] for i in good] + weak_found + [texts.ids[i] for i in bad])
            questions, found = rows.embed()
            scores = questions @ found.T / options.temperature
            mask = np.zeros(scores.shape, bool)
            for row, i in enumerate(chosen):
                mask[row] = np.isin(numbers, pairs[i][1])
                mask[row, row] = False
            weak = slice(len(chosen), len(chosen) + len(weak_asked))
            mask[weak, weak] = np.array(groups)[:, None] == np.array(groups)[None, :]
            np.fill_diagonal(mask, False)
            loss = F.cross_entropy(scores.masked_fill(torch.from_numpy(mask), -1e4), torch.arange(len(questions)))
            loss.backward()
            optimizer.step(rows, min(1, (step + 1) / 20) * (1 - step / steps) + 0.01)
            total += loss.item()
            step += 1
        print(f"epoch {epoch + 1} loss {total / max(1, len(pairs) // options.batch):.3f} {time.time() - began:.0f} s", flush=True)
        if scored and epoch % 2 == 1:
            table = model.table()
            evaluate.show("", evaluate.compare(passages, scored, lambda texts: search.vectors(table, [pieces.encode(x)[:1024] for x in texts])))
    model.save(options.work / options.out)
    producer.terminate()


if __name__ == "__main__":
    main()
