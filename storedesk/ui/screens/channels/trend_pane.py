"""Ninety days of differences, one small chart per channel: stacked bars by cause, the table in words for readers."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from storedesk.desk.channel_views import TrendView
from storedesk.domain.differences import CAUSES
from storedesk.ui.screens.channels.channel_words import CAUSE_TEXTS, said
from storedesk.ui.texts.counter_formats import day_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import CENTRE, RIGHT, box, smooth, words
from storedesk.ui.widgets.layouts import column

INKS = ("warn", "bad", "accent", "vio_text", "ctl", "text3")
"""Of the causes, in their order."""
_CHART = 116


class TrendChart(QWidget):
    """One channel: its name, today's and the highest figure, and a bar for each day."""

    def __init__(self, trend: TrendView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend = trend
        counted = [(day, sum(counts)) for day, counts in trend.days if counts is not None]
        self._now = counted[-1][1] if counted else 0
        self._causes = self._by_cause()
        self._most = max((total for _, total in counted), default=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        last = "; ".join(f"{day_text(day)}: {total}" for day, total in counted[-7:])
        self.setAccessibleName(f"{trend.name}. {self._headline()}. {self._causes}. {last}")

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(_CHART))

    def _by_cause(self) -> str:
        """The youngest figures in words: nothing is told by colours alone."""
        youngest = next((counts for _, counts in reversed(self._trend.days) if counts is not None), ())
        return " · ".join(
            f"{said(CAUSE_TEXTS[cause])} {count}"
            for cause, count in zip(CAUSES, youngest, strict=False)
            if count
        )

    def _headline(self) -> str:
        if not any(counts is not None for _, counts in self._trend.days):
            return self.tr("Not counted yet")
        return self.tr("{now} now, at most {most} in 90 days").format(now=self._now, most=self._most)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        line = theme().px(22)
        head = QRect(16, 4, self.width() - 32, line)
        words(painter, head, self._trend.name, theme().font("small", 600), "text")
        words(painter, head, self._headline(), theme().font("label", 400), "text3", RIGHT)
        place = QRect(16, line + 8, self.width() - 32, self.height() - 2 * line - 12)
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, theme().colour("border"))
        self._paint_bars(painter, place)
        under = QRect(16, place.bottom() + 2, self.width() - 32, line)
        first, last = self._trend.days[0][0], self._trend.days[-1][0]
        words(painter, under, day_text(first), theme().font("label", 400), "text3")
        words(painter, under, day_text(last), theme().font("label", 400), "text3", RIGHT)
        edge = theme().px(84)
        words(
            painter,
            under.adjusted(edge, 0, -edge, 0),
            self._causes,
            theme().font("label", 400),
            "text2",
            CENTRE,
        )

    def _paint_bars(self, painter: QPainter, place: QRect) -> None:
        step = place.width() / len(self._trend.days)
        for number, (_, counts) in enumerate(self._trend.days):
            if counts is None:
                continue
            left, bottom = place.x() + round(number * step), place.bottom()
            wide = max(1, round((number + 1) * step) - round(number * step) - 2)
            for count, ink in zip(counts, INKS, strict=True):
                if count:
                    high = max(1, round(place.height() * count / max(1, self._most)))
                    bottom -= high
                    painter.fillRect(left, bottom, wide, high, theme().colour(ink))


class TrendLegend(QWidget):
    """The colours of the causes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().px(32))
        self.setAccessibleName(", ".join(said(CAUSE_TEXTS[cause]) for cause in CAUSES))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        left, font = 16, theme().font("label", 400)
        for cause, ink in zip(CAUSES, INKS, strict=True):
            box(painter, QRect(left, (self.height() - 10) // 2, 10, 10), 2, ink)
            room = QRect(left + 16, 0, max(0, self.width() - left - 32), self.height())
            left += 16 + words(painter, room, said(CAUSE_TEXTS[cause]), font, "text2") + 16


class TrendPane(QScrollArea):
    """All channels below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trends: tuple[TrendView, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Differences in 90 days"))

    def show_trends(self, trends: tuple[TrendView, ...]) -> None:
        """The same trends again cost nothing."""
        if trends == self._trends:
            return
        self._trends = trends
        inner = QWidget()
        inner.setProperty("role", "clear")
        body = column(TrendLegend(), spacing=10, margins=(0, 8, 0, 12))
        for trend in trends:
            body.addWidget(TrendChart(trend))
        body.addStretch(1)
        inner.setLayout(body)
        self.setWidget(inner)
