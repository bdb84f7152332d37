"""Samples of the lock screen."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.lock_screen import LockScreen, LockShown, LockUser
from storedesk.ui.shot_samples.shot import Shot, covered

USERS = (
    LockUser("elin", "Elin L.", "Sales associate", "1 pick open", 0),
    LockUser("oskar", "Oskar S.", "Sales associate", "", 1),
    LockUser("maja", "Maja A.", "Store manager", "", 2),
    LockUser("amir", "Amir H.", "Customer service", "", 3),
    LockUser("jenny", "Jenny T.", "Sales associate", "", 0),
)
LOCKED = LockShown(
    store="Göteborg Centrum",
    desk="Desk 2",
    clock="14:05",
    date="Monday 23 November",
    sync_line="Synced 12 s ago",
    is_offline=False,
    work_line="Nothing waits to be sent.",
    lock_after_minutes=3,
    users=USERS,
)


def _typed() -> QWidget:
    screen = LockScreen(replace(LOCKED, chosen="elin"))
    for digit in "123":
        screen.pad.add(digit)
    return covered(screen)


def _locked_out() -> QWidget:
    return covered(LockScreen(replace(LOCKED, chosen="oskar", locked_minutes=5)))


def _wrong() -> QWidget:
    screen = LockScreen(replace(LOCKED, chosen="elin", tries_left=3))
    screen.refuse()
    return covered(screen)


SHOTS = (
    Shot("lock", _typed),
    Shot("lock-nobody", lambda: covered(LockScreen(LOCKED))),
    Shot("lock-wrong", _wrong),
    Shot("lock-out", _locked_out),
)
