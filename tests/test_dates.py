"""Expressions of time, as seen from Thursday, 2 March 2023."""

from datetime import date, datetime

import pytest
import spacy

from newsresearch.dates import find_dates, resolve_date

PUBLISHED = date(2023, 3, 2)
TOKENIZER = spacy.blank("en")

EXPRESSIONS = [  # expression, (first day, last day, precision)
    ("Tuesday", ("2023-02-28", "2023-02-28", "day")),
    ("Wednesday morning", ("2023-03-01", "2023-03-01", "day")),
    ("last week", ("2023-02-20", "2023-02-26", "week")),
    ("the second half of 2022", ("2022-07-01", "2022-12-31", "range")),
    ("overnight", ("2023-03-01", "2023-03-02", "range")),
    ("since Friday", ("2023-02-24", "2023-03-02", "range")),
    ("two days ago", ("2023-02-28", "2023-02-28", "day")),
    ("March", ("2023-03-01", "2023-03-31", "month")),
    ("early this year", ("2023-01-01", "2023-03-02", "range")),
    ("between 3 and 5 May", ("2022-05-03", "2022-05-05", "range")),
    ("between May 3 and June 2", ("2022-05-03", "2022-06-02", "range")),
    ("May 3-5, 2021", ("2021-05-03", "2021-05-05", "range")),
    ("3-5 May", ("2022-05-03", "2022-05-05", "range")),
    ("3 to 5 May", ("2022-05-03", "2022-05-05", "range")),
    ("March 2 2023", ("2023-03-02", "2023-03-02", "day")),
    ("2 March 2023", ("2023-03-02", "2023-03-02", "day")),
    ("Mar. 2, 2023", ("2023-03-02", "2023-03-02", "day")),
    ("Thursday, March 2, 2023", ("2023-03-02", "2023-03-02", "day")),
    ("Thursday 2 March", ("2023-03-02", "2023-03-02", "day")),
    ("the past three months", ("2022-12-02", "2023-03-02", "range")),
    ("yesterday", ("2023-03-01", "2023-03-01", "day")),
    ("the past week", ("2023-02-23", "2023-03-02", "range")),
    ("the last 24 hours", ("2023-03-01", "2023-03-02", "range")),
    ("recent days", ("2023-02-23", "2023-03-02", "range")),
    ("the weekend", ("2023-02-25", "2023-02-26", "range")),
    ("last weekend", ("2023-02-25", "2023-02-26", "range")),
    ("May 3", ("2022-05-03", "2022-05-03", "day")),
    ("May", ("2022-05-01", "2022-05-31", "month")),
    ("March 2022", ("2022-03-01", "2022-03-31", "month")),
    ("2003", ("2003-01-01", "2003-12-31", "year")),
    ("since 2014", ("2014-01-01", "2023-03-02", "range")),
    ("from 1998 to 2003", ("1998-01-01", "2003-12-31", "range")),
    ("the 1990s", ("1990-01-01", "1999-12-31", "range")),
    ("the early 1990s", ("1990-01-01", "1993-04-30", "range")),
    ("2014-2016", ("2014-01-01", "2016-12-31", "range")),
    ("late March", ("2023-03-21", "2023-03-31", "range")),
    ("mid-March 2022", ("2022-03-11", "2022-03-20", "range")),
    ("early 2022", ("2022-01-01", "2022-04-30", "range")),
    ("late last year", ("2022-09-01", "2022-12-31", "range")),
    ("the end of April", ("2022-04-21", "2022-04-30", "range")),
    ("the start of the year", ("2023-01-01", "2023-03-02", "range")),
    ("earlier this month", ("2023-03-01", "2023-03-02", "month")),
    ("late on Tuesday", ("2023-02-28", "2023-02-28", "day")),
    ("early Tuesday", ("2023-02-28", "2023-02-28", "day")),
    ("last summer", ("2022-06-01", "2022-08-31", "season")),
    ("the summer of 2021", ("2021-06-01", "2021-08-31", "season")),
    ("winter 2022", ("2022-12-01", "2023-02-28", "season")),
    ("this spring", ("2023-03-01", "2023-05-31", "season")),
    ("the second quarter of 2022", ("2022-04-01", "2022-06-30", "range")),
    ("the first half of March", ("2023-03-01", "2023-03-02", "range")),
    ("a week ago", ("2023-02-20", "2023-02-26", "week")),
    ("three weeks ago", ("2023-02-06", "2023-02-12", "week")),
    ("two months ago", ("2023-01-01", "2023-01-31", "month")),
    ("a year ago", ("2022-01-01", "2022-12-31", "year")),
    ("five years ago", ("2018-01-01", "2018-12-31", "year")),
    ("days ago", ("2023-02-23", "2023-03-02", "range")),
    ("several weeks ago", ("2023-02-02", "2023-03-02", "range")),
    ("a few days ago", ("2023-02-23", "2023-03-02", "range")),
    ("two years ago", ("2021-01-01", "2021-12-31", "year")),
    ("the day before yesterday", ("2023-02-28", "2023-02-28", "day")),
    ("this morning", ("2023-03-02", "2023-03-02", "day")),
    ("last night", ("2023-03-01", "2023-03-01", "day")),
    ("tonight", ("2023-03-02", "2023-03-02", "day")),
    ("earlier today", ("2023-03-02", "2023-03-02", "day")),
    ("3 May 2022", ("2022-05-03", "2022-05-03", "day")),
    ("New Year's Eve", ("2022-12-31", "2022-12-31", "day")),
    ("Christmas Day 2021", ("2021-12-25", "2021-12-25", "day")),
    ("the September 11 attacks", ("2001-09-11", "2001-09-11", "day")),
    ("overnight into Saturday", ("2023-02-24", "2023-02-25", "range")),
    ("overnight Friday", ("2023-02-24", "2023-02-25", "range")),
    ("Friday night", ("2023-02-24", "2023-02-24", "day")),
    ("Saturday's", ("2023-02-25", "2023-02-25", "day")),
    ("last Tuesday", ("2023-02-28", "2023-02-28", "day")),
    ("Tuesday of last week", ("2023-02-21", "2023-02-21", "day")),
    ("next Monday", ("2023-03-06", "2023-03-06", "day")),
    ("31 February 2020", None),
    ("30 February", None),
    ("February 29", ("2020-02-29", "2020-02-29", "day")),
    ("2023-02-24", ("2023-02-24", "2023-02-24", "day")),
    ("25/12/2022", ("2022-12-25", "2022-12-25", "day")),
    ("12/25/2022", ("2022-12-25", "2022-12-25", "day")),
    ("1 MAR 2023", ("2023-03-01", "2023-03-01", "day")),
    ("since the war began in February 2022", ("2022-02-01", "2023-03-02", "range")),
    ("since last week", ("2023-02-20", "2023-03-02", "range")),
    ("since March 2022", ("2022-03-01", "2023-03-02", "range")),
    ("Friday", ("2023-02-24", "2023-02-24", "day")),
    ("from March to June 2022", ("2022-03-01", "2022-06-30", "range")),
    ("between March and June", ("2022-03-01", "2022-06-30", "range")),
    ("from Monday to Wednesday", ("2023-02-27", "2023-03-01", "range")),
    ("between 2014 and 2016", ("2014-01-01", "2016-12-31", "range")),
    ("from 24 February to 3 March 2022", ("2022-02-24", "2022-03-03", "range")),
    ("Monday", ("2023-02-27", "2023-02-27", "day")),
    ("this year", ("2023-01-01", "2023-03-02", "year")),
    ("last year", ("2022-01-01", "2022-12-31", "year")),
    ("last month", ("2023-02-01", "2023-02-28", "month")),
    ("this week", ("2023-02-27", "2023-03-02", "week")),
    ("next year", ("2024-01-01", "2024-12-31", "year")),
    ("last March", ("2022-03-01", "2022-03-31", "month")),
    ("last February", ("2023-02-01", "2023-02-28", "month")),
    ("this January", ("2023-01-01", "2023-01-31", "month")),
    ("the first nine months of 2022", ("2022-01-01", "2022-09-30", "range")),
    ("the first week of May", ("2022-05-01", "2022-05-07", "range")),
    ("the first three months of this year", ("2023-01-01", "2023-03-31", "range")),
    ("the last two weeks of April", ("2022-04-17", "2022-04-30", "range")),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", EXPRESSIONS, ids=[case[0] for case in EXPRESSIONS])
def test_expressions(text, expected):
    found = resolve_date(text, PUBLISHED)
    assert (found and (str(found.start), str(found.end), found.precision)) == expected
    mentions = find_dates(TOKENIZER(f"It happened in {text}."), PUBLISHED)
    assert [(m.text, m.interval) for m in mentions] == [(text, found)]


def test_without_publication_relative_dates_are_open_and_full_ones_are_not():
    assert [resolve_date(text) for text in ("yesterday", "on Tuesday", "3 May", "last week", "since Friday", "the past week")] == [None] * 6
    assert resolve_date("3 May 2022").start == date(2022, 5, 3) and resolve_date("in 2022").precision == "year"


def test_days_are_counted_from_the_day_mentioned_before():
    text = "On 3 May 2022 they fled. The next day 12 died. Three days later more came; two hours later it was over."
    assert [str(m.interval.start) for m in find_dates(TOKENIZER(text), PUBLISHED)] == ["2022-05-03", "2022-05-04", "2022-05-07", "2022-05-07"]


def test_words_that_only_look_like_dates():
    text = "They may march in 2000 trucks past the Sunday Times; it cost 2022 dollars, and two days of fighting followed."
    assert find_dates(TOKENIZER(text), PUBLISHED) == []


def test_capitals_and_datelines():
    found = find_dates(TOKENIZER("SAN PEDRO, 12 JAN 90 (NR) -- THE BLAST ON MONDAY"), PUBLISHED)
    assert [(m.text, str(m.interval.start)) for m in found] == [("12 JAN 90", "1990-01-12"), ("MONDAY", "2023-02-27")]


def test_other_forms_are_left_to_dateparser():
    assert resolve_date("02.03.2023") is not None and resolve_date("2 Mar, 2023 at 5 pm") is not None
    assert resolve_date("the bus", PUBLISHED) is None and resolve_date("", PUBLISHED) is None and resolve_date("12 people", PUBLISHED) is None


def test_a_moment_of_publication_is_a_day():
    assert resolve_date("yesterday", datetime(2023, 3, 2, 23, 59)).start == date(2023, 3, 1)
