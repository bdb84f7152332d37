"""Transfers by keys and scans at the real window: answer, pack, send, receive, ask for new ones."""

from typing import Any

import pytest

from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

LEVEL = "SELECT quantity FROM stock_level WHERE location_id = 1 AND bucket = 0 AND variant_id = ?"


@pytest.fixture
def keys(desk: ShopWindow) -> CountedKeys:
    return CountedKeys(desk)


@pytest.fixture
def screen(desk: ShopWindow) -> TransfersScreen:
    made = desk.shell._screens[next(place for place in desk.shell._screens if place == "transfers")]
    assert isinstance(made, TransfersScreen)
    return made


def kinds(desk: ShopWindow) -> list[str]:
    return [str(one[0]) for one in desk.read(desk_outbox)]


def code_of(desk: ShopWindow, variant_id: int) -> str:
    def read(connection: Any) -> Any:
        return connection.execute("SELECT code FROM barcode WHERE variant_id = ?", (variant_id,)).fetchone()[
            0
        ]

    return str(desk.read(read))


def level(desk: ShopWindow, variant_id: int) -> int:
    return int(desk.read(lambda connection: connection.execute(LEVEL, (variant_id,)).fetchone()[0]))


def work(screen: TransfersScreen) -> str:
    view = screen.pane.view
    return view.work if view is not None else ""


def test_ctrl_r_a_scan_and_f4_receive_what_is_on_its_way(
    desk: ShopWindow, keys: CountedKeys, screen: TransfersScreen
) -> None:
    keys.press("Ctrl+R")
    desk.until(lambda: work(screen) == "receive", "nothing to receive is shown")
    view = screen.pane.view
    assert view is not None and view.wanted == 5
    first = view.lines[0]
    before = level(desk, first.variant_id)
    keys.press("F9")
    assert "ReceiveTransfer" not in kinds(desk), "nothing has been counted yet"
    keys.scan(code_of(desk, first.variant_id))
    desk.until(
        lambda: screen.pane.view is not None and screen.pane.view.done == 1, "the scan counted nothing"
    )
    keys.press("F4")
    desk.until(lambda: screen.pane.view is not None and screen.pane.view.differs == 0, "F4 took not all")
    keys.press("F9")
    desk.until(lambda: kinds(desk)[-1:] == ["ReceiveTransfer"], "it was not received")
    desk.until(
        lambda: level(desk, first.variant_id) == before + first.wanted, "the goods are not on the shelf"
    )
    desk.until(lambda: screen.tab_of(view.row.transfer_id) == "closed", "it is still among the open ones")
    assert level(desk, first.variant_id) == before + first.wanted


def test_what_is_asked_is_agreed_packed_and_sent_in_part(
    desk: ShopWindow, keys: CountedKeys, screen: TransfersScreen
) -> None:
    keys.press("Ctrl+Shift+T")
    desk.until(lambda: desk.shell.current is screen, "the screen did not open")
    keys.press("Alt+2")
    desk.until(lambda: work(screen) == "answer", "nothing to answer is shown")
    view = screen.pane.view
    assert view is not None and view.wanted == 2
    keys.press("F9")
    desk.until(lambda: kinds(desk)[-1:] == ["AnswerTransfer"], "it was not answered")
    desk.until(lambda: work(screen) == "pack", "it cannot be packed")
    keys.scan(code_of(desk, view.lines[0].variant_id))
    desk.until(
        lambda: screen.pane.view is not None and screen.pane.view.done == 1, "the scan counted nothing"
    )
    keys.press("F8")
    desk.until(lambda: kinds(desk)[-1:] == ["SendTransfer"], "the part was not sent")
    desk.until(lambda: any(row.number == f"{view.row.number}/2" for row in screen._view.open), "no rest")


def test_ctrl_t_scans_and_f9_ask_the_nearest_place_that_has_it_all(
    desk: ShopWindow, keys: CountedKeys, screen: TransfersScreen
) -> None:
    code = desk.open("48213").lines[0].codes[0]
    keys.press("Ctrl+T")
    desk.until(lambda: screen.is_new, "no draft was begun")
    for number in (1, 2):
        keys.scan(code)
        desk.until(lambda number=number: screen.draft.view.wanted == number, "the scan added nothing")  # type: ignore[misc]
    first = screen.draft.view.senders[0]
    assert first.has_all
    assert screen.draft.cards.current == str(first.place.place_id)
    keys.press("F9")
    desk.until(lambda: kinds(desk)[-1:] == ["AskTransfer"], "it was not asked for")
    desk.until(
        lambda: screen.pane.view is not None and screen.pane.view.row.other == first.place.name,
        "the new transfer is not shown",
    )
    assert (work(screen), screen.is_new, screen.tabs.current) == ("wait", False, "asked")
