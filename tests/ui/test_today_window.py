"""The board of the day with the real worker and a real hub: it shows the shop and leads to the work."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.actions.day_args import CloseDay, OpenDay
from storedesk.desk.today_views import TileKind
from storedesk.domain.records import DayEntry
from storedesk.storage.row_reader import select
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.today.today_screen import TodayScreen
from tests.ui.shop_window import ShopWindow


def board(desk: ShopWindow) -> TodayScreen:
    """The board, shown by Ctrl+1 and filled."""
    desk.shell.do("go_today")
    screen = desk.shell.current
    assert isinstance(screen, TodayScreen)
    desk.until(lambda: screen.view is not None and screen.view.do_next, "the board stayed empty")
    return screen


def test_the_board_leads_to_the_pickup_that_is_next(desk: ShopWindow) -> None:
    screen = board(desk)
    assert screen.view is not None
    first = screen.view.do_next[0].fulfilment_id
    assert screen.view.tiles[1].count >= len(screen.view.do_next)
    assert screen.view.shelf.parcels > 0
    screen.list.choose(first)
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    desk.until(lambda: desk.screen.open_id == first, "the pickup did not open")
    assert desk.shell.current is desk.screen


def test_the_tile_of_attention_leads_to_attention(desk: ShopWindow) -> None:
    screen = board(desk)
    assert list(TileKind).index(TileKind.ATTENTION) == 4
    assert screen.do("tab_5")
    assert desk.shell.current is desk.window.attention.screen


def test_a_day_is_opened_and_closed_and_central_agrees(desk: ShopWindow) -> None:
    look = desk.session.look()
    day = look.hours.local_day(look.now)
    for kind, args in (("OpenDay", OpenDay(day)), ("CloseDay", CloseDay(day, ()))):
        done = asyncio.ensure_future(desk.session.perform(kind, args), loop=desk._loop)
        desk.until(done.done, f"{kind} was not done")
        assert done.result().outcome == "saved"
    entries = desk.read(lambda connection: select(connection, DayEntry, "day = ? ORDER BY at", day))
    assert {entry.kind for entry in entries} == {"opened", "closed"}
    desk.shell.do("sync_now")

    def decided() -> list[object]:
        return [row[2] for row in desk.read(desk_outbox) if row[0] in ("OpenDay", "CloseDay")]

    desk.until(lambda: decided() == ["accepted", "accepted"], "central did not agree")
