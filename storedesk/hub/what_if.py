"""What if: runs that replay past orders by two sets of rules beside the hub's work, a few orders at a time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from storedesk.domain.routing import Stock
from storedesk.domain.routing_replay import Outcome, Replay
from storedesk.domain.routing_rules import SETTING, RoutingWrong, rules_from
from storedesk.hub.database import Database
from storedesk.hub.past_replay import Day, Plan, past_orders, plan_days
from storedesk.protocol.routing_wire import WhatIfAsked, WhatIfPlace, WhatIfSet, WhatIfTold
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.past_orders import Placed, articles_of, stock_at
from storedesk.storage.rows import Rows

AT_ONCE, ARTICLES_AT_ONCE = 40, 200
BUDGET_SECONDS = 60.0
GIVEN_UP_SECONDS = 15.0
"""A run about which nobody has asked for so long stops."""
MOST_RUNS = 2
_CHAIN = 0


class Busy(Exception):
    """So many runs are under way already."""


@dataclass
class _Run:
    """``trouble`` is the sentence where the rules are wrong; ``seconds`` are of a clock that only goes on."""

    asked: WhatIfAsked
    began: float
    heard: float
    now: int
    done: int = 0
    total: int = 0
    first_at: int = 0
    last_at: int = 0
    left_out: int = 0
    trouble: Exception | None = None
    result: tuple[WhatIfSet, WhatIfSet, list[WhatIfPlace]] | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def is_over(self) -> bool:
        return self.task is None or self.task.done()


class WhatIfs:
    """At most one run for each device; used on the event loop, the work is reading."""

    def __init__(self, database: Database, seconds: Callable[[], float]) -> None:
        self._database, self._seconds = database, seconds
        self._runs: dict[str, _Run] = {}

    async def ask(self, device_id: str, asked: WhatIfAsked, now: int) -> WhatIfTold:
        """Begins the run, or tells how far it is. Raises RoutingWrong, DatabaseTrouble, Busy; ``now`` in UTC ms."""
        run = self._runs.get(device_id)
        if run is None or run.asked.run != asked.run:
            run = self._begin(device_id, asked, now)
        run.heard = self._seconds()
        await asyncio.sleep(0)
        if run.trouble is not None:
            raise run.trouble
        told = WhatIfTold(
            now=now, run=asked.run, done=run.done, total=run.total, first_at=run.first_at, last_at=run.last_at,
            left_out=run.left_out,
        )  # fmt: skip
        if run.result is None:
            return told
        used, draft, places = run.result
        return WhatIfTold(
            now=now, run=asked.run, done=run.done, total=run.total, first_at=run.first_at, last_at=run.last_at,
            left_out=run.left_out, used=used, draft=draft, places=places,
        )  # fmt: skip

    async def close(self) -> None:
        tasks = [run.task for run in self._runs.values() if run.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, device_id: str, asked: WhatIfAsked, now: int) -> _Run:
        old = self._runs.pop(device_id, None)
        if old is not None and old.task is not None:
            old.task.cancel()
        self._runs = {device: run for device, run in self._runs.items() if not run.is_over}
        if len(self._runs) >= MOST_RUNS:
            raise Busy("other what-ifs are under way")
        run = self._runs[device_id] = _Run(asked, self._seconds(), self._seconds(), now)
        run.task = asyncio.create_task(self._work(run))
        return run

    async def _work(self, run: _Run) -> None:
        try:
            await self._replay(run)
        except (RoutingWrong, DatabaseTrouble) as trouble:
            run.trouble = trouble

    async def _replay(self, run: _Run) -> None:
        used = Replay(rules_from(await self._database.read(_rules_in_use)))
        draft = Replay(rules_from(run.asked.rules))
        plan = await self._database.read(lambda connection: plan_days(connection, run.asked.days, run.now))
        run.total, run.left_out = plan.total, plan.left_out
        for day in plan.days:
            begun = run.done
            if not await self._day(run, plan, day, (used, draft)):
                run.left_out += run.total - run.done
                break
            run.first_at = day.orders[0].at
            run.last_at = run.last_at or day.orders[-1].at
            run.done = begun + len(day.orders)
        run.result = (_set(used.outcome()), _set(draft.outcome()), _places(plan, used, draft))

    async def _day(self, run: _Run, plan: Plan, day: Day, both: tuple[Replay, Replay]) -> bool:
        """Whether there was time for the day."""
        if self._is_out_of_time(run):
            return False
        ids = [one.order_id for one in day.orders]
        articles = await self._database.read(lambda connection: articles_of(connection, ids))
        stock: dict[tuple[int, int], Stock] = {}
        for first in range(0, len(articles), ARTICLES_AT_ONCE):
            part = articles[first : first + ARTICLES_AT_ONCE]
            stock |= await self._database.read(
                lambda connection, part=part: stock_at(connection, list(plan.places), part, day.start)  # type: ignore[misc]
            )
        for replay in both:
            replay.new_day(stock)
        for first in range(0, len(day.orders), AT_ONCE):
            if self._is_given_up(run):
                raise asyncio.CancelledError
            some = day.orders[first : first + AT_ONCE]
            await self._database.read(lambda connection, some=some: _take(connection, some, both))  # type: ignore[misc]
            run.done += len(some)
        return True

    def _is_out_of_time(self, run: _Run) -> bool:
        return self._seconds() - run.began > BUDGET_SECONDS

    def _is_given_up(self, run: _Run) -> bool:
        return self._seconds() - run.heard > GIVEN_UP_SECONDS


def _take(connection: Connection, placed: tuple[Placed, ...], both: tuple[Replay, Replay]) -> None:
    for past in past_orders(connection, placed):
        for replay in both:
            replay.take(past)


def _rules_in_use(connection: Connection) -> str:
    stored = Rows(connection).get("setting", (_CHAIN, SETTING))
    return "" if stored is None else str(stored.row.value)


def _set(outcome: Outcome) -> WhatIfSet:
    return WhatIfSet(
        orders=outcome.orders, whole=outcome.whole, split=outcome.split, unplaced=outcome.unplaced, km=outcome.km,
        over_limit=outcome.over_limit,
    )  # fmt: skip


def _places(plan: Plan, used: Replay, draft: Replay) -> list[WhatIfPlace]:
    """Those that do an order by either set, the busiest by the set in use first."""
    first, second = used.outcome().by_place, draft.outcome().by_place
    found = [
        WhatIfPlace(place_id=place, name=name, used=first.get(place, 0), draft=second.get(place, 0))
        for place, name in plan.places.items()
        if place in first or place in second
    ]
    return sorted(found, key=lambda one: (-one.used, -one.draft, one.place_id))
