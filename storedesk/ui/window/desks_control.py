"""The desks of this place in a sheet, and what happens when this one is no longer among them."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from storedesk.actions.rights import PERMISSIONS
from storedesk.domain.records import Desk
from storedesk.protocol.desk_link import StartAnew, Started, SyncState
from storedesk.storage.row_reader import Driver, select
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.desks_sheet import DeskShown, DesksSheet
from storedesk.ui.screens.stopped_screen import StoppedScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.palette_rows import CommandRow
from storedesk.ui.texts.counter_formats import day_text
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text

COMMAND = "desks"
REVOKED = "revoked"


class DesksControl(QObject):
    """``stopped`` covers the window once central has said that it answers this desk no more."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background, save: Any) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._save = session, shell, background, save
        self._performing = Performing(session, shell)
        self.sheet: DesksSheet | None = None
        self.stopped: StoppedScreen | None = None
        session.sync_changed.connect(self._heard)
        session.started.connect(self._started)
        session.rows_changed.connect(self._rows_changed)

    def open(self) -> None:
        if self.sheet is None and self._session.is_ready and self._session.user is not None:
            self._background.start(self._open())

    def commands(self) -> tuple[CommandRow, ...]:
        """For the palette; greyed with the reason where the person may not."""
        user = self._session.user
        may = user is not None and "desk.replace" in PERMISSIONS.get(user.role, frozenset())
        blocked = "" if may else self.tr("a store manager does this")
        return (CommandRow(COMMAND, "device-desktop", self.tr("Desks of this place"), blocked=blocked),)

    def stay_stopped(self) -> None:
        """After a sign-in the cover is put back: there is nothing to work on."""
        if self.stopped is not None:
            QTimer.singleShot(0, self._cover)

    async def _open(self) -> None:
        desks = await self._desks()
        if self.sheet is not None or self._shell.is_covered:
            return
        sheet = DesksSheet(desks, self._shell)
        self.sheet = sheet
        sheet.confirmed.connect(lambda kind, args: self._background.start(self._perform(kind, args)))
        sheet.finished.connect(lambda result: self._closed())
        sheet.open()

    async def _desks(self) -> tuple[DeskShown, ...]:
        place = self._session.place
        if place is None:
            return ()
        place_id, look = place.id, self._session.look()

        def read(connection: Driver) -> list[Desk]:
            return select(connection, Desk, "place_id = ? ORDER BY state, enrolled_at, code", place_id)

        rows = await self._session.read(read)
        return tuple(
            DeskShown(
                row.code, row.name, day_text(look.moment(row.enrolled_at).day),
                "" if row.replaced_at is None else day_text(look.moment(row.replaced_at).day),
                row.code == self._session.desk.desk,
            )
            for row in rows
        )  # fmt: skip

    async def _perform(self, kind: str, args: Any) -> None:
        said = self.tr("{desk} is replaced. Set the new one up with a new code.").format(desk=args.desk)
        performed = await self._performing.do(kind, args, said)
        if self.sheet is not None and not is_saved(performed):
            self.sheet.failed(refusal_text(performed))
        elif self.sheet is not None:
            self.sheet.show_desks(await self._desks())

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if "desk" in tables and self.sheet is not None:
            self._background.start(self._show_again())

    async def _show_again(self) -> None:
        desks = await self._desks()
        if self.sheet is not None:
            self.sheet.show_desks(desks)

    def _closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            QTimer.singleShot(0, sheet.deleteLater)

    def _heard(self, sync: SyncState) -> None:
        if sync.problem != REVOKED:
            return
        if self._session.desk.phase != REVOKED:
            self._stop().show_unsent(sync.waiting)

    def _started(self, started: Started) -> None:
        if started.phase == REVOKED:
            self._stop().show_wiped(started.unsent, started.rescue_file)
        else:
            self.stopped = None

    def _stop(self) -> StoppedScreen:
        if self.stopped is None:
            self.stopped = StoppedScreen(self._session.desk.desk)
            self.stopped.save_asked.connect(self._save)
            self.stopped.anew_asked.connect(lambda: self._session.link.tell(StartAnew()))
            self._cover()
        return self.stopped

    def _cover(self) -> None:
        """Nobody is signed in behind it."""
        if self.stopped is not None:
            self._session.user = None
            self._shell.cover(self.stopped)
