"""Writing a quote: every change is saved at once as an action, one after the other, and nothing waits for a button."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from storedesk.actions.quote_args import StartQuote
from storedesk.desk.buyer_look_up import Buyer, DeliverTo, buyers, deliver_to
from storedesk.desk.price_look_up import Draft, QuoteLookUp
from storedesk.desk.quote_views import QuoteView
from storedesk.desk.quote_work import QuoteWork, new_work, work_of
from storedesk.domain.ids import effect_id
from storedesk.domain.reasons import Reason
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.counter_formats import money_number
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import reason_text


class QuoteWriting(QObject):
    """``started`` carries the id of a quote that was begun; ``look_up`` opens the questions of quotes."""

    started = Signal(str)

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: QuotesScreen,
        look_up: Callable[[Driver], QuoteLookUp],
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._look_up, self._performing = look_up, Performing(session, shell)
        self._quote_id = ""
        self._work: QuoteWork | None = None
        self._saved: QuoteWork | None = None
        self._then_edit = -1
        self._is_starting = False
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def work(self) -> QuoteWork | None:
        """The draft on the screen as it is wanted now; None where no draft is."""
        view = self._screen.detail.view
        return self._work if view is not None and view.quote_id == self._quote_id else None

    async def settled(self) -> None:
        """Returns once every change is saved or refused."""
        await self._idle.wait()

    def take(self, view: QuoteView | None) -> None:
        """A quote as it is saved: what is written next starts from it."""
        if not self._idle.is_set():
            return
        is_draft = view is not None and view.state == "draft"
        self._quote_id = view.quote_id if view is not None else ""
        self._work = self._saved = work_of(view) if view is not None and is_draft else None

    def change(self, work: QuoteWork, then_edit: int = -1) -> None:
        """The draft as it shall be; ``then_edit`` is the line whose quantity is asked for next."""
        self._work = work
        if then_edit >= 0:
            self._then_edit = then_edit
        if self._idle.is_set():
            if work == self._saved:
                self._edit_next()
                return
            self._idle.clear()
            self._screen.unsettled = True
            self._background.start(self._save_all())

    def forget_saved(self) -> None:
        """The next change is saved even if it is the same: prices are taken anew."""
        self._saved = None

    def start(self, buyer: Buyer) -> None:
        if not self._is_starting:
            self._is_starting = True
            self._background.start(self._start(buyer))

    async def places(self, company_id: int) -> tuple[DeliverTo, ...]:
        return await self._session.read(lambda connection: deliver_to(connection, company_id))

    def today(self) -> str:
        look = self._session.look()
        return look.hours.local_day(look.now)

    async def _start(self, buyer: Buyer) -> None:
        """The quote is there as soon as it is known whom it is for; a company's only buyer is taken for it."""
        try:
            contact = buyer.contact_id
            if contact is None:
                people = await self._session.read(lambda c: buyers(c, "", buyer.company_id))
                named = [one.contact_id for one in people if one.contact_id is not None]
                contact = named[0] if len(named) == 1 else None
            work = new_work(buyer.company_id, self.today(), contact)
            action_id = self._session.new_action_id()
            performed = await self._performing.do("StartQuote", StartQuote(work.head), "", action_id)
            if is_saved(performed):
                self.started.emit(effect_id(action_id, 1))
        finally:
            self._is_starting = False

    async def _save_all(self) -> None:
        """What was changed while it was being saved is saved after it."""
        try:
            while self._work is not None and self._work != self._saved:
                work = self._work
                saved = await self._save(work, self._quote_id)
                if saved is None:
                    self._work = self._saved
                    break
                if self._work is work:
                    self._work = saved
                self._saved = saved
        finally:
            self._idle.set()
            self._screen.unsettled = False
        self._edit_next()

    async def _save(self, work: QuoteWork, quote_id: str) -> QuoteWork | None:
        """What was saved, without lines that have no price; None where nothing was."""

        def read(connection: Driver) -> Draft | Reason:
            return self._look_up(connection).draft(work.head, work.edits, quote_id)

        draft = await self._session.read(read)
        if isinstance(draft, Reason):
            self._shell.say(reason_text(draft), ToastKind.WARN)
            return None
        if draft.missing:
            self._say_missing(draft)
            work = work.without(*draft.missing)
            self._then_edit = -1
        await self._show(draft.view)
        performed = await self._performing.do(draft.kind, draft.args)
        return work if is_saved(performed) else None

    async def _show(self, view: QuoteView) -> None:
        before = self._screen.detail.view
        if before is None or before.quote_id != view.quote_id:
            return
        self._say_moved(before, view)
        places = await self.places(view.company.company_id)
        self._screen.show_quote(view, places, self.today())
        self._edit_next()

    def _edit_next(self) -> None:
        view, place = self._screen.detail.view, self._then_edit
        if view is not None and 0 <= place < len(view.lines) and self._shell.current is self._screen:
            self._then_edit = -1
            self._screen.detail.edit_quantity(place)

    def _say_missing(self, draft: Draft) -> None:
        words = self.tr("No price in {currency} for this company. Write it as an own line with a price.")
        self._shell.say(words.format(currency=draft.view.totals.currency), ToastKind.WARN)

    def _say_moved(self, before: QuoteView, now: QuoteView) -> None:
        """A price that the lists have changed since the draft was saved is never changed in silence."""
        for old, new in zip(before.lines, now.lines, strict=False):
            same = (old.variant_id, old.quantity) == (new.variant_id, new.quantity)
            if same and old.moved_to is not None and new.unit_price == old.moved_to:
                words = self.tr("Line {line}: the price is now {now} (was {was}).")
                currency = now.totals.currency
                was, price = money_number(old.unit_price, currency), money_number(new.unit_price, currency)
                self._shell.say(words.format(line=new.line, now=price, was=was), ToastKind.WARN)
