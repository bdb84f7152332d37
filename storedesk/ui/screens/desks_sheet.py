"""The desks of this place: since when each is here, and taking one out of use with two presses."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.actions.day_args import ReplaceDesk
from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.text import Text

_MOST_HIGH = 330


@dataclass(frozen=True, slots=True)
class DeskShown:
    """One desk; ``since`` and ``ended`` are dates in words, ``ended`` empty while it is in use."""

    code: str
    name: str
    since: str
    ended: str
    is_own: bool


class DesksSheet(DaySheet):
    """Arrow keys choose, F9 twice replaces."""

    confirmed = Signal(str, object)

    def __init__(self, desks: tuple[DeskShown, ...], window: QWidget) -> None:
        super().__init__(window, 620, "device-desktop")
        self._desks = {one.code: one for one in desks}
        self._sure_of = ""
        self.list = RowList(TileDelegate(), self.tr("Desks of this place"))
        self._build()
        self.show_desks(desks)

    def show_desks(self, desks: tuple[DeskShown, ...]) -> None:
        self._desks = {one.code: one for one in desks}
        self.list.show_rows(tuple(self._row(one) for one in desks))
        high = min(_MOST_HIGH, max(1, len(desks)) * 66 + 4)
        self.list.setFixedHeight(theme().px(high))
        if desks and not self.list.current_key:
            self.list.choose(desks[0].code)
        self._chosen()

    def confirm(self) -> None:
        """The first press says what it means, the second does it."""
        code = self.list.current_key
        reason = self._why_not(code)
        if reason:
            self.say(reason)
        elif self._sure_of != code:
            self._sure_of = code
            self.say(
                self.tr("{desk} stops at once and must be set up anew. Press F9 again.").format(desk=code)
            )
        else:
            self.go.setEnabled(False)
            self.confirmed.emit("ReplaceDesk", ReplaceDesk(code))

    def _build(self) -> None:
        self.title.setText(self.tr("Desks of this place"))
        self.sub.setText(self.tr("A desk that is lost or broken is replaced: central answers it no more."))
        self.go.set_label(self.tr("Replace"))
        self.middle.addWidget(self.list)
        words = self.tr("What it has not sent stays on it, sealed. The new desk gets a code of its own.")
        self.middle.addWidget(Text(words, "small", "text3", wrap=True))
        self.list.picked.connect(lambda _: self._chosen())
        self.list.setFocus()

    def _chosen(self) -> None:
        self._sure_of = ""
        self.say("")
        self.go.setEnabled(True)
        self.go.set_not_yet(self._why_not(self.list.current_key))

    def _why_not(self, code: str) -> str:
        one = self._desks.get(code)
        if one is None:
            return self.tr("There is no desk here.")
        if one.ended:
            return self.tr("This desk is replaced already.")
        return self.tr("This is the desk you work at.") if one.is_own else ""

    def _row(self, one: DeskShown) -> TileRow:
        tone = Tone.NEUTRAL if one.ended else Tone.INFO if one.is_own else Tone.OK
        detail = " · ".join(part for part in (one.name, self.tr("since {day}").format(day=one.since)) if part)
        state = (
            self.tr("Replaced") if one.ended else self.tr("This desk") if one.is_own else self.tr("In use")
        )
        return TileRow(one.code, "device-desktop", tone, one.code, detail, one.ended, state, bool(one.ended))
