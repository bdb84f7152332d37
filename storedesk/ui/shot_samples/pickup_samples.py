"""Samples of the pickup screen: the queue of the pictures and the pickup of Maria Nilsson in several states."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.moments import Moment
from storedesk.desk.pickup_views import (
    AskedView,
    BinView,
    Block,
    Due,
    DueKind,
    HandoverFact,
    Held,
    LineStatus,
    LineView,
    ParcelView,
    PaymentView,
    PickupRow,
    PickupView,
    QueueView,
    StepStatus,
    StepView,
    SwapView,
    Tab,
)
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell


def clock(text: str, days_away: int = 0) -> Moment:
    """A moment of the day of the pictures (Mon 23 Nov 2026) or days from it."""
    return Moment(0, text, f"2026-11-{23 + days_away:02d}", days_away)


def _row(
    number: str, name: str, channel: str, due: Due, pieces: int, state: str = "new", tab: Tab = Tab.TO_PICK,
    picked: int = 0, bins: tuple[str, ...] = (), worker: str = "", provisional: bool = False,
) -> PickupRow:  # fmt: skip
    mine = worker.startswith("Elin")
    return PickupRow(
        f"f-{number}",
        number,
        name,
        channel,
        tab,
        state,
        due,
        pieces,
        picked,
        bins,
        worker,
        mine,
        "",
        provisional,
        1,
    )


MARIA_ROW = _row(
    "48207",
    "Maria Nilsson",
    "Shopify",
    Due(DueKind.SOON, 15, clock("14:20")),
    5,
    "picking",
    picked=3,
    worker="Elin Larsson",
)
ROWS = (
    _row("48196", "Karin Öberg", "Shopify", Due(DueKind.LATE, 12, clock("13:53")), 2),
    _row("48201", "Johan Berg", "Shopify", Due(DueKind.LATE, 3, clock("14:02")), 1, "staged", bins=("H4",)),
    MARIA_ROW,
    _row("48209", "Brännö Varv & Montage AB", "Norce B2B", Due(DueKind.SOON, 25, clock("14:30")), 12),
    _row(
        "48211",
        "Peter Lind",
        "Magento",
        Due(DueKind.SOON, 45, clock("14:50")),
        1,
        "claimed",
        worker="Oskar Ek",
    ),
    _row("48213", "Lars Eklund", "Shopware", Due(DueKind.IN_TIME, 60, clock("15:05")), 1),
    _row("48214", "Sara Holm", "Shopify", Due(DueKind.IN_TIME, 65, clock("15:10")), 3),
    _row("48216", "Ahmed Hassan", "Shopify", Due(DueKind.IN_TIME, 95, clock("15:40")), 2),
    _row("48219", "Emma Lund", "Magento", Due(DueKind.IN_TIME, 300, clock("10:00", 1)), 2),
)
_UNTIL = Due(DueKind.ON_SHELF, 7, clock("19:00", 7))
READY_ROWS = (
    replace(MARIA_ROW, state="ready", tab=Tab.READY, picked=5, bins=("H4",), due=_UNTIL),
    _row("48188", "Nils Åkesson", "Shopify", Due(DueKind.LAST_DAY, 0, clock("19:00")), 1, "ready", Tab.READY, 1, ("H2",)),
    _row("48179", "Eva Strand", "Shopify", Due(DueKind.LAST_DAY_OVER, 2, clock("19:00", -2)), 2, "ready", Tab.READY, 2,
         ("A1", "A2"), provisional=True),
)  # fmt: skip
QUEUE = QueueView((*ROWS, *READY_ROWS[1:]), True, None)


def _line(
    number: int, name: str, colour: str, size: str, sku: str, category: str, place: str, wanted: int, picked: int,
    price: int, staged: int = 0,
) -> LineView:  # fmt: skip
    status = (
        LineStatus.PICKED if picked >= wanted else LineStatus.PART_PICKED if picked else LineStatus.TO_PICK
    )
    return LineView(
        number, number, name, colour, size, sku, (), category, place, "piece",
        wanted, picked, staged, 0, "", 0, price * 10_000, status, 0,
    )  # fmt: skip


LINES = (
    _line(1, "Skaljacka Alva", "Forest green", "M", "ALV-2201-SKO-M", "jackets", "A3-02", 1, 1, 2499),
    _line(2, "Vandringskänga Rask Mid", "Black", "39", "RSK-1107-SVA-39", "boots", "C1-11", 1, 1, 1899),
    _line(3, "Merinosocka Ull 3-pack", "Granite", "37–39", "ULL-0310-GRA-37", "socks", "D2-04", 2, 1, 498),
    _line(4, "Termos Sten 1,0 L", "Stone", "", "STN-0100-STE", "flasks", "B4-07", 1, 0, 349),
)


def steps(now: int) -> tuple[StepView, ...]:
    """The five steps with the n-th as the one of now."""
    status = [StepStatus.DONE] * now + [StepStatus.NOW] + [StepStatus.LATER] * 5
    return (
        StepView("claimed", status[0], clock("13:52"), "Elin Larsson")
        if now
        else StepView("claimed", status[0]),
        StepView("picking", status[1], count=3 if now == 1 else 5, total=5),
        StepView("staged", status[2], name="H4" if now > 2 else ""),
        StepView("ready", status[3], clock("14:41") if now > 3 else None),
        StepView("handed_over", status[4], clock("14:52") if now > 4 else None, "Elin" if now > 4 else ""),
    )


PICKING = PickupView(
    row=MARIA_ROW,
    steps=steps(1),
    lines=LINES,
    parcels=(),
    shelf=(BinView("H4", 3), BinView("H5", 1)),
    buyer="Maria Nilsson",
    recipient="Maria Nilsson",
    phone="070-174 06 12",
    may_collect=("Jonas Nilsson",),
    is_gift=False,
    payment=PaymentView("captured", 52_450_000, 0, "SEK", ""),
    note="“Comes straight from work, around 17.”",
    messages=(),
    handovers=(),
    others_ready=(),
    held=None,
    wrong_codes=0,
    name_is_shared=False,
    age_limit=0,
    blocks={
        "claim": Block("already_claimed"),
        "release": Block("picked_already"),
        "stage": Block("lines_open", 2),
        "ready": Block("lines_open", 2),
        "hand_over": Block("not_staged"),
    },
    swaps={3: (SwapView(301, "Merinosocka Ull 3-pack", "Night blue", "37–39", 8, "piece"),)},
)
_STAGED_LINES = tuple(
    replace(line, picked=line.wanted, staged=line.wanted, status=LineStatus.PICKED) for line in LINES
)
READY = replace(
    PICKING,
    row=READY_ROWS[0],
    steps=steps(4),
    lines=_STAGED_LINES,
    parcels=(
        ParcelView("p-1", 1, 2, "H4", "staged", ((1, 1), (3, 2), (4, 1))),
        ParcelView("p-2", 2, 2, "H5", "staged", ((2, 1),)),
    ),
    others_ready=(_row("48190", "Maria Nilsson", "Magento", _UNTIL, 1, "ready", Tab.READY, 1, ("A2",)),),
    blocks={
        "claim": Block("already_claimed"), "pick": Block("staged_already"), "short": Block("staged_already"),
        "release": Block("staged_already"), "stage": Block("staged_already"), "ready": Block("ready_already"),
    },
)  # fmt: skip
COLLECTED = replace(
    READY,
    row=replace(READY_ROWS[0], state="collected", tab=Tab.CLOSED, due=Due(DueKind.ENDED, 0, clock("14:52")),
                bins=(), provisional=True),
    steps=steps(5),
    lines=tuple(replace(line, collected=line.wanted, status=LineStatus.COLLECTED) for line in _STAGED_LINES),
    parcels=(),
    others_ready=(),
    handovers=(HandoverFact("h-1", clock("14:52"), "GBG-2", "Elin Larsson", "code", "plain", 2, True),),
    blocks=READY.blocks | {"hand_over": Block("state_collected"), "ready": Block("state_collected")},
)  # fmt: skip
HELD = replace(
    PICKING,
    row=replace(MARIA_ROW, worker="Oskar Ek", is_mine=False),
    held=Held(4, "Oskar Ek", "GBG-1", clock("14:02")),
    blocks={name: Block("held", name="Oskar Ek") for name in ("pick", "short", "stage", "ready", "release")}
    | {"claim": Block("already_claimed"), "hand_over": Block("not_staged")},
)


def pickups(queue: QueueView = QUEUE, view: PickupView | None = PICKING, offline: bool = False) -> AppShell:
    screen = PickupsScreen()
    screen.show_queue(queue)
    if view is not None:
        screen.show_pickup(view)
    return in_shell(Place.PICKUPS, screen, OFFLINE if offline else ONLINE)


def screen_of(window: QWidget) -> PickupsScreen:
    """The pickup screen inside a window."""
    return window.findChildren(PickupsScreen)[0]


def _in_trouble(window: QWidget) -> None:
    screen = screen_of(window)
    screen.detail.lines.select(3)
    screen.do("problem")


def _changed(window: QWidget) -> None:
    row = replace(READY.row, bins=("H6", "H5"), version=2)
    first, *others = READY.parcels
    moved = replace(READY, row=row, parcels=(replace(first, bin="H6"), *others))
    screen_of(window).show_pickup(moved, "Desk 1")


def _failed() -> AppShell:
    window = pickups(view=None)
    screen_of(window).queue.show_error("Your work is saved on this desk. Try again, or restart StoreDesk.")
    return window


_READY_QUEUE = QueueView((*READY_ROWS, *ROWS[:2]), True, None)
_NEW = replace(
    PICKING,
    row=ROWS[0],
    steps=steps(0),
    lines=tuple(replace(line, picked=0, status=LineStatus.TO_PICK) for line in LINES[:2]),
    blocks={
        "ready": Block("not_started"), "stage": Block("not_started"), "release": Block("not_claimed"),
        "hand_over": Block("not_staged"),
    },
)  # fmt: skip
_PICKED = replace(
    PICKING,
    lines=tuple(replace(line, picked=line.wanted, status=LineStatus.PICKED) for line in LINES),
    blocks={
        "claim": Block("already_claimed"),
        "ready": Block("not_staged"),
        "hand_over": Block("not_staged"),
    },
)


def _splitting(window: QWidget) -> None:
    screen = screen_of(window)
    screen.detail.head.more_chosen.emit("split")
    screen.scan_bin("H4")


def _correcting(window: QWidget) -> None:
    screen_of(window).detail.side.correct_asked.emit("h-1")


def _ready_at_once(window: QWidget) -> None:
    screen_of(window).do("second")


_UNCHECKED = replace(_NEW, item_checks=False, blocks={"hand_over": Block("not_staged")})
_INBOUND = replace(
    _NEW,
    row=replace(
        ROWS[7], state="inbound", tab=Tab.ARRIVING, expected=clock("15:30"),
        due=Due(DueKind.IN_TIME, 85, clock("15:30")),
    ),
    asked=(AskedView("move", "Mölndal"), AskedView("collector", "Eva Marin")),
    lines=tuple(replace(line, picked=0, status=LineStatus.COMING) for line in LINES[:2]),
    blocks={
        key: Block("state_inbound")
        for key in ("claim", "pick", "short", "stage", "ready", "release", "hand_over")
    },
)  # fmt: skip
SHOTS = (
    Shot("pickups-ready-at-once", lambda: pickups(view=_UNCHECKED), _ready_at_once),
    Shot("pickups-inbound", lambda: pickups(QueueView((_INBOUND.row, *ROWS[:3]), True, None), _INBOUND)),
    Shot("pickups-split", lambda: pickups(view=_PICKED), _splitting),
    Shot("pickups-correct", lambda: pickups(QueueView((COLLECTED.row,), True, None), COLLECTED), _correcting),
    Shot("pickups", pickups, _in_trouble),
    Shot("pickups-new", lambda: pickups(view=_NEW)),
    Shot("pickups-ready", lambda: pickups(_READY_QUEUE, READY)),
    Shot("pickups-changed", lambda: pickups(_READY_QUEUE, READY), _changed),
    Shot("pickups-held", lambda: pickups(view=HELD)),
    Shot(
        "pickups-collected",
        lambda: pickups(QueueView((COLLECTED.row, *ROWS[:3]), True, None), COLLECTED, True),
    ),
    Shot("pickups-empty", lambda: pickups(QueueView(READY_ROWS, False, clock("10:00", 5)), None)),
    Shot("pickups-error", _failed),
)
