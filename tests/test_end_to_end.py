"""From the demonstration corpus to its tables: the contract, and the facts that no change of model may lose."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import newsresearch as nr
from newsresearch.schema import TABLES, check_table

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
MENTIONS = ("actors", "locations", "casualties")


@pytest.fixture(scope="module")
def nlp():
    return nr.load()


@pytest.fixture(scope="module")
def found(nlp):
    return nr.extract_corpus(nr.read_articles(SEEDS), nlp=nlp)


@pytest.fixture(scope="module")
def texts(found):
    return found.articles.set_index("article_id").text


def rows_of(found, table, file):
    """The rows of `table` that come from the article with this text in its URL."""
    ids = found.articles[found.articles.url.str.endswith("/" + file)].article_id
    assert len(ids) == 1
    return getattr(found, table)[lambda rows: rows.article_id == ids.iloc[0]]


# --- the contract ---


def test_tables_keep_the_contract(found):
    tables = {name: getattr(found, name) for name in TABLES}
    assert [check_table(table, name) is table for name, table in tables.items()] == [True] * 6
    assert all(len(table) for table in tables.values())


def test_mentions_are_where_they_say(found, texts):
    for table in MENTIONS:
        rows = getattr(found, table)
        slices = [texts[row.article_id][row.start_char : row.end_char] for row in rows.itertuples()]
        assert "" not in slices
        if table != "casualties":
            assert slices == rows.text.tolist()


def test_words_of_a_claim_stand_in_its_article(found, texts):
    claims = found.casualties
    for field in ("sentence", "count_text", "victims", "source", "place", "perpetrator", "cause"):
        said = claims[claims[field].notna()]
        assert [row[field] for _, row in said.iterrows() if row[field] not in texts[row.article_id]] == [], field


def test_bounds_are_in_order(found):
    for table in (found.casualties, found.tolls):
        assert not (table.low > table.best).any()
        assert not (table.best > table.high).any()
        assert not (table.low > table.high).any()


def test_rows_refer_to_rows_that_exist(found):
    claims, actors = found.casualties, found.actors
    assert claims.claim_id.is_unique
    wholes = claims.merge(claims, left_on="part_of", right_on="claim_id", suffixes=("", "_whole"))
    assert len(wholes) == claims.part_of.notna().sum()
    assert (wholes.article_id == wholes.article_id_whole).all()
    assert (wholes.claim_id != wholes.part_of).all()
    speakers = set(zip(claims.article_id, claims.source_actor_id)) - {(a, pd.NA) for a in claims.article_id}
    known = set(zip(actors.article_id, actors.actor_id))
    assert {(a, s) for a, s in speakers if pd.notna(s)} <= known
    for table in (*MENTIONS, "tolls"):
        assert set(getattr(found, table).article_id) <= set(found.articles.article_id)


def test_an_actor_has_one_name_and_one_id(found):
    names = found.actors.groupby("actor_id").name.nunique()
    assert names[names != 1].to_dict() == {}
    secretary_general = found.actors[found.actors.text.str.contains("Guterres")]
    assert secretary_general.article_id.nunique() == 2
    assert secretary_general.actor_id.nunique() == 1


def test_the_same_input_gives_the_same_tables(found, nlp):
    again = nr.extract_corpus(nr.read_articles(SEEDS), nlp=nlp)
    for name in TABLES:
        assert_frame_equal(getattr(found, name), getattr(again, name))


def test_a_single_file_gives_the_rows_that_the_folder_gave(found, nlp):
    alone = nr.extract_corpus(nr.read_articles(SEEDS / "bakhmut.txt"), nlp=nlp)
    assert alone.articles.article_id.tolist() == rows_of(found, "articles", "bakhmut").article_id.tolist()
    assert_frame_equal(alone.casualties, rows_of(found, "casualties", "bakhmut").reset_index(drop=True))


# --- spaCy ---


def in_a_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_factories_are_found_without_an_import():
    code = """
import spacy
nlp = spacy.blank("en")
for name in ("newsresearch_actors", "newsresearch_locations", "newsresearch_casualties"):
    nlp.add_pipe(name)
print(nlp.pipe_names)
"""
    assert in_a_new_process(code) == "['newsresearch_actors', 'newsresearch_locations', 'newsresearch_casualties']"


def test_a_pipeline_written_to_disk_extracts_the_same(nlp, tmp_path):
    text = "Police said that a bomb had killed at least 12 people in Lagos."
    nlp.to_disk(tmp_path / "pipeline")
    code = f"""
import json, spacy
doc = spacy.load({str(tmp_path / "pipeline")!r})({text!r})
print(json.dumps([[claim["harm"], claim["low"], claim["high"], claim["place"]] for claim in doc._.casualties]))
"""
    assert json.loads(in_a_new_process(code)) == [["killed", 12, None, "Lagos"]]


def test_records_on_the_doc_are_the_rows_of_the_tables(found, nlp):
    article = rows_of(found, "articles", "chibok").iloc[0]
    doc = nlp.make_doc(article.text)
    doc._.published = article.published.date()
    doc = nlp(doc)
    for table in MENTIONS:
        rows = rows_of(found, table, "chibok")
        fields = [column.name for column in TABLES[table] if column.name not in ("article_id", "claim_id", "part_of", "actor_id", "source_actor_id")]
        expected = [tuple(None if pd.isna(v) else v for v in row) for row in rows[fields].itertuples(index=False)]
        records = [tuple(pd.Timestamp(v) if field.startswith("date_") and field != "date_precision" and v else v for field, v in ((f, record.get(f)) for f in fields)) for record in getattr(doc._, table)]
        assert records == expected


# --- files ---


def test_parquet_gives_the_tables_back(found, tmp_path):
    found.to_folder(tmp_path)
    for name in TABLES:
        assert_frame_equal(pd.read_parquet(tmp_path / f"{name}.parquet"), getattr(found, name))


def test_csv_holds_every_row_and_no_formula(found, tmp_path):
    found.to_folder(tmp_path)
    for name in TABLES:
        cells = pd.read_csv(tmp_path / f"{name}.csv", dtype=str, keep_default_na=False)
        assert cells.shape == getattr(found, name).shape
        text_columns = [column.name for column in TABLES[name] if column.dtype == "string"]
        assert not cells[text_columns].map(lambda cell: cell.startswith(("=", "+", "-", "@", "\t"))).any(axis=None)


HOSTILE = """<script>alert(1)</script> At least seven people died in Lagos on Monday, <img src=x onerror=alert(2)> police said.

=HYPERLINK("http://example.org","Click") said 12 others were injured, and @SUM(A1:A9) denied it.

Mayor <b>Ade Bello</b> & his deputy, "Tunde Okoro", said: '; DROP TABLE claims; --
"""


def test_markup_and_formulas_in_an_article_stay_text(nlp, tmp_path):
    found = nr.extract(HOSTILE, published="2024-03-06", nlp=nlp)
    killed = found.casualties[found.casualties.harm == "killed"]
    assert killed[["low", "best"]].values.tolist() == [[7, 7]]
    page = found._repr_html_()
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    found.to_folder(tmp_path)
    for name in TABLES:
        cells = pd.read_csv(tmp_path / f"{name}.csv", dtype=str, keep_default_na=False)
        assert not cells.drop(columns=["latitude", "longitude"], errors="ignore").map(lambda cell: cell.startswith(("=", "+", "-", "@"))).any(axis=None)


def test_one_bad_article_does_not_stop_the_others(nlp, tmp_path):
    shutil.copy(SEEDS / "bakhmut.txt", tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "page.html").write_text("<html><head><title>t</title></head><body><script>1</script></body></html>")
    (tmp_path / "lines.jsonl").write_text('{"text": "Two men were killed in Basra.", "published": "2024-03-06"}\n{"text": \n')
    found = nr.extract_corpus(nr.read_articles(tmp_path, published="2023-03-01"), nlp=nlp)
    assert found.articles.text.isna().groupby(found.articles.path).sum().to_dict() == {
        "empty.txt": 1, "good.txt": 0, "lines.jsonl": 1, "page.html": 1,
    }
    assert found.articles.problem.isna().sum() == 2
    assert found.casualties.article_id.nunique() == 2


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "?", "9", "\U0001f600 " * 50, "three \ud83d died", "A" * 5000, "killed " * 300, "BY " + "ABCDEFGH" * 400 + "!", "X-" * 1500])
def test_no_text_is_too_strange_to_process(nlp, text):
    found = nr.extract(text, nlp=nlp)
    assert [check_table(getattr(found, name), name) is getattr(found, name) for name in TABLES] == [True] * 6


# --- what the articles say ---


def test_bakhmut_the_claims_and_none_of_the_traps(found):
    claims = rows_of(found, "casualties", "bakhmut")
    killed = claims[claims.harm == "killed"]
    assert killed[["count_text", "low", "best", "qualifier", "victims", "victim_status"]].values.tolist() == [
        ["at least nine", 9, 9, "at_least", "civilians", "civilian"],
    ]
    assert killed.high.isna().all()
    assert "Zelensky's office" in killed.source.iloc[0]
    assert killed.stance.tolist() == ["attributed"]
    assert killed.date_start.tolist() == killed.date_end.tolist() == [pd.Timestamp("2023-02-28")]
    injured = claims[claims.harm == "injured"]
    assert injured[["low", "best", "high"]].values.tolist() == [[12, 12, 12]]
    assert sorted(claims.low.dropna()) == [9, 12]  # no soldiers, residents, convicts, reservists, towns or years
    tolls = rows_of(found, "tolls", "bakhmut").set_index("harm")
    assert tolls.loc["killed", ["low", "best"]].tolist() == [9, 9]
    assert tolls.loc["injured", ["low", "best", "high"]].tolist() == [12, 12, 12]


def test_bakhmut_who_is_who(found):
    actors = rows_of(found, "actors", "bakhmut")
    persons = actors[actors.kind == "person"]
    surnames = ["Putin", "Zelensky", "Prigozhin", "Rodnyansky", "Volodin", "Haidai"]
    assert {name: persons[persons.text.str.contains(name)].actor_id.nunique() for name in surnames} == dict.fromkeys(surnames, 1)
    roles = persons.dropna(subset="role").drop_duplicates("actor_id")
    role = {name: next(iter(roles[roles.name.str.contains(name)].role), None) for name in surnames}
    assert role["Rodnyansky"] == "presidential economic adviser"
    assert role["Haidai"] == "regional governor"
    assert role["Volodin"] == "Duma Chairman"
    assert role["Zelensky"] == "President"
    groups = actors[actors.kind.isin(["armed_group", "military_unit"])]
    assert groups[groups.text.str.contains("Wagner")].actor_id.nunique() == 1
    assert groups[groups.text.str.contains("80th Brigade")].actor_id.nunique() == 1


def test_bakhmut_places_are_in_the_right_spot(found):
    places = rows_of(found, "locations", "bakhmut")
    spots = places[places.usage == "literal"].dropna(subset="latitude").drop_duplicates("text").set_index("text")
    expected = {
        "Bakhmut": (48.6, 38.0), "Avdiivka": (48.1, 37.7), "Vuhledar": (47.8, 37.2), "Chasiv Yar": (48.6, 37.8),
        "Kreminna": (49.0, 38.2), "Bilohorivka": (48.9, 38.2), "Kadiivka": (48.6, 38.6),
    }
    found_at = spots[["latitude", "longitude"]].astype(float).round(1).reindex(list(expected))
    assert (found_at - pd.DataFrame(expected, index=["latitude", "longitude"]).T).abs().max(axis=None) < 0.2
    assert found_at.notna().all(axis=None)
    assert places[places.text.isin(["Moscow", "Kyiv"])].usage.tolist()[-3:] == ["metonym"] * 3  # accused Moscow; Kyiv and Moscow agree


def test_a_diplomatic_story_has_no_casualties(found):
    assert rows_of(found, "casualties", "tehran-riyadh").values.tolist() == []


def test_two_articles_disagree_and_stay_apart(found):
    official = rows_of(found, "casualties", "solhan")
    residents = rows_of(found, "casualties", "solhan-residents")
    assert official[official.low == 132].harm.tolist() == ["killed"]
    assert residents[residents.low == 160][["harm", "qualifier"]].values.tolist() == [["killed", "at_least"]]


def test_people_on_board_and_people_arrested_are_no_victims(found):
    pylos = rows_of(found, "casualties", "pylos")
    assert pylos[pylos.low == 78].harm.tolist() == ["killed"]
    assert not pylos.best.isin([9, 100, 104, 400, 750]).any()


def test_the_code_in_the_readme_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    code = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    names = {}
    exec(code, names)
    claims = names["x"].casualties.set_index("harm")
    assert claims.loc["killed", ["low", "place"]].tolist() == [3, "Kherson"]
    assert claims.loc["injured", "low"] == 12
    assert names["x"].actors.name.str.contains("Prokudin").any()
    assert len(names["everything"].articles) == 14
