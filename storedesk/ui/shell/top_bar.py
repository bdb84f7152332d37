"""The bar at the top: store and desk, the find field, how the line is, who is signed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from storedesk.ui.shell.find_field import FindField
from storedesk.ui.shell.shell_state import ShellState
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import TOP_BAR_HEIGHT
from storedesk.ui.widgets.avatar import Avatar
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.sync_pill import SyncPill
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class UserChip(QWidget):
    """Who is signed in; a click asks to lock or switch."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar("", 36)
        self._name = Text("", "small", "", 600)
        self._role = Text("", "label", "text3", 400)
        self._words = QWidget()
        self._words.setLayout(column(None, self._name, self._role, None, spacing=0))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(row(self._avatar, self._words, IconLabel("chevron-down", 18, "text2"), spacing=10))

    def show_user(self, name: str, role: str, tint: int) -> None:
        self._avatar.set_person(name, tint)
        self._name.setText(name)
        self._role.setText(role)
        self.setAccessibleName(self.tr("Signed in: {name}, {role}").format(name=name, role=role))
        self.setVisible(bool(name))

    def set_compact(self, compact: bool) -> None:
        self._words.setVisible(not compact)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class TopBar(QFrame):
    """Holds the find field as `find_field` and the pill as `pill`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.setFixedHeight(theme().px(TOP_BAR_HEIGHT))
        self.find_field = FindField()
        self.find_field.setMaximumWidth(theme().px(620))
        self.pill = SyncPill()
        self.user = UserChip()
        self._store = ElidedText("", "strong")
        self._desk = ElidedText("", "label", "text3", 400)
        self._names = QWidget()
        self._names.setLayout(column(None, self._store, self._desk, None, spacing=0))
        self._layout = row(IconTile("building-store", size=36), 0, self._names, spacing=10)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.find_field, 100)
        self._layout.addStretch(1)
        self._layout.addWidget(self.pill)
        self._layout.addSpacing(0)
        self._layout.addWidget(self.user)
        self.setLayout(self._layout)
        self.set_compact(False)

    def show_state(self, state: ShellState) -> None:
        self._store.setText(state.store)
        self._desk.setText(" · ".join(part for part in (state.desk, state.clock) if part))
        self.pill.show_state(state.sync)
        user = state.user
        self.user.show_user(user.name if user else "", user.role if user else "", user.tint if user else 0)

    def store_name(self) -> str:
        """The name of the store as it is shown."""
        return self._store.text()

    def set_compact(self, compact: bool) -> None:
        side = 14 if compact else 20
        self._layout.setContentsMargins(side, 0, side, 0)
        self._desk.setVisible(not compact)
        self._names.setFixedWidth(theme().px(130 if compact else 160))
        self.find_field.set_compact(compact)
        self.pill.set_compact(compact)
        self.user.set_compact(compact)
