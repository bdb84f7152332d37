"""Samples of the stock screen: the shell jacket of the pictures."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.hold_views import HoldsView, HoldView
from storedesk.desk.stock_views import Cell, CellKind, ChannelFigure, MatrixView, PlaceFigure, StockView
from storedesk.domain.stock import available_at_counter, available_for_channel
from storedesk.ui.screens.stock.adjust_sheet import AdjustSheet
from storedesk.ui.screens.stock.end_hold_sheet import EndHoldSheet
from storedesk.ui.screens.stock.hold_sheet import HoldSheet
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.screens.stock.transfer_sheet import TransferSheet
from storedesk.ui.screens.stock.where_pane import ALL, ARTICLE
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell

_SIZES = ("XS", "S", "M", "L", "XL", "XXL")
_FIGURES = {
    "Forest green": ((1, 4), (3, 9), (3, 30), (2, 11), (0, 7), (0, 0)),
    "Granite": ((0, 0), (4, 12), (5, 14), (4, 10), (2, 6), (1, 3)),
    "Brick": ((2, 3), (0, 5), (1, 8), (0, 2), (3, 4), None),
    "Black": ((2, 6), (5, 20), (8, 31), (7, 28), (4, 12), (2, 5)),
}


def _cell(number: int, colour: str, size: str, figures: tuple[int, int] | None) -> Cell:
    if figures is None:
        return Cell(0, colour, size, 0, 0, CellKind.NOT_MADE)
    here, other = figures
    kind = (
        CellKind.MANY
        if here > 2
        else CellKind.LOW
        if here
        else CellKind.ELSEWHERE
        if other
        else CellKind.NONE
    )
    return Cell(number, colour, size, here, other, kind)


_CELLS = tuple(
    tuple(
        _cell(line * 10 + column + 1, colour, size, figures)
        for column, (size, figures) in enumerate(zip(_SIZES, row, strict=True))
    )
    for line, (colour, row) in enumerate(_FIGURES.items())
)


def _place(
    number: int, name: str, counter: int, online: int, closes: str = "20:00", kind: str = "store", shelf: str = "",
    incoming: int = 0, far: int | None = None, sold: str = "14:01",
) -> PlaceFigure:  # fmt: skip
    coming = clock("15:30") if incoming else None
    return PlaceFigure(
        number,
        name,
        kind,
        shelf,
        counter,
        online,
        counter,
        0,
        0,
        incoming,
        coming,
        clock("13:58"),
        closes,
        number == 1,
        far,
        clock(sold) if sold else None,
        _minutes_since(sold),
        _minutes_since(sold) >= 60,
    )


def _minutes_since(sold: str) -> int:
    """Minutes until 14:02, when the picture is taken."""
    hour, _, minute = (sold or "14:02").partition(":")
    return 14 * 60 + 2 - int(hour) * 60 - int(minute)


JACKET = StockView(
    variant_id=3,
    name="Skaljacka Alva",
    style="ALV-2201",
    category="jackets",
    colour="Forest green",
    size="M",
    sku="ALV-2201-SKO-M",
    codes=("2000148220139",),
    unit="piece",
    price=24_990_000,
    currency="SEK",
    here=replace(_place(1, "Göteborg Centrum", 3, 2, shelf="A3-02", incoming=6), on_hand=6),
    counter=available_at_counter(6, 2, 1, 0),
    online=available_for_channel(6, 2, 1, 0, 1, 0, 0),
    places=(
        _place(1, "Göteborg Centrum", 3, 2, shelf="A3-02", incoming=6),
        _place(2, "Mölndal", 4, 3, far=7),
        _place(3, "Kungsbacka", 4, 4, "19:00", far=28, sold="13:57"),
        _place(4, "Borås", 0, 0, "19:00", far=63, sold="13:40"),
        _place(5, "Malmö", 6, 5, "", far=242, sold="12:20"),
        _place(6, "Central warehouse", 18, 18, "", "warehouse", far=130, sold=""),
    ),
    channels=(
        ChannelFigure("Shopify SE", "web", 30, 32, 2),
        ChannelFigure("Shopware DE", "web", 30, 32, 2),
        ChannelFigure("Magento NO", "web", 26, 32, 6),
        ChannelFigure("Norce B2B", "b2b", 32, 32, 0),
    ),
    reserved_orders=("48213", "48219"),
    as_of=clock("14:02"),
    age_ms=180_000,
    matrix=MatrixView("Skaljacka Alva", "ALV-2201", "jackets", tuple(_FIGURES), _SIZES, _CELLS),
    held_until=clock("18:00"),
    share=1,
)


def _hold(
    number: int, state: str, until: str, who: str, tail: str, quantity: int = 1, variant: int = 3
) -> HoldView:
    name, detail = (
        ("Skaljacka Alva", "Forest green · M") if variant == 3 else ("Termos Sten 0,7 l", "Granite")
    )
    return HoldView(
        f"h{number}", variant, quantity, "piece", name, detail, state, clock(until), who, tail, "Sara Holm", "GBG-1", "", 1
    )  # fmt: skip


HOLDS = HoldsView(
    (
        _hold(1, "held", "18:00", "Karin Öberg", "612"),
        _hold(2, "asked", "20:00", "", "", 2),
        _hold(3, "held", "20:00", "Ali Rashid", "", variant=9),
    ),
    (_hold(4, "lapsed", "13:00", "", ""), _hold(5, "collected", "18:00", "", "", variant=9)),
)
ENDS = (clock("20:00"), clock("15:05"), replace(clock("20:00"), day="2026-11-24", days_away=1))


def _stock(offline: bool = False) -> AppShell:
    screen = StockScreen()
    screen.show_stock(JACKET, offline, ENDS)
    screen.show_holds(HOLDS)
    return in_shell(Place.STOCK, screen, OFFLINE if offline else ONLINE)


def _holds(tab: str) -> AppShell:
    shell = _stock()
    screen = shell.current
    assert isinstance(screen, StockScreen)
    screen.where.tabs.choose(tab)
    return shell


def _hold_sheet(window: QWidget, offline: bool = False) -> None:
    HoldSheet(JACKET, ENDS, offline, window).open()


def _no_match() -> AppShell:
    screen = StockScreen()
    screen.show_no_match("alvva m", 98_412)
    return in_shell(Place.STOCK, screen)


def _adjust(window: QWidget) -> None:
    sheet = AdjustSheet(JACKET, window)
    sheet.open()
    sheet.cards.choose(1)
    sheet.quantity.setText("1")
    sheet.quantity.setFocus()


SHOTS = (
    Shot("stock", _stock),
    Shot("stock-adjust", _stock, _adjust),
    Shot("stock-transfer", _stock, lambda window: TransferSheet(JACKET, window).open()),
    Shot("stock-holds", lambda: _holds(ALL)),
    Shot("stock-held-of-this", lambda: _holds(ARTICLE)),
    Shot("stock-hold", _stock, _hold_sheet),
    Shot("stock-end-hold", _stock, lambda window: EndHoldSheet(HOLDS.open[0], window).open()),
    Shot("stock-offline", lambda: _stock(True)),
    Shot("stock-no-match", _no_match),
    Shot("stock-nothing", lambda: in_shell(Place.STOCK, StockScreen())),
)
