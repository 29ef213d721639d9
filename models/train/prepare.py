"""Reads the data folder, the corpus and the questions into documents of titled paragraphs and pairs of question and passage.

usage: prepare.py DATA CORPUS OUT [--small N] [--hold-out FILE,FILE]

CORPUS is what `H2Ask.Indexer inspect seeds --json` prints: the corpus as the product cuts it.
Writes documents.jsonl ([source, title, [paragraph, …]]), questions.jsonl (question and passage of the reading sets),
passages.jsonl (what the product searches), law-passages.jsonl and held-out-law-passages.jsonl (the articles that our questions
about laws ask of), train.jsonl (the data's questions about the corpus), vocabulary.txt (lines to learn the pieces from).
"""
import argparse
import json
import lzma
import pathlib
import random
import re

import text as t

ARTICLE = re.compile(r"^第[一二三四五六七八九十百零\d]+条", re.M)
# No piece is learnt across these: bound to 的 or to a number, a word would not meet itself elsewhere.
LEARN_APART = re.compile(r"([的了和与及等对在将为由或并按以其各该])|(?<=\d)(?=\D)|(?<=\D)(?=\d)")


def lines(folder, name):
    path = next((p for p in (*folder.rglob(name), *folder.rglob(name + ".xz"))), None)
    if path is None:
        raise SystemExit(f"models/train/run: there is no {name} in {folder}. models/train/README.md says what belongs there.")
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        yield from file


def paragraphs(parts, target=220):
    """Joins short parts to paragraphs of about the length of a passage."""
    out, current = [], ""
    for part in parts:
        current += part
        if len(current) > target:
            out.append(current)
            current = ""
    if len(current) > 40 or (current and not out):
        out.append(current)
    return out


def laws(folder, held_out):
    for line in lines(folder, "laws.jsonl"):
        law = json.loads(line)
        if law["path"] in held_out or law["path"].rsplit("/", 1)[-1].startswith("_"):
            continue
        title = re.sub(r"\(.*?\)|\.md$", "", law["path"].rsplit("/", 1)[-1])
        body = law["text"].split("<!-- INFO END -->")[-1]
        articles, current = [], ""
        for part in (re.sub(r"^#+\s*", "", p.strip()) for p in body.split("\n")):
            if not part:
                continue
            if ARTICLE.match(part) or len(current) > 300:
                if current:
                    articles.append(current)
                current = part
            else:
                current += part
        if current:
            articles.append(current)
        yield "law", title, [a for a in articles if len(a) > 25]


def broadcasts(folder):
    for line in lines(folder, "news-broadcast.jsonl"):
        for item in re.finditer(r"^### (.+?)\n(.*?)(?=^### |\Z)", json.loads(line)["text"], re.S | re.M):
            yield "broadcast", item[1].strip(), [p.strip() for p in item[2].split("\n") if len(p.strip()) > 20]


def articles(folder):
    for line in lines(folder, "news-articles.txt"):
        found = re.match(r"^[\d\- :]+，正文：(.*)$", line.strip())
        if found and len(found[1]) >= 120:
            yield "article", "", paragraphs(t.sentences(found[1]))


def simplified(text):
    """Simplified characters, by opencc (Debian's package opencc)."""
    import subprocess
    return subprocess.run(["opencc", "-c", "t2s.json"], input=text, capture_output=True, text=True, check=True).stdout


def reading_sets(folder):
    for name in ("DRCD_DRCD_dev.json", "DRCD_DRCD_test.json", "cmrc2018_squad-style-data_cmrc2018_dev.json", "cmrc2018_squad-style-data_cmrc2018_trial.json"):
        content = "".join(lines(folder, name))
        for article in json.loads(simplified(content) if name.startswith("DRCD") else content)["data"]:
            for paragraph in article["paragraphs"]:
                for question in paragraph["qas"]:
                    yield question["question"], paragraph["context"]


def corpus(path, held_out):
    for line in open(path, encoding="utf-8"):
        read = json.loads(line)
        document = read["document"]
        for passage, embedded in ((p["passage"], p["embedded"]) for p in read["passages"]):
            yield {
                "id": passage["id"], "file": document["file"], "start": passage["start"], "end": passage["end"],
                "title": document["title"], "section": passage.get("section", []), "text": passage["searchText"],
                "embedded": embedded, "twins": passage.get("twins", []), "heldOut": document["file"] in held_out,
            }


def law_passages(folder, files):
    """Each article of the laws as a passage, with its place in the law's text; cut into sentences much as the product cuts."""
    for line in lines(folder, "laws.jsonl"):
        law = json.loads(line)
        if law["path"] not in files:
            continue
        title = re.sub(r"\(.*?\)|\.md$", "", law["path"].rsplit("/", 1)[-1])
        marks = [m.start() for m in ARTICLE.finditer(law["text"])] + [len(law["text"])]
        for start, end in zip(marks, marks[1:]):
            body = re.split(r"\n#", law["text"][start:end])[0]
            embedded = [title + "\n" + part for part in (body.strip(), *t.sentences(body))]
            yield {"id": f"{law['path']}:{start}", "file": law["path"], "start": start, "end": start + len(body),
                   "title": title, "section": [], "text": body.strip(), "embedded": embedded, "twins": [], "heldOut": False}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--small", type=int, help="read only so many documents of each source")
    parser.add_argument("--hold-out", default="", help="files of the corpus that nothing is learnt from")
    options = parser.parse_args()
    random.seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    here = pathlib.Path(__file__).parent
    held_out_laws = set(json.loads((here / "questions" / "held-out-laws.json").read_text(encoding="utf-8")))
    held_out_files = set(filter(None, options.hold_out.split(",")))

    (options.out / "train.jsonl").write_text("".join(lines(options.data, "train.jsonl")), encoding="utf-8")
    passages = list(corpus(options.corpus, held_out_files))
    with open(options.out / "passages.jsonl", "w", encoding="utf-8") as file:
        for passage in passages:
            file.write(json.dumps(passage, ensure_ascii=False) + "\n")

    asked = {}
    for line in open(here / "questions" / "laws.jsonl", encoding="utf-8"):
        entry = json.loads(line)
        asked.setdefault(entry["file"], []).append(entry["spans"][0])
    with open(options.out / "law-passages.jsonl", "w", encoding="utf-8") as file:
        for passage in law_passages(options.data, asked):
            if any(passage["start"] <= start < passage["end"] for start, _ in asked[passage["file"]]):
                file.write(json.dumps(passage, ensure_ascii=False) + "\n")
    with open(options.out / "held-out-law-passages.jsonl", "w", encoding="utf-8") as file:
        for passage in law_passages(options.data, held_out_laws):
            file.write(json.dumps(passage, ensure_ascii=False) + "\n")

    count = {}
    with open(options.out / "documents.jsonl", "w", encoding="utf-8") as file, \
            open(options.out / "vocabulary.txt", "w", encoding="utf-8") as vocabulary:
        def learn(text):
            for word in t.words(text):
                for part in filter(None, LEARN_APART.split(word)):
                    vocabulary.write(part + "\n")

        for source in (laws(options.data, held_out_laws), broadcasts(options.data), articles(options.data)):
            for kind, title, parts in source:
                if options.small and count.get(kind, 0) >= options.small:
                    break
                parts = [p for p in parts if len(p) > 20]
                if not parts:
                    continue
                count[kind] = count.get(kind, 0) + 1
                file.write(json.dumps([kind, title, parts], ensure_ascii=False) + "\n")
                if random.random() < {"law": 0.35, "broadcast": 0.35, "article": 0.15}[kind]:
                    for part in parts:
                        learn(part)
        for passage in passages:
            if not passage["heldOut"]:
                for _ in range(3):
                    learn(passage["title"] + "\n" + passage["text"])
        with open(options.out / "questions.jsonl", "w", encoding="utf-8") as questions:
            for number, (question, context) in enumerate(reading_sets(options.data)):
                if options.small and number >= options.small:
                    break
                questions.write(json.dumps([question, context], ensure_ascii=False) + "\n")
                learn(question)
                count["question"] = count.get("question", 0) + 1
    print(count, len(passages), "passages")


main()
