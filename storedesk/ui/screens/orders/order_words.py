"""The words of the orders screen: states, what happened, what was asked."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.order_views import AskedRow, Happening, QuestionRow
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

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
    "reserved_to_send": ("lock", QT_TRANSLATE_NOOP("Orders", "Goods reserved to be sent")),
    "ordered_from_quote": ("file-invoice", QT_TRANSLATE_NOOP("Orders", "Ordered from a quote")),
    "order_received": ("receipt", QT_TRANSLATE_NOOP("Orders", "Came in from the channel")),
    "changed_online": ("pencil", QT_TRANSLATE_NOOP("Orders", "Changed online")),
    "cancelled_online": ("x", QT_TRANSLATE_NOOP("Orders", "Cancelled online")),
    "payment_changed": ("credit-card", QT_TRANSLATE_NOOP("Orders", "Payment changed")),
    "placed": ("building-store", QT_TRANSLATE_NOOP("Orders", "Given to a place")),
    "waits_for_place": ("hourglass", QT_TRANSLATE_NOOP("Orders", "Waits for a place that can do it")),
    "rerouted": ("switch-horizontal", QT_TRANSLATE_NOOP("Orders", "Given to another place")),
    "paid": ("credit-card", QT_TRANSLATE_NOOP("Orders", "Paid")),
    "ready": ("package", QT_TRANSLATE_NOOP("Orders", "Ready to collect")),
    "handed_over": ("hand-grab", QT_TRANSLATE_NOOP("Orders", "Handed over")),
    "handover_corrected": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Handover taken back")),
    "goods_returned": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Goods returned")),
    "return_checked": ("eye", QT_TRANSLATE_NOOP("Orders", "Returned goods looked at")),
    "contact_logged": ("message", QT_TRANSLATE_NOOP("Orders", "Customer asked")),
    "pickup_extended": ("calendar-due", QT_TRANSLATE_NOOP("Orders", "Last day moved")),
    "collector_changed": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Somebody else collects")),
    "caller_verified": ("shield-check", QT_TRANSLATE_NOOP("Orders", "Caller checked")),
    "store_asked": ("help", QT_TRANSLATE_NOOP("Orders", "Store asked")),
    "store_answered": ("message", QT_TRANSLATE_NOOP("Orders", "Store answered")),
    "change_asked": ("pencil", QT_TRANSLATE_NOOP("Orders", "Change asked for")),
    "change_accepted": ("pencil", QT_TRANSLATE_NOOP("Orders", "Order changed")),
    "change_refused": ("ban", QT_TRANSLATE_NOOP("Orders", "Change refused")),
    "decision_asked": ("user-check", QT_TRANSLATE_NOOP("Orders", "Customer's decision passed on")),
    "decision_made": ("user-check", QT_TRANSLATE_NOOP("Orders", "Customer's decision carried out")),
    "decision_refused": ("ban", QT_TRANSLATE_NOOP("Orders", "Customer's decision not possible")),
    "claim_passed": ("users", QT_TRANSLATE_NOOP("Orders", "Passed on at a change of shift")),
    "claim_given_back": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "Work on it given back")),
    "parcel_not_seen": ("search", QT_TRANSLATE_NOOP("Orders", "Parcel not seen at closing")),
    "parcel_unexpected": ("package", QT_TRANSLATE_NOOP("Orders", "Parcel found at closing")),
    "part_cancelled": ("x", QT_TRANSLATE_NOOP("Orders", "Cancelled")),
    "part_returned_to_stock": ("archive", QT_TRANSLATE_NOOP("Orders", "Back in stock")),
    "part_rerouted": ("switch-horizontal", QT_TRANSLATE_NOOP("Orders", "Moved to another place")),
    "sent_to_customer": ("truck", QT_TRANSLATE_NOOP("Orders", "Sent to the customer")),
    "part_other_store": ("building-store", QT_TRANSLATE_NOOP("Orders", "Moved to another store")),
    "message_sent": ("message", QT_TRANSLATE_NOOP("Orders", "Mail sent to the customer")),
    "message_dropped": ("message", QT_TRANSLATE_NOOP("Orders", "Mail not sent: no longer true")),
    "message_unknown": ("message", QT_TRANSLATE_NOOP("Orders", "Mail: nobody knows whether it went out")),
    "message_failed": ("message", QT_TRANSLATE_NOOP("Orders", "Mail could not be sent")),
    "channel_refused": ("plug-connected-x", QT_TRANSLATE_NOOP("Orders", "The channel did not take it")),
    "last_day_passed": ("calendar-due", QT_TRANSLATE_NOOP("Orders", "The last day has passed")),
    "not_collected": ("archive", QT_TRANSLATE_NOOP("Orders", "Not collected, let go")),
    "refund_asked": ("credit-card", QT_TRANSLATE_NOOP("Orders", "Refund asked for")),
    "goods_put_back": ("archive", QT_TRANSLATE_NOOP("Orders", "Goods put back on the shelf")),
    "goods_arrived": ("truck-delivery", QT_TRANSLATE_NOOP("Orders", "Goods have arrived at the store")),
    "goods_asked": ("truck", QT_TRANSLATE_NOOP("Orders", "Another place is to bring the goods")),
    "goods_not_coming": ("truck", QT_TRANSLATE_NOOP("Orders", "Another place does not bring all of it")),
    "units_given_back": ("arrow-back-up", QT_TRANSLATE_NOOP("Orders", "A part of it is not possible there")),
    "pickup_move_asked": ("building-store", QT_TRANSLATE_NOOP("Orders", "Another store asked for")),
    "pickup_moved": ("building-store", QT_TRANSLATE_NOOP("Orders", "Another store takes it over")),
    "collector_asked": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Another collector asked for")),
    "collector_refused": ("user-plus", QT_TRANSLATE_NOOP("Orders", "Collector was changed elsewhere")),
    "line_swapped": ("arrows-exchange", QT_TRANSLATE_NOOP("Orders", "An item was swapped")),
    "exchanged_at_handover": ("arrows-exchange", QT_TRANSLATE_NOOP("Orders", "Exchanged at the handover")),
    "ready_unchecked": ("package", QT_TRANSLATE_NOOP("Orders", "Made ready without item checks")),
    "part_ship_home": ("truck", QT_TRANSLATE_NOOP("Orders", "Sent home")),
}
_ASKED = {
    "address": QT_TRANSLATE_NOOP("Orders", "Another address"),
    "cancel": QT_TRANSLATE_NOOP("Orders", "Cancel the order"),
    "cancel_line": QT_TRANSLATE_NOOP("Orders", "Cancel a line"),
    "note": QT_TRANSLATE_NOOP("Orders", "Note to the store"),
    "collector": QT_TRANSLATE_NOOP("Orders", "Another collector"),
    "other_store": QT_TRANSLATE_NOOP("Orders", "Collect in another store"),
    "move": QT_TRANSLATE_NOOP("Orders", "Collect in another store"),
    "ship_home": QT_TRANSLATE_NOOP("Orders", "Send it home"),
}
_OUTCOMES = {
    "asked": (QT_TRANSLATE_NOOP("Orders", "Asked for"), Tone.INFO),
    "accepted": (QT_TRANSLATE_NOOP("Orders", "Done"), Tone.OK),
    "refused": (QT_TRANSLATE_NOOP("Orders", "Refused"), Tone.WARN),
}
_WHY = {
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "Orders", "Somebody else changed it first; what counts now stands above."
    ),
    "goods_left": QT_TRANSLATE_NOOP("Orders", "The goods had left before."),
    "staged": QT_TRANSLATE_NOOP("Orders", "The store has packed the goods already."),
    "over": QT_TRANSLATE_NOOP("Orders", "The order was over before."),
    "not_enough": QT_TRANSLATE_NOOP("Orders", "Not enough is free there."),
}
QUESTIONS = {
    "is_it_there": QT_TRANSLATE_NOOP("Orders", "Are the goods there?"),
    "when_ready": QT_TRANSLATE_NOOP("Orders", "When will it be ready?"),
    "condition": QT_TRANSLATE_NOOP("Orders", "What condition are they in?"),
    "keep_longer": QT_TRANSLATE_NOOP("Orders", "Can it wait a little longer?"),
    "other": QT_TRANSLATE_NOOP("Orders", "Another question"),
}
REPLIES = {
    "goods_here": QT_TRANSLATE_NOOP("Orders", "The goods are here"),
    "ready_today": QT_TRANSLATE_NOOP("Orders", "Ready today"),
    "ready_tomorrow": QT_TRANSLATE_NOOP("Orders", "Ready tomorrow"),
    "not_here": QT_TRANSLATE_NOOP("Orders", "The goods are not here"),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Orders", source)


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


def asked_words(row: AskedRow) -> tuple[str, str, str, Tone]:
    """What was asked for, when and why not, and how it stands."""
    what = _tr(_ASKED.get(row.choice or row.kind, QT_TRANSLATE_NOOP("Orders", "A change")))
    word, tone = _OUTCOMES.get(row.state, _OUTCOMES["asked"])
    why = _tr(_WHY[row.reason]) if row.reason in _WHY else ""
    about = " · ".join(part for part in (moment_text(row.at), row.who, why) if part)
    return what, about, _tr(word), tone


def question_words(row: QuestionRow) -> tuple[str, str, str, Tone]:
    """The question with its place, the words of both sides, and the answer."""
    asked = row.note if row.question == "other" and row.note else _tr(QUESTIONS.get(row.question, ""))
    when = moment_text(row.answered) if row.answered else moment_text(row.at)
    about = " · ".join(part for part in (row.place, when, row.answer_note) if part)
    if not row.answer:
        return asked, about, _tr(QT_TRANSLATE_NOOP("Orders", "Waits")), Tone.INFO
    return asked, about, _tr(REPLIES.get(row.answer, row.answer)), Tone.OK


def question_text(question: str) -> str:
    return _tr(QUESTIONS.get(question, ""))


def reply_text(answer: str) -> str:
    """What a store answered, in words."""
    return _tr(REPLIES.get(answer, answer))
