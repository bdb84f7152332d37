"""Taking items from the shelf for the open pickup, and putting them back: one, by scan, or all."""

from PySide6.QtCore import QObject, Signal

from storedesk.actions.pickup_args import LineQuantity, Pick, PutBack
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.ui.screens.pickups.detail_pane import DetailPane
from storedesk.ui.screens.pickups.pickup_words import block_text


class PickDeeds(QObject):
    """Turns keys and scans into ``perform``, or ``refused`` with the reason."""

    perform = Signal(str, object)
    refused = Signal(str)

    def __init__(self, detail: DetailPane) -> None:
        super().__init__(detail)
        self._detail = detail

    def scan_article(self, variant_id: int, quantity: int) -> bool:
        """One more of a scanned article; False when the open pickup does not want it."""
        view = self._detail.view
        lines = [line for line in view.lines if line.variant_id == variant_id] if view else []
        if view is None or not lines:
            return False
        line = next((line for line in lines if line.open), None)
        if line is None or "pick" in view.blocks:
            self.refused.emit(block_text(view.blocks.get("pick")) or self.tr("All of this item are picked."))
            return True
        self._detail.lines.select(line.line)
        amount = min(line.open, quantity * UNITS.get(line.unit, PIECE).step)
        self.perform.emit("Pick", Pick(view.row.fulfilment_id, (LineQuantity(line.line, amount),)))
        return True

    def take_one(self, number: int) -> None:
        view = self._detail.view
        line = next((line for line in view.lines if line.line == number), None) if view else None
        if view is None or line is None:
            return
        if "pick" in view.blocks:
            self.refused.emit(block_text(view.blocks["pick"]))
        elif line.open:
            step = min(line.open, UNITS.get(line.unit, PIECE).step)
            self.perform.emit("Pick", Pick(view.row.fulfilment_id, (LineQuantity(number, step),)))
        else:
            self.refused.emit(self.tr("All of this item are picked."))

    def put_back(self, number: int) -> None:
        view = self._detail.view
        line = next((line for line in view.lines if line.line == number), None) if view else None
        if view is None or line is None:
            return
        possible = line.picked - line.staged
        if view.held:
            self.refused.emit(block_text(view.blocks.get("pick")))
        elif possible > 0:
            step = min(possible, UNITS.get(line.unit, PIECE).step)
            self.perform.emit("PutBack", PutBack(view.row.fulfilment_id, number, step))
        else:
            self.refused.emit(self.tr("Nothing of this item is in your hands."))

    def take_all(self) -> None:
        view = self._detail.view
        if view is None:
            return
        if "pick" in view.blocks:
            self.refused.emit(block_text(view.blocks["pick"]))
            return
        parts = tuple(LineQuantity(line.line, line.open) for line in view.lines if line.open)
        self.perform.emit("Pick", Pick(view.row.fulfilment_id, parts))
