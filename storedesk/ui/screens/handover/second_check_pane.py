"""The second check of a handover while the line is down: three ways, each by its key."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_args import IdDocument
from storedesk.desk.handover_views import HandoverView
from storedesk.domain.plain_text import clean_text
from storedesk.domain.second_check import BY_VALUE
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, money_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.text import Text

_DOCUMENTS: dict[str, IdDocument] = {
    "driving_licence": "driving_licence",
    "passport": "passport",
    "id_card": "id_card",
    "other": "other",
}
WORDS_LENGTH = 40


class SecondCheckPane(QWidget):
    """A supervisor's PIN, an ID beside the genuine code, or the words from customer service."""

    changed = Signal()
    supervisor_wanted = Signal()
    wrong_word = Signal()

    def __init__(
        self, view: HandoverView, check_word: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._check, self._tries_left = view, check_word, view.tries_left
        self._is_code_right = False
        self.checked_by: int | None = None
        self.word = ""
        self._done = Notice("", "", "shield-check", "ok")
        self.why = Text("", "label", "text3", 400, wrap=True)
        context = Context.HANDOVER
        self.supervisor = Button(
            self.tr("Supervisor’s PIN"), Kind.SECOND, "shield-lock", "supervisor", context
        )
        self.id_seen = Button(self.tr("ID beside the code"), Kind.SECOND, "id", "by_id", context)
        self.phone = Button(self.tr("Words by phone"), Kind.SECOND, "phone", "by_word", context)
        self.documents = ChoiceCards(columns=1, small=True)
        self.words = QLineEdit()
        self._wrong = Text("", "label", "bad", 600, wrap=True)
        self._id_box, self._word_box = QWidget(), QWidget()
        self._build()

    @property
    def is_wanted(self) -> bool:
        return not self.isHidden()

    @property
    def document(self) -> IdDocument:
        return _DOCUMENTS.get(self.documents.current, "") if self.is_wanted and self._is_code_right else ""

    def missing(self) -> str:
        if not self.is_wanted or self.checked_by is not None or self.document or self.word:
            return ""
        return self.tr(
            "A second check is needed: a supervisor’s PIN, an ID beside the code, or words by phone."
        )

    def show_why(self, reason: str) -> None:
        """``value``, ``no_contact``, or empty where the orders that go along need none."""
        self.setVisible(bool(reason))
        since = self._view.silent_since
        if reason == BY_VALUE:
            limit = money_text(self._view.value_limit or 0, self._view.orders[0].payment.currency)
            words = self.tr("Offline, and the order is worth more than {amount}.").format(amount=limit)
        elif since is None:
            words = self.tr("This desk has not heard from central yet.")
        else:
            words = self.tr("Nothing heard from central since {time}.").format(time=moment_text(since))
        self.why.setText(words)

    def code_is_right(self, is_right: bool) -> None:
        """An ID counts only beside a genuine code."""
        self._is_code_right = is_right
        self.id_seen.set_not_yet("" if is_right else self.tr("First the right code, then the ID."))

    def supervisor_agreed(self, staff_id: int) -> None:
        self.checked_by = staff_id
        self._show_done(self.tr("A supervisor has agreed"))

    def see_id(self) -> None:
        """Asks for the kind of document; without the right code it says so."""
        if self._is_code_right:
            self._open(self._id_box, self.documents)

    def ask_words(self) -> None:
        self._open(self._word_box, self.words)

    def focus(self) -> None:
        for box, field in ((self._id_box, self.documents), (self._word_box, self.words)):
            if not box.isHidden():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.supervisor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.documents.show_choices(
            (
                Choice("driving_licence", self.tr("Driving licence"), ""),
                Choice("passport", self.tr("Passport"), ""),
                Choice("id_card", self.tr("ID card"), ""),
                Choice("other", self.tr("Other ID"), ""),
            )
        )
        self.words.setMaxLength(WORDS_LENGTH)
        self.words.setPlaceholderText(self.tr("three words"))
        self.words.setAccessibleName(self.tr("Words from customer service"))
        number = self._view.orders[0].order_number
        ring = self.tr("Ring customer service and name order {number}. They read out three words.")
        self._id_box.setLayout(
            column(
                Text(self.tr("Kind of ID whose name matches"), "label", "text2", 600, wrap=True),
                self.documents,
                spacing=6,
            )
        )
        hint = Text(ring.format(number=number), "label", "text3", 400, wrap=True)
        self._word_box.setLayout(column(hint, self.words, self._wrong, spacing=6))
        for hidden in (self._done, self._id_box, self._word_box, self._wrong):
            hidden.hide()
        head = column(Text(self.tr("Second check"), "label", "text2", 600), self.why, spacing=2)
        ways = column(
            self.supervisor, self.id_seen, self._id_box, self.phone, self._word_box, self._done, spacing=8
        )
        self.setLayout(column(head, ways, spacing=8))
        self.supervisor.clicked.connect(lambda: self.supervisor_wanted.emit())
        self.id_seen.clicked.connect(lambda: self.see_id())
        self.phone.clicked.connect(lambda: self.ask_words())
        self.documents.chosen.connect(lambda key: self._document_chosen())
        self.words.textChanged.connect(self._typed)
        self.words.returnPressed.connect(self._entered)
        self.code_is_right(False)

    def _open(self, box: QWidget, field: QWidget) -> None:
        self._id_box.setVisible(box is self._id_box)
        self._word_box.setVisible(box is self._word_box)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _document_chosen(self) -> None:
        if self.document:
            self._show_done(self.tr("Code and ID seen"), keep=self._id_box)

    def _typed(self, text: str) -> None:
        """The right words are taken as soon as they stand there."""
        self._wrong.hide()
        if self._tries_left > 0 and self._check(text):
            self.word = clean_text(text, WORDS_LENGTH)
            self._show_done(self.tr("The words are right"))

    def _entered(self) -> None:
        if self.word or not self.words.text().strip():
            return
        self._tries_left = max(0, self._tries_left - 1)
        self.wrong_word.emit()
        left = self.tr("Those are not the words. %n tries left.", "", self._tries_left)
        self._wrong.setText(
            left if self._tries_left else self.tr("Too many wrong words. Choose another way.")
        )
        self._wrong.show()
        self.words.setEnabled(self._tries_left > 0)
        self.words.selectAll()

    def _show_done(self, words: str, keep: QWidget | None = None) -> None:
        """What was done stays to be read; the other ways are not needed any more."""
        self._done.set_text(words, self.tr("It is noted with the handover."))
        self._done.show()
        for widget in (self.supervisor, self.id_seen, self.phone, self._id_box, self._word_box):
            widget.setVisible(widget is keep)
        self.changed.emit()
