"""How long goods are kept, by their value: a small table with the line of this order marked."""

from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.desk.late_views import KeepBand
from storedesk.ui.screens.pickups.late_words import band_words
from storedesk.ui.widgets.text import Text


class KeepTable(QWidget):
    """Rebuilt with each order, since companies have a line of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._shown: tuple[tuple[KeepBand, ...], str] = ((), "")

    def show_bands(self, bands: tuple[KeepBand, ...], currency: str) -> None:
        if (bands, currency) == self._shown:
            return
        self._shown = (bands, currency)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = (self.tr("Order value"), self.tr("Kept"), self.tr("Tried first"), self.tr("Released by"))
        for place, name in enumerate(names):
            self._grid.addWidget(Text(name, "label", "text3", 600), 0, place)
        for number, band in enumerate(bands, 1):
            words = band_words(band, currency)
            for place, text in enumerate(words):
                tone = "accent" if band.is_this else ""
                self._grid.addWidget(Text(text, "small", tone, 600 if band.is_this or not place else 400),
                                     number, place)  # fmt: skip
        self._grid.setColumnStretch(0, 1)
