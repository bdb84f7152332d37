"""A desk's real window among hostile rows: signs in, scans what nobody knows, and reports what is on screen."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from storedesk.ui.demo.stand_in import StandIn
from storedesk.ui.window.desk_window import DeskWindow
from storedesk.ui.window.window_app import open_window
from tests.small_shop import fulfilment_id

UNKNOWN = "7391234567897"


async def _look_around(window: DeskWindow, staff: str, pin: str, orders: list[int]) -> int:
    hands, said = StandIn(window, Path()), list[str]()
    window.shell.toast.shown.connect(said.append)
    await hands.until("the desk is ready", lambda: window.lock.is_locked)
    screen = window.lock._screen
    assert screen is not None
    screen.pin_entered.emit(staff, pin)
    await hands.until("somebody is signed in", lambda: window.session.user is not None)
    window.find.scanned(UNKNOWN)
    await hands.until("the unknown code is answered", lambda: any(UNKNOWN in text for text in said))
    shown, rich, tips = set[str](), set[str](), set[str]()
    for order in orders:
        window.open_pickup(fulfilment_id(order))
        await hands.settle()
        for label in window.shell.findChildren(QLabel):
            tips.add(label.toolTip())
            if label.text():
                shown.add(label.text())
                if label.textFormat() is not Qt.TextFormat.PlainText:
                    rich.add(label.text())
    json.dump({"said": said, "shown": sorted(shown), "rich": sorted(rich), "tips": sorted(tips)}, sys.stdout)
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    profile, staff, pin, *orders = sys.argv[1:]
    sys.exit(
        open_window(Path(profile), lambda window: _look_around(window, staff, pin, [int(o) for o in orders]))
    )
