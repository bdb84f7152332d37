"""Runs one day from enrolment to closing and keeps what is left of it for the tests."""

from collections import Counter
from functools import partial
from pathlib import Path
from typing import NamedTuple

import structlog

from storedesk.desk.desk_log import set_up_log
from storedesk.protocol.desk_link import MakeBundle, SaveUnsent
from storedesk.storage.desk_task_reads import answered_tasks, open_tasks
from tests.day.after_the_day import DeskAfterwards, HubAfterwards, desk_afterwards, hub_afterwards
from tests.day.day_desk import DayDesk
from tests.day.day_shop import plan, shop_rows
from tests.day.explained import missing_of
from tests.day.rare_pickups import rare_jobs
from tests.day.scan_for_canaries import leaks_in
from tests.day.store_day import StoreDay
from tests.hub.running_hub import running_hub


class DayAfterwards(NamedTuple):
    """``done`` are the acts that the bars count; ``unexplained`` names what tasks lack on their screens."""

    folder: Path
    times: int
    done: dict[str, Counter[str]]
    hub: HubAfterwards
    desks: list[DeskAfterwards]
    cut_requests: list[int]
    tasks: Counter[str]
    unexplained: list[str]
    typed: Counter[tuple[str, str]]
    leaks_at_work: list[str]


async def whole_day(seed: int, folder: Path, times: int = 1) -> DayAfterwards:
    """``times`` as much work as a day has."""
    jobs = plan(times)
    rows = jobs + rare_jobs(len(jobs), times)
    (folder / "hub").mkdir()
    set_up_log(folder / "desk-1" / "logs" / "worker.log", lambda: 0)
    try:
        with (folder / "hub" / "hub.log").open("w", encoding="utf-8") as lines:
            async with running_hub(folder / "hub", rows=shop_rows(rows), lines=lines) as hub:
                day = StoreDay(seed, hub, folder, jobs)
                await day.run()
                return await _look(day, folder)
    finally:
        structlog.reset_defaults()


async def _look(day: StoreDay, folder: Path) -> DayAfterwards:
    hub = await hub_afterwards(day)
    desks = [desk_afterwards(desk) for desk in day.desks]
    tasks, unexplained = Counter[str](), list[str]()
    for desk in day.desks:
        _explained(desk, tasks, unexplained)
        _for_support(desk)
    leaks = leaks_in(folder)
    typed = sum((desk.typed.tried for desk in day.desks), Counter[tuple[str, str]]())
    cut = [desk.line.cut_requests for desk in day.desks]
    await day.close()
    done = {
        "pickups": day.pickups.ended, "look_ups": day.look_ups.done, "stock": day.stock.done,
        "quotes": day.quotes.done, "calls": day.calls.done, "rare": day.rare.done,
    }  # fmt: skip
    return DayAfterwards(folder, day.times, done, hub, desks, cut, tasks, unexplained, typed, leaks)


def _explained(desk: DayDesk, tasks: Counter[str], unexplained: list[str]) -> None:
    records = desk.read(partial(open_tasks, place_id=desk.place_id))
    records += desk.read(partial(answered_tasks, place_id=desk.place_id, since=0))
    for record in records:
        tasks[record.task.kind] += 1
        unexplained += missing_of(record, desk.look())


def _for_support(desk: DayDesk) -> None:
    """What a person may carry out of the shop: the bundle and the sealed file of unsent work."""
    for message in (
        MakeBundle(request=1, path=str(desk.profile.folder / "bundle.zip")),
        SaveUnsent(request=1, path=str(desk.profile.folder / "unsent.sealed")),
    ):
        answered, _ = desk.requests.answer(message)
        assert not answered.problem, answered
