"""How fast a corpus is read, searched for copies and processed, and how much memory that takes.

    python tests/benchmarks/corpus_throughput.py --articles 400 --workers 1 2

Makes a corpus of that many articles out of those in seeds/, each with its paragraphs in another order.
"""

import argparse
import json
import platform
import random
import resource
import tempfile
import time
from pathlib import Path

import pandas as pd

from newsresearch.corpora import extract_corpus
from newsresearch.corpus import read_articles
from newsresearch.duplicates import near_duplicates

SEEDS = Path(__file__).parents[2] / "seeds"


def make_corpus(folder: Path, size: int) -> None:
    "Write a JSON Lines file of `size` articles, different every one, the same in every run."
    sources = [article for article in read_articles(SEEDS).to_dict("records") if isinstance(article["text"], str)]
    chance = random.Random(0)
    with open(folder / "corpus.jsonl", "w", encoding="utf-8") as file:
        for number in range(size):
            article = sources[number % len(sources)]
            paragraphs = article["text"].split("\n")
            chance.shuffle(paragraphs)
            row = {"id": number, "title": article["title"], "text": "\n".join(paragraphs), "published": str(article["published"])[:10]}
            file.write(json.dumps(row) + "\n")


def peak_memory_mb(who: int = resource.RUSAGE_SELF) -> float:
    "Most memory that this process (or its largest worker) has held, in MB."
    return resource.getrusage(who).ru_maxrss / (1024**2 if platform.system() == "Darwin" else 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    rows = []

    def measure(step: str, action):
        start = time.perf_counter()
        result = action()
        seconds = time.perf_counter() - start
        memory = max(peak_memory_mb(), peak_memory_mb(resource.RUSAGE_CHILDREN))
        rows.append({"step": step, "seconds": round(seconds, 1), "articles_per_second": round(options.articles / seconds, 1), "peak_memory_mb": round(memory)})
        return result

    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), options.articles)
        articles = measure("read", lambda: read_articles(folder))
        measure("near duplicates", lambda: near_duplicates(articles))
        results = []
        for workers in options.workers:
            store = Path(folder) / f"{workers}.sqlite"
            results.append(measure(f"extract, {workers} worker(s)", lambda: extract_corpus(articles, workers=workers, store=store)))
            measure(f"again from the store, {workers} worker(s)", lambda: extract_corpus(articles, workers=workers, store=store, progress=False))
    for result in results[1:]:
        for name, table in results[0].tables().items():
            pd.testing.assert_frame_equal(table, result.tables()[name])
    words = articles.text.str.split().str.len().sum()
    print(f"{options.articles} articles, {words} words; the same tables with any number of workers")
    print(pd.DataFrame(rows).to_string(index=False))


if __name__ == "__main__":
    main()
