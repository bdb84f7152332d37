"""Takes in prices: rows of a list where the channel is master of that kind of price, else only what it shows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.neutral import RemotePrice
from storedesk.connectors.port import Problem
from storedesk.domain.master import PRICE
from storedesk.domain.price_list import BASE, CAMPAIGN, CONTRACT
from storedesk.domain.quantity import LARGEST_QUANTITY
from storedesk.domain.records import Price, PriceList
from storedesk.domain.tables import Key
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.shown_articles import is_written_there
from storedesk.storage.channel_links import LIST, STOCK, VARIANT, Link, links_of, put_links
from storedesk.storage.channel_problems import NOT_LINKED
from storedesk.storage.channel_shown import PRICE as PRICE_SHOWN
from storedesk.storage.channel_shown import Figure, field_shown, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import chain_currency, has_followers, prices_of, steps_of
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.refused_writes import count_refused, day_of
from storedesk.storage.rows import Stored

LARGEST_AMOUNT = 10**15
_UNFIT = "the price or its quantity is out of range"


class _Priced(NamedTuple):
    """A price with its article here and its quantity in smallest steps."""

    record: RemotePrice
    variant_id: int
    from_quantity: int


def take_prices(connection: Connection, intake: Intake, records: Sequence[RemotePrice]) -> Taken:
    """Prices of articles that are not known yet are set aside."""
    priced, problems = _here(connection, intake, records)
    lists = _Lists(connection, intake, priced)
    ours = [one for one in priced if lists.code_for(one.record)]
    out = OutsideRows(connection, intake.random_tag, follows=has_followers(connection, intake.channel.id))
    out.put("price_list", *lists.made(out))
    there = prices_of(connection, list({one.variant_id for one in ours}))
    today = day_of(intake.now)
    out.put("price", there, _rows(ours, lists, there, today))
    refused = _show(connection, intake, priced, lists, {id(one) for one in ours})
    done = out.write()
    return Taken(done.inserted + done.changed, done.unchanged, refused, tuple(problems))


def _here(
    connection: Connection, intake: Intake, records: Sequence[RemotePrice]
) -> tuple[list[_Priced], list[Problem]]:
    ids = list({one.variant_id for one in records})
    links = links_of(connection, intake.channel.id, VARIANT, ids)
    missing = [one for one in ids if one not in links]
    if missing:
        links = links_of(connection, intake.channel.id, STOCK, missing) | links
    steps = steps_of(connection, [int(link.local_id) for link in links.values() if link.local_id])
    priced: list[_Priced] = []
    problems: dict[str, Problem] = {}
    for record in records:
        link = links.get(record.variant_id)
        quantity = max(record.from_quantity, 1)
        if link is None:
            problems[record.variant_id] = Problem(record.variant_id, NOT_LINKED)
        elif not 0 <= record.amount <= LARGEST_AMOUNT or quantity > LARGEST_QUANTITY:
            problems[record.variant_id] = Problem(record.variant_id, _UNFIT)
        elif link.local_id:
            variant_id = int(link.local_id)
            step = steps.get(variant_id, 1)
            priced.append(_Priced(record, variant_id, quantity * step if quantity > 1 else 1))
    return priced, list(problems.values())


class _Lists:
    """Which list here each price belongs to, made where the channel is master of such lists and there is none."""

    def __init__(self, connection: Connection, intake: Intake, priced: Sequence[_Priced]) -> None:
        self._connection, self._intake = connection, intake
        codes = {one.record.list_code for one in priced if one.record.list_code}
        self._links = links_of(connection, intake.channel.id, LIST, list(codes))
        may = intake.masters.may_write
        self._may = {kind: may(intake.channel.code, PRICE, kind) for kind in (BASE, CAMPAIGN, CONTRACT)}
        self._wanted: dict[str, PriceList] = {}
        self._new_links: list[Link] = []
        self._codes: dict[tuple[str, str, str, str], str] = {}
        for one in priced:
            record = one.record
            key = (record.list_code, record.currency, record.valid_from, record.valid_until)
            if key not in self._codes:
                self._codes[key] = self._code(record)

    def code_for(self, record: RemotePrice) -> str:
        """Empty where somebody else is master."""
        return self._codes[record.list_code, record.currency, record.valid_from, record.valid_until]

    def known(self, list_code: str) -> str:
        """The list here of a code there, or the code itself where there is none."""
        link = self._links.get(list_code)
        return link.local_id if link is not None and link.local_id else list_code

    def _code(self, record: RemotePrice) -> str:
        if record.valid_until:
            return self._for_a_time(record)
        if not record.list_code:
            return self._want(BASE, BASE, record, "", currency="") if self._may[BASE] else ""
        link = self._links.get(record.list_code)
        if not self._may[CONTRACT] or (link is not None and not link.local_id):
            return ""
        if link is not None:
            return link.local_id
        code = self._own(record.list_code)
        self._new_links.append(Link(record.list_code, code))
        return self._want(code, CONTRACT, record, BASE)

    def _for_a_time(self, record: RemotePrice) -> str:
        """Prices that end have a list of their own, which ends with them."""
        kind = CONTRACT if record.list_code else CAMPAIGN
        if not self._may[kind]:
            return ""
        name = f"{record.list_code or BASE}:{record.currency}:{record.valid_from}:{record.valid_until}"
        return self._want(self._own(name), kind, record, BASE)

    def _own(self, name: str) -> str:
        return f"{self._intake.channel.code}:{name}"

    def _want(
        self, code: str, kind: str, record: RemotePrice, parent: str, currency: str | None = None
    ) -> str:
        self._wanted[code] = PriceList(
            code, record.list_code or code, kind, record.currency if currency is None else currency,
            int(record.gross), record.valid_from if record.valid_until else "", record.valid_until, 0, parent,
        )  # fmt: skip
        return code

    def made(self, out: OutsideRows) -> tuple[dict[Key, Stored], list[PriceList]]:
        """Lists that are missing; those that are there stay as they are."""
        there = out.read("price_list", [(code,) for code in self._wanted])
        put_links(self._connection, self._intake.channel.id, LIST, self._new_links)
        return there, [row for code, row in self._wanted.items() if (code,) not in there]


def _rows(ours: Sequence[_Priced], lists: _Lists, there: Mapping[Key, Stored], today: str) -> list[Price]:
    """Each in the place of the row that holds today, so that it is the one that counts."""
    holding: dict[tuple[int, str, str, int], str] = {}
    for stored in there.values():
        row: Price = stored.row
        key = (row.variant_id, row.list_code, row.currency, row.from_quantity)
        if row.valid_from <= today:
            holding[key] = max(row.valid_from, holding.get(key, ""))
    rows = []
    for one in ours:
        record, code = one.record, lists.code_for(one.record)
        day = holding.get((one.variant_id, code, record.currency, one.from_quantity), "")
        if record.valid_from > today:
            day = record.valid_from
        rows.append(
            Price(
                code,
                one.variant_id,
                record.currency,
                one.from_quantity,
                day,
                record.amount,
                int(record.gross),
            )
        )
    return rows


def _show(
    connection: Connection, intake: Intake, priced: Sequence[_Priced], lists: _Lists, ours: set[int]
) -> dict[str, int]:
    """Notes the price of one piece; counts what somebody changed there who is not master of it."""
    currency = chain_currency(connection)
    figures, others = [], []
    for one in priced:
        if one.record.from_quantity > 1 or one.record.valid_from > day_of(intake.now):
            continue
        about = _about(one.record, lists, currency)
        figure = Figure(one.variant_id, PRICE_SHOWN, about, str(one.record.amount))
        figures.append(figure)
        if id(one) not in ours:
            others.append((one.record.variant_id, figure))
    refused = _refuse(connection, intake, others) if others and not intake.first else {}
    note_shown(connection, intake.channel.id, figures, intake.now)
    return refused


def _about(record: RemotePrice, lists: _Lists, currency: str) -> str:
    if record.list_code:
        return lists.known(record.list_code)
    return "" if record.currency == currency or not currency else record.currency


def _refuse(connection: Connection, intake: Intake, others: Sequence[tuple[str, Figure]]) -> dict[str, int]:
    ids = list({figure.variant_id for _, figure in others})
    before = field_shown(connection, intake.channel.id, ids, PRICE_SHOWN)
    written = [
        external_id
        for external_id, figure in others
        if is_written_there(before.get((figure.variant_id, figure.about)), figure.value)
    ]
    if not written:
        return {}
    count_refused(connection, intake.channel.code, PRICE, len(written), written[-1], intake.now)
    return {PRICE: len(written)}
