"""Learns from plain text: a part of a sentence finds the paragraph that it stands in, a title its article, a question its passage.

usage: pretrain.py WORK [--dimensions 512] [--steps 5000] [--batch 1024] [--out static.pt]
"""
import argparse
import multiprocessing
import pathlib
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import text as t
from static import RowAdam, Rows, Static

SHARES = {"law": 0.28, "broadcast": 0.14, "article": 0.18, "corpus": 0.25, "question": 0.15}
SIBLINGS = 4


def part_and_rest(title, sentences):
    """A part of one sentence as what is asked, and the paragraph as what is found, mostly without that part."""
    i = random.randrange(len(sentences))
    sentence = sentences[i]
    if len(sentence) > 9 and random.random() < 0.65:
        length = random.randint(3, min(16, len(sentence) - 2))
        start = random.randint(0, len(sentence) - length)
        asked = sentence[start:start + length]
        rest = np.concatenate([sentence[:start], sentence[start + length:]])
    else:
        asked, rest = sentence[:28], sentence[28:]
    if random.random() < 0.25:
        rest = sentence
    found = np.concatenate([title, *sentences[:i], rest, *sentences[i + 1:]])
    if len(title) and random.random() < 0.4:
        first = random.randrange(len(title))
        asked = np.concatenate([title[first:first + random.randint(1, 8)], asked])
    if random.random() < 0.6:
        keep = np.random.rand(len(asked)) > 0.25
        if keep.sum() > 1:
            asked = asked[keep]
    return asked, found


def batch(documents, pairs, size):
    """Pairs of one source, several from a document: the others of the batch are what must not be found. Same group, same paragraph."""
    source = random.choices(list(SHARES), SHARES.values())[0]
    asked, found, groups = [], [], []
    if source == "question":
        for i in random.sample(range(len(pairs)), min(size, len(pairs))):
            asked.append(pairs[i][0])
            found.append(pairs[i][1])
            groups.append(hash(pairs[i][1].tobytes()))
        return asked, found, groups
    while len(asked) < size:
        number = random.randrange(len(documents[source]))
        title, paragraphs = documents[source][number]
        if source == "broadcast" and len(title) > 2 and random.random() < 0.3:
            asked.append(title)
            found.append(np.concatenate([s for p in paragraphs for s in p])[:320])
            groups.append(hash((number, -1)))
            continue
        for i in random.sample(range(len(paragraphs)), min(SIBLINGS, len(paragraphs))):
            sentences = paragraphs[i]
            if len(sentences) < 2 and len(sentences[0]) < 16:
                continue
            question, passage = part_and_rest(title, sentences)
            if len(question) < 2 or len(passage) < 6:
                continue
            asked.append(question)
            found.append(passage)
            groups.append(hash((number, i)))
    return asked[:size], found[:size], groups[:size]


def produce(work, size, seed, queue):
    random.seed(seed)
    np.random.seed(seed)
    torch.set_num_threads(1)
    with open(work / "tokens.pkl", "rb") as file:
        documents, pairs = pickle.load(file)
    while True:
        queue.put(batch(documents, pairs, size))


def contrast(asked, found, groups, temperature):
    """Each question against all passages of the batch and back; pairs of one paragraph don't count against each other."""
    scores = asked @ found.T / temperature
    same = torch.from_numpy(groups[:, None] == groups[None, :])
    same.fill_diagonal_(False)
    scores = scores.masked_fill(same, -1e4)
    target = torch.arange(len(asked))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def frequencies(work, count):
    with open(work / "tokens.pkl", "rb") as file:
        documents, _ = pickle.load(file)
    counts = np.zeros(count)
    for source in documents.values():
        for _, paragraphs in source:
            for sentences in paragraphs:
                counts[np.unique(np.concatenate(sentences))] += 1
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--dimensions", type=int, default=512)
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--temperature", type=float, default=0.06)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", default="static.pt")
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(options.threads)
    queue = multiprocessing.Queue(8)
    producer = multiprocessing.Process(target=produce, args=(options.work, options.batch, 1, queue), daemon=True)
    producer.start()
    pieces = t.Pieces(options.work / "pieces.model").pieces()
    model = Static(pieces, options.dimensions, frequencies(options.work, len(pieces)))
    optimizer = RowAdam(model, options.rate)
    began, total = time.time(), 0.0
    for step in range(options.steps):
        asked, found, groups = queue.get()
        rows = Rows(model, asked, found)
        loss = contrast(*rows.embed(), np.array(groups), options.temperature)
        loss.backward()
        optimizer.step(rows, min(1, (step + 1) / 100) * (1 - step / options.steps) + 0.01)
        total += loss.item()
        if step % 100 == 99:
            print(f"{step + 1} loss {total / 100:.3f} {time.time() - began:.0f} s", flush=True)
            total = 0.0
            if step % 1000 == 999:
                model.save(options.work / options.out)
    model.save(options.work / options.out)
    producer.terminate()


if __name__ == "__main__":
    main()
