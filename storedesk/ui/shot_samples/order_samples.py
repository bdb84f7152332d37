"""Samples of the orders screen: an order in two parts, and one search's results."""

from dataclasses import replace

from storedesk.desk.moments import Moment
from storedesk.desk.order_views import (
    Answer,
    BoughtLine,
    Happening,
    MoneyRow,
    OrderPart,
    OrderView,
    ResultRow,
)
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell

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
    answers=(Answer("collected", HERE, when=_ELEVENTH), Answer("being_picked", BORAS, when=clock("16:20"))),
    lines=(
        BoughtLine("Merinotröja Ull 200", "Granite · M", "ULL-200", "piece", 2, 0, 1, 1, 17_980_000),
        BoughtLine("Ryggsäck Vidd 28 L", "Stone", "VID-28", "piece", 1, 0, 0, 0, 12_990_000),
        BoughtLine("Dunväst Snö", "Black · M", "SNO-M", "piece", 1, 1, 0, 0, 8_490_000),
    ),
    money=(
        MoneyRow("payment", "card •••• 4410", "captured", 39_460_000, _NINTH),
        MoneyRow("refund", "card •••• 4410", "refunded", -8_990_000, _TWELFTH),
    ),
    parts=(
        OrderPart("f-1", HERE, True, "collected", 2, 2, _ELEVENTH, "2026-11-18", _ELEVENTH),
        OrderPart("f-2", BORAS, False, "picking", 1, 0, clock("16:20"), "2026-11-30", None),
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
)
RESULTS = (
    ResultRow("o-48207", "48207", "Maria Nilsson", "612", "open", clock("11:05"), 52_450_000, "SEK"),
    ResultRow("o-47815", "47815", "Maria Nilsson", "612", "open", _NINTH, 39_460_000, "SEK"),
    ResultRow("o-44790", "44790", "Jonas Nilsson", "612", "cancelled", _NINTH, 12_990_000, "SEK"),
)


def _orders(view: OrderView = ORDER, offline: bool = False) -> AppShell:
    screen = OrdersScreen()
    screen.show_results(RESULTS, "740612", view.order_id)
    screen.show_order(view)
    return in_shell(Place.ORDERS, screen, OFFLINE if offline else ONLINE)


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


def _gone() -> AppShell:
    screen = OrdersScreen()
    screen.show_gone()
    return in_shell(Place.ORDERS, screen)


SHOTS = (
    Shot("orders", _orders),
    Shot("orders-offline", lambda: _orders(offline=True)),
    Shot("orders-just-in", lambda: _orders(_bare())),
    Shot("orders-gone", _gone),
    Shot("orders-nothing", lambda: in_shell(Place.ORDERS, OrdersScreen())),
)
