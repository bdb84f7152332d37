"""The side pane of one difference: what is shown less what may be, how it came to this, and what F9 will do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from storedesk.desk.channel_views import FigureView, ItemRow
from storedesk.ui.screens.channels.channel_words import (
    cause_text,
    cost_text,
    equation,
    is_too_many,
    step_texts,
    value_text,
    why_sentence,
    will_do,
)
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_number
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.drawing import box, smooth, words
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, Text

_STEP = 39


class EquationBox(QFrame):
    """What is shown − what may be = what lies between; for texts, the two below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._box = row(spacing=6, margins=(12, 6, 12, 6))
        self.setLayout(self._box)

    def show_figure(self, figure: FigureView) -> None:
        clear(self._box)
        shows, may, between = equation(figure)
        ours, theirs = (
            value_text(figure.field, text, figure.currency) for text in (figure.ours, figure.theirs)
        )
        tone = "bad" if is_too_many(figure) else "warn"
        if figure.off is None:
            both = column(spacing=2)
            for name, value in ((shows, theirs), (may, ours)):
                both.addWidget(Text(name, "label", "text3", 400))
                both.addWidget(Text(value, "body", "", 600, wrap=True))
            self._box.addLayout(both, 1)
            self.setAccessibleName(f"{shows} {theirs}, {may} {ours}")
            return
        off = abs(figure.off)
        is_amount = figure.field in ("price", "contract_price")
        apart = money_number(off, figure.currency) if is_amount else str(off)
        role = "heading" if is_amount else "figure"
        first, second = (4, 4) if is_amount else (5, 3)
        self._add(shows, theirs, role, "", first)
        self._box.addWidget(Text("−", "heading", "text3"))
        self._add(may, ours, role, "", second)
        self._box.addWidget(Text("=", "heading", "text3"))
        self._add(between, apart, role, tone, 3)
        self.setAccessibleName(f"{shows} {theirs} − {may} {ours} = {apart} {between}")

    def _add(self, name: str, value: str, role: str, tone: str, stretch: int) -> None:
        label = ElidedText(name, "label", tone or "text3", 400)
        self._box.addLayout(column(label, Text(value, role, tone), spacing=0), stretch)


class Steps(QWidget):
    """Painted steps with their times; one accessible text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str, str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, figure: FigureView) -> None:
        rows = []
        for step in figure.steps:
            tone, head, second = step_texts(step.kind, step.value, step.why, figure)
            rows.append((moment_text(step.at), tone, head, second))
        self._rows = tuple(rows)
        self.setAccessibleName(". ".join(f"{when} {head}, {second}" for when, _, head, second in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._rows)) * theme().px(_STEP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        px, line = theme().px, theme().px(18)
        strong, small, label = (
            theme().font("small", 600),
            theme().font("label", 400),
            theme().font("label", 600),
        )
        wide = px(72)
        for number, (when, tone, head, second) in enumerate(self._rows):
            top = number * px(_STEP)
            words(painter, QRect(0, top, wide, line), when, label, "text2")
            if number + 1 < len(self._rows):
                painter.fillRect(wide + 5, top + line, 2, px(_STEP) - line + 2, theme().colour("border"))
            box(painter, QRect(wide, top + (line - 12) // 2, 12, 12), 6, tone)
            left = wide + 24
            words(painter, QRect(left, top, self.width() - left, line), head, strong, "text")
            words(painter, QRect(left, top + line, self.width() - left, line), second, small, "text3")


class DifferencePane(Panel):
    """F9 sends ours again, F8 does so for all of the same cause, F7 takes theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item: ItemRow | None = None
        self.figure: FigureView | None = None
        self._blocked = ""
        self._tile = IconTile("package", Tone.NEUTRAL, 44)
        self._name, self._sku = ElidedText("", "heading"), ElidedText("", "small", "text3")
        self._equation = EquationBox()
        self._why = Text("", "small", "text2", wrap=True)
        self._cause = Text("", "small", "warn", 600, wrap=True)
        self._cost = Text("", "small", "text2", wrap=True)
        self._others = Text("", "label", "text3", 400, wrap=True)
        self._steps = Steps()
        self._does = Text("", "small", "", wrap=True)
        context = Context.CHANNELS
        self.take = Button(self.tr("Take theirs"), Kind.SOFT, "download", "problem", context, small=True)
        self.all = Button(self.tr("All {n}").format(n=1), Kind.SECOND, "stack-2", "second", context)
        self.push = Button(self.tr("Push again"), Kind.PRIMARY, "refresh", "main", context)
        for name, widget in (("take_theirs", self.take), ("push_all", self.all), ("push_again", self.push)):
            widget.setObjectName(name)
        self._build()

    def show_difference(self, item: ItemRow, figure: FigureView) -> None:
        self.item, self.figure = item, figure
        self._tile.set(article_icon(item.category), Tone.NEUTRAL)
        self._name.setText(", ".join(part for part in (item.name, item.detail) if part) or item.sku)
        self._sku.setText(" · ".join(part for part in (item.sku, item.about) if part))
        self._equation.show_figure(figure)
        self._why.setText(why_sentence(item, figure))
        self._cause.setText(cause_text(figure))
        self._cause.set_tone("bad" if figure.cause == "refused" or figure.state == "refused" else "warn")
        self._cost.setText(cost_text(figure))
        others = [one.channel for one in item.figures if one.channel_id != figure.channel_id]
        text = self.tr("Differs too: {channels}. Left and right go there.")
        self._others.setText(text.format(channels=", ".join(others)) if others else "")
        self._others.setVisible(bool(others))
        self._steps.show_steps(figure)
        self._does.setText(will_do(figure))
        self._show_buttons(figure)

    def set_blocked(self, reason: str) -> None:
        """Why nothing can be repaired from here just now; empty when it can."""
        self._blocked = reason
        if self.figure is not None:
            self._show_buttons(self.figure)

    def _show_buttons(self, figure: FigureView) -> None:
        asked = self.tr("A repair is asked for already.") if figure.asked else ""
        cannot = "" if figure.can_push else self.tr("This cannot be sent from here.")
        self.push.set_not_yet(asked or cannot or self._blocked)
        self.all.set_label(self.tr("All {n}").format(n=figure.alike))
        alone = "" if figure.alike > 1 else self.tr("No other has the same cause.")
        self.all.set_not_yet(cannot or alone or self._blocked)
        keeps = "" if figure.can_take else self.tr("Theirs cannot be taken for this.")
        self.take.set_not_yet(asked or keeps or self._blocked)

    def _build(self) -> None:
        head = row(self._tile, spacing=12, margins=(16, 10, 16, 8))
        head.addLayout(column(self._name, self._sku, spacing=0), 1)
        top = column(self._equation, self._why, self._cause, self._cost, self._others, spacing=4,
                     margins=(16, 0, 16, 8))  # fmt: skip
        came = framed(row(Text(self.tr("How it came to this"), "panel"), margins=(16, 0, 16, 0)), "head",
                      height=theme().px(34))  # fmt: skip
        steps = column(self._steps, None, margins=(16, 8, 16, 4))
        inner = QWidget()
        inner.setProperty("role", "clear")
        body = column(spacing=0)
        body.addLayout(head)
        body.addLayout(top)
        body.addWidget(hairline())
        body.addWidget(came)
        body.addLayout(steps, 1)
        inner.setLayout(body)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        does = column(Text(self.tr("What F9 will do"), "label", "text3"), self._does, spacing=2,
                      margins=(16, 8, 16, 8))  # fmt: skip
        self.body.addWidget(hairline())
        self.body.addLayout(does)
        both = row(spacing=8)
        both.addWidget(self.all, 2)
        both.addWidget(self.push, 3)
        self._actions = column(self.take, both, spacing=6, margins=(16, 10, 16, 10))
        self.body.addWidget(framed(self._actions, "foot"))

    def set_compact(self, compact: bool) -> None:
        """All buttons side by side where the pane is as wide as the window."""
        way = QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom
        self._actions.setDirection(way)
