"""
Finds the directions in which questions differ most, in the vectors of the model that ships: what of a question a finding does not meet
is told along them (the product's MeaningDirections).

usage: directions.py WORK MODEL QUESTIONS OUT

WORK: where run kept what it made (its pieces.model). MODEL: the model's folder. QUESTIONS: questions/answers.jsonl. OUT: directions.json.
"""
import json
import pathlib
import sys

import numpy as np
import onnx
from onnx import numpy_helper

import text as t

COUNT = 16


def main():
    work, model, questions, out = map(pathlib.Path, sys.argv[1:])
    pieces = t.Pieces(work / "pieces.model")
    parts = {part.name: numpy_helper.to_array(part) for part in onnx.load(str(model / "model.onnx")).graph.initializer}
    table = parts["codes"].astype(np.float32) * parts["scales"][:, None]
    sums = np.stack([table[pieces.encode(json.loads(line)["question"])].sum(0) for line in open(questions, encoding="utf-8")])
    directions = np.linalg.svd(sums - sums.mean(0), full_matrices=False)[2][:COUNT]
    out.write_text(json.dumps([[round(float(x), 4) for x in direction] for direction in directions], separators=(",", ":")) + "\n", encoding="utf-8")


main()
