"""Feeds the attention screen and performs the answers that people give."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.desk.order_views import Shown
from storedesk.desk.task_views import TaskRow, derive_task, derive_task_row, order_of, roles_awaited
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.desk_task_reads import answered_tasks, open_tasks
from storedesk.storage.read_records import TaskRecord
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.caller_checks import CallerChecks
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved

WEEK_MS = 7 * 24 * 3_600_000
_TABLES = frozenset({"task", "quote_yes"})


class AttentionControl(QObject):
    """Shows the tasks of this place; the chosen one stays chosen while others come and go."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: AttentionScreen,
        callers: CallerChecks,
    ) -> None:
        super().__init__(shell)
        self._session, self._background, self.screen = session, background, screen
        self._callers = callers
        self._performing = Performing(session, shell)
        self._chosen = ""
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args, self._chosen)))
        screen.task_wanted.connect(self._wanted)
        screen.retry_wanted.connect(self.refresh)
        session.rows_changed.connect(self._rows_changed)

    def refresh(self) -> None:
        if self._session.is_ready:
            self._background.start(self._load())

    def _wanted(self, task_id: str) -> None:
        self._chosen = task_id
        self.refresh()

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    async def _load(self) -> None:
        session, place = self._session, self._session.place
        if place is None:
            return
        look, place_id = session.look(), place.id

        def read(connection: Driver) -> tuple[tuple[TaskRecord, ...], tuple[TaskRecord, ...]]:
            return open_tasks(connection, place_id), answered_tasks(connection, place_id, look.now - WEEK_MS)

        waiting, done = await session.read(read)

        def rows(records: tuple[TaskRecord, ...]) -> tuple[TaskRow, ...]:
            return tuple(derive_task_row(one, look, self.shown(one)) for one in records)

        self.screen.show_tasks(rows(waiting), rows(done))
        by_id = {record.task.id: record for record in (*waiting, *done)}
        record = by_id.get(self._chosen) or (waiting[0] if waiting else None)
        self._chosen = record.task.id if record else ""
        if record is None:
            self.screen.show_task(None)
            return
        roles = await session.read(lambda connection: roles_awaited(DeskRows(connection), record, look.now))
        if self._chosen == record.task.id:
            self.screen.show_task(derive_task(record, look, self.shown(record), roles))

    def shown(self, record: TaskRecord) -> Shown:
        return self._callers.shown(order_of(record))

    async def _perform(self, kind: str, args: Any, task_id: str) -> None:
        performed = await self._performing.do(kind, args, self.tr("Decided."))
        if not is_saved(performed):
            self.screen.failed(task_id)
        self.refresh()
