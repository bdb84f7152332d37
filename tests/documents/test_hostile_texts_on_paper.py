"""Whatever a text contains, every print comes out whole, inside its paper and without a control byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.documents.document_model import Document
from storedesk.documents.escpos_rendering import render_escpos
from storedesk.documents.page_flow import pages_of
from storedesk.documents.page_marks import POINTS_PER_MM, BoxMark, CodeMark, LineMark, Page, TextMark
from storedesk.documents.paper_fonts import width_of
from storedesk.documents.pdf_rendering import render_pdf
from tests.documents.escpos_reader import read_escpos
from tests.documents.hostile_texts import HOSTILE
from tests.documents.pdf_reader import pages_text
from tests.documents.sample_prints import documents_saying

ROUNDING = 0.05


def test_corpus_is_large_enough() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_hostile_text_prints_in_every_document(index: int) -> None:
    documents = documents_saying(HOSTILE[index])
    assert len(pages_text(render_pdf(documents[-1]))) == 1
    for document in documents:
        assert render_pdf(document).startswith(b"%PDF-")
        expect_inside_the_paper(document)
        paper = read_escpos(render_escpos(document))
        assert paper.cuts == 1
        assert max(paper.widths) <= 48


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_stays_inside_the_paper(text: str) -> None:
    for document in documents_saying(text):
        expect_inside_the_paper(document)
        assert max(read_escpos(render_escpos(document)).widths) <= 48


def expect_inside_the_paper(document: Document) -> None:
    margin = document.paper.margin_mm * POINTS_PER_MM
    for page in pages_of(document):
        for left, top, right, bottom in boxes_of(page):
            assert left >= margin - ROUNDING
            assert right <= page.width - margin + ROUNDING
            assert top >= margin - ROUNDING
            assert bottom <= page.height - margin + ROUNDING


def boxes_of(page: Page) -> list[tuple[float, float, float, float]]:
    boxes = []
    for mark in page.marks:
        match mark:
            case TextMark():
                right = mark.x + width_of(mark.text, mark.face, mark.points)
                boxes.append((mark.x, mark.y - 0.73 * mark.points, right, mark.y + 0.2 * mark.points))
            case LineMark():
                boxes.append((mark.x, mark.y, mark.x + mark.length, mark.y))
            case BoxMark() | CodeMark():
                boxes.append((mark.x, mark.y, mark.x + mark.side, mark.y + mark.side))
    return boxes
