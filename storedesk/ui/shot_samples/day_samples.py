"""Samples of the sheets of a day over the board of the pictures."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.day_views import Claim, Colleague, DayView, Overnight, ShelfParcel
from storedesk.ui.screens.day.close_sheet import CloseSheet
from storedesk.ui.screens.day.open_sheet import Check, OpenSheet
from storedesk.ui.screens.day.shift_sheet import ShiftSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import Shot
from storedesk.ui.shot_samples.today_samples import MONDAY, today
from storedesk.ui.widgets.chip import Tone

MORNING = DayView(
    "2026-11-23",
    "",
    None,
    "",
    clock("20:04", -2),
    "The label printer was slow on Saturday.",
    Overnight(11, 2, 1, 4, 1),
    (Claim("f-1", "48207", 1), Claim("f-2", "48211", 1), Claim("f-3", "48213", 2)),
    (
        Colleague(1, "Elin L.", "sales_associate"),
        Colleague(2, "Oskar S.", "sales_associate"),
        Colleague(3, "Maja A.", "store_manager"),
    ),
    (
        ShelfParcel("p-1", "48188", "Nils Åkesson", "H1", 1, 1),
        ShelfParcel("p-2", "48190", "Eva Strand", "H2", 1, 2),
        ShelfParcel("p-3", "48190", "Eva Strand", "H2", 2, 2),
        ShelfParcel("p-4", "48179", "Johan Berg", "H4", 1, 1),
        ShelfParcel("p-5", "48201", "Karin Öberg", "K1", 1, 1),
    ),
)
CHECKS = (
    Check("receipt", "Pickup slip", "Ready", Tone.OK),
    Check("tag", "Parcel label", "paper is out", Tone.WARN),
    Check("scan", "Scanner", "scan anything", Tone.NEUTRAL),
    Check("cloud-check", "Last contact with central", "12 s ago", Tone.OK),
)


def _board() -> AppShell:
    return today(replace(MONDAY, day_state="opened"))


def _open(window: QWidget) -> None:
    sheet = OpenSheet(MORNING, window)
    sheet.show_checks(CHECKS)
    sheet.open()


def _shift(window: QWidget) -> None:
    ShiftSheet(MORNING, 1, window).open()


def _close(window: QWidget) -> None:
    sheet = CloseSheet(MORNING, "", window)
    sheet.open()
    sheet.scan_bin("H2")
    sheet.scan_parcel("p-1", "48188", "H1")
    sheet.scan_parcel("p-9", "48042", "H4")


def _close_unsent(window: QWidget) -> None:
    why = "9 changes wait on this desk. No answer from central. They go out by themselves: leave it on."
    sheet = CloseSheet(replace(MORNING, claims=(), shelf=MORNING.shelf[:2]), why, window)
    sheet.open()
    sheet.confirm()


SHOTS = (
    Shot("today-open-day", _board),
    Shot("day-open", lambda: today(MONDAY), _open),
    Shot("day-shift", _board, _shift),
    Shot("day-close", _board, _close),
    Shot("day-close-unsent", _board, _close_unsent),
)
