"""The handover dialog: who, what, and what has to be done before it leaves; one press completes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from storedesk.actions.pickup_args import EnterWrongCode, HandOver
from storedesk.desk.handover_views import HandoverView
from storedesk.ui.screens.handover.finish_pane import FinishPane
from storedesk.ui.screens.handover.what_pane import WhatPane
from storedesk.ui.screens.handover.who_pane import WhoPane
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import IconTile
from storedesk.ui.widgets.layouts import column, framed, hairline, row
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

WIDTH, BODY_HEIGHT = 1180, 530


class HandoverSheet(Sheet):
    """Emits what to perform; stays open, with everything entered, until ``finish`` or ``fail``."""

    completed = Signal(object, bool)
    """A tuple of ``HandOver``, one per order, and whether to print the slip."""
    perform = Signal(str, object)
    """``EnterWrongCode`` for each wrong code."""
    exchange_wanted = Signal()
    """A unit is refused: what may go out instead is to be shown."""
    supervisor_wanted = Signal()
    """A supervisor's PIN is to be asked for; ``supervisor_agreed`` answers."""

    def __init__(
        self,
        view: HandoverView,
        check_code: Callable[[str], bool],
        window: QWidget,
        printer: str = "",
        check_word: Callable[[str], bool] = lambda words: False,
        last_contact: int | None = None,
    ) -> None:
        super().__init__(window, WIDTH, Context.HANDOVER)
        self._view, self._last_contact, self._sent = view, last_contact, False
        self.who = WhoPane(view, check_code)
        self.what = WhatPane(view)
        self.last = FinishPane(view, printer, check_word)
        self.go = Button(self.tr("Complete handover"), Kind.PRIMARY, "check", "main", Context.HANDOVER)
        self._cancel = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.HANDOVER)
        self._exchange = Button(
            self.tr("Exchange"), Kind.QUIET, "arrows-exchange", "problem", Context.HANDOVER
        )
        self._icon = IconLabel("info-circle", 18, "text3")
        self._words = Text("", "small", "text3", wrap=True)
        self._columns = QWidget()
        self._build()
        self._connect()
        self.fit()
        self._show_missing()
        self._focus_missing()

    def scan_parcel(self, parcel_id: str, owner_number: str = "", owner_name: str = "") -> bool:
        """A parcel's label; False, with an alarm, when it is of another order."""
        return self.what.scan(parcel_id, owner_number, owner_name)

    def scan_code(self, code: str) -> None:
        """The code of the customer's QR."""
        self.who.proof.scanned_code(code)
        self._focus_missing()

    def proven(self) -> tuple[str, bool]:
        """The right code that was given, empty if none was, and whether it came by a scan."""
        proof = self.who.proof
        return (proof.code.code(), proof.proof == "qr") if proof.is_code_right else ("", False)

    def prove(self, code: str, by_scan: bool) -> None:
        """Takes over what another dialog of the same handover had checked."""
        if by_scan:
            self.scan_code(code)
        elif code:
            self.who.proof.typed_code(code)
            self._focus_missing()

    def supervisor_agreed(self, staff_id: int) -> None:
        self.last.second.supervisor_agreed(staff_id)
        self._focus_missing()

    def finish(self) -> None:
        """The handover is saved."""
        self.accept()

    def fail(self, sentence: str) -> None:
        """It was not saved: say why, keep everything, allow another press."""
        self._sent = False
        self.go.set_busy("")
        self._say(sentence, "bad", "alert-triangle")

    def do(self, action: str) -> None:
        match action:
            case "main":
                self.go.press()
            case "take_all":
                self.what.take_all()
            case "by_code":
                self._way("code")
            case "by_id":
                self._by_id()
            case "supervisor" if self.last.second.missing():
                self.supervisor_wanted.emit()
            case "by_word" if self.last.second.missing():
                self.last.second.ask_words()
            case "by_name":
                self._way("name")
            case "problem" if not self._sent:
                self.exchange_wanted.emit()
            case "someone_else":
                self.who.set_somebody_else()
            case "next_pane":
                self._next_pane()
            case "back" if not self._sent:
                self.reject()

    def fit(self) -> None:
        super().fit()
        if not hasattr(self, "_columns"):
            return
        compact = self.is_compact
        self._who_area.setFixedWidth(theme().px(314 if compact else 372))
        self._last_area.setFixedWidth(theme().px(292 if compact else 328))
        room = self.height() - theme().px(88 + 72) - 40
        self._columns.setFixedHeight(min(theme().px(BODY_HEIGHT), room))
        self._icon.setVisible(not compact)
        self.who.proof.documents.set_columns(1 if compact else 2)

    def _build(self) -> None:
        first = self._view.orders[0]
        title = Text(self.tr("Hand over {number}").format(number=first.order_number), "title")
        head = row(IconTile("hand-grab", Tone.INFO, 44), spacing=14, margins=(20, 16, 12, 16))
        head.addLayout(column(title, ElidedText(self._summary(), "body", "text3"), spacing=0), 1)
        close = Button("", Kind.QUIET, "x", "back", Context.HANDOVER, small=True)
        close.setAccessibleName(self.tr("Cancel"))
        close.clicked.connect(lambda: self.do("back"))
        head.addWidget(close)
        self._who_area, self._last_area = _scrolling(self.who), _scrolling(self.last)
        what = QWidget()
        what.setLayout(column(self.what, margins=(20, 18, 20, 8)))
        columns = row(self._who_area, hairline(vertical=True), spacing=0)
        columns.addWidget(what, 1)
        columns.addWidget(hairline(vertical=True))
        columns.addWidget(self._last_area)
        self._columns.setLayout(columns)
        foot = row(self._icon, spacing=10, margins=(20, 12, 20, 12))
        foot.addWidget(self._words, 1)
        foot.addWidget(self._exchange)
        foot.addWidget(self._cancel)
        foot.addWidget(self.go)
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self._columns)
        self.body.addWidget(framed(foot, "foot"))

    def _summary(self) -> str:
        view = self._view
        first = view.orders[0]
        bins = ", ".join(dict.fromkeys(parcel.bin for parcel in first.parcels))
        parts = [view.recipient]
        if view.buyer and view.buyer != view.recipient:
            parts.append(self.tr("bought by {name}").format(name=view.buyer))
        if bins:
            parts.append(self.tr("bin {bins}").format(bins=bins))
        if view.ready_since:
            parts.append(self.tr("ready since {time}").format(time=moment_text(view.ready_since)))
        paid = first.payment
        if first.is_gift:
            parts.append(self.tr("a gift"))
        elif paid.state == "captured":
            parts.append(self.tr("paid {amount}").format(amount=money_text(paid.total, paid.currency)))
        return " · ".join(part for part in parts if part)

    def _connect(self) -> None:
        for pane in (self.who, self.last):
            pane.changed.connect(self._show_missing)
        self.what.changed.connect(self._orders_changed)
        self.who.changed.connect(lambda: self.last.second.code_is_right(self.who.proof.is_code_right))
        self.who.proof.wrong_code.connect(self._wrong_code)
        self.last.second.wrong_word.connect(self._wrong_code)
        self.last.second.supervisor_wanted.connect(lambda: self.supervisor_wanted.emit())
        self.last.second.changed.connect(self._focus_missing)
        self.go.clicked.connect(lambda: self._complete())
        self.go.refused.connect(self._refused)
        self._cancel.clicked.connect(lambda: self.do("back"))
        self._exchange.clicked.connect(lambda: self.do("problem"))

    def _wrong_code(self) -> None:
        self.perform.emit("EnterWrongCode", EnterWrongCode(self._view.orders[0].fulfilment_id))

    def _way(self, way: str) -> None:
        self.who.proof.ways.choose(way)
        self.who.proof.focus()

    def _by_id(self) -> None:
        """Beside the right code an ID is the second check, where one is wanted; else it is the proof."""
        if self.last.second.missing() and self.who.proof.is_code_right:
            self.last.second.see_id()
        else:
            self._way("id_seen")

    def _orders_changed(self) -> None:
        self.last.show_orders(frozenset(choice.order.fulfilment_id for choice in self.what.included))

    def _missing(self) -> str:
        return self.who.missing() or self.what.missing() or self.last.missing()

    def _show_missing(self) -> None:
        reason = self._missing()
        self.go.set_not_yet(reason)
        if reason:
            self._say(reason, "text3", "info-circle")
        else:
            self._say(self.tr("One press is enough. A second press does nothing."), "text3", "info-circle")

    def _refused(self, reason: str) -> None:
        self._say(reason, "bad", "alert-triangle")
        self._focus_missing()

    def _say(self, words: str, tone: str, icon: str) -> None:
        self._words.setText(words)
        self._words.set_tone(tone)
        self._icon.set_icon(icon, "bad_text" if tone == "bad" else "text3")

    def _focus_missing(self) -> None:
        for pane in (self.who, self.what, self.last):
            if pane.missing():
                pane.focus()
                return
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_pane(self) -> None:
        focus, panes = self.focusWidget(), (self.who, self.what, self.last)
        now = next((n for n, pane in enumerate(panes) if pane.isAncestorOf(focus)), -1)
        for widget in panes[(now + 1) % len(panes)].findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _complete(self) -> None:
        if self._sent or self._missing():
            return
        self._sent = True
        self.go.set_busy(self.tr("Saving"))
        proof, second = self.who.proof, self.last.second
        handovers = tuple(
            HandOver(
                choice.order.fulfilment_id,
                choice.taken,
                choice.left,
                proof.proof,
                proof.document or second.document,
                proof.override,
                self.who.collector,
                self.who.relation_key,
                self.last.receipt_of(choice.order) if choice.order.payment.needs_receipt else "",
                self.last.of_age if choice.order.age_limit else "",
                second.checked_by,
                self._last_contact,
                second.word,
            )
            for choice in self.what.included
        )
        self.completed.emit(handovers, self.last.slip.isChecked())


def _scrolling(pane: QWidget) -> QScrollArea:
    """A column that scrolls when the window is low."""
    inner = QWidget()
    inner.setProperty("role", "clear")
    inner.setLayout(column(pane, margins=(20, 18, 20, 12)))
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
