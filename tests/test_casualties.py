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
    nlp = spacy.load(data_path("../model"))
    nlp.add_pipe("newsresearch_line_breaks", before="parser")
    return nlp


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
    ("SIX MEMBERS OF A FAMILY -- THE FATHER AND FIVE CHILDREN -- WERE SHOT DEAD IN CALI.", [("killed", 6), ("killed", 1), ("killed", 5)]),
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


# Sentences written with their claims before the program had read them: harm and lowest number of each claim.
FIRST_SIGHT = [
    ("A gas tanker overturned and exploded near the town of Majiya late Tuesday, killing more than 140 people who had rushed to scoop up fuel, an emergency official said.", [("killed", 141)]),
    ("Three of the seven passengers aboard the bush plane survived with minor injuries; the other four died on impact.", [("injured", 3), ("killed", 4)]),
    ("The governor put the number of dead at 31 and said that 17 others were still being treated for burns.", [("injured", 17), ("killed", 31)]),
    ("Rebels ambushed a patrol near the border on Sunday, and five gendarmes have not been heard from since.", [("missing", 5)]),
    ("Nobody was hurt when a rocket landed in a field outside the settlement.", [("injured", 0)]),
    ("The avalanche swept away a group of 14 climbers, of whom only three were found alive.", []),
    ("Insurgents overran the base overnight, killing 18 soldiers and taking another seven prisoner.", [("captured", 7), ("killed", 18)]),
    ("A roadside bomb tore through a minibus on Monday, leaving eleven passengers dead and wounding at least six more, including the driver's young daughter.", [("injured", 1), ("injured", 6), ("killed", 11)]),
    ("The ministry lowered its count of the dead from 54 to 49 after some victims were found to have been registered twice.", [("killed", 49)]),
    ("Some 3,400 families have been driven from their homes by the fighting.", [("displaced", 3400)]),
    ("Police shot dead two suspected robbers after a chase and a constable was slightly hurt.", [("injured", 1), ("killed", 2)]),
    ("The militants released 11 of the 34 schoolgirls they kidnapped in March.", [("captured", 34)]),
    ("Four fishermen are presumed drowned after their boat capsized off the coast.", [("killed", 4)]),
    ("A mother and her two toddlers burned to death when a candle set fire to their hut.", [("killed", 3)]),
    ("The deadliest of the blasts, in a crowded market, claimed 27 lives and maimed dozens.", [("injured", 24), ("killed", 27)]),
    ("Nineteen miners remain trapped underground and are feared dead.", [("killed", 19)]),
    ("According to the fire brigade, eleven people required hospital treatment, two of them for serious burns.", [("injured", 2), ("injured", 11)]),
    ("The crash left no survivors among the 62 people on board.", [("killed", 62)]),
    ("Airstrikes on the port city have killed 38 people and forced 12,000 more to flee since Friday.", [("displaced", 12000), ("killed", 38)]),
    ("Doctors at the clinic said a boy aged nine had lost both legs.", [("injured", 1)]),
    ("An average of six people a day die on the country's roads.", []),
    ("Nearly 70 percent of the victims were women.", []),
    ("The law defines a mass shooting as one in which four or more people are shot.", []),
    ("The two gunmen who blew up the pipeline escaped.", []),
    ("The ferry was carrying 212 passengers, 35 crew and 18 trucks.", []),
    ("Thirteen-year-old Maya Okafor and her brother Sam, 9, were killed, and their mother was badly wounded.", [("injured", 1), ("killed", 2)]),
    ("Five policemen, a judge and 14 prisoners were killed when the courthouse collapsed.", [("killed", 1), ("killed", 5), ("killed", 14)]),
    ("Of the 52 people on the bus, 19 died at the scene and 28 were injured.", [("injured", 28), ("killed", 19)]),
    ("The hospital in the district capital is treating 23 people, four of them in intensive care.", [("injured", 4), ("injured", 23)]),
    ("The Interior Ministry confirmed on Wednesday that a 71-year-old tourist had died of her injuries, raising the toll to six.", [("killed", 1), ("killed", 6)]),
    ("Two Red Cross volunteers lost their lives and a third was wounded when their ambulance hit a mine.", [("injured", 1), ("killed", 2)]),
    ("We are deeply saddened to confirm that three of our colleagues were killed and that a fourth is in critical condition.", [("injured", 1), ("killed", 3)]),
    ("Our teams have treated 174 people for violence-related wounds since January, among them 41 children.", [("injured", 41), ("injured", 174)]),
    ("No member of the mission was injured in the attack.", [("injured", 0)]),
    ("We have so far registered 87 deaths and 1,206 injuries in the affected districts.", [("injured", 1206), ("killed", 87)]),
    ("Killed: 9. Wounded: 27. Missing: 3.", [("injured", 27), ("killed", 9), ("missing", 3)]),
    ("Deaths by district: Naro 114, Tesk 62, Olvan 9.", [("killed", 9), ("killed", 62), ("killed", 114)]),
    ("Northern District: 12 dead, 40 injured", [("injured", 40), ("killed", 12)]),
    ("ARMY SPOKESMEN REPORTED THAT 14 TERRORISTS WERE KILLED AND THAT TROOPS SUFFERED TWO DEAD AND NINE WOUNDED.", [("injured", 9), ("killed", 2), ("killed", 14)]),
    ("THE MAYOR OF SAN PEDRO, LUIS ALBERTO ROJAS, AND HIS BODYGUARD WERE RIDDLED WITH BULLETS AS THEY LEFT THE TOWN HALL.", [("killed", 2)]),
    ("A CAR BOMB EXPLODED IN FRONT OF THE BANK. THE EXPLOSION CAUSED NO CASUALTIES BUT SHATTERED WINDOWS.", [("casualties", 0)]),
    ("THE BODIES OF FOUR PEASANTS, ALL SHOWING SIGNS OF TORTURE, WERE FOUND YESTERDAY ON THE ROAD TO MONTERIA.", [("killed", 4)]),
    ("SEVEN PEOPLE, THREE OF THEM CHILDREN, DIED IN THE CROSSFIRE.", [("killed", 3), ("killed", 7)]),
    ("Gunmen on motorcycles killed a prosecutor in front of his children on Saturday before fleeing.", [("killed", 1)]),
    ("The blaze, which broke out on the fourth floor, sent 31 residents to the hospital, seven with critical injuries.", [("injured", 7), ("injured", 31)]),
    ("Fighting over the weekend wounded up to 60 people, the hospital's director told Reuters.", [("injured", 0)]),
    ("Seventeen people, all from the same village, were buried on Friday after the bus plunge.", [("killed", 17)]),
    ("Rescue crews saved 40 people but could not reach a father and his two sons, who died.", [("killed", 3)]),
    ("Four soldiers fell in the battle and 12 more were evacuated with wounds.", [("injured", 12), ("killed", 4)]),
    ("The Health Ministry said Sunday that the death toll had climbed past 2,100.", [("killed", 2101)]),
    ("Floods kill 8, leave 15,000 homeless in southern province", [("displaced", 15000), ("killed", 8)]),
    ("Bomber kills self, 3 others at checkpoint", [("killed", 1), ("killed", 3)]),
    ("Toll in factory fire hits 112; 200 hurt", [("injured", 200), ("killed", 112)]),
    ("Gunman slain after killing 5 in Ohio office", [("killed", 1), ("killed", 5)]),
    ("Two of the injured later died in hospital.", [("killed", 2)]),
    ("The attackers, all four of whom were killed, had entered through a rear gate.", [("killed", 4)]),
    ("One protester was shot in the chest and later pronounced dead; another 14 suffered rubber-bullet wounds.", [("injured", 14), ("killed", 1)]),
    ("A tear-gas canister struck a 16-year-old girl in the head, leaving her in a coma.", [("injured", 1)]),
    ("Six of the ten abducted oil workers have been freed.", [("captured", 10)]),
    ("A second victim, aged 34, succumbed overnight.", [("killed", 1)]),
    ("Suspected jihadists stormed a village in the north before dawn on Monday, slitting the throats of 22 farmers.", [("killed", 22)]),
    ("The quake-hit town has so far buried 61 of its dead.", [("killed", 61)]),
    ("Three explosions rocked the capital's bus station, killing a vendor and a schoolgirl and leaving 16 with shrapnel wounds.", [("injured", 16), ("killed", 2)]),
    ("The coast guard said it had picked up 48 survivors and two bodies.", [("killed", 2)]),
    ("The president said that 13 American service members had given their lives.", [("killed", 13)]),
    ("A 52-year-old man from Leeds and a woman in her thirties died when their canoe overturned; their guide is still missing.", [("killed", 2), ("missing", 1)]),
    ("The blaze at a nightclub killed more than 200 revelers, mostly students, and sent over 100 to hospital.", [("injured", 101), ("killed", 201)]),
    ("Of the 34 wounded, nine are in critical condition.", [("injured", 9), ("injured", 34)]),
    ("The raid left two militants dead and a third in custody.", [("killed", 2)]),
    ("Gunmen seized a Japanese photographer and his driver outside their hotel on Thursday.", [("captured", 2)]),
    ("At least 80 prisoners were freed when gunmen attacked the jail, in which four warders lost their lives.", [("killed", 4)]),
    ("Heavy fighting has killed 31 soldiers, 58 rebels and an unknown number of civilians.", [("killed", 2), ("killed", 31), ("killed", 58)]),
    ("Officials warned that the final death toll could exceed 500.", [("killed", 501)]),
    ("The dead included two brothers, aged six and eight.", [("killed", 2)]),
    ("Nobody survived the crash, which claimed all 96 passengers and crew.", [("killed", 96)]),
    ("A policeman was killed and four of his colleagues hurt when a grenade was thrown at their checkpoint.", [("injured", 4), ("killed", 1)]),
    ("The opposition says 142 people have been killed since protests began; the government puts the number at 35.", [("killed", 35), ("killed", 142)]),
    ("Twelve miners are trapped and rescuers have lost contact with them.", []),
    ("Police recovered the bullet-riddled bodies of five labourers from a canal.", [("killed", 5)]),
    ("Two passengers remain unaccounted for.", [("missing", 2)]),
    ("An airstrike hit a wedding party, killing the bride and 14 guests and wounding the groom.", [("injured", 1), ("killed", 1), ("killed", 14)]),
    ("More than 30,000 residents have been told to evacuate.", [("displaced", 30001)]),
    ("The accident injured 19 passengers, none seriously.", [("injured", 19)]),
    ("Up to 15 people, among them three medics, may have died in the shelling.", [("killed", 0), ("killed", 3)]),
    ("The ministry said 4 of its officers were martyred and 11 others sustained injuries.", [("injured", 11), ("killed", 4)]),
    ("No fatalities have been reported, but eight people were hospitalised.", [("injured", 8), ("killed", 0)]),
    ("The hostage-takers let 30 women and children go but are still holding 70 men.", [("captured", 70)]),
    ("The mission lost 14 peacekeepers last year.", [("killed", 14)]),
    ("In the second attack, a suicide bomber on a motorcycle killed himself and three guards.", [("killed", 1), ("killed", 3)]),
    ("UN: 17 CIVILIANS DEAD IN MARKET BLAST, SCORES HURT", [("injured", 40), ("killed", 17)]),
    ("THE FMLN CLAIMED IT HAD INFLICTED 45 CASUALTIES ON THE ARMY, INCLUDING 12 DEAD.", [("casualties", 45), ("killed", 12)]),
    ("FOUR UNIDENTIFIED MEN GUNNED DOWN THE LEFTIST LEADER ALBERTO DIAZ AS HE WAS LEAVING HIS HOME IN CALI.", [("killed", 1)]),
    ("THE ATTACK LEFT A TOLL OF SIX DEAD AND AT LEAST 20 WOUNDED, MOST OF THEM PEASANTS.", [("injured", 20), ("killed", 6)]),
    ("POLICE REPORTED THE KIDNAPPING OF TWO RANCHERS AND THE MURDER OF A UNION LEADER.", [("captured", 2), ("killed", 1)]),
    ("A driver who ploughed into a crowd, killing four, has been charged with murder.", [("killed", 4)]),
    ("The two men convicted of murdering the journalist were sentenced to life.", [("killed", 1)]),
    ("Human rights groups say at least 7,000 people have been disappeared.", [("missing", 7000)]),
    ("A passenger train derailed outside the city before dawn on Tuesday, killing at least 32 people and injuring more than 190, state media reported.", [("injured", 191), ("killed", 32)]),
    ("Rescuers on Wednesday found the bodies of two climbers who had been missing since the weekend.", [("killed", 2)]),
    ("The suicide attack on the mosque killed 14 worshippers, police said, adding that another 35 were wounded.", [("injured", 35), ("killed", 14)]),
    ("Two border guards and a smuggler died in an exchange of fire late on Sunday.", [("killed", 1), ("killed", 2)]),
    ("Hundreds of villagers have fled since the rebels took the town last week.", [("displaced", 200)]),
    ("Officials put the number of injured at 87, of whom 12 were in serious condition.", [("injured", 12), ("injured", 87)]),
    ("The bus, carrying 41 pilgrims, plunged into a ravine, leaving only six survivors.", []),
    ("A 19-year-old student who was shot in the neck on Friday died of his wounds on Monday.", [("killed", 1)]),
    ("Five of the 16 hostages were freed overnight.", [("captured", 16)]),
    ("The mudslide buried a dozen homes and killed 23.", [("killed", 23)]),
    ("Militants released a video showing the beheading of a British aid worker.", [("killed", 1)]),
    ("Three days of clashes have left scores dead or wounded.", [("killed_or_injured", 40)]),
    ("The ministry denied that any of its soldiers had been captured.", []),
    ("The storm, which has been blamed for nine deaths in Haiti, is expected to weaken.", [("killed", 9)]),
    ("Two car bombs exploded within minutes of each other, killing six and wounding 22, most of them shoppers.", [("injured", 22), ("killed", 6)]),
    ("A gunman shot dead the mayor of the town and his brother as they left church.", [("killed", 2)]),
    ("The fire at the refugee camp destroyed 300 tents and left some 1,500 people without shelter.", [("displaced", 1500)]),
    ("The company said one contractor had been killed and two others were unaccounted for after the blast.", [("killed", 1), ("missing", 2)]),
    ("At least 11 of the dead were children.", [("killed", 11)]),
    ("Four children were among the 17 killed.", [("killed", 4), ("killed", 17)]),
    ("A teenage boy drowned and his sister was in a coma after the boat overturned.", [("injured", 1), ("killed", 1)]),
    ("The court convicted him of killing three women between 1998 and 2003.", [("killed", 3)]),
    ("Thousands die every year of snakebite.", [("killed", 2000)]),
    ("Army sources said 11 rebels had been killed, five wounded and three captured.", [("captured", 3), ("injured", 5), ("killed", 11)]),
    ("The mission regrets to confirm the loss of four of its members in Tuesday's crash.", [("killed", 4)]),
    ("We condemn the abduction of our colleague and call for her immediate release.", [("captured", 1)]),
    ("GUNMEN KILLED COUNCILMAN PEDRO ROJAS AND WOUNDED HIS WIFE AND A NEIGHBOR.", [("injured", 2), ("killed", 1)]),
    ("THE ARMY REPORTED THE DEATH OF A LIEUTENANT, TWO SERGEANTS AND FIVE SOLDIERS.", [("killed", 1), ("killed", 2), ("killed", 5)]),
    ("Blast at fireworks plant kills 5 workers, injures 14", [("injured", 14), ("killed", 5)]),
    ("Ferry sinks off Java; 60 missing, 12 dead", [("killed", 12), ("missing", 60)]),
]

# Headlines, some of them misread at first.
HEADLINES = [
    ("Blast kills 3, injures dozens", [("injured", 24), ("killed", 3)]),
    ("Gunmen kill five, wound nine in market", [("injured", 9), ("killed", 5)]),
    ("1 killed, 2 critical in Bronx shooting", [("injured", 2), ("killed", 1)]),
    ("Train derails in Odisha; 280 killed, 900 injured", [("injured", 900), ("killed", 280)]),
    ("Syrian shelling wounds 5 children in Idlib camp", [("injured", 5)]),
    ("Heatwave deaths in Delhi rise to 56", [("killed", 56)]),
    ("Strike kills commander, two bodyguards", [("killed", 1), ("killed", 2)]),
    ("Bus crash kills 19 pilgrims, injures 30 in Iran", [("injured", 30), ("killed", 19)]),
    ("Drone strike on Kherson bus leaves two dead, seven injured", [("injured", 7), ("killed", 2)]),
]


@pytest.mark.parametrize("text, expected", FIRST_SIGHT + HEADLINES)
def test_first_sight(nlp, text, expected):
    found = [(claim["harm"], claim["low"]) for claim in claims_of(nlp, text)]
    assert sorted(found, key=str) == sorted(expected, key=str)


# Shootings as a register of them would tell them: the dead, the shooter among them, and those who were hurt and lived.
SHOOTINGS = [
    ("A 34-year-old man opened fire at a birthday party, striking eight people. Three of them died. The shooter fled and was arrested the next day.", 3, 5),
    ("Seven people were shot, two fatally, during an argument outside a nightclub.", 2, 5),
    ("A former employee entered the warehouse and shot six coworkers, killing four. He then turned the gun on himself.", 5, 2),
    ("The gunman fatally shot his wife and her parents before taking his own life.", 4, 0),
    ("Five people were wounded in a drive-by shooting on the city's south side. One of the victims, a 19-year-old woman, died at the hospital two days later.", 1, 4),
    ("A man shot four people at a trailer park, two of whom died. Police shot and killed him after a standoff.", 3, 2),
    ("An unknown suspect fired into a crowd leaving a concert, wounding five.", 0, 5),
    ("A teenager armed with a rifle killed three students and a teacher and wounded nine others at his high school before he was shot dead by an officer.", 5, 9),
    ("The shooter killed his mother at home, then drove to the elementary school, where he murdered 20 children and six adults before committing suicide.", 28, 0),
    ("Four people were shot and killed and a fifth was critically injured when a man forced his way into the house.", 4, 1),
    ("Two men opened fire on each other in a bar. Both were killed and four bystanders were hit.", 2, 4),
    ("Police found a woman and three children dead of gunshot wounds; the woman's estranged husband was later found dead of a self-inflicted wound.", 5, 0),
    ("Shots were fired during a street race. A 17-year-old boy was killed and three other teens were hospitalized.", 1, 3),
    ("A deputy was killed and three officers were injured when a suspect opened fire during a traffic stop. The suspect was also killed.", 2, 3),
    ("A dispute over parking led a 50-year-old to shoot five neighbors. Four died at the scene; the fifth is expected to survive.", 4, 1),
    ("The perpetrator walked into the church and opened fire, hitting 12 worshipers. Nine died, including the pastor. He was captured a day later.", 9, 3),
    ("Six people were hit by gunfire at a block party. Two men, aged 19 and 24, died at the scene.", 2, 4),
    ("A gunman opened fire in a supermarket, killing ten people and wounding three before surrendering to police.", 10, 3),
    ("A father shot and killed his two daughters, wounded his wife and then killed himself.", 3, 1),
    ("Four coworkers were shot by a disgruntled employee. Three of the victims succumbed to their injuries. The gunman was fatally shot by police.", 4, 1),
    ("Nine people were injured, one critically, when shots rang out at a graduation party.", 0, 9),
    ("Two teens were killed and three others wounded when someone in a passing car fired at a group standing on a corner.", 2, 3),
    ("The shooter, a 41-year-old man, killed three family members and a neighbor before barricading himself inside; he was later found dead.", 5, 0),
    ("A security guard shot five people at a mall, killing one, after being fired.", 1, 4),
    ("A man entered a salon and shot eight people, killing seven of them. He was arrested nearby.", 7, 1),
    ("An argument between two groups led to gunfire that left one man dead and four others hurt, one of whom died the next day.", 2, 3),
    ("Three students were shot and killed and another five were injured. The gunman, 43, took his own life hours later.", 4, 5),
    ("A suspect shot at officers serving a warrant, striking four. Three deputies died. He was killed by return fire.", 4, 1),
    ("A man killed his estranged wife, her mother and her new boyfriend, then drove to a park and shot himself.", 4, 0),
    ("Six people were shot, three of them fatally, at a house party.", 3, 3),
    ("An employee who had been fired that morning returned with a handgun and wounded three supervisors before police killed him.", 1, 3),
    ("Eight people were wounded when two gunmen opened fire at a vigil.", 0, 8),
    ("The suspect killed two deputies and injured a third. He surrendered after a six-hour standoff.", 2, 1),
    ("A woman and her three children were shot to death in their home by her ex-boyfriend, who was later found dead in his car.", 5, 0),
    ("Four men were shot outside a barber shop. One died and the others are expected to recover.", 1, 3),
    ("The gunman shot nine people, killing five, at a bank branch. Officers fatally shot him at the scene.", 6, 4),
    ("A student shot a classmate and a teacher. The teacher died; the classmate was hospitalized.", 1, 1),
]


@pytest.mark.parametrize("text, killed, injured", SHOOTINGS)
def test_shootings(nlp, text, killed, injured):
    found = {row["harm"]: row["best"] for row in tolls(claims_of(nlp, text))}
    assert (found.get("killed", 0), found.get("injured", 0)) == (killed, injured)
