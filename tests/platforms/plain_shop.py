"""A platform without a line: what it holds is set by the test, what it is told is kept, and it fails on demand."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from storedesk.connectors import neutral
from storedesk.connectors.port import (
    OK,
    Capability,
    Checked,
    Delivery,
    Field,
    Finding,
    Hint,
    Kind,
    NotGenuine,
    Page,
    Platform,
    Surroundings,
)
from storedesk.connectors.pushes import DONE, NOT_DONE, Outcome, Push, StockPush

KIND_OF = {
    neutral.RemotePlace: Kind.PLACES,
    neutral.RemoteProduct: Kind.PRODUCTS,
    neutral.RemoteVariant: Kind.PRODUCTS,
    neutral.RemotePrice: Kind.PRICES,
    neutral.RemoteLevel: Kind.LEVELS,
    neutral.RemoteCompany: Kind.COMPANIES,
    neutral.RemoteCustomer: Kind.CUSTOMERS,
    neutral.RemoteOrder: Kind.ORDERS,
    neutral.RemoteQuote: Kind.QUOTES,
}


class PlainShop:
    """The shop itself, which outlives its connectors. ``before`` and ``after`` are called around each push and may
    raise; every change of a record gets a number, which is the cursor."""

    def __init__(self, page_size: int = 50) -> None:
        self.page_size = page_size
        self.changes = 0
        self.told: list[Push] = []
        self.done: dict[str, Outcome] = {}
        self.gone: set[tuple[Kind, str]] = set()
        self.before: Callable[[Push], None] = lambda _push: None
        self.after: Callable[[Push], None] = lambda _push: None
        self.reading: Callable[[Kind], None] = lambda _kind: None
        self.answers: dict[str, Outcome] = {}
        """Outcomes by the push's entity, instead of doing it."""
        self._held: dict[Kind, dict[tuple[Any, ...], tuple[int, neutral.Remote]]] = {
            kind: {} for kind in Kind
        }

    def hold(self, *records: neutral.Remote) -> None:
        """New or changed records."""
        for record in records:
            self.changes += 1
            self._held[KIND_OF[type(record)]][_key(record)] = (self.changes, record)

    def drop(self, kind: Kind, external_id: str) -> None:
        self._held[kind] = {key: held for key, held in self._held[kind].items() if external_id not in key}
        self.gone.add((kind, external_id))

    def held(self, kind: Kind) -> list[neutral.Remote]:
        return [record for _number, record in sorted(self._held[kind].values(), key=lambda held: held[0])]

    def changed_since(self, kind: Kind, number: int) -> list[tuple[int, neutral.Remote]]:
        return sorted(
            (held for held in self._held[kind].values() if held[0] > number), key=lambda held: held[0]
        )

    def level(self, stock_id: str, place_id: str) -> int | None:
        found = self._held[Kind.LEVELS].get((neutral.RemoteLevel, stock_id, place_id))
        return None if found is None else found[1].available  # type: ignore[union-attr]

    def take(self, push: Push) -> Outcome:
        """Does what it is told, once per key."""
        self.told.append(push)
        self.before(push)
        if push.key not in self.done:
            self.done[push.key] = self._do(push)
        self.after(push)
        return self.done[push.key]

    def _do(self, push: Push) -> Outcome:
        ask = push.ask
        if isinstance(ask, StockPush):
            both = ask.available + ask.own_reserved
            self.hold(neutral.RemoteLevel(ask.stock_id, ask.place_id, both, ask.available, self.changes))
        return Outcome(DONE, made=f"made-{push.key[:8]}")


class PlainConnector:
    """One process's line to a plain shop."""

    capabilities = frozenset(Capability)

    def __init__(self, shop: PlainShop) -> None:
        self._shop = shop
        self.closed = False

    async def check(self) -> Checked:
        return Checked("plain", "SEK", (Finding("signed_in", OK, "plain"),), self.capabilities)

    async def load(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        async for page in self.changes(kind, cursor):
            yield page

    async def changes(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        """At least one page; products stand before their variants because they were held before."""
        while True:
            self._shop.reading(kind)
            found = self._shop.changed_since(kind, int(cursor or 0))
            part = found[: self._shop.page_size]
            cursor = str(part[-1][0]) if part else cursor or "0"
            gone = tuple(sorted(name for of, name in self._shop.gone if of == kind))
            yield Page(tuple(record for _number, record in part), cursor, len(found), gone)
            if len(found) <= self._shop.page_size:
                return

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Page:
        self._shop.reading(kind)
        wanted = set(external_ids)
        found = [one for one in self._shop.held(kind) if wanted & _names(one)]
        there = set[str]().union(*map(_names, found))
        return Page(tuple(found), "", None, tuple(sorted(wanted - there)))

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        return [self._shop.take(push) for push in pushes]

    async def look_up(self, push: Push) -> Outcome:
        return self._shop.done.get(push.key, Outcome(NOT_DONE))

    def hint(self, delivery: Delivery) -> list[Hint]:
        """The body is ``kind id``; the header ``x-signed`` must say ``plain``."""
        if delivery.headers.get("x-signed") != "plain":
            raise NotGenuine
        kind, _, external_id = delivery.body.decode().partition(" ")
        return [Hint(delivery.headers["x-id"], kind, Kind(kind), external_id)]

    async def close(self) -> None:
        self.closed = True


def plain_platform(shop: PlainShop, name: str = "plain", told_by: str = "us") -> Platform:
    """A registration of one shop."""

    def opened(_settings: Mapping[str, str], _surroundings: Surroundings) -> PlainConnector:
        return PlainConnector(shop)

    every = dict.fromkeys(Kind, 60.0)
    return Platform(
        name, "Plain", (Field("key", secret=True),), opened, {"ready": told_by, "gone": told_by}, every
    )


def _names(record: neutral.Remote) -> set[str]:
    """What it is asked for by: its id, a variant by its product's as well."""
    own = {str(_key(record)[1])}
    return own | {record.product_id} if isinstance(record, neutral.RemoteVariant) else own


def _key(record: neutral.Remote) -> tuple[Any, ...]:
    if isinstance(record, neutral.RemoteLevel):
        return (type(record), record.variant_id, record.place_id)
    if isinstance(record, neutral.RemotePrice):
        return (type(record), record.variant_id, record.list_code, record.currency, record.from_quantity)
    return (type(record), record.external_id)
