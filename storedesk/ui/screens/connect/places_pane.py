"""Which place of the shop is which place here: suggested where it is plain, chosen by hand where it is not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from storedesk.protocol.channel_wire import ChannelTold, PlaceHere, PlaceThere
from storedesk.ui.screens.connect.connect_words import match_of
from storedesk.ui.screens.day.day_sheet import scrolled
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import clear, column, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

_FIELD, _CHIP = 186, 94


class PlaceRow(QFrame):
    """``chosen`` carries the id there, and the code here or nothing where it is left out."""

    chosen = Signal(str, str)

    def __init__(self, place: PlaceThere, here: list[PlaceHere], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.field = Dropdown()
        self.field.setFixedWidth(theme().px(_FIELD))
        if not place.by:
            self.field.addItem(self.tr("Choose a place"), None)
        self.field.addItem(self.tr("Leave out"), "")
        for one in here:
            self.field.addItem(one.name, one.code)
        if place.by:
            self.field.setCurrentIndex(max(0, self.field.findData(place.here)))
        self.field.setAccessibleName(self.tr("{place} is here").format(place=place.name))
        words, tone = match_of(place)
        names = column(ElidedText(place.name, "strong"), spacing=0)
        if place.about:
            names.addWidget(ElidedText(place.about, "label", "text3", 400))
        line = row(spacing=10, margins=(14, 6, 14, 6))
        line.addLayout(names, 1)
        line.addWidget(IconLabel("arrow-right", 16, "text3"))
        line.addWidget(self.field)
        chip = Chip(words, tone)
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setFixedWidth(theme().px(_CHIP))
        holder.setLayout(row(None, chip))
        line.addWidget(holder)
        self.setLayout(line)
        self.field.activated.connect(self._chosen)

    def _chosen(self) -> None:
        code = self.field.currentData()
        if code is not None:
            self.chosen.emit(self.place.id, code)


class PlacesPane(Panel):
    """A place that nobody chose keeps the channel off; leaving one out is a choice."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sum = Chip()
        super().__init__(self.tr("Places"), self.tr("which is which"), (self._sum,), parent)
        self.rows: list[PlaceRow] = []
        self._list = column(spacing=0)
        self._empty = Text("", "small", "text3", wrap=True)
        self._shown: object = None
        self.body.addLayout(column(self._empty, spacing=0, margins=(14, 10, 14, 0)))
        whole = column(self._list, None, spacing=0)
        self.body.addWidget(scrolled(whole, self.tr("Places")), 1)
        self.show_told(None)

    def show_told(self, told: ChannelTold | None) -> None:
        places = [] if told is None else told.places
        self._empty.setText(self.tr("The shop’s places come with the check."))
        self._empty.setVisible(not places)
        self._sum.setVisible(bool(places))
        unset = 0 if told is None else told.to_choose
        if unset:
            self._sum.set(self.tr("%n to choose", "", unset), Tone.WARN)
        else:
            self._sum.set(self.tr("all chosen"), Tone.OK, "check")
        if self._shown == places or told is None:
            return
        focused = next((one.place.id for one in self.rows if one.field.hasFocus()), "")
        self._shown = list(places)
        clear(self._list)
        self.rows = [PlaceRow(place, told.here) for place in places]
        for made in self.rows:
            made.chosen.connect(self.chosen)
            self._list.addWidget(made)
            if made.place.id == focused:
                made.field.setFocus()

    @property
    def first(self) -> QWidget:
        """Where the keys go: the first place that has to be chosen, else the first."""
        unset = [one for one in self.rows if not one.place.by] or self.rows
        return unset[0].field if unset else self
