"""The words of the orders screen: answers for the customer, states, what happened."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.order_views import Answer, Happening, OrderView
from storedesk.ui.texts.counter_formats import day_text, moment_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

ANSWERS = {
    "ready": QT_TRANSLATE_NOOP("Orders", "It is ready at {place}. It waits there until {day}."),
    "partly_collected": QT_TRANSLATE_NOOP("Orders", "Part of it is collected. The rest waits at {place} until {day}."),
    "being_picked": QT_TRANSLATE_NOOP("Orders", "{place} is getting it ready. It is promised for {when}."),
    "late": QT_TRANSLATE_NOOP("Orders", "{place} is late with it. Ask the store when it will be ready."),
    "collected": QT_TRANSLATE_NOOP("Orders", "It was handed over at {place}, {when}."),
    "not_collected": QT_TRANSLATE_NOOP("Orders", "It was not collected in time. {place} still has it."),
    "returned_to_stock": QT_TRANSLATE_NOOP("Orders", "It was not collected and is back in stock at {place}."),
    "rejected": QT_TRANSLATE_NOOP("Orders", "{place} could not find it. We look for another way."),
    "customer_decision": QT_TRANSLATE_NOOP("Orders", "{place} could not find all of it. The customer decides what happens."),
    "rerouted": QT_TRANSLATE_NOOP("Orders", "Another place than {place} sends it."),
    "ship_home": QT_TRANSLATE_NOOP("Orders", "It is sent to the customer's home."),
    "other_store": QT_TRANSLATE_NOOP("Orders", "It is collected in another store than {place}."),
    "inbound": QT_TRANSLATE_NOOP("Orders", "It is on its way to {place}."),
    "cancelled": QT_TRANSLATE_NOOP("Orders", "The order is cancelled."),
    "waits": QT_TRANSLATE_NOOP("Orders", "The order has come in. No store has it yet."),
    "done": QT_TRANSLATE_NOOP("Orders", "The order is complete."),
}  # fmt: skip
STATES = {
    "open": (QT_TRANSLATE_NOOP("Orders", "Open"), Tone.INFO),
    "new": (QT_TRANSLATE_NOOP("Orders", "Not started"), Tone.NEUTRAL),
    "claimed": (QT_TRANSLATE_NOOP("Orders", "Started"), Tone.INFO),
    "picking": (QT_TRANSLATE_NOOP("Orders", "Being picked"), Tone.INFO),
    "staged": (QT_TRANSLATE_NOOP("Orders", "Staged"), Tone.INFO),
    "ready": (QT_TRANSLATE_NOOP("Orders", "Ready"), Tone.OK),
    "collected": (QT_TRANSLATE_NOOP("Orders", "Handed over"), Tone.OK),
    "partly_collected": (QT_TRANSLATE_NOOP("Orders", "Partly collected"), Tone.INFO),
    "not_collected": (QT_TRANSLATE_NOOP("Orders", "Not collected"), Tone.WARN),
    "returned_to_stock": (QT_TRANSLATE_NOOP("Orders", "Back in stock"), Tone.NEUTRAL),
    "rejected": (QT_TRANSLATE_NOOP("Orders", "Not possible here"), Tone.BAD),
    "customer_decision": (QT_TRANSLATE_NOOP("Orders", "Customer decides"), Tone.WARN),
    "rerouted": (QT_TRANSLATE_NOOP("Orders", "Sent by another place"), Tone.NEUTRAL),
    "ship_home": (QT_TRANSLATE_NOOP("Orders", "Sent home"), Tone.NEUTRAL),
    "other_store": (QT_TRANSLATE_NOOP("Orders", "In another store"), Tone.NEUTRAL),
    "cancelled": (QT_TRANSLATE_NOOP("Orders", "Cancelled"), Tone.NEUTRAL),
    "inbound": (QT_TRANSLATE_NOOP("Orders", "On its way"), Tone.INFO),
    "arrived": (QT_TRANSLATE_NOOP("Orders", "Arrived"), Tone.INFO),
    "returned": (QT_TRANSLATE_NOOP("Orders", "Returned"), Tone.NEUTRAL),
    "closed": (QT_TRANSLATE_NOOP("Orders", "Done"), Tone.NEUTRAL),
}  # fmt: skip
_PAYMENTS = {
    "unpaid": QT_TRANSLATE_NOOP("Orders", "Not paid"),
    "authorised": QT_TRANSLATE_NOOP("Orders", "Card reserved"),
    "captured": QT_TRANSLATE_NOOP("Orders", "Paid"),
    "part_paid": QT_TRANSLATE_NOOP("Orders", "Part paid"),
    "on_account": QT_TRANSLATE_NOOP("Orders", "On account"),
    "on_hold": QT_TRANSLATE_NOOP("Orders", "Payment on hold"),
    "refund_asked": QT_TRANSLATE_NOOP("Orders", "Refund asked for"),
    "refunded": QT_TRANSLATE_NOOP("Orders", "Refunded"),
}
HAPPENED = {
    "ordered": ("receipt", QT_TRANSLATE_NOOP("Orders", "Ordered")),
    "ordered_from_quote": ("file-invoice", QT_TRANSLATE_NOOP("Orders", "Ordered from a quote")),
    "paid": ("credit-card", QT_TRANSLATE_NOOP("Orders", "Paid")),
    "ready": ("package", QT_TRANSLATE_NOOP("Orders", "Ready to collect")),
    "handed_over": ("hand-grab", QT_TRANSLATE_NOOP("Orders", "Handed over")),
    "handover_corrected": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Handover taken back")),
    "goods_returned": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Goods returned")),
    "contact_logged": ("message", QT_TRANSLATE_NOOP("Orders", "Customer asked")),
    "pickup_extended": ("calendar-due", QT_TRANSLATE_NOOP("Orders", "Last day moved")),
    "collector_changed": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Somebody else collects")),
    "caller_verified": ("shield-check", QT_TRANSLATE_NOOP("Orders", "Caller checked")),
    "store_asked": ("help", QT_TRANSLATE_NOOP("Orders", "Store asked")),
    "store_answered": ("message", QT_TRANSLATE_NOOP("Orders", "Store answered")),
    "decision_asked": ("send", QT_TRANSLATE_NOOP("Orders", "Customer's decision passed on")),
    "decision_made": ("check", QT_TRANSLATE_NOOP("Orders", "Customer decided")),
    "decision_refused": ("ban", QT_TRANSLATE_NOOP("Orders", "Decision not possible")),
    "change_asked": ("send", QT_TRANSLATE_NOOP("Orders", "Change asked for")),
    "change_accepted": ("check", QT_TRANSLATE_NOOP("Orders", "Change made")),
    "change_refused": ("ban", QT_TRANSLATE_NOOP("Orders", "Change refused")),
    "claim_passed": ("users", QT_TRANSLATE_NOOP("Orders", "Passed on at a change of shift")),
    "claim_given_back": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Work on it given back")),
    "parcel_not_seen": ("search", QT_TRANSLATE_NOOP("Orders", "Parcel not seen at closing")),
    "parcel_unexpected": ("package", QT_TRANSLATE_NOOP("Orders", "Parcel found at closing")),
    "part_cancelled": ("x", QT_TRANSLATE_NOOP("Orders", "Cancelled")),
    "part_returned_to_stock": ("archive", QT_TRANSLATE_NOOP("Orders", "Back in stock")),
    "part_rerouted": ("switch-horizontal", QT_TRANSLATE_NOOP("Orders", "Moved to another place")),
    "part_other_store": ("building-store", QT_TRANSLATE_NOOP("Orders", "Moved to another store")),
    "last_day_passed": ("calendar-due", QT_TRANSLATE_NOOP("Orders", "The last day has passed")),
    "not_collected": ("archive", QT_TRANSLATE_NOOP("Orders", "Not collected, let go")),
    "refund_asked": ("credit-card", QT_TRANSLATE_NOOP("Orders", "Refund asked for")),
    "goods_put_back": ("archive", QT_TRANSLATE_NOOP("Orders", "Goods put back on the shelf")),
    "goods_arrived": ("truck-delivery", QT_TRANSLATE_NOOP("Orders", "Goods have arrived at the store")),
    "pickup_move_asked": ("building-store", QT_TRANSLATE_NOOP("Orders", "Another store asked for")),
    "pickup_moved": ("building-store", QT_TRANSLATE_NOOP("Orders", "Another store takes it over")),
    "collector_asked": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Another collector asked for")),
    "collector_refused": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Collector was changed elsewhere")),
    "line_swapped": ("arrows-exchange", QT_TRANSLATE_NOOP("Orders", "An item was swapped")),
    "ready_unchecked": ("package", QT_TRANSLATE_NOOP("Orders", "Made ready without item checks")),
    "part_ship_home": ("truck", QT_TRANSLATE_NOOP("Orders", "Sent home")),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Orders", source)


def answer_text(answer: Answer) -> str:
    """The sentence to tell the customer."""
    source = ANSWERS.get(answer.kind, ANSWERS["waits"])
    place = answer.place or _tr(QT_TRANSLATE_NOOP("Orders", "the store"))
    when = moment_text(answer.when) if answer.when else ""
    words = _tr(source).replace("{place}", place).replace("{day}", day_text(answer.day))
    words = words.replace("{when}", when) if when else words.replace(", {when}", "")
    return words[:1].upper() + words[1:]


def answers_text(view: OrderView) -> str:
    return " ".join(answer_text(answer) for answer in view.answers)


def state_text(state: str) -> tuple[str, Tone]:
    """Word and colour of an order's or a part's state."""
    source, tone = STATES.get(state, (QT_TRANSLATE_NOOP("Orders", "Other"), Tone.NEUTRAL))
    return _tr(source), tone


def payment_text(state: str) -> str:
    return _tr(_PAYMENTS.get(state, QT_TRANSLATE_NOOP("Orders", "Not known")))


def happening_words(happening: Happening) -> tuple[str, str, str]:
    """Icon, what happened, and where and by whom."""
    icon, source = HAPPENED.get(
        happening.kind, ("history", QT_TRANSLATE_NOOP("Orders", "The order was changed"))
    )
    return icon, _tr(source), " · ".join(part for part in (happening.where, happening.who) if part)
