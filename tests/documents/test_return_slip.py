"""The slip of a return: what was taken back, in the customer's language, and never an amount."""

from dataclasses import replace

import pytest

from storedesk.documents.pdf_rendering import render_pdf
from storedesk.documents.pickup_slip import SlipLine
from storedesk.documents.return_slip import ReturnSlipData, return_slip_80
from tests.documents.pdf_reader import pages_text

SLIP = ReturnSlipData(
    "Göteborg Centrum", "47815", (SlipLine("1", "Merinotröja Ull 200", "Granite · M"),), "GBG-2-00093-K7",
    "GBG200093K7", "2026-11-23 17:14", "GBG-2", "Oskar S.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Refund after check"),
        ("sv", "Återbetalning efter kontroll"),
        ("nb", "Tilbakebetaling etter kontroll"),
        ("da", "Tilbagebetaling efter kontrol"),
        ("fi", "Hyvitys tarkistuksen jälkeen"),
        ("de", "Erstattung nach Prüfung"),
    ],
)
def test_the_slip_promises_money_after_a_check_in_each_language(language: str, words: str) -> None:
    text = " ".join(pages_text(render_pdf(return_slip_80(replace(SLIP, language=language)))))
    assert words in text


def test_the_slip_says_what_came_back_and_carries_no_amount() -> None:
    text = " ".join(pages_text(render_pdf(return_slip_80(SLIP))))
    for part in ("47815", "Merinotröja Ull 200", "GBG-2-00093-K7", "Oskar S.", "NOT A RECEIPT"):
        assert part in text
    assert "kr" not in text.split()
    assert "COPY" not in text
