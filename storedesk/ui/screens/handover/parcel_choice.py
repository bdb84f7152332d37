"""One order of a handover: each of its parcels is scanned, ticked or stated as left here."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.desk.handover_views import HandoverOrder
from storedesk.desk.pickup_views import ParcelView
from storedesk.ui.screens.handover.tick_row import TickRow
from storedesk.ui.texts.counter_formats import items_text, quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.layouts import column, hairline, row


class Fate(StrEnum):
    OPEN = "open"
    TICKED = "ticked"
    SCANNED = "scanned"
    LEFT = "left"


class ParcelChoice(QWidget):
    """The parcels of one order; ``is_first`` is the order that was opened and always goes along."""

    changed = Signal()

    def __init__(
        self, order: HandoverOrder, is_first: bool, several: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.order, self._is_first = order, is_first
        self._fates = {parcel.parcel_id: Fate.OPEN for parcel in order.parcels}
        self._rows: dict[str, TickRow] = {}
        self._leave: dict[str, Button] = {}
        self._head: TickRow | None = None
        layout = column(spacing=0)
        if several:
            detail = self.tr("opened now") if is_first else self.tr("the same customer, also ready")
            self._head = TickRow(self.tr("Order {number}").format(number=order.order_number), detail)
            self._head.set_word(items_text(order.pieces))
            self._head.setChecked(is_first)
            self._head.setEnabled(not is_first)
            self._head.toggled.connect(lambda on: self._include(on))
            layout.addWidget(self._head)
        self._parcels = QWidget()
        lines = column(spacing=0, margins=(22 if several else 0, 0, 0, 0))
        for parcel in order.parcels:
            lines.addLayout(self._line(parcel))
            lines.addWidget(hairline())
        self._parcels.setLayout(lines)
        self._parcels.setVisible(is_first)
        layout.addWidget(self._parcels)
        self.setLayout(layout)
        if is_first and len(order.parcels) == 1:
            self.set_fate(order.parcels[0].parcel_id, Fate.TICKED)

    @property
    def is_included(self) -> bool:
        return self._is_first or (self._head is not None and self._head.isChecked())

    @property
    def taken(self) -> tuple[str, ...]:
        return tuple(key for key, fate in self._fates.items() if fate in (Fate.TICKED, Fate.SCANNED))

    @property
    def left(self) -> tuple[str, ...]:
        return tuple(key for key, fate in self._fates.items() if fate is Fate.LEFT)

    @property
    def undecided(self) -> int:
        """How many parcels nobody has said anything about."""
        return sum(1 for fate in self._fates.values() if fate is Fate.OPEN) if self.is_included else 0

    def holds(self, parcel_id: str) -> bool:
        return parcel_id in self._fates

    def include(self) -> None:
        if self._head is not None:
            self._head.setChecked(True)

    def take_all(self) -> None:
        """Tick what nobody has said anything about."""
        for key, fate in tuple(self._fates.items()):
            if fate is Fate.OPEN and self.is_included:
                self.set_fate(key, Fate.TICKED)

    def set_fate(self, parcel_id: str, fate: Fate) -> None:
        self._fates[parcel_id] = fate
        line, leave = self._rows[parcel_id], self._leave[parcel_id]
        line.blockSignals(True)
        line.setChecked(fate in (Fate.TICKED, Fate.SCANNED))
        line.blockSignals(False)
        word, tone, icon = {
            Fate.OPEN: ("", Tone.NEUTRAL, ""),
            Fate.TICKED: (self.tr("Goes out"), Tone.OK, "check"),
            Fate.SCANNED: (self.tr("Scanned"), Tone.OK, "scan"),
            Fate.LEFT: (self.tr("Stays here"), Tone.WARN, "archive"),
        }[fate]
        line.set_word(word, tone, icon)
        leave.setVisible(fate is Fate.OPEN)
        self.changed.emit()

    def first_row(self) -> QWidget | None:
        return next(iter(self._rows.values()), None)

    def _line(self, parcel: ParcelView) -> QHBoxLayout:
        title = self.tr("Parcel {number} of {total}").format(number=parcel.number, total=parcel.total)
        line = TickRow(title, self._contents(parcel), parcel.bin)
        line.toggled.connect(
            lambda on, key=parcel.parcel_id: self.set_fate(key, Fate.TICKED if on else Fate.OPEN)
        )
        leave = Button(self.tr("Leave here"), Kind.QUIET, small=True)
        leave.setAccessibleName(self.tr("{parcel} stays here").format(parcel=title))
        leave.clicked.connect(lambda checked=False, key=parcel.parcel_id: self.set_fate(key, Fate.LEFT))
        self._rows[parcel.parcel_id], self._leave[parcel.parcel_id] = line, leave
        both = row(line, leave, spacing=4, margins=(0, 4, 0, 4))
        both.setStretch(0, 1)
        return both

    def _contents(self, parcel: ParcelView) -> str:
        lines = {line.line: line for line in self.order.lines}
        parts = [
            f"{quantity_text(quantity, lines[number].unit)} × {lines[number].name}"
            for number, quantity in parcel.items
            if number in lines
        ]
        return ", ".join(parts)

    def _include(self, on: bool) -> None:
        self._parcels.setVisible(on)
        if on and len(self.order.parcels) == 1:
            self.set_fate(self.order.parcels[0].parcel_id, Fate.TICKED)
        self.changed.emit()
