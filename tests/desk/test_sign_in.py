"""Tries at a PIN: counted before they are checked, over restarts, and by no clock that somebody can set."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storedesk.desk.sign_in import FREE_TRIES, MANAGER_AFTER, MINUTE_MS, SignIn, wait_after
from storedesk.domain.records import Staff
from storedesk.hub.pins import pin_hash
from tests.small_shop import GBG, NOW
from tests.world import DeskInProcess, make_world

ANNA, PIN, WRONG, DAY = 7, "48151623", "11112222", 24 * 3_600_000
STEADY = 5_000_000
MAJA_PIN = (8, "2718")
Try = Callable[..., str]


@pytest.fixture
def desk(tmp_path: Path) -> DeskInProcess:
    hub, desks = make_world(tmp_path, desks=1)
    hub.write([Staff(GBG, ANNA, "Anna B.", "AB", "sales_associate", pin_hash(PIN), "", 0, None, 4)])
    hub.write([Staff(GBG, 8, "Maja A.", "MA", "store_manager", pin_hash("2718"), "", 0, None, 5)])
    assert desks[0].sync().kind == "done"
    return desks[0]


@pytest.fixture
def attempt(desk: DeskInProcess) -> Try:
    """Each try on a program started anew, the one before having been killed."""

    def attempt(pin: str, now: int = NOW, steady: int = STEADY) -> str:
        desk.crash()
        return SignIn(desk.store, GBG, b"key").by_pin(ANNA, pin, now, steady).outcome

    return attempt


def use_up(attempt: Try) -> None:
    outcomes = [attempt(WRONG) for _ in range(FREE_TRIES)]
    assert outcomes == ["wrong"] * (FREE_TRIES - 1) + ["blocked"]


def test_tries_are_limited_across_restarts(attempt: Try) -> None:
    use_up(attempt)
    assert attempt(PIN) == "blocked"
    assert attempt(PIN, NOW + MINUTE_MS, STEADY + MINUTE_MS) == "in"
    assert attempt(WRONG, NOW + MINUTE_MS, STEADY + MINUTE_MS) == "wrong"


def test_clock_set_back_or_forward_does_not_shorten_the_wait(attempt: Try) -> None:
    use_up(attempt)
    for moved in (-2 * DAY, -MINUTE_MS, MINUTE_MS, DAY, 400 * DAY):
        assert attempt(PIN, NOW + moved, STEADY + MINUTE_MS // 2) == "blocked", moved
    assert attempt(PIN, NOW + MINUTE_MS, STEADY + MINUTE_MS) == "in"


def test_start_of_the_machine_leaves_the_wait_by_the_desk_s_time(attempt: Try) -> None:
    use_up(attempt)
    assert attempt(PIN, NOW + MINUTE_MS - 1, 1_000) == "blocked"
    assert attempt(PIN, NOW + MINUTE_MS, 1_000) == "in"


def test_waits_double_until_a_day(attempt: Try) -> None:
    assert [wait_after(wrong) // MINUTE_MS for wrong in range(4, 12)] == [0, 1, 2, 4, 8, 16, 1440, 1440]
    now, steady = NOW, STEADY
    for wrong in range(1, MANAGER_AFTER + 1):
        assert attempt(WRONG, now, steady) in ("wrong", "blocked")
        now, steady = now + wait_after(wrong), steady + wait_after(wrong)
    assert attempt(PIN, now - 1, steady - 1) == "blocked"
    assert attempt(PIN, now, steady) == "in"


def test_try_is_counted_before_it_is_checked(desk: DeskInProcess) -> None:
    """Killing the program while it thinks about a PIN wins nothing."""
    sign_in = SignIn(desk.store, GBG, b"key")
    seen: list[int] = []

    class Watching:
        def verify(self, _hash: str, _pin: str) -> bool:
            seen.extend(row[0] for row in desk.rows("SELECT wrong FROM pin_try"))
            return False

    sign_in._hasher = Watching()  # type: ignore[assignment]
    assert sign_in.by_pin(ANNA, WRONG, NOW, STEADY).outcome == "wrong"
    assert seen == [1]


def test_supervisor_s_pin_has_the_same_tries_as_signing_in(desk: DeskInProcess) -> None:
    sign_in = SignIn(desk.store, GBG, b"key")
    asked = sign_in.supervisor_by_pin(8, WRONG, NOW, STEADY)
    assert (asked.outcome, asked.tries_left) == ("wrong", FREE_TRIES - 1)
    assert sign_in.by_pin(8, WRONG, NOW, STEADY).tries_left == FREE_TRIES - 2
    assert sign_in.supervisor_by_pin(*MAJA_PIN, NOW, STEADY).outcome == "in"
    assert desk.rows("SELECT wrong FROM pin_try WHERE staff_id = 8") == [(0,)]


def test_supervisor_s_pin_is_blocked_when_the_tries_are_used_up(desk: DeskInProcess) -> None:
    sign_in = SignIn(desk.store, GBG, b"key")
    outcomes = [sign_in.supervisor_by_pin(8, WRONG, NOW, STEADY).outcome for _ in range(FREE_TRIES)]
    assert outcomes[-1] == "blocked"
    assert sign_in.supervisor_by_pin(*MAJA_PIN, NOW, STEADY).outcome == "blocked"


def test_who_may_not_supervise_is_refused_and_no_try_is_counted(desk: DeskInProcess) -> None:
    assert (
        SignIn(desk.store, GBG, b"key").supervisor_by_pin(ANNA, PIN, NOW, STEADY).outcome == "no_supervisor"
    )
    assert SignIn(desk.store, GBG, b"key").supervisor_by_pin(999, PIN, NOW, STEADY).outcome == "unknown"
    assert desk.rows("SELECT wrong FROM pin_try") == []
