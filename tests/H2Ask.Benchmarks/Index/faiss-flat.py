"""Searches the same vectors with FAISS: one line of milliseconds a question for every "go" on the standard input.

arguments: FILE OFFSET COUNT DIMENSIONS QUESTIONS THREADS FOUND
Needs Debian's python3-faiss. One question is searched by one thread in a flat index, so with more threads there are as many
flat indexes behind IndexShards, each with its thread.
"""
import sys
import time

import faiss
import numpy

path, questions_path, found_path = sys.argv[1], sys.argv[5], sys.argv[7]
offset, count, dimensions, threads = (int(sys.argv[i]) for i in (2, 3, 4, 6))

vectors = numpy.memmap(path, numpy.float32, "r", offset, (count, dimensions))
questions = numpy.fromfile(questions_path, numpy.float32).reshape(-1, dimensions)
faiss.omp_set_num_threads(threads)

started = time.perf_counter()
if threads == 1:
    index = faiss.IndexFlatIP(dimensions)
    index.add(vectors)
else:
    index = faiss.IndexShards(dimensions, True, True)
    shards = [faiss.IndexFlatIP(dimensions) for _ in range(threads)]
    for part, shard in zip(numpy.array_split(numpy.arange(count), threads), shards):
        shard.add(vectors[part[0]:part[-1] + 1])
        index.add_shard(shard)
print(f"ready {time.perf_counter() - started:.3f} {faiss.get_compile_options().strip()}", flush=True)

for _ in sys.stdin:
    times, found = [], []
    for question in questions:
        started = time.perf_counter()
        _, ids = index.search(question.reshape(1, -1), 10)
        times.append((time.perf_counter() - started) * 1000)
        found.append(ids[0])
    numpy.array(found, numpy.int32).tofile(found_path)
    print(" ".join(f"{milliseconds:.4f}" for milliseconds in times), flush=True)
