"""The card under a line in trouble: what happened, with the effect of each answer on stock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from storedesk.actions.pickup_args import LineQuantity, ReportShort, ShortReason
from storedesk.actions.pickup_shelf_args import SwapLine
from storedesk.desk.pickup_views import LineView, SwapView
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.pickups.swap_offers import SwapOffers
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.text import ElidedText, Text

NOTE_LENGTH = 500


class ProblemCard(QWidget):
    """1–8 choose, Enter reports; Down goes to what could be picked instead, Enter takes it; the number of
    missing pieces can be lowered."""

    reported = Signal(object)
    """The ``ReportShort`` to perform."""

    swapped = Signal(object)
    """The ``SwapLine`` to perform."""

    def __init__(
        self,
        fulfilment_id: str,
        line: LineView,
        swaps: tuple[SwapView, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.swaps = SwapOffers(swaps)
        self._fulfilment_id, self._line = fulfilment_id, line
        self._step = UNITS.get(line.unit, PIECE).step
        self._quantity = line.open
        self._title = ElidedText("", "strong")
        self._fewer = Button("", Kind.SOFT, "minus", small=True)
        self._more = Button("", Kind.SOFT, "plus", small=True)
        self.cards = ChoiceCards(columns=2, small=True)
        self.note = QLineEdit()
        self._hint = Text("", "small", "warn", wrap=True)
        self._report = Button(self.tr("Report"), Kind.SECOND, "check", small=True)
        self._build()
        self._show()

    def scan_found(self, variant_id: int) -> bool:
        """What was scanned instead of the labelled article; True when the card waited for it."""
        if self.cards.current != "wrong_label":
            return False
        if variant_id == self._line.variant_id:
            self._say(self.tr("That is the article on the order. Scan the one you found."))
            return True
        self._emit("wrong_label", variant_id)
        return True

    def _build(self) -> None:
        self._fewer.setAccessibleName(self.tr("One less missing"))
        self._more.setAccessibleName(self.tr("One more missing"))
        for button in (self._fewer, self._more):
            button.setVisible(self._line.open > self._step)
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setPlaceholderText(self.tr("What happened?"))
        self.note.setAccessibleName(self.tr("What happened?"))
        self._hint.hide()
        head = row(spacing=6)
        head.addWidget(self._title, 1)
        for widget in (self._fewer, self._more):
            head.addWidget(widget)
        head.addWidget(Text(self.tr("Press 1–8, then Enter"), "label", "text3", 400))
        foot = row(self.note, spacing=8)
        foot.setStretch(0, 1)
        foot.addStretch(0)
        foot.addWidget(self._report)
        card = QFrame()
        card.setProperty("role", "card")
        card.setLayout(
            column(head, self.cards, self.swaps, self._hint, foot, spacing=10, margins=(12, 12, 12, 12))
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 0, 16, 14)
        outer.addWidget(card)
        self.cards.chosen.connect(self._chosen)
        self.cards.confirmed.connect(lambda key: self.confirm())
        self.note.returnPressed.connect(self.confirm)
        self._report.clicked.connect(lambda: self.confirm())
        self._fewer.clicked.connect(lambda: self._change(-1))
        self._more.clicked.connect(lambda: self._change(1))
        self.swaps.chosen.connect(self._swap)
        self.cards.installEventFilter(self)
        self.setFocusProxy(self.cards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the cards for the swaps, where there are any."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        return is_down and event.type() == QEvent.Type.KeyPress and self.swaps.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("accent_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("border"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the card end here: Enter in its words must not take an item in the table around it."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.swaps.take()
        elif key == Qt.Key.Key_Down:
            self.swaps.step(1)
        elif key == Qt.Key.Key_Up and not self.swaps.step(-1):
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def confirm(self) -> None:
        """Report what is chosen, or say what is still wanted."""
        reason = self.cards.current
        if reason == "wrong_label":
            self._say(self.tr("Scan the article you found instead."))
        elif reason == "other" and not clean_text(self.note.text(), NOTE_LENGTH):
            self._say(self.tr("Write what happened."))
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        elif looks_like_personal_number(self.note.text()):
            self._say(self.tr("This looks like a personal number. StoreDesk keeps none: take it out."))
        elif reason:
            self._emit(reason, None)

    def _swap(self, variant_id: int) -> None:
        known: dict[str, ShortReason] = {"not_found": "not_found", "damaged": "damaged", "display": "display"}
        reason = known.get(self.cards.current)
        free = next(offer.free for offer in self.swaps.offers if offer.variant_id == variant_id)
        if reason is None:
            self._say(self.tr("Say first whether it is not found, damaged or on display."))
        elif free < self._quantity:
            self._say(self.tr("So many of it are not free here. Lower the number."))
        else:
            line = self._line.line
            self.swapped.emit(SwapLine(self._fulfilment_id, line, self._quantity, reason, variant_id))

    def _emit(self, reason: str, found: int | None) -> None:
        known: dict[str, ShortReason] = {
            "not_found": "not_found", "damaged": "damaged", "wrong_label": "wrong_label",
            "display": "display", "later": "later", "other": "other", "too_busy": "too_busy",
            "avoid_split": "avoid_split",
        }  # fmt: skip
        wanted = LineQuantity(self._line.line, self._quantity)
        note = clean_text(self.note.text(), NOTE_LENGTH) if reason == "other" else ""
        self.reported.emit(
            ReportShort(self._fulfilment_id, wanted.line, wanted.quantity, known[reason], found, note)
        )

    def _change(self, by: int) -> None:
        self._quantity = max(self._step, min(self._line.open, self._quantity + by * self._step))
        self._show()

    def _chosen(self, reason: str) -> None:
        self.note.setVisible(reason == "other")
        self._hint.hide()
        if reason == "wrong_label":
            self._say(self.tr("Scan the article you found instead."))
        elif reason == "other":
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)
        self._hint.show()

    def _show(self) -> None:
        shown = quantity_text(self._quantity, self._line.unit)
        self._title.setText(self.tr("{number} missing. What happened?").format(number=shown))
        left = quantity_text(max(0, self._line.picked), self._line.unit)
        chosen = self.cards.current or "not_found"
        choices = (
            Choice("not_found", self.tr("Not found"), self.tr("shelf set to {left}, counted later").format(left=left),
                   icon="search"),
            Choice("damaged", self.tr("Damaged"), self.tr("moves {number} to damaged").format(number=shown), icon="ban"),
            Choice("wrong_label", self.tr("Wrong label"), self.tr("scan what you found"), icon="switch-horizontal"),
            Choice("display", self.tr("Display item"), self.tr("moves {number} to display").format(number=shown),
                   icon="building-store"),
            Choice("later", self.tr("Pick later"), self.tr("no stock change"), icon="clock"),
            Choice("other", self.tr("Something else"), self.tr("no stock change, a few words"), icon="pencil"),
            Choice("too_busy", self.tr("Too busy"), self.tr("no stock change, sent elsewhere"), icon="users"),
            Choice("avoid_split", self.tr("Avoid a split"), self.tr("no stock change, sent elsewhere"),
                   icon="switch-horizontal"),
        )  # fmt: skip
        self.cards.show_choices(choices, chosen)
        self.note.setVisible(chosen == "other")
