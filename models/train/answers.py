"""
Trains what chooses answers: a network that orders the findings (sentences of the passages found) of a question, and one that says,
by the best of them, whether the corpus answers the question.

usage: answers.py FOLDER ANSWERS FEATURES… [--by-words]

FOLDER: where findings.json and confidence.json are written. ANSWERS: what `H2Ask.Benchmarks findings` writes for
questions/answers.jsonl, of which some have no answer. FEATURES: what it writes for the questions that finetune.py --left-out wrote,
each file with the model and the ranker that have not seen them. --by-words: all of it comes from an index without vectors;
findings-by-words.json and confidence-by-words.json are written.

The figures are of documents that the networks have not seen: the documents are dealt into folds, as rank.py does. The networks
written have learnt from all.
"""
import argparse
import base64
import json
import pathlib
import zlib

import numpy as np
import scipy.optimize
import torch
import torch.nn.functional as F

import rank
import text as t

LIKELIEST = 40
FEW = 5
ANSWERED = (0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.90)
# Of the questions that are put, so many have an answer: what the confidence is calibrated for.
ANSWERABLE = 0.9
# The note of a question about anything else than the corpus.
OFF_TOPIC = "off topic"


def is_right(finding, passage, asked):
    """Whether a finding stands where the answer does, or says the same in a passage that repeats it."""
    start, end = finding["start"], finding["end"]
    if passage["file"] == asked["file"]:
        for first, last in asked["spans"]:
            shared = min(end, last) - max(start, first)
            if shared >= 0.3 * (last - first) or shared > 0 and shared >= 0.6 * (end - start):
                return True
    if [passage["file"], passage["start"], passage["end"]] not in asked.get("places", []):
        return False
    quote, said = t.bigrams(asked["quote"]), t.bigrams(finding["words"])
    shared = len(quote & said)
    return shared > 0 and (shared >= 0.6 * len(quote) or shared >= 0.85 * len(said))


def likeliest(values, names):
    """The findings that a plain score puts first: enough to learn from, and much faster than all."""
    column = lambda name: values[:, names.index(name)]
    standard = lambda name: (column(name) - column(name).mean()) / (column(name).std() + 1e-6)
    score = column("passage.gap") + sum(map(standard, ("meaning.near", "token.inPlace", "cover.inPlace", "local.inPlace")))
    return np.argsort(-score)[:LIKELIEST]


class Questions:
    """Questions with all of their findings; the likeliest of these also as rank.train takes them."""

    def __init__(self, paths):
        self.findings, self.right, self.names, self.folds, self.answerable, self.everyday, self.elsewhere = [], [], None, [], [], [], []
        for path in paths:
            for line in open(path, encoding="utf-8"):
                self._add(path, json.loads(line), path == paths[0])
        self.folds, self.answerable, self.everyday, self.elsewhere = map(np.array, (self.folds, self.answerable, self.everyday, self.elsewhere))
        shape = (len(self.findings), LIKELIEST)
        self.values, self.present, self.good = np.zeros((*shape, len(self.names)), np.float32), np.zeros(shape, bool), np.zeros(shape, bool)
        for i, (values, right) in enumerate(zip(self.findings, self.right)):
            chosen = likeliest(values, self.names)
            own = slice(len(chosen))
            self.values[i, own], self.present[i, own], self.good[i, own] = values[chosen], True, right[chosen]

    def _add(self, path, entry, everyday):
        if self.names not in (None, entry["names"]):
            raise SystemExit(f"{path} has other features than the files before it: write all of them with one build.")
        self.names, asked = entry["names"], entry["asked"]
        answerable = asked.get("answerable", True)
        self.findings.append(np.frombuffer(base64.b64decode(entry["features"]), np.float32).reshape(-1, len(self.names)))
        self.right.append(np.array([answerable and is_right(finding, entry["hits"][finding["hit"]], asked) for finding in entry["findings"]]))
        self.folds.append(zlib.crc32(entry["document"].encode()) // 7 % rank.FOLDS)
        self.answerable.append(answerable)
        self.everyday.append(everyday)
        self.elsewhere.append(asked.get("note") == OFF_TOPIC)


def seen(names, without):
    """1 for each feature that a network sees, 0 for those of the groups that are kept from it."""
    return np.array([name.split(".")[0] not in without.split(",") for name in names], np.float32)


def averaged(networks):
    """One network that gives the mean of several."""
    mean = rank.Ranker(networks[0].direct.in_features, sum(network.hidden.out_features for network in networks))
    with torch.no_grad():
        mean.hidden.weight.copy_(torch.cat([network.hidden.weight for network in networks]))
        mean.hidden.bias.copy_(torch.cat([network.hidden.bias for network in networks]))
        mean.output.weight.copy_(torch.cat([network.output.weight for network in networks], 1) / len(networks))
        mean.direct.weight.copy_(sum(network.direct.weight for network in networks) / len(networks))
    return mean


def several(train, options):
    """What several trainings give that differ by chance alone."""
    return [train(argparse.Namespace(**{**vars(options), "seed": options.seed + i})) for i in range(options.networks)]


def train_findings(questions, chosen, options):
    learnt = np.flatnonzero(chosen & questions.good.any(1))
    kept = seen(questions.names, options.findings_without)
    trained = several(lambda one: rank.train(questions, learnt, kept, one), options)
    return averaged([network for network, _, _ in trained]), *trained[0][1:]


def score(network, rows):
    model, means, scales = network
    with torch.no_grad():
        return model(torch.from_numpy((rows - means) * scales)).numpy()


def show_findings(name, scores, rights):
    """How often a right finding is first, among three, among five."""
    ordered = [right[np.argsort(-given, kind="stable")] for given, right in zip(scores, rights)]
    print(f"| {name} | {len(ordered)} | " + " | ".join(f"{np.mean([right[:top].any() for right in ordered]):.3f}" for top in (1, 3, FEW)) + " |", flush=True)


def evidence(values, scores, names):
    """What the confidence is made from: the product's AnswerConfidence, number by number."""
    order = np.argsort(-scores, kind="stable")
    best, few = scores[order[0]], order[:FEW]
    powers = np.exp(scores - best)
    shares = powers / powers.sum()
    column = lambda name: values[:, names.index(name)]
    most = lambda name: column(name)[few].max()
    return np.concatenate([values[order[0]], np.array([
        best, shares[order[0]], best - scores[order[:2]][-1], shares[few].sum(), (best - scores[few]).mean(), np.log(powers.sum()), best - scores.mean(),
        most("answer.measure"), most("named.placeAround"), column("answer.lacking")[few].min(),
        column("meaning.near").max(), column("meaning.near").mean(), column("token.inPassage").max(), column("token.inPlace").mean(), column("cover.inPlace").max(), column("cover.inPlace").mean(), np.log(1 + len(order))], np.float32)])


EVIDENCE = ["best.score", "best.share", "best.gap", "best.few", "best.spread", "best.all", "best.mean", "best.measured", "best.placed", "best.lacking",
            "all.near", "all.nearMean", "all.inPassage", "all.inPlaceMean", "all.cover", "all.coverMean", "best.findings"]


class Confidence(torch.nn.Module):
    """The logarithm of the odds that a question has an answer."""

    def __init__(self, features, hidden):
        super().__init__()
        self.network = rank.Ranker(features, hidden)
        self.constant = torch.nn.Parameter(torch.zeros(()))

    @classmethod
    def averaged(cls, models):
        mean = cls(1, 1)
        mean.network = averaged([model.network for model in models])
        mean.constant = torch.nn.Parameter(sum(model.constant.detach() for model in models) / len(models))
        return mean

    def forward(self, x):
        return self.network(x) + self.constant

    def calibrated(self, slope, constant):
        """A network without a constant of its own: one more unit, which is always on, stands for it."""
        unit = lambda weights, value: torch.cat([weights, torch.full((*weights.shape[:-1], 1), value)], -1)
        own, network = self.network, rank.Ranker(self.network.direct.in_features, self.network.hidden.out_features + 1)
        with torch.no_grad():
            network.hidden.weight.copy_(unit(own.hidden.weight.T, 0.0).T)
            network.hidden.bias.copy_(unit(own.hidden.bias, 9.0))
            network.output.weight.copy_(unit(slope * own.output.weight, slope * self.constant.item() + constant))
            network.direct.weight.copy_(slope * own.direct.weight)
        return network


def train_confidence(rows, answerable, weights, kept, options):
    torch.manual_seed(options.seed)
    means, scales = rank.scaling(rows, slice(None))
    scales = scales * kept
    values, answerable, weights = torch.from_numpy((rows - means) * scales), torch.from_numpy(answerable.astype(np.float32)), torch.from_numpy(weights)
    model = Confidence(values.shape[1], options.confidence_hidden)
    optimizer = torch.optim.AdamW(model.parameters(), options.confidence_rate, weight_decay=options.confidence_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.confidence_rate, total_steps=options.confidence_steps + 1, pct_start=0.1)
    for _ in range(options.confidence_steps):
        drawn = torch.multinomial(weights, 512, replacement=True)
        loss = F.binary_cross_entropy_with_logits(model(values[drawn]), answerable[drawn])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return model, means, scales


def weighed(everyday, elsewhere, options):
    """How often each question is drawn: everyday ones one as often as the other, those about anything else more often, all questions to the corpus together a share as often."""
    return np.where(elsewhere, options.off_topic, np.where(everyday, 1, options.others * everyday.sum() / max(1, (~everyday).sum()))).astype(np.float32)


def calibrate(odds, right, weights):
    """The slope and the constant that make the odds those of citing what is right (Platt)."""
    sides = np.where(right, 1, -1)
    return scipy.optimize.minimize(lambda line: (weights * np.logaddexp(0, -sides * (line[0] * odds + line[1]))).sum(), [1.0, 0.0]).x


def least(confidences, answered):
    """The threshold at which so many are answered."""
    return np.quantile(confidences, 1 - answered)


def area_under_curve(higher, lower):
    ranks = np.concatenate([higher, lower]).argsort().argsort()[:len(higher)]
    return (ranks.mean() - (len(higher) - 1) / 2) / len(lower)


def show_confidence(confidences, answerable, right, weights, options):
    higher, lower = confidences[answerable], confidences[~answerable]
    refused = lambda answered: np.mean(lower < least(higher, answered))
    print("\n| everyday questions | answerable | not | AUC | refused at answered .97 | .95 | .90 |\n|---|---|---|---|---|---|---|")
    print(f"| the confidence | {len(higher)} | {len(lower)} | {area_under_curve(higher, lower):.3f} | " + " | ".join(f"{refused(answered):.3f}" for answered in (0.97, 0.95, 0.90)) + " |")
    print("\n| answered | threshold | refused |\n|---|---|---|")
    for answered in ANSWERED:
        print(f"| {answered:.2f} | {least(higher, answered):.3f} | {refused(answered):.3f} |")
    print("\n| confidence | answerable | not | mean, one in ten not answerable | right |\n|---|---|---|---|---|")
    tenths = np.minimum(9, (confidences * 10).astype(int))
    for tenth in range(10):
        own = tenths == tenth
        if own.any():
            mean = lambda values: np.average(values[own], weights=weights[own])
            print(f"| {tenth / 10:.1f}–{(tenth + 1) / 10:.1f} | {(own & answerable).sum()} | {(own & ~answerable).sum()} | {mean(confidences):.3f} | {mean(right):.3f} |")
    print(f"\nThe threshold at which {options.answered:.2f} are answered: {least(higher, options.answered):.3f}")


def write_findings(path, questions, options):
    """Writes the network that orders findings; gives what those of the other folds score each question's."""
    networks = [train_findings(questions, questions.folds != fold, options) for fold in range(rank.FOLDS)]
    scores = [score(networks[fold], values) for fold, values in zip(questions.folds, questions.findings)]
    print("| a right finding | questions | first | among three | among five |\n|---|---|---|---|---|")
    for name, chosen in (("questions to the corpus", ~questions.everyday), ("everyday questions", questions.everyday & questions.answerable)):
        own = np.flatnonzero(chosen)
        show_findings(name, [scores[i] for i in own], [questions.right[i] for i in own])
    rank.save(path, *train_findings(questions, np.ones(len(questions.folds), bool), options), questions.names)
    return scores


def write_confidence(path, questions, scores, options):
    rows = np.stack([evidence(values, given, questions.names) for values, given in zip(questions.findings, scores)])
    names = questions.names + EVIDENCE
    kept = seen(names, options.without)

    def train(chosen):
        weights = weighed(questions.everyday[chosen], questions.elsewhere[chosen], options)
        trained = several(lambda one: train_confidence(rows[chosen], questions.answerable[chosen], weights, kept, one), options)
        return Confidence.averaged([model for model, _, _ in trained]), *trained[0][1:]

    odds = np.zeros(len(rows))
    for fold in range(rank.FOLDS):
        test = questions.folds == fold
        odds[test] = score(train(~test), rows[test])
    everyday = questions.everyday
    odds, answerable = odds[everyday], questions.answerable[everyday]
    right = np.array([own[np.argmax(given)] for own, given in zip(questions.right, scores)])[everyday]
    weights = np.where(answerable, ANSWERABLE / answerable.sum(), (1 - ANSWERABLE) / (~answerable).sum())
    slope, constant = calibrate(odds, right, weights)
    show_confidence(1 / (1 + np.exp(-slope * odds - constant)), answerable, right, weights, options)
    model, means, scales = train(np.ones(len(rows), bool))
    rank.save(path, model.calibrated(slope, constant), means, scales, names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("answers")
    parser.add_argument("features", nargs="+")
    parser.add_argument("--by-words", action="store_true", help="the features are of an index without vectors")
    parser.add_argument("--hidden", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.004)
    parser.add_argument("--decay", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--networks", type=int, default=3, help="of how many trainings that differ by chance alone the mean is taken")
    parser.add_argument("--confidence-hidden", type=int, default=32)
    parser.add_argument("--confidence-steps", type=int, default=1200)
    parser.add_argument("--confidence-rate", type=float, default=0.006)
    parser.add_argument("--confidence-decay", type=float, default=1.0)
    parser.add_argument("--others", type=float, default=0.02, help="how often a question of FEATURES is drawn for the confidence, to one of ANSWERS")
    parser.add_argument("--off-topic", type=float, default=6, help="how often a question about anything else is drawn for the confidence, to another one of ANSWERS")
    parser.add_argument("--findings-without", default="unmet", help="groups of features that what orders the findings doesn't see")
    parser.add_argument("--without", default="question", help="groups of features that the confidence doesn't see")
    parser.add_argument("--answered", type=float, default=0.97, help="the share of the answerable questions that is to be answered")
    options = parser.parse_args()
    questions = Questions([options.answers, *options.features])
    ending = "-by-words.json" if options.by_words else ".json"
    scores = write_findings(options.folder / f"findings{ending}", questions, options)
    write_confidence(options.folder / f"confidence{ending}", questions, scores, options)


if __name__ == "__main__":
    main()
