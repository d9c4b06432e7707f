"""Actors: what does not read as a narrative in the notebooks. Every sentence is ours."""

import pandas as pd
import pytest
import spacy
from spacy.tokens import Doc

from newsresearch.actor_summaries import co_mentions, summarize_actors
from newsresearch.actors import ActorFinder
from newsresearch.files import data_path
from newsresearch.identity import romanized_key, same_person
from newsresearch.linking import link_actors
from newsresearch.registry import Correction, load_registry, name_key, read_corrections, read_registry
from newsresearch.schema import ParameterError, check_table, make_table

Doc.set_extension("actors", default=[], force=True)


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(data_path("../model"))


@pytest.fixture(scope="module")
def finder():
    return ActorFinder()


@pytest.fixture(scope="module")
def actors(nlp, finder):
    def read(text: str) -> list[dict]:
        return finder(nlp(text))._.actors

    return read


def by_name(records: list[dict]) -> dict[str, list[str]]:
    "Name → the mentions' texts, without descriptions and pronouns."
    found: dict[str, list[str]] = {}
    for record in records:
        if record["rule"] not in ("pronoun", "description"):
            found.setdefault(record["name"], []).append(record["text"])
    return found


def test_records_keep_the_contract(actors):
    text = "Regional governor Ivo Lang said that Kenyan soldiers from the 14th Brigade had left. Kenya denied it."
    records = actors(text)
    table = check_table(make_table("actors", [dict(article_id="a", **record) for record in records]), "actors")
    assert len(table) == len(records) > 3
    assert all(text[record["start_char"] : record["end_char"]] == record["text"] for record in records)
    assert [record["start_char"] for record in records] == sorted(record["start_char"] for record in records)


def test_a_brigade_belongs_to_the_army_and_the_army_to_its_country(actors):
    records = {record["name"]: record for record in actors("The Kenyan army said that soldiers from the 14th Brigade of Kenya had left.")}
    assert records["Kenyan army"]["affiliation"] == "Kenya"
    assert records["14th Brigade"]["kind"] == "military_unit"
    assert records["14th Brigade"]["affiliation"] == "Kenyan army"


def test_two_people_and_two_roles_in_one_chain(actors):
    records = actors("Ivo Lang, an economic adviser to Chilean President Mona Reyes, resigned.")
    roles = {record["name"]: record["role"] for record in records}
    assert roles["Mona Reyes"] == "Chilean President"
    assert roles["Ivo Lang"].startswith("economic adviser to")


def test_the_owner_of_an_office_is_an_actor_too(actors):
    records = {record["text"]: record["kind"] for record in actors("President Mona Reyes's office denied it.")}
    assert records["Mona Reyes"] == "person"


@pytest.mark.parametrize(
    "text",
    [
        "By Ada Stone, Reuters",
        "(AP Photo/Omar Reed)",
        "The storm passed, and the road was dry again.",
        "Photo: Omar Reed/AFP",
    ],
)
def test_bylines_credits_and_weather_name_nobody(actors, text):
    assert actors(text) == []


def test_a_place_is_no_actor_and_a_speaking_capital_is(actors):
    assert actors("Hundreds of people died in Moscow and near Kyiv last year.") == []
    assert [(r["kind"], r["country"]) for r in actors("Moscow accused Kyiv of an attack.")] == [("state", "RU"), ("state", "UA")]


def test_the_texts_own_acronym_wins_over_the_registrys(actors):
    records = actors("The River Safety Fund (RSF) paid. The RSF said that it would pay again.")
    assert {record["name"] for record in records} == {"River Safety Fund"}


def test_short_forms_and_titles_are_one_person(actors):
    found = by_name(actors("Mona Reyes resigned on Monday. Ms Reyes had been ill. Reyes said nothing more."))
    assert found == {"Mona Reyes": ["Mona Reyes", "Reyes", "Reyes"]}


def test_capitals_are_no_sign_of_a_name(actors):
    found = by_name(actors("TWO SOLDIERS WERE KILLED TODAY WHEN GUERRILLAS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT ATTACKED A POST."))
    assert "Farabundo Martí National Liberation Front" in found
    assert not any("KILLED" in text for texts in found.values() for text in texts)


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Volodymyr Zelensky", "Zelenskyy", True),
        ("Ana Marovic", "Zdenko Marovic", False),
        ("Nawaz Sharif", "Shehbaz Sharif", False),
        ("Fidel Castro", "Raúl Castro", False),
        ("George W. Bush", "George H. W. Bush", False),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Omar al-Rashidi", "al-Rashidi", True),
    ],
)
def test_same_person(one, other, same):
    assert same_person(name_key(one), name_key(other)) is same


@pytest.mark.parametrize("one, other", [("Yevgeny Prigozhin", "Evgueni Prigojine"), ("Dmitry Medvedev", "Dmitri Medvedev"), ("Serhiy Haidai", "Sergei Haidai")])
def test_spellings_of_one_name(one, other):
    assert romanized_key(one) == romanized_key(other)


def test_lookalikes_stay_apart():
    rows = [
        dict(article_id=article, sentence_index=0, start_char=0, end_char=4, actor_id=actor, name=name, text=name, kind=kind, country=country, role=role, rule="test")
        for article, actor, name, kind, country, role in [
            ("a", "state-IR", "Iran", "state", "IR", None), ("b", "state-IQ", "Iraq", "state", "IQ", None),
            ("a", "state-AT", "Austria", "state", "AT", None), ("b", "state-AU", "Australia", "state", "AU", None),
            ("a", "person-lu", "Lu", "person", "CN", None), ("b", "person-lu", "Lu", "person", "CN", None),
            ("a", "person-jon-smit", "John Smith", "person", "GB", "coroner"), ("b", "person-jon-smit", "John Smith", "person", "US", "senator"),
            ("c", "person-jon-smit", "John Smith", "person", "GB", "coroner"),
        ]
    ]
    linked = link_actors(make_table("actors", rows))
    assert linked.groupby("actor_id").size().to_dict().get("person-jon-smit") == 2
    assert linked["actor_id"].nunique() == 8
    again = link_actors(make_table("actors", rows[::-1])).iloc[::-1]
    assert list(again["actor_id"]) == list(linked["actor_id"])


def test_a_users_registry_replaces_and_adds(tmp_path, nlp):
    path = tmp_path / "mine.csv"
    path.write_text("actor_id,name,kind,country,aliases\ncoast-watch,Coast Watch,organization,KE,The Watchers\n", encoding="utf-8")
    records = ActorFinder(registry=str(path))(nlp("Coast Watch and The Watchers met."))._.actors
    assert {record["actor_id"] for record in records} == {"coast-watch"}
    path.write_text("actor_id,name,kind\nx,X,robot\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="robot"):
        read_registry(path)


def test_corrections_are_checked_and_replayed(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("name,action,value\nNorvex,explode,\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="explode"):
        read_corrections(path)
    rows = [
        dict(article_id="a", sentence_index=0, start_char=0, end_char=4, actor_id="person-ana-marovik", name="Ana Marovic", text="Ana Marovic", kind="person", rule="test"),
        dict(article_id="b", sentence_index=0, start_char=0, end_char=4, actor_id="person-ana-marovik", name="Ana Marovic", text="Ana Marovic", kind="person", rule="test"),
    ]
    apart = link_actors(make_table("actors", rows), corrections=[Correction("Ana Marovic", "not_same_as", "Ana Marovic", article_id="b")])
    assert apart["actor_id"].nunique() == 2
    kind = link_actors(make_table("actors", rows), corrections=[Correction("Ana Marovic", "kind", "organization")])
    assert set(kind["kind"]) == {"organization"}


def test_the_registry_file_is_sound():
    entries = read_registry(data_path("actor_registry.csv"))
    assert len({entry.actor_id for entry in entries}) == len(entries)
    names = {entry.name for entry in entries}
    assert [entry.actor_id for entry in entries if entry.affiliation and entry.affiliation not in names] == []
    assert [entry.actor_id for entry in entries if entry.country and (len(entry.country) != 2 or not entry.country.isupper())] == []
    assert load_registry().lookup("People’s Protection Units").actor_id == "ypg"


def test_empty_tables():
    empty = make_table("actors", [])
    assert link_actors(empty).empty and summarize_actors(empty).empty and co_mentions(empty).empty
    assert isinstance(summarize_actors(empty), pd.DataFrame)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Germany's ambassador to Kenya, Sofia Brandt, spoke.", "Sofia Brandt", "DE"),
        ("UN coordinator for Haiti Sofia Brandt spoke in Nairobi.", "Sofia Brandt", None),
        ("The US special envoy to Sudan, Tom Reyes, left Kenya.", "Tom Reyes", "US"),
        ("Peruvian President Ada Reyes spoke. Reyes's foreign minister, Ilse Brandt, went to Chad and Angola.", "Ilse Brandt", "PE"),
        ("Ilse Brandt left Kenya for Chad, Angola and Peru.", "Ilse Brandt", None),
        ("Fishermen in Mombasa, Kenya, said that nurse Ilse Brandt had left Kenya.", "Ilse Brandt", "KE"),
    ],
)
def test_a_country_is_said_or_missing(actors, text, name, country):
    assert {record["country"] for record in actors(text) if record["name"] == name} == {country}


def test_a_bare_army_is_at_home(actors):
    records = actors("Three men died in Chile on Monday. French troops had left Chile in May. The army said that Chile was safe.")
    assert {record["text"]: record["actor_id"] for record in records if record["kind"] == "military_unit"} == {"French troops": "military-FR", "army": "military-CL"}
    assert {record["name"] for record in records if record["actor_id"] == "military-FR"} == {"French army"}


def test_soldiers_lend_their_country_to_their_unit(actors):
    records = {record["text"]: record for record in actors("Kenyan soldiers from the 14th Brigade crossed the border, officials in Chad said.")}
    assert records["14th Brigade"]["country"] == "KE" and records["14th Brigade"]["affiliation"] == "Kenyan army"


def test_agencies_of_datelines_are_media_and_bylines_are_nobody(actors):
    text = "By Ada Stone and Piet van der Berg in Paris\nMOMBASA, Kenya (Sarwa Wire) — Ten people died. Photo: Omar Reed/Sarwa Wire"
    assert [(record["text"], record["kind"]) for record in actors(text)] == [("Sarwa Wire", "media")]


def test_a_name_with_a_nickname_or_an_inner_title_is_one(actors):
    names = {record["name"] for record in actors('Boss Ray "Boxer" Brandt met Ilse Brandt Jr. and Kim Yo Jong.')}
    assert 'Ray "Boxer" Brandt' in names and "Kim Yo Jong" in names


def test_known_names_that_are_common_words_need_support(actors):
    assert {record["actor_id"] for record in actors("The Emergency Lawyers said that the NGO Emergency had left.")} >= {"emergency-ngo"}
    assert "emergency-ngo" not in {record["actor_id"] for record in actors("The Emergency Lawyers said so. A state of Emergency began.")}


def test_an_office_without_a_name_is_an_actor(actors):
    records = actors("The Foreign Secretary met ministers in Lima. Later the mayor left.")
    assert [(record["text"], record["actor_id"], record["rule"]) for record in records if record["kind"] == "person"] == [("Foreign Secretary", "office-foreign-secretary-pe", "office")]


def test_bodies_of_nowhere_are_one_actor_per_article(nlp, finder):
    tables = [make_table("actors", [dict(article_id=name, **record) for record in finder(nlp("Police said so."))._.actors]) for name in "ab"]
    linked = link_actors(pd.concat(tables, ignore_index=True))
    assert linked["actor_id"].nunique() == 2 and set(linked["name"]) == {"Police"}


def test_what_is_not_the_same_is_kept_apart_in_one_article(nlp):
    rows = [Correction("Marovic", "not_same_as", "Zdenko Marovic")]
    records = ActorFinder(corrections=rows)(nlp("Captain Zdenko Marovic left. In court, Marovic said nothing."))._.actors
    assert [record["actor_id"] for record in records] == ["person-zdenko-marovik", "person-marovik"]
    table = make_table("actors", [dict(article_id="a", **record) for record in records])
    assert link_actors(table, corrections=rows)["actor_id"].nunique() == 2


def test_the_rebels_and_the_coalition_are_those_named_before(actors):
    records = actors("Boko Haram and a Saudi-led coalition clashed. The rebels fled, and the coalition left.")
    ids = {record["text"]: record["actor_id"] for record in records}
    assert ids["rebels"] == "boko-haram" and ids["coalition"] == ids["Saudi-led coalition"]


def test_israeli_soldiers_in_gaza_are_followed_by_their_own_army(actors):
    records = actors("Ten Israeli soldiers died in the Gaza Strip, the army said. Gaza City had no power.")
    assert [record["actor_id"] for record in records if record["kind"] == "military_unit"] == ["military-IL"]


def test_the_army_is_that_of_the_dateline_where_two_fight(actors):
    records = actors("AMMAN, Jordan (Sarwa Wire) - Jordanian soldiers and Syrian troops exchanged fire near the border, the army said. Defence Minister Omar Reed flew there.")
    assert {record["text"]: record["country"] for record in records if record["kind"] in ("military_unit", "person")} == {
        "Jordanian soldiers": "JO", "Syrian troops": "SY", "army": "JO", "Omar Reed": "JO"}


@pytest.mark.parametrize(
    "text, name, role",
    [
        ("Ada Brandt, who heads the Harbour Board, resigned.", "Ada Brandt", "head of the Harbour Board"),
        ("Colonel General Omar Reed, chief of the air staff, resigned.", "Omar Reed", "chief of the air staff"),
        ("Sergeant First Class Piet Vos died on Monday.", "Piet Vos", "Sergeant First Class"),
        ("They met Danel Topol, after soldiers had come.", "Danel Topol", None),
        ("Kenyan national Park Ji-min was freed.", "Park Ji-min", "Kenyan national"),
    ],
)
def test_roles_of_clauses_grades_and_nationals(actors, text, name, role):
    assert {record["name"]: record["role"] for record in actors(text) if record["kind"] == "person"}[name] == role


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ('"We ran," said Furah Bahat, who fled with her children.', "Furah Bahat", "person"),
        ("The soldiers shot Gebro, 43, a farmer.", "Gebro", "person"),
        ("The road was mined, Physicians for Human Safety said in a report.", "Physicians for Human Safety", "organization"),
        ("He told Radio Miramar that the road was closed.", "Radio Miramar", "media"),
        ("The rebel coalition TLF-KPA said that it had won.", "TLF-KPA", "armed_group"),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(actors, text, name, kind):
    assert {record["name"]: record["kind"] for record in actors(text)}[name] == kind


def test_a_given_name_that_is_a_country_is_the_persons(actors):
    found = by_name(actors("Jordan Brandt, 24, was hurt. Jordan had left the house at noon."))
    assert found == {"Jordan Brandt": ["Jordan Brandt", "Jordan"]}
