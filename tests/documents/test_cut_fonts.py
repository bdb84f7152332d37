"""Fonts that are cut once for many papers: every paper keeps its own letters."""

from dataclasses import replace

import pytest

from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.pickup_slip import pickup_slip_80
from tests.documents.pdf_reader import pages_text
from tests.documents.sample_prints import SLIP


def text_of(name: str) -> str:
    return pages_text(render_pdf(pickup_slip_80(replace(SLIP, customer_name=name))))[0]


@pytest.mark.parametrize("name", ["Åsa Öberg", "Ñandú Ýrr", "Maria Nilsson", "Šárka Žižková", "Zoë Æbelø"])
def test_a_name_reads_right_after_papers_with_other_letters(name: str) -> None:
    alone = text_of(name)
    for other in ("Ýrr Ñandú", "Ø", "Nils"):
        text_of(other)
    assert text_of(name) == alone


def test_letters_seldom_used_are_on_the_paper() -> None:
    assert "Ñandú Ýrr" in text_of("Ñandú Ýrr")


def test_equal_papers_are_equal_bytes_whatever_was_printed_before() -> None:
    first = render_pdf(pickup_slip_80(SLIP))
    text_of("Ýrr Ñandú")
    assert render_pdf(pickup_slip_80(SLIP)) == first
