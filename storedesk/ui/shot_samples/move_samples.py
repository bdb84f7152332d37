"""Samples of the sheets that ask for another store or another collector."""

from PySide6.QtWidgets import QWidget

from storedesk.desk.store_choice import CollectorSeen, StoreChoice
from storedesk.ui.screens.pickups.collector_sheet import CollectorSheet
from storedesk.ui.screens.pickups.move_sheet import MoveSheet
from storedesk.ui.shot_samples.pickup_samples import clock, pickups
from storedesk.ui.shot_samples.shot import Shot

STORES = (
    StoreChoice(2, "Mölndal", "Göteborgsvägen 12, Mölndal", "19:00", None, 4, 4),
    StoreChoice(3, "Borås", "Allégatan 40, Borås", "18:00", None, 4, 4),
    StoreChoice(4, "Malmö", "Södra Förstadsgatan 3, Malmö", "", clock("10:00", 1), 2, 4),
)


def _moving(window: QWidget) -> None:
    MoveSheet("f-48207", "48207", STORES, window).open()


def _collecting(window: QWidget) -> None:
    sheet = CollectorSheet("f-48207", "48207", CollectorSeen("p-1", "Jonas Nilsson"), window)
    sheet.name.setText("Eva Marin")
    sheet.open()


SHOTS = (Shot("pickups-move", pickups, _moving), Shot("pickups-collector", pickups, _collecting))
