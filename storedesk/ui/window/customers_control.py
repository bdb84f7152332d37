"""Feeds the customers screen: companies by any fragment, one account in full; adds, notes and begins quotes."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.company_args import AddCompany
from storedesk.actions.quote_args import QuoteHeadArgs, StartQuote
from storedesk.desk.account_look_up import AccountLookUp
from storedesk.desk.account_views import AccountView, CompanyRow, WorkRow
from storedesk.desk.looked_at import LookedAt
from storedesk.domain.ids import effect_id, whole_number_of
from storedesk.domain.wall_clock import add_days
from storedesk.storage.desk_quote_reads import newest_draft
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.customers.account_forms import CompanyForm, FormSheet, PersonForm, SiteForm, YesForm
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.find_control import Opener
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text

_TABLES = frozenset(
    {"company", "company_contact", "company_approval", "orders", "quote", "quote_line", "buyer_view"}
)
VALID_DAYS = 30
Shown = tuple[tuple[CompanyRow, ...], AccountView | None, LookedAt | None]


class CustomersControl(QObject):
    """What is typed in the find field filters the list while this screen is current; ``openers`` open a row."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: CustomersScreen,
        openers: Mapping[str, Opener],
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._openers, self._performing = openers, Performing(session, shell)
        self._typed, self._company, self._is_busy = "", 0, False
        self.form: FormSheet | None = None
        shell.find_field.searched.connect(self._search)
        screen.company_wanted.connect(self._wanted)
        screen.left.connect(lambda: self._wanted(0))
        screen.row_opened.connect(self._open_row)
        screen.quote_wanted.connect(lambda company: background.start(self._begin_quote(company)))
        screen.add_wanted.connect(self._add)
        screen.looked_wanted.connect(lambda company, one: background.start(self._add_looked(company, one)))
        screen.yes_wanted.connect(self._yes)
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)

    @property
    def is_current(self) -> bool:
        return self._shell.current is self.screen

    def company_now(self) -> int:
        """The account that is open on the screen, 0 for none."""
        view = self.screen.account if self.is_current else None
        return 0 if view is None else view.company_id

    def open(self, company_id: int) -> None:
        """Shows an account on its screen."""
        self._company = company_id
        self._shell.go(Place.CUSTOMERS)
        self.refresh()

    def refresh(self) -> None:
        if self._session.is_ready and self.is_current:
            self._background.start(self._load())

    def look_up(self, connection: Driver) -> AccountLookUp:
        session = self._session
        zone = "" if session.place is None else session.place.zone
        heard = None if session.sync is None else session.sync.last_good_at
        return AccountLookUp(connection, session.look(), zone, heard)

    def _search(self, text: str) -> None:
        if self.is_current:
            self._typed = text.strip()
            self.refresh()

    def _wanted(self, company_id: int) -> None:
        self._company = company_id
        self.refresh()

    def _open_row(self, kind: str, record_id: str) -> None:
        opener = self._openers.get(kind)
        if opener is not None:
            opener(record_id)

    async def _load(self) -> None:
        typed, wanted = self._typed, self._company

        def read(connection: Driver) -> Shown:
            look_up = self.look_up(connection)
            view = look_up.account(wanted) if wanted else None
            looked = None if view is None else look_up.looked_at(view.company_id)
            return look_up.found(typed), view, looked

        rows, view, looked = await self._session.read(read)
        if (typed, wanted) != (self._typed, self._company):
            return
        self.screen.show_found(rows, typed)
        if wanted:
            self.screen.show_account(view, looked)
            self._company = wanted if view is None else view.company_id

    async def _add_looked(self, company_id: int, variant_id: int) -> None:
        """The article goes into the company's newest draft of this place, or into a new quote."""
        place = self._session.place
        if place is None:
            return
        place_id = place.id
        draft = await self._session.read(lambda connection: newest_draft(connection, company_id, place_id))
        if draft is None:
            await self._begin_quote(company_id, variant_id)
        else:
            self._open_row("quote_article", f"{draft} {variant_id}")

    async def _begin_quote(self, company_id: int, variant_id: int = 0) -> None:
        """A draft for the company with its first buyer, opened where quotes are written; perhaps with an article."""
        session = self._session
        if self._is_busy or not session.is_ready:
            return
        self._is_busy = True
        try:
            view = await session.read(lambda connection: self.look_up(connection).account(company_id))
            if view is None:
                return
            look = session.look()
            buyer = next((one.contact_id for one in view.people if one.role == "buyer"), None)
            until = add_days(look.hours.local_day(look.now), VALID_DAYS)
            head = QuoteHeadArgs(company_id=view.company_id, valid_until=until, contact_id=buyer)
            action_id = session.new_action_id()
            said = self.tr("A quote for {company} is begun.").format(company=view.name)
            done = await self._performing.do("StartQuote", StartQuote(head), said, action_id)
            if is_saved(done):
                quote_id = effect_id(action_id, 1)
                if variant_id:
                    self._open_row("quote_article", f"{quote_id} {variant_id}")
                else:
                    self._open_row("quote", quote_id)
        finally:
            self._is_busy = False

    def _add(self, below: bool) -> None:
        """A person to the account that is open, or a site below it; else a company."""
        view, place = self.screen.account, self._session.place
        if view is not None and below:
            self._show(SiteForm(self._shell, view))
        elif view is not None:
            self._show(PersonForm(self._shell, view))
        elif place is not None:
            name = "" if self.screen.list.rows or self._typed.isdigit() else self._typed
            self._show(CompanyForm(self._shell, place.country, name))

    def _yes(self, quote: WorkRow) -> None:
        self._show(YesForm(self._shell, quote, quote.currency))

    def _show(self, form: FormSheet) -> None:
        self.form, self._asked = form, ""
        form.confirmed.connect(lambda kind, args: self._background.start(self._confirm(form, kind, args)))
        form.finished.connect(lambda result: form.deleteLater())
        form.open()

    async def _confirm(self, form: FormSheet, kind: str, args: Any) -> None:
        """The form closes once it is kept; what was refused is said in it, and nothing written is lost."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            if (
                isinstance(args, AddCompany)
                and isinstance(form, CompanyForm)
                and await self._is_double(form, args)
            ):
                return
            action_id = self._session.new_action_id()
            done = await self._session.perform(kind, args, action_id)
            if not is_saved(done):
                form.say(refusal_text(done))
                return
            form.accept()
            self._performing.tell(done, self._said(kind))
            if isinstance(args, AddCompany):
                self.open(whole_number_of(effect_id(action_id, 1)))
        finally:
            self._is_busy = False
        self.refresh()

    async def _is_double(self, form: CompanyForm, args: AddCompany) -> bool:
        """Says once that somebody has the number already; a second press adds it all the same."""
        number = f"{args.country} {args.organisation_number}"
        if not args.organisation_number or self._asked == number:
            return False
        name = await self._session.read(
            lambda connection: self.look_up(connection).name_with(args.country, args.organisation_number)
        )
        self._asked = number
        if name:
            form.say_double(name)
        return bool(name)

    def _said(self, kind: str) -> str:
        return {
            "AddCompany": self.tr("The company is added."),
            "AddContact": self.tr("The person is added."),
            "NoteCompanyApproval": self.tr("The answer is noted."),
        }.get(kind, "")
