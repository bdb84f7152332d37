"""The rows of the sync panel: what waits, how ready each task is, and how they are painted."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import RIGHT, picture, words
from storedesk.ui.widgets.row_list import RowDelegate


class EntryState(StrEnum):
    """Where an entry of the outbox stands."""

    WAITING = "waiting"
    SENDING = "sending"
    AGAIN = "again"
    NEEDS_YOU = "needs_you"
    DRAFT = "draft"
    CONFIRMED = "confirmed"


_STATES = {
    EntryState.WAITING: (Tone.NEUTRAL, "hourglass", QT_TRANSLATE_NOOP("SyncScreen", "Waiting")),
    EntryState.SENDING: (Tone.INFO, "progress", QT_TRANSLATE_NOOP("SyncScreen", "Sending")),
    EntryState.AGAIN: (Tone.WARN, "refresh", QT_TRANSLATE_NOOP("SyncScreen", "Tries again")),
    EntryState.NEEDS_YOU: (Tone.BAD, "alert-triangle", QT_TRANSLATE_NOOP("SyncScreen", "Needs you")),
    EntryState.DRAFT: (Tone.INFO, "pencil", QT_TRANSLATE_NOOP("SyncScreen", "Draft")),
    EntryState.CONFIRMED: (Tone.OK, "check", QT_TRANSLATE_NOOP("SyncScreen", "Confirmed")),
}


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
        needs = row.state is EntryState.NEEDS_YOU
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
            ink = "bad_text" if needs else "warn_text" if row.state is EntryState.AGAIN else "text2"
            words(painter, place, row.reason, strong if needs else body, ink)


class EntryHead(QWidget):
    """The head of the table, painted in the same columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().px(36))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("subtle"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))
        at, font = columns_for(self.width()), theme().font("label", 600)

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
    """How ready one task is for an outage: `part` from 0 to 1, how much in words, as of when."""

    icon: str
    name: str
    part: float
    words: str
    as_of: str
    is_ageing: bool = False


@dataclass(frozen=True, slots=True)
class JournalShown:
    """The desk's own log: whole or not, its reach, and a sentence about the last check."""

    is_whole: bool
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
