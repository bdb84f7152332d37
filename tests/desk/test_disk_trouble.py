"""A disk that fills up in the middle of a commit or under the second copy: saved whole, or said and not at all."""

import random
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.perform_action import LEAST_FREE_BYTES, Performer, free_bytes_of
from storedesk.domain.ids import new_id
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.sealed_copy import SealedCopy
from tests.small_shop import NOW, fulfilment_id
from tests.world import KEY, DeskInProcess, make_world

PLENTY = 1 << 40
KINDS = ("ClaimPickup", "ReleasePickup")
CLAIM = f'{{"fulfilment_id":"{fulfilment_id(48201)}"}}'.encode()
ACTION = "019a0000-0000-7000-8000-000000000001"


@pytest.fixture
def desk(tmp_path: Path) -> DeskInProcess:
    return make_world(tmp_path, desks=1)[1][0]


def performer(desk: DeskInProcess, store: DeskStore | None = None, free: int = PLENTY) -> Performer:
    identity = desk.store.identity()
    assert identity is not None
    clock = DeskClock(lambda: NOW, lambda: 0)
    return Performer(store or desk.store, identity, clock, "boot", lambda: free)


def content(desk: DeskInProcess) -> list[Any]:
    return [
        desk.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")
        for table in ("fulfilment", "outbox", "journal", "base_row")
    ]


def keep_from_growing(desk: DeskInProcess, pages: int) -> None:
    """SQLite then answers as on a full disk; a number below the present size means the present size."""
    with desk.store.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_disk_full_in_the_middle_of_a_commit_saves_nothing_and_says_so(desk: DeskInProcess) -> None:
    keep_from_growing(desk, 1)
    perform = performer(desk).perform
    for number in range(1000):
        action_id, kind = new_id(NOW + number, random.Random(number).randbytes), KINDS[number % 2]
        before = content(desk)
        outcome = perform(action_id, kind, CLAIM, 1)
        if outcome.kind != "saved":
            break
    assert (outcome.kind, outcome.why) == ("unavailable", "disk_full")
    assert content(desk) == before

    keep_from_growing(desk, 1 << 30)
    for _ in range(2):
        assert perform(action_id, kind, CLAIM, 1).kind == "saved"
    assert desk.rows("SELECT count(*) FROM outbox") == [(number + 1,)]
    assert desk.sync().kind == "done"
    assert len(desk.hub.rows("inbox")) == number + 1


def test_second_copy_that_finds_no_room_is_said_and_made_later(desk: DeskInProcess) -> None:
    full = DeskStore(desk.engine, SealedCopy(Path("/dev/full"), KEY, random.Random(1).randbytes))
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    assert performer(desk, full).perform(ACTION, "ClaimPickup", CLAIM, 1).kind == "saved_without_copy"
    assert desk.store.sealed_records() == []
    desk.store.rest()
    assert [record.id for record in desk.store.sealed_records()] == [ACTION]


def test_act_over_64_kib_is_refused_at_once(desk: DeskInProcess) -> None:
    before = content(desk)
    much = f'{{"fulfilment_id":"{fulfilment_id(48201)}","x":"{"x" * (64 << 10)}"}}'.encode()
    outcome = performer(desk).perform(ACTION, "ClaimPickup", much, 1)
    assert (outcome.kind, outcome.why) == ("unavailable", "action_too_large")
    assert content(desk) == before


def test_disk_that_does_not_say_its_room_is_taken_for_a_full_one(tmp_path: Path) -> None:
    assert free_bytes_of(tmp_path)() > 0
    assert free_bytes_of(tmp_path / "gone")() == 0


def test_nothing_is_begun_when_little_room_is_left(desk: DeskInProcess) -> None:
    before = content(desk)
    outcome = performer(desk, free=LEAST_FREE_BYTES - 1).perform(ACTION, "ClaimPickup", CLAIM, 1)
    assert (outcome.kind, outcome.why) == ("unavailable", "disk_full")
    assert content(desk) == before
