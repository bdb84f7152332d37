"""What is counted on a transfer is there again when worker and window have gone down and been started anew."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.ui.demo.demo_desk import DemoDesk
from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import install_theme
from storedesk.ui.theme.tokens import Mode
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow
from tests.ui.test_transfers_window import code_of, work


@pytest.fixture
def demo(tmp_path: Path, qapp: QApplication, filled_hub: Path) -> DemoDesk:
    install_language("en")
    install_theme(qapp, Mode.LIGHT)
    return DemoDesk("en", tmp_path / "papers", filled=filled_hub)


def screen_of(desk: ShopWindow) -> TransfersScreen:
    made = desk.shell._screens[next(place for place in desk.shell._screens if place == "transfers")]
    assert isinstance(made, TransfersScreen)
    return made


def count_and_begin_another(desk: ShopWindow) -> tuple[str, int, int]:
    """Two of what arrives are scanned and a new transfer begun; its name, the article counted, the one wanted."""
    keys, screen = CountedKeys(desk), screen_of(desk)
    wanted = desk.open("48213").lines[0]
    keys.press("Ctrl+R")
    desk.until(lambda: work(screen) == "receive", "nothing to receive is shown")
    view = screen.pane.view
    assert view is not None
    code = code_of(desk, view.lines[0].variant_id)
    for number in (1, 2):
        keys.scan(code)
        desk.until(lambda number=number: screen.pane.view.done == number, "the scan counted nothing")  # type: ignore[misc,union-attr]
    keys.press("Ctrl+T")
    desk.until(lambda: screen.is_new, "no draft was begun")
    keys.scan(wanted.codes[0])
    desk.until(lambda: screen.draft.view.wanted == 1, "the scan added nothing")
    return view.row.transfer_id, view.lines[0].variant_id, screen.draft.view.lines[0].variant_id


def test_counts_and_a_begun_transfer_outlive_worker_and_window(
    qapp: QApplication, demo: DemoDesk, tmp_path: Path
) -> None:
    with demo:
        first = ShopWindow(qapp, demo, tmp_path)
        try:
            first.set_up()
            first.sign_in()
            transfer, counted, wanted = count_and_begin_another(first)
            os.kill(first.session.link.pid, signal.SIGKILL)
        finally:
            first.close()
        second = ShopWindow(qapp, demo, tmp_path)
        try:
            second.until(lambda: second.session.is_ready and second.window.lock.is_locked, "no start")
            second.sign_in()
            keys, screen = CountedKeys(second), screen_of(second)
            keys.press("Ctrl+R")
            second.until(lambda: work(screen) == "receive", "nothing to receive is shown")
            view = screen.pane.view
            assert view is not None and view.row.transfer_id == transfer
            assert [(line.variant_id, line.done) for line in view.lines if line.done] == [(counted, 2)]
            keys.press("Ctrl+T")
            second.until(lambda: screen.draft.view.wanted == 1, "the begun transfer is gone")
            assert [line.variant_id for line in screen.draft.view.lines] == [wanted]
        finally:
            second.close()
    assert first.broken == second.broken == []
