"""The lock screen: who is at the desk, PIN pad, clock, how the line is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.avatar import Avatar, UserTile
from storedesk.ui.widgets.layouts import clear, column, framed, row
from storedesk.ui.widgets.mark import Mark
from storedesk.ui.widgets.pin_pad import PinPad
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


@dataclass(frozen=True, slots=True)
class LockUser:
    """One person of this desk; `note` is open work in short words."""

    key: str
    name: str
    role: str
    note: str = ""
    tint: int = 0


@dataclass(frozen=True, slots=True)
class LockShown:
    """What the lock screen shows; texts are ready. `locked_minutes` > 0 means no tries are left."""

    store: str
    desk: str
    clock: str
    date: str
    sync_line: str
    is_offline: bool
    work_line: str
    lock_after_minutes: int
    users: tuple[LockUser, ...]
    chosen: str = ""
    tries_left: int | None = None
    locked_minutes: int = 0
    pin_length: int = 4


class LockScreen(Screen):
    """1–9 choose a person, then digits are the PIN; Esc goes back to the choice."""

    context = Context.LOCK
    user_chosen = Signal(str)
    pin_entered = Signal(str, str)
    """Key of the person and the PIN as typed; the screen keeps no copy."""

    def __init__(self, shown: LockShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._users: tuple[LockUser, ...] = ()
        self._tiles: list[UserTile] = []
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", "0123456789")
        self._side = self._make_side()
        self._heading = Text("", "welcome")
        self._hint = Text("", "body", "text3")
        self._list: QVBoxLayout = column(spacing=8)
        self._pad = PinPad(shown.pin_length)
        self._build()
        self._pad.entered.connect(self._entered)
        self._pad.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bind("back", self.choose_nobody)
        self.show_state(shown)

    @property
    def pad(self) -> PinPad:
        return self._pad

    def show_state(self, shown: LockShown) -> None:
        """Show everything anew; typed digits stay unless another person is chosen."""
        self._place.setText(f"{shown.store} · {shown.desk}" if shown.desk else shown.store)
        self._clock.setText(shown.clock)
        self._date.setText(shown.date)
        self._sync.setText(shown.sync_line)
        self._sync_icon.set_icon("cloud-off" if shown.is_offline else "cloud-check")
        self._work.setText(shown.work_line)
        self._idle.setText(
            self.tr("Locks by itself after %n min. Open work is kept.", "", shown.lock_after_minutes)
        )
        if shown.users != self._users:
            self._users = shown.users
            self._make_tiles()
        self._heading.setText(self.tr("Who is at the desk?"))
        count = min(9, len(shown.users))
        self._hint.setText(self.tr("Press 1–{last}, or scan your badge").format(last=count))
        self._choose(shown.chosen)
        self._show_tries(shown)

    def choose_nobody(self) -> None:
        """Back to the choice of people; typed digits are forgotten."""
        self._choose("")
        self.user_chosen.emit("")

    def refuse(self) -> None:
        """The PIN was wrong; a new state tells how many tries are left."""
        self._pad.refuse()

    def panes(self) -> tuple[QWidget, ...]:
        return (self,)

    def set_compact(self, compact: bool) -> None:
        self._side.setFixedWidth(theme().px(256 if compact else 400))
        self._columns.setSpacing(20 if compact else 40)
        self._board.setFixedWidth(theme().px(380 if compact else 460))
        self._pin.setFixedWidth(theme().px(300 if compact else 340))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text() if len(event.text()) == 1 and event.text() in "0123456789" else ""
        if self._chosen and (
            digit or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._pad.keyPressEvent(event)
        elif digit and 1 <= int(digit) <= len(self._users):
            self._pick(self._users[int(digit) - 1].key)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _make_side(self) -> QFrame:
        """The dark column at the left: mark, clock, three lines."""
        self._place = Text("", "small", "onrail", wrap=True)
        names = column(Text("StoreDesk", "heading", "railtitle"), self._place, spacing=0)
        self._clock = Text("", "clock", "railtitle")
        self._date = Text("", "large", "onrail")
        self._sync_icon = IconLabel("cloud-check", 20, "onrail")
        self._sync, self._work, self._idle = (Text("", "body", "onrail", wrap=True) for _ in range(3))
        lines = column(spacing=14)
        for icon, text in (
            (self._sync_icon, self._sync),
            (IconLabel("clock-exclamation", 20, "onrail"), self._work),
            (IconLabel("device-desktop", 20, "onrail"), self._idle),
        ):
            line = row(icon, spacing=12)
            line.addWidget(text, 1)
            lines.addLayout(line)
        top = row(Mark(), spacing=12)
        top.addLayout(names, 1)
        layout = column(
            top, None, self._clock, 4, self._date, None, lines, spacing=4, margins=(28, 32, 24, 32)
        )
        return framed(layout, "rail")

    def _build(self) -> None:
        holder = QWidget()
        holder.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        scroll.setWidget(holder)
        scroll.setMinimumHeight(theme().px(392))
        self._board = QWidget()
        board = column(self._heading, self._hint, 14, spacing=2)
        board.addWidget(scroll, 1)
        self._board.setLayout(board)
        self._pin = self._make_pin()
        self._columns = row(self._board, spacing=40)
        self._columns.addWidget(self._pin, 0, Qt.AlignmentFlag.AlignTop)
        middle = column(None, spacing=0, margins=(16, 16, 16, 16))
        middle.addLayout(row(None, self._columns, None, spacing=0))
        middle.addStretch(1)
        whole = row(self._side, spacing=0)
        whole.addLayout(middle, 1)
        self.setLayout(whole)
        self.set_compact(False)

    def _make_pin(self) -> QFrame:
        self._avatar = Avatar("", 44)
        self._who = ElidedText("", "heading")
        self._ask = ElidedText("", "small", "text3")
        self._tries = Text("", "label", "text3", 400, wrap=True)
        self._tries.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head = row(self._avatar, spacing=12)
        head.addLayout(column(self._who, self._ask, spacing=0), 1)
        return framed(column(head, self._pad, self._tries, spacing=20, margins=(24, 24, 24, 24)), "dialog")

    def _make_tiles(self) -> None:
        clear(self._list)
        self._tiles = []
        for number, user in enumerate(self._users, 1):
            tile = UserTile(number, user.name, user.role, user.note, user.tint)
            tile.clicked.connect(lambda checked=False, key=user.key: self._pick(key))
            self._list.addWidget(tile)
            self._tiles.append(tile)
        self._list.addStretch(1)

    def _pick(self, key: str) -> None:
        self._choose(key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.user_chosen.emit(key)

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._pad.clear()
        self._chosen = key
        person = next((user for user in self._users if user.key == key), None)
        for user, tile in zip(self._users, self._tiles, strict=True):
            tile.setChecked(user.key == key)
        self._pad.setEnabled(person is not None)
        self._avatar.set_person(person.name if person else "", person.tint if person else 0)
        self._who.setText(person.name if person else self.tr("Choose who you are"))
        self._ask.setText(self.tr("Type your PIN") if person else self.tr("then type your PIN"))

    def _show_tries(self, shown: LockShown) -> None:
        bad = False
        if shown.locked_minutes > 0:
            self._pad.setEnabled(False)
            words = self.tr(
                "Too many tries. Opens again in %n min, or by a manager.", "", shown.locked_minutes
            )
            bad = True
        elif shown.tries_left is None:
            words = self.tr("5 tries, then a manager opens it")
        else:
            words = self.tr("That is not the PIN. %n tries left.", "", shown.tries_left)
            bad = True
        self._tries.setText(words)
        self._tries.set_tone("bad" if bad else "text3")

    def _step(self, by: int) -> None:
        keys = [user.key for user in self._users]
        if keys:
            now = keys.index(self._chosen) + by if self._chosen in keys else 0
            self._pick(keys[now % len(keys)])

    def _entered(self, pin: str) -> None:
        if self._chosen:
            self.pin_entered.emit(self._chosen, pin)
