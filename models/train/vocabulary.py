"""Learns the pieces: a Unigram vocabulary over the words of vocabulary.txt, without any normalising of its own.

usage: vocabulary.py WORK [--size 32000]
"""
import argparse
import pathlib

import sentencepiece

parser = argparse.ArgumentParser()
parser.add_argument("work", type=pathlib.Path)
parser.add_argument("--size", type=int, default=32000)
options = parser.parse_args()
sentencepiece.SentencePieceTrainer.train(
    input=str(options.work / "vocabulary.txt"), model_prefix=str(options.work / "pieces"), model_type="unigram",
    vocab_size=options.size, character_coverage=0.9999, normalization_rule_name="identity", add_dummy_prefix=False,
    split_by_number=False, max_sentencepiece_length=5, user_defined_symbols=[str(year) for year in range(2000, 2061)], bos_id=-1, eos_id=-1, pad_id=0, unk_id=1,
    hard_vocab_limit=False, num_threads=2, minloglevel=1)
