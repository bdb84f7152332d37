"""The right side of stock: one variant, its two numbers, why they are so, and what channels may sell."""

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.desk.stock_views import StockView
from storedesk.domain.stock import Step
from storedesk.ui.screens.stock.stock_words import step_text
from storedesk.ui.screens.stock.waterfall import Bar, Waterfall
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import AgeChip, Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import CodeText, ElidedText, IconLabel, Text

_NOTES = 3


class VariantPane(Panel):
    """Counter and online stand apart; the counter keeps nothing back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._compact = False
        self.title = ElidedText("", "heading")
        self.sku, self.code = CodeText("", 13, "text3"), CodeText("", 13, "text3")
        self.counter, self.online = Text("", "display"), Text("", "figure")
        self.age = AgeChip()
        self.incoming = Chip("", Tone.OUTLINE, "truck")
        self.why = Waterfall()
        self._channels = column(spacing=0, margins=(16, 2, 16, 4))
        self._channel_shape: list[tuple[str, str, bool]] = []
        self._channel_texts: list[tuple[Text | None, Text]] = []
        numbers = row(spacing=20)
        for figure, label in ((self.counter, self.tr("at the counter")), (self.online, self.tr("online"))):
            both = column(None, figure, Text(label, "small", "text2"), spacing=2)
            figure.setAlignment(figure.alignment().AlignRight)
            numbers.addLayout(both)
        names = column(self.title, self.sku, self.code, None, spacing=1)
        head = row(spacing=12, margins=(16, 12, 16, 6))
        head.addLayout(names, 1)
        head.addLayout(numbers)
        inner = QWidget()
        inner.setProperty("role", "clear")
        body = column(head, spacing=0)
        body.addLayout(row(self.age, self.incoming, None, margins=(16, 0, 16, 10)))
        body.addWidget(_heading(self.tr("Why this number")))
        body.addWidget(self.why)
        body.addWidget(_heading(self.tr("What each channel may sell")))
        body.addLayout(self._channels)
        body.addStretch(1)
        inner.setLayout(body)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(area, 1)
        self.adjust = Button(
            self.tr("Count, adjust"), Kind.SECOND, "clipboard-check", "problem", Context.STOCK
        )
        self.transfer = Button(self.tr("Transfer to us"), Kind.SECOND, "truck", "second", Context.STOCK)
        self.hold = Button(self.tr("Hold"), Kind.PRIMARY, "lock", "main", Context.STOCK)
        first = row(self.hold, self.transfer, spacing=8)
        foot = column(spacing=8, margins=(16, 12, 16, 12))
        foot.addLayout(first)
        foot.addWidget(self.adjust)
        self.body.addWidget(framed(foot, "foot"))

    def show_stock(self, view: StockView, offline: bool) -> None:
        name = " · ".join(part for part in (view.colour, view.size) if part)
        self.title.setText(name or view.name)
        self.sku.setText(view.sku)
        self.code.setText(view.codes[0] if view.codes else "")
        self.counter.setText(quantity_text(view.counter.total, view.unit))
        self.online.setText(quantity_text(view.online.total, view.unit))
        self.age.show_age(view.age_ms, view.as_of.clock if view.as_of else "", offline)
        here = view.here
        self.incoming.setVisible(bool(here and here.incoming))
        if here and here.incoming:
            when = moment_text(here.incoming_at) if here.incoming_at else ""
            self.incoming.set(
                self.tr("{number} incoming {when}")
                .format(number=quantity_text(here.incoming, view.unit), when=when)
                .strip(),
                Tone.OUTLINE,
                "truck",
            )
        self.why.show_bars(self._bars(view), view.unit)
        self._show_channels(view)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.why.set_compact(compact)
        self.hold.set_label(self.tr("Hold"), "" if compact else "lock")
        self.transfer.set_label(self.tr("Transfer to us"), "" if compact else "truck")

    def _bars(self, view: StockView) -> tuple[Bar, ...]:
        """The counter's steps, its total, what online keeps back besides, and online's total."""
        bars: list[Bar] = []
        at = self._add(bars, view.counter.steps, 0, view)
        bars.append(Bar(self.tr("At the counter"), "", at, 0, at, True))
        at = self._add(bars, _kept_back_online(view), at, view)
        bars.append(Bar(self.tr("Online"), "", view.online.total, 0, view.online.total, True))
        return tuple(bars)

    def _add(self, bars: list[Bar], steps: tuple[Step, ...], at: int, view: StockView) -> int:
        for step in steps:
            after = at + step.quantity
            start, end = sorted((max(0, at), max(0, after)))
            bars.append(
                Bar(step_text(step.label_key), self._note(step, view), step.quantity, start, end - start)
            )
            at = after
        return at

    def _note(self, step: Step, view: StockView) -> str:
        if step.label_key == "reserved" and view.reserved_orders:
            shown = ", ".join(view.reserved_orders[:_NOTES])
            rest = len(view.reserved_orders) - _NOTES
            return (
                self.tr("{orders} and {number} more").format(orders=shown, number=rest) if rest > 0 else shown
            )
        if step.label_key == "on_hand" and view.here:
            return self.tr("last change {time}").format(time=moment_text(view.here.changed))
        if step.label_key == "holds" and view.held_until:
            return self.tr("until {time}").format(time=moment_text(view.held_until))
        if step.label_key == "safety_stock":
            return self.tr("kept back online only")
        return step.note

    def _show_channels(self, view: StockView) -> None:
        own = (
            (
                "building-store",
                self.tr("Over this counter"),
                self.tr("nothing kept back"),
                view.counter.total,
            ),
            ("shopping-bag", self.tr("Click and collect here"), "", view.online.total),
        )
        rows = list(own)
        for channel in view.channels:
            note = self.tr("{network} in all, no buffer").format(
                network=quantity_text(channel.network, view.unit)
            )
            if channel.buffer:
                note = self.tr("{network} − buffer {buffer}").format(
                    network=quantity_text(channel.network, view.unit),
                    buffer=quantity_text(channel.buffer, view.unit),
                )
            icon = "briefcase" if channel.kind in ("b2b", "portal") else "world"
            rows.append((icon, channel.name, note, channel.quantity))
        shape = [(icon, name, bool(note) and not self._compact) for icon, name, note, _ in rows]
        if shape != self._channel_shape:
            clear(self._channels)
            self._channel_shape = shape
            self._channel_texts = [self._add_channel(*line) for line in shape]
        for (note_text, figure), (_, _, note, number) in zip(self._channel_texts, rows, strict=True):
            if note_text is not None:
                note_text.setText(note)
            figure.setText(quantity_text(number, view.unit))

    def _add_channel(self, icon: str, name: str, with_note: bool) -> tuple[Text | None, Text]:
        """One more line; its note, if it has one, and its figure are filled in for each article."""
        line = row(IconLabel(icon, 18, "text3"), spacing=10, margins=(0, 5, 0, 5))
        line.addWidget(ElidedText(name, "small"), 1)
        note = Text("", "label", "text3", 400) if with_note else None
        if note is not None:
            line.addWidget(note)
        figure = Text("", "strong")
        figure.setMinimumWidth(theme().px(34))
        figure.setAlignment(figure.alignment().AlignRight | figure.alignment().AlignVCenter)
        line.addWidget(figure)
        if self._channels.count():
            self._channels.addWidget(hairline())
        self._channels.addLayout(line)
        return note, figure


def _kept_back_online(view: StockView) -> tuple[Step, ...]:
    """What lies between the two numbers; the share of this desk is free at its counter alone."""
    counter = {step.label_key: step.quantity for step in view.counter.steps}
    steps = (
        Step("own_share" if step.label_key == "protected" else step.label_key, step.quantity, step.note)
        for step in (
            one._replace(quantity=one.quantity - counter.get(one.label_key, 0)) for one in view.online.steps
        )
        if step.quantity
    )
    return tuple(steps)


def _heading(words: str) -> QFrame:
    frame = framed(row(Text(words, "panel"), None, margins=(16, 0, 16, 0)), "head", height=theme().px(36))
    holder = framed(column(frame, spacing=0), "foot")
    return holder
