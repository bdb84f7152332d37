"""A round whose answers are written down beforehand, and a desk with work of every kind to run it on."""

from pathlib import Path
from typing import Any

from storedesk.protocol.wire import (
    HelloRequest,
    PullReply,
    PullRequest,
    PushRequest,
    Request,
    SnapshotRequest,
)
from storedesk.sync.exchange import Ended, RoundOutcome
from storedesk.sync.rebase import PageOutcome
from storedesk.sync.sync_round import Answer, SyncRound
from tests.small_shop import fulfilment_id
from tests.sync.twin_desks import copy_files
from tests.world import DeskInProcess, make_world

PICKUPS = [fulfilment_id(number) for number in range(48201, 48207)]
MOST_EXCHANGES = 50
EMPTY = PageOutcome(3, frozenset({"task"}), 1, ())


def busy_desk(folder: Path) -> tuple[DeskInProcess, Path]:
    """A desk with one action done, one parked and four that wait, and an image of its files."""
    _, (desk,) = make_world(folder, desks=1)
    assert desk.perform("ClaimPickup", fulfilment_id=PICKUPS[0]) is None
    assert desk.sync().kind == "done"
    desk.clock += 50
    for fulfilment in PICKUPS[1:]:
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment) is None
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'parked', outcome = 'parked' WHERE seq = 2")
    return desk, copy_files(desk, folder / "image")


class Played:
    """One round whose answers are written down beforehand, kind by kind; the last of a kind is given again."""

    def __init__(
        self, desk: DeskInProcess, heard: int = 0, *, only_sends: bool = False, **script: Any
    ) -> None:
        self.asked: list[list[Request]] = []
        self.pages: list[PullReply] = []
        self._desk, self._script = desk, {kind: list(answers) for kind, answers in script.items()}
        played = SyncRound(desk.store, self._apply, lambda: desk.clock, "app 7", heard, "boot 9")
        self.outcome = self._drive(played.send() if only_sends else played.run())

    def _drive(self, exchange: Any) -> RoundOutcome:
        try:
            requests = next(exchange)
            while True:
                self.asked.append(requests)
                assert len(self.asked) < MOST_EXCHANGES, "a round ends"
                requests = exchange.send([self._answer(request) for request in requests])
        except StopIteration as end:
            outcome: RoundOutcome = end.value
            return outcome

    def _apply(self, page: PullReply) -> PageOutcome:
        self.pages.append(page)
        return EMPTY

    def _answer(self, request: Request) -> Answer:
        kinds = {HelloRequest: "hello", PushRequest: "push", PullRequest: "pull", SnapshotRequest: "snapshot"}
        answers = self._script[kinds[type(request)]]
        made = answers.pop(0) if len(answers) > 1 else answers[0]
        given: Answer = made(request) if callable(made) else made
        return given

    def kinds(self) -> list[str]:
        return [type(requests[0]).__name__ for requests in self.asked]


def driven(steps: Any, answers: list[Any], asked: list[Request] | None = None) -> Any:
    """What the steps come to with these answers, one after the other."""
    kept = [] if asked is None else asked
    try:
        kept += next(steps)
        for one in answers:
            kept += steps.send([one])
    except StopIteration as end:
        return end.value
    except Ended as ended:
        return ended.outcome
    raise AssertionError(f"it asks for more: {kept[-1]}")
