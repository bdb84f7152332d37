"""Buttons: five kinds, with icon, key cap from the registry, busy, done and not-yet states."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from storedesk.ui.shortcuts import Context, caps, shortcut_for
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import COMPACT_HEIGHT, CONTROL_HEIGHT, RADIUS_CONTROL
from storedesk.ui.widgets.drawing import LEFT, box, caps_size, draw_caps, picture, smooth, text_width, words

_ICON, _GAP = 18, 8


class Kind(StrEnum):
    """What a button is on its screen; there is at most one PRIMARY."""

    PRIMARY = "primary"
    SECOND = "second"
    SOFT = "soft"
    QUIET = "quiet"
    PROBLEM = "problem"
    ON_BAND = "on_band"


class Button(QPushButton):
    """A painted button. `action` names a row of the key registry: its cap is shown on the button."""

    refused = Signal(str)
    """A press while not yet possible; carries the reason."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECOND,
        icon: str = "",
        action: str = "",
        context: Context = Context.GLOBAL,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._icon, self._small = text, kind, icon, small
        self._action, self._context = action, context
        self._reason = ""
        self._busy_text = ""
        self._is_done = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_label(text)
        theme().changed.connect(self.updateGeometry)

    @property
    def action(self) -> str:
        return self._action

    @property
    def reason(self) -> str:
        """Why the button cannot be pressed yet; empty when it can."""
        return self._reason

    def set_label(self, text: str, icon: str | None = None) -> None:
        """Change the words (plain text, `&` stands for itself) and, if given, the icon."""
        self._text = text
        self._icon = self._icon if icon is None else icon
        self.setText(text.replace("&", "&&"))
        self._describe()
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def set_not_yet(self, reason: str) -> None:
        """Grey the button and say why; an empty reason makes it pressable again."""
        self._reason = reason
        self.setToolTip(reason)
        self.setCursor(Qt.CursorShape.ArrowCursor if reason else Qt.CursorShape.PointingHandCursor)
        self._describe()
        self.update()

    def set_busy(self, text: str = "") -> None:
        """Show that the work is under way, keeping the width; an empty text ends it."""
        self.setMinimumWidth(self.sizeHint().width() if text else 0)
        self._busy_text = text
        self._is_done = False
        self.update()

    def set_done(self, text: str = "") -> None:
        """Show the result in green; an empty text ends it. The caller decides how long."""
        self._busy_text = text
        self._is_done = bool(text)
        self.update()

    def press(self) -> None:
        """What a click or the button's key does: click, or refuse with the reason."""
        if self._reason:
            self.refused.emit(self._reason)
        elif not self._busy_text and self.isEnabled():
            self.click()

    def hitButton(self, pos: object) -> bool:
        return bool(super().hitButton(pos)) and not self._busy_text  # type: ignore[arg-type]

    def event(self, event: QEvent) -> bool:
        if self._reason and event.type() == QEvent.Type.MouseButtonRelease:
            self.setDown(False)
            self.refused.emit(self._reason)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        height = theme().px(COMPACT_HEIGHT if self._small else CONTROL_HEIGHT)
        return QSize(max(height, self._content_width() + 2 * self._padding()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        fill, outline, ink = self._look()
        dashed = bool(self._reason) and theme().is_high_contrast
        box(painter, self.rect(), RADIUS_CONTROL, fill, outline, dashed=dashed)
        left = (self.width() - self._content_width()) // 2
        icon = ("check" if self._is_done else "circle-dashed") if self._busy_text else self._icon
        if icon:
            picture(painter, QRect(left, 0, theme().px(_ICON), self.height()), icon, _ICON, ink)
            left += theme().px(_ICON) + (_GAP if self._label() else 0)
        width = min(text_width(self._label(), self._font()), self.width() - left)
        words(painter, QRect(left, 0, width + 1, self.height()), self._label(), self._font(), ink, LEFT)
        if self._caps() and not self._busy_text:
            place = QRect(left + width + _GAP + 2, 0, self.width(), self.height())
            draw_caps(painter, place, self._caps(), ink if self._is_on_colour() else "")

    def _look(self) -> tuple[str | None, str | None, str]:
        """Fill, outline and ink, as tokens, for the state the button is in."""
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if self._is_done:
            return "ok_soft", None, "ok_text"
        if self._reason or not self.isEnabled():
            return "subtle", "border", "text3"
        if self._kind is Kind.PRIMARY:
            return ("accent_down" if down else "accent_hover" if over else "accent"), None, "onaccent"
        if self._kind is Kind.ON_BAND:
            return ("rail" if over or down else None), "onoff", "onoff"
        if self._kind is Kind.SOFT:
            edge = "bd2" if over or down or theme().is_high_contrast else None
            return "neu_soft", edge, "text"
        if self._kind is Kind.QUIET:
            return ("neu_soft" if over or down else None), None, "text2"
        ink = "bad_text" if self._kind is Kind.PROBLEM else "text"
        return ("neu_soft" if down else "subtle" if over else "panel"), "bd2", ink

    def _is_on_colour(self) -> bool:
        return self._kind in (Kind.PRIMARY, Kind.ON_BAND) and not self._reason

    def _label(self) -> str:
        return self._busy_text or self._text

    def _font(self) -> QFont:
        return theme().font("small", 600) if self._small else theme().font("strong")

    def _padding(self) -> int:
        return 12 if self._small or not self._text else 16

    def _caps(self) -> tuple[str, ...]:
        row = shortcut_for(self._context, self._action) if self._action else None
        return (" ".join(caps(row.key)),) if row else ()

    def _content_width(self) -> int:
        icon = self._icon or self._busy_text
        label = self._label()
        width = theme().px(_ICON) + (_GAP if label else 0) if icon else 0
        width += text_width(label, self._font()) + (1 if label else 0)
        if self._caps() and not self._busy_text:
            width += _GAP + 2 + caps_size(self._caps()).width()
        return width

    def _describe(self) -> None:
        key = " ".join(self._caps())
        self.setAccessibleName(f"{self._text}, {key}" if key else self._text)
        self.setAccessibleDescription(self._reason)
