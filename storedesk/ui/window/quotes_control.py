"""Feeds the quotes screen, issues with a final number and performs its other steps."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.quote_args import IssueQuote
from storedesk.desk.price_look_up import QuoteLookUp
from storedesk.desk.quote_views import QuoteRow, QuoteView
from storedesk.desk.scan_resolver import DocumentFound, Found
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing

_TABLES = frozenset({"quote", "quote_line", "quote_revision", "company", "price", "stock_level"})


class QuotesControl(QObject):
    """The chosen quote stays chosen; one step at a time is performed."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: QuotesScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing = Performing(session, shell)
        self._chosen, self._is_busy = "", False
        screen.quote_wanted.connect(self._wanted)
        screen.issue_wanted.connect(lambda view: background.start(self._issue(view)))
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)

    def open(self, quote_id: str) -> None:
        """Shows a quote on its screen."""
        self._shell.go(Place.QUOTES)
        self._wanted(quote_id)

    def take(self, hit: Found) -> bool:
        """The scanned number of a document opens the quote that has it."""
        if isinstance(hit, DocumentFound):
            self._background.start(self._open_numbered(hit.number))
            return True
        return False

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self.screen:
            self._background.start(self._load())

    def _wanted(self, quote_id: str) -> None:
        self._chosen = quote_id
        self.refresh()

    def _look_up(self, connection: Driver, place_id: int) -> QuoteLookUp:
        sync = self._session.sync
        return QuoteLookUp(
            connection, place_id, self._session.look(), sync.last_good_at if sync is not None else None
        )

    async def _load(self) -> None:
        place, wanted = self._session.place, self._chosen
        if place is None:
            return

        def read(connection: Driver) -> tuple[tuple[QuoteRow, ...], QuoteView | None]:
            look_up = self._look_up(connection, place.id)
            rows = look_up.quotes()
            chosen = wanted or (rows[0].quote_id if rows else "")
            return rows, look_up.quote(chosen) if chosen else None

        rows, view = await self._session.read(read)
        if wanted == self._chosen:
            self._chosen = view.quote_id if view else ""
            self.screen.show_quotes(rows)
            self.screen.show_quote(view)

    async def _open_numbered(self, number: str) -> None:
        place = self._session.place
        if place is None:
            return
        rows = await self._session.read(
            lambda connection: self._look_up(connection, place.id).quotes_numbered(number)
        )
        if rows:
            self.open(rows[0].quote_id)
        else:
            words = self.tr("No quote on this desk has the number {number}.").format(number=number[:40])
            self._shell.say(words, ToastKind.WARN)

    async def _issue(self, view: QuoteView) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        try:
            number = view.number or await self._session.document_number(view.quote_id)
            if not number:
                self._shell.say(
                    self.tr("No number can be given now, so nothing was issued. Try again when online."),
                    ToastKind.WARN,
                )
                return
            totals = view.totals
            args = IssueQuote(
                view.quote_id, view.version, number, view.content_hash, totals.net, totals.tax, totals.total
            )
            await self._performing.do("IssueQuote", args, self.tr("Issued {number}.").format(number=number))
        finally:
            self._is_busy = False
        self.refresh()

    async def _perform(self, kind: str, args: Any) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        try:
            await self._performing.do(kind, args, self.tr("Done."))
        finally:
            self._is_busy = False
        self.refresh()
