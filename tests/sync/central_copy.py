"""The hub set aside and put back, and rounds that fetch the snapshots they are sent for."""

import shutil
from collections.abc import Callable
from pathlib import Path

from storedesk.protocol.wire import Reply, Request, SnapshotRequest
from storedesk.storage.engine import open_sqlite
from storedesk.sync.sync_round import Answer, RoundOutcome
from tests.caught_up import snapshot_of
from tests.world import KEY, DeskInProcess, HubInProcess


def set_aside(hub: HubInProcess, folder: Path) -> Path:
    """A copy of the hub as it is now."""
    hub.engine.dispose()
    copy = folder / f"hub-{len(list(folder.glob('hub-*')))}.copy"
    shutil.copyfile(folder / "hub.db", copy)
    hub.engine = open_sqlite(folder / "hub.db", KEY)
    return copy


def put_back(hub: HubInProcess, folder: Path, copy: Path) -> None:
    """The hub as it was; its commits get other tags from now on."""
    hub.engine.dispose()
    for part in ("-wal", "-shm"):
        (folder / f"hub.db{part}").unlink(missing_ok=True)
    shutil.copyfile(copy, folder / "hub.db")
    hub.engine = open_sqlite(folder / "hub.db", KEY)


class Line:
    """A desk's line to the hub; ``change`` may lose or change what travels."""

    def __init__(self, desk: DeskInProcess, change: Callable[[Request], Answer | None] | None = None) -> None:
        self.desk, self._change = desk, change
        self.asked: list[Request] = []

    def answer(self, request: Request) -> Answer:
        self.asked.append(request)
        instead = self._change(request) if self._change is not None else None
        return instead if instead is not None else self.hub_answers(request)

    def hub_answers(self, request: Request) -> Reply:
        if isinstance(request, SnapshotRequest):
            return snapshot_of(self.desk, request.scopes)
        return self.desk.hub.handle(self.desk.device_id, request)

    def sync(self) -> RoundOutcome:
        """One round, with the snapshot it is sent for."""
        return self.desk.sync(self.answer)

    def settle(self, most: int = 6) -> RoundOutcome:
        """Rounds until one is done."""
        for _ in range(most):
            outcome = self.sync()
            if outcome.kind == "done":
                return outcome
        raise AssertionError(f"no end: {outcome}")
