"""What travels between a sync round and whoever drives it: requests, answers, and how it ended."""

from collections.abc import Generator
from typing import NamedTuple, TypeVar

from storedesk.protocol.wire import HelloReply, Reply, Request, SnapshotReply, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync.rebase import PageOutcome

R = TypeVar("R")
T = TypeVar("T")


class NoReply(NamedTuple):
    """The request or its reply was lost; ``why`` is a key for the screen."""

    why: str


Answer = Reply | NoReply
Steps = Generator[list[Request], list[Answer], T]
Exchange = Generator[list[Request], list[Answer], "RoundOutcome"]


class RoundOutcome(NamedTuple):
    """``kind``: done, no_line, refused (``detail`` is the wire error's number), revoked, needs_snapshot
    (``snapshot`` says where it is, ``covered`` what it holds), staged (all pages of a long pull wait to be
    brought in). ``followed`` are the desk's scopes afterwards,
    ``heard`` is for the next round of this start."""

    kind: str
    detail: str = ""
    pushed: int = 0
    page: PageOutcome | None = None
    snapshot: SnapshotReply | None = None
    hello: HelloReply | None = None
    covered: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    heard: int = 0


class Ended(Exception):
    """The round is over; carries how."""

    def __init__(self, outcome: RoundOutcome) -> None:
        super().__init__(outcome.kind)
        self.outcome = outcome


def expect(answer: Answer, kind: type[R]) -> R:
    """The answer if it is what was asked for; else the round ends."""
    if isinstance(answer, kind):
        return answer
    if isinstance(answer, NoReply):
        raise Ended(RoundOutcome("no_line", answer.why))
    if isinstance(answer, WireError):
        kind_of_end = "revoked" if answer.number == WireErrorNumber.REVOKED else "refused"
        raise Ended(RoundOutcome(kind_of_end, str(answer.number)))
    raise Ended(RoundOutcome("no_line", "not_a_hub"))
