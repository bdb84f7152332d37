"""Samples of the board of the day: the Monday of the pictures, a closed Sunday, an empty day."""

from dataclasses import replace

from storedesk.desk.moments import Moment
from storedesk.desk.today_views import ShelfView, TileKind, TileView, TodayView
from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.attention_samples import OPEN
from storedesk.ui.shot_samples.pickup_samples import READY_ROWS, ROWS, clock
from storedesk.ui.shot_samples.shot import ONLINE, Shot, in_shell

MONDAY = TodayView(
    "2026-11-23",
    None,
    "20:00",
    (
        TileView(TileKind.DUE, 5, 2, "f-48196", clock("13:53")),
        TileView(TileKind.TO_PICK, 9, 3, "f-48196", clock("13:53")),
        TileView(TileKind.READY, 36, 38, "f-48188", clock("19:00")),
        TileView(TileKind.LAST_DAY, 2, 1, "f-48179", clock("19:00", -2)),
        TileView(TileKind.ATTENTION, 4, 2, ""),
    ),
    ROWS,
    ShelfView((14, 9, 6, 5, 3, 1), READY_ROWS[2]),
    OPEN,
    4,
    2,
)
EMPTY = replace(
    MONDAY,
    tiles=tuple(TileView(kind, 0, 0, "") for kind in TileKind),
    do_next=(),
    shelf=ShelfView((0,) * 6, None),
    tasks=(),
    waiting=0,
    answered=0,
)
CLOSED = replace(
    EMPTY, day="2026-11-22", opens=Moment(0, "10:00", "2026-11-23", 1), closes="", do_next=ROWS[-1:]
)


def today(view: TodayView | None) -> AppShell:
    screen = TodayScreen()
    if view is not None:
        screen.show_today(view)
    attention = view.waiting if view else 0
    return in_shell(Place.TODAY, screen, replace(ONLINE, attention=attention))


SHOTS = (
    Shot("today", lambda: today(MONDAY)),
    Shot("today-closed", lambda: today(CLOSED)),
    Shot("today-empty", lambda: today(EMPTY)),
    Shot("today-loading", lambda: today(None)),
)
