"""Checking a caller: two of order number, postcode, phone and e-mail, compared as they are typed and not kept."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.actions.service_args import VerifyCaller
from storedesk.desk.caller_proof import NEEDED, CallerProof, Said
from storedesk.ui.screens.orders.form_sheet import FormSheet, field
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, row

Check = Callable[[Said], tuple[CallerProof, ...]]


class VerifySheet(FormSheet):
    """``check`` says which of what was said is right; ``askable`` is what this desk can compare."""

    def __init__(
        self, order_id: str, askable: tuple[CallerProof, ...], check: Check, window: QWidget
    ) -> None:
        super().__init__(window, "shield-check", 560)
        self._order_id, self._check = order_id, check
        self.fields: dict[CallerProof, QLineEdit] = {}
        self._marks: dict[CallerProof, Chip] = {}
        self.set_heading(
            self.tr("Who is calling?"),
            self.tr("Let the caller say two of these. Do not read anything out yourself."),
            self.tr("The caller is right"),
        )
        self.lay_out(*(self._row(proof, proof in askable) for proof in self._names()))
        self._look()
        first = next(iter(self.fields.values()))
        first.setFocus()

    def action(self) -> tuple[str, Any] | str:
        right = self.right
        if len(right) < NEEDED:
            return self.tr("Two have to be right before anything is told.")
        return "VerifyCaller", VerifyCaller(self._order_id, right[0], right[1])

    def _names(self) -> dict[CallerProof, str]:
        return {
            "order_number": self.tr("Order number"),
            "postcode": self.tr("Postcode"),
            "phone": self.tr("Phone number"),
            "email": self.tr("E-mail"),
        }

    def _row(self, proof: CallerProof, known: bool) -> Any:
        label, editor = field(self._names()[proof], 120)
        mark = Chip("", Tone.NEUTRAL)
        if known:
            self.fields[proof] = editor
            self._marks[proof] = mark
            editor.textChanged.connect(lambda text: self._look())
            editor.returnPressed.connect(self._next)
        else:
            editor.setEnabled(False)
            editor.setPlaceholderText(self.tr("Not known on this desk"))
            mark.hide()
        line = row(spacing=10)
        line.addWidget(editor, 1)
        line.addWidget(mark)
        return column(label, line, spacing=4)

    @property
    def right(self) -> tuple[CallerProof, ...]:
        """Which of what was said is right."""
        said = Said(**{proof: editor.text() for proof, editor in self.fields.items()})
        return tuple(proof for proof in self._check(said) if proof in self.fields)

    def _look(self) -> None:
        """What is right is said at once; what is not right is only said to be not right yet."""
        right = self.right
        for proof, mark in self._marks.items():
            is_right, typed = proof in right, bool(self.fields[proof].text().strip())
            mark.setVisible(typed)
            mark.set(
                self.tr("fits") if is_right else self.tr("does not fit"), Tone.OK if is_right else Tone.WARN
            )
        enough = len(right) >= NEEDED
        self.go.set_not_yet("" if enough else self.tr("Two have to be right before anything is told."))

    def _next(self) -> None:
        """Enter goes to the next field, and with two that fit it is done."""
        if len(self.right) >= NEEDED:
            self.confirm()
            return
        editors = list(self.fields.values())
        at = next((number for number, editor in enumerate(editors) if editor.hasFocus()), -1)
        editors[(at + 1) % len(editors)].setFocus()
