"""Closing the day: what is not sent and why, and a scan of the pickup shelf whose differences become tasks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.day_args import CloseDay
from storedesk.desk.day_views import DayView, ShelfParcel
from storedesk.ui.screens.day.day_sheet import DaySheet, scrolled
from storedesk.ui.screens.handover.tick_row import TickRow
from storedesk.ui.texts.counter_formats import long_day_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Notice
from storedesk.ui.widgets.text import Text

_MOST_HIGH = 320
_ROW = 56


class CloseSheet(DaySheet):
    """Each label or bin that is scanned ticks its parcels; F4 ticks all; F9 closes, a second F9 where some
    are missing."""

    confirmed = Signal(str, object)

    def __init__(self, view: DayView, unsent: str, window: QWidget) -> None:
        super().__init__(window, 760, "lock")
        self._view = view
        self._rows: dict[str, TickRow] = {}
        self._strange: dict[str, str] = {}
        self._asked_again = False
        self._unsent = Notice("", "", "cloud-check", "ok")
        self._count = Text("", "panel")
        self._not_expected = Text("", "small", "warn", 600, wrap=True)
        self._build(unsent)
        self._show()
        first = next(iter(self._rows.values()), self.go)
        first.setFocus()

    @property
    def seen(self) -> tuple[str, ...]:
        """Ids of the parcels that stand on the shelf, also of those that should not."""
        return (*(key for key, tick in self._rows.items() if tick.isChecked()), *self._strange)

    def do(self, action: str) -> None:
        if action == "take_all":
            for tick in self._rows.values():
                tick.setChecked(True)
        else:
            super().do(action)

    def scan_parcel(self, parcel_id: str, order_number: str, bin_code: str) -> bool:
        """A label on the shelf; True where it should stand there."""
        tick = self._rows.get(parcel_id)
        if tick is not None:
            tick.setChecked(True)
            tick.setFocus()
            return True
        self._strange[parcel_id] = " ".join(part for part in (order_number, bin_code) if part)
        self._show()
        return False

    def scan_bin(self, code: str) -> bool:
        """All that should stand in a bin was looked at; False where nothing should."""
        found = [one for one in self._view.shelf if one.bin == code]
        for one in found:
            self._rows[one.parcel_id].setChecked(True)
        return bool(found)

    def confirm(self) -> None:
        missing = sum(not tick.isChecked() for tick in self._rows.values())
        if missing and not self._asked_again:
            self._asked_again = True
            words = self.tr("%n parcels not seen become tasks. Press F9 again to close.", "", missing)
            self.say(words)
            return
        self.go.setEnabled(False)
        self.confirmed.emit("CloseDay", CloseDay(self._view.day, self.seen, self.note.text().strip()))

    def _build(self, unsent: str) -> None:
        self.title.setText(self.tr("Close the day"))
        self.go.set_label(self.tr("Close the day"))
        self.sub.setText(long_day_text(self._view.day))
        if unsent:
            self._unsent = Notice(self.tr("Not everything is sent"), unsent, "cloud-off", "warn")
        else:
            self._unsent.set_text(self.tr("Everything is sent."))
        self.middle.addWidget(self._unsent)
        if self._view.claims:
            lapse = self.tr("%n pickups in work are given back at closing.", "", len(self._view.claims))
            self.middle.addWidget(Text(lapse, "small", "text2", wrap=True))
        self.middle.addLayout(row(self._count, None))
        rows = column(spacing=0)
        for one in self._view.shelf:
            rows.addWidget(self._row(one))
        rows.addStretch(1)
        area = scrolled(rows, self.tr("Parcels on the shelf"))
        area.setFixedHeight(theme().px(min(_MOST_HIGH, max(1, len(self._rows)) * _ROW + 4)))
        area.setVisible(bool(self._rows))
        self.middle.addWidget(area)
        self.middle.addWidget(self._not_expected)
        self.add_note()

    def _row(self, one: ShelfParcel) -> TickRow:
        number = self.tr("parcel {number} of {of}").format(number=one.number, of=one.of)
        tick = TickRow(f"{one.order_number} · {one.name}" if one.name else one.order_number, number, one.bin)
        tick.toggled.connect(lambda on: self._show())
        self._rows[one.parcel_id] = tick
        return tick

    def _show(self) -> None:
        seen = sum(tick.isChecked() for tick in self._rows.values())
        for tick in self._rows.values():
            on = tick.isChecked()
            tick.set_word(self.tr("seen") if on else "", Tone.OK, "check" if on else "")
        if self._rows:
            words = self.tr("Scan the shelf: {seen} of {all} parcels seen")
            self._count.setText(words.format(seen=seen, all=len(self._rows)))
        else:
            self._count.setText(self.tr("No parcel should stand on the shelf."))
        listed = ", ".join(self._strange.values())
        self._not_expected.setText(
            self.tr("Should not stand here: {parcels}").format(parcels=listed) if listed else ""
        )
        self._not_expected.setVisible(bool(listed))
        if seen == len(self._rows):
            self.say("")
