"""The quote on paper, put together from what the desk knows of it."""

from storedesk.desk.papers import NothingToPrint, PaperOrder
from storedesk.desk.quote_views import QuoteView
from storedesk.documents.document_model import Document
from storedesk.documents.quote import QuotePaperData, QuotePaperLine, QuoteStanding, quote
from storedesk.domain.codes import DocumentCode, qr_text
from storedesk.domain.records import Quote

_STANDINGS = {
    "draft": QuoteStanding.DRAFT,
    "issued": QuoteStanding.ISSUED,
    "order_asked": QuoteStanding.ISSUED,
    "ordered": QuoteStanding.ISSUED,
}
_NO_YES = ("needed", "asked", "declined")


def quote_on_paper(view: QuoteView | None, row: Quote | None, order: PaperOrder) -> Document:
    """The version that counts; ``order.number`` is the quote's own. Raises NothingToPrint."""
    if view is None or row is None:
        raise NothingToPrint("quote")
    return quote(_data(view, row, order))


def _data(view: QuoteView, row: Quote, order: PaperOrder) -> QuotePaperData:
    company, contact, sent = view.company, view.contact, view.delivery == "sent"
    site = view.site.name if view.site is not None else company.name
    spoken = contact.language if contact is not None else ""
    return QuotePaperData(
        number=order.number,
        version=view.version,
        store_name=view.place_name,
        company_name=company.name,
        lines=tuple(
            QuotePaperLine(
                line.name, line.quantity, line.unit, line.unit_price, line.discount, line.amount,
                line.detail, line.sku, line.kind,
            )
            for line in view.lines
        ),
        totals=view.totals,
        valid_until=view.valid_until,
        qr_text=qr_text(DocumentCode(order.number)),
        standing=_STANDINGS.get(view.state, QuoteStanding.ENDED),
        to_confirm=view.conditional or view.approval in _NO_YES,
        issued_day=(view.issued or view.changed).day,
        contact_name=contact.name if contact is not None else "",
        organisation_number=company.organisation_number,
        vat_number=company.vat_number,
        deliver_to=site if sent else "",
        deliver_country=view.deliver_country if sent else "",
        terms_days=row.terms_days,
        po_number=view.po_number,
        exempt_reason=view.treatment_reason,
        approved_by=view.approved_by,
        made_by=view.made_by,
        mark=view.mark.strip(),
        copy_of=order.copied_at,
        practice=order.practice,
        language=spoken or company.language or order.language,
    )  # fmt: skip
