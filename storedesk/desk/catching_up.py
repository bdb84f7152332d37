"""What follows a round whose news are many: snapshots are fetched, staged pages brought in, now or after a restart."""

import contextlib
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from storedesk.desk.bring_in import DatabaseThread, bring_in
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.hub_client import HubClient
from storedesk.protocol.desk_link import FirstCopy
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import SnapshotReply
from storedesk.sync.exchange import Exchange, RoundOutcome
from storedesk.sync.rebase import PageOutcome

Tell = Callable[[FirstCopy], None]
Drive = Callable[[Exchange], Awaitable[RoundOutcome]]
"""Runs an exchange with the hub to its end."""
Beside = Callable[[Coroutine[Any, Any, None]], Awaitable[None]]
"""Runs a long fetch to its end, with what is more urgent beside it."""


class CatchingUp:
    """Of one desk, on the worker's event loop. ``is_busy`` while rows are of two ages or a file is being fetched."""

    def __init__(
        self,
        client: HubClient,
        files: DeskFiles,
        on_database: DatabaseThread,
        tell: Tell,
        changed: Callable[[], None],
    ) -> None:
        """``changed`` hears when it begins or ends to be busy."""
        self._client, self._files, self._on_database, self._tell = client, files, on_database, tell
        self._changed = changed
        self.is_busy = False

    async def finish(self, desk: OpenDesk) -> PageOutcome | None:
        """Brings in what has been begun, if anything; what cannot be finished is given up, to be fetched anew."""
        work = await self._on_database(desk.store.bringing_in)
        if work is None:
            return None
        try:
            file = self._files.snapshot_at_work(work)
        except FileNotFoundError:
            await self._on_database(desk.store.give_up_bringing_in)
            return None
        self._be_busy(True)
        try:
            database, key = self._files.database(desk)
            show = self._show_rows() if work.file else _nobody
            outcome = await bring_in(
                desk.store, database, key, file, self._on_database, time.perf_counter, show
            )
        finally:
            self._be_busy(False)
        if work.file:
            await self._on_database(lambda: self._files.clear(work.file))
        return outcome

    async def staged(self, desk: OpenDesk) -> PageOutcome | None:
        """All pages of a pull are here."""
        await self._on_database(partial(_begin_staged, desk, "", "", ()))
        return await self.finish(desk)

    async def snapshot(
        self, desk: OpenDesk, round_: RoundOutcome, drive: Drive, gather: Exchange, beside: Beside
    ) -> RoundOutcome:
        """Fetches a file of some scopes and what is new in the others, so that all stand at one position; ends as
        ``done``, with what has come, or as the exchange ended. ``beside`` lets small things pass the file."""
        reply = round_.snapshot
        if reply is None:
            return RoundOutcome("no_line", "not_a_hub")
        name = self._files.new_snapshot_name()
        self._be_busy(True)
        try:
            path, show = self._files.path_of(name), self.show_progress(reply)
            await beside(self._client.fetch_snapshot(reply, path, show))
            if set(round_.covered) >= set(round_.followed):
                await self._on_database(partial(_begin_whole, desk, name, reply, round_))
            else:
                gathered = await drive(gather)
                if gathered.kind != "staged":
                    return gathered
                await self._on_database(partial(_begin_staged, desk, name, reply.key, round_.covered))
            page = await self.finish(desk)
        finally:
            self._be_busy(False)
            with contextlib.suppress(OSError):
                await self._on_database(partial(self._clear_unused, desk, name))
        if page is None or set(page.wrong) & set(round_.covered):
            return RoundOutcome("refused", "differs")
        return RoundOutcome("done", page=page)

    def _be_busy(self, busy: bool) -> None:
        self.is_busy = busy
        self._changed()

    def show_progress(self, reply: SnapshotReply) -> Callable[[int, int], None]:
        def show(done: int, total: int) -> None:
            self._tell(FirstCopy(step="fetching", done=done, total=total, rows=reply.rows))

        return show

    def _show_rows(self) -> Callable[[int], None]:
        rows = 0

        def show(more: int) -> None:
            nonlocal rows
            rows += more
            self._tell(FirstCopy(step="opening", rows={"": rows}))

        return show

    def _clear_unused(self, desk: OpenDesk, name: str) -> None:
        """A file that a begun work needs stays for the next start."""
        work = desk.store.bringing_in()
        if work is None or work.file != name:
            self._files.clear(name)


def _begin_whole(desk: OpenDesk, name: str, reply: SnapshotReply, round_: RoundOutcome) -> None:
    desk.store.drop_staged()
    desk.store.begin_bringing_in(
        BringingIn(
            followed=list(round_.followed), end=reply.cursor, sums=reply.sums, file=name, key=reply.key,
            covered=list(round_.covered),
        )
    )  # fmt: skip


def _begin_staged(desk: OpenDesk, name: str, key: str, covered: tuple[str, ...]) -> None:
    staged = desk.store.staged()
    if staged is not None and staged.complete:
        desk.store.begin_bringing_in(
            BringingIn(
                followed=staged.followed, end=staged.end, sums=staged.sums, file=name, key=key, covered=list(covered)
            )
        )  # fmt: skip


def _nobody(rows: int) -> None:
    """Pages come too often to be told of."""
