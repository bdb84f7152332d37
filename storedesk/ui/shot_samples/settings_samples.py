"""Samples of the settings and of the history."""

from PySide6.QtWidgets import QWidget

from storedesk.domain.scanner_check import TEST_CODE, compared
from storedesk.ui.screens.history_sheet import HistoryRow, HistorySheet
from storedesk.ui.screens.scanner_sheet import ScannerSheet
from storedesk.ui.screens.settings_screen import SettingsScreen
from storedesk.ui.screens.settings_shown import Fact, RoleRow, SettingsShown
from storedesk.ui.shell.keys_sheet import KeysSheet
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shortcuts import Context
from storedesk.ui.shot_samples.shot import Shot, in_shell
from storedesk.ui.widgets.toast import ToastKind

_PRINTERS = (("", "None"), ("a", "Counter, Star TSP"), ("b", "Counter, Brother QL"), ("c", "Kontor-2"))
SETTINGS = SettingsShown(
    desk="GBG-2",
    roles=(
        RoleRow("slip_80", "receipt", "Pickup slip", "80 mm", _PRINTERS, "a", "Ready", True),
        RoleRow("label_62x29", "tag", "Parcel label", "62 × 29 mm", _PRINTERS, "b", "paper is out", False),
        RoleRow("a4", "clipboard-list", "Pick list, quote", "A4", _PRINTERS, "c", "Ready", True),
        RoleRow("a5", "file-invoice", "Slip on a sheet", "A5", _PRINTERS, "", "shown on screen", None),
    ),
    found="3 printers found",
    language="en",
    theme="light",
    text_size="100",
    sounds=True,
    lock_minutes=3,
    work_offline=False,
    facts=(Fact("Clock differs 0 s", True), Fact("Disk 38 GB free", True)),
)
HISTORY = (
    HistoryRow("3", "14:05", "Picked for 48207.", True),
    HistoryRow("2", "14:02", "Marked ready.", False),
    HistoryRow("1", "13:58", "Not printed: paper is out.", False, ToastKind.WARN),
)


def _settings() -> QWidget:
    return in_shell(Place.SETTINGS, SettingsScreen(SETTINGS))


def _history(window: QWidget) -> None:
    sheet = HistorySheet(window)
    sheet.show_rows(HISTORY)
    sheet.open()


def _scanner(window: QWidget) -> None:
    sheet = ScannerSheet(window)
    came = TEST_CODE.replace("-", "+").replace("/", "-")
    sheet.show_result(came, compared(came), 6)
    sheet.open()


def _keys(window: QWidget) -> None:
    KeysSheet(window, Context.SETTINGS).open()


SHOTS = (
    Shot("settings", _settings),
    Shot("history", _settings, _history),
    Shot("keys", _settings, _keys),
    Shot("scanner", _settings, _scanner),
)
