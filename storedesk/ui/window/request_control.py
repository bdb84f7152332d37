"""A quote from a request: finds the company, reads the file off the window's thread, matches, begins the quote."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from storedesk.actions.quote_args import QuoteHeadArgs, StartQuote
from storedesk.connectors.request_reader import Request, RequestUnreadable, read_pasted, read_request_file
from storedesk.desk.account_look_up import AccountLookUp
from storedesk.desk.price_look_up import Draft, QuoteLookUp
from storedesk.desk.request_match import MatchedLine, as_text, edits_of, match_request, sender_of
from storedesk.domain.ids import effect_id
from storedesk.domain.reasons import Reason
from storedesk.domain.records import Company
from storedesk.domain.request_lines import RequestText
from storedesk.domain.wall_clock import add_days
from storedesk.protocol.desk_link import Performed
from storedesk.storage.row_reader import Driver, one
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.customers.request_sheet import RequestSheet
from storedesk.ui.screens.customers.request_words import Told, unreadable_text
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.find_control import Opener
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text

VALID_DAYS = 30


class RequestControl(QObject):
    """One sheet at a time. ``company_now`` is the account that is open, 0 for none."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        look_up: Callable[[Driver], AccountLookUp],
        company_now: Callable[[], int],
        openers: Mapping[str, Opener],
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._look_up, self._company_now, self._openers = look_up, company_now, openers
        self._performing = Performing(session, shell)
        self._file: Request | None = None
        self._contact: tuple[int, int] = (0, 0)
        self._is_busy = False
        self.sheet: RequestSheet | None = None

    def open(self) -> None:
        if self._session.is_ready and self._session.user is not None and self.sheet is None:
            sheet = self.sheet = RequestSheet(self._shell)
            self._file, self._contact = None, (0, 0)
            start = self._background.start
            sheet.company_searched.connect(lambda text: start(self._find(sheet, text)))
            sheet.file_wanted.connect(self._choose_file)
            sheet.match_wanted.connect(lambda company, text: start(self._match(sheet, company, text)))
            sheet.confirmed.connect(lambda company, lines: start(self._begin(sheet, company, lines)))
            sheet.finished.connect(self._closed)
            sheet.open()
            if company := self._company_now():
                start(self._take(sheet, company))

    def take_file(self, path: str) -> None:
        """Reads a file that was chosen, in a thread of its own."""
        if self.sheet is not None:
            self._background.start(self._read(self.sheet, Path(path)))

    def _closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = None

    def _choose_file(self) -> None:
        dialog = QFileDialog(self.sheet, self.tr("Choose the request"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Mails, tables and texts (*.eml *.csv *.tsv *.txt)"))
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    async def _find(self, sheet: RequestSheet, text: str) -> None:
        rows = (
            await self._session.read(lambda connection: self._look_up(connection).found(text)) if text else ()
        )
        if sheet is self.sheet and sheet.company.text().strip() == text:
            sheet.show_companies(rows)

    async def _take(self, sheet: RequestSheet, company_id: int) -> None:
        company = await self._session.read(lambda connection: one(connection, Company, "id = ?", company_id))
        if company is not None and sheet is self.sheet:
            sheet.set_company(company.id, company.name)

    async def _read(self, sheet: RequestSheet, path: Path) -> None:
        try:
            request = await asyncio.to_thread(read_request_file, path)
        except RequestUnreadable as error:
            sheet.say(unreadable_text(error.why))
            return
        found = await self._session.read(lambda connection: sender_of(connection, request.sender))
        if sheet is not self.sheet:
            return
        self._file = request
        words = [Told().read(len(request.content.lines))]
        if request.ignored:
            words.append(Told().ignored(request.ignored))
        sheet.show_file(path.name, " · ".join(words))
        if found is not None:
            self._contact = (found.company_id, found.contact_id)
            await self._take(sheet, found.company_id)

    async def _match(self, sheet: RequestSheet, company_id: int, text: str) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        try:
            content = await self._content(text)
            if not content.lines:
                sheet.say(
                    self.tr("No line says how many or names an article. Paste the lines with quantities.")
                )
                return
            lines = await self._session.read(
                lambda connection: match_request(connection, company_id, content)
            )
            if sheet is self.sheet:
                sheet.show_lines(lines, content)
        finally:
            self._is_busy = False

    async def _content(self, text: str) -> RequestText:
        if text.strip() or self._file is None:
            return await asyncio.to_thread(read_pasted, text)
        return self._file.content

    async def _begin(self, sheet: RequestSheet, company_id: int, lines: tuple[MatchedLine, ...]) -> None:
        """The draft with the lines; what has no price is kept as text too."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            made = await self._session.read(lambda connection: self._draft(connection, company_id, lines))
            if isinstance(made, Reason):
                sheet.say(
                    refusal_text(Performed(request=0, outcome="rejected", why=made.kind, facts=made.facts()))
                )
                return
            action_id = self._session.new_action_id()
            done = await self._session.perform("StartQuote", made, action_id)
            if not is_saved(done):
                sheet.say(refusal_text(done))
                return
            sheet.accept()
            self._performing.tell(done, self.tr("A quote is begun from the request."))
            opener = self._openers.get("quote")
            if opener is not None:
                opener(effect_id(action_id, 1))
        finally:
            self._is_busy = False

    def _draft(
        self, connection: Driver, company_id: int, lines: tuple[MatchedLine, ...]
    ) -> StartQuote | Reason:
        session = self._session
        look, place = session.look(), session.place
        heard = None if session.sync is None else session.sync.last_good_at
        quotes = QuoteLookUp(connection, 0 if place is None else place.id, look, heard)
        until = add_days(look.hours.local_day(look.now), VALID_DAYS)
        contact = self._contact[1] if self._contact[0] == company_id else None
        head = QuoteHeadArgs(company_id=company_id, valid_until=until, contact_id=contact)
        edits = list(edits_of(lines))
        made = quotes.draft(head, edits)
        if isinstance(made, Draft) and made.missing:
            for place_of in made.missing:
                edits[place_of] = as_text(lines[place_of])
            made = quotes.draft(head, edits)
        if isinstance(made, Reason):
            return made
        return StartQuote(head, made.args.lines)
