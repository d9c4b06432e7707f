"""Many articles: errors, deaths of workers, kills and resumption. Small components stand in for the real ones."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time

import pandas as pd
import pytest
import spacy
from spacy.language import Language

from newsresearch.corpora import extract_corpus, make_tasks
from newsresearch.corpus import read_articles
from newsresearch.duplicates import near_duplicates
from newsresearch.schema import ParameterError, TableError, make_table
from newsresearch.workers import process_article

CLAIM = dict(sentence_index=0, part_of=None, harm="killed", qualifier="exact", victim_status="unspecified", stance="asserted", scope="incident",
             sentence="s", rule="test")


@Language.component("test_claims")
def find_numbers(doc):
    if "RAISE" in doc.text:
        raise KeyError("no such thing\nand a second line")
    if "BREACH" in doc.text:
        doc._.casualties = [CLAIM | dict(claim_id="0", harm="annoyed", start_char=0, end_char=1)]
        return doc
    if "DIE" in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    doc._.casualties = [
        CLAIM | dict(claim_id=str(number), low=int(found[0]), best=int(found[0]), high=int(found[0]), start_char=found.start(), end_char=found.end())
        for number, found in enumerate(re.finditer(r"\d+", doc.text))
    ]
    return doc


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("test_claims")
    return nlp


def corpus(texts):
    return make_table("articles", [dict(article_id=f"a{n}", text=text, published="2021-03-05", path=f"{n}.txt", sha256="0") for n, text in enumerate(texts)])


def assert_same(one, other):
    for name, table in one.tables().items():
        pd.testing.assert_frame_equal(table, other.tables()[name])


TEXTS = [f"There were {n} dead and {n + 1} more dead." for n in range(30)]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_article_costs_one_article(nlp, workers):
    articles = corpus([*TEXTS[:3], "RAISE 5", None, "x" * 1_000_001, "Погибли девять человек 9", *TEXTS[3:]])
    articles["problem"] = pd.array([None] * 4 + ["the file is empty", None, None] + ["its date could not be read"] + [None] * (len(articles) - 8), "string")
    found = extract_corpus(articles, nlp, workers, progress=False)
    assert found.articles.problem[3:8].tolist() == [
        "could not be processed: KeyError: 'no such thing\\nand a second line'", "the file is empty",
        "not processed: the text has 1000001 characters; the model reads up to 1000000", "not processed: most of the text is not in Latin script",
        "its date could not be read"]
    assert found.articles.problem.notna().sum() == 5
    assert found.casualties.article_id.drop_duplicates().tolist() == [f"a{n}" for n in (0, 1, 2, *range(7, 34))]
    assert found.casualties.claim_id.tolist()[:3] == ["a0-0", "a0-1", "a1-0"]


def test_same_tables_whatever_the_order_and_the_workers(nlp):
    articles = corpus(TEXTS)
    one = extract_corpus(articles, nlp, progress=False)
    assert_same(one, extract_corpus(articles, nlp, 3, progress=False))
    backwards = extract_corpus(articles[::-1].reset_index(drop=True), nlp, 2, progress=False)
    for name, table in one.tables().items():
        other = backwards.tables()[name].sort_values("article_id", key=lambda ids: ids.str[1:].astype(int), kind="stable").reset_index(drop=True)
        pd.testing.assert_frame_equal(table, other)


def test_worker_that_dies_costs_one_article(nlp):
    found = extract_corpus(corpus([*TEXTS[:10], "DIE 7", *TEXTS[10:]]), nlp, 2, progress=False)
    assert found.articles.problem.dropna().to_dict() == {10: "could not be processed: the process that worked on it died, perhaps for lack of memory"}
    assert found.casualties.article_id.nunique() == 30


def test_language_that_the_model_does_not_read(nlp):
    articles = corpus(TEXTS[:3]).assign(language=pd.array(["en", "fr", None], "string"))
    found = extract_corpus(articles, nlp, progress=False)
    assert found.articles.problem.fillna("").tolist() == ["", "not processed: it is in the language 'fr'; the model reads 'en'", ""]


def test_records_that_fit_no_table_cost_one_article(nlp):
    found = extract_corpus(corpus(["BREACH", "9" * 30 + " dead.", "3 dead."]), nlp, progress=False)
    assert found.casualties.article_id.tolist() == ["a2"] and found.articles.problem[2] is pd.NA
    assert found.articles.problem[0].startswith("could not be processed: TableError: casualties.harm: 'annoyed' is not one of")
    assert found.articles.problem[1].startswith("could not be processed: OverflowError")


def test_empty_corpus(nlp, tmp_path):
    found = extract_corpus(read_articles(tmp_path), nlp, 2, store=tmp_path / "s.sqlite", progress=False)
    assert [len(table) for table in found.tables().values()] == [0] * 6


def test_columns_of_ones_own_are_kept(nlp):
    assert extract_corpus(corpus(TEXTS[:2]).assign(desk="north"), nlp, progress=False).articles.desk.tolist() == ["north"] * 2


@pytest.mark.parametrize("change, error, message", [
    (dict(workers=0), ParameterError, "workers: expected a number of processes from 1, got 0"),
    (dict(workers=1.5), ParameterError, "got 1.5"),
    (dict(options={"model": "x"}), ParameterError, "options: expected either"),
])
def test_wrong_parameters(nlp, change, error, message):
    with pytest.raises(error, match=re.escape(message)):
        extract_corpus(corpus(TEXTS[:1]), nlp, **change)


def test_wrong_tables(nlp):
    with pytest.raises(TableError, match="'a0' occurs twice"):
        extract_corpus(pd.concat([corpus(TEXTS[:1])] * 2), nlp)
    with pytest.raises(TableError, match="no column holds the texts; found \\['a'\\]"):
        extract_corpus(pd.DataFrame({"a": ["x"]}), nlp)


def test_tables_of_ones_own(nlp):
    found = extract_corpus(pd.DataFrame({"article_id": ["mine", "yours"], "content": ["3 dead.", None], "date": ["1 May 2020", None], "desk": [1, 2]}), nlp, progress=False)
    assert found.casualties.claim_id.tolist() == ["mine-0"] and found.articles.problem[1] == "row 2: the text is empty"
    assert str(found.articles.published[0].date()) == "2020-05-01" and found.articles.desk.tolist() == [1, 2]


# --- the store ----------------------------------------------------------------------------------------------------


def counting(nlp):
    "A pipeline that counts what it is given."
    seen = []

    class Counting:
        lang, max_length, config, meta, pipe_names, make_doc = nlp.lang, nlp.max_length, nlp.config, nlp.meta, nlp.pipe_names, staticmethod(nlp.make_doc)
        memory_zone = staticmethod(nlp.memory_zone)

        def __call__(self, doc):
            seen.append(doc.text)
            return nlp(doc)

    return Counting(), seen


def test_finished_articles_are_not_processed_again(nlp, tmp_path):
    counter, seen = counting(nlp)
    store = tmp_path / "deep" / "store.sqlite"
    extract_corpus(corpus(TEXTS[:10]), counter, store=store, progress=False)
    resumed = extract_corpus(corpus(TEXTS), counter, store=store, progress=False)
    assert seen == TEXTS
    assert_same(resumed, extract_corpus(corpus(TEXTS), nlp, progress=False))


def test_changed_articles_are_processed_again(nlp, tmp_path):
    counter, seen = counting(nlp)
    store = tmp_path / "store.sqlite"
    extract_corpus(corpus(TEXTS[:3]), counter, store=store, progress=False)
    changed = corpus([TEXTS[0], "Now 77 dead.", TEXTS[2]])
    changed.loc[2, "published"] = pd.Timestamp("2022-01-01")
    found = extract_corpus(changed, counter, store=store, progress=False)
    assert seen[3:] == ["Now 77 dead.", TEXTS[2]] and found.casualties.low.tolist() == [0, 1, 77, 2, 3]


def test_problems_are_tried_again(nlp, tmp_path):
    counter, seen = counting(nlp)
    for _ in range(2):
        found = extract_corpus(corpus(["RAISE 1"]), counter, store=tmp_path / "s.sqlite", progress=False)
    assert len(seen) == 2 and found.articles.problem[0].startswith("could not be processed: KeyError")


def test_another_pipeline_does_not_share_results(nlp, tmp_path):
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    assert len(extract_corpus(corpus(TEXTS[:2]), nlp, store=tmp_path / "s", progress=False).casualties) == 4
    assert len(extract_corpus(corpus(TEXTS[:2]), other, store=tmp_path / "s", progress=False).casualties) == 0


def test_store_that_is_none(nlp, tmp_path):
    (tmp_path / "notes.txt").write_text("my notes\n" * 500)
    for path in (tmp_path / "notes.txt", tmp_path):
        with pytest.raises(ParameterError, match="is not a store, and cannot become one"):
            extract_corpus(corpus(TEXTS[:1]), nlp, store=path, progress=False)
    assert (tmp_path / "notes.txt").read_text() == "my notes\n" * 500


STOPPABLE_RUN = """
    import os, sys, time, spacy
    sys.path.insert(0, {here!r})
    from spacy.language import Language
    import test_corpora as t
    from newsresearch.corpora import extract_corpus

    @Language.component("waiting")
    def wait(doc):
        if doc.text == t.TEXTS[29] and not os.path.exists({go!r}):
            time.sleep(3600)  # until it is killed
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("waiting")
    nlp.add_pipe("test_claims")
    extract_corpus(t.corpus(t.TEXTS * 4), nlp, workers=2, store={store!r}, progress=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process group")
def test_killed_run_leaves_a_sound_store(tmp_path):
    store, go = tmp_path / "store.sqlite", tmp_path / "go"
    script = textwrap.dedent(STOPPABLE_RUN.format(here=os.path.dirname(__file__), store=str(store), go=str(go)))
    run = subprocess.Popen([sys.executable, "-c", script], start_new_session=True)
    while run.poll() is None and not (store.exists() and stored(store) >= 24):
        time.sleep(0.05)
    assert run.poll() is None
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert 24 <= stored(store) < 120
    go.touch()
    subprocess.run([sys.executable, "-c", script], check=True)
    assert stored(store) == 120


def stored(path):
    "How many results a store holds; 0 while it is being made."
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        try:
            return connection.execute("SELECT count(*) FROM results").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


# --- output ---------------------------------------------------------------------------------------------------------


def test_tables_on_disk_are_data(nlp, tmp_path):
    articles = corpus(TEXTS[:2]).assign(title=pd.array(["=HYPERLINK(\"http://x\")", "<script>alert(1)</script>"], "string"))
    found = extract_corpus(articles, nlp, progress=False)
    assert sorted(path.name for path in found.to_folder(tmp_path / "out")) == sorted(
        f"{name}{suffix}" for name in ("articles", "actors", "locations", "casualties", "tolls", "statements") for suffix in (".csv", ".parquet"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{n}{s}" for n in found.tables() for s in (".csv", ".parquet"))
    assert "'=HYPERLINK" in (tmp_path / "out" / "articles.csv").read_text() and ",=HYPERLINK" not in (tmp_path / "out" / "articles.csv").read_text()
    assert pd.read_parquet(tmp_path / "out" / "articles.parquet").title[0] == "=HYPERLINK(\"http://x\")"
    assert "<script>" not in found._repr_html_()


# --- duplicates -----------------------------------------------------------------------------------------------------


def words(start, count):
    return " ".join(f"w{n}" for n in range(start, start + count))


def test_near_duplicates():
    texts = [words(0, 200), words(0, 200).upper() + "!", words(0, 150), words(0, 60), words(1000, 200), "", None, "Two died.", "Two died.", words(0, 100) + " " + words(5000, 100)]
    articles = corpus([text or None for text in texts])
    assert near_duplicates(articles)[["article_id", "duplicate_of"]].values.tolist() == [["a1", "a0"], ["a2", "a0"], ["a8", "a7"]]


def test_the_earliest_is_the_original():
    articles = corpus([words(0, 100)] * 3)
    articles["published"] = pd.to_datetime(["2021-01-03", None, "2021-01-02"]).astype("datetime64[ms]")
    assert near_duplicates(articles).duplicate_of.tolist() == ["a2", "a2"]


def test_process_article_reads_the_date(nlp):
    seen = []

    class Pipeline:
        lang, max_length = "en", 1000
        make_doc = staticmethod(nlp.make_doc)
        memory_zone = staticmethod(nlp.memory_zone)

        def __call__(self, doc):
            seen.append(doc._.published)
            return doc

    process_article(make_tasks(corpus(["x"]))[0], Pipeline())
    assert str(seen[0]) == "2021-03-05"
