"""The pill that tells how the line is: synced, sending, offline, needs you, stopped."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import COMPACT_HEIGHT, RADIUS_PILL
from storedesk.ui.widgets.drawing import box, picture, smooth, text_width, words

_ICON, _PADDING, _GAP = 18, 13, 8


class SyncState(StrEnum):
    """How the desk stands with central."""

    SYNCED = "synced"
    SENDING = "sending"
    OFFLINE = "offline"
    NEEDS_YOU = "needs_you"
    STOPPED = "stopped"
    STARTING = "starting"


@dataclass(frozen=True, slots=True)
class SyncShown:
    """What the pill needs: `sent` of `waiting` are through while sending; `detail` is an age, a time or a reason."""

    state: SyncState = SyncState.STARTING
    detail: str = ""
    sent: int = 0
    waiting: int = 0
    needs_you: int = 0


_LOOKS = {
    SyncState.SYNCED: ("ok_soft", None, "ok_text", "cloud-check"),
    SyncState.SENDING: ("panel", "border", "text", "refresh"),
    SyncState.STARTING: ("panel", "border", "text2", "refresh"),
    SyncState.OFFLINE: ("off", None, "onoff", "cloud-off"),
    SyncState.NEEDS_YOU: ("warn_soft", None, "warn_text", "alert-triangle"),
    SyncState.STOPPED: ("bad_soft", None, "bad_text", "ban"),
}


class SyncPill(QToolButton):
    """A painted pill; a click opens the sync panel. Compact drops the second text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._is_compact = SyncShown(), False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.show_state(self._shown)

    def show_state(self, shown: SyncShown) -> None:
        self._shown = shown
        bold, more = self.texts()
        self.setAccessibleName(f"{bold} {more}".strip())
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._is_compact = compact
        self.setToolTip(" · ".join(part for part in self.texts() if part) if compact else "")
        self.updateGeometry()

    def texts(self) -> tuple[str, str]:
        """The bold and the small text of the state."""
        shown = self._shown
        match shown.state:
            case SyncState.SYNCED:
                return self.tr("Synced"), shown.detail
            case SyncState.SENDING:
                more = self.tr("%n needs you", "", shown.needs_you) if shown.needs_you else ""
                now = min(shown.sent + 1, shown.waiting)
                return self.tr("Sending {sent} of {all}").format(sent=now, all=shown.waiting), more
            case SyncState.OFFLINE:
                waiting = self.tr("%n to send", "", shown.waiting) if shown.waiting else ""
                since = self.tr("since {time}").format(time=shown.detail) if shown.detail else ""
                return self.tr("Offline"), " · ".join(part for part in (since, waiting) if part)
            case SyncState.NEEDS_YOU:
                return self.tr("%n need you", "", shown.needs_you), ""
            case SyncState.STOPPED:
                return self.tr("Not sending"), shown.detail
        return self.tr("Starting"), shown.detail

    def sizeHint(self) -> QSize:
        bold, more = self.texts()
        width = 2 * _PADDING + theme().px(_ICON) + _GAP + text_width(bold, theme().font("small", 600)) + 2
        if more and not self._is_compact:
            width += _GAP + text_width(more, theme().font("label", 400)) + 2
        return QSize(width, theme().px(COMPACT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        fill, edge, ink, icon = _LOOKS[self._shown.state]
        edge = ink if theme().is_high_contrast and not edge else edge
        box(painter, self.rect(), min(RADIUS_PILL, self.height() / 2), fill, edge)
        bold, more = self.texts()
        picture(painter, QRect(_PADDING, 0, theme().px(_ICON), self.height()), icon, _ICON, ink)
        left = _PADDING + theme().px(_ICON) + _GAP
        room = QRect(left, 0, self.width() - left - 4, self.height())
        left += words(painter, room, bold, theme().font("small", 600), ink) + _GAP
        if more and not self._is_compact:
            soft = "text3" if fill == "panel" else ink
            small = QRect(left, 0, self.width() - left - 4, self.height())
            words(painter, small, more, theme().font("label", 400), soft)
