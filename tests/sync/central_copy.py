"""The hub set aside and put back, and rounds that fetch the snapshots they are sent for."""

import shutil
from collections.abc import Callable
from pathlib import Path

from storedesk.protocol.wire import Reply, Request, SnapshotReply, SnapshotRequest
from storedesk.storage.desk_database import page_from_snapshot
from storedesk.storage.engine import open_sqlite
from storedesk.storage.search_store import SearchStore
from storedesk.storage.snapshot_file import snapshot_of_sqlite
from storedesk.sync.rebase import apply_page
from storedesk.sync.sync_round import Answer, RoundOutcome
from tests.world import KEY, DeskInProcess, HubInProcess

FILE_KEY = "22" * 32


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

    def __init__(
        self, desk: DeskInProcess, folder: Path, change: Callable[[Request], Answer | None] | None = None
    ) -> None:
        self.desk, self._folder, self._change = desk, folder, change
        self.asked: list[Request] = []
        self._files = 0

    def answer(self, request: Request) -> Answer:
        self.asked.append(request)
        instead = self._change(request) if self._change is not None else None
        return instead if instead is not None else self.hub_answers(request)

    def hub_answers(self, request: Request) -> Reply:
        if isinstance(request, SnapshotRequest):
            return self._snapshot(request)
        return self.desk.hub.handle(self.desk.device_id, request)

    def sync(self) -> RoundOutcome:
        """One round, with the snapshot it is sent for."""
        outcome = self.desk.sync(self.answer)
        if outcome.snapshot is not None:
            self.bring_level(outcome, outcome.snapshot)
        return outcome

    def settle(self, most: int = 6) -> RoundOutcome:
        """Rounds until one is done."""
        for _ in range(most):
            outcome = self.sync()
            if outcome.kind == "done":
                return outcome
        raise AssertionError(f"no end: {outcome}")

    def bring_level(self, outcome: RoundOutcome, reply: SnapshotReply) -> None:
        store, path = self.desk.store, self._folder / reply.file
        if outcome.hello is not None:
            store.follow(outcome.hello.scopes)
        page = store.compare(lambda connection: page_from_snapshot(connection, path, reply))
        applied = store.apply(page, apply_page)
        assert applied is not None
        assert applied.wrong == ()

    def _snapshot(self, request: SnapshotRequest) -> SnapshotReply:
        name = f"snapshot-{self.desk.device_id}-{self._files}.db"
        self._files += 1
        search = SearchStore(self._folder / f"{name}.search", FILE_KEY)
        made = snapshot_of_sqlite(
            self._folder / "hub.db", KEY, request.scopes, self._folder / name, FILE_KEY, search
        )
        return SnapshotReply(
            file=name, key=made.key, size=made.size, sha256=made.sha256, cursor=made.cursor, rows=made.rows,
            sums=made.sums,
        )  # fmt: skip
