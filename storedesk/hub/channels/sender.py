"""Tells a channel what waits in its outbox: put down before it is tried, in order, and only while it is true."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from storedesk.connectors.port import Connector
from storedesk.connectors.pushes import LISTING, MAKE_ORDER, PRICE, STOCK, UNKNOWN, Outcome, PricePush, Push
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.error_trace import where_it_broke
from storedesk.hub.channels.plan import Plan, about_of, as_text, ask_of, plan_of
from storedesk.hub.channels.plan_orders import still_true
from storedesk.hub.channels.plan_prices import price_is_true
from storedesk.hub.channels.plan_repairs import quote_is_true
from storedesk.hub.channels.plan_stock import fresh_figures
from storedesk.hub.channels.settling import Settling
from storedesk.hub.database import Database
from storedesk.storage import channel_outbox as outbox
from storedesk.storage.channel_accounts import holds_lease
from storedesk.storage.channel_outbox import Entry, due_pushes, set_push
from storedesk.storage.database_work import Connection

FIGURES_AT_ONCE = 100
LOOKED_AT = 300
NO_REPLY, BUG = "no_reply", "invalid"


class LeaseLost(Exception):
    """Another process runs the channel now."""


class Attempt(NamedTuple):
    """Messages that were put down as being tried; ``look_up`` where an earlier try may have done it."""

    entries: tuple[Entry, ...]
    look_up: bool


class Sender:
    """One channel's, on the hub's event loop. ``owner`` is the process's name in the channel's lease; ``bug`` hears
    where a connector broke."""

    def __init__(
        self,
        database: Database,
        connector: Connector,
        channel_id: int,
        owner: str,
        now: Callable[[], int],
        random_tag: Callable[[], int],
        jitter: Callable[[], float],
        bug: Callable[[list[str]], None] = lambda _trace: None,
    ) -> None:
        self._database, self._connector, self._channel_id, self._owner = (
            database,
            connector,
            channel_id,
            owner,
        )
        self._now, self._random_tag, self._jitter, self._bug = now, random_tag, jitter, bug

    async def turn(self, most: int = 50) -> int:
        """Attempts until nothing is due; how many messages were tried. Raises Unreachable or Stopped once what
        was under way is settled, LeaseLost, NoChannel and DatabaseTrouble."""
        tried = 0
        for _ in range(most):
            attempt = await self._database.write(self.take_up)
            if attempt is None:
                break
            tried += len(attempt.entries)
            await self._try(attempt)
        return tried

    def take_up(self, connection: Connection) -> Attempt | None:
        """In one transaction: what is true no more is dropped, the next messages are put down as being tried."""
        if not holds_lease(connection, self._channel_id, self._owner):
            raise LeaseLost
        plan = plan_of(connection, self._channel_id, self._now())
        while due := due_pushes(connection, self._channel_id, plan.now, LOOKED_AT):
            chosen = _together(due)
            if chosen[0].state == outbox.UNKNOWN:
                return Attempt((_put_down(plan, chosen[0], outbox.UNKNOWN),), look_up=True)
            ready = self._true_ones(plan, chosen)
            if ready:
                sending = tuple(_put_down(plan, entry, outbox.SENDING) for entry in ready)
                return Attempt(sending, look_up=False)
        return None

    def settle(self, attempt: Attempt, outcomes: Sequence[Outcome], connection: Connection) -> None:
        plan = plan_of(connection, self._channel_id, self._now())
        settling, under_way = Settling(plan, self._jitter), _under_way(plan, attempt)
        for entry, outcome in zip(attempt.entries, outcomes, strict=True):
            if entry.key in under_way:
                settling.settle(entry, outcome)
        settling.write(self._random_tag)

    def put_off(self, attempt: Attempt, why: str, wait_ms: int, connection: Connection) -> None:
        """Nothing was done, and it is not the messages' fault."""
        plan = plan_of(connection, self._channel_id, self._now())
        settling, under_way = Settling(plan, self._jitter), _under_way(plan, attempt)
        for entry in attempt.entries:
            if entry.key in under_way:
                settling.not_sent(entry, why, wait_ms)

    async def _try(self, attempt: Attempt) -> None:
        pushes = [Push(entry.key, ask_of(entry)) for entry in attempt.entries]
        try:
            outcomes = await self._ask(attempt, pushes)
        except Unreachable as trouble:
            if trouble.maybe_done and not attempt.look_up:
                unknown = [Outcome(UNKNOWN, trouble.why)] * len(pushes)
                await self._database.write(partial(self.settle, attempt, unknown))
            else:
                put_off = partial(self.put_off, attempt, trouble.why, trouble.retry_after_ms)
                await self._database.write(put_off)
            raise
        except Stopped as stopped:
            await self._database.write(partial(self.put_off, attempt, stopped.why, 0))
            raise
        await self._database.write(partial(self.settle, attempt, outcomes))

    async def _ask(self, attempt: Attempt, pushes: list[Push]) -> list[Outcome]:
        """One outcome for each message; a connector that breaks leaves them unknown."""
        try:
            if attempt.look_up:
                return [await self._connector.look_up(pushes[0])]
            outcomes = await self._connector.push(pushes)
        except (Unreachable, Stopped, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost handler: one broken message stops no other
            self._bug(where_it_broke(error))
            return [Outcome(UNKNOWN, BUG)] * len(pushes)
        if len(outcomes) != len(pushes):
            return [Outcome(UNKNOWN, BUG)] * len(pushes)
        return list(outcomes)

    def _true_ones(self, plan: Plan, chosen: list[Entry]) -> list[Entry]:
        """Those that still hold, as they are to be sent now; the others are dropped."""
        fresh = fresh_figures(plan, chosen) if chosen[0].kind == STOCK else {}
        settling, ready = Settling(plan, self._jitter), []
        for entry in chosen:
            key, ask = fresh[entry.key] if entry.key in fresh else (entry.key, _ask_now(plan, entry))
            if ask is None:
                settling.drop(entry)
                continue
            if (key, ask) != (entry.key, entry.ask):
                set_push(plan.connection, entry.key, key=key, ask=ask)
            ready.append(entry._replace(key=key, ask=ask))
        return ready


def _together(due: list[Entry]) -> list[Entry]:
    """The first, and beside a figure that goes for the first time other such figures of its kind."""
    first = due[0]
    if first.kind not in (STOCK, PRICE) or first.tries or first.state == outbox.UNKNOWN:
        return [first]
    alike = (one for one in due if (one.kind, one.state, one.tries) == (first.kind, outbox.WAITING, 0))
    return [one for _, one in zip(range(FIGURES_AT_ONCE), alike, strict=False)]


def _ask_now(plan: Plan, entry: Entry) -> str | None:
    about, ask = about_of(entry), ask_of(entry)
    if entry.kind == LISTING:
        return entry.ask
    if isinstance(ask, PricePush):
        return entry.ask if about.forced or price_is_true(plan, entry, ask) else None
    if entry.kind == MAKE_ORDER:
        return entry.ask if quote_is_true(plan, about.quote) else None
    now = still_true(plan, entry)
    return None if now is None else as_text(now)


def _put_down(plan: Plan, entry: Entry, state: str) -> Entry:
    set_push(plan.connection, entry.key, state=state, tries=entry.tries + 1, tried_at=plan.now)
    return entry._replace(state=state, tries=entry.tries + 1, tried_at=plan.now)


def _under_way(plan: Plan, attempt: Attempt) -> set[str]:
    """The keys of those that nobody else has settled since this very attempt."""
    mine = {(entry.key, entry.state, entry.tries) for entry in attempt.entries}
    entities = {entry.entity for entry in attempt.entries}
    return {
        now.key
        for now in outbox.pushes_of(plan.connection, plan.channel.id, entities)
        if (now.key, now.state, now.tries) in mine
    }
