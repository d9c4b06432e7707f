"""Words per second of the language model that ships, and the seconds it takes to load: `python tests/benchmarks/model_speed.py [FOLDER]`.

FOLDER holds articles; without it, those in seeds/ are read as often as it takes for some 50,000 words.
"""

import sys
import time
from pathlib import Path

import spacy

import newsresearch
from newsresearch.corpus import read_articles
from newsresearch.evaluate_model import benchmark_model

ROOT = Path(__file__).parent.parent.parent


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    texts = read_articles(folder).text.dropna().tolist()
    started = time.process_time()
    nlp = spacy.load(Path(newsresearch.__file__).parent / "model")
    print(f"loaded in {time.process_time() - started:.2f} s")
    words = sum(len(text.split()) for text in texts)
    texts = texts * max(1, 50_000 // words)
    print(f"{len(texts)} texts, some {len(texts) * words // max(1, len(set(texts)))} words")
    print(benchmark_model(nlp, texts).to_string(index=False))


if __name__ == "__main__":
    main()
