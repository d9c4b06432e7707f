"""The language model that ships, and what training promises: held out is held out, and what is unknown is not taught."""

import random
from pathlib import Path

import numpy as np
import pytest
import spacy

import newsresearch
from newsresearch.entity_corpora import join_words, names_doc
from newsresearch.entity_labels import LABELS, LabelledText, corpus_labels, label_words, labelled_text
from newsresearch.line_breaks import LineBreaks
from newsresearch.treebanks import parse_conllu, sentences_doc
from newsresearch.variation import NamePool, swap_names, vary_text

MODEL = Path(newsresearch.__file__).parent / "model"


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(MODEL)


def test_the_model_has_every_component_and_label(nlp):
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"]
    assert set(nlp.get_pipe("ner").labels) == set(LABELS)
    assert not [label for label in nlp.get_pipe("parser").labels if ":" in label]


def test_the_model_is_small_and_has_its_card_and_licence():
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())
    assert size <= 40_000_000
    assert "CC BY-SA 4.0" in (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert (MODEL / "LICENSE").read_text(encoding="utf-8").startswith("Attribution-ShareAlike 4.0 International")


def test_words_carry_tag_part_of_speech_lemma_and_head(nlp):
    doc = nlp("Two soldiers were killed in the village on Sunday.")
    assert [t.tag_ for t in doc][:4] == ["CD", "NNS", "VBD", "VBN"]
    assert [t.pos_ for t in doc][:4] == ["NUM", "NOUN", "AUX", "VERB"]
    assert [t.lemma_ for t in doc][1:4] == ["soldier", "be", "kill"]
    assert (doc[0].dep_, doc[0].head.i, doc[1].dep_, doc[3].dep_) == ("nummod", 1, "nsubj", "ROOT")


def test_the_empty_text_and_text_without_words_pass(nlp):
    assert [len(doc) for doc in nlp.pipe(["", " ", "\n\n", "…"])] == [0, 1, 1, 1]


def test_every_corpus_label_ends_in_the_scheme():
    allowed = {*LABELS, "PLACE", "PEOPLE_OR_STATE", "MISC", "unknown"}
    assert {label for table in corpus_labels().values() for label in table.values()} <= allowed


def test_word_lists_hold_no_blank_and_no_title_is_an_armed_group():
    assert all(word.strip() == word and word for words in label_words().values() for word in words)
    assert not label_words()["title"] & label_words()["armed_group"]


@pytest.mark.parametrize("corpus,given,expected", [
    ("gmb", "per", [("Ann Lee", "PERSON")]),
    ("wikigold", "PER", [("Ann Lee", "PERSON")]),
])
def test_titles_are_no_part_of_a_name(corpus, given, expected):
    text = "Then Prime Minister Ann Lee spoke"
    found = labelled_text(text, [(5, 27, given)], corpus)
    assert [(text[a:b], label) for a, b, label in found.names] == expected


def test_what_a_corpus_does_not_label_is_missing_and_not_outside():
    english = spacy.blank("en")
    text = labelled_text("Ann Lee left Bath in March 2011.", [(0, 7, "PER"), (13, 17, "LOC")], "wikigold")
    doc = names_doc(english, text)
    assert [t.text for t in doc if t.ent_iob == 0] == ["March", "2011"]


def test_quotes_open_and_close_without_inner_spaces():
    words = 'He said , " We left . " Then silence .'.split()
    assert join_words(words, ["O"] * len(words))[0] == 'He said, "We left." Then silence.'


def test_varied_text_keeps_its_length_even_where_capitals_are_longer():
    text = "Die Straße in Gießen"
    assert {len(vary_text(text, random.Random(seed))) for seed in range(200)} == {len(text)}


def test_exchanged_names_keep_labels_and_places():
    pool = NamePool(["Bath"], ["Ann"], ["Lee"], ["Red Front"])
    text = LabelledText("Omar Said left Homs on Friday.", [(0, 9, "PERSON"), (15, 19, "GPE"), (23, 29, "DATE")])
    other = swap_names(text, pool, random.Random(1), {"PERSON": 1, "GPE": 1})
    assert [(other.text[a:b], label) for a, b, label in other.names] == [("Ann Lee", "PERSON"), ("Bath", "GPE"), ("Friday", "DATE")]


def test_a_line_break_ends_a_sentence_whatever_the_parser_thinks(nlp):
    doc = nlp.make_doc("Bomb kills two in Bath\n\nPolice said on Monday that the bomb was small.")
    for _, component in [("", LineBreaks()), *nlp.pipeline]:
        doc = component(doc)
    assert [s.text.strip() for s in doc.sents] == ["Bomb kills two in Bath", "Police said on Monday that the bomb was small."]


@pytest.mark.parametrize("text,expected", [
    ("Fire Brigade head Xolani Mkhizwe said 1,200 Quxtown homes burned.", 1),
    ("Army Maj. Gen. Ziv Orrell and Lt. Col. Abe Quist left Camp No. 9 on Monday.", 1),
    ('He was gone. "Nobody came," she said. "Why?"', 3),
    ("“We saw it,” said Ann B. Moss. Then the bridge fell.", 2),
    ("Landslide in Orvia: Dozens missing after Storm Quill", 1),
    ("QUXTOWN, Orvia (Demo Wire) — More than 200 people were killed.", 2),
    ("KSA - the army of the north - left Quxtown.", 1),
    ("The toll rose to 31.[4] Two villages were cut off.", 2),
])
def test_sentences_start_only_where_something_ended(nlp, text, expected):
    doc = nlp.make_doc(text)
    for _, component in [("", LineBreaks()), *nlp.pipeline]:
        doc = component(doc)
    assert len(list(doc.sents)) == expected


def test_contractions_keep_the_spacing_of_the_text():
    rows = ["1-2\tdon't" + "\t_" * 8, "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_", "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_", "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_"]
    assert sentences_doc(spacy.blank("en").vocab, parse_conllu(rows)).text.strip() == "don't go"


def test_the_best_tree_has_no_cycle_and_one_root():
    pytest.importorskip("torch", reason="the extra train")
    from newsresearch.tree_teacher import best_tree

    loop = np.array([[0, 0, 0, 0], [1, 0, 9, 0], [2, 8, 0, 0], [0, 7, 3, 0]], dtype=float)  # words 1 and 2 choose each other
    assert best_tree(loop) == [0, 2, 0, 1]


HEADLINES = [  # each with its verb, which looks like a noun
    ("Bus crash injures 30 in Iran", "injures"), ("Blast rocks Kabul market, wounds 9", "wounds"), ("Mine collapse traps 16 in Zambia", "traps"),
    ("Storm batters Manila, displaces 3,000", "displaces"), ("Army shells rebel town, kills farmer", "shells"), ("Quake levels town, hundreds trapped", "levels"),
    ("Fire guts Dhaka warehouse", "guts"), ("Gunmen ambush convoy, wound two officers", "ambush"), ("Militia attacks village, burns homes", "burns"),
    ("Strike targets convoy near Raqqa", "targets"), ("Police fire on crowd, kill teenager", "kill"), ("Raid nets 12 suspects in Jenin", "nets"),
    ("Shelling wounds 3 in Nikopol", "wounds"), ("Cyclone forces thousands to flee", "forces"), ("Crash injures nine students", "injures"),
    ("Gunmen abduct 87 in northern Nigeria", "abduct"), ("Rebels capture 40 soldiers in Shan state", "capture"), ("Bomb wounds judge in Bogota", "wounds"),
    ("Rebels storm prison, free inmates", "free"), ("Jets bomb hospital in Taiz", "bomb"),
]  # fmt: skip


def test_verbs_of_headlines_are_verbs(nlp):
    tags = {text: [token.tag_ for token in nlp(text) if token.text == verb][0] for text, verb in HEADLINES}
    nouns = [text for text, tag in tags.items() if not tag.startswith("VB")]
    assert len(nouns) <= 4, nouns  # without headlines among the training texts, 16
