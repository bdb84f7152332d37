"""One transfer in full: its way, its articles, what the next press will do to stock, and the buttons for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.actions.stock_args import AnswerTransfer, ReceiveTransfer, SendTransfer, TransferQuantity
from storedesk.desk.transfer_views import TransferLineView, TransferView
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.transfers.transfer_line_rows import (
    TransferLineDelegate,
    TransferLineHead,
    TransferLineList,
    TransferLineRow,
)
from storedesk.ui.screens.transfers.transfer_words import direction_text, due_words, state_words, steps_of
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import quantity_text, signed_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.stepper import Stepper
from storedesk.ui.widgets.text import ElidedText, Text

SIDE = 226


class TransferPane(Panel):
    """``perform`` carries an action; ``counted`` an article and how many more, ``all_counted`` asks for all."""

    perform = Signal(str, object)
    counted = Signal(int, int)
    all_counted = Signal()
    nothing_arrived = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view: TransferView | None = None
        self._sent: set[tuple[str, str]] = set()
        self.number, self.way = Text("", "title"), ElidedText("", "heading", "text2")
        self.due, self.waiting = Chip("", Tone.NEUTRAL), Chip("", Tone.BUSINESS, "shopping-bag")
        self.new = Button(
            self.tr("New transfer"), Kind.SOFT, "plus", "new_transfer", Context.TRANSFERS, small=True
        )
        self.steps = Stepper()
        self._delegate = TransferLineDelegate()
        self.lines = TransferLineList(self._delegate, self.tr("Articles of the transfer"))
        self._head = TransferLineHead(self.lines)
        self._side, self._facts = QWidget(), column(spacing=8, margins=(16, 14, 16, 14))
        key = Context.TRANSFERS
        self.stop = Button(self.tr("Do not send"), Kind.PROBLEM, "ban", "problem", key)
        self.take_all = Button("", Kind.SECOND, "check", "take_all", key)
        self.second = Button("", Kind.SECOND, "arrows-exchange", "second", key)
        self.main = Button("", Kind.PRIMARY, "truck", "main", key)
        self.reason = Text("", "small", "text2", wrap=True)
        self._build()
        self.lines.counted.connect(self._count)
        self.take_all.clicked.connect(lambda: self.all_counted.emit())
        self.stop.clicked.connect(self._stop)
        self.second.clicked.connect(self._do_second)
        self.main.clicked.connect(self._do_main)

    def show_transfer(self, view: TransferView) -> None:
        self.view = view
        self.number.setText(view.row.number)
        self.way.setText(direction_text(view.row))
        text, icon, tone = due_words(view.row) if view.work else state_words(view.row)
        self.due.set(text, tone, icon)
        self.waiting.setVisible(bool(view.order_number))
        self.waiting.set(
            self.tr("for {order}").format(order=view.order_number), Tone.BUSINESS, "shopping-bag"
        )
        self.steps.show_steps(steps_of(view))
        self._head.show_count(
            {"pack": self.tr("Packed"), "receive": self.tr("Arrived")}.get(view.work, self.tr("Number"))
        )
        self.lines.show_rows(tuple(self._row(line, view) for line in view.lines))
        if view.lines and not self.lines.current_key:
            self.lines.choose(str(view.lines[0].variant_id), tell=False)
        self._show_side(view)
        self._show_buttons(view)

    def failed(self) -> None:
        """What was asked for was not done: the buttons work again."""
        self._sent.clear()

    def _count(self, key: str, by: int) -> None:
        """+ and − count whole units."""
        unit = next(
            (
                line.unit
                for line in (self.view.lines if self.view is not None else ())
                if str(line.variant_id) == key
            ),
            "",
        )
        self.counted.emit(int(key), by * UNITS.get(unit, PIECE).step)

    def set_compact(self, compact: bool) -> None:
        self._delegate.compact = compact
        self._head.set_compact(compact)
        self._side.setVisible(not compact)
        self.lines.viewport().update()
        if self.view is not None:
            self._show_buttons(self.view)

    def _do_main(self) -> None:
        view = self.view
        if view is None:
            return
        if view.work == "answer":
            self._answer(True)
        elif view.work == "pack":
            self._once("SendTransfer", SendTransfer(view.row.transfer_id, _done(view)))
        elif view.work == "receive":
            self._once("ReceiveTransfer", ReceiveTransfer(view.row.transfer_id, _done(view)))

    def _do_second(self) -> None:
        view = self.view
        if view is not None and view.work == "answer":
            self._answer(False)
        elif view is not None and view.work == "pack" and view.done > 0:
            self._once("SendTransfer", SendTransfer(view.row.transfer_id, _done(view), rest_later=True))

    def _stop(self) -> None:
        if self.view is not None and self.view.work == "receive":
            self.nothing_arrived.emit()
        else:
            self._answer(False)

    def _answer(self, agree: bool) -> None:
        if self.view is not None:
            self._once("AnswerTransfer", AnswerTransfer(self.view.row.transfer_id, agree))

    def _once(self, kind: str, args: AnswerTransfer | SendTransfer | ReceiveTransfer) -> None:
        """One press, one action."""
        if (kind, args.transfer_id) not in self._sent:
            self._sent.add((kind, args.transfer_id))
            self.perform.emit(kind, args)

    def _show_buttons(self, view: TransferView) -> None:
        work, open_steps = view.work, view.wanted - view.done
        for button, shown in (
            (self.stop, (work == "pack" and view.row.state == "agreed") or _may_be_nothing(view)),
            (self.take_all, work in ("pack", "receive") and open_steps > 0),
            (self.second, work == "answer" or (work == "pack" and view.done > 0 and open_steps > 0)),
            (self.main, work in ("answer", "pack", "receive")),
        ):
            button.setVisible(shown)
        self.take_all.set_label(
            self.tr("Pack all") if work == "pack" else self.tr("All arrived"), self._icon("check")
        )
        if work == "answer":
            self.main.set_label(self.tr("Agree to send"), "check")
            self.second.set_label(self.tr("Say no"), "ban")
        elif work == "pack":
            self.main.set_label(self.tr("Send all"), self._icon("truck"))
            self.second.set_label(self.tr("Send part"), self._icon("arrows-exchange"))
        else:
            self.main.set_label(self.tr("Receive"), "package")
        self.stop.set_label(
            self.tr("Nothing arrived") if work == "receive" else self.tr("Do not send"), self._icon("ban")
        )
        self.reason.setText(self._reason(view))
        self.reason.setVisible(bool(self.reason.text()))
        blocked = (work == "pack" and open_steps > 0) or (work == "receive" and not view.done)
        self.main.set_not_yet(self.reason.text() if blocked else "")
        self.main.set_kind(Kind.SECOND if blocked else Kind.PRIMARY)
        self.take_all.set_kind(Kind.PRIMARY if blocked else Kind.SECOND)

    def _reason(self, view: TransferView) -> str:
        """What stands between now and the next step, or what the next step will do."""
        if view.work == "pack":
            return self._to_pack(view)
        if view.work == "receive":
            if not view.done:
                return self.tr("Scan what arrived, or take all")
            if not view.is_sent:
                return self.tr("Its sending is not known yet")
            return self.tr("Differs by %n: that becomes a task", "", view.differs) if view.differs else ""
        if view.work == "wait":
            return state_words(view.row)[0]
        return ""

    def _to_pack(self, view: TransferView) -> str:
        left = view.wanted - view.done
        if left <= 0:
            return ""
        words = self.tr("%n items still to pack", "", left)
        return (
            self.tr("{items}. F8 sends the part now, the rest later.").format(items=words)
            if view.done
            else words
        )

    def _icon(self, name: str) -> str:
        """Icons give way to words where the window is narrow."""
        return "" if self._delegate.compact else name

    def _row(self, line: TransferLineView, view: TransferView) -> TransferLineRow:
        counts = view.work in ("pack", "receive")
        shown = quantity_text(line.wanted, line.unit)
        if counts or view.row.state == "received":
            shown = f"{quantity_text(line.done, line.unit)} / {shown}"
        after = ""
        if line.here is not None and view.work in ("answer", "pack", "receive"):
            by = line.done if view.work == "receive" else -line.done if view.work == "pack" else -line.asked
            after = f"{quantity_text(line.here, line.unit)} → {quantity_text(line.here + by, line.unit)}"
        state, icon, tone = self._line_state(line, view)
        return TransferLineRow(
            str(line.variant_id), article_icon(line.category), line.name or line.sku, line.detail, line.sku, line.shelf,
            shown, after, state, icon, tone,
        )  # fmt: skip

    def _line_state(self, line: TransferLineView, view: TransferView) -> tuple[str, str, Tone]:
        missing = line.wanted - line.done
        if view.work == "pack":
            return (
                (self.tr("To pack"), "clock", Tone.WARN)
                if missing > 0
                else (self.tr("Packed"), "circle-check", Tone.OK)
            )
        if view.work == "receive" or view.row.state == "received":
            if missing > 0:
                late = view.row.state == "received"
                return (
                    self.tr("{number} missing").format(number=missing),
                    "alert-triangle" if late else "clock",
                    Tone.WARN,
                )
            if missing < 0:
                return self.tr("{number} too many").format(number=-missing), "alert-triangle", Tone.WARN
            return self.tr("Arrived"), "circle-check", Tone.OK
        text, icon, tone = state_words(view.row)
        return text, icon, tone

    def _show_side(self, view: TransferView) -> None:
        """Why it is sent, and where the units are counted while they travel."""
        clear(self._facts)
        if view.note or view.order_number:
            self._facts.addWidget(Text(self.tr("Why it is sent"), "label", "text2", 600))
            if view.order_number:
                why = self.tr("Order {order} waits for it.").format(order=view.order_number)
                self._facts.addWidget(Text(why, "small", wrap=True))
            if view.note:
                self._facts.addWidget(Text(view.note, "small", wrap=True))
        moves = self._moves(view)
        if moves:
            self._facts.addWidget(Text(self.tr("Stock while it travels"), "label", "text2", 600))
            for words, number in moves:
                line = row(spacing=8)
                line.addWidget(ElidedText(words, "small"), 1)
                line.addWidget(Text(signed_text(number), "strong"))
                self._facts.addLayout(line)
                self._facts.addWidget(hairline())
            self._facts.addWidget(
                Text(self.tr("The total never changes on the way."), "label", "text3", 400, wrap=True)
            )
        self._facts.addStretch(1)

    def _moves(self, view: TransferView) -> tuple[tuple[str, int], ...]:
        here, way = self.tr("Here, on hand"), self.tr("On the way")
        there = self.tr("{place}, received").format(place=view.row.other)
        if view.work in ("answer", "pack"):
            number = view.done if view.work == "pack" and view.done else view.wanted
            return (here, -number), (way, number), (there, number)
        if view.work == "receive":
            number = view.done or view.wanted
            return (here, number), (way, -number)
        return ()

    def _build(self) -> None:
        head = row(self.number, spacing=12, margins=(16, 14, 16, 2))
        head.addWidget(self.way, 1)
        head.addWidget(self.new)
        self.body.addLayout(head)
        self.body.addLayout(row(self.due, self.waiting, None, spacing=8, margins=(16, 0, 16, 6)))
        self.body.addLayout(row(self.steps, margins=(16, 4, 16, 10)))
        self.body.addWidget(hairline())
        table = column(self._head, spacing=0)
        table.addWidget(self.lines, 1)
        self._side.setLayout(self._facts)
        self._side.setFixedWidth(theme().px(SIDE))
        middle = row(spacing=0)
        middle.addLayout(table, 1)
        middle.addWidget(hairline(vertical=True))
        middle.addWidget(self._side)
        self.body.addLayout(middle, 1)
        self.body.addWidget(framed(self._foot(), "foot"))

    def _foot(self) -> QVBoxLayout:
        bar = row(self.stop, None, self.take_all, self.second, self.main, spacing=10)
        foot = column(self.reason, spacing=8, margins=(16, 10, 16, 12))
        foot.addLayout(bar)
        return foot


def _may_be_nothing(view: TransferView) -> bool:
    """Sent, and none of it has been counted here."""
    return view.work == "receive" and view.is_sent and not view.done


def _done(view: TransferView) -> tuple[TransferQuantity, ...]:
    return tuple(TransferQuantity(line.variant_id, line.done) for line in view.lines if line.done)
