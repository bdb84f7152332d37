"""Who a quote can be for, where it can be sent, and which taxes its own lines can have."""

from dataclasses import dataclass

from storedesk.actions.action import Refusal
from storedesk.actions.quote_account import account_of, people_of
from storedesk.actions.reading import row_or_none
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Company, CompanyContact, TaxRateRow
from storedesk.storage import desk_quote_reads as reads
from storedesk.storage.row_reader import Driver

MOST_BUYERS = 8
_BUYS = ("buyer", "approver")


@dataclass(frozen=True, slots=True)
class Buyer:
    """A company, and the person of it where one was asked for (``contact_id`` None and empty otherwise)."""

    company_id: int
    company: str
    number: str
    contact_id: int | None = None
    contact: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class DeliverTo:
    """Where the goods of a quote can be sent: the company itself (``site_id`` None) or one of its sites."""

    site_id: int | None
    name: str
    country: str


def buyers(connection: Driver, text: str, company_id: int | None = None) -> tuple[Buyer, ...]:
    """Companies by a part of name or number, then people by a part of their name; those of `company_id` (the
    one that the quote is for) come first, and alone where nothing is typed."""
    state = reads.DeskRows(connection)
    own = [] if company_id is None else _people(state, company_id)
    if not text.strip() and own:
        return tuple(own[:MOST_BUYERS])
    found = [_company(row) for row in reads.companies_matching(connection, text)]
    if text.strip():
        for contact in reads.contacts_matching(connection, text):
            company = row_or_none(state, Company, contact.company_id)
            if company is not None:
                found.append(_person(company, contact))
    mine = [one for one in found if one.company_id == company_id]
    return tuple((mine + [one for one in found if one not in mine])[:MOST_BUYERS])


def deliver_to(connection: Driver, company_id: int) -> tuple[DeliverTo, ...]:
    """The company first, then the sites below it."""
    tree = {row.id: row for row in reads.company_tree(connection, company_id)}
    company = tree.get(company_id)
    if company is None:
        return ()
    below, places = {company_id}, [DeliverTo(None, company.name, company.country)]
    for row in tree.values():
        if row.parent_id in below:
            below.add(row.id)
            if row.kind == "site":
                places.append(DeliverTo(row.id, row.name, row.country or company.country))
    return tuple(places)


def tax_categories(connection: Driver, country: str) -> tuple[str, ...]:
    """The categories that a country has rates for, the usual one first."""
    rows = reads.DeskRows(connection).among(TaxRateRow, country=country)
    return tuple(sorted({row.category for row in rows}, key=lambda name: (name != "standard", name)))


def _people(state: reads.DeskRows, company_id: int) -> list[Buyer]:
    try:
        account = account_of(state, company_id)
    except Refusal:
        return []
    found = [_person(account.company, contact) for contact in people_of(state, account)]
    return [person for person in found if person.role in _BUYS]


def _company(row: Company) -> Buyer:
    return Buyer(row.id, clean_text(row.name, NAME_SHOWN), row.number)


def _person(company: Company, row: CompanyContact) -> Buyer:
    name = clean_text(row.name, NAME_SHOWN)
    return Buyer(company.id, clean_text(company.name, NAME_SHOWN), company.number, row.id, name, row.role)
