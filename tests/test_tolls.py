"""The toll of whole articles: totals and their parts, revised and rival figures, background, other places, attackers."""

import pandas as pd
import pytest

import newsresearch as nr

ARTICLES = {
    "breakdown": ("2024-03-05", [18, 18, 18], """NAIROBI, Kenya (AP) — A bus carrying wedding guests plunged into a flooded river in eastern Kenya on Monday, killing 18 people and injuring 30, officials said.

Eleven people died at the scene, and seven others died later at a hospital in Mwingi, said county commissioner John Ondego.

Among the dead were the groom's mother and five children. In January, 23 people were killed when a truck hit a minibus near Garissa."""),
    "revised": ("2024-09-30", [193, 193, 193], """Nepal flood death toll rises to 193

KATHMANDU, Sept 30 (Reuters) - The number of people killed in floods and landslides in Nepal rose to 193 on Monday, officials said.

Police had earlier put the toll at 148. On Saturday, authorities had reported 66 dead.

At least 37 of the deaths were in Kathmandu, the capital. In Dhading district, 35 bodies were pulled from buses that were buried by a landslide."""),
    "rivals": ("2024-07-10", [9, 24, 24], """The army and villagers gave different accounts on Wednesday of an air strike in central Myanmar.

Villagers in Letyetma, in Myingyan township, said that 24 people were killed when a fighter jet bombed a monastery on Tuesday.

A spokesman for the junta said that nine people had died and that all of them were fighters."""),
    "background": ("2023-11-28", [7, 7, 7], """Seven soldiers were killed and 12 wounded when gunmen ambushed their convoy in western Niger, the defence ministry said on Tuesday.

The attack happened on Monday near the village of Tera, in the Tillaberi region.

In mid-August, at least 17 soldiers were killed in an ambush near Koutougou. In October, 29 soldiers died in the deadliest attack since the coup of July 26."""),
    "states": ("2023-04-02", [26, 26, 26], """Tornadoes kill 26 across the South and Midwest

In Tennessee, nine people died in McNairy County, east of Memphis. Four people were killed in Wynne, Arkansas.

In Illinois, a man was killed when the roof of a theater in Belvidere collapsed. Four more deaths were reported in Crawford County, Illinois.

A week earlier, a tornado killed at least 21 people in Rolling Fork, Mississippi."""),
    "elsewhere": ("2022-06-21", [31, 31, 31], """Gunmen attacked two churches in Kaduna state, in north-west Nigeria, on Sunday, killing three people, officials said.

The raids in Kajuru came two weeks after gunmen killed 40 people at a church in Owo.

Separately, 28 people were killed on Sunday when a boat carrying traders capsized in Sokoto state, the emergency agency said."""),
    "items": ("2007-05-14", [30, 30, 30], """Following are security developments in Iraq on Monday.

MOSUL - A truck bomb killed nine people at a party office, police said.

KIRKUK - A roadside bomb left three policemen dead.

BAGHDAD - The bodies of six men were found in different districts, a ministry source said.

HILLA - Mortar rounds killed 12 at a market, hospital sources said."""),
    "headline": ("2024-06-17", [20, 20, 20], """Gunmen kill 16 in border town; four suspects dead

Gunmen drove through several quarters of Reynosa on Saturday, and 20 people were killed, the state security agency said.

Soldiers arrested one man."""),
    "undated": (None, [62, 62, 62], """Passenger jet crashes in southern Russia, killing 62

A passenger jet crashed at the airport of Rostov-on-Don early on Saturday, killing all 62 people on board, officials said.

In November 2013, 50 people died when a jet crashed in Kazan."""),
    "taken back": ("2023-09-15", [5300, 5300, None], """At least 5,300 people were killed when two dams burst above Derna, in eastern Libya, the interior ministry of the eastern government said on Thursday.

A statement that carried the name of the Red Crescent spoke of 11,300 dead in the city. The Red Crescent denied on Friday that it had given such a number."""),
    "broken down": ("2023-08-31", [4, 4, 4], """Hurricane Idalia was blamed for four deaths in Florida and Georgia by Thursday, officials said.

A 40-year-old man died when his pickup left a road in Alachua County, Florida. Another crash in Pasco County killed a 59-year-old man.

In Valdosta, Georgia, a woman drowned in her car."""),
}

PLACES = {
    "previous clause": ("A ferry carrying traders from Nigeria capsized near Kribi, in southern Cameroon, on Sunday night; 13 bodies had been recovered by noon.", ["Kribi"]),
    "hospital": ("Floods hit villages near Sukkur, in Pakistan's Sindh province, on Friday and killed 12 people.\n\nThree children are being treated at a hospital in Karachi.\n\n"
                 "Two of the injured died on Saturday, doctors said.", ["Sukkur", "Sukkur", "Sukkur"]),
    "nationwide": ("Twelve people were killed when a river burst its banks in Sehwan, in southern Pakistan, on Friday.\n\nAcross the country, 419 people have died.", ["Sehwan", "Pakistan"]),
    "each its own": ("Four deaths were reported in Tennessee, two in Arkansas, where a nursing home was struck.", ["Tennessee", "Arkansas"]),
}


@pytest.fixture(scope="module")
def nlp():
    return nr.load()


@pytest.mark.parametrize("name", ARTICLES)
def test_toll_of_an_article(nlp, name):
    published, expected, text = ARTICLES[name]
    tolls = nr.extract(text, published=published, nlp=nlp).tolls.set_index("harm").loc["killed"]
    assert [None if pd.isna(n) else int(n) for n in tolls[["low", "best", "high"]]] == expected


def test_attackers_count_in_the_toll_and_apart(nlp):
    text = ("Six militants stormed a security post in Daraban, in northwest Pakistan, before dawn on Tuesday and killed 23 soldiers, the military said.\n\n"
            "All six attackers were killed.")
    toll = nr.extract(text, published="2023-12-12", nlp=nlp).tolls.set_index("harm").loc["killed"]
    assert (toll["best"], toll["attackers"]) == (29, 6)


def test_rivals_are_a_dispute_and_earlier_figures_are_none(nlp):
    disputed = {name: bool(nr.extract(ARTICLES[name][2], published=ARTICLES[name][0], nlp=nlp).tolls["disputed"].any()) for name in ("rivals", "revised")}
    assert disputed == {"rivals": True, "revised": False}


@pytest.mark.parametrize("name", PLACES)
def test_places_of_the_claims_of_an_article(nlp, name):
    text, expected = PLACES[name]
    assert list(nr.extract(text, published="2024-06-17", nlp=nlp).casualties["place"]) == expected


def test_whoever_killed_them_is_none_of_them(nlp):
    text = "A guard killed ten people at a dance hall in Lagos on Friday. He was shot dead by officers."
    assert nr.extract(text, published="2024-06-17", nlp=nlp).tolls.set_index("harm").loc["killed", "best"] == 11
