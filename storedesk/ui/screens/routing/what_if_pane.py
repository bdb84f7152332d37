"""What if: past orders by the set in use and by the draft, what gets worse as plainly as what gets better."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from storedesk.protocol.routing_wire import WhatIfTold
from storedesk.ui.screens.routing.routing_words import compared
from storedesk.ui.screens.routing.what_if_figures import DRAFT_INK, USED_INK, ComparedTable, PlaceBars
from storedesk.ui.screens.why_words import number_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import box, smooth, text_width, words
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, hairline, row
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import Text


class Legend(QWidget):
    """Which colour is which set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sets(self, used: str, draft: str) -> None:
        self._texts = ((used, USED_INK), (draft, DRAFT_INK)) if used else ()
        self.setAccessibleName(", ".join(text for text, _ in self._texts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = theme().font("label", 500)
        return QSize(sum(text_width(text, font) + 32 for text, _ in self._texts), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        font, left = theme().font("label", 500), 0
        for text, ink in self._texts:
            box(painter, QRect(left, (self.height() - 10) // 2, 10, 10), 3, ink)
            width = text_width(text, font) + 2
            words(painter, QRect(left + 16, 0, width, self.height()), text, font, "text2")
            left += width + 30


class WhatIfPane(Panel):
    """``cancelled`` when somebody wants no answer any more."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.legend = Legend()
        super().__init__(self.tr("What if"), " ", (self.legend,), parent)
        self.told: WhatIfTold | None = None
        self.table, self.bars = ComparedTable(), PlaceBars()
        self._basis = Text("", "label", "text3", 400, wrap=True)
        self._stack, self._both, self._line = QStackedWidget(), row(spacing=0), hairline(vertical=True)
        self._message = EmptyState("chart-bar", " ", " ", tone=Tone.INFO)
        self._progress, self._bar = Text("", "small", "text2"), Meter()
        self.cancel = Button(self.tr("Cancel"), Kind.SECOND, "x", small=True)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._running())
        self._stack.addWidget(self._result())
        self.body.addWidget(self._stack, 1)
        self.cancel.clicked.connect(lambda: self.cancelled.emit())
        self.show_ready(False)

    @property
    def is_running(self) -> bool:
        return self._stack.currentIndex() == 1

    def set_compact(self, compact: bool) -> None:
        """Figures above the bars instead of beside them."""
        below = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(below if compact else QBoxLayout.Direction.LeftToRight)
        self._both.setStretch(0, 0 if compact else 11)
        self._line.setVisible(not compact)

    def show_ready(self, has_draft: bool) -> None:
        """Before anything was replayed, or where it would come out differently now."""
        if has_draft:
            self.show_nothing(
                self.tr("Not replayed yet"), self.tr("F8 replays the orders of 30 days by both sets.")
            )
        else:
            self.show_nothing(
                self.tr("Nothing to compare"), self.tr("Change a rule, and a draft begins beside the set.")
            )

    def show_nothing(self, heading: str, sentence: str) -> None:
        self.told = None
        self.subtitle.setText("")
        self.legend.show_sets("", "")
        self._message.show_words(heading, sentence)
        self._stack.setCurrentIndex(0)

    def show_running(self, done: int, total: int) -> None:
        self.told = None
        self.subtitle.setText("")
        self.legend.show_sets("", "")
        words = (
            self.tr("{done} of {total} orders replayed")
            if total
            else self.tr("Central reads the past orders")
        )
        text = words.format(done=number_text(done), total=number_text(total))
        self._progress.setText(text)
        self._bar.set(done / total if total else 0.0, "accent", text)
        self._stack.setCurrentIndex(1)

    def show_result(self, told: WhatIfTold, days: str, used: str, draft: str) -> None:
        """``days`` are the first and the last in words, ``used`` and ``draft`` the names of the sets."""
        if told.used is None or told.draft is None:
            return
        if not told.used.orders:
            self.show_nothing(self.tr("No orders in these days"), self.tr("There is nothing to replay."))
            return
        self.told = told
        self.subtitle.setText(
            self.tr("{n} orders, {days}").format(n=number_text(told.used.orders), days=days)
        )
        self.legend.show_sets(used, draft)
        self.table.show_lines(compared(told.used, told.draft), used, draft)
        self.bars.show_places(tuple(told.places))
        basis = self.tr(
            "Stock as it was each morning, from today’s stock and the movements since; what was promised the day "
            "before and had not left counts as there. Each order is tried once."
        )
        if told.left_out:
            more = self.tr("{n} older orders are left out.").format(n=number_text(told.left_out))
            basis = f"{basis} {more}"
        self._basis.setText(basis)
        self._stack.setCurrentIndex(2)

    def _running(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "clear")
        line = row(self._progress, None, self.cancel, spacing=12)
        page.setLayout(column(None, line, self._bar, None, spacing=10, margins=(32, 16, 32, 16)))
        return page

    def _result(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "clear")
        self._both.addWidget(self.table, 11)
        self._both.addWidget(self._line)
        self._both.addWidget(self.bars, 10)
        layout = column(spacing=0)
        layout.addLayout(self._both, 1)
        layout.addLayout(row(self._basis, margins=(16, 8, 16, 8)))
        page.setLayout(layout)
        return page
