"""What could go in the place of a missing item: another colour or size of the same style and price."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk.desk.pickup_views import SwapView
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text


class SwapOffers(QWidget):
    """The arrow keys go through the offers; ``chosen`` carries the variant's id."""

    chosen = Signal(int)

    def __init__(self, offers: tuple[SwapView, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = offers
        self._buttons = [self._button(offer) for offer in offers]
        label = Text(self.tr("Or another one instead, same price"), "label", "text2", 600)
        self.setLayout(column(label, *self._buttons, spacing=6))
        if not offers:
            self.hide()

    def enter(self) -> bool:
        """The focus goes to the first offer; False where there is none."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._buttons)

    def step(self, by: int) -> bool:
        """From one offer to the next; False at either end or while none has the focus."""
        place = self._focused + by
        if self._focused < 0 or not 0 <= place < len(self._buttons):
            return False
        self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take(self) -> bool:
        """Chooses the offer with the focus; False where none has it."""
        if self._focused >= 0:
            self._buttons[self._focused].press()
        return self._focused >= 0

    @property
    def _focused(self) -> int:
        return next((number for number, button in enumerate(self._buttons) if button.hasFocus()), -1)

    def _button(self, offer: SwapView) -> Button:
        what = " · ".join(part for part in (offer.colour, offer.size) if part) or offer.name
        free = quantity_text(offer.free, offer.unit)
        words = self.tr("Swap: {what} · {number} here").format(what=what, number=free)
        button = Button(words, Kind.SOFT, "arrows-exchange", small=True)
        button.clicked.connect(partial(self._chosen, offer.variant_id))
        return button

    def _chosen(self, variant_id: int, checked: bool = False) -> None:
        self.chosen.emit(variant_id)
