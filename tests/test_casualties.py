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


# Harm without its word, crowds, elided numbers, lists and appositions: harm and lowest number of each claim.
LEANING = [
    ("The mayor put the number of dead at \"more than 400\".", [("killed", 401)]),
    ("The rebels said their men had killed \"close to 300\", all of them soldiers.", [("killed", 300)]),
    ("The flood killed 12 people, the army said, while French officials cited by the paper estimated up to 600.", [("killed", 12), ("killed", 0)]),
    ("At least 43 people died. Rescuers feared the final number could be between 80 and 100.", [("killed", 43), ("killed", 80)]),
    ("Storm toll passes 120", [("killed", 121)]),
    ("The death toll in the province has topped 1,000.", [("killed", 1001)]),
    ("There were under 100 casualties.", [("casualties", 0)]),
    ("Fewer than 50 people were hurt.", [("injured", 0)]),
    ("The group brought the toll this year to \"a staggering 5,000 people\".", [("killed", 5000)]),
    ("Eleven people died in the fire. On Thursday the count stood at 43.", [("killed", 11), ("killed", 43)]),
    ("The toll, first given as 35, climbed to 51 on Sunday.", [("killed", 51)]),
    ("Nine people died in the mine. The union gave a figure of 14.", [("killed", 9), ("killed", 14)]),
    ("The number of dead could exceed 180.", [("killed", 181)]),
    ("Kyiv says 200 soldiers died, Moscow admits 63.", [("killed", 200), ("killed", 63)]),
    ("Police raid in the port; four suspects dead", [("killed", 4)]),
    ("Five of the victims were children, doctors said after the bomb killed 19.", [("killed", 5), ("killed", 19)]),
    ("Five people died in the crash: two in the car and three in the van.", [("killed", 5), ("killed", 2), ("killed", 3)]),
    ("Seven people - one woman and six men - were fatally shot.", [("killed", 7), ("killed", 1), ("killed", 6)]),
    ("ANA VEGA, A NURSE, AND HER TWO DAUGHTERS WERE KILLED.", [("killed", 1), ("killed", 2)]),
    ("A husband, wife and their three sons - Oleh, Mykhailo and Pavlo - burned alive in their home.", [("killed", 2), ("killed", 3)]),
    ("She lost her sister and two nephews in the attack.", [("killed", 1), ("killed", 2)]),
    ("He buried his wife, three daughters and a grandson.", [("killed", 1), ("killed", 3), ("killed", 1)]),
    ("Among the deceased are the wife of a pastor and her six children.", [("killed", 1), ("killed", 6)]),
    ("Nine people died. Among them was Fernando Ruiz, 19.", [("killed", 9), ("killed", 1)]),
    ("The dead included two children, ages 2 and 5, and three members of one family.", [("killed", 2), ("killed", 3)]),
    ("Gunmen killed a chief, his driver and an orderly.", [("killed", 3)]),
    ("Killed were: Anna Berg; Tom Haas; and Lena Roth.", [("killed", 3)]),
    ("A teacher died and five of her 20 pupils were hurt in the collapse.", [("killed", 1), ("injured", 5)]),
    ("Ten workers died, among them seven women and a boy of 15.", [("killed", 10), ("killed", 7), ("killed", 1)]),
    ("The bodies of 12 men were found, among them those of three drivers.", [("killed", 12), ("killed", 3)]),
    ("A firefighter, 42, and two residents died.", [("killed", 1), ("killed", 2)]),
    ("Three other hostages, among them an American, died in the bombing.", [("killed", 3), ("killed", 1)]),
    ("Militants beheaded 21 captives.", [("killed", 21)]),
    ("The group threatened to kill 12 hostages.", [("killed", 12), ("captured", 12)]),
    ("Some 1,200 people were killed and around 250 taken captive.", [("killed", 1200), ("captured", 250)]),
    ("Two of the hostages were killed.", [("killed", 2)]),
    ("The rebels are holding 12 hostages.", [("captured", 12)]),
    ("The army freed 40 hostages.", [("captured", 40)]),
    ("Two journalists were taken hostage.", [("captured", 2)]),
    ("They took away her two sons.", [("captured", 2)]),
    ("Air defences shot down 23 of 31 drones overnight.", []),
    ("The army shot down 14 over the city.", []),
    ("Captain Sory, who seized power in a coup, spoke.", []),
    ("Rebels seized the town of Sake.", []),
    ("Police seized 12 rifles and detained 8 suspects.", []),
    ("The exercise assumes that up to 400 wounded are to be evacuated within 48 hours.", [("injured", 0)]),
    ("We must talk so that nobody has to die.", []),
    ("He announced compensation of 50,000 dollars for the families of those killed.", []),
    ("Sixty-six people needed hospital treatment.", [("injured", 66)]),
    ("More than 300 patients were admitted to hospital after the quake.", [("injured", 301)]),
    ("A man was pulled alive from the rubble with broken legs.", [("injured", 1)]),
    ("Two guards sustained gunshot wounds.", [("injured", 2)]),
    ("Three people were treated for smoke inhalation.", [("injured", 3)]),
    ("Four others were taken to hospital with minor injuries.", [("injured", 4)]),
    ("None of the passengers suffered life-threatening injuries, though some left with cuts and bruises.", []),
    ("A student was left paralysed.", [("injured", 1)]),
    ("The fire sent 14 people to hospital.", [("injured", 14)]),
    ("Twelve were hospitalized.", [("injured", 12)]),
    ("Eight people were rushed to hospital, five in a critical condition.", [("injured", 8), ("injured", 5)]),
    ("A second guard was found behind the depot with several gunshot wounds.", [("injured", 1)]),
    ("BUT THERE WERE NO VICTIMS.", [("casualties", 0)]),
    ("The crew escaped unhurt.", [("injured", 0)]),
    ("All 150 passengers escaped unharmed.", [("injured", 0)]),
    ("Nobody was harmed.", [("injured", 0)]),
    ("Soldiers wounded in the attack numbered 19.", [("injured", 19)]),
    ("Medics carried one of 17 people hurt in the stampede.", [("injured", 17)]),
    ("The campaign drove 740,000 into Bangladesh.", [("displaced", 740000)]),
    ("Up to 300,000 people cannot go back to their homes.", [("displaced", 0)]),
    ("About 2,000 people are sheltering in schools.", [("displaced", 2000)]),
    ("Over 1,000 residents have taken refuge in the church.", [("displaced", 1001)]),
    ("Some 88,000 people left the oil city.", [("displaced", 88000)]),
    ("The storm left 12,000 families homeless.", [("displaced", 12000)]),
    ("Nearly all of the 6,000 lodgers have left the camp.", [("displaced", 6000)]),
    ("Nearly 6,300 people have been forced from their homes.", [("displaced", 6300)]),
    ("Half a million people were driven from their homes.", [("displaced", 500000)]),
    ("Authorities ordered 4,000 residents to leave.", [("displaced", 4000)]),
    ("It denies deliberately targeting civilians, although thousands have been killed.", [("killed", 2000)]),
    ("A man suspected of killing 18 people was found.", [("killed", 18)]),
    ("The quakes have claimed more than 2,000 lives, a spokesman said.", [("killed", 2001)]),
    ("Islamic State claimed responsibility for the bomb that killed 55.", [("killed", 55)]),
    ("Waves of Russian troops suffered heavy casualties.", [("casualties", None)]),
    ("Forty people are dead or missing.", [("casualties", 40)]),
    ("The shelling killed 23 civilians, among them six women, and wounded more than 40.", [("killed", 23), ("killed", 6), ("injured", 41)]),
    ("- Kharkiv: 3 killed, 5 injured", [("killed", 3), ("injured", 5)]),
    ("Four fishermen were found on the shore. They had been shot in the head and killed.", [("killed", 4)]),
    ("The ferry vanished with 44 crew.", [("missing", 44)]),
    ("Eleven fishermen are lost off Senegal.", [("missing", 11)]),
    ("One hiker goes missing in the Alps.", [("missing", 1)]),
    ("The army surrendered 29,495 men.", [("captured", 29495)]),
    ("All 62 people aboard the plane are presumed dead.", [("killed", 62)]),
    ("Up to 50 people may have been buried alive.", [("killed", 0)]),
    ("More than 2,000 people are believed to have been buried alive.", [("killed", 2001)]),
    ("None of the 27 crew was harmed.", [("injured", 0)]),
    ("Ukraine lost 610 personnel.", [("killed", 610)]),
    ("The ministry put Russian losses at about 262,990 personnel.", [("casualties", 262990)]),
    ("The avalanche buried eight climbers.", []),
    ("A deputy was struck by debris but is expected to recover.", [("injured", 1)]),
    ("Half of the 40 passengers died.", [("killed", 20)]),
    ("The other fatality was the driver.", [("killed", 1)]),
    ("Two passengers were hurt, one critically.", [("injured", 2), ("injured", 1)]),
    ("Lisa Lopez, a mother of two and a disc jockey at a local station, was shot and died.", [("killed", 1)]),
    ("Two members, Marcia Gil and Jaime Bo, were missing.", [("missing", 2)]),
    ("Up to 800,000 Tutsi and moderate Hutu were killed.", [("killed", 0)]),
    ("Three officers, one a colonel, had died.", [("killed", 3)]),
    ("Two guards of the reserve force (RF) sustained minor injuries.", [("injured", 2)]),
    ("Its captain, Genki Mori, 39, was badly burned.", [("injured", 1)]),
    ("Thirty-three people were treated for bruises and cuts.", [("injured", 33)]),
    ("Sixty-six people were in hospital, five of them in a critical condition.", [("injured", 66), ("injured", 5)]),
    ("She and her sister were cut by glass.", [("injured", 2)]),
    ("A farmer lost a leg when he stepped on a mine.", [("injured", 1)]),
    ("Sixteen with severe burns were flown to the capital.", [("injured", 16)]),
    ("More than 250,000 people lie buried at the site.", [("killed", 250001)]),
    ("Some 33,000 people left their homes.", [("displaced", 33000)]),
    ("The fire forced 150,000 to leave the area.", [("displaced", 150000)]),
    ("The road saw an average of 103 deaths a year.", []),
    ("A woman initially reported dead is being treated.", [("killed", 1)]),
    ("A young man was hit in the leg.", [("injured", 1)]),
    ("Eleven children were treated at Mercy Hospital.", [("injured", 11)]),
    ("The army neutralised 184 terrorists.", [("killed", 184)]),
    ("The quake left 40 dead and 12 missing.", [("killed", 40), ("missing", 12)]),
    ("The mayor and his wife were killed.", [("killed", 2)]),
    ("Two soldiers, a policeman and three children died.", [("killed", 2), ("killed", 1), ("killed", 3)]),
    ("A guard, Tom Haas, and a nurse were shot dead.", [("killed", 2)]),
    ("The president left the country and 300 people watched.", []),
    ("Thousands of supporters left the stadium in the city.", []),
    ("The team lost six players to injury.", []),
    ("He was taken to hospital with a cold.", []),
    ("The firm reported 63 on Friday.", []),
    ("NIAMEY, Niger (Wire) - Seventeen soldiers were killed by gunmen on Friday.", [("killed", 17)]),
    ("ADDIS ABABA (Wire) - More than 200 people, most of them farmers, were killed in an attack.", [("killed", 201)]),
    ("He killed five colleagues before turning the gun on himself.", [("killed", 5), ("killed", 1)]),
    ("The robber, a cashier and a pensioner were killed.", [("killed", 3)]),
    ("Rescuers found the bodies of two women and a child.", [("killed", 2), ("killed", 1)]),
    ("THE MINE EXPLODED, KILLING A SERGEANT AND TWO PRIVATES.", [("killed", 1), ("killed", 2)]),
    ("Five people, including an off-duty police officer, were killed.", [("killed", 5), ("killed", 1)]),
    ("The strikes killed 39 people and nearly 3,000 were maimed.", [("killed", 39), ("injured", 3000)]),
    ("The fire forced the evacuation of 8,000 residents.", [("displaced", 8000)]),
    ("Mourners attended the funerals of the seven victims.", [("killed", 7)]),
    ("The army acknowledges the loss of 19.", [("killed", 19)]),
    ("No loss of life was reported.", [("killed", 0)]),
    ("No lives were lost.", [("killed", 0)]),
    ("About 98,000 live in relief camps.", [("displaced", 98000)]),
    ("Up to 20,000 people have crossed into Chad.", [("displaced", 0)]),
    ("More than 8,000 soldiers remain in Russian captivity.", [("captured", 8001)]),
    ("More than a hundred people were dead or wounded.", [("killed_or_injured", 101)]),
    ("The navy picked up 12 survivors, one of whom, a woman, died.", [("killed", 1)]),
    ("Two of her hens had died.", []),
    ("A war veteran, Ivan Bog, killed 13 neighbours.", [("killed", 13)]),
    ("A mass killing is one in which four or more people die.", []),
    ("The suspect was captured hours later in a barn.", []),
    ("Volunteers are searching for missing relatives.", []),
    ("His forces would kill anyone who resisted.", []),
    ("The rebels claim to have killed 75 soldiers.", [("killed", 75)]),
    ("Two guards were grazed by bullets.", [("injured", 2)]),
    ("Rescuers found the bodies of 29 boys and 48 wounded.", [("killed", 29), ("injured", 48)]),
    ("Heat deaths pass 1,300", [("killed", 1301)]),
    ("Deaths rose to 14 on Friday.", [("killed", 14)]),
    ("He lost two nephews in the attack.", [("killed", 2)]),
    ("The landslide buried more than 2,000 people.", [("killed", 2001)]),
    ("A boat evacuating villagers capsized.", []),
    ("The deaths of three miners came to light.", [("killed", 3)]),
]


@pytest.mark.parametrize("text, expected", LEANING)
def test_leaning(nlp, text, expected):
    found = [(claim["harm"], claim["low"]) for claim in claims_of(nlp, text)]
    assert sorted(found, key=str) == sorted(expected, key=str)
