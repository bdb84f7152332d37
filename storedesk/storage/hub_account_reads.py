"""What the hub compares accounts by: numbers, names and people of every company."""

from typing import NamedTuple

from storedesk.domain.records import Company
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, select_from

_company, _contact = SYNCED["company"], SYNCED["company_contact"]
_COMPANIES = (
    select_from(
        _company,
        ("id", "name", "country", "organisation_number", "vat_number", "kind"),
        "merged_into IS NULL",
    )
    + " ORDER BY id"
)
_PEOPLE = select_from(_contact, ("company_id", "email", "phone_digits"), "active = 1")
_CONTACTS = select_from(_contact, ("id",), "company_id IN ?*") + " ORDER BY id"
_PLACES = "SELECT id, kind FROM place ORDER BY id"
_MERGES = 12


class KnownCompany(NamedTuple):
    id: int
    name: str
    country: str
    organisation_number: str
    vat_number: str
    kind: str


class Reach(NamedTuple):
    """How somebody of a company can be reached."""

    company_id: int
    mail: str
    phone_digits: str


def known_companies(connection: Connection) -> list[KnownCompany]:
    """All that stand for themselves, in the order of their numbers."""
    return [KnownCompany(*found) for found in ShortSql(connection).all(_COMPANIES)]


def reaches(connection: Connection) -> list[Reach]:
    return [Reach(*found) for found in ShortSql(connection).all(_PEOPLE)]


def contacts_of(connection: Connection, company_ids: list[int]) -> list[int]:
    """The numbers of their people, active or not."""
    return [int(found[0]) for found in ShortSql(connection).all(_CONTACTS, company_ids)]


def standing_company(connection: Connection, company_id: int) -> Company | None:
    """The company itself, or the one that stands for it since they were merged."""
    rows = Rows(connection)
    for _ in range(_MERGES):
        stored = rows.get("company", (company_id,))
        if stored is None or stored.row.merged_into is None:
            return None if stored is None else stored.row
        company_id = stored.row.merged_into
    return None


def place_for_accounts(connection: Connection) -> int:
    """Where questions about accounts are put: to customer service, or to the first place without one."""
    places = ShortSql(connection).all(_PLACES)
    service = [id_ for id_, kind in places if kind == "customer_service"]
    return int((service or [id_ for id_, _ in places] or [0])[0])
