"""A pickup slip says who took what, never amounts, and that it is not a receipt."""

from dataclasses import fields, replace

import pytest

from storedesk.documents.document_model import Document, QrCode, TextSize
from storedesk.documents.escpos_rendering import render_escpos
from storedesk.documents.page_flow import pages_of
from storedesk.documents.page_marks import POINTS_PER_MM, CodeMark, TextMark
from storedesk.documents.paper_texts import LANGUAGES, PaperTexts, paper_texts
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.pickup_slip import LeftOut, LeftOutLine, pickup_slip_80, pickup_slip_a5
from tests.documents.escpos_reader import read_escpos
from tests.documents.pdf_reader import font_names, page_sizes_mm, pages_text
from tests.documents.sample_prints import SLIP, SLIP_LINES


def both(**changes: object) -> tuple[Document, Document]:
    data = replace(SLIP, **changes)  # type: ignore[arg-type]
    return pickup_slip_80(data), pickup_slip_a5(data)


@pytest.mark.parametrize("document", both())
def test_slip_says_what_was_handed_over(document: Document) -> None:
    for text in (pages_text(render_pdf(document))[0], read_escpos(render_escpos(document)).text):
        for part in (
            "Göteborg Centrum",
            "48207",
            "Maria Nilsson",
            "Vandringskänga Rask Mid",
            "Jonas Nilsson",
        ):
            assert part in text
        for part in (
            "GBG-07-00041-K7",
            "GBG-2, Elin L.",
            "23 Nov 2026 14:52",
            "refund asked",
            "NOT A RECEIPT",
        ):
            assert part in text


def test_raw_and_pdf_print_carry_the_same_code() -> None:
    document = pickup_slip_80(SLIP)
    assert [block.text for block in document.blocks if isinstance(block, QrCode)] == [SLIP.qr_text]
    assert read_escpos(render_escpos(document)).codes == [SLIP.qr_text]


def test_slip_has_no_place_for_an_amount() -> None:
    names = {field.name for field in fields(SLIP)} | {field.name for field in fields(SLIP_LINES[0])}
    assert not any(word in name for name in names for word in ("price", "amount", "total", "sum"))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_slip_speaks_the_customers_language(language: str) -> None:
    for document in both(language=language, desk_language="sv"):
        text = " ".join(pages_text(render_pdf(document)))
        assert paper_texts(language).not_a_receipt in text
        assert paper_texts(language).collected_by in text
        assert "Kontroll" in text


def test_every_language_has_every_text() -> None:
    for texts in LANGUAGES.values():
        assert all(getattr(texts, field.name).strip() for field in fields(PaperTexts))
        assert "{x}" in texts.page_of
        assert "{m}" in texts.n_of_m


def test_unknown_language_is_english_and_norwegian_has_three_tags() -> None:
    assert paper_texts("xx-YY") is paper_texts("en")
    assert paper_texts("no") is paper_texts("nb_NO") is paper_texts("nn")


def test_reprint_practice_and_gift_are_marked() -> None:
    for document in both(copy_of="14:58", practice=True, gift=True, recipient_name="Ebba Ek"):
        for text in (pages_text(render_pdf(document))[0], read_escpos(render_escpos(document)).text):
            assert all(part in text for part in ("COPY 14:58", "PRACTICE", "Gift", "Ebba Ek"))


def test_goods_left_on_the_shelf_are_told_apart_from_refunds() -> None:
    left = (LeftOutLine("1", "Termos", LeftOut.LEFT_ON_SHELF),)
    text = pages_text(render_pdf(both(left_out=left)[0]))[0]
    assert "Left on the shelf 1 × Termos" in text
    assert "refund" not in text


def test_id_digits_given_by_mistake_are_not_printed() -> None:
    for document in both(checked_by_text="ID 850709-9805 seen", collected_by="Eva 8507099805"):
        for text in (" ".join(pages_text(render_pdf(document))), read_escpos(render_escpos(document)).text):
            assert "9805" not in text


def test_a_hundred_lines_make_the_roll_longer() -> None:
    many = tuple(replace(SLIP_LINES[0], name=f"Article {count}") for count in range(100))
    pdf = render_pdf(pickup_slip_80(replace(SLIP, lines=many)))
    assert len(pages_text(pdf)) == 1
    assert "Article 99 " in pages_text(pdf)[0]
    width, height = page_sizes_mm(pdf)[0]
    assert width == 80
    assert height > 900


def test_a_hundred_lines_go_to_more_pages_of_a5() -> None:
    many = tuple(replace(SLIP_LINES[0], name=f"Article {count}") for count in range(100))
    pages = pages_text(render_pdf(pickup_slip_a5(replace(SLIP, lines=many))))
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "GBG-07-00041-K7 · Order 48207" in page
    together = " ".join(pages)
    assert all(together.count(f"Article {count} ") == 1 for count in range(100))
    assert "Signature" in pages[-1]
    assert not any("Signature" in page for page in pages[:-1])


def test_order_number_is_the_largest_text() -> None:
    for document in both():
        texts = [mark for mark in pages_of(document)[0].marks if isinstance(mark, TextMark)]
        assert max(texts, key=lambda mark: mark.points).text == "48207"
        assert min(mark.points for mark in texts) >= 9


def test_code_is_at_least_20_mm_with_four_quiet_modules() -> None:
    for document in both():
        page = pages_of(document)[0]
        code = next(mark for mark in page.marks if isinstance(mark, CodeMark))
        quiet = code.side / len(code.modules) * 4
        assert code.side >= 20 * POINTS_PER_MM
        assert code.x - quiet >= 0
        assert code.x + code.side + quiet <= page.width
        for mark in page.marks:
            if isinstance(mark, TextMark) and mark.x >= code.x - quiet:
                assert mark.y < code.y - quiet + 0.1 or mark.y - mark.points * 0.73 > code.y + code.side


def test_a_text_that_cannot_be_a_code_leaves_the_code_out() -> None:
    for text in ("", "Å", "x" * 301, "a\x00b"):
        assert read_escpos(render_escpos(pickup_slip_80(replace(SLIP, qr_text=text)))).codes == []


def test_fonts_are_embedded_and_only_ours() -> None:
    names = font_names(render_pdf(pickup_slip_a5(SLIP)))
    assert names
    assert all("+" in name and ("Inter" in name or "JetBrains" in name) for name in names)


def test_equal_data_gives_equal_bytes() -> None:
    first = render_pdf(pickup_slip_80(SLIP))
    render_pdf(pickup_slip_a5(replace(SLIP, customer_name="Ærø Øst")))
    assert render_pdf(pickup_slip_80(replace(SLIP))) == first


def test_a_long_order_number_is_never_cut() -> None:
    number = "WEB-2026-0000481234567"
    for document in both(order_number=number):
        assert number in pages_text(render_pdf(document))[0]
        assert number in read_escpos(render_escpos(document)).text
    assert any(getattr(block, "size", None) is TextSize.LARGE for block in pickup_slip_80(SLIP).blocks)
