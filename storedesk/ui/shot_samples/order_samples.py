"""Samples of the orders screen: an order in two parts, and one search's results."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.caller_proof import CallerProof, Said
from storedesk.desk.covered_details import covered_name
from storedesk.desk.moments import Moment
from storedesk.desk.order_views import (
    Answer,
    AskedRow,
    BoughtLine,
    Happening,
    MoneyRow,
    OrderPart,
    OrderView,
    QuestionRow,
    ResultRow,
    Shown,
)
from storedesk.desk.return_views import ReturnLineView, ReturnView
from storedesk.ui.screens.orders.change_sheets import AddressSheet, CancelLineSheet, CancelSheet, NoteSheet
from storedesk.ui.screens.orders.contact_sheet import ContactSheet
from storedesk.ui.screens.orders.more_sheet import MoreSheet
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.part_sheets import (
    AskSheet,
    CollectorSheet,
    DecideSheet,
    ExtendSheet,
    MoveSheet,
)
from storedesk.ui.screens.orders.return_sheet import ReturnSheet
from storedesk.ui.screens.orders.verify_sheet import VerifySheet
from storedesk.ui.screens.orders.why_sheet import WhySheet
from storedesk.ui.screens.orders.words_sheet import SpokenWords, WordsSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell
from storedesk.ui.shot_samples.why_samples import WHY, WHY_MANY, why_clock
from storedesk.ui.widgets.sheet import Sheet

_NINTH = Moment(1_794_200_000_000, "14:10", "2026-11-09", -14)
_ELEVENTH = Moment(1_794_400_000_000, "10:12", "2026-11-11", -12)
_TWELFTH = Moment(1_794_500_000_000, "16:40", "2026-11-12", -11)
HERE, BORAS = "Göteborg Centrum", "Borås"

ORDER = OrderView(
    order_id="o-47815",
    number="47815",
    name="Maria Nilsson",
    channel="Shopify SE",
    state="open",
    payment_state="captured",
    currency="SEK",
    total=39_460_000,
    due=0,
    placed=_NINTH,
    answers=(
        Answer("collected", HERE, when=_ELEVENTH, what="Merinotröja Ull 200"),
        Answer("being_picked", BORAS, when=clock("16:20"), what="Ryggsäck Vidd 28 L", more=1),
    ),
    lines=(
        BoughtLine("Merinotröja Ull 200", "Granite · M", "ULL-200", "piece", 2, 0, 1, 1, 17_980_000, 1, 11),
        BoughtLine("Ryggsäck Vidd 28 L", "Stone", "VID-28", "piece", 1, 0, 0, 0, 12_990_000, 2, 12),
        BoughtLine("Dunväst Snö", "Black · M", "SNO-M", "piece", 1, 1, 0, 0, 8_490_000, 3, 13),
    ),
    money=(
        MoneyRow("payment", "card •••• 4410", "captured", 39_460_000, _NINTH),
        MoneyRow("refund", "card •••• 4410", "refunded", -8_990_000, _TWELFTH),
    ),
    parts=(
        OrderPart("f-1", HERE, True, "collected", 2, 2, _ELEVENTH, "2026-11-18", _ELEVENTH, 1, True),
        OrderPart("f-2", BORAS, False, "picking", 1, 0, clock("16:20"), "2026-11-30", None, 2),
    ),
    timeline=(
        Happening("goods_returned", _TWELFTH, HERE, "Elin L."),
        Happening("handed_over", _ELEVENTH, HERE, "Oskar N."),
        Happening("ready", _ELEVENTH, HERE, ""),
        Happening("paid", _NINTH, "Shopify SE", ""),
        Happening("ordered", _NINTH, "", ""),
    ),
    phone="•••612",
    email="m•••@example.se",
    asked=(AskedRow("note", "", "asked", "", clock("13:58"), "Elin L."),),
    questions=(
        QuestionRow("when_ready", "", BORAS, clock("13:20"), "ready_today", "after four", clock("13:41")),
    ),
)
RESULTS = (
    ResultRow("o-48207", "48207", "Maria Nilsson", "612", "open", clock("11:05"), 52_450_000, "SEK"),
    ResultRow("o-47815", "47815", "Maria Nilsson", "612", "open", _NINTH, 39_460_000, "SEK"),
    ResultRow("o-44790", "44790", "Jonas Nilsson", "612", "cancelled", _NINTH, 12_990_000, "SEK"),
)


def _orders(view: OrderView = ORDER, offline: bool = False) -> AppShell:
    """As at a store; an order that is shown covered or in full is at a customer-service desk."""
    screen = OrdersScreen()
    rows = RESULTS if view.shown is Shown.TAILS else tuple(_result(row, view) for row in RESULTS)
    screen.show_results(rows, "740612", view.order_id)
    screen.show_order(view)
    return in_shell(Place.ORDERS, screen, OFFLINE if offline else ONLINE)


def _result(row: ResultRow, view: OrderView) -> ResultRow:
    """On the phone only the verified order of the caller is named in the list."""
    if view.shown is Shown.ALL and row.order_id == view.order_id:
        return row
    return replace(row, name=covered_name(row.name), phone_tail="")


def _bare() -> OrderView:
    return replace(
        ORDER,
        answers=(Answer("waits"),),
        parts=(),
        money=(),
        phone="",
        email="",
        timeline=ORDER.timeline[-1:],
    )


def _sheet(make: Callable[[QWidget], Sheet]) -> Callable[[QWidget], None]:
    def after(window: QWidget) -> None:
        make(window).show()

    return after


_COUNTS = {"where_is_my_order": 4, "stock": 2, "return": 1}
_WAITING = OrderPart("f-3", BORAS, False, "rejected", 2, 0, clock("16:20"), "2026-11-30", None, 2)
_WORDS = (SpokenWords(BORAS, "031-390 06 04", "mango tiger salsa"),)
_STORES = [(2, "Stockholm"), (3, "Malmö"), (4, "Oslo")]


def _covered() -> OrderView:
    return replace(ORDER, name=covered_name(ORDER.name), phone="", email="", shown=Shown.COVERED)


def _ready() -> OrderView:
    """At customer service, with a part that stands ready in Borås."""
    ready = replace(ORDER.parts[1], state="ready")
    answers = (ORDER.answers[0], Answer("ready", BORAS, "2026-11-30", what="Ryggsäck Vidd 28 L", more=1))
    return replace(_covered(), parts=(ORDER.parts[0], ready), answers=answers)


def _told() -> OrderView:
    home = ("Maria Nilsson", "Exempelgatan 4", "411 00 Göteborg")
    return replace(ORDER, phone="070-174 06 12", email="maria@example.se", address=home, shown=Shown.ALL)


def _check(said: Said) -> tuple[CallerProof, ...]:
    return ("order_number",) if said.order_number else ()


def _type_number(window: QWidget) -> None:
    sheet = VerifySheet("o", ("order_number", "phone", "email"), _check, window)
    sheet.fields["order_number"].setText("47815")
    sheet.fields["phone"].setText("0701")
    sheet.show()


RETURN = ReturnView(
    "o-47815",
    "47815",
    "Maria Nilsson",
    "SEK",
    True,
    (
        ReturnLineView(1, 11, "Merinotröja Ull 200", "Granite · M", "piece", 2, 0, 2, "", 17_980_000, 2),
        ReturnLineView(2, 12, "Ryggsäck Vidd 28 L", "", "piece", 1, 1, 0, "returned", 9_490_000, 1),
        ReturnLineView(3, 13, "Dunväst Snö", "Black", "piece", 1, 0, 0, "not_left", 11_990_000, 1),
    ),
)


def _return(offline: bool, view: ReturnView = RETURN) -> Callable[[QWidget], None]:
    def after(window: QWidget) -> None:
        sheet = ReturnSheet(view, offline, window)
        sheet.table.add(1)
        sheet.reasons.choose(1)
        sheet.show()

    return after


def _gone() -> AppShell:
    screen = OrdersScreen()
    screen.show_gone()
    return in_shell(Place.ORDERS, screen)


SHOTS = (
    Shot("orders", _orders),
    Shot("orders-offline", lambda: _orders(offline=True)),
    Shot("orders-just-in", lambda: _orders(_bare())),
    Shot("orders-gone", _gone),
    Shot("orders-covered", lambda: _orders(_covered())),
    Shot("orders-verified", lambda: _orders(_told())),
    Shot(
        "orders-contact",
        _orders,
        _sheet(lambda window: ContactSheet("o", "47815", "2026-11-23", _COUNTS, window)),
    ),
    Shot("orders-verify", _orders, _type_number),
    Shot("orders-more", _orders, _sheet(lambda window: MoreSheet(ORDER, window))),
    Shot(
        "orders-more-service",
        lambda: _orders(_ready()),
        _sheet(lambda window: MoreSheet(_ready(), window, True)),
    ),
    Shot(
        "orders-words", lambda: _orders(_ready()), _sheet(lambda window: WordsSheet("47815", _WORDS, window))
    ),
    Shot("orders-why", _orders, _sheet(lambda window: WhySheet(WHY, why_clock, window))),
    Shot("orders-why-many", _orders, _sheet(lambda window: WhySheet(WHY_MANY, why_clock, window))),
    Shot("orders-ask", _orders, _sheet(lambda window: AskSheet(ORDER.parts[1], "47815", window))),
    Shot("orders-extend", _orders, _sheet(lambda window: ExtendSheet(ORDER.parts[1], "47815", window))),
    Shot("orders-decide", _orders, _sheet(lambda window: DecideSheet(_WAITING, "47815", _STORES, window))),
    Shot("orders-address", _orders, _sheet(lambda window: AddressSheet(ORDER, "", window))),
    Shot("orders-cancel", _orders, _sheet(lambda window: CancelSheet(ORDER, "", window))),
    Shot("orders-cancel-line", _orders, _sheet(lambda window: CancelLineSheet(ORDER, window))),
    Shot("orders-move", _orders, _sheet(lambda window: MoveSheet(ORDER.parts[1], "47815", _STORES, window))),
    Shot(
        "orders-collector",
        _orders,
        _sheet(lambda window: CollectorSheet(ORDER.parts[1], "47815", "", window)),
    ),
    Shot("orders-return", _orders, _return(False)),
    Shot("orders-return-offline", lambda: _orders(offline=True), _return(True)),
    Shot("orders-return-late", _orders, _return(False, replace(RETURN, last_day="2026-11-09", is_late=True))),
    Shot("orders-note", _orders, _sheet(lambda window: NoteSheet(ORDER, "", window))),
    Shot("orders-nothing", lambda: in_shell(Place.ORDERS, OrdersScreen())),
)
