"""The row of a company that a channel brings: new, or an account here with what the channel is master of."""

from typing import NamedTuple

from storedesk.connectors.neutral import RemoteCompany
from storedesk.domain.account_match import AccountFacts
from storedesk.domain.business_number import NotABusinessNumber, organisation_number, vat_number
from storedesk.domain.plain_text import clean_text, fold, looks_like_personal_number
from storedesk.domain.records import Company

LARGEST_AMOUNT = 10**15
_KINDS = ("company", "site", "cost_centre")
_CURRENCIES = {"SE": "SEK", "NO": "NOK", "DK": "DKK"}
_LANGUAGES = {"SE": "sv", "NO": "nb", "DK": "da", "FI": "fi", "DE": "de"}


class Placed(NamedTuple):
    """What the record names elsewhere, found here; None where the channel does not say or it is not known."""

    parent_id: int | None
    price_list: str | None
    opened_at: int


def facts_of(record: RemoteCompany) -> AccountFacts:
    return AccountFacts(
        clean_text(record.name, 80), record.country, kept_number(record), kept_vat(record)
    )  # fmt: skip


def kept_number(record: RemoteCompany) -> str:
    """In its usual spelling; a person's own number is never kept."""
    text = clean_text(record.organisation_number, 40)
    try:
        found = organisation_number(record.country, text)
    except NotABusinessNumber:
        return "" if looks_like_personal_number(text) else text
    return "" if found.personal or looks_like_personal_number(text) else found.text


def kept_vat(record: RemoteCompany) -> str:
    text = clean_text(record.vat_number, 40)
    try:
        found = vat_number(text)
    except NotABusinessNumber:
        return ""
    inside = text.replace(" ", "")[2:12]
    return "" if found.personal or looks_like_personal_number(inside) else found.text


def company_row(record: RemoteCompany, company_id: int, placed: Placed, *, credit: bool) -> Company:
    """A new account; without credit where somebody else is master of it."""
    kind = record.kind if record.kind in _KINDS else ("company" if placed.parent_id is None else "site")
    name = clean_text(record.name, 80)
    row = Company(
        company_id, clean_text(record.number, 40) or f"N{company_id % 10**8:08}", name, fold(name), record.country,
        kept_number(record), placed.parent_id, record.currency or _CURRENCIES.get(record.country, "EUR"), 0, 0, kind,
        placed.price_list or "", vat_number=kept_vat(record), language=_LANGUAGES.get(record.country, "en"),
        opened_at=placed.opened_at,
    )  # fmt: skip
    return with_credit(row, record) if credit else row


def with_identity(row: Company, record: RemoteCompany, placed: Placed) -> Company:
    """The account with its name, numbers, parent and price list as the channel says; its own number stays."""
    name, vat = clean_text(record.name, 80) or row.name, kept_vat(record) or row.vat_number
    return row._replace(
        name=name,
        folded=fold(name),
        country=record.country or row.country,
        organisation_number=kept_number(record) or row.organisation_number,
        vat_number=vat,
        vat_checked_at=row.vat_checked_at if vat == row.vat_number else None,
        parent_id=row.parent_id if placed.parent_id in (None, row.id) else placed.parent_id,
        price_list=row.price_list if placed.price_list is None else placed.price_list,
    )


def with_credit(row: Company, record: RemoteCompany) -> Company:
    """Limit, terms and credit stop; what the channel does not say stays."""
    limit, days = record.credit_limit, record.terms_days
    return row._replace(
        credit_limit=row.credit_limit if limit is None else min(max(limit, 0), LARGEST_AMOUNT),
        terms_days=row.terms_days if days is None else min(max(days, 0), 365),
        credit_stop=row.credit_stop if not record.state else int(record.state != "open"),
    )
