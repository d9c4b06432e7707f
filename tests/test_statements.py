"""Who says the clause that holds a word, and how firmly: one case per construction, on the shipped model."""

from pathlib import Path

import pytest
import spacy

import newsresearch
from newsresearch.statements import find_statements, source_of

CASES = [  # text, word (its last occurrence), source, stance
    ("Police said two men died in the fire.", "died", "Police", "attributed"),
    ("Two men died in the fire, police said.", "died", "police", "attributed"),
    ("Two men died in the fire, said the mayor, who visited the site.", "died", "the mayor", "attributed"),
    ("Two men died, the fire brigade said on Monday, and five others were hurt.", "hurt", "the fire brigade", "attributed"),
    ("The paper, which cited two officials, reported that 40 villagers had died.", "died", "The paper", "attributed"),
    ("According to the governor of the province, 12 soldiers were killed.", "killed", "the governor of the province", "attributed"),
    ("Twelve soldiers were killed, according to a spokesman for the army.", "killed", "a spokesman for the army", "attributed"),
    ("The ministry confirmed the deaths of three engineers.", "deaths", "The ministry", "attributed"),
    ("The rebels claimed they had killed 30 troops.", "killed", "The rebels", "claimed"),
    ("The army denied killing any civilians.", "killing", "The army", "denied"),
    ("The army denied that its jets had killed civilians.", "killed", "The army", "denied"),
    ("Officials fear that 60 miners have died.", "died", "Officials", "suspected"),
    ("Sixty miners are feared dead.", "dead", None, "suspected"),
    ("Sixty miners may have died in the blast.", "died", None, "suspected"),
    ("The blast could kill hundreds, experts warned.", "kill", "experts", "hypothetical"),
    ("The gunmen threatened to kill their hostages.", "kill", "The gunmen", "hypothetical"),
    ("Three men planned to kidnap a judge.", "kidnap", None, "hypothetical"),
    ("The group allegedly killed two aid workers.", "killed", None, "claimed"),
    ("Reportedly, four guards were wounded.", "wounded", None, "attributed"),
    ("A bomb killed four guards on Tuesday.", "killed", None, "asserted"),
    ("“They shot my brother,” Amina Yusuf told a local radio station. “They killed my son too.”", "killed", "Amina Yusuf", "attributed"),
    ("The president's office said in a statement that nine people were missing.", "missing", "The president's office", "attributed"),
    ("He was quoted as saying that six workers had been abducted.", "abducted", "He", "attributed"),
    ("Twelve deaths were reported by the health ministry.", "deaths", "the health ministry", "attributed"),
    ("Kyiv says 200 soldiers died, but Moscow admits the loss of 63.", "loss", "Moscow", "attributed"),
    ("Kyiv says 200 soldiers died, but Moscow admits the loss of 63.", "died", "Kyiv", "attributed"),
    ("Colonel Amir Khan, a spokesman for the army, said the raid killed six. He added that two soldiers were wounded.", "wounded", "Colonel Amir Khan", "attributed"),
    ("The agency quoted a doctor as saying that 15 children had died.", "died", "a doctor", "attributed"),
    ("Hospital officials told Reuters that 20 bodies had arrived.", "bodies", "Hospital officials", "attributed"),
    ("After a bomb killed four people, police said the road was closed.", "killed", None, "asserted"),
    ("The mine collapsed on Sunday, killing 12 workers, the company's director said.", "killing", "the company's director", "attributed"),
    ("Police: 12 killed in market blast", "killed", "Police", "attributed"),
    ("12 killed in market blast: officials", "killed", "officials", "attributed"),
    ("The flood claimed the lives of 12 people.", "lives", None, "asserted"),
    ("The militants claimed responsibility for the blast that killed 12 people.", "killed", None, "asserted"),
    ("She did not say how many people had died.", "died", None, "asserted"),
    ("The coast guard has said that at least 30 migrants drowned.", "drowned", "The coast guard", "attributed"),
    ("Witnesses in the town spoke of 40 dead, saying that soldiers had fired on the crowd.", "fired", "Witnesses in the town", "attributed"),
    ("The UN refugee agency estimates that 40,000 people have fled.", "fled", "The UN refugee agency", "attributed"),
    ("State television put the death toll at 45.", "toll", "State television", "attributed"),
    ("If the dam broke, thousands would die.", "die", None, "hypothetical"),
    ("The governor accused the army of killing 15 farmers.", "killing", "The governor", "claimed"),
    ("Reports that the army killed 15 farmers could not be verified.", "killed", "Reports", "attributed"),
    ("The US military said it had killed four fighters. The statement said no civilians were hurt.", "hurt", "The statement", "attributed"),
    ("The doctors' union has documented 700 deaths since May.", "deaths", "The doctors' union", "attributed"),
    ("Three soldiers were wounded, a military source told the AFP news agency.", "wounded", "a military source", "attributed"),
    ("In the capital, the interior ministry said, two bombs killed nine.", "killed", "the interior ministry", "attributed"),
    ("“Nine of our people are dead,” he said.", "dead", "he", "attributed"),
    ("It was the worst attack since 2015, when gunmen killed 40 people, the report said.", "killed", "the report", "attributed"),
    ("The suspect, who police say killed three women, was arrested.", "killed", "police", "attributed"),
    ("Local media reported 12 dead.", "dead", "Local media", "attributed"),
    ("Aid groups put the number of displaced at 12,000.", "displaced", "Aid groups", "attributed"),
    ("Some 300 people were thought to be trapped.", "trapped", None, "suspected"),
    ("Rescuers believe four climbers are missing.", "missing", "Rescuers", "suspected"),
    ("Both sides accused each other of shelling; five people died.", "died", None, "asserted"),
    ("Medics, speaking on condition of anonymity, said nine protesters had been shot dead.", "dead", "Medics", "attributed"),
    ("Nine others were wounded and two houses burned, civil society leader Paul Mbeki said.", "wounded", "civil society leader Paul Mbeki", "attributed"),
    ("Some 27 people remained missing, disaster agency spokesman Budi Santoso said on Friday.", "missing", "disaster agency spokesman Budi Santoso", "attributed"),
    ("The offensive has killed more than 8,000 people, says the health ministry.", "killed", "the health ministry", "attributed"),
    ("The death toll may rise because the wounded are in critical condition, said Karachi Commissioner Imran Shah.", "wounded", "Karachi Commissioner Imran Shah", "attributed"),
    ("A drone strike mistakenly killed two officers, the provincial police chief, Gen. Abdul Karim, said.", "killed", "the provincial police chief, Gen. Abdul Karim", "attributed"),
    ("TOKYO - Japan's coast guard said four sailors drowned.", "drowned", "Japan's coast guard", "attributed"),
    ("16:42 GMT The Pentagon confirms that 13 marines were killed.", "killed", "The Pentagon", "attributed"),
    ("At least 13 people died, including children, a Taliban official tells Reuters.", "died", "a Taliban official", "attributed"),
    ("Some 900 people have been evacuated since August, the White House says.", "evacuated", "the White House", "attributed"),
    ("SIX SOLDIERS WERE KILLED, THE ARMED FORCES PRESS COMMITTEE (COPAZ) REPORTED.", "KILLED", "THE ARMED FORCES PRESS COMMITTEE (COPAZ)", "attributed"),
    ("Military sources: three soldiers killed.", "killed", "Military sources", "attributed"),
    ("2,100 dead: Omar Haddad, health minister, on 17 September", "dead", "Omar Haddad", "attributed"),
    ("Derna's mayor, Omar Haddad, said 18,000 people were missing.", "missing", "Derna's mayor, Omar Haddad", "attributed"),
    ("Ten people were shot dead, said its spokesman, Thomas Keller.", "dead", "its spokesman, Thomas Keller", "attributed"),
    ("Nineteen are dead, according to a tally that President Omar Haddad's office put out.", "dead", "President Omar Haddad's office", "attributed"),
    ("President Clara Santos visited the village on Monday. “Nine people died,” she said.", "died", "President Clara Santos", "attributed"),
    ("Some 13,900 people were reported killed.", "killed", None, "attributed"),
    ("The mayor, however, said the man died of a heart attack.", "died", "The mayor", "attributed"),
    ("Gunmen attacked a market on Monday, killing 14 traders and wounding 30 others, the governor of the northern state, Omar Haddad, said.", "killing", "the governor of the northern state, Omar Haddad", "attributed"),
    ("Two men died when a bridge fell, the head of the road agency, Anna Berg, said on Friday.", "died", "the head of the road agency, Anna Berg", "attributed"),
    ("The strike killed 12, navy chief of staff Omar Haddad said.", "killed", "navy chief of staff Omar Haddad", "attributed"),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.load(Path(newsresearch.__file__).parent / "model")
    nlp.add_pipe("newsresearch_line_breaks", before="parser")  # as `nr.load()` does
    return nlp


@pytest.mark.parametrize("text, word, source, stance", CASES, ids=[case[0][:50] for case in CASES])
def test_source_and_stance(nlp, text, word, source, stance):
    doc = nlp(text)
    token = [token for token in doc if token.text == word][-1]
    speaker, found = source_of(doc, token)
    assert (speaker and speaker.text, found) == (source, stance)


def test_statements_are_found_once_and_survive_bytes(nlp):
    doc = nlp("Police said two men died.")
    first = find_statements(doc)
    again = type(doc)(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s.content for s in find_statements(again)] == [s.content for s in first] == [((12, 25),)]


@pytest.mark.parametrize("text", ["", "\n\n", ":", "\"", "“", "said", "according to", "He said.", "said said said said", "Police: ", "- - -", "(" * 50])
def test_odd_texts(nlp, text):
    doc = nlp(text)
    assert all(0 <= first < last <= len(text) for statement in find_statements(doc) for first, last in statement.content)
    assert all(source_of(doc, token)[1] for token in doc)
