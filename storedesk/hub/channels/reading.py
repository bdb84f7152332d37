"""Reads a channel into the hub: a first load that goes on after a kill, then what has changed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, NamedTuple

from storedesk.connectors.neutral import RemoteProduct, RemoteVariant
from storedesk.connectors.port import Connector, Kind, Page, ShowsWhatIsToBeSent
from storedesk.hub.channels.page_stream import joined, one_ahead
from storedesk.hub.channels.takers import TAKERS
from storedesk.hub.channels.taking import Sum, id_of, intake_of, take_part
from storedesk.hub.database import Database
from storedesk.storage.channel_cursors import FOLLOWING, LOADING, Position, position_of, put_position
from storedesk.storage.channel_problems import linked_meanwhile, to_try_again
from storedesk.storage.channel_to_send import goods_to_send
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import has_followers

AT_ONCE, AT_ONCE_ALONE = 2_000, 10_000
"""Records in one transaction: others wait for the writer no longer than that takes (about 0.1 s); more where
there is nobody yet who could wait. Small pages are written together."""
TRIED_AGAIN, TRIED_AGAIN_AFTER_MS = 200, 24 * 3_600_000
"""So many of the records that were set aside are read again in a pass, each once a day."""
_NAMES_ARTICLES = (Kind.PRICES, Kind.LEVELS)


class Pass(NamedTuple):
    """What one pass over a kind brought. ``refused`` writes were of fields that somebody else is master of;
    ``set_aside`` records wait with their problem in ``channel_problem``."""

    kind: Kind
    position: Position
    records: int
    written: int
    unchanged: int
    refused: int
    set_aside: int


class Reader:
    """One channel's; ``now`` gives UTC ms. One pass of a kind at a time."""

    def __init__(
        self,
        database: Database,
        connector: Connector,
        channel_id: int,
        now: Callable[[], int],
        random_tag: Callable[[], int],
        at_once: int | None = None,
    ) -> None:
        self._database, self._connector, self._channel_id = database, connector, channel_id
        self._now, self._random_tag, self._at_once = now, random_tag, at_once
        self._product: RemoteProduct | None = None

    async def read(self, kind: Kind) -> Pass:
        """One pass: the rest of the first load, or what has changed since the last one. Raises what the
        connector raises (``Unreachable``, ``Stopped``), ``DatabaseTrouble``, ``LookupError`` without the channel
        and ``MasterTableWrong``; what was read before stays, and the next pass goes on behind it."""
        position, at_once = await self._database.read(partial(self._begin, kind))
        total, records = Sum(), 0
        if kind not in TAKERS:
            return _pass(kind, position, records, total)
        await self._say_what_is_sent(kind)
        ask = self._connector.load if position.phase == LOADING else self._connector.changes
        async with aclosing(one_ahead(joined(ask(kind, position.cursor), at_once))) as pages:
            async for page in pages:
                position = await self._write(kind, page, position, total, at_once)
                records += len(page.records)
                await self._say_what_is_sent(kind)
        position = position._replace(phase=FOLLOWING, read_at=self._now())
        await self._database.write(partial(_put, self._channel_id, position))
        await self._try_missed(kind, total)
        await self._try_again(kind, self._now() - TRIED_AGAIN_AFTER_MS, total)
        return _pass(kind, position, records, total)

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Pass:
        """These records as they are there now, for hints and repairs; cursors stay. Raises as ``read``."""
        position = await self._database.read(partial(_position, self._channel_id, kind))
        total, records = Sum(), 0
        if external_ids and kind in TAKERS:
            records = await self._reread(kind, external_ids, total)
        return _pass(kind, position, records, total)

    async def try_again(self, kind: Kind) -> Pass:
        """Reads records again that were set aside, the longest untried first, at most ``TRIED_AGAIN``: for
        somebody who has just mended something. Every pass does so with those of yesterday."""
        position = await self._database.read(partial(_position, self._channel_id, kind))
        total = Sum()
        return _pass(kind, position, await self._try_again(kind, self._now(), total), total)

    async def _try_again(self, kind: Kind, before: int, total: Sum) -> int:
        found = await self._database.read(
            lambda connection: to_try_again(connection, self._channel_id, kind, before, TRIED_AGAIN)
        )
        return await self._reread(kind, found, total) if found else 0

    async def _try_missed(self, kind: Kind, total: Sum) -> None:
        """Levels and prices that came before their article are asked for once more."""
        if kind in _NAMES_ARTICLES:
            missed = await self._database.read(
                lambda connection: linked_meanwhile(connection, self._channel_id, kind, TRIED_AGAIN)
            )
            if missed:
                await self._reread(kind, missed, total)

    async def _reread(self, kind: Kind, external_ids: Sequence[str], total: Sum) -> int:
        await self._say_what_is_sent(kind)
        page = await self._connector.reread(kind, external_ids)
        await self._parts(kind, page, total, self._at_once or AT_ONCE, first=False, position=None)
        return len(page.records)

    async def _say_what_is_sent(self, kind: Kind) -> None:
        if kind is Kind.LEVELS and isinstance(self._connector, ShowsWhatIsToBeSent):
            goods = await self._database.read(partial(goods_to_send, channel_id=self._channel_id))
            self._connector.will_send(goods)

    def _begin(self, kind: Kind, connection: Connection) -> tuple[Position, int]:
        """Where to go on, and how many records to write at once."""
        position = position_of(connection, self._channel_id, kind)
        alone = position.phase == LOADING and not has_followers(connection, self._channel_id)
        return position, self._at_once or (AT_ONCE_ALONE if alone else AT_ONCE)

    async def _write(self, kind: Kind, page: Page, position: Position, total: Sum, at_once: int) -> Position:
        """The cursor moves with the page's last part; parts before it are taken again after a crash."""
        done = position.done + len(page.records)
        most = max(page.total or 0, position.total or 0, done)
        following = position._replace(
            cursor=page.cursor,
            done=done,
            total=most if page.total or position.total else None,
            read_at=self._now(),
        )
        first = position.phase == LOADING
        await self._parts(kind, page, total, at_once, first=first, position=following)
        return following

    async def _parts(
        self, kind: Kind, page: Page, total: Sum, at_once: int, *, first: bool, position: Position | None
    ) -> None:
        parts = list(_cut(page.records, at_once))
        gone = list(page.gone)
        if gone:
            there = {id_of(record) for record in page.records}
            gone = [one for one in gone if one not in there]
        for number, records in enumerate(parts, 1):
            last = number == len(parts)
            now = self._now()
            records = self._with_product(kind, records)

            def work(
                connection: Connection, records: Sequence[Any] = records, last: bool = last, now: int = now
            ) -> Sum:
                intake = intake_of(connection, self._channel_id, now, self._random_tag, first=first)
                rest = (gone, page.problems) if last else ()
                taken = take_part(connection, intake, kind, records, *rest)
                if last and position is not None:
                    put_position(connection, self._channel_id, position)
                return taken

            taken = await self._database.write(work)
            total.written += taken.written
            total.unchanged += taken.unchanged
            total.refused += taken.refused
            total.problems += taken.problems

    def _with_product(self, kind: Kind, records: Sequence[Any]) -> Sequence[Any]:
        """Variants at the beginning of a part get the product before them, which came with the part before."""
        before, self._product = self._product, None
        if kind is not Kind.PRODUCTS or not records:
            return records
        self._product = next((one for one in reversed(records) if isinstance(one, RemoteProduct)), before)
        first = records[0]
        if isinstance(first, RemoteVariant) and before is not None and first.product_id == before.external_id:
            return [before, *records]
        return records


def _pass(kind: Kind, position: Position, records: int, total: Sum) -> Pass:
    return Pass(kind, position, records, total.written, total.unchanged, total.refused, len(total.problems))


def _position(channel_id: int, kind: Kind, connection: Connection) -> Position:
    return position_of(connection, channel_id, kind)


def _put(channel_id: int, position: Position, connection: Connection) -> None:
    put_position(connection, channel_id, position)


def _cut(records: Sequence[Any], at_once: int) -> Iterator[Sequence[Any]]:
    """Parts of about ``at_once``, a product with its variants where that is possible; one empty part for nothing."""
    start = 0
    while len(records) - start > at_once:
        end = start + at_once
        while end > start + max(1, at_once // 2) and not isinstance(records[end], RemoteProduct):
            end -= 1
        end = end if isinstance(records[end], RemoteProduct) else start + at_once
        yield records[start:end]
        start = end
    yield records[start:]
