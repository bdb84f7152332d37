"""Feeds the quotes screen, issues with a final number, has quotes approved and performs their other steps."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.quote_args import ApproveQuote, DeclineQuote, IssueQuote, ReviseQuote, WithdrawQuote
from storedesk.desk.buyer_look_up import DeliverTo, deliver_to
from storedesk.desk.looked_at import LookedAt, derive_looked_at
from storedesk.desk.price_look_up import QuoteLookUp
from storedesk.desk.quote_views import Block, QuoteRow, QuoteView
from storedesk.desk.scan_resolver import DocumentFound, Found
from storedesk.storage.desk_quote_reads import printed_since
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.quotes.choice_sheet import ChoiceSheet
from storedesk.ui.screens.quotes.quote_words import blocks_text, end_choices, hit_text, version_choices
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.empty_quote import EmptyQuote
from storedesk.ui.window.performing import Performing
from storedesk.ui.window.quote_editing import QuoteEditing
from storedesk.ui.window.quote_writing import QuoteWriting
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor
from storedesk.ui.window.trouble_texts import answer_problem
from storedesk.ui.window.undo_control import UndoControl

_TABLES = frozenset(
    {
        "quote",
        "quote_line",
        "quote_revision",
        "quote_yes",
        "company",
        "price",
        "stock_level",
        "hold",
        "buyer_view",
    }
)


_Read = tuple[tuple[QuoteRow, ...], QuoteView | None, tuple[DeliverTo, ...], LookedAt | None]


class QuotesControl(QObject):
    """The chosen quote stays chosen; one step at a time is performed."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: QuotesScreen,
        undo: UndoControl,
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing = Performing(session, shell)
        self._chosen, self._is_busy = "", False
        self.writing = QuoteWriting(session, shell, background, screen, self._look_up)
        self.editing = QuoteEditing(session, shell, background, screen, self.writing, undo)
        self._empty = EmptyQuote(session, shell, background, self.writing.settled)
        self._empty.gone.connect(self._gone)
        self.writing.started.connect(self._empty.begun)
        self.writing.started.connect(self.open)
        screen.left.connect(lambda: self._empty.left())
        self.editing.discounted.connect(lambda: background.start(self._approve_if_over()))
        screen.quote_wanted.connect(self._wanted)
        screen.issue_wanted.connect(lambda view: background.start(self._issue(view.quote_id)))
        screen.approve_wanted.connect(lambda view: background.start(self._approve(view)))
        screen.revise_wanted.connect(self._ask_reason)
        screen.end_wanted.connect(self._ask_end)
        screen.print_wanted.connect(lambda view: background.start(self._print(view)))
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)

    def open(self, quote_id: str) -> None:
        """Shows a quote on its screen, with the whole width."""
        self._empty.left(quote_id)
        self._shell.go(Place.QUOTES)
        self.screen.set_full(True)
        self._chosen = quote_id
        self._background.start(self._load(then_write=True))

    def open_with(self, quote_and_article: str) -> None:
        """Shows a draft and adds an article to it: the ids of both, with a space between."""
        quote_id, _, variant_id = quote_and_article.partition(" ")
        self._empty.left(quote_id)
        self._shell.go(Place.QUOTES)
        self.screen.set_full(True)
        self._chosen = quote_id
        self._background.start(self._load_and_add(int(variant_id)))

    async def _load_and_add(self, variant_id: int) -> None:
        await self._load(then_write=True)
        await self.editing.add_looked(variant_id)

    def new(self) -> None:
        """A new quote, from any screen: first whom it is for."""
        self._shell.go(Place.QUOTES)
        self.screen.detail.flush()
        self._background.start(self._new())
        self._empty.left()

    def take(self, hit: Found) -> bool:
        """The scanned number of a document opens the quote that has it; an article goes on the open draft."""
        if isinstance(hit, DocumentFound):
            self._background.start(self._open_numbered(hit.number))
            return True
        return self.editing.take(hit)

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self.screen:
            self._background.start(self._load())

    def _wanted(self, quote_id: str) -> None:
        self.screen.detail.flush()
        self._empty.left(quote_id)
        self._chosen = quote_id
        self.refresh()

    def _gone(self, quote_id: str) -> None:
        """The quote that was left empty is not shown any more."""
        if self._chosen == quote_id:
            self._chosen = ""
            self.screen.set_full(False)
        self.refresh()

    def _look_up(self, connection: Driver) -> QuoteLookUp:
        place, sync = self._session.place, self._session.sync
        heard = sync.last_good_at if sync is not None else None
        return QuoteLookUp(connection, place.id if place else 0, self._session.look(), heard)

    async def _new(self) -> None:
        await self.writing.settled()
        self._chosen = ""
        self.writing.take(None)
        self.screen.start_new()

    async def _load(self, then_write: bool = False) -> None:
        """What is being saved is waited for; a new quote that is being begun is left alone."""
        await self.writing.settled()
        wanted = self._chosen
        if self._session.place is None:
            return

        def read(connection: Driver) -> _Read:
            look_up = self._look_up(connection)
            rows = look_up.quotes()
            chosen = wanted or (rows[0].quote_id if rows else "")
            view = look_up.quote(chosen) if chosen else None
            if view is None:
                return rows, None, (), None
            company_id = view.company.company_id
            looked = derive_looked_at(connection, company_id, self._session.look())
            return rows, view, deliver_to(connection, company_id), looked

        rows, view, places, looked = await self._session.read(read)
        self.screen.show_quotes(rows)
        is_new = self.screen.detail.is_new and not wanted
        if wanted != self._chosen or is_new or self.screen.unsettled:
            return
        self._chosen = view.quote_id if view else ""
        self.writing.take(view)
        self.screen.show_quote(view, places, self.writing.today(), looked)
        if then_write:
            self.screen.detail.write()

    async def _view(self, quote_id: str) -> QuoteView | None:
        await self.writing.settled()
        return await self._session.read(lambda connection: self._look_up(connection).quote(quote_id))

    async def _open_numbered(self, number: str) -> None:
        rows = await self._session.read(lambda connection: self._look_up(connection).quotes_numbered(number))
        if rows:
            self.open(rows[0].quote_id)
        else:
            words = self.tr("No quote on this desk has the number {number}.").format(number=number[:40])
            self._shell.say(words, ToastKind.WARN)

    async def _issue(self, quote_id: str) -> None:
        """Issues what is saved last; what blocks it is said."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            view = await self._view(quote_id)
            if view is None:
                return
            if view.blocks:
                self._shell.say(blocks_text(view), ToastKind.WARN)
                return
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

    async def _approve_if_over(self) -> None:
        """After a discount: over the own limit the supervisor is asked at once."""
        view = self.screen.detail.view
        fresh = await self._view(view.quote_id) if view is not None else None
        if fresh is None or Block.NEEDS_APPROVAL not in fresh.blocks:
            return
        if fresh.who == "supervisor":
            await self._approve(fresh)
        else:
            words = self.tr("Over what a PIN at this desk may allow. F8 asks for the approval.")
            self._shell.say(words, ToastKind.WARN)

    async def _approve(self, view: QuoteView) -> None:
        """A supervisor's PIN for exactly what is shown; the user stays signed in."""
        fresh = await self._view(view.quote_id)
        if fresh is None or self._is_busy:
            return
        self._is_busy = True
        try:
            hits = " ".join(hit_text(hit, fresh.totals.currency) for hit in fresh.hits[:2])
            heading = self.tr("Approve {number}").format(number=fresh.number or self.tr("the quote"))
            asked = await ask_supervisor(AtDesk(self._session, self._shell), heading, hits)
            if asked is not None:
                args = ApproveQuote(fresh.quote_id, fresh.content_hash, asked)
                await self._performing.do("ApproveQuote", args, self.tr("Approved. It can be issued."))
        finally:
            self._is_busy = False
        self.refresh()

    def _ask_reason(self, view: QuoteView) -> None:
        sheet = ChoiceSheet(
            self._shell, self.tr("New version of {number}").format(number=view.number),
            self.tr("The version that is issued stays as it is."), version_choices(view),
        )  # fmt: skip
        sheet.confirmed.connect(
            lambda reason, _: self._background.start(
                self._perform("ReviseQuote", ReviseQuote(view.quote_id, view.version, reason))
            )
        )
        sheet.finished.connect(lambda _: sheet.deleteLater())
        sheet.open()

    def _ask_end(self, view: QuoteView) -> None:
        sheet = ChoiceSheet(
            self._shell, self.tr("End {number}").format(number=view.number or self.tr("the quote")),
            view.company.name, end_choices(view), with_note=True,
        )  # fmt: skip
        sheet.confirmed.connect(lambda key, note: self._background.start(self._end(view, key, note)))
        sheet.finished.connect(lambda _: sheet.deleteLater())
        sheet.open()

    async def _end(self, view: QuoteView, key: str, note: str) -> None:
        if key == "declined":
            await self._perform("DeclineQuote", DeclineQuote(view.quote_id, view.version, note))
        else:
            await self._perform("WithdrawQuote", WithdrawQuote(view.quote_id, view.version, note))

    async def _print(self, view: QuoteView) -> None:
        """What was printed here since it was issued comes out marked as a copy."""
        fresh = await self._view(view.quote_id)
        if fresh is None:
            return
        since = (fresh.issued or fresh.changed).at
        number = fresh.number
        again = bool(number) and await self._session.read(lambda c: printed_since(c, number, since))
        answer = await self._session.print_paper("quote", fresh.quote_id, copy=again)
        if answer.problem:
            self._shell.say(answer_problem(answer.problem), ToastKind.WARN)
            return
        words = (
            self.tr("Copy on its way to the printer: {number}")
            if again
            else self.tr("On its way to the printer: {number}")
        )
        self._shell.say(words.format(number=answer.detail))

    async def _perform(self, kind: str, args: Any) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        try:
            await self.writing.settled()
            await self._performing.do(kind, args, self._said(kind))
        finally:
            self._is_busy = False
        self.refresh()

    def _said(self, kind: str) -> str:
        words = {
            "AskApproval": self.tr("Asked for the approval."),
            "AskForOrder": self.tr("Asked for the order."),
            "ReviseQuote": self.tr("A new version, as a draft."),
            "WithdrawQuote": self.tr("Withdrawn."),
            "DeclineQuote": self.tr("Noted: the customer says no."),
        }
        return words.get(kind, self.tr("Done."))
