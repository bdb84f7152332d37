"""The words of holds: how certain, until when, for whom."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.hold_views import HoldView
from storedesk.ui.texts.counter_formats import moment_text, quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.queue_row import TileRow

_STATES = {
    "held": (QT_TRANSLATE_NOOP("Holds", "Held"), Tone.OK, "lock"),
    "asked": (QT_TRANSLATE_NOOP("Holds", "Asked for"), Tone.INFO, "hourglass"),
    "refused": (QT_TRANSLATE_NOOP("Holds", "Not possible"), Tone.BAD, "ban"),
    "released": (QT_TRANSLATE_NOOP("Holds", "Released"), Tone.NEUTRAL, "arrow-back-up"),
    "collected": (QT_TRANSLATE_NOOP("Holds", "Collected"), Tone.NEUTRAL, "hand-grab"),
    "lapsed": (QT_TRANSLATE_NOOP("Holds", "Lapsed"), Tone.WARN, "clock"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Holds", text)


def hold_state_text(state: str) -> str:
    return _tr(_STATES.get(state, (state, Tone.NEUTRAL, ""))[0])


def hold_row(hold: HoldView) -> TileRow:
    words, tone, icon = _STATES.get(hold.state, (hold.state, Tone.NEUTRAL, "info-circle"))
    what = " · ".join(part for part in (hold.name, hold.detail) if part)
    title = f"{quantity_text(hold.quantity, hold.unit)} × {what}" if what else who_text(hold)
    until = QCoreApplication.translate("Holds", "until {time}").format(time=moment_text(hold.until))
    return TileRow(
        hold.hold_id, icon, tone, title, " · ".join(part for part in (who_text(hold), by_text(hold)) if part),
        until, _tr(words), not hold.is_open,
    )  # fmt: skip


def who_text(hold: HoldView) -> str:
    """The customer's name and last digits; that nobody was named, while the hold is open."""
    tail = f"•••{hold.phone_tail}" if hold.phone_tail else ""
    named = " ".join(part for part in (hold.who, tail) if part)
    return named or (_tr(QT_TRANSLATE_NOOP("Holds", "No name")) if hold.is_open else "")


def by_text(hold: HoldView) -> str:
    return ", ".join(part for part in (hold.by, hold.desk) if part)


def placed_text(state: str, until: str) -> str:
    """What is said after somebody has asked for a hold."""
    if state == "held":
        return QCoreApplication.translate("Holds", "Held until {time}.").format(time=until)
    return QCoreApplication.translate("Holds", "Asked for until {time}. Central decides.").format(time=until)


def ended_text(outcome: str) -> str:
    """What is said after somebody has ended a hold."""
    if outcome == "collected":
        return _tr(QT_TRANSLATE_NOOP("Holds", "Noted: the customer has it."))
    return _tr(QT_TRANSLATE_NOOP("Holds", "The hold is released."))
