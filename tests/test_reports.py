"""Reports under hostile input: what an article says never becomes live, and a failed run leaves nothing behind."""
import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from newsresearch import reports
from newsresearch.report_data import PREPARED, ReportOptions
from newsresearch.reports import REPORTS, ReportError, notebook_path, run_reports, write_reports
from newsresearch.schema import TABLES, ParameterError, make_table

HOSTILE = [
    '<script>alert("x")</script>',
    '<img src="https://example.org/x.png" onerror="alert(1)">',
    '</td></table><iframe src="https://example.org"></iframe>',
    "[click](javascript:alert(1)) ![x](https://example.org/x.png) <b>bold</b>",
    "$\\href{javascript:alert(1)}{x}$ $$\\require{html}$$",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "{{7*7}} ${7*7} {% raw %} %load_ext x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egnp.exe \x00 \u2028 line",
]


def hostile_tables():
    "One article for every hostile text, which stands wherever an article's words can stand."
    rows = {name: [] for name in TABLES}
    for number, words in enumerate(HOSTILE):
        article_id, sentence = f"h{number}", f"Nine people died in {words} today."
        start, end = 0, 11
        where = dict(article_id=article_id, sentence_index=0, start_char=start, end_char=end, rule=words)
        rows["articles"].append(dict(article_id=article_id, title=words, text=sentence, published=pd.Timestamp(2024, 1, 1 + number), outlet=words, author=words, url="javascript:" + words, path=words, sha256=words))
        rows["actors"].append(where | dict(actor_id=f"a{number}", name=words, text=words, kind="person", role=words, country=words, affiliation=words))
        rows["locations"].append(where | dict(text=words, name=words, kind="populated_place", latitude=10.0 + number, longitude=20.0, country="NG", admin1=words, geonames_id=number, usage="literal", confidence=0.4))
        rows["locations"].append(where | dict(text=words, kind="populated_place", usage="literal"))
        rows["casualties"].append(
            where | dict(claim_id=f"{article_id}-1", harm="killed", count_text=words, low=9, best=9, qualifier="at_least", victims=words, victim_status="civilian", perpetrator=words, cause=words,
                         place=words, latitude=10.0 + number, longitude=20.0, date_start=pd.Timestamp(2024, 1, 1 + number), date_end=pd.Timestamp(2024, 1, 1 + number), date_precision="day",
                         source=words, stance="attributed", scope="incident", sentence=sentence)
        )
        rows["tolls"].append(dict(article_id=article_id, harm="killed", low=9, best=9, claims=1, disputed=True))
        rows["statements"].append(dict(article_id=article_id, sentence_index=0, start_char=start, end_char=end, speaker=words, cue=words, kind="direct", content=words, stance="attributed"))
    rows["articles"].append(dict(article_id="bad", path=HOSTILE[0], sha256="0", problem=HOSTILE[1]))
    return {name: make_table(name, records) for name, records in rows.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    write_reports(hostile_tables(), ReportOptions(seeds="../seeds", out="."), out, progress=False)
    return out


class Live(HTMLParser):
    "Collects what a browser would act on."

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.images = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag == "img":
            self.images.append(dict(attrs))


@pytest.mark.parametrize("name", REPORTS)
def test_pages_run_nothing_and_fetch_nothing(folder, name):
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    live = Live()
    live.feed(page)
    assert not live.tags & {"script", "iframe", "object", "embed", "link", "form", "svg", "base", "video", "audio"}
    assert not [a for a in live.attributes if a[1].startswith("on") or a[1] == "style"]
    assert not [a for a in live.attributes if a[1] in ("src", "href") and not (a[2] or "").startswith(("data:image/png;base64,", "#"))]
    assert "\u202e" not in page and "\x00" not in page and "49" not in re.findall(r"\d\d(?=\}\})", page)
    assert all(image.get("alt") for image in live.images) and live.images
    assert page.count("</table>") == page.count("<table>")


@pytest.mark.parametrize("name", REPORTS)
def test_policy_allows_only_the_style_of_the_page(folder, name):
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    style = page.split("<style>")[1].split("</style>")[0]
    checksum = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy == f"default-src 'none'; style-src 'sha256-{checksum}'; img-src data:; base-uri 'none'; form-action 'none'"
    assert "url(" not in style and "@import" not in style


@pytest.mark.parametrize("name", REPORTS)
def test_outputs_of_executed_notebooks_hold_no_live_markup(folder, name):
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs and all(output.output_type in ("display_data", "execute_result") for output in outputs)
    kinds = {kind for output in outputs for kind in output.data}
    assert kinds <= {"text/html", "text/plain", "image/png"}
    for output in outputs:
        live = Live()
        live.feed(output.data.get("text/html", ""))
        assert not live.tags & {"script", "iframe", "img", "b"} and not [a for a in live.attributes if a[1].startswith("on")]
        assert not [a for a in live.attributes if a[1] == "href"]


def test_no_cell_of_a_csv_file_is_a_formula(folder):
    files = sorted(folder.glob("*/*.csv"))
    assert len(files) == 6 + 3 + 3
    for file in files:
        table = pd.read_csv(file, dtype=str, keep_default_na=False)
        cells = [cell for column in table for cell in table[column]]
        assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@"))], file


def test_parquet_keeps_the_contract(folder):
    for report, name in (("actors", "actors"), ("locations", "locations"), ("casualties", "casualties"), ("casualties", "tolls"), ("actors", "statements")):
        table = pd.read_parquet(folder / report / f"{name}.parquet")
        assert list(table.columns) == [column.name for column in TABLES[name]] and len(table)


def test_a_failing_notebook_leaves_the_folder_as_it_was(tmp_path, monkeypatch):
    out = tmp_path / "out"
    out.mkdir()
    (out / "actors.html").write_text("the last report")
    broken = nbformat.read(notebook_path("actors"), as_version=4)
    broken.cells.append(new_code_cell("raise ValueError('no luck')"))
    nbformat.write(broken, tmp_path / "broken.ipynb")
    monkeypatch.setattr(reports, "notebook_path", lambda name: tmp_path / "broken.ipynb")
    with pytest.raises(ReportError, match="report on actors: ValueError: no luck"):
        write_reports(hostile_tables(), ReportOptions(), out, names=["actors"], progress=False)
    assert [path.name for path in out.iterdir()] == ["actors.html"] and (out / "actors.html").read_text() == "the last report"


def test_a_notebook_that_was_not_given_tables_extracts_them_itself(monkeypatch):
    from newsresearch import report_data

    monkeypatch.delenv(PREPARED, raising=False)
    monkeypatch.setattr(report_data, "extract_tables", lambda options: hostile_tables())
    assert len(report_data.open_report(seeds="anything").articles) == len(HOSTILE)


@pytest.mark.parametrize(
    "parameters, message",
    [
        ({"row": 5}, "unknown parameter 'row'"),
        ({"rows": "five"}, "'five' is str, expected int"),
        ({"rows": 2.0}, "2.0 is float, expected int"),
        ({"rows": True}, "True is bool, expected int"),
        ({"rows": 0}, "rows: 0 is too small"),
        ({"published": 20230301}, "20230301 is int, expected str"),
        ({"published": "1 March"}, "expected one like 2023-03-01"),
        ({"published": "2023-03-01'); import os; ('"}, "is no date"),
        ({"convention": "strict"}, "expected one of ['acled', 'default']"),
        ({"date_from": "2023-02-01", "date_to": "2023-01-01"}, "is later than"),
        ({"__import__('os').system('x')": 1}, "unknown parameter"),
        ({"out": "x"}, "out is given on its own"),
    ],
)
def test_wrong_parameters_are_refused_before_anything_is_written(tmp_path, parameters, message):
    (tmp_path / "in").mkdir()
    with pytest.raises(ParameterError, match=re.escape(message)):
        run_reports(tmp_path / "in", tmp_path / "out", parameters)
    assert not (tmp_path / "out").exists()


def test_refusals_list_the_right_parameters(tmp_path):
    with pytest.raises(ParameterError) as error:
        run_reports(tmp_path, tmp_path / "out", {"colour": "red"})
    for name in ("published: str = ''", "date_from: str = ''", "date_to: str = ''", "min_mentions: int = 1", "rows: int = 20", "convention: str = 'default'"):
        assert name in str(error.value)


@pytest.mark.parametrize("name", REPORTS)
def test_notebooks_as_they_ship_are_clean(name):
    notebook = nbformat.read(notebook_path(name), as_version=4)
    assert [cell.metadata.get("tags") for cell in notebook.cells if cell.metadata.get("tags")] == [["parameters"]]
    assert not [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert notebook.cells[0].source.startswith("# ")
    assert "/" not in json.dumps(dict(notebook.metadata))


def test_an_empty_notebook_still_gives_a_page():
    assert "<title>Report</title>" in reports.make_page(new_notebook())
