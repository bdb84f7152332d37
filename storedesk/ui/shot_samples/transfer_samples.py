"""Samples of the transfers screen: one to pack, one on its way here, two that are asked."""

from dataclasses import replace

from storedesk.desk.new_transfer import NewTransferView, Sender, WantedLine
from storedesk.desk.transfer_views import (
    TransferLineView,
    TransferRow,
    TransferStep,
    TransfersView,
    TransferView,
)
from storedesk.ui.screens.transfers.nothing_arrived_sheet import NothingArrivedSheet
from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell
from storedesk.ui.shot_samples.stock_samples import JACKET


def _row(
    number: str, other: str, is_out: bool, state: str, pieces: int, due: str = "", late: bool = False
) -> TransferRow:
    when = clock(due) if due else None
    return TransferRow(number, number, other, is_out, state, pieces, clock("09:10"), when, late)


OUT = _row("GBG-02-03068-K7", "Kungsbacka", True, "agreed", 5, "12:00", True)
IN = _row("GBG-02-03071-M3", "Central warehouse", False, "sent", 6, "15:30")
ASKED = _row("GBG-02-03074-P2", "Mölndal", True, "asked", 2)
LISTS = TransfersView(
    (IN, OUT),
    (ASKED, _row("GBG-02-03075-R8", "Borås", False, "asked", 1)),
    (
        _row("GBG-02-03059-A1", "Malmö", False, "received", 4),
        _row("GBG-02-03057-B4", "Borås", True, "received", 3),
        _row("GBG-02-03052-C9", "Central warehouse", False, "refused", 2),
    ),
)


def _line(
    number: int,
    name: str,
    detail: str,
    sku: str,
    category: str,
    shelf: str,
    wanted: int,
    done: int,
    here: int,
) -> TransferLineView:
    return TransferLineView(
        number, name, detail, sku, category, shelf, "piece", wanted, wanted, 0, wanted, done, here
    )


_LINES = (
    _line(1, "Skaljacka Alva", "Black · L", "ALV-2201-SVA-L", "jackets", "A3-05", 2, 2, 7),
    _line(2, "Vandringskänga Rask Mid", "Black · 41", "RSK-1107-SVA-41", "boots", "C1-10", 1, 1, 3),
    _line(3, "Merinosocka Ull 3-pack", "Night blue · 37–39", "ULL-0310-NAT-37", "socks", "D2-05", 2, 0, 8),
)
_MADE = (TransferStep("asked", clock("09:10"), "Sofia L."), TransferStep("agreed", clock("10:02"), "Maja A."))
_AHEAD = (TransferStep("sent", None, ""), TransferStep("received", None, ""))
PACK = TransferView(
    OUT, "pack", _LINES, (*_MADE, *_AHEAD), "The rest fills their shelf before Friday.", "48174", False
)
PACKED = replace(PACK, lines=tuple(replace(line, done=line.wanted) for line in _LINES))
_SENT = (*_MADE, TransferStep("sent", clock("11:40"), "Jonas E."), TransferStep("received", None, ""))
RECEIVE = TransferView(
    IN, "receive",
    tuple(replace(line, done=done, wanted=2) for line, done in zip(_LINES, (2, 2, 1), strict=True)), _SENT, "", "", True,
)  # fmt: skip
NONE_YET = replace(RECEIVE, lines=tuple(replace(line, done=0) for line in RECEIVE.lines))
ANSWER = TransferView(ASKED, "answer", _LINES[2:], (_MADE[0], TransferStep("agreed", None, ""), *_AHEAD),
                      "For their pickup, Tue 10:00", "", False)  # fmt: skip
NEW = NewTransferView(
    (
        WantedLine(3, "Skaljacka Alva", "Forest green · M", "ALV-2201-SKO-M", "jackets", "piece", 2),
        WantedLine(7, "Tält Vide 2", "Granite", "VID-2000-GRA", "tents", "piece", 1),
    ),
    (
        Sender(JACKET.places[1], 3, True),
        Sender(JACKET.places[5], 3, True),
        Sender(JACKET.places[2], 2, False),
        Sender(JACKET.places[4], 2, False),
    ),
)


def _screen(view: TransferView | None, tab: str = "open", offline: bool = False) -> AppShell:
    screen = TransfersScreen()
    screen.show_transfers(LISTS if view is not None else TransfersView())
    screen.tabs.choose(tab)
    screen.show_transfer(view)
    if view is not None:
        screen.list.choose(view.row.transfer_id, tell=False)
    return in_shell(Place.TRANSFERS, screen, OFFLINE if offline else ONLINE)


def _new(view: NewTransferView) -> AppShell:
    shell = _screen(PACK)
    screen = shell.current
    assert isinstance(screen, TransfersScreen)
    screen.show_draft(view)
    return shell


SHOTS = (
    Shot("transfers-pack", lambda: _screen(PACK)),
    Shot("transfers-packed", lambda: _screen(PACKED)),
    Shot("transfers-receive", lambda: _screen(RECEIVE, offline=True)),
    Shot("transfers-receive-none", lambda: _screen(NONE_YET)),
    Shot(
        "transfers-nothing-arrived",
        lambda: _screen(NONE_YET),
        lambda window: NothingArrivedSheet(NONE_YET, window).open(),
    ),
    Shot("transfers-answer", lambda: _screen(ANSWER, "asked")),
    Shot("transfers-new", lambda: _new(NEW)),
    Shot("transfers-new-empty", lambda: _new(NewTransferView())),
    Shot("transfers-nothing", lambda: _screen(None)),
)
