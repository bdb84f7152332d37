"""What a desk notices about its sync over many rounds, with the real runner, a real hub and a clock of its own."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.sync_runner import SyncRunner
from storedesk.desk.sync_watch import LONG_AWAY_MS, SyncWatch
from storedesk.domain.sync_alarm import FEED, QUEUE
from storedesk.protocol.desk_link import SyncState
from storedesk.protocol.wire import HelloReply, PushRequest, Reply, Request, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.desk_standing import Where
from tests.small_shop import NOW, fulfilment_id
from tests.world import DeskInProcess, make_world

MINUTE = 60_000


def hello(head: int = 5, **said: Any) -> HelloReply:
    return HelloReply(
        instance="i", now=NOW, epoch=1, last_seq=0, revoked=False, place_id=1, place_code="GBG", desk="GBG-1",
        scopes=[], head=head, **said,
    )  # fmt: skip


def watched(
    watch: SyncWatch, reply: Reply | None, where: Where, minute: int, last_good: int | None = NOW
) -> None:
    watch.begin_round()
    if reply is not None:
        watch.heard(reply)
    watch.after_round(where, minute * MINUTE, NOW + minute * MINUTE, last_good)


def test_a_hub_that_greets_and_takes_nothing_is_an_alarm_after_a_quarter_of_an_hour() -> None:
    watch = SyncWatch()
    for minute in range(16):
        watched(watch, hello(), Where(1, 5), minute)
    assert watch.told()["stuck"] == QUEUE
    watched(watch, hello(), Where(2, 5), 17)
    assert watch.told()["stuck"] == ""


def test_a_hub_that_says_busy_for_a_quarter_of_an_hour_is_one_too() -> None:
    watch = SyncWatch()
    for minute in range(16):
        watched(watch, WireError(number=WireErrorNumber.BUSY), Where(1, 5), minute)
    assert watch.told()["stuck"] == QUEUE


def test_a_feed_that_runs_away_is_an_alarm_and_a_line_that_is_down_is_none() -> None:
    behind, down = SyncWatch(), SyncWatch()
    for minute in range(16):
        watched(behind, hello(head=6 + minute), Where(None, 5), minute)
        watched(down, None, Where(1, 5), minute)
    assert (behind.told()["stuck"], down.told()["stuck"]) == (FEED, "")


def test_a_hub_that_was_put_back_is_told_from_a_desk_that_was_away_for_long() -> None:
    watch, away = SyncWatch(), SyncWatch()
    watched(watch, hello(cursor_known=False), Where(None, 5), 0)
    watched(away, hello(cursor_known=False), Where(None, 5), 0, NOW - LONG_AWAY_MS)
    told = SyncWatch()
    watched(told, hello(put_back=True), Where(None, 5), 0)
    assert [one.noticed.restored_at for one in (watch, away, told)] == [NOW, 0, NOW]


def test_data_in_use_twice_is_noticed_each_time_it_happens_and_not_again_for_the_same() -> None:
    watch = SyncWatch()
    watched(watch, hello(forks=1), Where(None, 5), 0)
    watched(watch, hello(forks=1), Where(None, 5), 1)
    assert watch.noticed.copied_at == NOW
    watched(watch, hello(forks=2), Where(None, 5), 2)
    assert watch.noticed.copied_at == NOW + 2 * MINUTE


def test_unreadable_notes_are_nothing() -> None:
    watch = SyncWatch()
    watch.resume("{")
    assert watch.noticed.forks == 0


class StubbornLine:
    """Greets, and loses every push."""

    def __init__(self, desk: DeskInProcess) -> None:
        self._desk = desk
        self.rounds = 0
        self.enough = asyncio.Event()

    async def call(self, request: Request) -> Reply:
        if isinstance(request, PushRequest):
            self.rounds += 1
            if self.rounds == 20:
                self.enough.set()
                await asyncio.Event().wait()
            return WireError(number=WireErrorNumber.BUSY)
        return self._desk.hub.handle(self._desk.device_id, request)


@pytest.mark.asyncio
async def test_the_window_is_told_of_a_queue_that_stands_still(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48201)) is None
    line, told = StubbornLine(desk), list[Any]()
    moment = [0]

    def steady() -> int:
        moment[0] += MINUTE // 4
        return moment[0]

    async def on_database(work: Callable[[], Any]) -> Any:
        return work()

    async def adopted(opened: Any) -> None:
        raise AssertionError("no other database was to be adopted")

    class Opened:
        store = desk.store

    clock = DeskClock(lambda: NOW, steady)
    runner = SyncRunner(line, None, Opened(), clock, on_database, told.append, lambda: 0.0, adopted, "test")  # type: ignore[arg-type]
    running = asyncio.ensure_future(runner.run())
    await asyncio.wait_for(line.enough.wait(), 20)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    states = [state.stuck for state in told if isinstance(state, SyncState)]
    assert states[0] == "" and states[-1] == QUEUE
