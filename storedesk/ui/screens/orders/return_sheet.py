"""Taking goods back: which lines, why, in what condition; beside it what the blue button will do."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.actions.return_args import Condition, ReturnedLine, ReturnReason, TakeBackGoods
from storedesk.desk.return_views import ReturnView
from storedesk.ui.screens.orders.form_sheet import FormSheet
from storedesk.ui.screens.orders.order_foot import pair
from storedesk.ui.screens.orders.return_table import ReturnTable
from storedesk.ui.texts.counter_formats import day_text, items_text, money_text, quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.text import Text

_REASONS: dict[ReturnReason, str] = {
    "too_small": QT_TRANSLATE_NOOP("ReturnSheet", "Too small"),
    "too_large": QT_TRANSLATE_NOOP("ReturnSheet", "Too large"),
    "not_as_shown": QT_TRANSLATE_NOOP("ReturnSheet", "Not as shown"),
    "faulty": QT_TRANSLATE_NOOP("ReturnSheet", "Faulty"),
    "changed_mind": QT_TRANSLATE_NOOP("ReturnSheet", "Changed mind"),
    "other": QT_TRANSLATE_NOOP("ReturnSheet", "Other"),
}
_CONDITIONS: dict[Condition, tuple[str, str, str]] = {
    "as_new": ("check", QT_TRANSLATE_NOOP("ReturnSheet", "As new"),
               QT_TRANSLATE_NOOP("ReturnSheet", "back on its shelf")),
    "opened": ("eye", QT_TRANSLATE_NOOP("ReturnSheet", "Opened"),
               QT_TRANSLATE_NOOP("ReturnSheet", "to be looked at")),
    "damaged": ("ban", QT_TRANSLATE_NOOP("ReturnSheet", "Damaged"),
                QT_TRANSLATE_NOOP("ReturnSheet", "not for sale")),
}  # fmt: skip
_WIDTH, _SIDE, _SIDE_COMPACT, _TABLE = 1080, 300, 250, 160


class ReturnSheet(FormSheet):
    """F9 takes the goods back; the number of the slip is given by whoever performs it. After the last return day
    ``supervisor_wanted`` comes first, and ``supervisor_agreed`` goes on."""

    supervisor_wanted = Signal()

    def __init__(self, view: ReturnView, offline: bool, window: QWidget, supervises: bool = False) -> None:
        """``supervises`` where whoever is signed in may allow it alone."""
        super().__init__(window, "arrow-back-up", _WIDTH)
        self._view = view
        self._asks = view.is_late and not supervises
        self._checked_by: int | None = None
        self._reasons: dict[int, ReturnReason] = {}
        self._conditions: dict[int, Condition] = {}
        self.table = ReturnTable(view)
        self.reasons, self.conditions = ChoiceCards(3, small=True), ChoiceCards(3, small=True)
        self._side = column(spacing=6)
        self._fewer = Button(self.tr("One fewer"), Kind.SOFT, "minus", small=True)
        self._one_more = Button(self.tr("One more"), Kind.SOFT, "plus", small=True)
        self._hint = Text("", "small", "text3", wrap=True)
        self._later = Notice("", "", "credit-card", "warn" if offline else "accent")
        self._later.set_text(
            self.tr("Refund after check."),
            self.tr("Goods are taken now. Central checks them against other returns and then pays; offline "
                    "that waits for the line.") if offline
            else self.tr("Goods are taken now. Central checks them against other returns and then pays."),
        )  # fmt: skip
        self._build()
        self._show_line()
        self.table.setFocus()

    def action(self) -> tuple[str, Any] | str:
        taken = {line: quantity for line, quantity in self.table.taken.items() if quantity}
        if not taken:
            return self.tr("Say how many come back: press +.")
        missing = next((number for number in taken if number not in self._reasons), None)
        if missing is not None:
            rows = [line.line for line in self._view.lines]
            self.table.selectRow(rows.index(missing))
            return self.tr("Say why it comes back: press 1–6.")
        lines = tuple(
            ReturnedLine(
                line.line, line.variant_id, taken[line.line], self._reasons[line.line],
                self._conditions.get(line.line, "as_new"),
            )
            for line in self._view.lines
            if line.line in taken
        )  # fmt: skip
        return "TakeBackGoods", TakeBackGoods(self._view.order_id, "-", lines, checked_by=self._checked_by)

    def confirm(self) -> None:
        """What is late waits for a supervisor, once all else is said."""
        if self._asks and self._checked_by is None and not isinstance(self.action(), str):
            self.supervisor_wanted.emit()
            return
        super().confirm()

    def supervisor_agreed(self, staff_id: int) -> None:
        self._checked_by = staff_id
        self.confirm()

    def do(self, action: str) -> None:
        if action == "take_all":
            self.table.take_all()
        else:
            super().do(action)

    def scan(self, variant_id: int) -> bool:
        """A scanned article is one more that comes back."""
        found = self.table.scan(variant_id)
        if not found:
            self.warn(self.tr("Nothing of this article can come back for this order."))
        return found

    def _build(self) -> None:
        view = self._view
        about = " · ".join(part for part in (view.name, self.tr("slip says “refund after check”")) if part)
        self.set_heading(self.tr("Return from order {number}").format(number=view.number), about, "")
        self.reasons.show_choices(tuple(Choice(key, self.tr(text), "") for key, text in _REASONS.items()))
        self.conditions.show_choices(
            tuple(
                Choice(key, self.tr(text), self.tr(effect), icon=icon)
                for key, (icon, text, effect) in _CONDITIONS.items()
            ),
            "as_new",
        )
        self.table.setMinimumHeight(_TABLE)
        left = column(
            self.table,
            self._steps(),
            column(Text(self.tr("Why? press 1–6"), "label", "text2", 600), self.reasons, spacing=6),
            column(Text(self.tr("What is it like?"), "label", "text2", 600), self.conditions, spacing=6),
            spacing=12,
        )
        side = framed(
            column(self._side, None, *self._late(), self._later, spacing=12, margins=(16, 14, 16, 14)),
            "subtle",
        )
        side.setFixedWidth(theme().px(_SIDE_COMPACT if self.is_compact else _SIDE))
        both = row(spacing=16)
        both.addLayout(left, 1)
        both.addWidget(side)
        self.lay_out(both)
        self._fewer.clicked.connect(lambda: self.table.add(-1))
        self._one_more.clicked.connect(lambda: self.table.add(1))
        self.table.picked.connect(lambda number: self._show_line())
        self.table.changed.connect(self._show_effect)
        self.table.reason_pressed.connect(self.reasons.choose)
        self.reasons.chosen.connect(self._reason)
        self.conditions.chosen.connect(self._condition)
        self.reasons.confirmed.connect(lambda key: self.conditions.setFocus())

    def _late(self) -> tuple[Notice, ...]:
        """That the last day has passed, and who allows it."""
        if not self._view.is_late:
            return ()
        words = self.tr("Last return day was {day}.").format(day=day_text(self._view.last_day))
        more = self.tr("F9 asks a supervisor for the PIN.") if self._asks else self.tr("You may allow it.")
        return (Notice(words, more, "calendar-due", "bad"),)

    def _steps(self) -> QHBoxLayout:
        steps = row(self._fewer, self._one_more, spacing=8)
        steps.addWidget(self._hint, 1)
        return steps

    def _reason(self, key: str) -> None:
        line = self.table.line
        known = next((reason for reason in _REASONS if reason == key), None)
        if line is not None and known is not None:
            self._reasons[line.line] = known
            if line.possible and not self.table.taken.get(line.line):
                self.table.add(1)

    def _condition(self, key: str) -> None:
        line = self.table.line
        known = next((condition for condition in _CONDITIONS if condition == key), None)
        if line is not None and known is not None:
            self._conditions[line.line] = known
            self._show_effect()

    def _show_line(self) -> None:
        """The cards say what was chosen for the line the keys are about."""
        line = self.table.line
        if line is None:
            return
        chosen = list(_REASONS).index(self._reasons[line.line]) + 1 if line.line in self._reasons else 0
        self.reasons.show_choices(
            tuple(Choice(key, self.tr(text), "") for key, text in _REASONS.items()),
            list(_REASONS)[chosen - 1] if chosen else "",
        )
        self._hint.setText(self.table.why_not() or self.tr("+ and − change how many, a scan adds one."))
        self.conditions.choose(list(_CONDITIONS).index(self._conditions.get(line.line, "as_new")) + 1)
        self._show_effect()

    def _show_effect(self) -> None:
        """What happens when it is taken back, before it is."""
        clear(self._side)
        taken = [(line, self.table.taken.get(line.line, 0)) for line in self._view.lines]
        taken = [(line, quantity) for line, quantity in taken if quantity]
        self._side.addWidget(Text(self.tr("What happens"), "panel"))
        for line, quantity in taken:
            condition = self._conditions.get(line.line, "as_new")
            words = self.tr(_CONDITIONS[condition][1])
            self._side.addLayout(pair(f"{line.name} · {words}", f"+{quantity_text(quantity, line.unit)}"))
        if not taken:
            self._side.addWidget(Text(self.tr("Nothing is chosen yet."), "small", "text3"))
        self._side.addWidget(hairline())
        worth = sum(self._view.worth(line.line, quantity) for line, quantity in taken)
        if self._view.is_paid:
            self._side.addLayout(pair(self.tr("To pay back"), money_text(worth, self._view.currency)))
        else:
            self._side.addWidget(
                Text(self.tr("Not paid, so nothing is paid back."), "small", "text2", wrap=True)
            )
        pieces = sum(1 if line.unit != "piece" else quantity for line, quantity in taken)
        self.go.set_label(self.tr("Take back {items}").format(items=items_text(pieces)))
        self.go.set_not_yet("" if taken else self.tr("Say how many come back: press +."))
