"""Sheets about one part of an order: ask its store, keep it longer, decide for the customer."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_shelf_args import ChangeCollector, MovePickupToStore
from storedesk.actions.service_args import AskStore, DecideForCustomer, ExtendPickup
from storedesk.desk.order_views import OrderPart
from storedesk.domain.wall_clock import add_days
from storedesk.ui.screens.orders.form_sheet import FormSheet, field
from storedesk.ui.screens.orders.order_words import question_text
from storedesk.ui.texts.counter_formats import day_text
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.layouts import column
from storedesk.ui.widgets.text import Text

Question = Literal["is_it_there", "when_ready", "condition", "keep_longer", "other"]
_KINDS: tuple[Question, ...] = ("is_it_there", "when_ready", "condition", "keep_longer", "other")
_ICONS = {"is_it_there": "search", "when_ready": "clock", "condition": "eye", "keep_longer": "calendar-due"}
_LONGER = (2, 7, 14)
_MOST_STORES = 7


class AskSheet(FormSheet):
    """A digit asks; F9 sends it to the store that holds the goods."""

    def __init__(self, part: OrderPart, number: str, window: QWidget) -> None:
        super().__init__(window, "send")
        self._part = part
        self.cards = ChoiceCards(columns=2, small=True)
        self.set_heading(
            self.tr("Ask {store}").format(store=part.place),
            self.tr("Order {number} · the answer comes to this desk and stands at the order").format(
                number=number
            ),
            self.tr("Ask the store"),
        )
        self.cards.show_choices(
            tuple(Choice(key, question_text(key), "", icon=_ICONS.get(key, "message")) for key in _KINDS),
            "is_it_there" if part.pieces == part.collected else "when_ready",
        )
        label, self.note = field(self.tr("In your words, without names and numbers"), 200)
        self.lay_out(self.cards, column(label, self.note, spacing=6))
        self.cards.confirmed.connect(lambda key: self.note.setFocus(Qt.FocusReason.OtherFocusReason))
        self.note.returnPressed.connect(self.confirm)
        self.cards.setFocus()

    def action(self) -> tuple[str, Any] | str:
        question = next((key for key in _KINDS if key == self.cards.current), None)
        note = self.note.text().strip()
        if question is None:
            return self.tr("Choose what to ask: press 1–5.")
        if question == "other" and not note:
            self.note.setFocus()
            return self.tr("Write the question in a few words.")
        return "AskStore", AskStore(self._part.fulfilment_id, question, note)


class ExtendSheet(FormSheet):
    """1–3 choose how much longer."""

    def __init__(self, part: OrderPart, number: str, window: QWidget) -> None:
        super().__init__(window, "calendar-due", 560)
        self._part = part
        self.cards = ChoiceCards(columns=1, small=True)
        self.set_heading(
            self.tr("Keep {number} longer").format(number=number),
            self.tr("Waits at {store} until {day} now").format(store=part.place, day=day_text(part.last_day)),
            self.tr("Keep it"),
        )
        days = tuple(add_days(part.last_day, more) for more in _LONGER)
        self.cards.show_choices(
            tuple(
                Choice(day, self.tr("%n more days", "", more), self.tr("until {day}").format(day=day_text(day)),
                       icon="calendar")
                for day, more in zip(days, _LONGER, strict=True)
            ),
            days[0],
        )  # fmt: skip
        self.lay_out(self.cards)
        self.cards.confirmed.connect(lambda key: self.confirm())
        self.cards.setFocus()

    def action(self) -> tuple[str, Any] | str:
        return "ExtendPickup", ExtendPickup(self._part.fulfilment_id, self.cards.current)


class DecideSheet(FormSheet):
    """Home, cancelled, or another store: one card each, a digit chooses."""

    def __init__(
        self, part: OrderPart, number: str, stores: Sequence[tuple[int, str]], window: QWidget
    ) -> None:
        super().__init__(window, "user-check", 680)
        self._part = part
        self.cards = ChoiceCards(columns=2, small=True)
        self.set_heading(
            self.tr("What does the customer want?"),
            self.tr("{store} cannot do its part of {number}").format(store=part.place, number=number),
            self.tr("Pass it on"),
        )
        there = self.tr("if enough is free there")
        self.cards.show_choices(
            (
                Choice("ship_home", self.tr("Send it home"), self.tr("from the warehouse"), icon="home-move"),
                Choice("cancel", self.tr("Cancel it"), self.tr("the money goes back"), icon="x"),
                *(
                    Choice(str(place), name, there, icon="building-store")
                    for place, name in stores[:_MOST_STORES]
                ),
            )
        )
        self.lay_out(
            self.cards,
            Text(self.tr("Central decides with the stock of that moment; you see its answer at the order."),
                 "label", "text3", 400, wrap=True),
        )  # fmt: skip
        self.cards.confirmed.connect(lambda key: self.go.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.setFocus()

    def action(self) -> tuple[str, Any] | str:
        chosen, fulfilment_id = self.cards.current, self._part.fulfilment_id
        if not chosen:
            return self.tr("Choose what the customer wants.")
        if chosen == "ship_home":
            return "DecideForCustomer", DecideForCustomer(fulfilment_id, "ship_home")
        if chosen == "cancel":
            return "DecideForCustomer", DecideForCustomer(fulfilment_id, "cancel")
        return "DecideForCustomer", DecideForCustomer(fulfilment_id, "other_store", int(chosen))


class MoveSheet(FormSheet):
    """1–9 choose the store the customer wants to go to."""

    def __init__(
        self, part: OrderPart, number: str, stores: Sequence[tuple[int, str]], window: QWidget
    ) -> None:
        super().__init__(window, "building-store", 560)
        self._part = part
        self.cards = ChoiceCards(columns=1, small=True)
        self.set_heading(
            self.tr("Collect {number} in another store").format(number=number),
            self.tr("It is at {store} now").format(store=part.place),
            self.tr("Ask for it"),
        )
        there = self.tr("if enough is free there")
        self.cards.show_choices(
            tuple(Choice(str(place), name, there, icon="building-store") for place, name in stores[:9])
        )
        self.lay_out(self.cards)
        self.cards.confirmed.connect(lambda key: self.go.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards.setFocus()

    def action(self) -> tuple[str, Any] | str:
        if not self.cards.current:
            return self.tr("Choose the store: press a digit.")
        return "MovePickupToStore", MovePickupToStore(self._part.fulfilment_id, int(self.cards.current))


class CollectorSheet(FormSheet):
    """``seen`` is the id of the collector that stands there now."""

    def __init__(self, part: OrderPart, number: str, seen: str, window: QWidget) -> None:
        super().__init__(window, "user-plus", 560)
        self._part, self._seen = part, seen
        self.set_heading(
            self.tr("Who collects {number}?").format(number=number),
            self.tr("Besides the buyer; {store} asks for the name").format(store=part.place),
            self.tr("Ask for it"),
        )
        label, self.name = field(self.tr("Name of the collector"), 80)
        self.lay_out(column(label, self.name, spacing=6))
        self.name.returnPressed.connect(self.confirm)
        self.name.setFocus()

    def action(self) -> tuple[str, Any] | str:
        name = self.name.text().strip()
        if not name:
            return self.tr("Write the name.")
        return "ChangeCollector", ChangeCollector(self._part.fulfilment_id, name, self._seen)
