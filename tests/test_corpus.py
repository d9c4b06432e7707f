"""Reading articles: hostile, broken and odd input. What reads as a narrative is in the notebooks 00c to 01."""

import hashlib
import json
import os
import socket

import pandas as pd
import pytest

from newsresearch.corpus import make_article_id, read_articles
from newsresearch.schema import TABLES, ArticleError, ParameterError, check_table


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read_one(folder, name, content, **options):
    write(folder, {name: content})
    articles = read_articles(folder / name, **options)
    assert len(articles) == 1
    return check_table(articles, "articles").iloc[0]


# --- the folder -------------------------------------------------------------------------------------------------


def test_empty_folder_gives_an_empty_table_with_all_columns(tmp_path):
    articles = read_articles(tmp_path)
    assert list(articles.columns) == [column.name for column in TABLES["articles"]]
    assert len(check_table(articles, "articles")) == 0


def test_missing_path_is_named(tmp_path):
    with pytest.raises(ArticleError, match="no file or folder .*nowhere"):
        read_articles(tmp_path / "nowhere")


def test_sorted_recursive_and_only_articles(tmp_path):
    write(tmp_path, {
        "b.txt": "Two died.", "a/z.txt": "Three died.", ".hidden.txt": "x", ".git/config.txt": "x", "README.md": "About.", "LICENSE": "x",
        "a/.DS_Store": b"\0", "Thumbs.db": b"\0", "page.html": "<p>Four people died in the fire.</p>", "page_files/logo.png": b"\x89PNG", "page_files/x.js": "1",
        "old_files/c.txt": "Five died.", "__MACOSX/b.txt": "x",
    })
    assert read_articles(tmp_path).path.tolist() == ["a/z.txt", "b.txt", "old_files/c.txt", "page.html"]


def test_readme_is_read_when_it_is_asked_for(tmp_path):
    assert read_one(tmp_path, "README.md", "Two people died.")["text"] == "Two people died."


def test_ids_depend_on_path_and_record_only(tmp_path):
    lines = '{"id": "x", "text": "a"}\n{"text": "b"}\n'
    one = read_articles(write(tmp_path / "one", {"s/a.jsonl": lines, "b.txt": "c"}))
    two = read_articles(write(tmp_path / "deep/two", {"s/a.jsonl": lines, "z.txt": "d", "b.txt": "another text"}))
    assert set(one.article_id) < set(two.article_id) and two.article_id.is_unique
    assert one.article_id.tolist() == [make_article_id("b.txt"), make_article_id("s/a.jsonl", "x"), make_article_id("s/a.jsonl", "2")]
    assert all(name[0] == "a" and len(name) == 12 for name in two.article_id)


def test_file_names_of_any_kind(tmp_path):
    names = ["Besan\u00e7on \u2013 \u0434\u0432\u0430.txt", "a'b\"c;d.txt", "=cmd.txt", "<b>.txt", "x" * 200 + ".txt", "UPPER.TXT", "two.dots.txt"]
    write(tmp_path, dict.fromkeys(names, "Two died."))
    articles = read_articles(tmp_path)
    assert sorted(articles.path) == sorted(names) and articles.problem.isna().all()


@pytest.mark.skipif(os.name == "nt", reason="file names are bytes on Unix only")
def test_file_name_that_is_not_utf8(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two died.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert read_articles(tmp_path).path.tolist() == ["caf\ufffd.txt"]


def test_links_and_pipes_do_not_stop_or_hang(tmp_path):
    write(tmp_path, {"a.txt": "Two died."})
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.txt")
    articles = read_articles(tmp_path)
    assert articles.path.tolist() == ["a.txt", "broken.txt", "pipe.txt"]
    assert articles.problem.tolist()[1:] == ["could not be opened: broken link", "could not be opened: neither a file nor a folder"]


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = '<html><head><link rel="canonical" href="https://example.org/a"><base href="https://example.org/"></head><body><img src="https://example.org/x.png"><p>Two people died in the fire.</p></body></html>'
    assert read_one(tmp_path, "a.html", page)["text"] == "Two people died in the fire."
    assert read_one(tmp_path, "a.md", "![x](https://example.org/x.png)\n\nTwo died.")["text"] == "Two died."


# --- encodings --------------------------------------------------------------------------------------------------

QUOTE = "\u201cNine dead,\u201d said the mayor of Besan\u00e7on \u2013 and \u20ac5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path, encoding):
    assert read_one(tmp_path, "a.txt", (QUOTE + " More text follows here.").encode(encoding))["text"] == QUOTE + " More text follows here."


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.md", "a.html"])
def test_old_encodings_in_every_format(tmp_path, name):
    content = {"csv": f'text\n"{QUOTE}"\n', "jsonl": json.dumps({"text": QUOTE}, ensure_ascii=False) + "\n"}.get(name[2:])
    content = content or {"json": json.dumps({"text": QUOTE}, ensure_ascii=False), "md": QUOTE, "html": f"<html><body><p>{QUOTE}</p></body></html>"}[name[2:]]
    assert read_one(tmp_path, name, content.encode("cp1252"))["text"] == QUOTE


def test_cyrillic_and_declared_encodings(tmp_path):
    text = "Губернатор сообщил, что погибли девять человек, ещё двенадцать ранены."
    assert read_one(tmp_path, "a.txt", text.encode("cp1251"))["text"] == text
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><body><p>{text}</p></body></html>'
    assert read_one(tmp_path, "a.html", page.encode("koi8-r"))["text"] == text


def test_stray_byte_keeps_the_rest(tmp_path):
    assert read_one(tmp_path, "a.txt", "Zo\u00eb\u2019s friend ".encode() + b"Ren\xe9 died. \xff")["text"] == "Zo\u00eb\u2019s friend Ren\u00e9 died. \u00ff"


@pytest.mark.parametrize("data, reason", [
    (b"", "the file is empty"),
    (b" \r\n\t\n\xef\xbb\xbf", "the file is empty"),
    (b"\xef\xbb\xbf", "the file is empty"),
    (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "not text but a PDF"),
    (b"PK\x03\x04....", "not text but a ZIP or Office file"),
    (bytes(range(256)) * 10, "not text but binary data (260 control bytes in 2560)"),
    (b"\x00" * 4096, "not text but binary data (4096 control bytes in 4096)"),
    (b"---\ntitle: x\n---\n", "no text after the header"),
])
def test_text_files_without_text(tmp_path, data, reason):
    article = read_one(tmp_path, "a.txt", data)
    assert article["problem"] == reason and article["text"] is pd.NA


def test_invisible_characters_and_half_characters(tmp_path):
    article = read_one(tmp_path, "a.json", b'{"title": "\\ud83d x\\u0000", "text": "Bakh\\u00admut\\u200b fell\\u00a0today\\u2028he said \\udc00", "author": "a\\u0000b"}')
    assert (article["title"], article["text"], article["author"]) == ("\ufffd x", "Bakhmut fell today\nhe said \ufffd", "ab")
    pd.DataFrame([article]).to_csv(tmp_path / "written.csv")


# --- text, Markdown -----------------------------------------------------------------------------------------------


def test_text_is_data(tmp_path):
    text = "He typed <script>alert(1)</script> & \"=cmd|'/c calc'!A1\" **twice**."
    assert read_one(tmp_path, "a.txt", text)["text"] == text
    assert read_one(tmp_path, "a.jsonl", json.dumps({"text": text}))["text"] == text


def test_lines_broken_for_the_eye(tmp_path):
    text = "The ministry said on Sunday that at least nine\npeople died when a bus left the road near Kumasi\nin heavy rain. Forty were hurt, it said. The\nDriver survived."
    for name, content in {"a.txt": text, "a.md": text, "a.json": json.dumps({"text": text})}.items():
        assert read_one(tmp_path, name, content)["text"] == text.replace("\n", " ")
    listed = "Dead: nine\nHurt: forty\nMissing: three"
    assert read_one(tmp_path, "a.txt", listed)["text"] == listed


@pytest.mark.parametrize("first, title", [
    ("Blast kills three in Aleppo", "Blast kills three in Aleppo"),
    ("Blast kills three in Aleppo.", None),
    ("KYIV", None),
    ("Kyiv, 1 March (Wire):", None),
    ("word " * 40, None),
])
def test_first_line_as_title(tmp_path, first, title):
    article = read_one(tmp_path, "a.txt", f"{first.strip()}\n\nThree people died.")
    assert (None if pd.isna(article["title"]) else article["title"]) == title
    assert article["text"] == f"{first.strip()}\n\nThree people died."


@pytest.mark.parametrize("header", [
    "---\ntitle: 'A: b'\ndate: 2020-01-02\nauthors: [A. Sy, \"B. Ba\"]\ntags:\n  - x\nsource: Wire\n---\n",
    "+++\ntitle = \"A: b\"\ndate = 2020-01-02T10:00:00Z\nauthors = ['A. Sy', 'B. Ba']\nsource = 'Wire'\n+++\n",
    "Title: A: b\nDate: January 2, 2020\nBy-line: By A. Sy; B. Ba\nSource: Wire\n\n",
])
def test_headers(tmp_path, header):
    for name in ("a.md", "a.txt"):
        article = read_one(tmp_path, name, header.replace("\n", "\r\n") + "Two died.")
        assert article[["title", "author", "outlet", "text"]].tolist() == ["A: b", "A. Sy; B. Ba", "Wire", "Two died."]
        assert article["published"] == pd.Timestamp("2020-01-02")


def test_markdown_loses_its_marks_and_nothing_else(tmp_path):
    text = "Head line\n=========\n\nOne *two* [three](http://x) `four` \\*five\\* &lt;six&gt;\nseven.\n\n> quoted\n\n1. first\n2. second\n\n    code line\n\n<div>eight <!-- no --></div>\n\nNine<br>ten ![no](x)"
    assert read_one(tmp_path, "a.md", text)["text"] == (
        "Head line\n\nOne two three four *five* <six> seven.\n\nquoted\n\n1. first\n\n2. second\n\ncode line\n\neight\n\nNineten"
    )


# --- web pages ----------------------------------------------------------------------------------------------------

BODY = "<p>" + "The mayor said on Monday that the fire had killed three people. " * 5 + "</p>"


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body></body></html>", "<!-- only a comment -->", "<script>var x = 'two died'</script>",
                                  "<html><body><nav><a href='/'>Home</a></nav><footer>(c) 2020</footer></body></html>"])
def test_pages_without_text(tmp_path, page):
    article = read_one(tmp_path, "a.html", page)
    assert article["text"] is pd.NA and article["problem"] in ("no article text on this page", "the file is empty")


@pytest.mark.parametrize("head, day", [
    ("<meta property='article:published_time' content='2023-03-01T23:30:00-05:00'><meta property='article:modified_time' content='2023-04-02'>", "2023-03-01"),
    ("<script type='application/ld+json'>{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"datePublished\": \"2023-03-01\", \"dateModified\": \"2023-05-01\"}</script>", "2023-03-01"),
    ("<meta name='date' content='2023-03-01'>", "2023-03-01"),
    ("", None),
])
def test_date_of_a_page(tmp_path, head, day):
    article = read_one(tmp_path, "a.html", f"<html><head>{head}</head><body>{BODY}<p>It was the worst since 14 May 2009.</p><footer>© 2021</footer></body></html>")
    assert (None if pd.isna(article["published"]) else str(article["published"].date())) == day


def test_damaged_markup(tmp_path):
    article = read_one(tmp_path, "a.htm", "<?xml version='1.0' encoding='latin-1'?><html><body><div><p>Two people died<p>in <b>Gao</i>.<table><tr><td>x" + "<div>" * 3000)
    assert article["text"].startswith("Two people died\n\nin Gao.")


# --- JSON ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content, reason", [
    ("", "not JSON: Expecting value: line 1 column 1 (char 0)"),
    ("{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ("[" * 100000, "not JSON: maximum recursion depth exceeded while decoding a JSON array from a unicode string"),
    ("[]", "the file holds no articles"),
    ("3", "record 1: expected an object with fields, got int"),
    ('{"titel": "x"}', "record 1: no text: none of the fields ['titel'] is a text, like text, body, content"),
    ('{"text": null}', "the text is empty"),
    ('[{"text": ["  "]}]', "record 1: the text is empty"),
])
def test_broken_json(tmp_path, content, reason):
    article = read_one(tmp_path, "a.json", content)
    assert article["problem"].startswith(reason) and article["text"] is pd.NA


def test_shapes_of_json(tmp_path):
    news = {"source": {"id": None, "name": "Wire"}, "author": ["A", {"name": "B"}], "content": "Two died.", "description": "Teaser", "publishedAt": "2020-01-02T03:04:05Z", "lang": "EN-us"}
    for shape in ([news], {"status": "ok", "totalResults": 1, "articles": [news]}, {"data": {"items": [news]}}, {"k": news}):
        article = read_one(tmp_path, "a.json", json.dumps(shape))
        assert article[["text", "outlet", "author", "language"]].tolist() == ["Two died.", "Wire", "A; B", "en"]
        assert article["published"] == pd.Timestamp("2020-01-02")


def test_other_shapes_under_json_names(tmp_path):
    write(tmp_path, {
        "list.jsonl": '[\n {"text": "One."},\n {"text": "Two."}\n]',
        "lines.json": '{"text": "Three."}\n{"text": "Four."}\n',
        "nested.json": '{"response": {"results": [{"id": "w/1", "webTitle": "A &amp; B", "webPublicationDate": "2024-01-01T12:00:00Z", "fields": {"bodyText": "<p>Five.</p><p>Six.</p>"}}]}}',
    })
    articles = read_articles(tmp_path)
    assert articles.text.tolist() == ["Three.", "Four.", "One.", "Two.", "Five.\n\nSix."] and articles.problem.isna().all()
    assert (articles.record[4], articles.title[4], str(articles.published[4].date())) == ("w/1", "A & B", "2024-01-01")


def test_json_lines_go_on_after_broken_ones(tmp_path):
    lines = [b'{"id": "a", "text": "One\\u2028two."}', b'{"id": "b", "text": "tw', b"", b"[1]", b'{"id": "c"}', b"\xff\xfe", b"9" * 5000, b'{"id": "d", "text": "x", "n": NaN}\r']
    write(tmp_path, {"a.jsonl": b"\n".join(lines)})
    articles = check_table(read_articles(tmp_path), "articles")
    assert articles.record.tolist() == ["a", "2", "4", "c", "6", "7", "d"]
    assert articles.text.isna().tolist() == [False, True, True, True, True, True, False]
    assert [problem.split(": ")[:2] for problem in articles.problem.dropna()] == [
        ["line 2", "not JSON"], ["line 4", "expected an object with fields, got list"], ["line 5", "no text"], ["line 6", "not JSON"], ["line 7", "not JSON"]]


def test_duplicate_ids(tmp_path):
    write(tmp_path, {"a.jsonl": '{"id": 1, "text": "One."}\n{"id": 1, "text": "One."}\n{"id": 1, "text": "Two."}\n'})
    articles = read_articles(tmp_path)
    assert articles.article_id.is_unique and articles.text.fillna("-").tolist() == ["One.", "-", "Two."]
    assert articles.problem.tolist()[1:] == ["id '1' occurs again with the same text: a repetition", "id '1' occurs again, with another text"]


# --- CSV, Parquet -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path, delimiter):
    rows = [["Headline", "Body Text", "Date"], ["A, b; c", '"Two died; or three, perhaps | four\tor\nfive"', "2020-01-02"]]
    content = "\r\n".join(delimiter.join(f'"{cell}"' if delimiter in cell and cell[0] != '"' else cell for cell in row) for row in rows)
    article = read_one(tmp_path, "a.csv", content)
    assert article[["title", "text"]].tolist() == ["A, b; c", "Two died; or three, perhaps | four\tor\nfive"]


@pytest.mark.parametrize("content, reason", [
    ("", "the file is empty"),
    ("id,titel\n1,x\n", "no text column: found ['id', 'titel'], expected one like text, body, content"),
    ("text\n", "the file holds no articles"),
    ("id,text\n1,\n", "line 2: the text is empty"),
    ("id,text\n1\n", "line 2: no text: none of the fields ['id'] is a text, like text, body, content"),
    ("id,text\n1,a,b,c\n", "line 2: 4 cells, but the header has 2"),
    ('id,text\n1,"never closed\n2,b\n', "line 2: a quotation mark is never closed; the rest of the file (2 lines) went into one cell"),
])
def test_broken_csv(tmp_path, content, reason):
    article = read_one(tmp_path, "a.csv", content)
    assert article["problem"].startswith(reason) and article["text"] is pd.NA


def test_separator_that_excel_states(tmp_path):
    assert read_one(tmp_path, "a.csv", "sep=;\ntitle;text\nA, b;Two died, or three\n".encode("utf-16"))["text"] == "Two died, or three"


def test_long_cells_and_lines(tmp_path):
    long = "Two people died. " * 20000
    assert read_one(tmp_path, "a.csv", f'text\n"{long}"\n')["text"] == long.strip()
    assert read_one(tmp_path, "a.jsonl", json.dumps({"text": long}))["text"] == long.strip()
    assert read_one(tmp_path, "a.txt", long)["text"] == long.strip()


def test_parquet(tmp_path):
    table = pd.DataFrame({"ID": [1.0, None], "title": ["A", None], "text": ["Two died.", None], "published": pd.to_datetime(["2020-01-02T23:00", None], utc=True)})
    table.to_parquet(tmp_path / "a.parquet")
    articles = check_table(read_articles(tmp_path), "articles")
    assert articles.record.tolist() == ["1", "2"] and articles.problem.fillna("").tolist() == ["", "row 2: the text is empty"]
    assert articles.published[0] == pd.Timestamp("2020-01-02")
    (tmp_path / "a.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-40])
    assert read_articles(tmp_path).problem[0].startswith("not a Parquet file, or a damaged one")


def test_our_own_table_can_be_read_back(tmp_path):
    write(tmp_path / "in", {"a.jsonl": '{"id": "x", "text": "One.", "date": "2020-01-02", "author": "A"}\n'})
    first = read_articles(tmp_path / "in")
    first.to_parquet(tmp_path / "articles.parquet")
    again = read_articles(tmp_path / "articles.parquet")
    pd.testing.assert_frame_equal(first[["title", "text", "published", "author"]], again[["title", "text", "published", "author"]])
    assert again.record[0] == first.article_id[0]


# --- dates, defaults, sidecars --------------------------------------------------------------------------------------


def test_unreadable_date_keeps_the_text(tmp_path):
    write(tmp_path, {"a.csv": "text,date\nOne.,32 May 2020\nTwo.,03/02/2020\nThree.,0001-01-01\nFour.,unknown\nFive.,99999999999999999999\n"})
    articles = read_articles(tmp_path)
    assert articles.text.notna().all() and articles.published.isna().all()
    assert [None if pd.isna(p) else p.split(";")[0] for p in articles.problem] == [
        "line 2: date '32 May 2020' could not be read", "line 3: date '03/02/2020' can be read in two ways: write it like 2023-03-01, or say which with date_order='DMY' or 'MDY'",
        "line 4: date '0001-01-01' is in the year 1", None, "line 6: date '99999999999999999999' could not be read"]
    assert str(read_articles(tmp_path, date_order="DMY").published[1].date()) == "2020-02-03"


def test_defaults_fill_gaps_only(tmp_path):
    write(tmp_path, {"a.csv": "text,date,source,lang\nOne.,2020-01-02,Wire,fr\nTwo.,,,\n"})
    articles = read_articles(tmp_path, published="1 March 2023", outlet="Archive", author="Desk", language="English")
    assert articles.outlet.tolist() == ["Wire", "Archive"] and articles.language.tolist() == ["fr", "en"] and articles.author.tolist() == ["Desk"] * 2
    assert [str(day.date()) for day in articles.published] == ["2020-01-02", "2023-03-01"]
    with pytest.raises(ParameterError, match="published: date 'soon' could not be read"):
        read_articles(tmp_path, published="soon")


def test_sidecars(tmp_path):
    write(tmp_path, {
        "a.txt": "One.", "sub/a.txt": "Two.", "sub/b.txt": "Three.", "sub/deep/c.txt": "Four.", "d.jsonl": '{"id": "n1", "title": "Own", "text": "Five."}\n',
        "Metadata.CSV": "File;Title;Published;id\na.txt;Top;2020-01-01;\nsub\\b.txt;Middle;;\n./d.jsonl;;2020-02-02;\n;Sidecar's;;n1\ngone.txt;x;;\nd.jsonl;x;;n9\na.txt;Again;;\n;x;;\n",
        "sub/metadata.csv": "filename,outlet,notes\nc.txt,Deep Post,=1+1\na.txt,Sub Post,\n",
    })
    every = check_table(read_articles(tmp_path), "articles")
    articles = every[every.text.notna()].set_index("path")
    assert articles.title.reindex(["a.txt", "sub/b.txt", "d.jsonl"]).tolist() == ["Top", "Middle", "Sidecar's"]
    assert pd.isna(articles.title["sub/a.txt"]) and articles.outlet["sub/a.txt"] == "Sub Post" and articles.outlet["sub/deep/c.txt"] == "Deep Post"
    assert str(articles.published["d.jsonl"].date()) == "2020-02-02"
    assert sorted(every.problem.dropna()) == [
        "line 6: there is no article file 'gone.txt'", "line 7: there is no article 'n9'", "line 8: says again what line 2 says of 'a.txt'", "line 9: names no file"]


def test_sidecar_elsewhere_and_sidecar_that_is_none(tmp_path):
    write(tmp_path, {"in/a.txt": "One.", "in/metadata.csv": "a,b\n1,2\n", "desk/list.csv": "file,date\na.txt,2020-01-02\n"})
    articles = read_articles(tmp_path / "in")
    assert articles.problem.tolist()[1].startswith("no column says which file a row is about: found ['a', 'b']")
    articles = read_articles(tmp_path / "in", metadata=tmp_path / "desk/list.csv")
    assert str(articles.published[0].date()) == "2020-01-02" and len(articles) == 1
    with pytest.raises(ArticleError, match="metadata: .*none.csv"):
        read_articles(tmp_path / "in", metadata=tmp_path / "none.csv")


def test_sidecar_for_a_single_file_reports_nothing_about_others(tmp_path):
    write(tmp_path, {"a.txt": "One.", "metadata.csv": "file,date\na.txt,2020-01-02\nb.txt,2020-01-03\n"})
    articles = read_articles(tmp_path / "a.txt")
    assert len(articles) == 1 and str(articles.published[0].date()) == "2020-01-02"


def test_checksum_is_that_of_the_bytes(tmp_path):
    assert read_one(tmp_path, "a.txt", b"One.\r\n")["sha256"] == hashlib.sha256(b"One.\r\n").hexdigest()
