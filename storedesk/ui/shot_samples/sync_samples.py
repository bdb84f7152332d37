"""Samples of the sync panel."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.sync_rows import (
    EntryDetail,
    EntryRow,
    EntryState,
    JournalShown,
    ReadinessRow,
    SyncPanelShown,
)
from storedesk.ui.screens.sync_screen import SyncScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell
from storedesk.ui.widgets.sync_pill import SyncShown, SyncState

ENTRIES = (
    EntryRow("3412", "hand-grab", "Handed over 48229", "entry 3412 · Elin", "17:38", "25 min", 0,
             EntryState.WAITING, "", "goes after 3411, same desk"),
    EntryRow("3411", "package", "Marked ready 48240", "entry 3411 · Elin", "17:33", "30 min", 1,
             EntryState.SENDING, "", "on its way now"),
    EntryRow("3408", "user-plus", "New contact Anna Lindberg", "entry 3408 · Elin", "17:25", "38 min", 2,
             EntryState.AGAIN, "15 s", "central asked to wait, twice"),
    EntryRow("3405", "clipboard-check", "Count: Footwear wall C, 22 of 24", "entry 3405 · Oskar", "17:22",
             "41 min", 0, EntryState.DRAFT, "", "goes when it is finished"),
    EntryRow("3403", "lock", "Reserved Rask Mid 42, Sara Holm", "entry 3403 · Elin", "17:19", "44 min", 1,
             EntryState.CONFIRMED, "18:02", "from this desk’s share"),
    EntryRow("3398", "hand-grab", "Handed over 48233", "entry 3398 · Elin", "17:11", "52 min", 1,
             EntryState.NEEDS_YOU, "", "Desk 1 handed it over at 17:09"),
)  # fmt: skip
DETAIL = EntryDetail(
    "Handed over 48233",
    (
        ("This desk", "17:11, Elin, code correct"),
        ("Central answered", "18:02"),
        ("In its words", "48233 collected 17:09, Desk 1"),
    ),
    "Two desks recorded it.",
    "The goods are gone once or twice. Nothing else waits for this.",
)
READINESS = (
    ReadinessRow("shopping-bag", "Pickups", 1.0, "49 orders", "18:02"),
    ReadinessRow("barcode", "Stock", 1.0, "98 412 items", "18:02"),
    ReadinessRow("shield-check", "Rights, PINs", 1.0, "valid to 22:00", "18:02"),
    ReadinessRow("file-invoice", "Prices", 0.99, "212 of 214 companies", "17:04", is_ageing=True),
)
JOURNAL = JournalShown(True, "1 · 2 Nov", "3 418 · 18:03", "Checked in full 18:03: 3 418 entries, 0,2 s.")
PANEL = SyncPanelShown(
    "Online again since 18:02",
    True,
    "was offline 56 min, 9 changes made",
    ENTRIES,
    READINESS,
    "22:00",
    JOURNAL,
    DETAIL,
)


def _needs_you() -> QWidget:
    screen = SyncScreen(PANEL)
    screen.choose("3398")
    state = replace(ONLINE, sync=SyncShown(SyncState.SENDING, sent=4, waiting=9, needs_you=1), attention=5)
    return in_shell(Place.SYNC, screen, state)


def _offline() -> QWidget:
    waiting = tuple(
        replace(
            entry, state=EntryState.WAITING, tries=0, reason="goes when the line is back", state_detail=""
        )
        for entry in ENTRIES
    )
    shown = replace(
        PANEL,
        headline="Offline since 17:06",
        is_online=False,
        sentence="9 changes are safe on this desk",
        entries=waiting,
        detail=None,
        ready_until="22:00",
    )
    return in_shell(Place.SYNC, SyncScreen(shown), OFFLINE)


def _stopped() -> QWidget:
    shown = replace(
        PANEL,
        headline="Online",
        sentence="9 changes wait to be sent.",
        detail=None,
        journal=replace(JOURNAL, is_whole=False, sentence="Entry 2 214 does not fit. Nothing is lost."),
        problem="This desk is too old to send. 9 changes stay safe here. Update first, 2 min.",
    )
    state = replace(ONLINE, sync=SyncShown(SyncState.STOPPED, "version too old"))
    return in_shell(Place.SYNC, SyncScreen(shown), state)


SHOTS = (Shot("sync", _needs_you), Shot("sync-offline", _offline), Shot("sync-stopped", _stopped))
