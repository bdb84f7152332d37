"""The pick list is in walking order with boxes to tick; the label shows bin, order and the shortened name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents.document_model import A4, LABEL_62X29, SLIP_80
from storedesk.documents.escpos_rendering import render_escpos
from storedesk.documents.page_flow import pages_of
from storedesk.documents.page_marks import POINTS_PER_MM, BoxMark, CodeMark
from storedesk.documents.paper_texts import LANGUAGES
from storedesk.documents.parcel_label import parcel_label, short_name
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.pick_list import PickListLine, pick_list, walking_order
from storedesk.documents.printable_document import PrintableDocument
from storedesk.documents.ruler_page import ruler_page
from tests.documents.escpos_reader import read_escpos
from tests.documents.pdf_reader import page_sizes_mm, pages_text
from tests.documents.sample_prints import LABEL, PICK_LIST, PICKS


def test_places_are_walked_as_people_count() -> None:
    places = ["B1", "A10-2", "A2-11", "A2-9", "", "a3", "É1", "A²"]
    lines = [replace(PICKS[0], place=place) for place in places]
    walked = [line.place for line in walking_order(lines)]
    assert [place for place in walked if place in ("A2-9", "A2-11", "a3", "A10-2", "B1")] == [
        "A2-9",
        "A2-11",
        "a3",
        "A10-2",
        "B1",
    ]
    assert sorted(walked) == sorted(places)


@given(st.lists(st.text(alphabet=st.characters(), max_size=12), max_size=12))
def test_any_places_can_be_walked(places: list[str]) -> None:
    lines = [PickListLine(place, "x", "y", "1", "1") for place in places]
    assert walking_order(walking_order(lines)) == walking_order(lines)


def test_pick_list_has_a_box_for_each_line_and_one_in_the_footer() -> None:
    marks = pages_of(pick_list(PICK_LIST))[0].marks
    assert sum(isinstance(mark, BoxMark) for mark in marks) == len(PICKS) + 1
    assert read_escpos(render_escpos(pick_list(PICK_LIST))).text.count("[ ]") == len(PICKS)


def test_pick_list_names_wave_orders_and_lines() -> None:
    document = pick_list(PICK_LIST)
    text = pages_text(render_pdf(document))[0]
    assert "Pick list W-0311" in text
    assert "Mon 23 Nov 13:52 · Elin L. · 2 orders · 3 lines" in text
    assert "page 1 of 1" in text
    assert page_sizes_mm(render_pdf(document)) == [(210, 297)]


def test_a_hundred_picks_repeat_the_head_on_every_page() -> None:
    lines = tuple(replace(PICKS[0], place=f"A{count}") for count in range(100))
    pages = pages_text(render_pdf(pick_list(replace(PICK_LIST, lines=lines, copy_of="14:00", practice=True))))
    assert len(pages) > 3
    assert all("Place Item Order Qty" in page for page in pages)
    assert all(" ".join(pages).count(f" A{count} ") == 1 for count in range(100))
    assert "PRACTICE COPY 14:00" in pages[0]


def test_an_empty_pick_list_prints() -> None:
    assert "0 lines" in pages_text(render_pdf(pick_list(replace(PICK_LIST, lines=()))))[0]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_label_says_bin_order_name_share_and_last_day(language: str) -> None:
    document = parcel_label(replace(LABEL, language=language, parcel=2, parcels=12))
    text = pages_text(render_pdf(document))[0]
    share = LANGUAGES[language].n_of_m.replace("{n}", "2").replace("{m}", "12")
    for part in ("H4", "48207", "NILSSON M.", share, LANGUAGES[language].last_day, "30 Nov"):
        assert part in text
    assert page_sizes_mm(render_pdf(document)) == [(62, 29)]


def test_a_full_label_keeps_its_codes_and_its_share_on_one_page() -> None:
    full = replace(
        LABEL,
        bin="KALLRUM-UTE-12",
        order_number="WEB-2026-0000481234567",
        name_short="HOHENLOHE-LANGENBURG F.",
    )
    text = pages_text(render_pdf(parcel_label(replace(full, copy_of="14:00", practice=True))))
    assert len(text) == 1
    assert "KALLRUM-UTE-12" in text[0]
    assert "WEB-2026-0000481234567" in text[0].replace(" ", "")
    assert "… · 1 of 2" in text[0]


def test_label_code_is_20_mm_with_its_quiet_zone_on_the_label() -> None:
    page = pages_of(parcel_label(LABEL))[0]
    code = next(mark for mark in page.marks if isinstance(mark, CodeMark))
    quiet = code.side / len(code.modules) * 4
    assert code.side >= 20 * POINTS_PER_MM - 0.01
    assert (
        min(code.x, code.y, page.width - code.x - code.side, page.height - code.y - code.side) >= quiet - 0.5
    )


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Maria Nilsson", "NILSSON M."),
        ("Cher", "CHER"),
        ("", ""),
        ("Åsa von der Esch", "ESCH Å."),
        ("ß ß", "SS SS."),
    ],
)
def test_names_are_shortened_for_the_label(full: str, short: str) -> None:
    assert short_name(full) == short


@pytest.mark.parametrize("paper", ["slip_80", "label_62x29", "a5", "a4"])
def test_ruler_page_measures_the_paper(paper: str) -> None:
    document = ruler_page(paper, "Kontor-2 Ä", "23 Nov 2026 14:52")
    pages = pages_text(render_pdf(document))
    assert len(pages) == 1
    assert "Kontor-2 Ä" in pages[0]
    assert "0 10 20 30" in pages[0] or paper == "label_62x29"
    assert read_escpos(render_escpos(document)).codes == ["STOREDESK1234567890TEST"]


def test_a_printable_document_gives_both_forms() -> None:
    printable = PrintableDocument(parcel_label(LABEL))
    assert printable.pdf == render_pdf(parcel_label(LABEL))
    assert printable.escpos == render_escpos(parcel_label(LABEL))
    assert {A4.name, SLIP_80.name, LABEL_62X29.name} == {"a4", "slip_80", "label_62x29"}
