"""A supervisor's PIN for one step of somebody else, who stays signed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.avatar import UserTile
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.pin_pad import PinPad
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import IconLabel, Text

_ALONE, _TOGETHER = 420, 760


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Somebody who may supervise here; ``role`` in the language of the desk."""

    staff_id: int
    name: str
    role: str
    tint: int = 0


class SupervisorTiles(QWidget):
    """Who supervises, by 1-9, arrow keys or a press."""

    chosen = Signal(int)
    """The place in the list."""

    def __init__(self, people: Sequence[Supervisor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", "123456789")
        self.setAccessibleName(self.tr("Who checks it?"))
        self._tiles = [
            UserTile(number, one.name, one.role, "", one.tint) for number, one in enumerate(people, 1)
        ]
        for index, tile in enumerate(self._tiles):
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.clicked.connect(lambda checked=False, index=index: self.chosen.emit(index))
        self.setLayout(column(*self._tiles, None, spacing=8, margins=(2, 2, 10, 2)))

    def show_chosen(self, index: int | None) -> None:
        for place, tile in enumerate(self._tiles):
            tile.setChecked(place == index)

    def tile(self, index: int) -> UserTile:
        return self._tiles[index]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text() if len(event.text()) == 1 and event.text() in "123456789" else ""
        if digit and int(digit) <= len(self._tiles):
            self.chosen.emit(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.chosen.emit(0 if event.key() == Qt.Key.Key_Down else len(self._tiles) - 1)
        else:
            super().keyPressEvent(event)


class SupervisorSheet(Sheet):
    """A digit chooses the supervisor, where there are several, then digits are the PIN; the last submits."""

    entered = Signal(int, str)
    """The supervisor and the PIN as typed; the sheet keeps no copy."""

    def __init__(self, heading: str, reason: str, people: Sequence[Supervisor], window: QWidget) -> None:
        super().__init__(window, _TOGETHER if len(people) > 1 else _ALONE, Context.SUPERVISOR)
        self._people, self._index = tuple(people), None if len(people) != 1 else 0
        self._is_checking = False
        self._tiles = SupervisorTiles(self._people)
        self.pad = PinPad()
        self._hint = Text("", "small", "text2", wrap=True)
        self._trouble = Text("", "small", "bad", 600, wrap=True)
        self._build(heading, reason)
        self.pad.entered.connect(self._entered)
        self._tiles.chosen.connect(self.choose)
        self.choose(self._index)

    def do(self, action: str) -> None:
        if action == "back" and self._index is not None and len(self._people) > 1:
            self.choose(None)
        else:
            super().do(action)

    def refuse_pin(self, tries_left: int) -> None:
        self._refuse(self.tr("That is not the PIN. %n tries left.", "", tries_left))

    def refuse_blocked(self, minutes: int) -> None:
        """The chosen supervisor can type nothing more for so long."""
        self._refuse(self.tr("Too many tries. Opens again in %n min. Ask another supervisor.", "", minutes))
        self.pad.setEnabled(False)
        if len(self._people) > 1:
            self._tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_person(self) -> None:
        self._refuse(self.tr("This person may not check it here."))

    def refuse_for(self, words: str) -> None:
        """It could not be checked, for a reason of the desk's own."""
        self._refuse(words)

    def _refuse(self, words: str) -> None:
        self._is_checking = False
        self.pad.refuse()
        self._trouble.setText(words)
        self._trouble.show()
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._index is not None and len(self._people) > 1:
            self.choose((self._index + step) % len(self._people))
        else:
            super().keyPressEvent(event)

    def _build(self, heading: str, reason: str) -> None:
        words = column(
            Text(heading, "title", wrap=True), Text(reason, "small", "text3", wrap=True), spacing=2
        )
        head = row(IconLabel("shield-lock", 22, "accent_text"), spacing=14, margins=(20, 16, 20, 14))
        head.addLayout(words, 1)
        self.body.addWidget(framed(head, "head"))
        pin = QWidget()
        pin.setLayout(column(self._hint, self.pad, self._trouble, spacing=16))
        pin.setFixedWidth(theme().px(340))
        middle = row(spacing=24, margins=(20, 18, 20, 18))
        if len(self._people) > 1:
            middle.addWidget(self._list(), 1)
        middle.addWidget(pin, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(middle)
        cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.SUPERVISOR)
        cancel.clicked.connect(lambda: self.reject())
        foot = row(IconLabel("user", 16, "text3"), spacing=8, margins=(20, 12, 20, 12))
        foot.addWidget(Text(self.tr("You stay signed in."), "label", "text3", 400, wrap=True), 1)
        foot.addWidget(cancel)
        self.body.addWidget(framed(foot, "foot"))

    def _list(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self._tiles)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles.setProperty("role", "clear")
        area.viewport().setAutoFillBackground(False)
        self._tiles.setAutoFillBackground(False)
        self._area = area
        return area

    def choose(self, index: int | None) -> None:
        """One of the supervisors by the place in the list, or nobody yet; typed digits are forgotten."""
        self._index = index
        self.pad.clear()
        self._trouble.hide()
        self._tiles.show_chosen(index)
        self.pad.setEnabled(index is not None)
        if index is not None:
            name = self._people[index].name
            self._hint.setText(self.tr("{name}: type your PIN").format(name=name))
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
            if len(self._people) > 1:
                self._area.ensureWidgetVisible(self._tiles.tile(index))
        elif self._people:
            last = min(9, len(self._people))
            self._hint.setText(self.tr("Who checks it? Press 1–{last}, then type the PIN.").format(last=last))
            self._tiles.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._hint.setText(self.tr("Nobody of this store may do this. Ask central."))

    def _entered(self, pin: str) -> None:
        if self._index is not None and not self._is_checking:
            self._is_checking = True
            self._trouble.hide()
            self.entered.emit(self._people[self._index].staff_id, pin)
