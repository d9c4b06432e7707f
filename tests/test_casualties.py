"""Constructions of casualty claims, one sentence each, and what an article makes of them."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from newsresearch.casualties import find_casualties
from newsresearch.files import data_path
from newsresearch.tolls import tolls


@pytest.fixture(scope="module")
def nlp():
    for name in ("published", "locations", "actors", "casualties"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    return spacy.load(data_path("../model"))


def claims_of(nlp, text: str) -> list[dict]:
    doc = nlp.make_doc(text)
    doc._.published = date(2024, 5, 15)
    return find_casualties(nlp(doc))


CONSTRUCTIONS = [
    ("Shelling killed at least three villagers.", [("killed", 3, None)]),
    ("Nine miners were killed and 12 injured.", [("killed", 9, 9), ("injured", 12, 12)]),
    ("A bus plunged into a ravine, killing 2 and wounding 5.", [("killed", 2, 2), ("injured", 5, 5)]),
    ("At least 40 conscripts queuing for their pay outside a barracks in the port city were killed.", [("killed", 40, None)]),
    ("Eleven civilians, among them four children, were killed in the raid.", [("killed", 11, 11), ("killed", 4, 4)]),
    ("Three brothers aged 17, 18 and 20 were killed near the camp.", [("killed", 3, 3)]),
    ("The storm left dozens of people dead.", [("killed", 24, 99)]),
    ("The toll has risen from 12 to 15.", [("killed", 15, 15)]),
    ("The quake claimed the lives of nine people.", [("killed", 9, 9)]),
    ("Two firefighters lost their lives.", [("killed", 2, 2)]),
    ("Six tourists were taken hostage.", [("captured", 6, 6)]),
    ("Gunmen kidnapped between four and 11 pupils.", [("captured", 4, 11)]),
    ("Some 1,200 families' homes burned and 300 people are missing.", [("missing", 300, 300)]),
    ("About 2,000 people fled their homes.", [("displaced", 2000, 2000)]),
    ("A man was stabbed to death.", [("killed", 1, 1)]),
    ("The bomber blew himself up.", [("killed", 1, 1)]),
    ("Six officers and two soldiers were killed.", [("killed", 6, 6), ("killed", 2, 2)]),
    ("A man and his wife were killed.", [("killed", 2, 2)]),
    ("No casualties were reported.", [("casualties", 0, 0)]),
    ("More than 60 villagers were killed or injured.", [("killed_or_injured", 61, None)]),
    ("Troops suffered heavy casualties.", [("casualties", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CONSTRUCTIONS)
def test_constructions(nlp, text, expected):
    assert [(c["harm"], c["low"], c["high"]) for c in claims_of(nlp, text)] == expected


@pytest.mark.parametrize("text", [
    "The army sent 30,000 soldiers to the front in 2023.",
    "A 34-year-old man was arrested on Tuesday.",
    "The fire killed 20 cattle and destroyed 12 houses.",
    "The singer has died at the age of 91.",
    "It is unclear how many people were hurt.",
    "One child dies every two hours.",
    "The court gave him a death sentence for murder charges.",
    "Thieves seized 45 rifles and fled the scene.",
    "",
])
def test_nothing_is_claimed_where_nobody_came_to_harm(nlp, text):
    assert claims_of(nlp, text) == []


def test_parts_are_not_added_to_their_whole(nlp):
    claims = claims_of(nlp, "The strike killed six people, including a militant and his son.")
    assert [(c["low"], c["part_of"]) for c in claims] == [(6, None), (1, "0"), (1, "0")]
    assert [(row["harm"], row["best"]) for row in tolls(claims)] == [("killed", 6)]


def test_threats_and_fears_are_told_from_facts(nlp):
    stances = [claims_of(nlp, text)[0]["stance"] for text in ("They threatened to kill the mayor.", "Thirty sailors are feared dead.", "Thirty sailors died.")]
    assert stances == ["hypothetical", "suspected", "asserted"]


def test_evidence_lies_in_the_text(nlp):
    text = "Officials spoke late.\n\nTwo people drowned on Monday, the mayor said. He named no one."
    claim, = claims_of(nlp, text)
    assert text[claim["start_char"] : claim["end_char"]] == "Two people drowned on Monday"
    assert (claim["date_start"], claim["source"]) == (date(2024, 5, 13), "the mayor")


def test_capitals_are_read(nlp):
    claims = claims_of(nlp, "SIX PEOPLE WERE KILLED AND FIVE WOUNDED WHEN REBELS ATTACKED A BUS.")
    assert [(c["harm"], c["best"]) for c in claims] == [("killed", 6), ("injured", 5)]
