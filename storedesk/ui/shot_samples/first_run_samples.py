"""Samples of the first run."""

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.first_run_screen import FirstRunScreen
from storedesk.ui.screens.first_run_state import CopyKind, Fault, FirstRunShown, Phase
from storedesk.ui.shot_samples.shot import Shot, covered

KINDS = (
    CopyKind("shopping-bag", "Pickups and orders", 6_214, 6_214),
    CopyKind("users", "Customers", 18_930, 18_930),
    CopyKind("tag", "Prices, agreements", 412_600, 412_600),
    CopyKind("barcode", "Items", 61_240, 98_412, is_current=True),
    CopyKind("building-warehouse", "Stock of other stores", 0, 9_800),
)


def _ask() -> QWidget:
    screen = FirstRunScreen(FirstRunShown(address="https://central.butik.example"))
    screen.code.setText("GBGX74")
    return covered(screen)


def _fault() -> QWidget:
    shown = FirstRunShown(
        fault=Fault.WRONG_CODE, address="https://central.butik.example", detail="3 tries left."
    )
    screen = FirstRunScreen(FirstRunShown())
    screen.code.setText("GBGX7429")
    screen.show_state(shown)
    return covered(screen)


def _number() -> QWidget:
    shown = FirstRunShown(
        Phase.AGREEING,
        address="https://central.butik.example",
        store="Göteborg Centrum",
        desk="Desk 3",
        short_number="3864",
    )
    return covered(FirstRunScreen(shown))


def _copying() -> QWidget:
    shown = FirstRunShown(
        Phase.COPYING,
        address="https://central.butik.example",
        store="Göteborg Centrum",
        desk="Desk 3",
        short_number="3864",
        kinds=KINDS,
        time_left="About 2 min left, 41 MB of 96 MB.",
    )
    return covered(FirstRunScreen(shown))


SHOTS = (
    Shot("first-run", _ask),
    Shot("first-run-wrong-code", _fault),
    Shot("first-run-number", _number),
    Shot("first-run-copy", _copying),
)
