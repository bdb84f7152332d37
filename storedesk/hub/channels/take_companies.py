"""Takes in companies with their sites: linked where they are the same, made by the master, asked about if in doubt."""

from collections.abc import Sequence

from storedesk.connectors.neutral import RemoteCompany
from storedesk.connectors.port import Problem
from storedesk.domain.ids import derived_id, whole_number_of
from storedesk.domain.master import COMPANY, CREDIT
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.domain.records import Company
from storedesk.domain.tables import Key
from storedesk.hub.channels.account_matching import AccountIndex
from storedesk.hub.channels.company_rows import Placed, company_row, facts_of, with_credit, with_identity
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.merge_offers import Offer, offer_merges
from storedesk.storage.channel_links import COMPANY as COMPANY_LINK
from storedesk.storage.channel_links import LIST, Link, drop_links, links_of, links_to, put_links
from storedesk.storage.channel_problems import NO_MAPPING
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_account_reads import known_companies, reaches, standing_company
from storedesk.storage.hub_channels import has_followers
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.refused_writes import count_refused
from storedesk.storage.rows import Stored

WAITS_FOR = "parent"
"""The kind of link that remembers, under a company there, the parent there that has not come yet."""
_DEEPEST = 12
_NAMELESS, _PERSONAL = "the company has no name", "the name holds a personal number"


def take_companies(connection: Connection, intake: Intake, records: Sequence[RemoteCompany]) -> Taken:
    """Of one id the last record counts; parents are taken before what lies below them."""
    return _Taking(connection, intake, {one.external_id: one for one in records}).take()


class _Taking:
    def __init__(self, connection: Connection, intake: Intake, records: dict[str, RemoteCompany]) -> None:
        self._connection, self._intake, self._records = connection, intake, records
        self._channel = intake.channel
        may = intake.masters.may_write
        self._master, self._credit = (may(self._channel.code, field) for field in (COMPANY, CREDIT))
        self._out = OutsideRows(
            connection, intake.random_tag, follows=has_followers(connection, self._channel.id)
        )
        self._rows: dict[int, Company] = {}
        self._there: dict[Key, Stored] = {}
        self._local: dict[str, int] = {}
        self._new_links: list[Link] = []
        self._offers: list[Offer] = []
        self._problems: list[Problem] = []
        self._refused: dict[str, list[str]] = {COMPANY: [], CREDIT: []}
        self._index: AccountIndex | None = None

    def take(self) -> Taken:
        self._find_linked()
        self._lists = links_of(
            self._connection,
            self._channel.id,
            LIST,
            list({one.price_list for one in self._records.values()} - {""}),
        )
        for external_id in _parents_first(self._records):
            if external_id not in self._linked or self._linked[external_id].local_id:
                self._one(self._records[external_id])
        self._adopt_children()
        fresh = [(id_,) for id_ in self._rows if (id_,) not in self._there]
        self._there.update(self._out.read("company", fresh))
        self._out.put("company", self._there, self._rows.values())
        offer_merges(self._connection, self._intake, self._out, self._offers)
        put_links(self._connection, self._channel.id, COMPANY_LINK, self._new_links)
        for field, names in self._refused.items():
            count_refused(
                self._connection,
                self._channel.code,
                field,
                len(names),
                names[-1] if names else "",
                self._intake.now,
            )
        done = self._out.write()
        refused = {field: len(names) for field, names in self._refused.items() if names}
        return Taken(done.inserted + done.changed, done.unchanged, refused, tuple(self._problems))

    def _find_linked(self) -> None:
        wanted = {*self._records, *(one.parent_id for one in self._records.values())} - {""}
        self._linked = links_of(self._connection, self._channel.id, COMPANY_LINK, list(wanted))
        for external_id, link in self._linked.items():
            company = standing_company(self._connection, int(link.local_id)) if link.local_id else None
            if company is not None:
                self._local[external_id] = company.id
        self._there.update(self._out.read("company", sorted({(id_,) for id_ in self._local.values()})))
        self._rows.update({stored.row.id: stored.row for stored in self._there.values()})

    def _one(self, record: RemoteCompany) -> None:
        problem = _wrong(record)
        if problem:
            self._problems.append(Problem(record.external_id, problem))
            return
        company_id = self._local.get(record.external_id)
        if company_id is None:
            company_id = self._match_or_make(record)
        elif company_id in self._rows:
            self._update(record, self._rows[company_id])
        if company_id is not None:
            self._note_parent(record)

    def _match_or_make(self, record: RemoteCompany) -> int | None:
        facts = facts_of(record)
        same, perhaps = (None, []) if _is_below(record) else self._accounts().find(facts)
        if same is not None:
            self._link(record, same)
            self._update(record, self._row(same))
            return same
        if not self._master:
            self._refused[COMPANY].append(record.external_id)
            self._problems.append(Problem(record.external_id, NO_MAPPING))
            return None
        company_id = whole_number_of(derived_id("company", self._channel.code, record.external_id))
        self._rows[company_id] = company_row(record, company_id, self._placed(record), credit=self._credit)
        self._link(record, company_id)
        self._offers += [Offer(company_id, other, signs) for other, signs in perhaps]
        if not _is_below(record):
            self._accounts().add(company_id, facts)
        return company_id

    def _row(self, company_id: int) -> Company:
        """The account as it is now, nobody else's to change until the transaction ends."""
        if company_id not in self._rows:
            self._there.update(self._out.read("company", [(company_id,)]))
            self._rows[company_id] = self._there[(company_id,)].row
        return self._rows[company_id]

    def _accounts(self) -> AccountIndex:
        if self._index is None:
            self._index = AccountIndex(known_companies(self._connection), reaches(self._connection))
        return self._index

    def _link(self, record: RemoteCompany, company_id: int) -> None:
        self._local[record.external_id] = company_id
        self._new_links.append(Link(record.external_id, str(company_id)))

    def _update(self, record: RemoteCompany, row: Company) -> None:
        """Only what the channel is master of; what it says beside that is counted where it differs."""
        identity = with_identity(row, record, self._placed(record))
        credit = with_credit(row, record)
        new = identity if self._master else row
        if not self._master and identity != row:
            self._refused[COMPANY].append(record.external_id)
        if self._credit:
            new = with_credit(new, record)
        elif credit != row:
            self._refused[CREDIT].append(record.external_id)
        self._rows[row.id] = new

    def _placed(self, record: RemoteCompany) -> Placed:
        parent = self._local.get(record.parent_id) if record.parent_id else None
        own = self._local.get(record.external_id)
        if parent is not None and own is not None and self._is_above(parent, own):
            parent = None
        link = self._lists.get(record.price_list)
        price_list = link.local_id if link is not None and link.local_id else None
        return Placed(parent, price_list, self._intake.now)

    def _is_above(self, company_id: int, wanted: int) -> bool:
        """Whether ``wanted`` is the company or stands above it: what would go round is not believed."""
        here: int | None = company_id
        for _ in range(_DEEPEST):
            if here is None:
                return False
            if here == wanted:
                return True
            row = self._rows.get(here) or standing_company(self._connection, here)
            here = None if row is None else row.parent_id
        return True

    def _note_parent(self, record: RemoteCompany) -> None:
        """A parent that has not come yet takes its sites when it does."""
        if record.parent_id and record.parent_id not in self._local:
            put_links(
                self._connection, self._channel.id, WAITS_FOR, [Link(record.external_id, record.parent_id)]
            )

    def _adopt_children(self) -> None:
        if not self._master or not self._new_links:
            return
        come = {link.external_id: int(link.local_id) for link in self._new_links}
        waiting = links_to(self._connection, self._channel.id, WAITS_FOR, list(come))
        children = {link.external_id: parent for parent, links in waiting.items() for link in links}
        known = links_of(self._connection, self._channel.id, COMPANY_LINK, list(children))
        for external_id, link in known.items():
            found = standing_company(self._connection, int(link.local_id)) if link.local_id else None
            parent_id = come[children[external_id]]
            if found is not None and not self._is_above(parent_id, found.id):
                self._rows[found.id] = self._row(found.id)._replace(parent_id=parent_id)
        drop_links(self._connection, self._channel.id, WAITS_FOR, list(children))


def _is_below(record: RemoteCompany) -> bool:
    return bool(record.parent_id) and record.kind != "company"


def _wrong(record: RemoteCompany) -> str:
    if not clean_text(record.name, 80):
        return _NAMELESS
    return _PERSONAL if looks_like_personal_number(record.name) else ""


def _parents_first(records: dict[str, RemoteCompany]) -> list[str]:
    """Those that go round in a circle stand last, in their own order."""
    done: dict[str, None] = {}
    rest = list(records)
    while rest:
        ready = [one for one in rest if records[one].parent_id not in rest or records[one].parent_id == one]
        done.update(dict.fromkeys(ready or rest))
        rest = [one for one in rest if one not in done]
    return list(done)
