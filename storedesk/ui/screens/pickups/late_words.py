"""The words of the list of not collected pickups: age, what was tried, how long goods are kept."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from storedesk.desk.late_views import KeepBand, PutBackRow, Tried
from storedesk.desk.pickup_views import PickupRow
from storedesk.domain.keep_rules import MANAGER
from storedesk.ui.screens.pickups.pickup_words import line_detail, minutes_text
from storedesk.ui.texts.counter_formats import day_text, moment_text, quantity_text, short_money_text
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.queue_row import TileRow

_HAPPENED = {
    "ready": ("package", QT_TRANSLATE_NOOP("Late", "Ready")),
    "contact_logged": ("phone", QT_TRANSLATE_NOOP("Late", "Talked to the customer")),
    "pickup_extended": ("calendar-due", QT_TRANSLATE_NOOP("Late", "Kept longer")),
    "last_day_passed": ("calendar-due", QT_TRANSLATE_NOOP("Late", "The last day closed")),
    "not_collected": ("archive", QT_TRANSLATE_NOOP("Late", "Let go")),
    "goods_put_back": ("arrow-back-up", QT_TRANSLATE_NOOP("Late", "Goods back on the shelf")),
    "caller_verified": ("shield-check", QT_TRANSLATE_NOOP("Late", "Caller checked")),
}
_OUTCOMES = {
    "no_answer": QT_TRANSLATE_NOOP("Late", "Called, no answer"),
    "call_back": QT_TRANSLATE_NOOP("Late", "Called, will be called again"),
}
_REASONS = {
    "does_not_come": QT_TRANSLATE_NOOP("Late", "the customer does not come"),
    "no_answer": QT_TRANSLATE_NOOP("Late", "nobody could be reached"),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("Late", str(text))


class LateCounts(QObject):
    """Counts in words; methods, because the text collector sees plurals only in `tr`."""

    def days(self, count: int) -> str:
        return self.tr("%n days", "", count)

    def calls(self, count: int) -> str:
        return self.tr("%n calls", "", count)

    def to_do(self, count: int) -> str:
        return self.tr("%n to do", "", count)


def age_text(row: PickupRow) -> str:
    """How long it has stood on the shelf: opening minutes on the first day, then opening days."""
    return LateCounts().days(row.shelf_days) if row.shelf_days else minutes_text(row.shelf_minutes)


def tried_words(tried: Tried) -> tuple[str, str, str]:
    """Icon, what happened, and the line below it."""
    icon, source = _HAPPENED.get(tried.kind, ("history", tried.kind))
    title = _tr(_OUTCOMES.get(tried.detail, source)) if tried.kind == "contact_logged" else _tr(source)
    below = tried.who
    if tried.kind == "ready" and tried.detail:
        below = QCoreApplication.translate("Late", "bin {bins}").format(bins=tried.detail)
    elif tried.kind == "pickup_extended":
        below = QCoreApplication.translate("Late", "to {day}").format(day=day_text(tried.detail))
    elif tried.kind == "not_collected" and tried.detail in _REASONS:
        below = _tr(_REASONS[tried.detail])
    return icon, title, below


def band_words(band: KeepBand, currency: str) -> tuple[str, str, str, str]:
    """Value, days, what is tried first, and who lets go."""
    if band.up_to is None:
        over = short_money_text(band.from_value, currency)
        value = QCoreApplication.translate("Late", "over {amount}").format(amount=over) if band.from_value else (
            QCoreApplication.translate("Late", "any value")
        )  # fmt: skip
    else:
        value = QCoreApplication.translate("Late", "to {amount}").format(
            amount=short_money_text(band.up_to, currency)
        )
    boss = QCoreApplication.translate("Late", "manager")
    by = boss if band.by == MANAGER else QCoreApplication.translate("Late", "sales staff")
    counts = LateCounts()
    calls = counts.calls(band.calls) if band.calls else QCoreApplication.translate("Late", "nothing")
    return value, counts.days(band.days), calls, by


def put_back_row(row: PutBackRow) -> TileRow:
    line = row.line
    amount = quantity_text(row.quantity, line.unit)
    title = " · ".join(part for part in (f"{amount} × {line.name}", line_detail(line)) if part)
    shelf = line.place or QCoreApplication.translate("Late", "shelf")
    way = f"{', '.join(row.bins)} → {shelf}" if row.bins else shelf
    if row.done is not None:
        back = QCoreApplication.translate("Late", "back {time}").format(time=moment_text(row.done))
        return TileRow(row.key, "circle-check", Tone.OK, title, row.order_number, way, back, is_done=True)
    to_do = QCoreApplication.translate("Late", "to do")
    return TileRow(row.key, "archive", Tone.WARN, title, row.order_number, way, to_do)
