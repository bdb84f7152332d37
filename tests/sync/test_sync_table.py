"""Every state of a desk's sync with everything that can happen in it, driven through the code."""

from pathlib import Path
from typing import Any

import pytest

from storedesk.protocol.wire import HelloRequest, PullRequest, PushRequest, Request, SnapshotRequest
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync import pace
from storedesk.sync.pace import Pace
from storedesk.sync.sync_round import Exchange, RoundOutcome
from storedesk.sync.sync_table import (
    ANSWERS,
    AWAITING,
    EVENTS,
    FILES,
    TABLE,
    Anything,
    Do,
    Event,
    Outbox,
    State,
)
from tests.caught_up import bring_in_begun, catch_up
from tests.small_shop import fulfilment_id
from tests.sync.scripted_hub import answer
from tests.sync.table_page import PAGE, table_page
from tests.sync.twin_desks import copy_files, roll_back
from tests.world import DeskInProcess, make_world

ONE, TWO, THREE, FOUR, FIVE = (fulfilment_id(number) for number in range(48201, 48206))
ASKS: dict[type[Request], Do] = {
    HelloRequest: Do.HELLO, PushRequest: Do.PUSH, PullRequest: Do.PAGE, SnapshotRequest: Do.SNAPSHOT,
}  # fmt: skip
ENDS = {
    "done": Do.DONE, "no_line": Do.WAIT, "refused": Do.WAIT, "revoked": Do.LOCK, "needs_snapshot": Do.FETCH,
    "staged": Do.BRING_IN,
}  # fmt: skip
WAY: dict[State, tuple[Anything, ...]] = {
    State.HELLO: (),
    State.PUSH: (Event.HELLO,),
    State.PAGE: (Event.HELLO, Event.PUSHED),
    State.ANNOUNCEMENT: (Event.HELLO, Event.PUSHED, WireErrorNumber.TOO_FAR_BEHIND),
    State.FILE: (Event.HELLO, Event.PUSHED, WireErrorNumber.TOO_FAR_BEHIND, Event.ANNOUNCED),
}
"""How a round comes to a state."""


@pytest.fixture(scope="module")
def imaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[DeskInProcess, Path]:
    """A desk in epoch 3 with one action done, one parked and two that wait."""
    folder = tmp_path_factory.mktemp("table")
    _, (desk,) = make_world(folder, desks=1)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"
    for fulfilment in (TWO, THREE, FOUR):
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment) is None
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE desk_state SET value = '3' WHERE name = 'epoch'")
        connection.exec_driver_sql("UPDATE outbox SET state = 'parked', outcome = 'parked' WHERE seq = 2")
    return desk, copy_files(desk, folder / "image")


@pytest.fixture
def desk(imaged: tuple[DeskInProcess, Path]) -> DeskInProcess:
    own, image = imaged
    roll_back(own, image)
    return own


class Driven:
    """A round that has come to a state."""

    def __init__(self, desk: DeskInProcess, state: State) -> None:
        self.desk, self.state = desk, state
        self.exchange: Exchange = desk.round().run()
        self.outcome: RoundOutcome | None = None
        self.asked: list[Request] = next(self.exchange)
        for event in WAY[state]:
            self.take(event)

    def take(self, event: Anything) -> Do:
        try:
            self.asked = self.exchange.send([answer(event, self.desk)])
        except StopIteration as end:
            self.outcome = end.value
            return ENDS[end.value.kind]
        return ASKS[type(self.asked[0])]


def outbox(desk: DeskInProcess) -> list[Any]:
    return desk.rows(
        "SELECT action_id, state = 'waiting', outcome, earlier_outcome FROM outbox ORDER BY number"
    )


def change(before: list[Any], after: list[Any]) -> Outbox:
    """What became of the outbox; anything else than these four is a fault."""
    if before == after:
        return Outbox.KEPT
    if len(after) == len(before) + 1 and after[:-1] == before and after[-1][1]:
        return Outbox.ADDED
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert [one[0] for one in before] == [one[0] for one in after]
    if all(other[1] and other[2] is None and other[3] == one[2] for one, other in pairs):
        return Outbox.OFFERED
    assert all(other[2] == "accepted" and (one[1] or one[2] == "parked") for one, other in pairs)
    return Outbox.DECIDED


@pytest.mark.parametrize(
    ("state", "event"), [(state, event) for state in AWAITING for event in ANSWERS], ids=lambda one: one.name
)
def test_an_answer_to_what_was_asked(desk: DeskInProcess, state: State, event: Anything) -> None:
    driven, then = Driven(desk, state), TABLE[state, event]
    before = outbox(desk)
    assert driven.take(event) is then.do
    assert change(before, outbox(desk)) is then.outbox
    if then.do in (Do.WAIT, Do.LOCK, Do.DONE):
        assert isinstance(next(desk.round().run())[0], HelloRequest), "the next round begins with a hello"


@pytest.mark.parametrize("event", FILES, ids=lambda one: one.name)
def test_a_file_that_is_fetched(desk: DeskInProcess, event: Event) -> None:
    driven = Driven(desk, State.FILE)
    assert driven.outcome is not None
    before, then = outbox(desk), TABLE[State.FILE, event]
    if event is Event.FILE_HERE:
        assert then.do is Do.BRING_IN
        assert catch_up(desk, driven.outcome).kind == "done"
    else:
        assert then.do is Do.WAIT
        assert bring_in_begun(desk) is None, "nothing has begun"
        assert isinstance(next(desk.round().run())[0], HelloRequest)
    assert change(before, outbox(desk)) is then.outbox


@pytest.mark.parametrize("state", [*AWAITING, State.FILE], ids=lambda one: one.name)
def test_an_action_saved_during_a_round_waits_and_the_round_goes_on(
    desk: DeskInProcess, state: State
) -> None:
    driven, before = Driven(desk, state), outbox(desk)
    assert desk.perform("ClaimPickup", fulfilment_id=FIVE) is None
    then = TABLE[state, Event.SAVED]
    assert (then.do, change(before, outbox(desk))) == (Do.NOTHING, then.outbox)
    if state is not State.FILE:
        assert driven.take(WAY[State.FILE][AWAITING.index(state)]) is not Do.WAIT
        assert outbox(desk)[-1][0] == before[-1][0] or len(outbox(desk)) == len(before) + 1


@pytest.mark.parametrize("state", [*AWAITING, State.FILE], ids=lambda one: one.name)
def test_a_desk_that_dies_during_a_round_begins_with_a_hello(desk: DeskInProcess, state: State) -> None:
    driven, before = Driven(desk, state), outbox(desk)
    driven.exchange.close()
    desk.crash()
    assert TABLE[state, Event.CRASH].do is ASKS[type(next(desk.round().run())[0])]
    assert change(before, outbox(desk)) is TABLE[state, Event.CRASH].outbox


RESTING = {
    State.ONLINE: pace.after_good(Pace(0), 0),
    State.OFFLINE: pace.after_failure(pace.after_failure(Pace(0), 0, 0.9), 0, 0.9),
    State.ON_PURPOSE: pace.work_offline(pace.after_good(Pace(0), 0), True, 0),
    State.REVOKED: pace.after_failure(pace.after_good(Pace(0), 0), 0, 0.9),
}


def at_rest(resting: Pace, event: Event) -> Do:
    """What the timer says just after the event."""
    moment = resting.next_at if event is Event.TIMER else 1
    after = {
        Event.SAVED: lambda: pace.at_once(resting, moment),
        Event.HINT: lambda: pace.at_once(resting, moment),
        Event.TRY_NOW: lambda: pace.hurried(resting, moment),
        Event.SLOW: lambda: pace.too_slow(resting, moment),
        Event.GO_OFFLINE: lambda: pace.work_offline(resting, True, moment),
        Event.GO_ONLINE: lambda: pace.work_offline(resting, False, moment),
        Event.CRASH: lambda: Pace(next_at=moment, on_purpose=resting.on_purpose),
    }.get(event, lambda: resting)()
    return Do.HELLO if after.next_at <= moment and not after.on_purpose else Do.NOTHING


@pytest.mark.parametrize("state", RESTING, ids=lambda one: one.name)
@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.name)
def test_a_desk_at_rest(state: State, event: Anything) -> None:
    """An answer cannot reach it: no round is open that could take one."""
    done = at_rest(RESTING[state], event) if isinstance(event, Event) else Do.NOTHING
    assert done is TABLE[state, event].do


@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.name)
def test_nothing_moves_a_desk_that_is_not_enrolled(event: Anything) -> None:
    """Its worker begins no round before it has an identity."""
    assert TABLE[State.NOT_ENROLLED, event] == (Do.NOTHING, Outbox.KEPT)


@pytest.mark.parametrize("state", [*AWAITING, State.FILE], ids=lambda one: one.name)
def test_a_round_under_way_is_not_hurried_and_not_broken_off(state: State) -> None:
    for event in (Event.TIMER, Event.HINT, Event.TRY_NOW, Event.SLOW, Event.GO_OFFLINE, Event.GO_ONLINE):
        assert TABLE[state, event] == (Do.NOTHING, Outbox.KEPT)


def test_every_pair_is_in_the_table_and_on_its_page() -> None:
    assert set(TABLE) == {(state, event) for state in State for event in EVENTS}
    assert PAGE.read_text(encoding="utf-8") == table_page(), "python -m tests.sync.table_page writes it anew"
