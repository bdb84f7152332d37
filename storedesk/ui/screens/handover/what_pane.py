"""The second column: the bins to walk to and the parcels that go out, of one or more orders."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.desk.handover_views import HandoverView
from storedesk.ui.screens.handover.parcel_choice import Fate, ParcelChoice
from storedesk.ui.screens.handover.step_head import StepHead
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.panel import Notice


class WhatPane(QWidget):
    """Parcels of another order are refused loudly, by name."""

    changed = Signal()

    def __init__(self, view: HandoverView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = StepHead(2, self.tr("What goes out"))
        several = len(view.orders) > 1
        self.choices = [ParcelChoice(order, not index, several) for index, order in enumerate(view.orders)]
        self.alarm = Notice("", "", "alert-triangle", "bad")
        self.alarm.hide()
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(column(*self.choices, None, spacing=8, margins=(2, 0, 2, 0)))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self.head, self.alarm, spacing=12)
        layout.addWidget(area, 1)
        self.setLayout(layout)
        for choice in self.choices:
            choice.changed.connect(self._tell)
        self._tell()

    @property
    def included(self) -> tuple[ParcelChoice, ...]:
        return tuple(choice for choice in self.choices if choice.is_included)

    def missing(self) -> str:
        undecided = sum(choice.undecided for choice in self.included)
        if undecided:
            return self.tr("Scan or tick %n parcels, or say that they stay here.", "", undecided)
        if not self.included[0].taken:
            return self.tr("Nothing goes out: tick a parcel.")
        if any(not choice.taken for choice in self.included):
            return self.tr("An order without a parcel does not go out: take it off.")
        return ""

    def scan(self, parcel_id: str, owner_number: str, owner_name: str) -> bool:
        """A parcel's label was scanned; False, with the alarm, when it is of another order."""
        for choice in self.choices:
            if choice.holds(parcel_id):
                choice.include()
                choice.set_fate(parcel_id, Fate.SCANNED)
                self.alarm.hide()
                return True
        owner = " ".join(part for part in (owner_number, owner_name) if part) or "?"
        self.alarm.set_text(
            self.tr("Wrong parcel: it belongs to {owner}.").format(owner=owner),
            self.tr("Do not hand it over. Put it back in its bin."),
        )
        self.alarm.show()
        return False

    def take_all(self) -> None:
        for choice in self.included:
            choice.take_all()

    def focus(self) -> None:
        for choice in self.included:
            row = choice.first_row()
            if choice.undecided and row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _tell(self) -> None:
        taken = sum(len(choice.taken) for choice in self.included)
        total = sum(len(choice.order.parcels) for choice in self.included)
        right = self.tr("{taken} of %n parcels", "", total).format(taken=taken)
        self.head.set_done(not self.missing(), right)
        self.changed.emit()
