"""The demonstration corpus and its hand-made labels agree, character by character."""

import json
from pathlib import Path

import pandas as pd
import pytest

from newsresearch import schema
from newsresearch.corpus import read_articles

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "gold" / "seeds.jsonl"
CLAIM_FIELDS = {
    "harm", "count_text", "low", "best", "high", "qualifier", "victims", "victim_status", "source", "stance", "scope",
    "place", "part_of", "evidence", "start_char", "end_char",
}
TOLL_FIELDS = {"killed", "injured", "missing", "captured", "displaced", "attackers_killed"}


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    return read_articles(ROOT / "seeds")


@pytest.fixture(scope="module")
def labels() -> list[dict]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_every_seed_is_read_and_says_when_and_by_whom_it_was_published(articles):
    assert len(articles) == 14
    assert articles.problem.isna().all()
    assert articles[["title", "text", "published", "outlet", "author", "url"]].notna().all(axis=None)
    assert sorted({Path(path).suffix for path in articles.path}) == [".csv", ".html", ".json", ".jsonl", ".md", ".txt"]


def test_seeds_holds_articles_and_the_sidecar_only(articles):
    assert {path.name for path in (ROOT / "seeds").iterdir()} == set(articles.path) | {"metadata.csv"}


def test_the_web_page_gives_its_article_and_nothing_around_it(articles):
    page = articles.set_index("path").loc["beirut_port.html"]
    assert page.text.startswith("Beirut counts its dead after blast at the port\n\nRescue workers dug through")
    assert page.text.endswith("denied any part in the disaster.")
    assert (page.title, page.outlet, page.author) == (
        "Beirut counts its dead after blast at the port", "The Demonstration Post", "Beirut correspondent",
    )
    assert (str(page.published.date()), page.url) == ("2020-08-05", "https://demo.example.org/world/beirut-port")


def test_labels_are_of_the_seeds_as_they_are_read(articles, labels):
    assert {label["id"]: (label["text"], label["published"]) for label in labels} == {
        row.article_id: (row.text, str(row.published.date())) for row in articles.itertuples()
    }


def test_claim_labels_are_verbatim(labels):
    for label in labels:
        text = label["text"]
        for number, claim in enumerate(label["claims"]):
            where = (label["id"], number)
            assert set(claim) == CLAIM_FIELDS, where
            assert text[claim["start_char"] : claim["end_char"]] == claim["evidence"], where
            assert claim["count_text"] is None or claim["count_text"] in claim["evidence"], where
            assert [claim[f] for f in ("victims", "source", "place") if claim[f] and claim[f] not in text] == [], where
            assert claim["part_of"] is None or 0 <= claim["part_of"] < len(label["claims"]) and claim["part_of"] != number, where
            bounds = [claim[f] for f in ("low", "best", "high") if claim[f] is not None]
            assert bounds == sorted(bounds), where


def test_claim_labels_use_the_words_of_the_contract(labels):
    allowed = {
        "harm": schema.HARMS, "qualifier": schema.QUALIFIERS, "victim_status": schema.VICTIM_STATUSES,
        "stance": schema.STANCES, "scope": schema.SCOPES,
    }
    used = {field: {claim[field] for label in labels for claim in label["claims"]} for field in allowed}
    assert {field: used[field] - set(allowed[field]) for field in allowed} == {field: set() for field in allowed}
    assert all(set(label["toll"]) == TOLL_FIELDS for label in labels)


def test_location_labels_are_verbatim_and_do_not_overlap(labels):
    for label in labels:
        places = label["locations"]
        assert [label["text"][p["start_char"] : p["end_char"]] for p in places] == [p["text"] for p in places]
        assert all(one["end_char"] <= two["start_char"] for one, two in zip(places, places[1:]))
        assert {p["usage"] for p in places} <= set(schema.USAGES)
        assert all((p["latitude"] is None) == (p["longitude"] is None) for p in places)


def test_actor_labels_are_verbatim(labels):
    for label in labels:
        for actor in label["actors"]:
            forms = [actor["name"], *actor["aliases"], *([actor["role"]] if actor["role"] else [])]
            assert [form for form in forms if form not in label["text"]] == [], label["id"]
            assert actor["kind"] in schema.ACTOR_KINDS


def test_the_corpus_shows_what_it_was_written_to_show(articles, labels):
    by_file = dict(zip(articles.article_id, articles.path))
    claims = pd.DataFrame([claim | {"path": by_file[label["id"]]} for label in labels for claim in label["claims"]])
    assert set(claims.harm) == set(schema.HARMS) - {"killed_or_injured"}
    assert set(claims.stance) == set(schema.STANCES)
    assert set(claims.qualifier) == set(schema.QUALIFIERS)
    assert [by_file[label["id"]] for label in labels if not label["claims"]] == ["tehran_riyadh.txt"]
    solhan = claims[(claims.harm == "killed") & claims.evidence.str.contains("132 civilians|160 people")]
    assert solhan.groupby("path").best.first().to_dict() == {"africa.jsonl": 160, "solhan.md": 132}
