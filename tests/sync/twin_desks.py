"""A desk's files copied or put back, and two desks under one identity whose requests travel as chance has it."""

import random
import shutil
from pathlib import Path
from typing import Any

from storedesk.protocol.wire import Request, SnapshotRequest
from storedesk.sync.sync_round import Answer, Exchange, NoReply, RoundOutcome
from tests.caught_up import catch_up, snapshot_of
from tests.world import DeskInProcess


class Twin(DeskInProcess):
    """Runs on a copy of another desk's files, as that desk."""

    def __init__(self, desk: DeskInProcess, folder: Path) -> None:
        self.hub, self.number, self.place_id = desk.hub, desk.number, desk.place_id
        self.device_id, self.clock, self.heard = desk.device_id, desk.clock, 0
        self.folder = folder
        copy_files(desk, folder)
        self.open()


def copy_files(desk: DeskInProcess, folder: Path) -> Path:
    """An image of the desk's folder as it is now."""
    desk.engine.dispose()
    shutil.copytree(desk.folder, folder)
    desk.open()
    return folder


def roll_back(desk: DeskInProcess, image: Path) -> None:
    desk.engine.dispose()
    shutil.rmtree(desk.folder)
    shutil.copytree(image, desk.folder)
    desk.heard = 0
    desk.open()


class Travelling:
    """A desk's rounds, one request or answer at a time."""

    def __init__(self, desk: DeskInProcess, chance: random.Random, *, lossy: bool) -> None:
        self.desk, self._chance, self._lossy = desk, chance, lossy
        self._exchange: Exchange | None = None
        self._asked: list[Request] = []
        self._answers: dict[int, Answer] = {}
        self._late: list[Request] = []
        self.ended: list[RoundOutcome] = []

    def step(self) -> None:
        """Begins a round, or has one of its requests reach the hub, or takes all answers."""
        if self._exchange is None:
            self._exchange = self.desk.round().run()
            self._go_on(lambda exchange: next(exchange))
            return
        if self._late and self._chance.random() < 0.2:
            self.desk.hub.handle(self.desk.device_id, self._late.pop(0))
            return
        open_ = [at for at in range(len(self._asked)) if at not in self._answers]
        if open_:
            at = self._chance.choice(open_)
            self._answers[at] = self._travel(self._asked[at])
            return
        answers = [self._answers[at] for at in range(len(self._asked))]
        self._go_on(lambda exchange: exchange.send(answers))

    def finish(self) -> RoundOutcome:
        """The round under way to its end, or one round more."""
        ended = len(self.ended)
        while len(self.ended) == ended:
            self.step()
        return self.ended[-1]

    def _travel(self, request: Request) -> Answer:
        lot = self._chance.random() if self._lossy else 1.0
        if lot < 0.1:
            return NoReply("lost")
        if lot < 0.2:
            if not isinstance(request, SnapshotRequest):
                self._late.append(request)
            return NoReply("late")
        if isinstance(request, SnapshotRequest):
            return snapshot_of(self.desk, request.scopes)
        reply = self.desk.hub.handle(self.desk.device_id, request)
        if lot < 0.3:
            self._late.append(request)
        return NoReply("reply lost") if lot < 0.4 else reply

    def _go_on(self, move: Any) -> None:
        assert self._exchange is not None
        try:
            self._asked, self._answers = move(self._exchange), {}
        except StopIteration as end:
            self.ended.append(catch_up(self.desk, end.value) if end.value.snapshot else end.value)
            self.desk.heard = end.value.heard
            self._exchange = None
