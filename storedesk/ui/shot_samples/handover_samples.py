"""Samples of the handover dialog: code right, ID seen, something to pay with an age check."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.handover_views import HandoverOrder, HandoverView, LabelView, order_of
from storedesk.desk.pickup_views import ParcelView, PaymentView, QueueView, SwapView
from storedesk.ui.screens.handover.exchange_sheet import ExchangeSheet
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from storedesk.ui.screens.handover.label_sheet import LabelSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shot_samples.pickup_samples import LINES, READY, READY_ROWS, ROWS, clock, pickups
from storedesk.ui.shot_samples.shot import Shot

CODE = "K7P429"
FIRST = order_of(READY)
SECOND = HandoverOrder(
    "f-48190",
    "48190",
    (ParcelView("p-9", 1, 1, "A2", "staged", ((4, 1),)),),
    LINES,
    PaymentView("captured", 3_490_000, 0, "SEK", ""),
    0,
    False,
    1,
)
MARIA = HandoverView(
    (FIRST, SECOND), "Maria Nilsson", "Maria Nilsson", ("Jonas Nilsson",), clock("14:41"), 5, False
)
_TO_PAY = replace(
    FIRST,
    payment=PaymentView("unpaid", 52_450_000, 3_490_000, "SEK", "payment_due"),
    age_limit=18,
    parcels=FIRST.parcels[:1],
)
UNPAID = replace(MARIA, orders=(_TO_PAY,), name_is_shared=True)


WORDS = "mango tiger solo"
OFFLINE_FIRST = replace(FIRST, parcels=FIRST.parcels[:1], second_check="value")
DOWN = replace(MARIA, orders=(OFFLINE_FIRST,), value_limit=50_000_000, silent_since=clock("13:20"))
SILENT = replace(
    DOWN, orders=(replace(OFFLINE_FIRST, second_check="no_contact"),), silent_since=clock("9:12")
)


def open_sheet(window: QWidget, view: HandoverView = MARIA) -> HandoverSheet:
    sheet = HandoverSheet(
        view, lambda code: code == CODE, window, "Slip printer ok", lambda words: words == WORDS, 1
    )
    sheet.open()
    return sheet


def _by_code(window: QWidget) -> None:
    sheet = open_sheet(window)
    sheet.scan_code(CODE)
    sheet.who.set_somebody_else()
    sheet.scan_parcel("p-1")
    sheet.what.choices[1].include()
    sheet.do("take_all")


def _by_id(window: QWidget) -> None:
    sheet = open_sheet(window)
    sheet.do("by_id")
    sheet.who.proof.documents.choose(1)
    sheet.scan_parcel("p-2")
    sheet.scan_parcel("p-other", "48155", "Eva Strand")


def _wrong_code(window: QWidget) -> None:
    sheet = open_sheet(window, UNPAID)
    sheet.scan_code("AAAAAA")


def _by_name(window: QWidget) -> None:
    sheet = open_sheet(window, UNPAID)
    sheet.do("by_name")
    sheet.last.ages.choose(3)


def _second_check(window: QWidget) -> None:
    open_sheet(window, DOWN).scan_code(CODE)


def _second_by_word(window: QWidget) -> None:
    sheet = open_sheet(window, SILENT)
    sheet.scan_code(CODE)
    sheet.do("by_word")
    sheet.last.second.words.setText("mango taxi")
    sheet.last.second.words.returnPressed.emit()


def _second_by_id(window: QWidget) -> None:
    sheet = open_sheet(window, SILENT)
    sheet.scan_code(CODE)
    sheet.do("by_id")


def _second_done(window: QWidget) -> None:
    sheet = open_sheet(window, DOWN)
    sheet.scan_code(CODE)
    sheet.supervisor_agreed(103)


_FAR = replace(OFFLINE_FIRST, order_number="48999", parcels=(), lines=())
LABEL = LabelView(
    "48999", 2, "2026-11-30", "SDS", None, replace(DOWN, orders=(replace(_FAR, second_check=""),))
)
LABEL_SILENT = replace(
    LABEL, handover=replace(SILENT, orders=(replace(_FAR, second_check="no_contact"),)), last_contact=1
)
LABEL_AGED = replace(LABEL, age_limit=18)


OFFERS = {
    1: (
        SwapView(902, "Skaljacka Alva", "Forest green", "L", 3, "piece"),
        SwapView(903, "Skaljacka Alva", "Night blue", "M", 1, "piece"),
    )
}


def _exchange(window: QWidget) -> None:
    sheet = ExchangeSheet(FIRST, OFFERS, window)
    sheet.open()
    sheet.back.choose(1)


def _exchange_none(window: QWidget) -> None:
    sheet = ExchangeSheet(FIRST, {}, window)
    sheet.open()
    sheet.back.choose(2)


def _label(view: LabelView) -> Callable[[QWidget], None]:
    return lambda window: LabelSheet(view, window, lambda words: words == WORDS).open()


def _window() -> AppShell:
    return pickups(QueueView((*READY_ROWS, *ROWS[:2]), True, None), READY)


def _shot(name: str, after: Callable[[QWidget], None]) -> Shot:
    return Shot(name, _window, after)


SHOTS = (
    _shot("handover", _by_code),
    _shot("handover-id", _by_id),
    _shot("handover-wrong-code", _wrong_code),
    _shot("handover-name", _by_name),
    _shot("handover-second", _second_check),
    _shot("handover-second-word", _second_by_word),
    _shot("handover-second-id", _second_by_id),
    _shot("handover-second-done", _second_done),
    _shot("handover-exchange", _exchange),
    _shot("handover-exchange-none", _exchange_none),
    _shot("handover-label", _label(LABEL)),
    _shot("handover-label-aged", _label(LABEL_AGED)),
    _shot("handover-label-silent", _label(LABEL_SILENT)),
)
