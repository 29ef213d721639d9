"""
Writes the model folder: model.onnx (a table of int8 rows with a scale each), tokenizer.json, h2ask.json.

usage: export.py WORK MODEL FOLDER
"""
import argparse
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import text as t
from static import Static


def quantise(table):
    scale = np.abs(table).max(1) / 127
    scale[scale == 0] = 1
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def network(codes, scale):
    """The pieces' vectors; their mean, which the product takes, points where their sum does."""
    nodes = [
        helper.make_node("Gather", ["codes", "input_ids"], ["piece_codes"]),
        helper.make_node("Cast", ["piece_codes"], ["piece_values"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["piece_scales"]),
        helper.make_node("Cast", ["attention_mask"], ["present"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["piece_scales", "present"], ["weights"]),
        helper.make_node("Unsqueeze", ["weights", "last"], ["weight_column"]),
        helper.make_node("Mul", ["piece_values", "weight_column"], ["last_hidden_state"]),
    ]
    shape = ["batch", "tokens"]
    graph = helper.make_graph(
        nodes, "h2ask-embed-zh",
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*shape, codes.shape[1]])],
        [numpy_helper.from_array(codes, "codes"), numpy_helper.from_array(scale, "scales"), numpy_helper.from_array(np.array([-1]), "last")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="h2ask")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def tokenizer(pieces):
    """What `text.words` and the pieces do, in Hugging Face's terms; punctuation becomes <unk>, whose row is zero."""
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [
            {"id": i, "content": content, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for i, content in enumerate(["<pad>", "<unk>"])],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            {"type": "WhitespaceSplit"}, {"type": "Punctuation", "behavior": "Isolated"}]},
        "post_processor": None, "decoder": None,
        "model": {"type": "Unigram", "unk_id": 1, "byte_fallback": False, "vocab": [[p, s] for p, s in zip(pieces.pieces(), pieces.scores())]},
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("model")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    pieces = t.Pieces(options.work / "pieces.model")
    values = torch.load(options.work / options.model)
    dimensions = values["pieces"].shape[1]
    table = Static(pieces.pieces(), dimensions).load(options.work / options.model).table().numpy()
    table[:2] = 0
    # Only directions count: at this size a text's sum is of the order of one.
    codes, scale = quantise(table / np.abs(table).mean() / 100)
    options.folder.mkdir(parents=True, exist_ok=True)
    onnx.save(network(codes, scale), str(options.folder / "model.onnx"))
    (options.folder / "tokenizer.json").write_text(json.dumps(tokenizer(pieces), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (options.folder / "h2ask.json").write_text(json.dumps(
        {"dimensions": dimensions, "pooling": "mean", "normalise": True, "maximumTokens": 1024, "queryPrefix": "", "passagePrefix": ""}, indent=2) + "\n", encoding="utf-8")
    print({path.name: path.stat().st_size for path in sorted(options.folder.iterdir())})


main()
