"""Places in articles: what does not read as a narrative."""

import json

import pytest
import spacy
from spacy.tokens import Doc

from newsresearch.evaluate_locations import calibration, evaluate_locations, match_places, read_geovirus, summarize
from newsresearch.gazetteer import load_gazetteer
from newsresearch.gazetteer_index import data_file
from newsresearch.locations import LocationFinder, find_locations
from newsresearch.name_keys import name_key
from newsresearch.own_places import read_corrections, read_places
from newsresearch.schema import TABLES, GazetteerError, ParameterError, make_table


@pytest.fixture(scope="module")
def model():
    return spacy.load(data_file("").parent / "model")


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer(progress=False)


@pytest.fixture(scope="module")
def locate(model, gazetteer):
    def run(text):
        return find_locations(model(text), gazetteer)

    return run


def column(records, name):
    return {record["text"]: record[name] for record in records}


def test_records_have_the_fields_of_the_table_and_their_offsets_are_the_text(locate):
    text = "Two soldiers died near Bakhmut in Ukraine.\n\nParis (AP) — French police were sent to Nantes."
    records = locate(text)
    fields = {column.name for column in TABLES["locations"]} - {"article_id"}
    assert [set(record) for record in records] == [fields] * len(records)
    assert [text[record["start_char"]:record["end_char"]] for record in records] == [record["text"] for record in records]
    assert len(make_table("locations", [{"article_id": "a", **record} for record in records])) == len(records) == 5


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "No names here, none at all.", "12 345", "—", "()", "the", "\u200b", "É"])
def test_texts_without_places_have_none(locate, text):
    assert locate(text) == []


def test_a_place_that_nobody_knows_keeps_its_row(locate):
    record = next(r for r in locate("Two people died in Qwertzingen on Monday.") if r["text"] == "Qwertzingen")
    assert (record["name"], record["latitude"], record["longitude"], record["geonames_id"], record["confidence"]) == (None, None, None, None, 0.0)


def test_one_unknown_name_does_not_empty_the_result(locate):
    found = column(locate("Floods hit Qwertzingen, Hamburg and Bremen in northern Germany."), "name")
    assert (found["Hamburg"], found["Bremen"], found["Germany"]) == ("Hamburg", "Bremen", "Germany")


def test_an_unknown_place_in_a_known_town_is_put_there(locate):
    record = next(r for r in locate("A bus burned in the Qwertzing district of Nairobi, Kenya.") if r["text"] == "Qwertzing")
    assert (record["country"], record["precision"], record["rule"][-10:]) == ("KE", 2, "+container")


@pytest.mark.parametrize("text, name, country", [
    ("Two people died in Paris, Texas, on Monday.", "Paris", "US"),
    ("Two people died in Paris, the French capital, on Monday.", "Paris", "FR"),
    ("Shops closed in Tripoli, in northern Lebanon.", "Tripoli", "LB"),
    ("Shops closed in Tripoli, the capital of Libya.", "Tripoli", "LY"),
    ("Police in Georgia's capital Tbilisi made arrests.", "Georgia", "GE"),
    ("Police in Atlanta, Georgia, made arrests.", "Georgia", "US"),
    ("The mayor of Birmingham, Alabama, resigned.", "Birmingham", "US"),
    ("Fighting spread in Valencia, Venezuela.", "Valencia", "VE"),
    ("A court in Córdoba, Argentina, ruled on Friday.", "Córdoba", "AR"),
    ("Gunmen stormed a school in Hyderabad, Pakistan.", "Hyderabad", "PK"),
])
def test_namesakes_are_told_apart_by_what_the_text_says(locate, text, name, country):
    assert column(locate(text), "country")[name] == country


@pytest.mark.parametrize("text, name, kind", [
    ("Three people were killed in Kherson on Monday.", "Kherson", "populated_place"),
    ("Three people were killed in the Kherson region on Monday.", "Kherson", "admin1"),
    ("Doctors in New York said so.", "New York", "populated_place"),
    ("New York Governor Jane Doe said so.", "New York", "admin1"),
    ("Snow fell in Buffalo, New York.", "New York", "admin1"),
    ("Officials in Washington said so.", "Washington", "populated_place"),
    ("Fires burned in Washington state.", "Washington", "admin1"),
    ("Ships crossed the Atlantic.", "Atlantic", "water"),
])
def test_town_or_region(locate, text, name, kind):
    assert column(locate(text), "kind")[name] == kind


@pytest.mark.parametrize("text, name, usage", [
    ("Moscow accused Kyiv of lying.", "Moscow", "metonym"),
    ("A bomb went off in Moscow.", "Moscow", "literal"),
    ("The White House declined to comment.", "White House", "metonym"),
    ("Turkish troops crossed the border.", "Turkish", "demonym"),
    ("NAIROBI, Kenya (AP) — Five people died.", "NAIROBI", "dateline"),
    ("SRINAGAR: Five people died in a fire.", "SRINAGAR", "dateline"),
    ("The Otago health board said so.", "Otago", "metonym"),
    ("The group's Asia director was in Rome.", "Asia", "metonym"),
    ("Two U.S. aid workers were freed in Sanaa.", "U.S.", "metonym"),
])
def test_usage(locate, text, name, usage):
    assert column(locate(text), "usage")[name] == usage


@pytest.mark.parametrize("text, name", [
    ("He wrote for the Moscow Times.", "Moscow"), ("She studied at the University of Georgia.", "Georgia"),
    ("He died of West Nile virus.", "West Nile"), ("It cost US$100 million.", "US$"), ("Jack London wrote it.", "London"),
    ("The Red Cross helped.", "Red Cross"), ("Everton fans sang.", "Everton"), ("CAR BOMB KILLS TWO IN BOGOTA", "CAR"), ("AMONG THE DEAD ARE TWO POLICEMEN", "ARE"),
])
def test_names_of_other_things_are_no_places(locate, text, name):
    assert name not in column(locate(text), "name")


@pytest.mark.parametrize("text, name, country", [
    ("In Canada, Halifax and Hamilton had snow.", "Hamilton", "CA"),
    ("In New Zealand, Wellington, Hamilton and Napier were cut off.", "Hamilton", "NZ"),
    ("In Argentina, Cordoba, Rosario and Mendoza were hit by strikes.", "Cordoba", "AR"),
    ("In Honduras, Comayagua, La Paz and Choloma were searched.", "La Paz", "HN"),
    ("A man died in Hyderabad, Pakistan. In the Indian city of Hyderabad, a wall fell.", "Hyderabad", "IN"),
    ("Two people were charged in Paris, Texas, and one in Lyon, France.", "Paris", "US"),
])
def test_the_opening_of_a_clause_and_the_words_beside_a_name_say_where_it_lies(locate, text, name, country):
    assert column(locate(text), "country")[name] == country


@pytest.mark.parametrize("text, places", [
    ("HMS London and the submarine Kursk left London.", ["London"]),
    ("The Belgorod, a Russian submarine, left Severodvinsk.", ["Severodvinsk"]),
    ("The ferry Estonia sank off Turku. The Estonia had left Tallinn.", ["Turku", "Tallinn"]),
    ("The Minsk agreements and the Paris climate agreement were praised in Rome.", ["Rome"]),
    ("The Treaty of Lisbon was signed in Lisbon.", ["Lisbon"]),
    ("Bayern Munich met Dynamo Kyiv in Turin.", ["Turin"]),
    ("Manchester City and Paris Saint-Germain played in Doha.", ["Doha"]),
    ("A vigil was held at St. Mary's Church in Dayton.", ["Dayton"]),
    ("Ohio State beat Michigan State in Columbus.", ["Columbus"]),
    ("The Duke of York visited the University of Leeds in Leeds.", ["Leeds"]),
])
def test_ships_treaties_clubs_and_institutions_are_no_places(locate, text, places):
    assert [r["text"] for r in locate(text) if r["usage"] != "demonym"] == places


def test_a_list_of_counties_is_read_as_counties(locate):
    records = locate("In Kentucky, deputies from Barren, Edmonson, Butler and Logan counties helped.")
    assert [(r["text"], r["kind"], r["admin1"]) for r in records[1:]] == [
        (name, "admin2", "Kentucky") for name in ("Barren", "Edmonson", "Butler", "Logan")]


@pytest.mark.parametrize("spelling, name", [
    ("Kamishly", "Al Qāmishlī"), ("Deir Ezzour", "Deir ez-Zor"), ("Makhmour", "Mexmur"),
])
def test_spellings_of_names_from_other_scripts(locate, spelling, name):
    record = next(r for r in locate(f"Syria and Iraq sent men; shells fell near the town of {spelling} on Sunday.") if r["text"] == spelling)
    assert record["name"] == name


def test_an_exact_name_is_never_looked_up_loosely(gazetteer):
    assert {place.weight for place in gazetteer.by_key(name_key("Qamishli"))} == set()
    found = {(place.name, place.weight) for place in gazetteer.loosely(name_key("Qamishli"))}
    assert {("Al Qāmishlī", -1), ("Al-Qamishli District", -1)} <= found
    assert gazetteer.loosely("rafa") == ()


def test_a_district_stands_in_for_a_town_of_its_name(locate):
    record = next(r for r in locate("Fighters in Sudan took the town of Um Rawaba.") if r["text"] == "Um Rawaba")
    assert (record["kind"], record["precision"], record["geonames_id"]) == ("populated_place", 2, None)


def test_facilities_where_something_happened_keep_a_row(locate):
    records = locate("A blast near Kafr Hospital killed two. The wounded were taken to Ibn Hospital.")
    assert [(r["text"], r["kind"], r["latitude"]) for r in records] == [("Kafr Hospital", "facility", None)]


def test_the_quarter_of_a_city_and_what_lies_beside_a_town_are_no_namesakes_far_away(locate):
    text = "Police in Culiacán, Mexico, searched a house in the Tres Ríos district. A vigil was held in Bovina, near Vicksburg, Mississippi."
    names = column(locate(text), "country")
    assert (names["Culiacán"], names["Vicksburg"]) == ("MX", "US") and names["Tres Ríos"] is None and names["Bovina"] is None


def test_bylines_are_datelines(locate):
    text = "Floods kill nine\nBy Anna Abel, in London, and Ben Bo, in Lagos\n\nNine people died in Onitsha."
    assert column(locate(text), "usage") == {"London": "dateline", "Lagos": "dateline", "Onitsha": "literal"}


def test_actors_found_before_keep_their_names(model, gazetteer):
    Doc.set_extension("actors", default=None, force=True)
    doc = model("Sofia Paris spoke in Paris.")
    doc._.actors = [{"kind": "person", "start_char": 0, "end_char": 11}]
    assert [(r["text"], r["start_char"]) for r in find_locations(doc, gazetteer)] == [("Paris", 21)]
    doc._.actors = None
    assert [r["start_char"] for r in find_locations(doc, gazetteer)][-1] == 21


def test_markup_in_a_text_is_text(locate):
    records = locate("<script>alert('Paris')</script> Two people died in Lyon.")
    assert column(records, "country")["Lyon"] == "FR"


def test_a_long_list_of_names_is_read_to_the_end(locate):
    records = locate("Storms hit " + ", ".join(["Lyon", "Nantes", "Rennes", "Qwertzing"] * 300) + " and Paris.")
    assert records[-1]["text"] == "Paris" and len(records) > 900


def test_runners_up_are_json(locate):
    record = next(r for r in locate("Two people died in Springfield.") if r["text"] == "Springfield")
    if record["runners_up"] is not None:
        others = json.loads(record["runners_up"])
        assert {tuple(other) for other in others} == {("name", "kind", "country", "latitude", "longitude", "geonames_id", "confidence")}


@pytest.mark.parametrize("rows, reason", [
    ("name,latitude\nA,1\n", "line 1: column 'longitude' is missing; found ['name', 'latitude']"),
    ("name,latitude,longitude\nAyton,north,2\n", "line 2, latitude: 'north' is not a number of degrees"),
    ("name,latitude,longitude\nAyton,91,2\n", "line 2, latitude: 91 is outside -90 to 90"),
    ("name,latitude,longitude\nAyton,1,2\n ,1,2\n", "line 3: name '' is empty"),
    ("name,latitude,longitude\nAyton,1,2,3\n", "line 2: more cells than the header has columns"),
    ("name,latitude,longitude,country\nAyton,1,2,Ukraine\n", "line 2: country 'UKRAINE' is not an ISO 3166-1 code of two letters"),
    ("name,latitude,longitude,population\nAyton,1,2,many\n", "line 2: population 'many' is not a whole number"),
])
def test_errors_in_own_places_name_file_line_and_reason(tmp_path, rows, reason):
    path = tmp_path / "places.csv"
    path.write_text(rows)
    with pytest.raises(GazetteerError) as error:
        read_places(path)
    assert str(error.value) == f"{path}, {reason}"


@pytest.mark.parametrize("rows, reason", [
    ("place,geonames_id\nA,1\n", "line 1: column 'name' is missing; found ['place', 'geonames_id']"),
    ("name,geonames_id\nParis,99999999\n", "line 2: geonames_id '99999999' is not in the gazetteer; give latitude and longitude"),
    ("name,geonames_id\nParis,\n", "line 2: neither geonames_id, nor latitude and longitude, nor action 'ignore'"),
    ("name,action\nParis,drop\n", "line 2: action 'drop' is neither 'place' nor 'ignore'"),
])
def test_errors_in_corrections_name_file_line_and_reason(tmp_path, gazetteer, rows, reason):
    path = tmp_path / "corrections.csv"
    path.write_text(rows)
    with pytest.raises(GazetteerError) as error:
        read_corrections(path, gazetteer)
    assert str(error.value) == f"{path}, {reason}"


def test_a_file_of_own_places_that_is_not_there(tmp_path):
    with pytest.raises(GazetteerError, match="cannot be read"):
        LocationFinder(places=tmp_path / "nowhere.csv")


def test_corrections_are_replayed(tmp_path, model):
    path = tmp_path / "corrections.csv"
    path.write_text("name,geonames_id,latitude,longitude,action\nParis,4717560,,,\nHamburg,,,,ignore\nOdesa,,1.5,2.5,\n")
    records = find_locations(model("Trains ran from Paris to Hamburg and Odesa in France."), LocationFinder(corrections=path).gazetteer)
    found = {r["text"]: (r["country"], r["latitude"]) for r in records}
    assert found["Paris"][0] == "US" and "Hamburg" not in found and found["Odesa"] == (None, 1.5)


def test_evaluation_figures():
    gold = [{"start_char": 0, "end_char": 4, "text": "Lyon", "latitude": 45.75, "longitude": 4.85, "usage": "literal"},
            {"start_char": 10, "end_char": 14, "text": "Nice", "latitude": 43.7, "longitude": 7.27, "usage": "literal"}]
    answers = [{"start_char": 0, "end_char": 4, "latitude": 45.7, "longitude": 4.8, "usage": "metonym", "confidence": 0.9},
               {"start_char": 20, "end_char": 24, "latitude": None, "longitude": None, "usage": "literal", "confidence": 0.0}]
    pairs, alarms = match_places(gold, answers)
    values = dict(zip(*[summarize(pairs, len(alarms))[name] for name in ("figure", "value")]))
    assert (values["recognition precision"], values["recognition recall"], values["end to end within 161 km"]) == (0.5, 0.5, 0.5)
    assert values["usage, of those found"] == 0.0
    assert calibration(pairs).to_dict("records") == [{"from": 0.9, "to": 0.95, "places": 1, "mean_confidence": 0.9, "right": 1.0}]


def test_geovirus_offsets_start_at_one(tmp_path):
    path = tmp_path / "virus.xml"
    path.write_text("<articles><article><source>a/b</source><text>In Lyon.</text><locations><location><name>Lyon</name><start>4</start>"
                    "<end>8</end><lat>45.75</lat><lon>4.85</lon><page>x</page></location></locations></article></articles>")
    article = next(read_geovirus(path))
    assert article.text[article.places[0]["start_char"]:article.places[0]["end_char"]] == "Lyon"


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(ParameterError, match="expected GeoVirus"):
        evaluate_locations(tmp_path / "labels.csv")
    (tmp_path / "labels.jsonl").write_text('{"id": 1, "locations": []}\n')
    with pytest.raises(ParameterError, match="line 1"):
        evaluate_locations(tmp_path / "labels.jsonl")
