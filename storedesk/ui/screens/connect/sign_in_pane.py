"""What is entered to sign in to a shop: the fields of its platform; a secret is seen while it is typed and never again."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from storedesk.protocol.channel_wire import ChannelLine, PlatformField, PlatformTold
from storedesk.ui.screens.connect.connect_words import KEPT, field_name
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import IconLabel, Text

LONGEST = 4_000


class Entered(NamedTuple):
    """What stands in the fields; ``secrets`` only those that were typed now."""

    code: str
    name: str
    platform: str
    settings: dict[str, str]
    secrets: dict[str, str]


class SecretField(QLineEdit):
    """Masked; the eye shows it while it is being typed. What is kept centrally is a row of dots that nobody can see."""

    def __init__(self, name: str, kept: bool) -> None:
        super().__init__()
        self._name = name
        self.setMaxLength(LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setPlaceholderText(KEPT if kept else "")
        self._eye = QAction(theme().icon("eye", 18, "text2"), "", self)
        self._eye.setToolTip(self.tr("Show while typing"))
        self._eye.triggered.connect(self.reveal)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.setAccessibleName(self.tr("{field}, kept").format(field=name) if kept else name)

    def reveal(self) -> None:
        """Shows or hides what is typed now."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)


class SignInPane(Panel):
    """``changed`` at each edit. Enter goes on to the next field, and after the last one ``finished`` is told."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._kept = Chip()
        super().__init__(" ", extra=(self._kept,), parent=parent)
        self.title.setText(self.tr("Sign in"))
        self.code, self.name = QLineEdit(), QLineEdit()
        self.code.setMaxLength(40)
        self.name.setMaxLength(80)
        self.fields: dict[str, QLineEdit] = {}
        self._platform: PlatformTold | None = None
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self.is_dirty = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        inner = QWidget()
        inner.setProperty("role", "clear")
        outer = column(spacing=0)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        inner.setLayout(outer)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        note = Text(self.tr("A secret is never shown again."), "small", "text2", wrap=True)
        foot = row(IconLabel("info-circle", 16, "text2"), spacing=8, margins=(16, 8, 16, 8))
        foot.addWidget(note, 1)
        self.body.addWidget(framed(foot, "foot"))
        for field in (self.code, self.name):
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self._go_on)
        self._add_own()

    def show_platform(self, platform: PlatformTold, line: ChannelLine | None) -> None:
        """The fields of the platform, filled with what is kept; what is being typed stays."""
        self._platform = platform
        kept = () if line is None else tuple(line.secrets)
        if self._shown != (platform.name, kept):
            self._make(platform, line, kept)
            self._shown = (platform.name, kept)
        if line is not None and not self.is_dirty:
            self.code.setText(line.code)
            self.name.setText(line.name)
            for name, value in line.settings.items():
                if name in self.fields and not isinstance(self.fields[name], SecretField):
                    self.fields[name].setText(value)
        self.code.setReadOnly(line is not None)
        self._kept.setVisible(bool(kept))
        self._kept.set(self.tr("kept encrypted"), Tone.OK, "lock")

    def entered(self) -> Entered:
        plain, secrets = {}, {}
        for name, field in self.fields.items():
            value = field.text().strip()
            if not isinstance(field, SecretField):
                plain[name] = value
            elif value:
                secrets[name] = value
        platform = "" if self._platform is None else self._platform.name
        code = self.code.text().strip()
        return Entered(code, self.name.text().strip() or code, platform, plain, secrets)

    def taken(self) -> None:
        """It is kept centrally now: no secret stays on this desk."""
        self.is_dirty = False
        for field in self.fields.values():
            if isinstance(field, SecretField):
                field.clear()
                field.setEchoMode(QLineEdit.EchoMode.Password)

    def start(self) -> None:
        """Everything empty, for another channel."""
        self.is_dirty, self._shown, self._platform = False, ("", ()), None
        for field in (self.code, self.name, *self.fields.values()):
            field.clear()

    def put(self, entered: Entered) -> None:
        """What was typed before and could not be saved; secrets were not kept."""
        self.code.setText(entered.code)
        self.name.setText(entered.name)
        for name, value in entered.settings.items():
            if name in self.fields:
                self.fields[name].setText(value)
        self._edited()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched, 0, 40)
        return False

    def _add_own(self) -> None:
        self._put(0, self.tr("Name here"), self.name)
        self._put(1, self.tr("Short code"), self.code)

    def _make(self, platform: PlatformTold, line: ChannelLine | None, kept: tuple[str, ...]) -> None:
        before = {name: field.text() for name, field in self.fields.items()} if self.is_dirty else {}
        while self._grid.count() > 4:
            item = self._grid.takeAt(4)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for number, field in enumerate(_in_order(platform.fields), 2):
            self.fields[field.name] = made = self._field(field, field.name in kept)
            made.setText(before.get(field.name, ""))
            self._put(number, field_name(field.name), made)
        order = self._order()
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def _field(self, field: PlatformField, kept: bool) -> QLineEdit:
        made = SecretField(field_name(field.name), kept) if field.secret else QLineEdit()
        made.setMaxLength(LONGEST)
        made.setObjectName(f"field_{field.name}")
        made.textEdited.connect(self._edited)
        made.returnPressed.connect(self._go_on)
        return made

    def _put(self, number: int, name: str, field: QLineEdit) -> None:
        label = Text(name, "label", "text2", 600, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        field.installEventFilter(self)
        field.setMinimumWidth(0)
        self._grid.addWidget(label, number // 2 * 2, number % 2)
        self._grid.addWidget(field, number // 2 * 2 + 1, number % 2)

    def _order(self) -> list[QLineEdit]:
        """As they stand, line by line: what was made later must not come after another pane."""
        return [self.name, self.code, *self.fields.values()]

    def _go_on(self) -> None:
        order = [field for field in self._order() if not field.isReadOnly()]
        here = next((number for number, field in enumerate(order) if field.hasFocus()), len(order))
        if here + 1 < len(order):
            order[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _edited(self) -> None:
        self.is_dirty = True
        self.changed.emit()


def _in_order(fields: list[PlatformField]) -> list[PlatformField]:
    """What has to be entered and secrets first, the fine settings after them."""
    first = {"shop", "address", "client_id"}
    return sorted(fields, key=lambda one: not (one.needed or one.secret or one.name in first))
