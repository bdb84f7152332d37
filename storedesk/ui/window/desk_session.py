"""What the screens stand on: the worker to change things, a read-only look at the data, the time."""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from storedesk.desk.moments import Look
from storedesk.desk.profile import Settings
from storedesk.desk.worker_link import WorkerLink
from storedesk.domain.ids import new_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place, Staff
from storedesk.protocol.desk_link import (
    Answered,
    Changed,
    ChangeSettings,
    FirstCopy,
    KeepDraft,
    Perform,
    Performed,
    PrintPaper,
    PrintState,
    SettingsNow,
    Started,
    SyncState,
    TakeNumber,
)
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.storage.row_reader import Driver
from storedesk.ui.system_clock import wall_ms

T = TypeVar("T")


class DeskSession(QObject):
    """Lives on the window's thread; its signals carry the worker's messages there."""

    started = Signal(object)
    placed = Signal()
    """The place this desk belongs to is known."""
    first_copy = Signal(object)
    sync_changed = Signal(object)
    rows_changed = Signal(object)
    """The names of tables whose rows may look different now."""
    printed = Signal(object)
    worker_down = Signal(bool)
    settings_changed = Signal(object)
    did = Signal(object)
    """An action of this desk was saved: a ``Deed``."""
    _arrived = Signal(object)

    def __init__(self, command: list[str]) -> None:
        super().__init__()
        self.desk = Started(phase="starting")
        self.settings = Settings()
        self.sync: SyncState | None = None
        self.place: Place | None = None
        self.user: Staff | None = None
        self.language = "en"
        self._hours: OpeningHours | None = None
        self._reader = ThreadPoolExecutor(1, "reads")
        self._connection: Any = None
        self._opened = ""
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.link = WorkerLink(command, self._arrived.emit, self.worker_down.emit)

    def now(self) -> int:
        """UTC milliseconds as the hub would tell them."""
        return wall_ms() + (0 if self.sync is None else self.sync.clock_offset)

    def look(self) -> Look:
        """Who looks, where and when; only once the place is known."""
        if self._hours is None:
            raise RuntimeError("The place of this desk is not read yet")
        return Look(self.now(), self._hours, self.user.staff_id if self.user else 0, self.desk.desk)

    @property
    def is_ready(self) -> bool:
        return self._hours is not None and self.desk.phase == "ready"

    def set_place(self, place: Place) -> None:
        self.place = place
        self._hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
        self.placed.emit()

    async def ask(self, message: Any) -> Any:
        """The worker's answer, also over a restart of the worker."""
        return await asyncio.wrap_future(self.link.ask(message))

    async def perform(
        self, kind: str, args: Any, action_id: str | None = None, draft: str = "", staff_id: int | None = None
    ) -> Performed:
        """One press, one action: pass the same id to ask again. ``draft`` names what is finished with it;
        ``staff_id`` is who did it where that person may have left the desk meanwhile."""
        acts = self.user.staff_id if self.user else 0
        message = Perform(
            request=self.link.next_request(),
            action_id=action_id or self.new_action_id(),
            kind=kind,
            args=msgspec.Raw(msgspec.json.encode(args)),
            staff_id=acts if staff_id is None else staff_id,
            draft=draft,
        )
        performed: Performed = await self.ask(message)
        return performed

    async def document_number(self, record_id: str) -> str:
        """The final number of a record's document; empty if none can be given now."""
        answered = await self.ask(TakeNumber(request=self.link.next_request(), record_id=record_id))
        return str(answered.detail)

    async def keep_draft(self, name: str, content: str) -> bool:
        """Keeps unfinished work over restarts, or forgets it where ``content`` is empty; False if it was not kept."""
        request = self.link.next_request()
        answered: Answered = await self.ask(KeepDraft(request=request, name=name, content=content))
        return not answered.problem

    async def change_settings(self, **lines: Any) -> str:
        """Saves some lines of the settings at once; the key of a problem, or empty."""
        request = self.link.next_request()
        change = msgspec.Raw(msgspec.json.encode(lines))
        answer: Answered = await self.ask(ChangeSettings(request=request, change=change))
        return answer.problem

    async def print_paper(self, paper: str, subject: str, *, copy: bool = False) -> Any:
        staff_id = self.user.staff_id if self.user else 0
        request = self.link.next_request()
        return await self.ask(
            PrintPaper(
                request=request,
                paper=paper,
                subject=subject,
                staff_id=staff_id,
                language=self.language,
                copy=copy,
            )
        )

    def new_action_id(self) -> str:
        return new_id(self.now(), secrets.token_bytes)

    async def read(self, look: Callable[[Driver], T]) -> T:
        """Runs a read on its own thread and connection; the window never waits for SQL."""
        path, key = self.desk.database, self.desk.key

        def work() -> T:
            connection = self._open(path, key)
            connection.execute("BEGIN")
            try:
                return look(connection)
            finally:
                connection.execute("COMMIT")

        return await asyncio.get_running_loop().run_in_executor(self._reader, work)

    def close(self) -> None:
        """Nothing of what the worker still says reaches the window, which may be gone by then."""
        self.blockSignals(True)
        self.link.stop()
        self._reader.submit(self._forget).result()
        self._reader.shutdown()

    def _open(self, path: str, key: str) -> Any:
        if self._opened != path:
            self._forget()
            self._connection = connect_sqlite(Path(path), key, readonly=True)
            self._opened = path
        return self._connection

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._opened = None, ""

    def _take(self, message: Any) -> None:
        match message:
            case Started():
                self.desk = message
                if message.phase == "revoked":
                    self._reader.submit(self._forget)
                self.started.emit(message)
            case SyncState():
                self.sync = message
                self.sync_changed.emit(message)
            case Changed():
                self.rows_changed.emit(frozenset(message.tables))
            case FirstCopy():
                self.first_copy.emit(message)
            case PrintState():
                self.printed.emit(message)
            case SettingsNow():
                self.settings = msgspec.json.decode(bytes(message.settings), type=Settings)
                self.settings_changed.emit(self.settings)
