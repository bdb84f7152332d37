"""What a channel signals: proven, put down without its content, answered at once, and read again afterwards."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from storedesk.connectors.platforms import UnknownPlatform
from storedesk.connectors.port import Connector, Delivery, Hint, Kind, NotGenuine
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.error_trace import where_it_broke
from storedesk.hub.channels.accounts import AccountWrong
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.secrets import SecretsUnreadable
from storedesk.hub.database import Database
from storedesk.storage import channel_deliveries as inbox
from storedesk.storage.channel_accounts import RUNNING, account_named
from storedesk.storage.channel_deliveries import Waiting
from storedesk.storage.database_work import DatabaseTrouble

MOST_BYTES = 1 << 20
MOST_HINTS = 200
LONGEST_ID = 200
TAKEN, UNREADABLE, NOT_PROVEN, UNKNOWN_CHANNEL, BUSY = 200, 400, 401, 404, 503
AT_ONCE, TOGETHER = 200, 50
MOST_TRIES = 5
FIRST_WAIT_MS = 30_000


class Hooks:
    """Takes deliveries on the hub's event loop; ``bug`` hears where a connector broke, never what came."""

    def __init__(
        self, database: Database, lines: Lines, now: Callable[[], int], bug: Callable[[list[str]], None]
    ) -> None:
        self._database, self._lines, self._now, self._bug = database, lines, now, bug

    async def take(self, code: str, headers: Mapping[str, str], body: bytes) -> int:
        """The HTTP status to answer with; header names in lower case."""
        try:
            account = await self._database.read(partial(account_named, code=code))
            if account is None:
                return UNKNOWN_CHANNEL
            found = self._hints(await self._lines.line(account), Delivery(headers, body))
            if isinstance(found, int):
                return found
            if found and account.state in RUNNING:
                add = partial(
                    inbox.add_deliveries, channel_id=account.channel_id, found=_rows(found), now=self._now()
                )
                await self._database.write(add)
        except (DatabaseTrouble, AccountWrong, SecretsUnreadable, UnknownPlatform):
            return BUSY
        return TAKEN

    def _hints(self, connector: Connector, delivery: Delivery) -> list[Hint] | int:
        try:
            return connector.hint(delivery)[:MOST_HINTS]
        except NotGenuine:
            return NOT_PROVEN
        except Exception as error:  # noqa: BLE001 - the outermost handler: what came is not to be trusted
            self._bug(where_it_broke(error))
            return UNREADABLE


def _rows(hints: list[Hint]) -> list[tuple[str, str, str]]:
    return [
        (_name(hint, number), hint.kind.value, hint.external_id)
        for number, hint in enumerate(hints)
        if len(hint.external_id) <= LONGEST_ID
    ]


def _name(hint: Hint, number: int) -> str:
    """The delivery's id, apart for each of several hints; a long one by its hash."""
    plain = hint.id if len(hint.id) <= LONGEST_ID else hashlib.sha256(hint.id.encode()).hexdigest()
    return f"{plain}#{number}" if number else plain


class Reads(Protocol):
    """The part of a reader that deliveries and the runner need; raises what the connector raises."""

    async def read(self, kind: Kind) -> Any: ...

    async def reread(self, kind: Kind, external_ids: list[str]) -> Any: ...


class _Group(NamedTuple):
    kind: str
    rows: list[Waiting]


class Inbox:
    """Reads again what was signalled for one channel."""

    def __init__(
        self,
        database: Database,
        reader: Reads,
        channel_id: int,
        now: Callable[[], int],
        bug: Callable[[list[str]], None],
    ) -> None:
        self._database, self._reader, self._channel_id = database, reader, channel_id
        self._now, self._bug = now, bug

    async def turn(self) -> int:
        """How many deliveries were dealt with. Raises Unreachable, Stopped and DatabaseTrouble; what waits then
        goes on waiting."""
        now = self._now()
        due = await self._database.read(
            lambda connection: inbox.due_deliveries(connection, self._channel_id, now, AT_ONCE)
        )
        dealt = 0
        for group in _grouped(due):
            dealt += await self._deal_with(group)
        return dealt

    async def _deal_with(self, group: _Group) -> int:
        ids = [row.delivery_id for row in group.rows]
        try:
            await self._read(group)
        except (Unreachable, Stopped, DatabaseTrouble):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost handler: one poison delivery stops no other
            self._bug(where_it_broke(error))
            for row in group.rows:
                await self._again(row)
            return 0
        await self._database.write(
            lambda connection: inbox.deliveries_done(connection, self._channel_id, ids)
        )
        return len(ids)

    async def _read(self, group: _Group) -> None:
        kind = Kind(group.kind)
        named = sorted({row.external_id for row in group.rows if row.external_id})
        if any(not row.external_id for row in group.rows):
            await self._reader.read(kind)
        if named:
            await self._reader.reread(kind, named)

    async def _again(self, row: Waiting) -> None:
        """Alone next time; given up after some tries, and then visible."""
        last = row.tries + 1 >= MOST_TRIES
        due_at = None if last else self._now() + (FIRST_WAIT_MS << row.tries)
        await self._database.write(
            lambda connection: inbox.try_delivery_again(
                connection, self._channel_id, row.delivery_id, due_at, "invalid"
            )
        )


def _grouped(due: list[Waiting]) -> list[_Group]:
    """Those of one kind together; those that failed before each alone."""
    groups: list[_Group] = [_Group(row.kind, [row]) for row in due if row.tries]
    by_kind: dict[str, list[Waiting]] = {}
    for row in due:
        if not row.tries:
            by_kind.setdefault(row.kind, []).append(row)
    for kind, rows in by_kind.items():
        groups += [_Group(kind, rows[start : start + TOGETHER]) for start in range(0, len(rows), TOGETHER)]
    return groups
