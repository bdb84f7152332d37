"""Samples of the sheet where a supervisor gives the PIN: one supervisor, several, a wrong PIN."""

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.supervisor_sheet import Supervisor, SupervisorSheet
from storedesk.ui.shot_samples.pickup_samples import pickups
from storedesk.ui.shot_samples.shot import Shot

MAJA = Supervisor(101, "Maja A.", "Store manager", 2)
PEOPLE = (
    MAJA,
    Supervisor(106, "Henrik O.", "Store manager", 0),
    Supervisor(9, "Ingrid W.", "Head office", 1),
)
HEADING = "Take back the handover of 48207"
REASON = "Handed over more than 15 minutes ago: a supervisor takes it back with you."


def open_sheet(window: QWidget, people: tuple[Supervisor, ...] = PEOPLE) -> SupervisorSheet:
    sheet = SupervisorSheet(HEADING, REASON, people, window)
    sheet.open()
    return sheet


def _typed(window: QWidget) -> None:
    sheet = open_sheet(window, (MAJA,))
    for digit in "12":
        sheet.pad.add(digit)


def _several(window: QWidget) -> None:
    open_sheet(window)


def _wrong(window: QWidget) -> None:
    sheet = open_sheet(window)
    sheet.choose(0)
    for digit in "12":
        sheet.pad.add(digit)
    sheet.refuse_pin(4)


SHOTS = (
    Shot("supervisor", pickups, _typed),
    Shot("supervisor-several", pickups, _several),
    Shot("supervisor-wrong", pickups, _wrong),
)
