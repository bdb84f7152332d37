"""The sets of routing rules that were in use before: one is chosen, and F9 goes back to it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from storedesk.desk.routing_views import SetView
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.drawing import RIGHT, words
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.row_list import RowDelegate, RowList
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_ROW, _MOST_ROWS = 54, 7


@dataclass(frozen=True, slots=True)
class SetRow:
    shown: SetView
    title: str
    detail: str
    since: str

    @property
    def key(self) -> str:
        return str(self.shown.number)

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.since, self.detail) if part)


class _Delegate(RowDelegate):
    """Paints ``SetRow``."""

    height = _ROW

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        assert isinstance(row, SetRow)
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]
        since = theme().px(160)
        place = QRect(rect.x() + 20, rect.y() + theme().px(8), rect.width() - since - 52, theme().px(20))
        words(painter, place, row.title, theme().font("strong"), "text")
        words(painter, QRect(rect.right() - 20 - since, rect.y(), since, rect.height()), row.since,
              theme().font("small"), "text2", RIGHT)  # fmt: skip
        place.translate(0, theme().px(20))
        words(painter, place, row.detail, theme().font("label", 400), "text3")


class SetsSheet(Sheet):
    """``back_wanted`` carries the set that shall be in use again."""

    back_wanted = Signal(object)

    def __init__(self, past: tuple[SetView, ...], blocked: str, window: QWidget) -> None:
        """``past`` has the newest first; ``blocked`` says why nothing can be changed now."""
        super().__init__(window, 640)
        self._past = past
        self.list = RowList(_Delegate(), self.tr("Sets that were in use"))
        self.go = Button(self.tr("Use again"), Kind.PRIMARY, "arrow-back-up", "main", Context.HANDOVER)
        self.go.set_not_yet(blocked if past else self.tr("No set was in use before."))
        close = Button(self.tr("Close"), Kind.SECOND, "", "back", Context.HANDOVER)
        title = Text(self.tr("Sets that were in use"), "title")
        about = Text(
            self.tr("The last 20 are kept. The set in use now stays here to go back to."),
            "small",
            "text3",
            wrap=True,
        )
        self.body.addWidget(framed(column(title, about, spacing=2, margins=(20, 16, 20, 14)), "head"))
        self.list.show_rows(tuple(self._row(one) for one in past))
        self.list.setFixedHeight(theme().px(_ROW) * max(2, min(_MOST_ROWS, len(past))) + 2)
        self._why = Text("", "small", "warn", wrap=True)
        self.body.addWidget(self.list)
        self.body.addLayout(column(self._why, margins=(20, 0, 20, 0)))
        self.body.addWidget(framed(row(None, close, self.go, spacing=10, margins=(20, 12, 20, 12)), "foot"))
        self._why.hide()
        self.go.clicked.connect(self._back)
        self.go.refused.connect(self._refused)
        close.clicked.connect(lambda: self.reject())
        if past:
            self.list.choose(str(past[0].number))
        self.list.setFocus()

    def do(self, action: str) -> None:
        if action == "main":
            self.go.press()
        else:
            super().do(action)

    def _row(self, one: SetView) -> SetRow:
        title = self.tr("Set {number}").format(number=one.number)
        detail = ", ".join(rule.name for rule in one.rules.rules)
        if not one.text:
            detail = self.tr("The usual rules: {names}").format(names=detail)
        since = "" if one.since is None else self.tr("in use from {time}").format(time=moment_text(one.since))
        return SetRow(one, title, one.trouble or detail, since)

    def _back(self) -> None:
        chosen = next((one for one in self._past if str(one.number) == self.list.current_key), None)
        if chosen is not None:
            self.back_wanted.emit(chosen)
            self.accept()

    def _refused(self, reason: str) -> None:
        self._why.setText(reason)
        self._why.show()
