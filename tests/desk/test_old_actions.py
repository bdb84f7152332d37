"""A desk that is left running forgets what is over by itself, but never while somebody works."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from storedesk.desk.old_actions import Pauses, forget_hourly
from storedesk.storage.desk_retention import DAY_MS
from tests.small_shop import ALVA, ELIN, GBG
from tests.world import DeskInProcess, make_world

T = TypeVar("T")
pytestmark = pytest.mark.asyncio


class Rounds:
    """Runs the desk's work at once and says when a round is over; each look at whether somebody works counts."""

    def __init__(self, busy_for: int = 0) -> None:
        self.looks, self.busy_for, self.works = 0, busy_for, 0
        self.is_tidy = asyncio.Event()

    async def on_database(self, work: Callable[[], T]) -> T:
        self.works += 1
        done = work()
        if done is None:
            self.is_tidy.set()
        return done

    def is_busy(self) -> bool:
        self.looks += 1
        return self.looks <= self.busy_for


async def forget(desk: DeskInProcess, rounds: Rounds, days: int) -> None:
    """Until the loop rests after its first whole round."""
    task = asyncio.create_task(
        forget_hourly(
            rounds.on_database, lambda: desk.store, lambda: desk.clock + days * DAY_MS, rounds.is_busy,
            Pauses(0, 3_600, 0, 0),
        )
    )  # fmt: skip
    await rounds.is_tidy.wait()
    assert (desk.folder / "desk.db-wal").stat().st_size == 0
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def desk(tmp_path: Path) -> DeskInProcess:
    (desk,) = make_world(tmp_path, desks=1)[1]
    for _ in range(120):
        desk.clock += 1
        done = desk.perform("AdjustStock", ELIN, location_id=GBG, variant_id=ALVA, quantity=1, reason="found")
        assert done is None
    for _ in range(3):
        assert desk.sync().kind == "done"
    return desk


async def test_what_is_over_goes_in_chunks_and_the_log_and_second_copy_are_emptied(
    desk: DeskInProcess,
) -> None:
    rounds = Rounds()
    await forget(desk, rounds, 31)
    assert desk.rows("SELECT count(*) FROM outbox") == [(0,)]
    assert desk.sealed.path.stat().st_size == 0
    assert rounds.works == 5


async def test_nothing_is_begun_while_somebody_works(desk: DeskInProcess) -> None:
    rounds = Rounds(busy_for=7)
    await forget(desk, rounds, 29)
    assert desk.rows("SELECT count(*) FROM outbox") == [(120,)]
    assert (rounds.looks, rounds.works) == (8, 2)
