"""Samples of the customers screen: companies found, an account in full, one with a credit stop, none."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.account_views import (
    AccountView,
    CompanyRow,
    ExposureView,
    FoundBy,
    NodeView,
    PersonView,
    TermsView,
    VatCheck,
    WorkRow,
)
from storedesk.desk.looked_at import LookedAt
from storedesk.desk.moments import Moment
from storedesk.desk.request_match import Candidate, How, MatchedLine
from storedesk.domain.currency import UNIT
from storedesk.domain.request_lines import RequestLine, RequestText
from storedesk.ui.screens.customers.account_forms import CompanyForm, PersonForm, SiteForm, YesForm
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.screens.customers.request_sheet import RequestSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.looked_samples import LOOKED
from storedesk.ui.shot_samples.pickup_samples import HELD, clock, pickups
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell

_SECOND = Moment(1_793_600_000_000, "09:12", "2026-11-02", -21)
_TWELFTH = Moment(1_794_500_000_000, "16:40", "2026-11-12", -11)
_OCTOBER = Moment(1_792_600_000_000, "11:20", "2026-10-21", -33)
VARV_NAME, GROUP_NAME = "Brännö Varv & Montage AB", "Västerhav Marin Group AB"
FOUND = (
    CompanyRow(1, "20417", VARV_NAME, "company", GROUP_NAME, "556677-8899", FoundBy.NAME, "", False),
    CompanyRow(3, "K1003", "Brännö Varv, docka 2", "site", VARV_NAME, "", FoundBy.NAME, "", False),
    CompanyRow(
        6, "20431", "Styrsö Båtservice AB", "company", "", "556677-8816", FoundBy.PERSON, "Bo Bränn", True
    ),
)


def _node(
    number: int, code: str, name: str, kind: str, depth: int, budget: int = 0, spent: int = 0
) -> NodeView:
    return NodeView(number, code, name, kind, depth, "SEK", budget * UNIT, spent * UNIT, False)


def _work(
    kind: str, number: str, state: str, lines: int, po: str, total: int, at: Moment, is_open: bool
) -> WorkRow:
    return WorkRow(kind, number, number, state, "", is_open, lines, po, total * UNIT, "SEK", at)


_PEOPLE = (
    PersonView(1, "Anna Lindberg", "buyer", "031-390 06 21", "a•••@example.se", 50_000 * UNIT, ""),
    PersonView(2, "Tomas Kvist", "approver", "031-390 06 22", "t•••@example.se", None, ""),
    PersonView(3, "Mia Ros", "accounts", "", "f•••@example.se", 0, ""),
    PersonView(4, "Jonas Ek", "collector", "070-174 06 71", "", 0, ""),
    PersonView(5, "Karin Marin", "approver", "031-390 06 24", "", None, GROUP_NAME),
)
ACCOUNT = AccountView(
    company_id=1, number="20417", name=VARV_NAME, kind="company", country="SE", currency="SEK",
    organisation_number="556677-8899", is_personal=False, since=2019, is_new=False,
    tree=(
        _node(5, "20400", GROUP_NAME, "company", 0),
        _node(1, "20417", VARV_NAME, "company", 1),
        _node(11, "410", "Varvet 410", "site", 2, 40_000, 18_240),
        _node(12, "420", "Montage 420", "site", 2, 40_000, 36_900),
        _node(13, "430", "Kontor 430", "cost_centre", 2, 10_000, 1_120),
        _node(6, "20431", "Styrsö Båtservice AB", "company", 1),
    ),
    people=_PEOPLE,
    exposure=ExposureView(
        "SEK", VARV_NAME, True, 150_000 * UNIT, 61_240 * UNIT, 18_400 * UNIT, 48_448 * UNIT, 70_360 * UNIT,
        False, "", clock("14:01"), False,
    ),
    terms=TermsView(
        "B-2026-17", "B-2026-17, −12 %", True, "2026-12-31", 38, False, 30, True, "standard", "",
        "SE556677889901", VatCheck.CONFIRMED, _SECOND, "any", ("Tomas Kvist", "Karin Marin"),
    ),
    work=(
        _work("order", "48209", "open", 12, "7781", 14_760, clock("11:05"), True),
        replace(_work("quote", "GBG-02-00418-K7", "draft", 4, "7781-A", 48_448, clock("13:20"), True),
                approval="needed"),
        replace(_work("quote", "GBG-02-00402-7B", "issued", 6, "7750", 62_428, _TWELFTH, True),
                version=2, content_hash="b" * 64, needs_yes=True, waits_for=(_PEOPLE[1], _PEOPLE[4])),
        _work("order", "47702", "closed", 8, "7702", 9_312, _TWELFTH, False),
        _work("order", "46930", "closed", 30, "7590", 21_480, _OCTOBER, False),
        _work("quote", "GBG-01-00171-X2", "ordered", 6, "", 21_480, _OCTOBER, False),
        _work("quote", "GBG-02-00377-4C", "ran_out", 2, "", 6_040, _OCTOBER, False),
    ),
)  # fmt: skip
STOPPED = replace(
    ACCOUNT,
    tree=(*ACCOUNT.tree[:1], replace(ACCOUNT.tree[1], stopped=True), *ACCOUNT.tree[2:]),
    exposure=replace(
        ACCOUNT.exposure, stopped=True, stopped_by=VARV_NAME, left=-4_100 * UNIT, invoiced=135_700 * UNIT,
        is_old=True,
    ),
)  # fmt: skip
NEW = replace(
    ACCOUNT, number="N00417002", name="Varvet i Kungsbacka AB", since=2026, is_new=True,
    tree=(_node(1, "N00417002", "Varvet i Kungsbacka AB", "company", 0),), people=(), work=(),
    exposure=ExposureView("SEK", "Varvet", True, 0, 0, 0, 0, 0, False, "", clock("14:01"), False),
    terms=TermsView("", "", False, "", None, False, 0, False, "standard", "", "", VatCheck.NONE, None, "any", ()),
)  # fmt: skip


def shown(view: AccountView | None = None, searched: str = "brän") -> CustomersScreen:
    screen = CustomersScreen()
    screen.show_found(FOUND, searched)
    if view is not None:
        screen.show_account(view, LookedAt(view.company_id) if view is NEW else LOOKED)
    return screen


def _customers(view: AccountView | None = None, offline: bool = False) -> AppShell:
    return in_shell(Place.CUSTOMERS, shown(view), OFFLINE if offline else ONLINE)


def _none() -> AppShell:
    screen = CustomersScreen()
    screen.show_found((), "kvarn")
    return in_shell(Place.CUSTOMERS, screen)


def _gone() -> AppShell:
    screen = CustomersScreen()
    screen.show_account(None)
    return in_shell(Place.CUSTOMERS, screen)


def _request_line(
    text: str, quantity: str, how: How, *candidates: Candidate, chosen: int = 0, number: int = 1
) -> MatchedLine:
    line = RequestLine(text, quantity, (), ())
    return MatchedLine(line, how, candidates, chosen if candidates else -1, number, not quantity)


_ALVA = Candidate(11, "ALV-2201-SKO-M", "Skaljacka Alva", "Forest green · M", "piece")
_LJUNG = Candidate(12, "LJG-0815-GRA-L", "Fleecejacka Ljung", "Granite · L", "piece")
_STEN = Candidate(13, "STN-0100-STE", "Termos Sten 1,0 L", "Stone", "piece")
REQUEST = (
    _request_line("- 12 st Skaljacka Alva skogsgrön M", "12", How.WORDS, _ALVA, number=12),
    _request_line("20 x LJG-0815-GRA-L", "20", How.SKU, _LJUNG, number=20),
    _request_line("VM-1010: 24", "24", How.CUSTOMER, _STEN, number=24),
    _request_line("2000148220139", "", How.BARCODE, _ALVA),
    _request_line("3 fleece Ljung", "3", How.SEVERAL, _LJUNG, _ALVA, chosen=-1, number=3),
    _request_line("32 st brodyr logga vänster bröst", "32", How.TEXT, number=32),
)
_READ = RequestText(tuple(one.line for one in REQUEST), ("Hej Elin!", "Mvh", "Anna"), 1, 0)


def _asked(window: QWidget) -> RequestSheet:
    sheet = RequestSheet(window)
    sheet.open()
    return sheet


def _request(window: QWidget) -> None:
    sheet = _asked(window)
    sheet.show_companies(FOUND)
    sheet.say(sheet.tr("Say first for which company: type a part of its name."))


def _request_lines(window: QWidget) -> None:
    sheet = _asked(window)
    sheet.set_company(1, VARV_NAME)
    sheet.show_lines(REQUEST, _READ)


SHOTS = (
    Shot("customers", _customers),
    Shot("customers-account", lambda: _customers(ACCOUNT)),
    Shot("customers-stopped", lambda: _customers(STOPPED, offline=True)),
    Shot("customers-new", lambda: _customers(NEW)),
    Shot("customers-add", _customers, lambda window: CompanyForm(window, "SE", "Varvet").open()),
    Shot("customers-loading", lambda: in_shell(Place.CUSTOMERS, CustomersScreen())),
    Shot("customers-site", lambda: _customers(ACCOUNT), lambda window: SiteForm(window, ACCOUNT).open()),
    Shot("customers-person", lambda: _customers(ACCOUNT), lambda window: PersonForm(window, ACCOUNT).open()),
    Shot(
        "customers-yes",
        lambda: _customers(ACCOUNT),
        lambda window: YesForm(window, ACCOUNT.work[2], "SEK").open(),
    ),
    Shot("request", lambda: _customers(ACCOUNT), _request),
    Shot("request-lines", lambda: _customers(ACCOUNT), _request_lines),
    Shot("pickups-stopped", lambda: pickups(view=replace(HELD, held=None, stopped_company=VARV_NAME))),
    Shot("customers-none", _none),
    Shot("customers-gone", _gone),
)
