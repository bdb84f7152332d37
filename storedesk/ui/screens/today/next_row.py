"""One line of what to do next: what is due, which order, for whom, how much and how far it is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from storedesk.desk.pickup_views import PickupRow
from storedesk.ui.screens.pickups.pickup_words import amount_text, due_words, state_words
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone, draw_chip
from storedesk.ui.widgets.drawing import picture, words
from storedesk.ui.widgets.row_list import RowDelegate

_INK = {Tone.OK: "ok_text", Tone.WARN: "warn_text", Tone.BAD: "bad_text", Tone.INFO: "accent_text"}
_BAR = {Tone.OK: "ok", Tone.WARN: "warn", Tone.BAD: "bad", Tone.INFO: "accent"}
_WIDE = (("due", 160), ("number", 66), ("who", 0), ("amount", 100), ("state", 170))
_NARROW = (("due", 146), ("number", 58), ("who", 0), ("state", 138))


@dataclass(frozen=True, slots=True)
class NextRow:
    """Texts ready to paint."""

    key: str
    due: str
    tone: Tone
    icon: str
    number: str
    who: str
    amount: str
    state: str
    is_started: bool

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.number, self.who, self.due, self.amount, self.state) if part)


def next_row(pickup: PickupRow) -> NextRow:
    due, tone, icon = due_words(pickup.due)
    return NextRow(
        pickup.fulfilment_id,
        due,
        tone,
        icon,
        pickup.order_number,
        pickup.name,
        amount_text(pickup),
        state_words(pickup)[0],
        bool(pickup.picked or pickup.worker or pickup.bins),
    )


class NextDelegate(RowDelegate):
    """Paints `NextRow`; narrow windows do without the amount."""

    height = 44
    compact = False

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, NextRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        at = _columns(rect, _NARROW if self.compact else _WIDE)
        painter.fillRect(rect.x(), rect.y(), 4, rect.height() - 1, theme().colour(_BAR.get(row.tone, "ctl")))
        ink, side = _INK.get(row.tone, "text2"), theme().px(16)
        picture(painter, QRect(at["due"].x(), rect.y(), side, rect.height()), row.icon, 16, ink)
        words(painter, at["due"].adjusted(side + 6, 0, 0, 0), row.due, theme().font("small", 600), ink)
        words(painter, at["number"], row.number, theme().font("strong"), "text")
        words(painter, at["who"], row.who, theme().font("body"), "text")
        if "amount" in at:
            words(painter, at["amount"], row.amount, theme().font("small"), "text2")
        draw_chip(painter, at["state"], row.state, Tone.INFO if row.is_started else Tone.NEUTRAL)


def _columns(rect: QRect, sizes: tuple[tuple[str, int], ...]) -> dict[str, QRect]:
    """The column of size 0 takes the room that is left."""
    left, gap = rect.x() + 16, 10
    fixed = sum(theme().px(size) for _, size in sizes) + gap * (len(sizes) - 1)
    room = max(0, rect.right() - 14 - left - fixed)
    places: dict[str, QRect] = {}
    for name, size in sizes:
        width = theme().px(size) if size else room
        places[name] = QRect(left, rect.y(), width, rect.height())
        left += width + gap
    return places
