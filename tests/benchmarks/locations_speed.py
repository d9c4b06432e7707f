"""How fast places are found, alone on one core, and how that grows with the length of an article and the size of the gazetteer.

    python tests/benchmarks/locations_speed.py

The language model runs first and is not measured. The gazetteer is built anew, in a directory of its own.
"""

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy

from newsresearch.corpus import read_articles
from newsresearch.gazetteer import Gazetteer, load_gazetteer
from newsresearch.gazetteer_index import data_file, write_index
from newsresearch.locations import find_locations

SEEDS = Path(__file__).parents[2] / "seeds"
LOAD = """
import resource, time
from newsresearch.gazetteer import load_gazetteer
before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
load_gazetteer(progress=False).lookup("Bakhmut")
seconds, usage = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
print(seconds, time.process_time(), (usage.ru_maxrss - before) / 1024)
"""


def first_and_later_use() -> None:
    "Build in a fresh directory, then load again, each in a process of its own."
    with tempfile.TemporaryDirectory() as folder:
        for use in ("first", "later"):
            environment = {**os.environ, "NEWSRESEARCH_CACHE": folder}
            output = subprocess.run([sys.executable, "-c", LOAD], env=environment, capture_output=True, text=True, check=True).stdout
            seconds, processor, memory = map(float, output.split())
            print(f"{use} use: {seconds:.2f} s ({processor:.2f} s of processor time, imports included), {memory:.0f} MB of memory more at most")


def words_per_second(docs, gazetteer) -> float:
    "Words of processor time, the component alone."
    start = time.process_time()
    for doc in docs:
        find_locations(doc, gazetteer)
    return sum(len(doc) for doc in docs) / max(time.process_time() - start, 1e-9)


def lookups_per_second(size: int) -> float:
    "Look-ups in a gazetteer of that many made-up names, half of them found."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        write_index(path, (((i, f"Name{i}", "populated_place", 0.0, 0.0, "XX", "", "", 0, 0, 0), [(f"Name{i}", 2)]) for i in range(1, size + 1)))
        gazetteer, step = Gazetteer(path), max(1, size // 10_000)
        start = time.process_time()
        for i in range(1, size + 1, step):
            gazetteer.by_key(f"name{i}")
            gazetteer.by_key(f"none{i}")
        return 2 * len(range(1, size + 1, step)) / max(time.process_time() - start, 1e-9)


def main() -> None:
    print(platform.platform(), platform.python_version())
    first_and_later_use()
    model, gazetteer = spacy.load(data_file("").parent / "model"), load_gazetteer()
    texts = [text for text in read_articles(SEEDS)["text"] if isinstance(text, str)]
    docs = list(model.pipe(texts * 5))
    words_per_second(docs[:len(texts)], gazetteer)
    print(f"articles of seeds/: {words_per_second(docs, gazetteer):,.0f} words per second of processor time")
    print("one article made of n others, words per second:")
    for count in (1, 2, 4, 8, 16, 32):
        doc = model("\n\n".join((texts * 8)[:count]))
        print(f"  n = {count:2}, {len(doc):6} words: {words_per_second([doc] * 3, gazetteer):,.0f}")
    for size in (10_000, 100_000, 1_000_000):
        print(f"gazetteer of {size:9,} names: {lookups_per_second(size):,.0f} look-ups per second, none remembered")
    print(f"peak memory of this process, language model included: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
