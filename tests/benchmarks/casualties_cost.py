"""What reading casualty claims costs beside the language model that it runs on, on texts dense with claims.

    python tests/benchmarks/casualties_cost.py [FOLDER]

Reads the articles of a folder (default: seeds/), in one process, several times; prints words per second of each and the share of the model's time.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.tokens import Doc

from newsresearch.casualties import find_casualties
from newsresearch.corpus import read_articles
from newsresearch.files import data_path

ROOT = Path(__file__).parents[2]


RUNS = 7  # of both in turn, the least of each: a busy machine only adds to the time


def timed(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    "Processor seconds that `work` takes, after `before`."
    before()
    start = time.process_time()
    work()
    return time.process_time() - start


def forget(docs: list[Doc]) -> None:
    "Take away what earlier runs remembered of the texts."
    for doc in docs:
        doc.user_data = {key: value for key, value in doc.user_data.items() if key[0] == "._."}


def main(folder: Path) -> None:
    for name in ("published", "locations", "actors", "casualties"):
        Doc.set_extension(name, default=None, force=True)
    nlp = spacy.load(data_path("../model"))
    texts = read_articles(folder)["text"].dropna().tolist()
    docs = list(nlp.pipe(texts))
    for doc in docs:  # lists are read on first use
        find_casualties(doc)
    runs = [(timed(lambda: list(nlp.pipe(texts))), timed(lambda: [find_casualties(doc) for doc in docs], before=lambda: forget(docs))) for _ in range(RUNS)]
    model, casualties = map(min, zip(*runs))
    claims = sum(len(find_casualties(doc)) for doc in docs)
    words = sum(map(len, docs))
    print(f"{len(texts)} articles, {words} words, {claims} claims")
    print(f"language model   {words / model:8.0f} words/s")
    print(f"casualty claims  {words / casualties:8.0f} words/s, {casualties / model:.1%} of the model's time")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds")
