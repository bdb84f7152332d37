"""Answers a hub could give, each made for what the desk's own database says at that moment."""

from collections.abc import Callable

import msgspec

from storedesk.protocol.wire import (
    Cursor,
    Decision,
    Gone,
    HelloReply,
    PullReply,
    PushReply,
    SnapshotReply,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync.catch_up import AT_ONCE
from storedesk.sync.sync_round import Answer, NoReply
from storedesk.sync.sync_table import Anything, Event
from tests.caught_up import snapshot_of
from tests.world import DeskInProcess

NOBODY_KNOWS = 99


def answer(event: Anything, desk: DeskInProcess) -> Answer:
    """The answer that is this event; raises ``KeyError`` for one that is none."""
    if isinstance(event, WireErrorNumber):
        return WireError(number=event, now=desk.hub.now, expected=7)
    return _ANSWERS[event](desk)


def hello(desk: DeskInProcess, **other: object) -> HelloReply:
    link = desk.store.link()
    plain = HelloReply(
        instance="test-hub", now=desk.hub.now, epoch=link.epoch, last_seq=2, revoked=False, place_id=1,
        place_code="GBG", desk="GBG-1", scopes=list(link.scopes), head=1,
    )  # fmt: skip
    return msgspec.structs.replace(plain, **other)


def decision(action_id: str, seq: int) -> Decision:
    return Decision(action_id=action_id, seq=seq, outcome="accepted", position=10_000)


def pushed(desk: DeskInProcess, part: slice) -> PushReply:
    waiting = desk.store.to_send(0)
    return PushReply(decisions=[decision(one.id, one.seq) for one in waiting[part]], expected=9)


def page(desk: DeskInProcess, **other: object) -> PullReply:
    start = desk.store.link().cursor or Cursor(0, 0)
    plain = PullReply(
        start=start, end=Cursor(start.position + 10, 5), complete=True, tables=[], gone=[], sums={}
    )
    return msgspec.structs.replace(plain, **other)


def announced(desk: DeskInProcess) -> SnapshotReply:
    return snapshot_of(desk, list(desk.store.link().scopes))


def parked(desk: DeskInProcess) -> str:
    return (*desk.store.link().parked, "nobody's")[0]


_NEXT = 4
_ANSWERS: dict[Event, Callable[[DeskInProcess], Answer]] = {
    Event.HELLO: hello,
    Event.HELLO_FORKS: lambda desk: hello(desk, forks=3),
    Event.HELLO_NEW_EPOCH: lambda desk: hello(desk, epoch=_NEXT, last_seq=0),
    Event.HELLO_PUT_BACK: lambda desk: hello(desk, epoch=_NEXT, last_seq=0, put_back=True),
    Event.HELLO_CURSOR_UNKNOWN: lambda desk: hello(
        desk, epoch=_NEXT, last_seq=0, put_back=True, cursor_known=False
    ),
    Event.HELLO_COUNTS_LESS: lambda desk: hello(desk, last_seq=0),
    Event.HELLO_OLD_EPOCH: lambda desk: hello(desk, epoch=1),
    Event.HELLO_UNKNOWN_IN_OLD: lambda desk: hello(desk, cursor_known=False),
    Event.HELLO_SCOPES: lambda desk: hello(desk, scopes=[*desk.store.link().scopes, "stock:77"]),
    Event.HELLO_DECIDED: lambda desk: hello(desk, decisions=[decision(parked(desk), 2)]),
    Event.HELLO_REVOKED: lambda desk: hello(desk, revoked=True),
    Event.PUSHED: lambda desk: pushed(desk, slice(None)),
    Event.PUSHED_PART: lambda desk: pushed(desk, slice(1)),
    Event.PUSHED_GAP: lambda desk: PushReply(decisions=[], expected=1, gap=True),
    Event.PUSHED_OTHERS: lambda desk: PushReply(decisions=[decision("somebody else's", 3)], expected=4),
    Event.PAGE: page,
    Event.PAGE_PART: lambda desk: page(desk, complete=False),
    Event.PAGE_LONG: lambda desk: page(desk, gone=[Gone("task", "work:1", ["x"])] * (AT_ONCE + 1)),
    Event.PAGE_ELSEWHERE: lambda desk: page(desk, start=Cursor(9_999, 1)),
    Event.PAGE_WRONG_SUMS: lambda desk: page(desk, sums={desk.store.link().scopes[0]: 12_345}),
    Event.ANNOUNCED: announced,
    Event.NO_REPLY: lambda desk: NoReply("not_a_hub"),
    Event.UNKNOWN_ERROR: lambda desk: WireError(number=NOBODY_KNOWS, now=desk.hub.now),
}
