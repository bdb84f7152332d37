"""How the collector is checked: by code, by an ID that was seen, or by name with a reason."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_args import IdDocument, Proof
from storedesk.desk.handover_views import HandoverView
from storedesk.domain.plain_text import clean_text, looks_like_personal_number
from storedesk.ui.screens.handover.tick_row import TickRow
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.code_entry import CodeEntry, CodeState
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import Text

Way = Literal["code", "id_seen", "name"]
_DOCUMENTS: dict[str, IdDocument] = {
    "driving_licence": "driving_licence",
    "passport": "passport",
    "id_card": "id_card",
    "other": "other",
}


class ProofPane(QWidget):
    """``check_code`` compares with the keyed hash and does nothing else."""

    changed = Signal()
    wrong_code = Signal()

    def __init__(
        self, view: HandoverView, check_code: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._check, self._tries_left = view, check_code, view.tries_left
        self._by_qr = False
        self.ways = SegmentedChoice(
            (
                Segment("code", self.tr("Code"), "qrcode"),
                Segment("id_seen", self.tr("ID seen"), "id"),
                Segment("name", self.tr("Name"), "user"),
            )
        )
        self.code = CodeEntry()
        self._verdict = Notice(self.tr("The code stands in the customer’s message."), "", "key")
        self.documents = ChoiceCards(columns=2, small=True)
        self.matches = TickRow(self.tr("Name matches"), view.recipient)
        self.reason = QLineEdit()
        self._pages: list[QWidget] = []
        self._build()

    @property
    def proof(self) -> Proof:
        if self.ways.current == "id_seen":
            return "id_seen"
        if self.ways.current == "name":
            return "name"
        return "qr" if self._by_qr else "code"

    @property
    def is_code_right(self) -> bool:
        return self.proof in ("code", "qr") and self.code.state is CodeState.RIGHT

    @property
    def document(self) -> IdDocument:
        return _DOCUMENTS.get(self.documents.current, "") if self.proof == "id_seen" else ""

    @property
    def override(self) -> str:
        return clean_text(self.reason.text(), 500) if self.proof == "name" else ""

    def missing(self) -> str:
        """What is still wanted, as a sentence; empty when the person is checked."""
        if self.proof in ("code", "qr"):
            if self.is_code_right:
                return ""
            if self._tries_left <= 0:
                return self.tr("Too many wrong codes: check an ID instead.")
            return self.tr("Enter the code, or check an ID.")
        if self.proof == "id_seen":
            if not self.document:
                return self.tr("Choose the kind of ID you saw.")
            return "" if self.matches.isChecked() else self.tr("Tick that the name on the ID matches.")
        if self._view.name_is_shared:
            return self.tr("Somebody else with the same name has an order here: ask for the code or an ID.")
        if looks_like_personal_number(self.reason.text()):
            return self.tr("This looks like a personal number. StoreDesk keeps none: take it out.")
        return "" if self.override else self.tr("Write why the name is enough.")

    def scanned_code(self, code: str) -> None:
        """A code out of the customer's QR."""
        self.ways.choose("code")
        self.code.setText(code)
        self._by_qr = True
        self._entered(code)

    def typed_code(self, code: str) -> None:
        """A code that was typed before."""
        self.ways.choose("code")
        self.code.setText(code)
        self._entered(code)

    def focus(self) -> None:
        """Put the focus where something is still wanted."""
        way: dict[str, QWidget] = {"code": self.code, "id_seen": self.documents, "name": self.reason}
        widget = way[self.ways.current]
        if widget is self.documents and self.document:
            widget = self.matches
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.documents.show_choices(
            (
                Choice("driving_licence", self.tr("Driving licence"), ""),
                Choice("passport", self.tr("Passport"), ""),
                Choice("id_card", self.tr("ID card"), ""),
                Choice("other", self.tr("Other ID"), ""),
            )
        )
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(self.tr("For instance: known regular, order on the phone"))
        self.reason.setAccessibleName(self.tr("Why the name is enough"))
        kept = Text(
            self.tr("Only the kind of ID is kept. No number, no copy."), "label", "text3", 400, wrap=True
        )
        named = column(Text(self.tr("Why the name is enough"), "label", "text2", 600), self.reason, spacing=6)
        if self._view.name_is_shared:
            words = self.tr("Two people here have this name")
            named.addWidget(Notice(words, self.tr("Ask for the code or an ID."), "alert-triangle", "bad"))
        else:
            named.addWidget(Text(self.tr("It is logged with your name."), "label", "text3", 400, wrap=True))
        for layout in (
            column(self.code, self._verdict, spacing=12),
            column(self.documents, self.matches, kept, spacing=8),
            named,
        ):
            page = QWidget()
            page.setLayout(layout)
            page.setVisible(not self._pages)
            self._pages.append(page)
        head = Text(self.tr("Check by"), "label", "text2", 600)
        self.setLayout(column(head, self.ways, 4, *self._pages, spacing=6))
        self.ways.chosen.connect(self._way_chosen)
        self.code.completed.connect(self._entered)
        self.code.textEdited.connect(lambda text: self.changed.emit())
        self.documents.chosen.connect(lambda key: self._document_chosen())
        self.matches.toggled.connect(lambda on: self.changed.emit())
        self.reason.textChanged.connect(lambda text: self.changed.emit())
        if self._tries_left <= 0:
            self._lock()

    def _way_chosen(self, way: str) -> None:
        for page, key in zip(self._pages, ("code", "id_seen", "name"), strict=True):
            page.setVisible(key == way)
        self.focus()
        self.changed.emit()

    def _document_chosen(self) -> None:
        self.matches.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _entered(self, code: str) -> None:
        if self._tries_left <= 0:
            return
        if self._check(code):
            self.code.set_state(CodeState.RIGHT)
            self._say(
                self.tr("Code is correct"),
                self.tr("Checked on this desk, works offline"),
                "ok",
                "shield-check",
            )
        else:
            self._by_qr = False
            self._tries_left -= 1
            self.wrong_code.emit()
            self.code.set_state(CodeState.WRONG)
            self.code.selectAll()
            left = self.tr("%n tries left. Check by ID instead?", "", self._tries_left)
            self._say(self.tr("That is not the code for this order."), left, "bad", "alert-triangle")
            if self._tries_left <= 0:
                self._lock()
        self.changed.emit()

    def _lock(self) -> None:
        self.code.set_state(CodeState.LOCKED)
        self._say(
            self.tr("Too many wrong codes"),
            self.tr("The right customer can still show an ID."),
            "warn",
            "lock",
        )

    def _say(self, bold: str, more: str, tone: str, icon: str) -> None:
        old, self._verdict = self._verdict, Notice(bold, more, icon, tone)
        layout = self._pages[0].layout()
        if layout is not None:
            layout.replaceWidget(old, self._verdict)
        old.hide()
        old.deleteLater()
