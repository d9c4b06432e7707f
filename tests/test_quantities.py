"""Numbers that count people, with a bare tokenizer: phrases, ranges, and what is put aside."""

import pytest
import spacy

from newsresearch.quantities import find_quantities
from newsresearch.schema import ParameterError

TOKENIZER = spacy.blank("en")

PHRASES = [  # text, [(phrase, low, best, high, qualifier)]
    ("SIX SOLDIERS AND 23 GUERRILLAS WERE KILLED.", [("SIX", 6, 6, 6, "exact"), ("23", 23, 23, 23, "exact")]),
    ("As many as 1.2 million people fled.", [("As many as 1.2 million", 0, 1_200_000, 1_200_000, "at_most")]),
    ("Nearly half a million refugees fled.", [("Nearly half a million", 500_000, 500_000, 500_000, "about")]),
    ("Some 40 to 50 militants attacked.", [("Some 40 to 50", 40, 45, 50, "between")]),
    ("Five or six men and two or three dozen women.", [("Five or six", 5, 6, 6, "between"), ("two or three dozen", 24, 30, 36, "between")]),
    ("100 or so people and 300-plus troops.", [("100 or so", 100, 100, 100, "about"), ("300-plus", 300, 300, None, "at_least")]),
    ("The toll is past 450.", [("past 450", 451, 451, None, "at_least")]),
    ("Fewer than ten escaped, no fewer than 30 died.", [("Fewer than ten", 0, 9, 9, "at_most"), ("no fewer than 30", 30, 30, None, "at_least")]),
    ("At least another 12 were hurt.", [("At least another 12", 12, 12, None, "at_least")]),
    ("An additional five died, two more people fled.", [("An additional five", 5, 5, 5, "exact"), ("two more", 2, 2, 2, "exact")]),
    ("35 000 people and 1,40,000 others fled.", [("35 000", 35_000, 35_000, 35_000, "exact"), ("1,40,000 others", 140_000, 140_000, 140_000, "exact")]),
    ("All 38 peacekeepers and almost all of the 31,000 refugees.", [("All 38", 38, 38, 38, "exact"), ("almost all of the 31,000", 31_000, 31_000, 31_000, "about")]),
    ("A handful of men, a few women, many children.", [("A handful", 2, None, 9, "vague"), ("a few", 2, None, 9, "vague"), ("many", 2, None, None, "vague")]),
    ("Several hundred others fled.", [("Several hundred others", 300, None, 999, "vague")]),
    ("Nobody died; none of the passengers was hurt.", [("Nobody", 0, 0, 0, "zero"), ("none", 0, 0, 0, "zero")]),
    ("A mother and her two children died.", [("A mother and her two children", 3, 3, 3, "exact")]),
    ("A father and son drowned.", [("A father and son", 2, 2, 2, "exact")]),
    ("The three-man crew died.", [("three-man", 3, 3, 3, "exact")]),
    ("They handed over six villagers.", [("six", 6, 6, 6, "exact")]),
]  # fmt: skip

PUT_ASIDE = [  # text, [(number, why it counts no people)]
    ("The 34-year-old lives at Room 12.", [("34", "age"), ("12", "name")]),
    ("Anna Berg, 45, and Omar Haddad (52) met.", [("45", "age"), ("52", "age")]),
    ("Three students aged 17, 18 and 20 were hurt.", [("17", "age"), ("18", "age"), ("20", "age")]),
    ("Six children under 15 died.", [("under 15", "age")]),
    ("The other two, both 17, survived.", [("17", "age")]),
    ("A brave dad-of-three drowned.", [("three", "compound")]),
    ("On 3 May 2021 and on June 9 - Suspected rebels.", [("3", "date"), ("2021", "date"), ("9", "date")]),
    ("In 1998-2003 and between May 12 and 16.", [("1998-2003", "date"), ("12", "date"), ("16", "date")]),
    ("At 10:30, on 9/11, 555-1234.", [("10", "code"), ("30", "code"), ("9", "code"), ("11", "code"), ("555-1234", "code")]),
    ("It cost $5 million or 12,000 euros, 5 percent more.", [("5 million", "money"), ("12,000", "money"), ("5", "percentage")]),
    ("30 km away, at 40 degrees, with 155 mm shells.", [("30", "distance"), ("40", "temperature"), ("155", "distance")]),
    ("Flight 370, Resolution 1701, a Boeing 737 with a T-72.", [("370", "name"), ("1701", "name"), ("737", "name")]),
    ("They won 3-1; the court voted 5-4.", [("3", "score"), ("1", "score"), ("5", "score"), ("4", "score")]),
    ("Ten out of 12 soldiers; one of the four men.", [("12", "whole"), ("four", "whole")]),
    ("1. A list\n2) of labels", [("1", "label"), ("2", "label")]),
    ("One could say so one day.", [("One", "pronoun"), ("one", "duration")]),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", PHRASES, ids=[case[0][:40] for case in PHRASES])
def test_phrases(text, expected):
    found = find_quantities(TOKENIZER(text))
    assert [(q.text, q.low, q.best, q.high, q.qualifier) for q in found] == expected
    assert [text[q.start_char:q.end_char] for q in found] == [q.text for q in found]


@pytest.mark.parametrize("text, expected", PUT_ASIDE, ids=[case[0][:40] for case in PUT_ASIDE])
def test_what_is_put_aside(text, expected):
    found = find_quantities(TOKENIZER(text), everything=True)
    assert [(q.text, q.counts) for q in found if q.kind == "other"] == expected


def test_flags():
    two, others, guard, month = find_quantities(TOKENIZER("The two fled; three others and one of the guards died. In May 12 people drowned."))
    assert two.definite and others.other and guard.partitive and month.counts == "people"


def test_tokenizers_do_not_matter():
    text = "The blast killed 5-10 people and a 34-year-old; $5m was lost."
    by_space = spacy.tokens.Doc(TOKENIZER.vocab, words=text.split(" "))
    assert [q.text for q in find_quantities(by_space)] == [q.text for q in find_quantities(TOKENIZER(text))] == ["5-10", "a 34-year-old"]


def test_unknown_convention_is_named():
    with pytest.raises(ParameterError, match="convention is 'acleed'"):
        find_quantities(TOKENIZER("Dozens died."), convention="acleed")


@pytest.mark.parametrize("text", ["", "\n", "1", "a", "half", "between", "no", "12,", "-5", "1,", "9" * 400, "a " * 200, "٣ people", "½ million people", "5and", "²and", "²²²² people", "٣٣ people", "1,000,000,000,000,000,000,000 died"])
def test_odd_texts(text):
    assert all((q.high or q.low) <= 10**10 for q in find_quantities(TOKENIZER(text), everything=True))
    assert all(text[q.start_char:q.end_char] == q.text for q in find_quantities(TOKENIZER(text), everything=True))
