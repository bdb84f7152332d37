"""Change of shift: a note, and the open work of who leaves passes to somebody or is given back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.day_args import ChangeShift
from storedesk.desk.day_views import Claim, DayView
from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text

_BACK = "back"
_MOST = 8


class ShiftSheet(DaySheet):
    """1–9 choose who goes on; F9 does it."""

    confirmed = Signal(str, object)

    def __init__(self, view: DayView, me: int, window: QWidget) -> None:
        super().__init__(window, 600, "users")
        self._view, self._me = view, me
        self.leaving = Dropdown()
        self.cards = ChoiceCards(columns=1, small=True)
        self._claims = Text("", "small", "text2", wrap=True)
        self._build()
        self._show_leaving()
        self.cards.setFocus()

    def confirm(self) -> None:
        key = self.cards.current
        if not key:
            self.say(self.tr("Choose who goes on, or that the work is given back."))
            return
        to = None if key == _BACK else int(key)
        self.go.setEnabled(False)
        note = self.note.text().strip()
        self.confirmed.emit("ChangeShift", ChangeShift(self._view.day, self._leaver(), to, note))

    def _build(self) -> None:
        self.title.setText(self.tr("Change of shift"))
        self.go.set_label(self.tr("Change shift"))
        self.sub.setText(self.tr("Somebody goes home, and the work goes on."))
        self.leaving.setAccessibleName(self.tr("Who leaves"))
        for one in self._view.colleagues:
            self.leaving.addItem(one.name, one.staff_id)
        self.leaving.setCurrentIndex(max(0, self.leaving.findData(self._me)))
        self.leaving.currentIndexChanged.connect(lambda _: self._show_leaving())
        who = column(Text(self.tr("Who leaves"), "label", "text2", 600), self.leaving, spacing=6)
        self.middle.addLayout(who)
        self.middle.addWidget(self._claims)
        self.middle.addWidget(self.cards)
        self.add_note()
        self.cards.confirmed.connect(lambda key: self.note.setFocus())

    def _leaver(self) -> int:
        return int(self.leaving.currentData() or self._me)

    def _show_leaving(self) -> None:
        """The open work of who leaves; the first colleague is proposed where there is any."""
        leaver = self._leaver()
        claims = self._of(leaver)
        numbers = ", ".join(claim.order_number for claim in claims[:6])
        self._claims.setText(
            self.tr("%n pickups in work: {numbers}", "", len(claims)).format(numbers=numbers)
            if claims
            else self.tr("No pickups in work.")
        )
        others = [one for one in self._view.colleagues if one.staff_id != leaver][:_MOST]
        cards = [
            Choice(str(one.staff_id), one.name, self.tr("goes on with them"), icon="user") for one in others
        ]
        cards.append(
            Choice(_BACK, self.tr("Give back"), self.tr("anybody can start or go on"), icon="arrow-back-up")
        )
        self.cards.set_columns(2 if len(cards) > 4 else 1)
        self.cards.show_choices(tuple(cards), _BACK)

    def _of(self, staff_id: int) -> list[Claim]:
        return [claim for claim in self._view.claims if claim.staff_id == staff_id]
