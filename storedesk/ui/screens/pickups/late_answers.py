"""What the customer said about goods that wait: four answers, each with its effect."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.desk.late_views import LateView
from storedesk.domain.opening_hours import add_days
from storedesk.ui.texts.counter_formats import day_text, short_money_text
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text

BACK, KEEP, NO_ANSWER, GIVEN_UP = "does_not_come", "keep", "call_again", "no_answer"


class LateAnswers(QWidget):
    """1–4 choose, + and − move the last day of the second, Enter does it: ``confirmed``."""

    confirmed = Signal()
    chosen_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: LateView | None = None
        self._reasons: dict[str, str] = {}
        self.day = ""
        self._shown: tuple[Choice, ...] = ()
        self.cards = ChoiceCards(small=True)
        self.cards.setProperty("ownKeys", "123456789+-\u2212")
        self.cards.setAccessibleName(self.tr("What did the customer say?"))
        head = Text(self.tr("What did the customer say?"), "small", "text2", 600)
        self.setLayout(column(head, self.cards, None, spacing=8))
        self.cards.confirmed.connect(lambda key: self.confirmed.emit())
        self.cards.chosen.connect(self.chosen_changed)
        self.setFocusProxy(self.cards)

    @property
    def chosen(self) -> str:
        return self.cards.current

    def show_late(self, view: LateView, reasons: dict[str, str]) -> None:
        """``reasons`` say why goods may not be let go, by release reason; the day moved here is kept."""
        before = self._view
        same = before is not None and before.row.fulfilment_id == view.row.fulfilment_id
        self.day = self.day if same and view.first_day <= self.day else view.offered_day
        chosen = self.chosen if same else ""
        self._view, self._reasons = view, reasons
        self._show(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {"+": 1, "-": -1, "\u2212": -1}.get(event.text())
        view = self._view
        if step is None or view is None or self.chosen != KEEP:
            super().keyPressEvent(event)
            return
        self.day = max(view.first_day, min(view.furthest_day, add_days(self.day, step)))
        self._show(KEEP)

    def _show(self, chosen: str) -> None:
        view = self._view
        if view is None:
            return
        money = self.tr("{amount} asked back").format(amount=short_money_text(view.value, view.row.currency))
        until = self.tr("until {day}, + and − move it").format(day=day_text(self.day))
        gone, given_up = self._reasons.get(BACK, ""), self._reasons.get(GIVEN_UP, "")
        choices = (
            Choice(BACK, self.tr("Does not come: back to stock"), money, icon="archive", blocked=gone),
            Choice(KEEP, self.tr("Comes later: keep it"), until, icon="calendar-due"),
            Choice(NO_ANSWER, self.tr("No answer"), self.tr("the call is noted"), icon="phone"),
            Choice(GIVEN_UP, self.tr("Not reached: back to stock"), money, icon="archive", blocked=given_up),
        )
        free = [choice.key for choice in choices if not choice.blocked]
        wanted = chosen if chosen in free else free[0]
        if (choices, wanted) != (self._shown, self.chosen):
            self._shown = choices
            self.cards.show_choices(choices, wanted)
        self.chosen_changed.emit(self.chosen)
