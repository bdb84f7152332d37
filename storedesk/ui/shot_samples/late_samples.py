"""Samples of the list of not collected pickups: Henrik Dahl, whose last day was yesterday."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.late_views import KeepBand, LateView, PutBackRow, Tried
from storedesk.desk.moments import Moment
from storedesk.desk.pickup_views import Due, DueKind, PickupRow, QueueView, Tab
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shot_samples.pickup_samples import LINES, READY, ROWS, clock, pickups, screen_of
from storedesk.ui.shot_samples.shot import Shot

_KRONA = 10_000


def _row(number: str, name: str, days_left: int, bin_code: str, kronor: int, age: int) -> PickupRow:
    kind = DueKind.LAST_DAY_OVER if days_left < 0 else DueKind.LAST_DAY if not days_left else DueKind.ON_SHELF
    return PickupRow(
        f"f-{number}", number, name, "Shopify", Tab.READY, "ready",
        Due(kind, abs(days_left), replace(clock("19:00", days_left), at=days_left)), 1, 1, (bin_code,), "", False, "", False, 1,
        age, age * 540, kronor * _KRONA, "SEK",
    )  # fmt: skip


HENRIK = _row("47902", "Henrik Dahl", -1, "H7", 1899, 7)
LATE_ROWS = (
    HENRIK,
    _row("47963", "Mona Rydh", 0, "H9", 349, 5),
    _row("47951", "Lina Ek", 1, "H1", 649, 6),
    _row("48037", "Jari Niemi", 2, "H10", 498, 3),
    _row("48010", "Kristin Aas", 3, "H3", 2499, 4),
)


def _ago(day: int, at: str) -> Moment:
    return Moment(0, at, f"2026-11-{day:02d}", day - 23)


BANDS = (
    KeepBand(0, 500 * _KRONA, 5, 0, "staff", False),
    KeepBand(500 * _KRONA, 2500 * _KRONA, 7, 1, "staff", True),
    KeepBand(2500 * _KRONA, None, 10, 2, "manager", False),
)
_BOOT = replace(LINES[1], picked=1, staged=1)
LATE = LateView(
    row=HENRIK,
    order_id="o-47902",
    phone="070-174 06 57",
    lines=(_BOOT,),
    tried=(
        Tried("ready", _ago(15, "11:20"), detail="H7"),
        Tried("contact_logged", _ago(20, "16:40"), "Oskar S.", "no_answer"),
        Tried("last_day_passed", _ago(22, "20:00")),
    ),
    value=1899 * _KRONA,
    calls=1,
    bands=BANDS,
    refused={},
    offered_day="2026-11-26",
    first_day="2026-11-23",
    furthest_day="2026-12-06",
)
PUT_BACK = (
    PutBackRow("f-47880", "47880", LINES[0], 1, ("H4",), None),
    PutBackRow("f-47880", "47880", LINES[2], 2, ("H4",), None),
    PutBackRow("f-47866", "47866", LINES[3], 1, ("H6",), clock("13:12")),
)


def late(view: LateView | None = LATE, reasons: dict[str, str] | None = None) -> AppShell:
    rows = (*LATE_ROWS, *ROWS[:3]) if view else ROWS[:3]
    window = pickups(QueueView(rows, True, None), replace(READY, row=HENRIK) if view else None)
    screen: PickupsScreen = screen_of(window)
    screen.queue.tabs.choose(Tab.NOT_COLLECTED)
    screen.late.show_late(view, reasons or {}, PUT_BACK if view else (), "2026-11-23")
    return window


def _answering(window: QWidget) -> None:
    screen_of(window).do("problem")


_BLOCKED = {"no_answer": "Call 1 times more first."}
_LET_GO = replace(LATE, row=replace(HENRIK, state="not_collected", tab=Tab.NOT_COLLECTED))
SHOTS = (
    Shot("not-collected", late, _answering),
    Shot("not-collected-blocked", lambda: late(reasons=_BLOCKED), _answering),
    Shot("not-collected-let-go", lambda: late(_LET_GO)),
    Shot("not-collected-empty", lambda: late(None)),
)
