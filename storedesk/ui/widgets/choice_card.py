"""Cards to choose one of: digit, title, effect in the second line, result at the right."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import RADIUS_CONTROL
from storedesk.ui.widgets.drawing import RIGHT, box, caps_size, draw_caps, picture, smooth, text_width, words

_ICON = 18
_WIDE = 640
"""From this width on the result stands beside both lines instead of beside the title."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One card. `blocked` is the reason why it cannot be chosen, empty when it can."""

    key: str
    title: str
    effect: str
    result: str = ""
    icon: str = ""
    suggested: bool = False
    blocked: str = ""


class ChoiceCard(QRadioButton):
    """One painted card; small cards are those of the problem card on Pickups."""

    def __init__(
        self, number: int, choice: Choice, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice, self._number, self._small = choice, number, small
        self.setEnabled(not choice.blocked)
        self.setToolTip(choice.blocked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = (str(number), choice.title, choice.effect, choice.result, choice.blocked)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def sizeHint(self) -> QSize:
        return QSize(240, theme().px(48 if self._small else 72))

    def minimumSizeHint(self) -> QSize:
        return QSize(120 if self._small else 160, self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        chosen = self.isChecked()
        edge = "accent" if chosen else "ctl"
        fill = "accent_soft" if chosen else "subtle" if self.underMouse() or not self.isEnabled() else "panel"
        box(painter, self.rect(), RADIUS_CONTROL, fill, edge, 2 if chosen else 1)
        left = 12 if self._small else 16
        cap = (str(self._number),)
        draw_caps(painter, QRect(left, 0, 60, self.height()), cap)
        self._paint_words(painter, left + caps_size(cap).width() + (10 if self._small else 14))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        choice, right = self.choice, self.width() - 16
        title = theme().font("small", 600) if self._small else theme().font("heading")
        effect = theme().font("label", 400) if self._small else theme().font("body")
        ink = "text" if self.isEnabled() else "text3"
        height, below = QFontMetrics(title).height(), QFontMetrics(effect).height()
        line = choice.blocked or choice.effect
        top = (self.height() - height - (below if line else 0)) // 2
        end = right
        if choice.result:
            font = theme().font("small", 600)
            narrow = self.width() < _WIDE
            wide = min(text_width(choice.result, font) + 2, self.width() // (2 if narrow else 3))
            if narrow:
                words(painter, QRect(right - wide, top, wide, height), choice.result, font, "text2", RIGHT)
                end = right - wide - 12
            else:
                place = QRect(right - wide, 0, wide, self.height())
                end = right = right - words(painter, place, choice.result, font, "text2", RIGHT) - 12
        start = left
        if choice.icon:
            side = theme().px(_ICON)
            picture(painter, QRect(left, top, side, height), choice.icon, _ICON, ink)
            start += side + 4
        drawn = words(painter, QRect(start, top, end - start, height), choice.title, title, ink)
        if choice.suggested:
            place = QRect(start + drawn + 12, top, end - start - drawn - 12, height)
            if text_width(self.tr("Suggested"), theme().font("label", 600)) <= place.width():
                words(painter, place, self.tr("Suggested"), theme().font("label", 600), "accent_text")
        words(painter, QRect(left, top + height, right - left, below), line, effect, "text3")


class ChoiceCards(QWidget):
    """A group of cards; 1–9 choose while it has focus, Enter confirms the chosen one."""

    chosen = Signal(str)
    confirmed = Signal(str)

    def __init__(self, columns: int = 1, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns, self._small = columns, small
        self._cards: list[ChoiceCard] = []
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8 if small else 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownKeys", "123456789")
        self._group.buttonClicked.connect(self._clicked)

    @property
    def current(self) -> str:
        """The key of the chosen card, empty when none is."""
        return next((card.choice.key for card in self._cards if card.isChecked()), "")

    @property
    def current_number(self) -> int:
        """The number of the chosen card, counted from 1; 0 when none is."""
        return next((number for number, card in enumerate(self._cards, 1) if card.isChecked()), 0)

    def show_choices(self, choices: tuple[Choice, ...], chosen: str = "") -> None:
        """Replace the cards; without `chosen` the suggested one is chosen."""
        for card in self._cards:
            self._group.removeButton(card)
            # with it, Qt takes the focus of the group away with the card
            card.setFocusProxy(None)  # type: ignore[arg-type]
            card.setParent(None)
            card.deleteLater()
        self._cards = [ChoiceCard(number, choice, self._small) for number, choice in enumerate(choices, 1)]
        for index, card in enumerate(self._cards):
            self._group.addButton(card)
            self._grid.addWidget(card, index // self._columns, index % self._columns)
            card.setFocusProxy(self)
            card.setChecked(card.choice.key == chosen if chosen else card.choice.suggested)

    def set_columns(self, columns: int) -> None:
        """Lay the cards out anew, for a narrower or wider room."""
        if columns != self._columns:
            self._columns = columns
            for index, card in enumerate(self._cards):
                self._grid.addWidget(card, index // columns, index % columns)

    def choose(self, number: int) -> None:
        """Choose the n-th card, counted from 1; a blocked or missing card changes nothing."""
        if 1 <= number <= len(self._cards) and self._cards[number - 1].isEnabled():
            self._cards[number - 1].setChecked(True)
            self.chosen.emit(self._cards[number - 1].choice.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._step(-1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Left) else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.confirmed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        open_cards = [n for n, card in enumerate(self._cards, 1) if card.isEnabled()]
        now = next((n for n, card in enumerate(self._cards, 1) if card.isChecked()), 0)
        if open_cards:
            place = open_cards.index(now) + by if now in open_cards else 0
            self.choose(open_cards[place % len(open_cards)])

    def _clicked(self, card: ChoiceCard) -> None:
        self.chosen.emit(card.choice.key)
