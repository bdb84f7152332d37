"""The rows of the sync panel: what waits, how ready each task is, and how they are painted."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import RIGHT, picture, words
from storedesk.ui.widgets.row_list import RowDelegate


class EntryState(StrEnum):
    """Where an entry of the outbox stands."""

    NEXT = "next"
    SENDING = "sending"
    BEHIND = "behind"
    AGAIN = "again"
    NEEDS_YOU = "needs_you"
    PARKED = "parked"
    REFUSED = "refused"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


_STATES = {
    EntryState.NEXT: (Tone.NEUTRAL, "hourglass", QT_TRANSLATE_NOOP("SyncScreen", "Next")),
    EntryState.SENDING: (Tone.INFO, "progress", QT_TRANSLATE_NOOP("SyncScreen", "Sending")),
    EntryState.BEHIND: (Tone.NEUTRAL, "stack-2", QT_TRANSLATE_NOOP("SyncScreen", "Waits for")),
    EntryState.AGAIN: (Tone.WARN, "refresh", QT_TRANSLATE_NOOP("SyncScreen", "Again in")),
    EntryState.NEEDS_YOU: (Tone.BAD, "alert-triangle", QT_TRANSLATE_NOOP("SyncScreen", "Needs you")),
    EntryState.PARKED: (Tone.WARN, "player-pause", QT_TRANSLATE_NOOP("SyncScreen", "Kept for later")),
    EntryState.REFUSED: (Tone.BAD, "ban", QT_TRANSLATE_NOOP("SyncScreen", "Refused")),
    EntryState.CORRECTED: (Tone.WARN, "versions", QT_TRANSLATE_NOOP("SyncScreen", "Corrected")),
    EntryState.CONFIRMED: (Tone.OK, "check", QT_TRANSLATE_NOOP("SyncScreen", "Confirmed")),
}
WAITS = (EntryState.NEXT, EntryState.SENDING, EntryState.BEHIND, EntryState.AGAIN)
URGENT = (EntryState.NEEDS_YOU, EntryState.REFUSED)
_AMBER = (EntryState.AGAIN, EntryState.PARKED, EntryState.CORRECTED)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One change of this desk. `state_detail` is a time or delay shown after the state's word."""

    key: str
    icon: str
    title: str
    by: str
    made: str
    age: str
    tries: int
    state: EntryState
    state_detail: str = ""
    reason: str = ""

    @property
    def state_text(self) -> str:
        word = QCoreApplication.translate("SyncScreen", _STATES[self.state][2])
        return f"{word} {self.state_detail}".strip()

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.made, self.state_text, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths of the table, from the width there is."""

    title: tuple[int, int]
    made: tuple[int, int]
    tries: tuple[int, int]
    state: tuple[int, int]
    reason: tuple[int, int]


def columns_for(width: int) -> Columns:
    """The reason is a column of its own only where there is room."""
    reason = 226 if width >= 780 else 0
    state, tries, made = theme().px(156), theme().px(56), theme().px(64)
    end = width - 14
    reason_at = end - reason
    state_at = reason_at - state - (8 if reason else 0)
    tries_at = state_at - tries
    made_at = tries_at - made
    return Columns(
        (56, made_at - 56 - 10),
        (made_at, made),
        (tries_at, tries - 16),
        (state_at, state),
        (reason_at, reason),
    )


class EntryDelegate(RowDelegate):
    """Paints `EntryRow` in the columns of the table."""

    height = 52

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, EntryRow)
        rect: QRect = option.rect
        at = columns_for(rect.width())
        line = theme().px(18)
        top = rect.y() + (rect.height() - 2 * line) // 2
        strong, small, body = theme().font("small", 600), theme().font("label", 400), theme().font("small")
        picture(painter, QRect(rect.x() + 16, rect.y(), 20, rect.height()), row.icon, 19, "text2")

        def cell(column: tuple[int, int], below: int = 0) -> QRect:
            return QRect(rect.x() + column[0], top + below * line, column[1], line)

        second = row.by if at.reason[1] or not row.reason else row.reason
        needs = row.state in URGENT
        words(painter, cell(at.title), row.title, strong, "text")
        words(
            painter, cell(at.title, 1), second, small, "bad_text" if needs and second != row.by else "text3"
        )
        words(painter, cell(at.made), row.made, body, "text")
        words(painter, cell(at.made, 1), row.age, small, "text3")
        whole = QRect(rect.x() + at.tries[0], rect.y(), at.tries[1], rect.height())
        words(painter, whole, str(row.tries), body, "text2", RIGHT)
        tone, icon, _ = _STATES[row.state]
        chip = QRect(rect.x() + at.state[0], rect.y(), at.state[1], rect.height())
        draw_chip(painter, chip, row.state_text, tone, icon)
        if at.reason[1]:
            place = QRect(rect.x() + at.reason[0], rect.y(), at.reason[1], rect.height())
            ink = "bad_text" if needs else "warn_text" if row.state in _AMBER else "text2"
            words(painter, place, row.reason, strong if needs else body, ink)


class EntryHead(QWidget):
    """The head of the table, painted in the same columns as the rows of `below`, beside its scroll bar too."""

    def __init__(self, below: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = below
        below.verticalScrollBar().rangeChanged.connect(lambda low, high: self.update())
        self.setFixedHeight(theme().px(36))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        wide = self._below.viewport().width() if self._below.isVisible() else self.width()
        at, font = columns_for(wide), theme().font("label", 600)

        def cell(column: tuple[int, int]) -> QRect:
            return QRect(column[0], 0, column[1], self.height())

        words(painter, QRect(16, 0, at.made[0] - 26, self.height()), self.tr("What was done"), font, "text3")
        words(painter, cell(at.made), self.tr("Made"), font, "text3")
        words(painter, cell(at.tries), self.tr("Tries"), font, "text3", RIGHT)
        words(painter, cell(at.state), self.tr("State"), font, "text3")
        if at.reason[1]:
            words(painter, cell(at.reason), self.tr("Reason"), font, "text3")


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """How ready one job is for an outage: `part` from 0 to 1, how much in words, as of when; `what` is done in it,
    `state` and `tone` of its chip, `without` says what does not work without a line and what to do then."""

    icon: str
    name: str
    part: float
    words: str
    as_of: str
    is_ageing: bool = False
    what: str = ""
    state: str = ""
    tone: Tone = Tone.OK
    without: str = ""
    has_meter: bool = True
    is_main: bool = True
    short: str = ""
    """The same as `words` where there is little room."""


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """Something about sync that people have to hear; `part` is above 0 while something comes in."""

    bold: str
    more: str
    icon: str
    tone: str
    part: float = 0.0


@dataclass(frozen=True, slots=True)
class JournalShown:
    """The desk's own log: whole, broken or not checked yet (None), its reach, and a sentence about the last check."""

    is_whole: bool | None
    first: str
    last: str
    sentence: str


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """What is known of the chosen entry: facts as label and value; a notice when it needs somebody."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    notice: str = ""
    notice_more: str = ""


@dataclass(frozen=True, slots=True)
class SyncPanelShown:
    """Everything the sync panel shows; texts are ready."""

    headline: str
    is_online: bool
    sentence: str
    entries: tuple[EntryRow, ...]
    readiness: tuple[ReadinessRow, ...]
    ready_until: str
    journal: JournalShown
    detail: EntryDetail | None = None
    problem: str = ""
    notices: tuple[NoticeShown, ...] = ()
    more_waiting: int = 0
    """Changes that wait and are not among the entries."""
