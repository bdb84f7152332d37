"""Noting what a customer asked: a digit for why, a digit for what came of it, F9; today's counts stand beside."""

from collections.abc import Mapping
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from storedesk.actions.service_args import LogContact
from storedesk.ui.screens.orders.form_sheet import FormSheet, field
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text

Reason = Literal["where_is_my_order", "stock", "price", "return", "complaint", "other"]
Outcome = Literal["answered", "asked_store", "changed", "call_back", "no_answer"]
_REASONS: dict[Reason, tuple[str, str]] = {
    "where_is_my_order": ("truck", QT_TRANSLATE_NOOP("ContactSheet", "Where is my order")),
    "stock": ("barcode", QT_TRANSLATE_NOOP("ContactSheet", "Stock")),
    "price": ("tag", QT_TRANSLATE_NOOP("ContactSheet", "Price")),
    "return": ("arrow-back-up", QT_TRANSLATE_NOOP("ContactSheet", "Return")),
    "complaint": ("alert-triangle", QT_TRANSLATE_NOOP("ContactSheet", "Something is wrong")),
    "other": ("message", QT_TRANSLATE_NOOP("ContactSheet", "Other")),
}
_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "answered": ("check", QT_TRANSLATE_NOOP("ContactSheet", "Answered")),
    "asked_store": ("help", QT_TRANSLATE_NOOP("ContactSheet", "Store asked")),
    "changed": ("pencil", QT_TRANSLATE_NOOP("ContactSheet", "Order changed")),
    "call_back": ("phone", QT_TRANSLATE_NOOP("ContactSheet", "Ring back")),
    "no_answer": ("x", QT_TRANSLATE_NOOP("ContactSheet", "Not reached")),
}


class ContactSheet(FormSheet):
    """``order_id`` is empty for a contact about no order; ``day`` is the place's date on which it counts."""

    def __init__(
        self, order_id: str, number: str, day: str, counts: Mapping[str, int], window: QWidget
    ) -> None:
        super().__init__(window, "check")
        self._order_id, self._day, self._counts = order_id, day, counts
        self.reasons = ChoiceCards(columns=2, small=True)
        self.outcomes = ChoiceCards(columns=3, small=True)
        about = self.tr("Order {number}").format(number=number) if number else self.tr("About no order")
        total = self.tr("%n contacts today", "", sum(counts.values()))
        self.set_heading(self.tr("What did the customer ask?"), f"{about} · {total}", self.tr("Save"))
        self.reasons.show_choices(tuple(self._reason(key) for key in _REASONS))
        self.outcomes.show_choices(
            tuple(Choice(key, self.tr(text), "", icon=icon) for key, (icon, text) in _OUTCOMES.items()),
            "answered",
        )
        label, self.note = field(self.tr("Note, without names and numbers"), 500)
        self.lay_out(
            column(Text(self.tr("Why? press 1–6"), "label", "text2", 600), self.reasons, spacing=6),
            column(Text(self.tr("What came of it?"), "label", "text2", 600), self.outcomes, spacing=6),
            column(label, self.note, spacing=6),
        )
        self.reasons.confirmed.connect(lambda key: self.outcomes.setFocus(Qt.FocusReason.OtherFocusReason))
        self.outcomes.confirmed.connect(lambda key: self.note.setFocus(Qt.FocusReason.OtherFocusReason))
        self.note.returnPressed.connect(self.confirm)
        self.reasons.setFocus()

    def action(self) -> tuple[str, Any] | str:
        reason = next((key for key in _REASONS if key == self.reasons.current), None)
        outcome = next((key for key in _OUTCOMES if key == self.outcomes.current), None)
        if reason is None or outcome is None:
            self.reasons.setFocus()
            return self.tr("Choose why: press 1–6.")
        note = self.note.text().strip()
        return "LogContact", LogContact(reason, outcome, self._day, self._order_id, note)

    def _reason(self, key: Reason) -> Choice:
        icon, text = _REASONS[key]
        today = self._counts.get(key, 0)
        return Choice(key, self.tr(text), self.tr("%n today", "", today) if today else "", icon=icon)


def reason_text(reason: str) -> str:
    """Why a customer asked, in words."""
    known = next((text for key, (_, text) in _REASONS.items() if key == reason), _REASONS["other"][1])
    return QCoreApplication.translate("ContactSheet", known)
