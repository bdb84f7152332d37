"""A quote on paper says what was calculated, to the minor unit, in the customer's language."""

from dataclasses import fields, replace

import pytest

from storedesk.documents.document_model import A4, QrCode
from storedesk.documents.escpos_rendering import render_escpos
from storedesk.documents.paper_texts import LANGUAGES, paper_texts
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.quote import QuotePaperData, QuoteStanding, quote
from storedesk.documents.quote_texts import QUOTE_LANGUAGES, QuoteTexts, quote_texts
from storedesk.domain.tax_treatment import SENTENCES, STANDARD
from tests.documents.escpos_reader import read_escpos
from tests.documents.hostile_texts import HOSTILE
from tests.documents.pdf_reader import page_sizes_mm, pages_text
from tests.documents.quote_prints import NUMBER, PICTURE, paper_of_case, quotes_saying
from tests.documents.test_hostile_texts_on_paper import expect_inside_the_paper
from tests.domain.quote_table import QUOTES, QuoteCase

WORDS = {"SEK": "kr", "NOK": "NOK", "DKK": "DKK", "EUR": "€"}


def text_of(data: QuotePaperData) -> str:
    return " ".join(pages_text(render_pdf(quote(data))))


def written(amount: str) -> str:
    """A plain decimal text as people here write it: 48447.75 as 48 447,75, and 0.0450 as 0,045."""
    whole, _, part = amount.partition(".")
    return f"{int(whole):,}".replace(",", " ") + f",{part[:2]}{part[2:].rstrip('0')}"


def test_there_are_fifty_of_them() -> None:
    assert len(QUOTES) >= 50


@pytest.mark.parametrize("case", QUOTES, ids=lambda case: case.name)
def test_the_paper_equals_the_hand(case: QuoteCase) -> None:
    text = text_of(replace(paper_of_case(case), language="sv"))
    word = WORDS[case.currency]
    assert f"Netto {written(case.net)} {word} " in text
    for tax in case.taxes:
        rate = tax.rate.replace(".", ",")
        assert f"Moms {rate} % på {written(tax.net)} {word} {written(tax.tax)} {word} " in text
        assert tax.treatment == STANDARD or quote_texts("sv").sentence(tax.treatment) in text
    assert f"Totalt {written(case.total)} {word} " in text
    for line in case.lines:
        assert written(line.each) in text
        assert written(line.amount) in text


def test_the_quote_says_to_whom_for_how_long_and_on_which_terms() -> None:
    text = text_of(PICTURE)
    for part in (
        f"Quote {NUMBER} · version 2", "Göteborg Centrum · Elin L.", "Brännö Varv & Montage AB",
        "Att. Anna Lindberg", "Reg. no. 556677-8899", "SE556677889901", "Collected at", "30 days net",
        "Valid until", "2026-12-23", "PO number", "7781-A", "20 pcs 615,00 14 % 10 578,00",
        "Prices are without VAT.", "Approved by: Maja A.", "We accept this quote.", "Place and date",
        f"{NUMBER} · version 2 · 3F2A 91BC", "page 1 of 1",
    ):  # fmt: skip
        assert part in text, part
    assert page_sizes_mm(render_pdf(quote(PICTURE))) == [(210, 297)]
    assert quote(PICTURE).paper is A4
    assert not any(mark in text for mark in ("COPY", "INDICATIVE", "CONFIRMATION", "NO LONGER"))


def test_the_code_is_that_of_the_number() -> None:
    assert read_escpos(render_escpos(quote(PICTURE))).codes == [PICTURE.qr_text]
    assert any(isinstance(getattr(block, "code", None), QrCode) for block in quote(PICTURE).blocks)


def test_goods_that_are_sent_name_the_site() -> None:
    text = text_of(replace(PICTURE, deliver_to="Varvet 410", deliver_country="SE"))
    assert "Deliver to" in text and "Varvet 410" in text and "Collected at" not in text


def test_reservations_and_reprints_are_marked() -> None:
    draft = text_of(replace(PICTURE, standing=QuoteStanding.DRAFT, copy_of="14:58", practice=True))
    assert "PRACTICE COPY 14:58 INDICATIVE Quote" in draft
    assert "We accept" not in draft
    assert "SUBJECT TO CONFIRMATION" in text_of(replace(PICTURE, to_confirm=True))
    ended = text_of(replace(PICTURE, standing=QuoteStanding.ENDED, to_confirm=True))
    assert "NO LONGER VALID" in ended and "We accept" not in ended and "CONFIRMATION" not in ended


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_quote_speaks_the_customers_language(language: str) -> None:
    own = quote_texts(language)
    text = text_of(replace(PICTURE, language=language, to_confirm=True))
    for part in (own.quote, own.valid_until, own.total, own.acceptance, own.to_confirm, own.without_tax):
        assert part in text
    assert paper_texts(language).signature in text
    for column in (own.each, own.discount, f"{own.sum}, SEK"):
        assert column in text
    assert "…" not in text


def test_every_language_has_every_word_and_sentence() -> None:
    assert QUOTE_LANGUAGES.keys() == LANGUAGES.keys()
    for own in QUOTE_LANGUAGES.values():
        assert all(getattr(own, field.name).strip() for field in fields(QuoteTexts))
        assert "{rate}" in own.tax and "{net}" in own.tax
        assert "{n}" in own.version and "{n}" in own.days_net
        assert all(own.sentence(kind) for kind, key in SENTENCES.items() if key)
        assert own.sentence(STANDARD) == ""


def test_fifty_lines_go_to_more_pages_and_the_sums_stay_together() -> None:
    for count in range(30, 60):
        lines = tuple(replace(PICTURE.lines[0], name=f"Article {n}", detail="Blue") for n in range(count))
        pages = pages_text(render_pdf(quote(replace(PICTURE, lines=lines))))
        assert len(pages) > 1
        assert all(" ".join(pages).count(f"Article {n} ") == 1 for n in range(count))
        for number, page in enumerate(pages, 1):
            assert f"page {number} of {len(pages)}" in page
            assert "Article" not in page or "Item Qty Each Disc. Sum, SEK" in page
        assert (
            sum("Net 38 758,20 kr VAT 25 % on 38 758,20 kr 9 689,55 kr Total" in page for page in pages) == 1
        )
        assert "Signature" in pages[-1]


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_hostile_text_prints_in_a_quote(index: int) -> None:
    for document in quotes_saying(HOSTILE[index]):
        assert render_pdf(document).startswith(b"%PDF-")
        expect_inside_the_paper(document)
        paper = read_escpos(render_escpos(document))
        assert paper.cuts == 1
        assert max(paper.widths) <= 48
