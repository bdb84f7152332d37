"""The words of transfers: where to or from, what state they are in, what is due."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.transfer_views import TransferRow, TransferStep, TransferView
from storedesk.ui.texts.counter_formats import items_text, moment_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.queue_row import QueueRow
from storedesk.ui.widgets.stepper import Step, StepState

_STATES = {
    "asked": (QT_TRANSLATE_NOOP("Transfers", "Asked, not answered"), "hourglass", Tone.INFO),
    "agreed": (QT_TRANSLATE_NOOP("Transfers", "To pack"), "package", Tone.WARN),
    "sent": (QT_TRANSLATE_NOOP("Transfers", "On its way"), "truck-delivery", Tone.INFO),
    "received": (QT_TRANSLATE_NOOP("Transfers", "Received"), "circle-check", Tone.OK),
    "refused": (QT_TRANSLATE_NOOP("Transfers", "Not sent"), "ban", Tone.NEUTRAL),
    "cancelled": (QT_TRANSLATE_NOOP("Transfers", "Cancelled"), "ban", Tone.NEUTRAL),
}
_THEY_PACK = QT_TRANSLATE_NOOP("Transfers", "They pack it")
_STEPS = {
    "asked": QT_TRANSLATE_NOOP("Transfers", "Asked"),
    "agreed": QT_TRANSLATE_NOOP("Transfers", "Agreed"),
    "refused": QT_TRANSLATE_NOOP("Transfers", "Refused"),
    "sent": QT_TRANSLATE_NOOP("Transfers", "Sent"),
    "received": QT_TRANSLATE_NOOP("Transfers", "Received"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transfers", text)


def direction_text(row: TransferRow) -> str:
    source = QCoreApplication.translate("Transfers", "to {place}")
    if not row.is_out:
        source = QCoreApplication.translate("Transfers", "from {place}")
    return source.format(place=row.other)


def state_words(row: TransferRow) -> tuple[str, str, Tone]:
    """Words, icon and tone of the state, as this place sees it."""
    text, icon, tone = _STATES.get(row.state, (row.state, "info-circle", Tone.NEUTRAL))
    if row.state == "agreed" and not row.is_out:
        return _tr(_THEY_PACK), "package", Tone.INFO
    if row.state == "asked" and row.is_out:
        return _tr(QT_TRANSLATE_NOOP("Transfers", "To answer")), "message", Tone.WARN
    return _tr(text), icon, tone


def due_words(row: TransferRow) -> tuple[str, str, Tone]:
    """What is said of the time it is needed, or of the state where no time was asked for."""
    if row.due is None:
        return state_words(row)
    when = moment_text(row.due)
    if row.is_late:
        return (
            QCoreApplication.translate("Transfers", "Late, needed {time}").format(time=when),
            "clock-exclamation",
            Tone.BAD,
        )
    return QCoreApplication.translate("Transfers", "Needed {time}").format(time=when), "clock", Tone.INFO


def transfer_row(row: TransferRow) -> QueueRow:
    due, due_icon, tone = due_words(row)
    state, icon, _ = state_words(row)
    way = (
        _tr(QT_TRANSLATE_NOOP("Transfers", "Out"))
        if row.is_out
        else _tr(QT_TRANSLATE_NOOP("Transfers", "In"))
    )
    return QueueRow(
        row.transfer_id, due, tone, due_icon, way, row.number, direction_text(row), items_text(row.pieces),
        "" if row.due is None else state, "" if row.due is None else icon,
    )  # fmt: skip


def steps_of(view: TransferView) -> tuple[Step, ...]:
    """The way of the goods; the first step that has not been made is the one now."""
    steps: list[Step] = []
    is_now = view.row.state in ("asked", "agreed", "sent")
    for step in view.steps:
        if step.at is not None:
            steps.append(Step(_tr(_STEPS[step.kind]), _made(step), StepState.DONE))
        else:
            steps.append(Step(_tr(_STEPS[step.kind]), "", StepState.NOW if is_now else StepState.LATER))
            is_now = False
    return tuple(steps)


def _made(step: TransferStep) -> str:
    return ", ".join(part for part in (moment_text(step.at) if step.at else "", step.who) if part)
