"""Takes in customers: people of companies as their contacts, everybody else only as a key for their orders."""

from collections.abc import Sequence

from storedesk.connectors.neutral import RemoteCustomer
from storedesk.connectors.port import Problem
from storedesk.domain.ids import derived_id, whole_number_of
from storedesk.domain.master import COMPANY, CUSTOMER
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.domain.records import Company, CompanyContact
from storedesk.domain.tables import Key
from storedesk.hub.channels.account_matching import AccountIndex
from storedesk.hub.channels.contact_rows import contact_row, role_of, same_contact, with_person
from storedesk.hub.channels.customer_ids import customer_id_for
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.link_details import CustomerThere, contact_of, detail_of
from storedesk.hub.channels.merge_offers import Offer, offer_merges
from storedesk.storage.channel_links import COMPANY as COMPANY_LINK
from storedesk.storage.channel_links import CUSTOMER as CUSTOMER_LINK
from storedesk.storage.channel_links import Link, links_of, put_links
from storedesk.storage.channel_problems import NO_MAPPING
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_account_reads import contacts_of, known_companies, reaches, standing_company
from storedesk.storage.hub_channels import has_followers
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.refused_writes import count_refused
from storedesk.storage.rows import Stored

_PERSONAL = "the name holds a personal number"
_NAMELESS = "the person has no name"


def take_customers(connection: Connection, intake: Intake, records: Sequence[RemoteCustomer]) -> Taken:
    """Of one id the last record counts."""
    return _Taking(connection, intake, {one.external_id: one for one in records}).take()


class _Taking:
    def __init__(self, connection: Connection, intake: Intake, records: dict[str, RemoteCustomer]) -> None:
        self._connection, self._intake, self._records = connection, intake, records
        self._channel = intake.channel
        may = intake.masters.may_write
        self._master, self._trusted = (may(self._channel.code, field) for field in (CUSTOMER, COMPANY))
        self._out = OutsideRows(
            connection, intake.random_tag, follows=has_followers(connection, self._channel.id)
        )
        self._people: dict[int, list[CompanyContact]] = {}
        self._there: dict[Key, Stored] = {}
        self._changed: dict[int, CompanyContact] = {}
        self._new: list[CompanyContact] = []
        self._problems: list[Problem] = []
        self._refused: list[str] = []

    def take(self) -> Taken:
        links = links_of(self._connection, self._channel.id, CUSTOMER_LINK, list(self._records))
        companies = self._companies()
        for external_id, record in self._records.items():
            link = links.get(external_id)
            if link is None or link.local_id:
                self._one(record, companies.get(record.company_id), link)
        self._out.put("company_contact", self._there, self._changed.values())
        self._offer()
        names = self._refused
        last = names[-1] if names else ""
        count_refused(self._connection, self._channel.code, CUSTOMER, len(names), last, self._intake.now)
        done = self._out.write()
        refused = {CUSTOMER: len(names)} if names else {}
        return Taken(done.inserted + done.changed, done.unchanged, refused, tuple(self._problems))

    def _companies(self) -> dict[str, Company]:
        """The companies of this page by external id, with their people locked."""
        wanted = list({one.company_id for one in self._records.values()} - {""})
        found: dict[str, Company] = {}
        for external_id, link in links_of(self._connection, self._channel.id, COMPANY_LINK, wanted).items():
            company = standing_company(self._connection, int(link.local_id)) if link.local_id else None
            if company is not None:
                found[external_id] = company
        numbers = contacts_of(self._connection, sorted({one.id for one in found.values()}))
        self._there = self._out.read("company_contact", [(id_,) for id_ in numbers])
        for stored in self._there.values():
            self._people.setdefault(stored.row.company_id, []).append(stored.row)
        return found

    def _one(self, record: RemoteCustomer, company: Company | None, link: Link | None) -> None:
        country = company.country if company is not None else _country(record)
        customer_id = customer_id_for(
            self._connection, self._intake, record.person, record.external_id, "", country
        )
        if not record.company_id:
            return
        if company is None:
            self._problems.append(Problem(record.external_id, NO_MAPPING))
            return
        name = clean_text(record.person.name, 80)
        if not name or looks_like_personal_number(record.person.name):
            self._problems.append(Problem(record.external_id, _PERSONAL if name else _NAMELESS))
            return
        contact = self._contact(record, company, contact_of(link.detail) if link is not None else 0)
        if contact:
            detail = detail_of(CustomerThere(contact))
            found = Link(record.external_id, customer_id, detail)
            if found != link:
                put_links(self._connection, self._channel.id, CUSTOMER_LINK, [found])

    def _contact(self, record: RemoteCustomer, company: Company, linked: int) -> int:
        """The number of the person here, 0 where there is none and the channel may not make one."""
        people = self._people.setdefault(company.id, [])
        here = next((one for one in people if one.id == linked), None) or same_contact(
            record, company.country, people
        )
        if here is None:
            return self._make(record, company)
        new = with_person(here, record, company)
        if new != here and self._master:
            self._put(new)
        elif new != here:
            self._refused.append(record.external_id)
        return here.id

    def _make(self, record: RemoteCustomer, company: Company) -> int:
        if not self._master:
            self._refused.append(record.external_id)
            return 0
        contact_id = whole_number_of(derived_id("contact", self._channel.code, record.external_id))
        row = contact_row(record, contact_id, company, role_of(record, trusted=self._trusted))
        self._there.update(self._out.read("company_contact", [(contact_id,)]))
        self._new.append(row)
        self._put(row)
        return contact_id

    def _put(self, row: CompanyContact) -> None:
        self._changed[row.id] = row
        others = [one for one in self._people.setdefault(row.company_id, []) if one.id != row.id]
        self._people[row.company_id] = [*others, row]

    def _offer(self) -> None:
        """Somebody new who is known at another company: perhaps both companies are one."""
        if not self._new:
            return
        index = AccountIndex(known_companies(self._connection), reaches(self._connection))
        offers: list[Offer] = []
        for company_id in sorted({one.company_id for one in self._new}):
            facts = index.facts_of(company_id)
            if facts is not None:
                same, perhaps = index.find(facts, besides=company_id)
                found = perhaps if same is None else [(same, ())]
                offers += [Offer(company_id, other, signs) for other, signs in found]
        offer_merges(self._connection, self._intake, self._out, offers)


def _country(record: RemoteCustomer) -> str:
    """How a number without calling code is meant; by the language where nothing better is known."""
    return {"sv": "SE", "nb": "NO", "no": "NO", "da": "DK", "fi": "FI", "de": "DE"}.get(
        record.person.language[:2].lower(), "SE"
    )
