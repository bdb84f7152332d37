"""Samples of the sync panel."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.sync_rows import (
    WAITS,
    EntryDetail,
    EntryRow,
    EntryState,
    JournalShown,
    NoticeShown,
    ReadinessRow,
    SyncPanelShown,
)
from storedesk.ui.screens.sync_screen import JOBS, SyncScreen
from storedesk.ui.shell.shell_state import BannerShown, Place
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.sync_pill import SyncShown, SyncState

ENTRIES = (
    EntryRow("3412", "hand-grab", "Handed over 48229", "entry 3412 · Elin", "17:38", "25 min", 0,
             EntryState.BEHIND, "3411", "goes after 3411, same desk"),
    EntryRow("3411", "package", "Marked ready 48240", "entry 3411 · Elin", "17:33", "30 min", 1,
             EntryState.SENDING, "", "on its way now"),
    EntryRow("3408", "user-plus", "Added a person of a company", "entry 3408 · Elin", "17:25", "38 min", 2,
             EntryState.AGAIN, "15 s", "central asked to wait"),
    EntryRow("3405", "clipboard-list", "Counted a shelf", "entry 3405 · Oskar", "17:22",
             "41 min", 1, EntryState.PARKED, "", "central cannot read it yet"),
    EntryRow("3403", "lock", "Held for a customer", "entry 3403 · Elin", "17:19", "44 min", 1,
             EntryState.CONFIRMED, "18:02", ""),
    EntryRow("3401", "arrow-back-up", "Took goods back", "entry 3401 · Oskar", "17:15", "48 min", 1,
             EntryState.CORRECTED, "", "decided again, otherwise"),
    EntryRow("3398", "hand-grab", "Handed over 48233", "entry 3398 · Elin", "17:11", "52 min", 1,
             EntryState.NEEDS_YOU, "", "taken, and somebody has to look"),
    EntryRow("3396", "package", "Marked ready 48190", "entry 3396 · Elin", "17:08", "55 min", 1,
             EntryState.REFUSED, "", "central said no"),
)  # fmt: skip
DETAIL = EntryDetail(
    "Handed over 48233",
    (
        ("This desk", "17:11, Elin"),
        ("Tries", "1, last 18:02"),
        ("Central answered", "18:02"),
        ("Action", "01936A7C…E41F"),
    ),
    "Taken, and somebody has to look.",
    "It stands in Attention. Nothing else waits for this.",
)
REFUSED = EntryDetail(
    "Marked ready 48190",
    (
        ("This desk", "17:08, Elin"),
        ("Central answered", "18:02"),
        ("In its words", "The order was cancelled."),
        ("Action", "01936A7B…02C4"),
    ),
    "Central said no.",
    "Nothing of it counts. What to do with the goods stands in Attention.",
)
READINESS = (
    ReadinessRow("shopping-bag", "Pickups", 1.0, "all 49 pickups, persons complete", "34 min",
                 what="Pick, stage, check code, hand over", state="Full", short="49 orders",
                 without="Orders not here: hand over from the label. After 21:06 each handover without a line wants a second check."),
    ReadinessRow("barcode", "Stock", 1.0, "98 412 items, 6 places", "34 min", is_ageing=True,
                 what="Look up, hold, count, adjust", state="Ageing", tone=Tone.WARN, short="98 412 items",
                 without="Other places are as old as this: call them, and promise this desk’s own share only."),
    ReadinessRow("receipt", "Orders", 1.0, "6 214 orders", "34 min", what="Look up, return with limit per line",
                 state="Ageing", tone=Tone.WARN, is_ageing=True, is_main=False,
                 without="Orders that are not here cannot be looked up: call customer service."),
    ReadinessRow("file-invoice", "Quotes", 0.99, "212 of 214 accounts have prices", "34 min", is_ageing=True,
                 what="Contract prices, tiers, send later", state="In part", tone=Tone.WARN, short="212 of 214 accounts",
                 without="Good until 17:06, then prices are indicative. No prices here: use the list price, or save and price later."),
    ReadinessRow("key", "Rights, PINs", 1.0, "8 of 8 people with a PIN, 2 may supervise", "34 min",
                 what="Sign in, approve with a supervisor’s PIN", state="Full", short="8 of 8 people",
                 without="A new person or a new PIN does not work: somebody known here signs in."),
    ReadinessRow("tag", "Label signatures", 1.0, "the key is here", "–", has_meter=False, is_main=False,
                 what="Tell a genuine code of a customer", state="Full"),
    ReadinessRow("credit-card", "Refunds", 1.0, "1 queued", "–", has_meter=False, is_main=False, tone=Tone.NEUTRAL,
                 what="Recorded now, paid out when online", state="Queued",
                 without="The return is saved; the customer gets the money later."),
    ReadinessRow("printer", "Printing", 1.0, "nothing waits", "–", has_meter=False, is_main=False,
                 what="Slips, quotes, labels", state="Full"),
)  # fmt: skip
FRESH = tuple(
    replace(one, as_of="12 s", is_ageing=False, state="Full", tone=Tone.OK)
    if one.has_meter and one.name != "Quotes"
    else replace(one, as_of="12 s" if one.has_meter else "–")
    for one in READINESS
)
JOURNAL = JournalShown(
    True, "10:02", "3 418 · 18:03", "Checked in full 18:03: 3 418 entries, 0.2 s. Every entry fits."
)
RESTORED = NoticeShown(
    "The central system was put back to an earlier state.",
    "Noticed at 17:58. This desk sends again what it knows. Work goes on.",
    "history",
    "warn",
)
FETCHING = NoticeShown(
    "A part of the data is being fetched again.",
    "3.1 of 12.4 MB, 61 240 rows. Work goes on with what is here.",
    "refresh",
    "accent",
    0.25,
)
PARKED = NoticeShown(
    "1 change is kept for later.",
    "The central system cannot read this yet. It is safe there, and nothing waits for it.",
    "player-pause",
    "",
)
COPIED = NoticeShown(
    "This desk’s data is in use twice.",
    "Noticed at 17:58. Your work is safe. Close the other copy of this desk, then tell support: D-15.",
    "copy",
    "bad",
)
STUCK = NoticeShown(
    "Nothing has gone out for 15 minutes, though central answers.",
    "4 changes are safe on this desk. Try now (F5). If it stays so, copy the oldest one and call support.",
    "alert-triangle",
    "warn",
)
PANEL = SyncPanelShown(
    "Online", True, "3 changes wait to be sent. The oldest: 38 min.", ENTRIES, FRESH, "22:00", JOURNAL, DETAIL
)
SENDING = replace(
    ONLINE,
    sync=SyncShown(SyncState.SENDING, sent=4, waiting=9, needs_you=1),
    attention=5,
    oldest_unsent="38 min",
    unsent_is_old=True,
)


def _needs_you() -> QWidget:
    screen = SyncScreen(PANEL)
    screen.choose("3398")
    return in_shell(Place.SYNC, screen, SENDING)


def _refused() -> QWidget:
    screen = SyncScreen(replace(PANEL, detail=REFUSED, notices=(PARKED,)))
    screen.choose("3396")
    return in_shell(Place.SYNC, screen, SENDING)


def _offline() -> QWidget:
    waiting = tuple(
        replace(entry, tries=0, reason="no line: goes out when it is back")
        for entry in ENTRIES
        if entry.state in WAITS
    )
    shown = replace(
        PANEL,
        headline="Offline since 17:06",
        is_online=False,
        sentence="9 changes wait to be sent. The oldest: 29 min.",
        entries=waiting,
        detail=None,
        readiness=READINESS,
        ready_until="21:06",
        more_waiting=6,
    )
    screen = SyncScreen(shown)
    screen.show_tab(JOBS)
    return in_shell(Place.SYNC, screen, OFFLINE)


def _stopped() -> QWidget:
    shown = replace(
        PANEL,
        sentence="9 changes wait to be sent. The oldest: 38 min.",
        detail=None,
        journal=replace(
            JOURNAL,
            is_whole=False,
            sentence="Entry 2 214 does not fit, found 18:03. Nothing is lost: save a copy of unsent and call support, D-31.",
        ),
        problem="Update this desk: its version is too old to send. Your work is kept.",
    )
    state = replace(SENDING, sync=SyncShown(SyncState.STOPPED, "version too old"))
    return in_shell(Place.SYNC, SyncScreen(shown), state)


def _restored() -> QWidget:
    shown = replace(PANEL, notices=(RESTORED, FETCHING), detail=None)
    return in_shell(Place.SYNC, SyncScreen(shown), SENDING)


def _stuck() -> QWidget:
    journal = replace(JOURNAL, is_whole=None, sentence="Each entry carries the mark of the one before.")
    shown = replace(PANEL, notices=(STUCK, COPIED), detail=None, journal=journal)
    state = replace(
        SENDING,
        sync=SyncShown(SyncState.STOPPED, "38 min"),
        banner=BannerShown(STUCK.bold, STUCK.more, STUCK.icon, "warn", is_urgent=True),
    )
    return in_shell(Place.SYNC, SyncScreen(shown), state)


def _empty() -> QWidget:
    journal = JournalShown(None, "–", "–", "Each entry carries the mark of the one before.")
    shown = replace(
        PANEL, sentence="Everything is sent.", entries=(), detail=None, journal=journal, ready_until="20:00"
    )
    return in_shell(Place.SYNC, SyncScreen(shown))


SHOTS = (
    Shot("sync", _needs_you),
    Shot("sync-refused", _refused),
    Shot("sync-offline", _offline),
    Shot("sync-stopped", _stopped),
    Shot("sync-restored", _restored),
    Shot("sync-stuck", _stuck),
    Shot("sync-empty", _empty),
)
