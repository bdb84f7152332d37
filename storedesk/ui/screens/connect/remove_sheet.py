"""Asks before a channel's line is forgotten: what goes, what stays, and its short code as proof."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text


class RemoveSheet(DaySheet):
    """``confirmed`` once the code stands in the field."""

    confirmed = Signal()

    def __init__(self, code: str, name: str, window: QWidget) -> None:
        super().__init__(window, 560, "plug-connected-x")
        self._code = code
        self.proof = QLineEdit()
        self.proof.setMaxLength(40)
        self.title.setText(self.tr("Remove {channel}?").format(channel=name))
        self.sub.setText(self.tr("Central forgets how it signs in, its secrets, and what waits to be told."))
        self.go.set_label(self.tr("Remove"))
        stays = self.tr(
            "Orders, articles and links stay, and so does what the shop shows. Connected again, it finds them."
        )
        label = Text(self.tr("Type {code} to remove it").format(code=code), "label", "text2", 600)
        self.proof.setAccessibleName(label.text())
        label.setBuddy(self.proof)
        self.middle.addWidget(Text(stays, "body", "text2", wrap=True))
        self.middle.addLayout(column(label, self.proof, spacing=6))
        self.proof.textChanged.connect(self._typed)
        self.proof.returnPressed.connect(self.confirm)
        self._typed("")
        self.proof.setFocus()

    def confirm(self) -> None:
        if self.go.reason:
            self.say(self.go.reason)
        else:
            self.accept()
            self.confirmed.emit()

    def _typed(self, text: str) -> None:
        same = text.strip() == self._code
        self.say("")
        self.go.set_not_yet("" if same else self.tr("Type {code} first.").format(code=self._code))
