"""What linking and summarizing actors costs per mention, at 1,000, 10,000 and 100,000 articles.

    python tests/benchmarks/actors_scaling.py [articles ...]

The tables are made up: each article names ten actors out of a growing population, by full name, by surname with a function, and by acronym.
"""

import random
import resource
import sys
import time

import pandas as pd

from newsresearch.actor_summaries import co_mentions, summarize_actors
from newsresearch.linking import link_actors
from newsresearch.registry import load_registry
from newsresearch.schema import make_table

GIVEN = ["Ada", "Omar", "Ilse", "Ivo", "Mona", "Zdenko", "Karl", "Lena", "Amina", "Pavel", "Noor", "Tarik", "Ines", "Jonas", "Rosa", "Emil"]
ROLES = ["mayor", "governor", "minister", "spokesman", None]
COUNTRIES = ["KE", "HR", "CL", "PE", "NP"]


def made_up_table(articles: int) -> pd.DataFrame:
    "An actors table with ten mentions an article."
    chance, rows = random.Random(1), []
    syllables = ["ba", "ko", "mar", "tin", "ro", "sel", "dan", "vi", "lup", "gor", "zen", "fa"]
    surnames = ["".join(chance.choice(syllables) for _ in range(3)).capitalize() for _ in range(max(200, articles // 2))]
    for number in range(articles):
        for place in range(10):
            given, surname = chance.choice(GIVEN), surnames[min(int(chance.paretovariate(0.6)), len(surnames)) - 1 if chance.random() < 0.5 else chance.randrange(len(surnames))]
            role, country = ROLES[len(surname) % 5], COUNTRIES[len(surname) % 5]
            full = chance.random() < 0.7
            name = f"{given} {surname}" if full else surname
            identity = "person-" + "-".join(name.lower().split())
            rows.append(dict(
                article_id=f"a{number}", sentence_index=place // 3, start_char=place * 20, end_char=place * 20 + len(name), actor_id=identity, name=name, text=name,
                kind="person", role=role, country=country, rule="made up",
            ))
    return make_table("actors", rows)


def main() -> None:
    "Print a line per size: mentions, seconds and microseconds per mention of each step, peak memory."
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    registry = load_registry()
    print(f"{'articles':>9} {'mentions':>9} {'link':>16} {'summaries':>16} {'pairs':>16} {'peak MB':>8}")
    for size in sizes:
        table, cells = made_up_table(size), []
        for step in (lambda t: link_actors(t, registry), summarize_actors, co_mentions):
            began = time.process_time()
            result = step(table)
            seconds = time.process_time() - began
            cells.append(f"{seconds:7.1f} s {1e6 * seconds / len(table):4.0f} µs")
            table = result if step.__name__ == "<lambda>" else table
        print(f"{size:>9,} {len(table):>9,} {cells[0]:>16} {cells[1]:>16} {cells[2]:>16} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f}")


if __name__ == "__main__":
    main()
