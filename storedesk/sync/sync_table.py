"""The whole of a desk's sync as a table: what it does, in each state, about each thing that can happen.

Invariants: see ``sync_round``. The table says what the code does; ``tests/sync/test_sync_table.py`` drives the code
through every pair, and a pair that nobody has thought of fails it. ``docs/sync-table.md`` is this table as a page.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from storedesk.protocol.wire_errors import WireErrorNumber


class State(StrEnum):
    NOT_ENROLLED = "not enrolled"
    ONLINE = "resting, online"
    OFFLINE = "resting, offline"
    ON_PURPOSE = "offline on purpose"
    REVOKED = "revoked"
    HELLO = "awaiting the hello's reply"
    PUSH = "awaiting push replies"
    PAGE = "awaiting a page"
    ANNOUNCEMENT = "awaiting a snapshot's announcement"
    FILE = "fetching a snapshot"


class Event(StrEnum):
    HELLO = "hello: all as before"
    HELLO_FORKS = "hello: this desk's data is in use twice"
    HELLO_NEW_EPOCH = "hello: a new epoch"
    HELLO_PUT_BACK = "hello: the hub was put back, the cursor is known"
    HELLO_CURSOR_UNKNOWN = "hello: the cursor is not known"
    HELLO_COUNTS_LESS = "hello: the hub counts less than was decided"
    HELLO_OLD_EPOCH = "hello: an epoch before the desk's"
    HELLO_UNKNOWN_IN_OLD = "hello: the cursor is not known, yet no new epoch"
    HELLO_SCOPES = "hello: other scopes"
    HELLO_DECIDED = "hello: a parked action was decided"
    HELLO_REVOKED = "hello: revoked"
    PUSHED = "push: all decided"
    PUSHED_PART = "push: some decided"
    PUSHED_GAP = "push: a gap, none decided"
    PUSHED_OTHERS = "push: decisions of what was not offered"
    PAGE = "page: at the cursor, complete"
    PAGE_PART = "page: more to come"
    PAGE_LONG = "page: too long for one transaction"
    PAGE_ELSEWHERE = "page: not at the cursor"
    PAGE_WRONG_SUMS = "page: wrong sums"
    ANNOUNCED = "snapshot: announced"
    FILE_HERE = "snapshot: the file is whole"
    FILE_LOST = "snapshot: cut off, damaged or gone"
    NO_REPLY = "no reply, or one that is no hub's"
    UNKNOWN_ERROR = "an error with a number that nobody knows"
    TIMER = "the timer"
    SAVED = "an action is saved"
    HINT = "a hint of the hub"
    TRY_NOW = "somebody presses try now, or the hub speaks again"
    SLOW = "a request takes longer than 8 s"
    GO_OFFLINE = "work offline: on"
    GO_ONLINE = "work offline: off"
    CRASH = "the process dies and starts again"


class Do(StrEnum):
    NOTHING = "stays"
    HELLO = "says hello"
    PUSH = "pushes what waits, else goes on as after a push"
    PAGE = "asks for a page"
    SNAPSHOT = "asks for a snapshot"
    FETCH = "fetches the file"
    BRING_IN = "brings it in piece by piece"
    DONE = "the round is done"
    WAIT = "the round ends, tries again after a growing wait"
    LOCK = "the round ends, from now on only hellos"


class Outbox(StrEnum):
    KEPT = "as it was"
    DECIDED = "takes the decisions"
    OFFERED = "offers again"
    ADDED = "one more waits"


class Then(NamedTuple):
    do: Do
    outbox: Outbox = Outbox.KEPT


Anything = Event | WireErrorNumber
RESTING = (State.NOT_ENROLLED, State.ONLINE, State.OFFLINE, State.ON_PURPOSE, State.REVOKED)
AWAITING = (State.HELLO, State.PUSH, State.PAGE, State.ANNOUNCEMENT)
EVENTS: tuple[Anything, ...] = (*Event, *WireErrorNumber)
OWN = (
    Event.TIMER, Event.SAVED, Event.HINT, Event.TRY_NOW, Event.SLOW, Event.GO_OFFLINE, Event.GO_ONLINE, Event.CRASH,
)  # fmt: skip
"""What happens at the desk; all else is an answer."""
FILES = (Event.FILE_HERE, Event.FILE_LOST)
ANSWERS = tuple(event for event in EVENTS if event not in OWN and event not in FILES)

_ASKED_FOR: dict[State, dict[Anything, Then]] = {
    State.HELLO: {
        Event.HELLO: Then(Do.PUSH),
        Event.HELLO_FORKS: Then(Do.PUSH),
        Event.HELLO_SCOPES: Then(Do.PUSH),
        Event.HELLO_NEW_EPOCH: Then(Do.PUSH, Outbox.OFFERED),
        Event.HELLO_PUT_BACK: Then(Do.PUSH, Outbox.OFFERED),
        Event.HELLO_CURSOR_UNKNOWN: Then(Do.PUSH, Outbox.OFFERED),
        Event.HELLO_COUNTS_LESS: Then(Do.PUSH, Outbox.OFFERED),
        Event.HELLO_DECIDED: Then(Do.PUSH, Outbox.DECIDED),
        Event.HELLO_REVOKED: Then(Do.LOCK),
    },
    State.PUSH: {
        Event.PUSHED: Then(Do.PAGE, Outbox.DECIDED),
        Event.PUSHED_PART: Then(Do.PUSH, Outbox.DECIDED),
        WireErrorNumber.WRONG_EPOCH: Then(Do.HELLO),
    },
    State.PAGE: {
        Event.PAGE: Then(Do.DONE),
        Event.PAGE_PART: Then(Do.PAGE),
        Event.PAGE_ELSEWHERE: Then(Do.PAGE),
        Event.PAGE_LONG: Then(Do.BRING_IN),
        Event.PAGE_WRONG_SUMS: Then(Do.SNAPSHOT),
        WireErrorNumber.TOO_FAR_BEHIND: Then(Do.SNAPSHOT),
        WireErrorNumber.UNKNOWN_CURSOR: Then(Do.HELLO),
    },
    State.ANNOUNCEMENT: {Event.ANNOUNCED: Then(Do.FETCH)},
}
"""Every other answer to a request ends the round and changes nothing."""

_AT_THE_DESK: dict[Event, dict[State, Then]] = {
    Event.TIMER: dict.fromkeys((State.ONLINE, State.OFFLINE, State.REVOKED), Then(Do.HELLO)),
    Event.HINT: {State.ONLINE: Then(Do.HELLO)},
    Event.TRY_NOW: dict.fromkeys((State.ONLINE, State.OFFLINE, State.REVOKED), Then(Do.HELLO)),
    Event.SAVED: {
        **dict.fromkeys(State, Then(Do.NOTHING, Outbox.ADDED)),
        State.ONLINE: Then(Do.HELLO, Outbox.ADDED),
        State.NOT_ENROLLED: Then(Do.NOTHING),
    },
    Event.SLOW: {},
    Event.GO_OFFLINE: {},
    Event.GO_ONLINE: dict.fromkeys(
        (State.ONLINE, State.OFFLINE, State.ON_PURPOSE, State.REVOKED), Then(Do.HELLO)
    ),
    Event.CRASH: {
        **dict.fromkeys(State, Then(Do.HELLO)),
        State.NOT_ENROLLED: Then(Do.NOTHING),
        State.ON_PURPOSE: Then(Do.NOTHING),
    },
}


def _rows() -> Iterable[tuple[State, Anything, Then]]:
    for state in State:
        for own in OWN:
            yield state, own, _AT_THE_DESK[own].get(state, Then(Do.NOTHING))
        for answer in ANSWERS:
            yield state, answer, _answered(state, answer)
        for file in FILES:
            fetched = Then(Do.BRING_IN if file is Event.FILE_HERE else Do.WAIT)
            yield state, file, fetched if state is State.FILE else Then(Do.NOTHING)


def _answered(state: State, answer: Anything) -> Then:
    """What nobody has asked for is not read."""
    if state not in AWAITING:
        return Then(Do.NOTHING)
    if answer in _ASKED_FOR[state]:
        return _ASKED_FOR[state][answer]
    return Then(Do.LOCK if answer == WireErrorNumber.REVOKED else Do.WAIT)


def make_table() -> dict[tuple[State, Anything], Then]:
    """Every pair with what follows."""
    return {(state, event): then for state, event, then in _rows()}


TABLE: Mapping[tuple[State, Anything], Then] = make_table()
