"""Quotes to print: those calculated by hand, and one that says the same text everywhere."""

from storedesk.documents.document_model import Document
from storedesk.documents.quote import QuotePaperData, QuotePaperLine, QuoteStanding, quote
from storedesk.domain.codes import DocumentCode, qr_text
from storedesk.domain.currency import UNIT
from storedesk.domain.quantity import UNITS, parse_quantity
from storedesk.domain.quote_totals import QuoteLineIn, quote_totals
from tests.domain.quote_table import QUOTES, QuoteCase
from tests.domain.quote_table_rows import scaled

NUMBER = "GBG-07-00418-K7"


def paper_of_case(case: QuoteCase) -> QuotePaperData:
    """The case's lines as entered by hand, summed with the treatments and rates of the hand."""
    rate_of = {scaled(tax.net): tax for tax in case.taxes}
    sums: dict[str, int] = {}
    for line in case.lines:
        sums[line.category] = sums.get(line.category, 0) + scaled(line.amount)
    entered, shown = [], []
    for line in case.lines:
        unit = UNITS[line.unit]
        quantity = parse_quantity(line.quantity, unit)
        tax = case.taxes[0] if len(case.taxes) == 1 else rate_of.get(sums[line.category])
        if tax is None:
            gross = sums[line.category]
            tax = next(tax for tax in case.taxes if scaled(tax.net) + scaled(tax.tax) == gross)
        price, discount = scaled(line.each), scaled(line.discount)
        entered.append(
            QuoteLineIn(price, quantity, unit.step, scaled(tax.rate), discount, 0, line.kind, tax.treatment)
        )
        shown.append((line, quantity, price, discount))
    totals = quote_totals(entered, case.currency, case.includes_tax)
    lines = tuple(
        QuotePaperLine(f"Article {place}", quantity, line.unit, price, discount, made.amount, kind=line.kind)
        for place, ((line, quantity, price, discount), made) in enumerate(
            zip(shown, totals.lines, strict=True), 1
        )
    )
    return QuotePaperData(
        NUMBER, 2, "Göteborg Centrum", "Brännö Varv & Montage AB", lines, totals, "2026-12-23",
        qr_text(DocumentCode(NUMBER)), issued_day="2026-11-23", contact_name="Anna Lindberg",
        organisation_number="556677-8899", vat_number="SE556677889901", terms_days=30, po_number="7781-A",
        approved_by="Maja A.", made_by="Elin L.", mark="3F2A 91BC",
    )  # fmt: skip


PICTURE = paper_of_case(QUOTES[0])


def quotes_saying(text: str) -> tuple[Document, ...]:
    """A quote with the text in every place where a text can stand, with and without a code."""
    line = QuotePaperLine(text, 1, text, 65 * UNIT, 100_000, 65 * UNIT, text, text, text)
    return tuple(
        quote(
            QuotePaperData(
                text, 1, text, text, (line, line), PICTURE.totals, text, code, standing, True, text, text,
                text, text, text, text, 30, text, text, text, text, text, text, True, text,
            )
        )
        for code, standing in ((text, QuoteStanding.DRAFT), (PICTURE.qr_text, QuoteStanding.ISSUED))
    )  # fmt: skip
