"""The first column: who collects, how they are checked, and somebody else's name and relation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.pickup_args import Relation
from storedesk.desk.handover_views import HandoverView
from storedesk.domain.plain_text import clean_text, fold, looks_like_personal_number
from storedesk.ui.screens.handover.proof_pane import ProofPane
from storedesk.ui.screens.handover.step_head import StepHead
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import Text

NAME_LENGTH = 80
_RELATIONS: tuple[Relation, ...] = ("family", "friend", "colleague", "courier", "other")


class WhoPane(QWidget):
    """Says in ``missing`` what is still wanted."""

    changed = Signal()

    def __init__(
        self, view: HandoverView, check_code: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.head = StepHead(1, self.tr("Who is collecting?"))
        self.proof = ProofPane(view, check_code)
        owner = clean_text(view.recipient, 22) or self.tr("The customer")
        self.who = SegmentedChoice((Segment("own", owner), Segment("else", self.tr("Someone else"))))
        self.name = QLineEdit()
        self.relation = Dropdown()
        self._hint = Text("", "label", "text3", 400, wrap=True)
        self._somebody = QWidget()
        self._build()

    @property
    def collector(self) -> str:
        """The other person's name, empty when the customer collects."""
        return clean_text(self.name.text(), NAME_LENGTH) if self.is_somebody_else else ""

    @property
    def relation_key(self) -> Relation:
        return _RELATIONS[self.relation.currentIndex()] if self.is_somebody_else else ""

    @property
    def is_somebody_else(self) -> bool:
        return self.who.current == "else"

    def missing(self) -> str:
        if self.is_somebody_else and looks_like_personal_number(self.name.text()):
            return self.tr("This looks like a personal number. StoreDesk keeps none: take it out.")
        if self.is_somebody_else and not self.collector:
            return self.tr("Write the name of the person who collects.")
        return self.proof.missing()

    def set_somebody_else(self) -> None:
        self.who.choose("else")
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def focus(self) -> None:
        if self.is_somebody_else and not self.collector:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.proof.focus()

    def _build(self) -> None:
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the person who collects"))
        self.relation.addItems(
            [self.tr("Family"), self.tr("Friend"), self.tr("Colleague"), self.tr("Courier"), self.tr("Other")]
        )
        self.relation.setAccessibleName(self.tr("Relation"))
        self.relation.setFixedWidth(124)
        line = row(self.name, self.relation, spacing=8)
        line.setStretch(0, 1)
        self._somebody.setLayout(column(line, self._hint, spacing=6))
        self._somebody.hide()
        collector = column(
            Text(self.tr("Collector"), "label", "text2", 600), self.who, 4, self._somebody, spacing=6
        )
        whole = column(self.head, self.proof, spacing=14)
        whole.addLayout(collector)
        whole.addStretch(1)
        self.setLayout(whole)
        self.who.chosen.connect(self._chosen)
        self.name.textChanged.connect(lambda text: self._named())
        self.proof.changed.connect(self._tell)
        self._tell()

    def _chosen(self, who: str) -> None:
        self._somebody.setVisible(who == "else")
        if who == "else" and not self.name.text() and self._view.may_collect:
            self.name.setText(self._view.may_collect[0])
        self._tell()

    def _named(self) -> None:
        known = {fold(name) for name in self._view.may_collect}
        named = fold(self.name.text()) in known
        words = (
            self.tr("Named by the customer in the order.") if named else self.tr("Not named in the order.")
        )
        self._hint.setText(words)
        self._tell()

    def _tell(self) -> None:
        self.head.set_done(not self.missing())
        self.changed.emit()
