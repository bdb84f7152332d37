"""Tables in every encoding and shape, and files that are none."""

import csv
import gzip
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import TableSettings
from storedesk.connectors.table_reader import open_table
from storedesk.connectors.text_encoding import detect_encoding

SETTINGS = TableSettings()
NAMES = ["Ångström", "Œuvre", "Smörgås", "Blåbærsyltetøj", "Äiti", "Größe", "Naïve café"]


Texts = tuple[str, ...]


def table_of(path: Path, content: bytes, settings: TableSettings = SETTINGS) -> tuple[Texts, list[Texts]]:
    path.write_bytes(content)
    table = open_table(path, settings)
    return table.header(), [row.values for row in table.rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso8859_15"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found_out(tmp_path: Path, encoding: str, delimiter: str) -> None:
    names = [name for name in NAMES if encoding not in ("iso8859_15",) or "Œ" not in name]
    lines = [delimiter.join(("sku", "name", "price"))] + [
        delimiter.join((str(n), name, "1.5")) for n, name in enumerate(names * 20)
    ]
    header, rows = table_of(tmp_path / "t.csv", "\r\n".join(lines).encode(encoding))
    assert header == ("sku", "name", "price")
    assert [row[1] for row in rows] == names * 20


@pytest.mark.parametrize(("encoding", "text"), [
    ("cp1252", "Vandringskänga Rask blå\nMössa grön\nPræmie – 5 €\nNaïve café"),
    ("cp850", "Vandringskänga Rask blå\nMössa grön"),
    ("mac_roman", "Vandringskänga Rask blå\nMössa grön"),
    ("cp1250", "Żółta łódź podwodna\nKurtka męska, długa\nczarne źdźbło"),
    ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy"),
    ("cp1257", "Žalia striukė, mėlynos kelnės, šilta kepurė"),
    ("cp1251", "Куртка зимняя\nБотинки походные"),
])  # fmt: skip
def test_older_encodings_are_told_by_their_letters(encoding: str, text: str) -> None:
    assert detect_encoding([text.encode(encoding)], "t.csv") == encoding


def test_an_older_encoding_of_no_language_is_guessed_or_refused() -> None:
    with suppress(ImportRefused):
        assert detect_encoding([bytes(range(128, 256)) * 3], "t.csv")


def test_a_zipped_table_is_read_like_a_plain_one(tmp_path: Path) -> None:
    header, rows = table_of(tmp_path / "t.csv.gz", gzip.compress("a,b\n1,å\n".encode()))
    assert (header, rows) == (("a", "b"), [("1", "å")])


def test_a_named_encoding_that_is_wrong_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"t\.csv is not utf-8 after line .*table\.encoding") as caught:
        table_of(tmp_path / "t.csv", "a,b\n1,å\n".encode("cp1252"), TableSettings(encoding="utf-8"))
    assert "\n" not in str(caught.value)


def test_an_encoding_nobody_knows_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="'klingon', which is not known"):
        table_of(tmp_path / "t.csv", b"a,b\n1,2\n", TableSettings(encoding="klingon"))


@pytest.mark.parametrize(("content", "sentence"), [
    (b"", "is empty"),
    (b"\n\n  \n", "is not a CSV table|is empty"),
    (b"just a letter to somebody\nwith two lines\n", "is not a CSV table: its first line has one column only"),
    (b"%PDF-1.4\n\x00\x01\x02", "is not a text table"),
    (b"PK\x03\x04 and no workbook", "is no readable XLSX workbook"),
    (gzip.compress(b"a,b\n" * 1000, mtime=0)[:-20], "cut short"),
    (b'a,b\n1,"no end\n' + b"x" * 200_000, "not a CSV table from line .* a quote may be missing"),
])  # fmt: skip
def test_a_file_that_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(ImportRefused, match=sentence) as caught:
        table_of(tmp_path / "t.csv", content)
    assert "\n" not in str(caught.value)


def test_rows_carry_the_line_they_end_on(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b'a,b\n1,"two\nlines"\n\n3,4\n')
    assert [row.line for row in open_table(path, SETTINGS).rows()] == [3, 5]


def test_cells_of_a_workbook_become_the_texts_of_a_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "First"
    sheet.append(["sku", "price", "name"])
    sheet.append([22633, 0.1 + 0.2, "å"])
    sheet.append([None, None, None])
    second = book.create_sheet("Second")
    second.append(["sku", "price", "name"])
    second.append(["85123A", 2.0, True])
    book.save(tmp_path / "t.xlsx")
    table = open_table(tmp_path / "t.xlsx", SETTINGS)
    assert [(row.part, row.line, row.values) for row in table.rows()] == [
        ("t.xlsx, sheet First", 2, ("22633", "0.3", "å")),
        ("t.xlsx, sheet Second", 2, ("85123A", "2", "true")),
    ]


def test_sheets_with_other_columns_must_be_named(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["a", "b"])
    book.create_sheet("Other").append(["c", "d"])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(ImportRefused, match=r"sheet 'Other' .* has other columns"):
        open_table(tmp_path / "t.xlsx", SETTINGS)
    with pytest.raises(ImportRefused, match="lacks the sheet 'None'"):
        open_table(tmp_path / "t.xlsx", TableSettings(sheets=("None",)))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables") / "t"


STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xef\xbb\xbf", b"\xff\xfe", b"a,b\n", b'a;"b\n']
)


@given(start=STARTS, rest=st.binary(max_size=400))
def test_no_bytes_break_the_reader(scratch: Path, start: bytes, rest: bytes) -> None:
    header, rows = ("refused",), list[Texts]()
    with suppress(ImportRefused):
        header, rows = table_of(scratch, start + rest)
    assert header
    assert all(isinstance(cell, str) for row in rows for cell in row)


CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\n"), max_size=12)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8), delimiter=st.sampled_from(",;\t|")
)
def test_what_is_written_is_read(scratch: Path, rows: list[tuple[str, str, str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([("one", "two", "three"), *rows])
    settings = TableSettings(encoding="utf-8", delimiter=delimiter)
    _, read = table_of(scratch, text.getvalue().encode(), settings)
    assert read == [row for row in rows if any(map(str.strip, row))]
