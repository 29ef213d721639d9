"""
Trains the ranker: a network with one small hidden layer that orders the candidates of a question by their features.

usage: rank.py OUT FEATURES… [--hidden 24] [--epochs 12] [--ablate]

FEATURES: what `H2Ask.Benchmarks features` writes. The embedding model has learnt from the same questions, so each file comes
from a model that has not seen the questions in it (finetune.py --fold). The figures are of documents that the ranker has not
seen: the documents are dealt into folds, and each is ordered by a ranker of the others. The one written has learnt from all.
"""
import argparse
import base64
import json
import pathlib
import zlib

import numpy as np
import torch
import torch.nn.functional as F

FOLDS = 5


class Questions:
    def __init__(self, paths):
        rows, good, self.names, self.folds, found = [], [], None, [], []
        for path in paths:
            for line in open(path, encoding="utf-8"):
                entry = json.loads(line)
                if self.names not in (None, entry["names"]):
                    raise SystemExit(f"{path} has other features than the files before it: write all of them with one build.")
                self.names = entry["names"]
                found.append(bool(entry["good"]))
                if not entry["good"]:
                    continue
                rows.append(np.frombuffer(base64.b64decode(entry["features"]), np.float32).reshape(-1, len(self.names)))
                good.append(entry["good"])
                self.folds.append(zlib.crc32(entry["document"].encode()) // 7 % FOLDS)
        self.found, self.folds = np.mean(found), np.array(self.folds)
        most = max(map(len, rows))
        self.values = np.zeros((len(rows), most, len(self.names)), np.float32)
        self.present = np.zeros((len(rows), most), bool)
        self.good = np.zeros((len(rows), most), bool)
        for i, (row, places) in enumerate(zip(rows, good)):
            self.values[i, :len(row)], self.present[i, :len(row)], self.good[i, places] = row, True, True


class Ranker(torch.nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.hidden = torch.nn.Linear(features, hidden)
        self.output = torch.nn.Linear(hidden, 1, bias=False)
        self.direct = torch.nn.Linear(features, 1, bias=False)
        torch.nn.init.zeros_(self.direct.weight)

    def forward(self, x):
        return (self.output(torch.tanh(self.hidden(x))) + self.direct(x)).squeeze(-1)


def scaling(values, present):
    flat = values[present]
    scales = 1 / np.maximum(flat.std(0), 1e-3)
    return flat.mean(0), scales


def train(questions, chosen, kept, options):
    """A ranker of the chosen questions that sees the kept features alone."""
    torch.manual_seed(options.seed)
    means, scales = scaling(questions.values[chosen], questions.present[chosen])
    scales = scales * kept
    values = torch.from_numpy((questions.values[chosen] - means) * scales)
    absent, bad = torch.from_numpy(~questions.present[chosen]), torch.from_numpy(~questions.good[chosen])
    model = Ranker(values.shape[2], options.hidden)
    optimizer = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=options.decay)
    steps = options.epochs * (len(chosen) // options.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 1, pct_start=0.1)
    for _ in range(options.epochs):
        for rows in torch.randperm(len(chosen))[:len(chosen) // options.batch * options.batch].split(options.batch):
            scores = model(values[rows]).masked_fill(absent[rows], -1e9)
            loss = (scores.logsumexp(1) - scores.masked_fill(bad[rows], -1e9).logsumexp(1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model, means, scales


def ranks(questions, chosen, scores):
    """How many candidates stand before the first good one."""
    scores = np.where(questions.present[chosen], scores, -np.inf)
    best = np.where(questions.good[chosen], scores, -np.inf).max(1)
    return (scores > best[:, None]).sum(1)


def cross_validated(questions, kept, options):
    found = np.zeros(len(questions.folds), int)
    for fold in range(FOLDS):
        test = np.flatnonzero(questions.folds == fold)
        model, means, scales = train(questions, np.flatnonzero(questions.folds != fold), kept, options)
        with torch.no_grad():
            found[test] = ranks(questions, test, model(torch.from_numpy((questions.values[test] - means) * scales)).numpy())
    return found


def show(name, found, share):
    figures = [np.mean(found < 1), np.mean(found < 5), np.mean(found < 10), np.mean(np.where(found < 10, 1 / (found + 1), 0))]
    print(f"| {name} | " + " | ".join(f"{figure * share:.3f}" for figure in figures) + " |", flush=True)


def save(path, model, means, scales, names):
    number = lambda tensor: [float(f"{x:.6g}") for x in np.asarray(tensor.detach() if hasattr(tensor, "detach") else tensor).ravel()]
    path.write_text(json.dumps({
        "features": names, "means": number(means), "scales": number(scales), "hidden": [number(row) for row in model.hidden.weight],
        "bias": number(model.hidden.bias), "output": number(model.output.weight), "direct": number(model.direct.weight)}, separators=(",", ":")) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("features", nargs="+")
    parser.add_argument("--hidden", type=int, default=24)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.005)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--ablate", action="store_true", help="leave out one group of features at a time")
    parser.add_argument("--without", default="", help="leave out these groups of features")
    options = parser.parse_args()
    questions = Questions(options.features)
    groups = [name.split(".")[0] for name in questions.names]
    kept = np.array([group not in options.without.split(",") for group in groups], np.float32)
    print(len(questions.folds), "questions of", len(set(groups)), "groups of features,", len(groups), "features; a good candidate for", f"{questions.found:.3f}", "of the questions")
    print("| ordered by | hit@1 | hit@5 | hit@10 | mrr@10 |\n|---|---|---|---|---|")
    everything = np.arange(len(questions.folds))
    show("words and meaning added", ranks(questions, everything, questions.values[:, :, questions.names.index("fused.score")]), questions.found)
    show("the ranker", cross_validated(questions, kept, options), questions.found)
    for group in dict.fromkeys(groups) if options.ablate else []:
        show(f"without {group}", cross_validated(questions, kept * np.array([name != group for name in groups], np.float32), options), questions.found)
    save(options.out, *train(questions, everything, kept, options), questions.names)


if __name__ == "__main__":
    main()
