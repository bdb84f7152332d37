"""Sharing what is picked out among several parcels, each with its own bin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from storedesk.actions.pickup_args import LineQuantity, StagedParcel, StageParcels
from storedesk.desk.pickup_views import PickupView
from storedesk.domain.parcel import split_reason
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import ElidedText, Text

MOST_COLUMNS = 4


class AmountField(QLineEdit):
    """A whole number, 0 while it is empty."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, 999_999, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(110)
        self.setValue(value)

    def value(self) -> int:
        return int(self.text() or 0)

    def setValue(self, value: int) -> None:
        self.setText(str(value))


class SplitSheet(Sheet):
    """A table of lines and parcels; F9 stages when every picked piece lies in a parcel with a bin."""

    confirmed = Signal(object)
    """The ``StageParcels`` to perform."""

    def __init__(self, view: PickupView, window: QWidget) -> None:
        super().__init__(window, 760)
        self._view, self._sent = view, False
        self._lines = view.unstaged
        self._bins: list[QLineEdit] = []
        self._parts: list[dict[int, AmountField]] = []
        self._grid = QGridLayout()
        self._more = Button(self.tr("One more parcel"), Kind.SOFT, "plus", small=True)
        self._go = Button(self.tr("Put in bins"), Kind.PRIMARY, "stack-2", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._reason = Text("", "small", "text3", wrap=True)
        self._build()
        for _ in range(2):
            self._add_parcel()

    def do(self, action: str) -> None:
        if action == "main":
            self._go.press()
        else:
            super().do(action)

    def scan_bin(self, code: str) -> None:
        """Into the first parcel that has no bin yet."""
        field = next((field for field in self._bins if not field.text()), None)
        if field is not None:
            field.setText(code)

    def _build(self) -> None:
        number = self._view.row.order_number
        title = Text(self.tr("Several parcels for {number}").format(number=number), "title")
        more = Text(self.tr("Each parcel gets its own label and bin."), "small", "text3", wrap=True)
        self.body.addWidget(framed(column(title, more, spacing=2, margins=(20, 16, 20, 14)), "head"))
        self._grid.setContentsMargins(20, 16, 20, 8)
        self._grid.setSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(Text(self.tr("Bin"), "label", "text2", 600), 1, 0)
        for index, line in enumerate(self._lines, 2):
            left = quantity_text(line.picked - line.staged, line.unit)
            self._grid.addWidget(ElidedText(f"{left} × {line.name}", "small", "", 600), index, 0)
        self.body.addLayout(self._grid)
        self.body.addLayout(row(None, self._more, margins=(20, 0, 20, 12)))
        bar = row(spacing=10, margins=(20, 12, 20, 12))
        bar.addWidget(self._reason, 1)
        bar.addWidget(self._cancel)
        bar.addWidget(self._go)
        self.body.addWidget(framed(bar, "foot"))
        self._more.clicked.connect(lambda: self._add_parcel())
        self._go.clicked.connect(lambda: self._confirm())
        self._cancel.clicked.connect(lambda: self.reject())

    def _add_parcel(self) -> None:
        number = len(self._bins) + 1
        name = self.tr("Parcel {number}").format(number=number)
        field = QLineEdit()
        field.setMaxLength(12)
        field.setFixedWidth(110)
        field.setPlaceholderText(self.tr("Bin"))
        field.setAccessibleName(f"{name}, {self.tr('Bin')}")
        field.textChanged.connect(lambda: self._check())
        self._grid.addWidget(Text(name, "label", "text2", 600), 0, number)
        self._grid.addWidget(field, 1, number)
        parts: dict[int, AmountField] = {}
        for index, line in enumerate(self._lines, 2):
            box = AmountField(line.picked - line.staged if number == 1 else 0)
            box.setAccessibleName(f"{name}, {line.name}")
            box.textChanged.connect(lambda text: self._check())
            self._grid.addWidget(box, index, number)
            parts[line.line] = box
        self._bins.append(field)
        self._parts.append(parts)
        self._more.setVisible(number < MOST_COLUMNS)
        field.setFocus() if number == 1 else None
        self._check()

    def _filled(self) -> list[tuple[str, dict[str, int]]]:
        """Bin and quantities of the parcels that hold something."""
        filled = []
        for field, parts in zip(self._bins, self._parts, strict=True):
            held = {str(line): box.value() for line, box in parts.items() if box.value()}
            if held:
                filled.append((field.text().strip().upper(), held))
        return filled

    def _check(self) -> None:
        filled = self._filled()
        staged = {str(line.line): line.picked - line.staged for line in self._lines}
        wrong = split_reason(staged, [held for _, held in filled])
        known = {place.code for place in self._view.shelf}
        strange = next((code for code, _ in filled if code and known and code not in known), "")
        if wrong is not None:
            reason = self.tr("Share out every picked piece, none twice.")
        elif strange:
            reason = self.tr("There is no bin {code} on this shelf.").format(code=strange)
        elif any(not code for code, _ in filled):
            reason = self.tr("Each parcel needs a bin.")
        else:
            reason = ""
        self._reason.setText(reason)
        self._go.set_not_yet(reason)

    def _confirm(self) -> None:
        if self._sent or self._go.reason:
            return
        self._sent = True
        parcels = tuple(
            StagedParcel(code, tuple(LineQuantity(int(line), quantity) for line, quantity in held.items()))
            for code, held in self._filled()
        )
        self.confirmed.emit(StageParcels(self._view.row.fulfilment_id, parcels))
        self.accept()
