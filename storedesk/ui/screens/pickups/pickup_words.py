"""The words of the pickup screens: what is due, how far it is, and why something cannot be done."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storedesk.desk.pickup_views import (
    Block,
    Due,
    DueKind,
    LineStatus,
    LineView,
    PickupRow,
    StepStatus,
    StepView,
)
from storedesk.ui.texts.counter_formats import day_text, items_text, moment_text, quantity_text
from storedesk.ui.widgets.chip import Tone

_BLOCKS = {
    "held": QT_TRANSLATE_NOOP("Pickups", "{name} works on it. Take it over first."),
    "nothing_open": QT_TRANSLATE_NOOP("Pickups", "Every item is picked or reported."),
    "already_claimed": QT_TRANSLATE_NOOP("Pickups", "Somebody has started already."),
    "not_claimed": QT_TRANSLATE_NOOP("Pickups", "Nobody has started it."),
    "picked_already": QT_TRANSLATE_NOOP("Pickups", "Put the picked items back first."),
    "not_started": QT_TRANSLATE_NOOP("Pickups", "Pick the items first."),
    "nothing_to_stage": QT_TRANSLATE_NOOP("Pickups", "Nothing picked waits for a bin."),
    "not_staged": QT_TRANSLATE_NOOP("Pickups", "Scan the bin first."),
    "staged_already": QT_TRANSLATE_NOOP("Pickups", "It stands on the pickup shelf."),
    "ready_already": QT_TRANSLATE_NOOP("Pickups", "It is ready already."),
    "state_collected": QT_TRANSLATE_NOOP("Pickups", "It has been handed over."),
    "state_inbound": QT_TRANSLATE_NOOP("Pickups", "The goods are on their way to this store."),
    "state_arrived": QT_TRANSLATE_NOOP("Pickups", "The goods have arrived and are not unpacked yet."),
    "state_cancelled": QT_TRANSLATE_NOOP("Pickups", "The order is cancelled."),
    "state_rejected": QT_TRANSLATE_NOOP("Pickups", "Nothing of it could be found here."),
    "state_customer_decision": QT_TRANSLATE_NOOP("Pickups", "The customer decides what happens."),
    "state_returned_to_stock": QT_TRANSLATE_NOOP("Pickups", "The goods are back in stock."),
    "state_rerouted": QT_TRANSLATE_NOOP("Pickups", "Another place sends it."),
    "state_ship_home": QT_TRANSLATE_NOOP("Pickups", "It is sent to the customer's home."),
    "state_other_store": QT_TRANSLATE_NOOP("Pickups", "It is collected in another store."),
    "payment_due": QT_TRANSLATE_NOOP("Pickups", "It has to be paid at the till first."),
    "authorisation_ended": QT_TRANSLATE_NOOP("Pickups", "The card payment is no longer valid. Take payment at the till."),
    "payment_on_hold": QT_TRANSLATE_NOOP("Pickups", "The payment is on hold. Customer service can release it."),
    "payment_refunded": QT_TRANSLATE_NOOP("Pickups", "The money has been paid back or asked for."),
    "payment_unknown": QT_TRANSLATE_NOOP("Pickups", "The payment is not known on this desk yet."),
}  # fmt: skip
_STATES = {
    "new": (QT_TRANSLATE_NOOP("Pickups", "Not started"), "circle-dashed"),
    "claimed": (QT_TRANSLATE_NOOP("Pickups", "Started"), "progress"),
    "staged": (QT_TRANSLATE_NOOP("Pickups", "Staged {bins}"), "package"),
    "ready": (QT_TRANSLATE_NOOP("Pickups", "Ready {bins}"), "package"),
    "partly_collected": (QT_TRANSLATE_NOOP("Pickups", "Partly collected"), "package"),
    "not_collected": (QT_TRANSLATE_NOOP("Pickups", "Not collected"), "archive"),
    "inbound": (QT_TRANSLATE_NOOP("Pickups", "On its way"), "truck"),
    "arrived": (QT_TRANSLATE_NOOP("Pickups", "Arrived"), "truck-delivery"),
    "rejected": (QT_TRANSLATE_NOOP("Pickups", "Not possible here"), "alert-triangle"),
    "customer_decision": (QT_TRANSLATE_NOOP("Pickups", "Customer decides"), "phone"),
    "collected": (QT_TRANSLATE_NOOP("Pickups", "Handed over"), "circle-check"),
    "returned_to_stock": (QT_TRANSLATE_NOOP("Pickups", "Back in stock"), "arrow-back-up"),
    "cancelled": (QT_TRANSLATE_NOOP("Pickups", "Cancelled"), "x"),
    "rerouted": (QT_TRANSLATE_NOOP("Pickups", "Sent by another place"), "arrows-exchange"),
    "ship_home": (QT_TRANSLATE_NOOP("Pickups", "Sent home"), "truck"),
    "other_store": (QT_TRANSLATE_NOOP("Pickups", "In another store"), "building-store"),
}
_STEPS = {
    "claimed": (QT_TRANSLATE_NOOP("Pickups", "Claimed"), QT_TRANSLATE_NOOP("Pickups", "Claimed")),
    "picking": (QT_TRANSLATE_NOOP("Pickups", "Picking"), QT_TRANSLATE_NOOP("Pickups", "Picked")),
    "staged": (QT_TRANSLATE_NOOP("Pickups", "Staged"), QT_TRANSLATE_NOOP("Pickups", "Staged")),
    "ready": (QT_TRANSLATE_NOOP("Pickups", "Ready"), QT_TRANSLATE_NOOP("Pickups", "Ready")),
    "handed_over": (QT_TRANSLATE_NOOP("Pickups", "Handed over"), QT_TRANSLATE_NOOP("Pickups", "Handed over")),
}
_PROOFS = {
    "code": QT_TRANSLATE_NOOP("Pickups", "by code"),
    "qr": QT_TRANSLATE_NOOP("Pickups", "by code"),
    "id_seen": QT_TRANSLATE_NOOP("Pickups", "ID seen"),
    "name": QT_TRANSLATE_NOOP("Pickups", "by name"),
    "label": QT_TRANSLATE_NOOP("Pickups", "from the label"),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("Pickups", str(text))


def block_text(block: Block | None) -> str:
    """The sentence of a reason; empty for none."""
    if block is None:
        return ""
    if block.key == "lines_open":
        if block.count == 1:
            return QCoreApplication.translate("Pickups", "Pick or report 1 item first.")
        words = QCoreApplication.translate("Pickups", "Pick or report {count} items first.")
        return words.format(count=block.count)
    return _tr(_BLOCKS.get(block.key, QT_TRANSLATE_NOOP("Pickups", "Not possible now."))).format(
        name=block.name
    )


def due_words(due: Due) -> tuple[str, Tone, str]:
    """Words, tone and icon of what is due; late is red, soon amber."""
    when = moment_text(due.moment)
    match due.kind:
        case DueKind.LATE:
            return (
                QCoreApplication.translate("Pickups", "Late {time}").format(time=minutes_text(due.minutes)),
                Tone.BAD,
                "clock-exclamation",
            )
        case DueKind.SOON:
            text = QCoreApplication.translate("Pickups", "{time} · {left}").format(
                time=when, left=minutes_text(due.minutes)
            )
            return text, Tone.WARN, "hourglass"
        case DueKind.LAST_DAY:
            return (
                QCoreApplication.translate("Pickups", "Last day today, {time}").format(time=due.moment.clock),
                Tone.WARN,
                "hourglass",
            )
        case DueKind.LAST_DAY_OVER:
            text = QCoreApplication.translate("Pickups", "Last day was {day}").format(
                day=day_text(due.moment.day)
            )
            return text, Tone.BAD, "clock-exclamation"
        case DueKind.ON_SHELF:
            return (
                QCoreApplication.translate("Pickups", "Until {day}").format(day=day_text(due.moment.day)),
                Tone.OK,
                "clock",
            )
        case DueKind.WHILE_CLOSED:
            return when, Tone.NEUTRAL, "clock"
        case DueKind.ENDED:
            return when, Tone.NEUTRAL, "circle-check"
    return when, Tone.OK, "clock"


def minutes_text(minutes: int) -> str:
    """Minutes in words up to 59, then hours."""
    if minutes < 60:
        return QCoreApplication.translate("Pickups", "%n min", "", minutes)
    return QCoreApplication.translate("Pickups", "{hours} h {minutes} min").format(
        hours=minutes // 60, minutes=minutes % 60
    )


def state_words(row: PickupRow) -> tuple[str, str]:
    """How far it is, and its icon; with the worker's first name where somebody is at it."""
    if row.state == "picking":
        text = QCoreApplication.translate("Pickups", "{picked} of {pieces}").format(
            picked=row.picked, pieces=row.pieces
        )
        first = row.worker.split(" ")[0]
        return (f"{first} · {text}" if first else text), "progress"
    if row.state == "claimed" and row.worker:
        return row.worker.split(" ")[0], "progress"
    words, icon = _STATES.get(row.state, (row.state, ""))
    return _tr(words).format(bins=", ".join(row.bins)).strip(), str(icon)


def step_words(step: StepView, done: bool) -> tuple[str, str]:
    """Name and second line of a step."""
    names = _STEPS.get(step.key, (step.key, step.key))
    parts = [moment_text(step.at) if step.at else "", step.name.split(" ")[0] if step.at else step.name]
    if step.key == "picking" and step.total and step.status is not StepStatus.LATER:
        parts = [
            QCoreApplication.translate("Pickups", "{picked} of {pieces}").format(
                picked=step.count, pieces=step.total
            )
        ]
    return _tr(names[1] if done else names[0]), " ".join(part for part in parts if part)


def line_words(line: LineView) -> tuple[str, Tone, str]:
    """Words, tone and icon of a line's state."""
    match line.status:
        case LineStatus.MISSING:
            text = QCoreApplication.translate("Pickups", "{number} missing").format(
                number=quantity_text(line.short, line.unit)
            )
            return text, Tone.WARN, "alert-triangle"
        case LineStatus.PICKED:
            return QCoreApplication.translate("Pickups", "Picked"), Tone.OK, "circle-check"
        case LineStatus.COLLECTED:
            return QCoreApplication.translate("Pickups", "Collected"), Tone.OK, "circle-check"
        case LineStatus.REMOVED:
            return QCoreApplication.translate("Pickups", "Cancelled"), Tone.NEUTRAL, "x"
        case LineStatus.LATER:
            return QCoreApplication.translate("Pickups", "Pick later"), Tone.NEUTRAL, "clock"
        case LineStatus.COMING:
            return QCoreApplication.translate("Pickups", "On its way"), Tone.NEUTRAL, "truck"
        case LineStatus.PART_PICKED:
            return QCoreApplication.translate("Pickups", "To pick"), Tone.INFO, "progress"
    return QCoreApplication.translate("Pickups", "To pick"), Tone.NEUTRAL, "circle-dashed"


def amount_text(row: PickupRow) -> str:
    return items_text(row.pieces)


def proof_text(proof: str) -> str:
    return _tr(_PROOFS.get(proof, proof))


def line_detail(line: LineView) -> str:
    """Colour and size, without what is empty."""
    return " · ".join(part for part in (line.colour, line.size) if part)
