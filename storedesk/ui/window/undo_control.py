"""What happened on this desk since it was opened, and what of it can still be taken back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from storedesk.desk.undo import Watch, compensation
from storedesk.protocol.desk_link import Performed
from storedesk.storage.row_reader import Driver
from storedesk.storage.watched_rows import watched_rows
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.history_sheet import HistoryRow, HistorySheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.deed import Deed
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.refusal_texts import refusal_text

MOST_KEPT = 200
Back = Callable[[], Awaitable[str]]
"""Takes something back; the words of why it was not possible, or empty."""


@dataclass(slots=True)
class _Entry:
    at: int
    text: str
    kind: ToastKind
    record: str = ""
    back: Back | None = None
    watched: tuple[Watch, ...] = ()
    mark: Any = None


class UndoControl(QObject):
    """Ctrl+Z takes back the last deed that can be; each once, and none after its record changed again."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._entries: list[_Entry] = []
        self._sheet: HistorySheet | None = None
        shell.said.connect(self._said)
        shell.undo_asked.connect(self.undo)
        session.did.connect(self._did)
        session.rows_changed.connect(lambda _: background.start(self._look_again()))

    @property
    def offers(self) -> bool:
        return any(entry.back is not None for entry in self._entries)

    def offer(self, text: str, record: str, back: Back) -> None:
        """Something of the window's own, for instance a setting, that can be taken back."""
        self._withdraw(record)
        self._keep(_Entry(self._session.now(), text, ToastKind.DONE, record, back))
        self._shell.say(text, can_undo=True)

    def forget(self) -> None:
        """Nobody takes back what somebody else did: all offers end when the person changes."""
        for entry in self._entries:
            entry.back = None

    def undo(self, key: str = "") -> None:
        """The last offer, or the one of a row of the history."""
        chosen = [one for one in self._entries if one.back is not None and key in ("", str(id(one)))]
        if not chosen:
            self._shell.say(self.tr("There is nothing to take back."))
            return
        entry = chosen[-1]
        back, entry.back = entry.back, None
        self._shell.toast.hide()
        if back is not None:
            self._background.start(self._take_back(entry, back))

    def show_history(self) -> None:
        sheet = HistorySheet(self._shell)
        self._sheet = sheet
        sheet.undo_asked.connect(self.undo)
        sheet.finished.connect(self._closed)
        sheet.show_rows(self._rows())
        sheet.open()

    def _closed(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = None

    def _said(self, text: str, kind: ToastKind) -> None:
        """A toast that no entry made is kept as it was said."""
        if not self._entries or self._entries[-1].text != text:
            self._keep(_Entry(self._session.now(), text, kind))

    def _did(self, deed: Deed) -> None:
        found = compensation(deed.kind, deed.args)
        self._withdraw(getattr(deed.args, "fulfilment_id", "") if found is None else found.record)
        if found is None:
            return
        from_words = deed.said or self.tr("Saved on this desk.")
        entry = _Entry(self._session.now(), from_words, ToastKind.DONE, found.record, None, found.watched)

        async def back() -> str:
            if entry.mark is not None and await self._mark(found.watched) != entry.mark:
                return self.tr("It was changed meanwhile, so it cannot be taken back here.")
            for kind, args in found.steps:
                performed: Performed = await self._session.perform(kind, args)
                if performed.outcome not in ("saved", "saved_without_copy"):
                    return refusal_text(performed)
            return ""

        entry.back = back
        self._keep(entry)
        self._background.start(self._remember(entry))

    async def _remember(self, entry: _Entry) -> None:
        entry.mark = await self._mark(entry.watched)

    async def _mark(self, watched: tuple[Watch, ...]) -> Any:
        def look(connection: Driver) -> Any:
            return watched_rows(connection, watched)

        return await self._session.read(look)

    async def _look_again(self) -> None:
        """Withdraws what somebody changed since; the last deed may not have been remembered yet."""
        for entry in [one for one in self._entries if one.back is not None and one.mark is not None]:
            if await self._mark(entry.watched) != entry.mark:
                entry.back = None
        if self._sheet is not None:
            self._sheet.show_rows(self._rows())

    async def _take_back(self, entry: _Entry, back: Back) -> None:
        problem = await back()
        if problem:
            self._shell.say(problem, ToastKind.WARN)
        else:
            self._shell.say(self.tr("Taken back: {what}").format(what=entry.text))
        if self._sheet is not None:
            self._sheet.show_rows(self._rows())

    def _withdraw(self, record: str) -> None:
        for entry in self._entries:
            if record and entry.record == record:
                entry.back = None

    def _keep(self, entry: _Entry) -> None:
        self._entries = [*self._entries[1 - MOST_KEPT :], entry]

    def _rows(self) -> tuple[HistoryRow, ...]:
        zone = self._session.place.zone if self._session.place else "UTC"
        return tuple(
            HistoryRow(str(id(one)), times.clock(one.at, zone), one.text, one.back is not None, one.kind)
            for one in reversed(self._entries)
        )
