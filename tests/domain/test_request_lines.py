"""What a customer writes is read as quantity, codes and words; hostile text does no harm and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.request_lines import LONGEST_LINE, MOST_LINES, normal_code, read_line, read_request
from storedesk.domain.request_table import read_table

LETTER = """Hej Elin!

Vi behöver följande till varvet:
- 12 st Skaljacka Alva skogsgrön M
* 20 x LJG-0815-GRA-L
> Termos Sten 1,0 L: 24
ALV-2201-SKO-M 3
2000148220139 2 st
antal: 5 VM-1001
2,5 m rep
Leverans vecka 49.

Mvh
Anna Lindberg 031-390 06 21
"""


def test_a_letter_is_read_line_by_line_and_what_is_no_line_is_kept_apart() -> None:
    found = read_request(LETTER)
    assert [(line.quantity, line.codes, line.words) for line in found.lines] == [
        ("12", (), ("Skaljacka", "Alva", "skogsgrön", "M")),
        ("20", ("LJG-0815-GRA-L",), ()),
        ("24", (), ("Termos", "Sten", "1,0", "L")),
        ("3", ("ALV-2201-SKO-M",), ()),
        ("2", ("2000148220139",), ()),
        ("5", ("VM-1001",), ()),
        ("2.5", (), ("rep",)),
    ]
    assert found.rest[0] == "Hej Elin!" and "Mvh" in found.rest
    assert "Anna Lindberg 031-390 06 21" in found.rest


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("12 st Alva", "12"), ("12st Alva", "12"), ("Alva x 12", "12"), ("12 × Alva", "12"), ("Alva 12 pcs", "12"),
        ("Qty 7 ALV-1", "7"), ("3 Alva M", "3"), ("1) 4 st Alva", "4"), ("ALV-2201 : 6", "6"), ("0 st ALV-2201", ""),
        ("ALV-2201-SKO-43", ""), ("Skyddskänga Stål 43 par 2 ALV-1", "43"),
    ],
)  # fmt: skip
def test_how_many_is_read_where_the_line_says_it(text: str, quantity: str) -> None:
    line = read_line(text)
    assert line is not None and line.quantity == quantity


@pytest.mark.parametrize("text", ["", "Hej!", "Tack på förhand", "Med vänlig hälsning", "---", "  ", "12"])
def test_what_neither_counts_nor_names_a_number_is_no_line(text: str) -> None:
    assert read_line(text) is None


def test_a_line_that_looks_like_a_personal_number_is_withheld() -> None:
    found = read_request("12 st Alva\nMitt nummer 19811218-9876\n")
    assert (len(found.lines), found.withheld, found.rest) == (1, 1, ())


def test_a_table_is_read_by_its_heading_in_any_order() -> None:
    found = read_table(
        [
            ["Benämning", "Antal", "Artikelnr", "EAN"],
            ["Alva M", "12", "VM-1001", ""],
            ["", "2", "", "2000148220139"],
        ]
    )
    assert [(line.quantity, line.codes, line.words) for line in found.lines] == [
        ("12", ("VM-1001",), ("Alva", "M")),
        ("2", ("2000148220139",), ()),
    ]


def test_a_table_without_a_heading_is_read_as_lines() -> None:
    found = read_table([["ALV-2201-SKO-M", "12"], ["", ""], ["Hej", ""]])
    assert [(line.quantity, line.codes) for line in found.lines] == [("12", ("ALV-2201-SKO-M",))]
    assert found.rest == ("Hej",)


@given(st.integers(1, 99_999), st.from_regex(r"[A-Z]{3}-[0-9]{4}-[A-Z]{3}", fullmatch=True))
def test_a_counted_code_is_always_read(count: int, code: str) -> None:
    for text in (f"{count} st {code}", f"{code} {count} pcs", f"{count} x {code}", f"{code}; {count}"):
        line = read_line(text)
        assert line is not None
        assert (line.quantity, line.codes) == (str(count), (code,)), text


@given(st.text(max_size=2_000))
def test_any_text_is_read_within_its_caps(text: str) -> None:
    found = read_request(text)
    assert len(found.lines) <= MOST_LINES
    for line in found.lines:
        assert len(line.text) <= LONGEST_LINE and line.text.isprintable()
        assert line.codes or line.words
        assert line.quantity == "" or float(line.quantity) > 0
    assert all(entry.isprintable() for entry in found.rest)


@given(st.lists(st.lists(st.text(max_size=40), max_size=6), max_size=20))
def test_any_table_is_read_within_its_caps(rows: list[list[str]]) -> None:
    found = read_table(rows)
    assert len(found.lines) <= MOST_LINES
    assert all(line.codes or line.words for line in found.lines)


@given(st.text(max_size=100))
def test_a_normal_code_is_normal(text: str) -> None:
    assert normal_code(normal_code(text)) == normal_code(text)
