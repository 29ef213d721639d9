#!/usr/bin/env python3
"""Makes the embedding models of the tests and of the benchmark, with weights by chance, and what a reference makes of texts.

    make-embedding-models.py           the small models beside the tests, and the vectors that PyTorch and NumPy compute
    make-embedding-models.py --large FOLDER   models of true size for the benchmark (150 MB; not to be committed)

Needs Debian's python3-torch and python3-onnx.
"""
import argparse
import json
import pathlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

OPSET = 14
SPECIAL = 5  # ids below are special: the padding, the beginning and the end among them
TESTS = pathlib.Path(__file__).parent.parent / "H2Ask.Core.Tests" / "Embedding" / "Models"


class Layer(nn.Module):
    """A layer of BERT: attention, then two dense steps; the norm stands behind each."""

    def __init__(self, width, heads, inner, epsilon):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.attention_norm, self.norm = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)

    def forward(self, hidden, bias):
        batch, length, width = hidden.shape
        split = lambda x: x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        scores = split(self.query(hidden)) @ split(self.key(hidden)).transpose(-1, -2) / (width // self.heads) ** 0.5
        mixed = torch.softmax(scores + bias, -1) @ split(self.value(hidden))
        hidden = self.attention_norm(hidden + self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        return self.norm(hidden + self.narrow(nn.functional.gelu(self.widen(hidden))))


class Encoder(nn.Module):
    def __init__(self, vocabulary, width, layers, heads, inner, positions, epsilon, types):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.types = nn.Embedding(types, width)
        self.norm = nn.LayerNorm(width, epsilon)
        self.layers = nn.ModuleList(Layer(width, heads, inner, epsilon) for _ in range(layers))

    def encode(self, input_ids, attention_mask, token_type_ids, positions):
        hidden = self.norm(self.words(input_ids) + self.positions(positions) + self.types(token_type_ids))
        bias = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * torch.finfo(hidden.dtype).min
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


class Bert(Encoder):
    """As bge-small-zh-v1.5: three inputs, positions counted from 0."""
    inputs = ("input_ids", "attention_mask", "token_type_ids")

    def __init__(self, vocabulary, width, layers, heads, inner, positions):
        super().__init__(vocabulary, width, layers, heads, inner, positions, 1e-12, 2)

    def forward(self, input_ids, attention_mask, token_type_ids):
        positions = torch.arange(input_ids.shape[1]).unsqueeze(0)
        return self.encode(input_ids, attention_mask, token_type_ids, positions)


class XlmRoberta(Encoder):
    """As bge-m3 and multilingual-e5: two inputs; the graph counts positions behind the padding's id, over what is no padding."""
    inputs = ("input_ids", "attention_mask")
    padding = 1

    def __init__(self, vocabulary, width, layers, heads, inner, positions):
        super().__init__(vocabulary, width, layers, heads, inner, positions, 1e-5, 1)

    def forward(self, input_ids, attention_mask):
        real = (input_ids != self.padding).to(torch.int64)
        positions = torch.cumsum(real, 1) * real + self.padding
        return self.encode(input_ids, attention_mask, torch.zeros_like(input_ids), positions)


def export(model, path, output, external=False):
    model.eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(parameter.to(torch.float16).to(torch.float32))  # compresses better, and loses nothing here
    example = tuple(torch.ones((2, 6), dtype=torch.int64) * (3 if name == "input_ids" else 1 if name == "attention_mask" else 0) for name in model.inputs)
    axes = {name: {0: "batch", 1: "length"} for name in (*model.inputs, output)}
    torch.onnx.export(model, example, str(path), input_names=list(model.inputs), output_names=[output], dynamic_axes=axes, opset_version=OPSET)
    graph = onnx.load(str(path))
    for node in graph.graph.node:
        node.doc_string = ""
    if external:
        path.unlink()
        onnx.save_model(graph, str(path), save_as_external_data=True, all_tensors_to_one_file=True, location=path.name + "_data", size_threshold=256)
    else:
        onnx.save_model(graph, str(path))


def static_model(path, table, scales, output, pooled=False, half=False, data_type=TensorProto.INT64):
    """A table of rows in bytes, each with its scale: what a token means wherever it stands."""
    width = table.shape[1]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Cast", ["rows"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["row_scales"]),
        helper.make_node("Mul", ["numbers", "row_scales"], ["scaled"]),
    ]
    last, shape = "scaled", ["batch", "length", width]
    if pooled:
        nodes += [
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["mask", "last_axis"], ["weights"]),
            helper.make_node("Mul", ["scaled", "weights"], ["kept"]),
            helper.make_node("ReduceSum", ["kept", "length_axis"], ["sum"], keepdims=0),
            helper.make_node("ReduceSum", ["mask", "length_axis"], ["count"], keepdims=1),
            helper.make_node("Div", ["sum", "count"], ["mean"]),
        ]
        last, shape = "mean", ["batch", width]
    nodes.append(helper.make_node("Cast", [last], [output], to=TensorProto.FLOAT16 if half else TensorProto.FLOAT))
    inputs = [helper.make_tensor_value_info(name, data_type, ["batch", "length"]) for name in ("input_ids", "attention_mask")[: 2 if pooled else 1]]
    constants = [numpy_helper.from_array(table, "table"), numpy_helper.from_array(scales, "scales")]
    if pooled:
        constants += [numpy_helper.from_array(numpy.array([axis], numpy.int64), name) for axis, name in ((2, "last_axis"), (1, "length_axis"))]
    kind = TensorProto.FLOAT16 if half else TensorProto.FLOAT
    graph = helper.make_graph(nodes, "static", inputs, [helper.make_tensor_value_info(output, kind, shape)], constants)
    onnx.save_model(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8), str(path))


def settings(folder, pooling, maximum, dimensions, normalise=True, query="", passage=""):
    values = {"pooling": pooling, "normalise": normalise, "maximumTokens": maximum, "queryPrefix": query, "passagePrefix": passage, "dimensions": dimensions}
    (folder / "h2ask.json").write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def ids(text, vocabulary, begin, end, maximum):
    """What the tests' tokenizer makes of a text: a token a character."""
    return [begin, *(SPECIAL + ord(c) % (vocabulary - SPECIAL) for c in text)][: maximum - 1] + [end]


def pool(hidden, pooling):
    vector = hidden[0] if pooling == "cls" else hidden.mean(0)
    return vector / numpy.linalg.norm(vector)


TEXTS = [
    "氢", "加氢站", "氢能产业发展规划", "对加氢站建设按设备投资的30%给予补贴，最高不超过500万元。", "燃料电池汽车", "a", "Hydrogen", "hydrogen refuelling station",
    "2025年", "到2025年，建成加氢站100座以上，推广燃料电池汽车1万辆。", "　", "，。；：", "(一)", "第一章 总则", "第二十三条 本办法自印发之日起施行，有效期三年。",
    "绿氢制备成本显著下降", "支持氢能企业申报国家级专精特新“小巨人”企业", "各市、县（市、区）人民政府，省政府各部门、各直属机构：", "é", "Ünïcödé", "日本語", "한국어", "氢" * 5,
    "氢" * 17, "氢能" * 30, "山东省", "济南市", "青岛市人民政府办公厅关于印发氢能产业发展规划的通知", "附件", "1.", "①", "国办发〔2022〕12号", "https://example.org/?q=1", "\t", "0",
    "站内制氢", "不得高于35元/千克", "加氢机", "电解水", "储氢瓶 70MPa", "管道输氢示范项目建设", "碳",
]


def golden(model, folder, name, vocabulary, begin, end, maximum, pooling, query):
    folder.mkdir(parents=True, exist_ok=True)
    export(model, folder / "model.onnx", name, external=name == "token_embeddings")
    settings(folder, pooling, maximum, model.words.embedding_dim, query=query)
    cases = []
    for text in TEXTS:
        tokens = torch.tensor([ids(text, vocabulary, begin, end, maximum)])
        arguments = [tokens, torch.ones_like(tokens), torch.zeros_like(tokens)][: len(model.inputs)]
        with torch.no_grad():
            hidden = model(*arguments)[0].numpy().astype(numpy.float64)
        cases.append({"text": text, "vector": [round(float(x), 6) for x in pool(hidden, pooling)]})
    write_expected(folder, cases)


def write_expected(folder, cases):
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    (folder / "expected.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def static_golden(folder, random, vocabulary, width, **kind):
    folder.mkdir(parents=True, exist_ok=True)
    table = random.integers(-127, 128, (vocabulary, width), dtype=numpy.int8)
    scales = (random.random((vocabulary, 1)) / 127).astype(numpy.float32)
    static_model(folder / "model.onnx", table, scales, "sentence_embedding" if kind.get("pooled") else "last_hidden_state", **kind)
    settings(folder, "model" if kind.get("pooled") else "mean", 64, width)
    rows = table.astype(numpy.float32) * scales
    rows = rows.astype(numpy.float16 if kind.get("half") else numpy.float64).astype(numpy.float64)
    write_expected(folder, [
        {"text": text, "vector": [round(float(x), 6) for x in pool(rows[ids(text, vocabulary, 2, 3, 64)], "mean")]} for text in TEXTS])


def scatter(model, spread):
    for name, parameter in model.named_parameters():
        if "norm" not in name:
            nn.init.normal_(parameter, 0, spread)
    return model


def small():
    torch.manual_seed(20)
    random = numpy.random.default_rng(20)
    golden(scatter(Bert(160, 24, 2, 4, 48, 40), 0.25), TESTS / "bert", "last_hidden_state", 160, 2, 3, 40, "cls", "为这个句子生成表示以用于检索相关文章：")
    golden(scatter(XlmRoberta(160, 24, 2, 4, 48, 42), 0.25), TESTS / "xlm-roberta", "token_embeddings", 160, 0, 2, 40, "mean", "query: ")
    static_golden(TESTS / "static", random, 160, 24)
    static_golden(TESTS / "half", random, 160, 24, half=True)
    static_golden(TESTS / "pooled", random, 160, 24, pooled=True, data_type=TensorProto.INT32)


    # A model that was converted wrongly: its numbers are none.
    broken = TESTS / "broken"
    broken.mkdir(exist_ok=True)
    static_model(broken / "model.onnx", numpy.ones((160, 24), numpy.int8), numpy.full((160, 1), numpy.nan, numpy.float32), "last_hidden_state")
    settings(broken, "mean", 64, 24)


def word_pieces(path):
    """A tokenizer like that of Chinese BERT: a token a character."""
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    alone = [chr(c) for c in (*range(0x21, 0x7F), *range(0x3001, 0x3012), *range(0xFF01, 0xFF20))]
    words = special + alone + [chr(c) for c in range(0x4E00, 0x9FA6)] + ["##" + chr(c) for c in (*range(0x30, 0x3A), *range(0x61, 0x7B))]
    around = [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}]
    path.write_text(json.dumps({
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": i, "content": word, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} for i, word in enumerate(special)],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing", "single": around, "pair": [*around, {"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
            "special_tokens": {word: {"id": word, "ids": [words.index(word)], "tokens": [word]} for word in ("[CLS]", "[SEP]")}},
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
            "vocab": {word: i for i, word in enumerate(words)}},
    }, ensure_ascii=False), encoding="utf-8")


def large(folder):
    torch.manual_seed(20)
    random = numpy.random.default_rng(20)
    bert, static = folder / "bert", folder / "static"
    bert.mkdir(parents=True, exist_ok=True)
    static.mkdir(parents=True, exist_ok=True)
    export(scatter(Bert(21128, 512, 4, 8, 2048, 512), 0.02), bert / "model.onnx", "last_hidden_state")
    settings(bert, "cls", 512, 512, query="为这个句子生成表示以用于检索相关文章：")
    table = random.integers(-127, 128, (32000, 512), dtype=numpy.int8)
    static_model(static / "model.onnx", table, (random.random((32000, 1)) / 127).astype(numpy.float32), "last_hidden_state")
    settings(static, "mean", 512, 512)
    word_pieces(bert / "tokenizer.json")
    word_pieces(static / "tokenizer.json")


arguments = argparse.ArgumentParser()
arguments.add_argument("--large", type=pathlib.Path, metavar="FOLDER")
target = arguments.parse_args().large
large(target) if target else small()
