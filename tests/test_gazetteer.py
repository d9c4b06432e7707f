"""The gazetteer's file and facts: what does not read as a narrative."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsresearch import gazetteer_index
from newsresearch.gazetteer import capital_country, country_code, load_gazetteer
from newsresearch.gazetteer_index import ensure_index, index_path, name_key, read_rows, split_values, write_index
from newsresearch.schema import GazetteerError

TINY = [
    ((1, "Ayton", "populated_place", 1.0, 2.0, "GB", "ENG", "", 500, 0, 3), [("Ayton", 2), ("Aytown", 0)]),
    ((2, "Ayton", "populated_place", 3.0, 4.0, "US", "TX", "", 900, 0, 3), [("Ayton", 2)]),
]
BUILD = "from newsresearch.gazetteer_index import ensure_index; ensure_index(progress=False)"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSRESEARCH_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer(progress=False)


def names(gazetteer, name):
    return [(place.name, place.country) for place in gazetteer.lookup(name)]


def test_the_directory_of_the_index_can_be_named(cache):
    assert index_path().parent == cache


def test_a_cache_that_cannot_be_written_is_named_in_the_error(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("in the way")
    monkeypatch.setenv("NEWSRESEARCH_CACHE", str(file / "below"))
    with pytest.raises(GazetteerError, match="NEWSRESEARCH_CACHE"):
        ensure_index(progress=False)


def test_a_build_that_fails_leaves_nothing_behind(cache, monkeypatch):
    def broken(progress):
        yield TINY[0]
        raise KeyboardInterrupt

    monkeypatch.setattr(gazetteer_index, "all_rows", broken)
    with pytest.raises(KeyboardInterrupt):
        ensure_index(progress=False)
    assert list(cache.iterdir()) == []


def test_two_processes_may_build_at_once_and_one_may_be_killed(cache):
    environment = {**os.environ, "NEWSRESEARCH_CACHE": str(cache)}
    builders = [subprocess.Popen([sys.executable, "-c", BUILD], env=environment) for _ in range(3)]
    deadline = time.monotonic() + 120
    while not any(cache.glob("building-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    builders[0].send_signal(signal.SIGKILL)
    assert [builder.wait(timeout=300) for builder in builders] == [-signal.SIGKILL, 0, 0]
    index = next(cache.glob("gazetteer-*.sqlite"))
    assert sqlite3.connect(index).execute("SELECT count(*) FROM place WHERE kind = 'country'").fetchone() == (250,)


def test_a_half_built_index_of_a_killed_process_is_not_read(cache, monkeypatch):
    (cache / "building-dead.sqlite").write_bytes(b"half")
    monkeypatch.setattr(gazetteer_index, "all_rows", lambda progress: iter(TINY))
    path = ensure_index(progress=False)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM place").fetchone() == (2,)


def test_names_are_indexed_once_with_their_best_weight(tmp_path):
    write_index(tmp_path / "tiny.sqlite", [((1, "Ayton", "populated_place", 1.0, 2.0, "GB", "", "", 5, 0, 1), [("Ayton", 0), ("AYTON", 2)])])
    rows = sqlite3.connect(tmp_path / "tiny.sqlite").execute("SELECT * FROM name").fetchall()
    assert rows == [("ayton", 1, 2)]


def test_a_gazetteer_survives_pickling_and_forking(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert names(copy, "Kyiv") == names(gazetteer, "Kyiv")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, gazetteer.lookup("Bakhmut")[0].name.encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 100) == b"Bakhmut"


@pytest.mark.parametrize("then, now", [
    ("Kiev", "Kyiv"), ("Artemivsk", "Bakhmut"), ("Stakhanov", "Kadiyivka"), ("Peking", "Beijing"), ("Saigon", "Ho Chi Minh City"),
    ("Bombay", "Mumbai"), ("Burma", "Myanmar"), ("Ivory Coast", "Ivory Coast"), ("Côte d’Ivoire", "Ivory Coast"), ("Zaire", "Democratic Republic of the Congo"),
    ("DR Congo", "Democratic Republic of the Congo"), ("Türkiye", "Turkey"), ("Swaziland", "Eswatini"), ("Cologne", "Köln"),
    ("the Netherlands", "Netherlands"), ("U.S.", "United States"), ("UK", "United Kingdom"), ("the Kremlin", "Moscow"), ("Downing Street", "London"),
])
def test_variant_and_historical_names(gazetteer, then, now):
    assert now in [place.name for place in gazetteer.lookup(then)[:5]]


@pytest.mark.parametrize("name, kind, country", [
    ("Donetsk region", "admin1", "UA"), ("Luhansk province", "admin1", "UA"), ("province of Luhansk", "admin1", "UA"),
    ("Cook County", "admin2", "US"), ("Île-de-France", "admin1", "FR"), ("Gaza Strip", "admin1", "PS"), ("the West Bank", "admin1", "PS"),
    ("Crimea", "admin1", "UA"), ("Karo district", "admin2", "ID"), ("Middle East", "region", ""), ("Sahel", "region", ""), ("the Balkans", "region", ""),
    ("Black Sea", "water", ""), ("Dnipro River", "water", "UA"), ("Himalayas", "mountains", ""), ("Soviet Union", "historical", "RU"),
])
def test_regions_and_features(gazetteer, name, kind, country):
    assert (kind, country) in [(place.kind, place.country) for place in gazetteer.lookup(name)]


def test_every_country_has_a_code_coordinates_and_the_people_that_it_names():
    rows = read_rows("countries.csv")
    assert len({row["iso2"] for row in rows}) == len(rows) == 250
    assert [row["iso2"] for row in rows if not -90 <= float(row["latitude"]) <= 90 or not -180 <= float(row["longitude"]) <= 180] == []
    unread = [(name, row["iso2"]) for row in rows for name in (row["name"], *split_values(row["aliases"])) if country_code(name) is None]
    assert unread == []
    sovereign = [row["iso2"] for row in rows if int(row["population"]) > 1_000_000]
    assert [code for code in sovereign if not next(row for row in rows if row["iso2"] == code)["demonyms"]] == []


def test_a_name_of_two_countries_goes_to_the_more_populous():
    assert country_code("Congolese") == "CD" and country_code("Dominican") == "DO"
    assert country_code("Republic of the Congo") == "CG" and country_code("Dominica") == "DM"


def test_words_that_are_no_country():
    assert [country_code(word) for word in ("", " ", ".", "the", "Donetsk", "Kurdish")] == [None] * 6
    assert [capital_country(word) for word in ("", "Kharkiv", "the House")] == [None] * 3


def test_looking_up_rubbish_finds_nothing(gazetteer):
    assert [gazetteer.lookup(text) for text in ("", "'; DROP TABLE place; --", "\x00", "的", "x" * 10_000)] == [[]] * 5


def test_keys_fold_spelling_and_nothing_else():
    assert name_key("Saint-Louis") == name_key("St. Louis") and name_key("The Hague") == name_key("the  Hague")
    assert name_key("Iran") != name_key("Iraq") and name_key("Niger") != name_key("Nigeria") and name_key("...") == ""
