"""The sheet in which one rule is written: which orders it takes, which places it asks, what it wants of them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.domain.place_of_work import STORE, WAREHOUSE
from storedesk.domain.routing_rules import COLLECTED, NOW, SENT, TODAY, Filter, Rule
from storedesk.ui.screens.orders.form_sheet import FormSheet, field
from storedesk.ui.screens.routing.routing_words import kind_text
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import Text

_LONGEST_NAME, _LONGEST_LIST, _MOST_KM, _MOST_PARCELS = 80, 400, 40_000, 50
YES, NO = "yes", "no"


class RuleSheet(FormSheet):
    """``confirmed`` carries the word rule and the Rule. Codes are parted by commas; nothing typed means all."""

    def __init__(
        self, rule: Rule | None, places: dict[str, str], channels: dict[str, str], window: QWidget
    ) -> None:
        """None for a new rule; ``places`` and ``channels`` are names by code."""
        super().__init__(window, "check", 760)
        self._rule = rule or Rule("", Filter())
        self._known = {*places, STORE, WAREHOUSE}
        self._channels = set(channels)
        title = self.tr("New rule") if rule is None else self.tr("Change the rule")
        self.set_heading(
            title,
            self.tr("It goes into the draft; nothing changes until the draft is used."),
            self.tr("Keep"),
        )
        name_label, self.name = field(self.tr("Name"), _LONGEST_NAME, self._rule.name)
        self._build_orders()
        self._build_places(places)
        self._build_switches()
        self.lay_out(
            column(name_label, self.name, spacing=6),
            self._pair(self._delivery_column, self._channels_column),
            self._pair(self._groups_column, self._places_column),
            self._pair(self._parcels_column, self._km_column, self._opening_column),
            self._switches,
        )
        self.name.setFocus()

    def action(self) -> tuple[str, Any] | str:
        name = self.name.text().strip()
        if not name:
            return self.tr("The rule needs a name.")
        places, channels = _codes(self.places), _codes(self.channels)
        for code in places:
            if code not in self._known:
                return self.tr("There is no place {code}.").format(code=code)
        for code in channels:
            if code not in self._channels:
                return self.tr("There is no channel {code}.").format(code=code)
        km, parcels = _whole(self.km, 0, _MOST_KM), _whole(self.parcels, 1, _MOST_PARCELS)
        if self.km.text().strip() and km is None:
            return self.tr("The way is a whole number of kilometres, or empty.")
        if parcels is None:
            return self.tr("Parcels are a whole number from 1 to 50.")
        delivery = self.delivery.currentData()
        orders = Filter(channels, _codes(self.groups), (delivery,) if delivery else ())
        return "rule", Rule(
            name, orders, self._rule.on, places, parcels, km, self.safety.current == YES,
            self.capacity.current == YES, self.opening.currentData(), self.partial.current == YES,
            self.elsewhere.current == YES,
        )  # fmt: skip

    def _build_orders(self) -> None:
        rule = self._rule
        self.delivery = _dropdown(
            self.tr("Delivery"), ((self.tr("All"), ""), (kind_text(SENT), SENT), (kind_text(COLLECTED), COLLECTED)),
            rule.orders.deliveries[0] if len(rule.orders.deliveries) == 1 else "",
        )  # fmt: skip
        self._delivery_column = column(_label(self.tr("Delivery")), self.delivery, spacing=6)
        label, self.channels = field(self.tr("Channels"), _LONGEST_LIST, ", ".join(rule.orders.channels))
        self.channels.setPlaceholderText(
            self.tr("All") if not self._channels else ", ".join(sorted(self._channels)[:4])
        )
        self._channels_column = column(label, self.channels, spacing=6)
        label, self.groups = field(self.tr("Customer groups"), _LONGEST_LIST, ", ".join(rule.orders.groups))
        self.groups.setPlaceholderText(self.tr("All"))
        self._groups_column = column(label, self.groups, spacing=6)

    def _build_places(self, places: dict[str, str]) -> None:
        rule = self._rule
        label, self.places = field(self.tr("Places"), _LONGEST_LIST, ", ".join(rule.places))
        self.places.setPlaceholderText(", ".join((STORE, WAREHOUSE, *sorted(places)[:3])))
        self._places_column = column(label, self.places, spacing=6)
        label, self.parcels = field(self.tr("Most parcels"), 2, str(rule.most_parcels))
        self._parcels_column = column(label, self.parcels, spacing=6)
        label, self.km = field(self.tr("Within km"), 5, "" if rule.km is None else str(rule.km))
        self.km.setPlaceholderText(self.tr("Any way"))
        self._km_column = column(label, self.km, spacing=6)
        hours = (
            (self.tr("Does not matter"), ""),
            (self.tr("Open now"), NOW),
            (self.tr("Still open today"), TODAY),
        )
        self.opening = _dropdown(self.tr("Opening hours"), hours, rule.opening)
        self._opening_column = column(_label(self.tr("Opening hours")), self.opening, spacing=6)

    def _build_switches(self) -> None:
        rule = self._rule
        self._switches = column(spacing=8)
        self.safety = self._switch(self.tr("Keep the safety stock"), rule.safety)
        self.capacity = self._switch(self.tr("Only under the daily limit"), rule.capacity)
        self.partial = self._switch(self.tr("A part is enough, the rest waits"), rule.partial)
        self.elsewhere = self._switch(
            self.tr("Goods of a pickup may come from elsewhere"), rule.from_elsewhere
        )

    def _switch(self, words: str, is_on: bool) -> SegmentedChoice:
        made = SegmentedChoice((Segment(YES, self.tr("Yes")), Segment(NO, self.tr("No"))), small=True)
        made.choose(YES if is_on else NO)
        made.setAccessibleDescription(words)
        line = row(Text(words, "small"), None, made, spacing=12)
        line.setAlignment(made, Qt.AlignmentFlag.AlignVCenter)
        self._switches.addLayout(line)
        return made

    def _pair(self, *columns: Any) -> Any:
        side = row(spacing=14)
        for one in columns:
            side.addLayout(one, 1)
        return side


def _label(words: str) -> Text:
    return Text(words, "label", "text2", 600)


def _dropdown(name: str, entries: tuple[tuple[str, str], ...], chosen: str) -> Dropdown:
    made = Dropdown()
    made.setAccessibleName(name)
    for words, value in entries:
        made.addItem(words, value)
    made.setCurrentIndex([value for _, value in entries].index(chosen))
    return made


def _codes(editor: QLineEdit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in editor.text().split(",") if one.strip()))


def _whole(editor: QLineEdit, least: int, most: int) -> int | None:
    text = editor.text().strip()
    if not text.isascii() or not text.isdigit():
        return None
    return int(text) if least <= int(text) <= most else None
