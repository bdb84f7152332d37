"""The words of Attention: what happened, what each side knows, what it means, what can be done."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storedesk.desk.task_views import ChoiceView, Meaning, Side, TaskRow, TaskView
from storedesk.ui.screens.attention import service_task_words as service
from storedesk.ui.screens.attention import shelf_task_words as shelf
from storedesk.ui.screens.attention.approval_words import APPROVAL_ANSWERS, approval_result
from storedesk.ui.texts.counter_formats import items_text, money_text, signed_text

_TITLES = {
    "double_handover": QT_TRANSLATE_NOOP("Attention", "Handed over twice"),
    "handover_of_ended_order": QT_TRANSLATE_NOOP("Attention", "Order had ended before"),
    "handed_over_from_label": QT_TRANSLATE_NOOP("Attention", "Handed over from label"),
    "below_zero": QT_TRANSLATE_NOOP("Attention", "Stock fell below zero"),
    "count_task": QT_TRANSLATE_NOOP("Attention", "Count the shelf"),
    "write_off": QT_TRANSLATE_NOOP("Attention", "Write off, damaged"),
    "relabel": QT_TRANSLATE_NOOP("Attention", "Relabel two articles"),
    "customer_decision": QT_TRANSLATE_NOOP("Attention", "Cannot be picked here"),
    "refused_action": QT_TRANSLATE_NOOP("Attention", "Central said no"),
    "right_ended": QT_TRANSLATE_NOOP("Attention", "Done without the right"),
    "receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "One receipt, two orders"),
    "goods_missing": QT_TRANSLATE_NOOP("Attention", "Goods are missing"),
    "parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "Parcel not on the shelf"),
    "parcel_unexpected": QT_TRANSLATE_NOOP("Attention", "Parcel should be gone"),
    "hold_refused": QT_TRANSLATE_NOOP("Attention", "Could not be held"),
    "transfer_asked": QT_TRANSLATE_NOOP("Attention", "Goods are asked for"),
    "transfer_refused": QT_TRANSLATE_NOOP("Attention", "Transfer was refused"),
    "transfer_differs": QT_TRANSLATE_NOOP("Attention", "Transfer does not match"),
    "company_duplicate": QT_TRANSLATE_NOOP("Attention", "One company, two accounts"),
    "transfer_not_sent": QT_TRANSLATE_NOOP("Attention", "Arrived, but never sent"),
    "quote_approval": QT_TRANSLATE_NOOP("Attention", "A quote waits for approval"),
    "quote_differs": QT_TRANSLATE_NOOP("Attention", "Central works a quote out differently"),
    "quote_order_refused": QT_TRANSLATE_NOOP("Attention", "A quote did not become an order"),
    **service.TITLES,
    **shelf.TITLES,
}
_TODO = {
    "double_handover": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "handover_of_ended_order": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "refused_action": QT_TRANSLATE_NOOP("Attention", "Put back"),
    "receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "customer_decision": QT_TRANSLATE_NOOP("Attention", "Ask"),
    "count_task": QT_TRANSLATE_NOOP("Attention", "Count"),
    "below_zero": QT_TRANSLATE_NOOP("Attention", "Count"),
    "parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "Search"),
    "transfer_differs": QT_TRANSLATE_NOOP("Attention", "Count"),
    "transfer_not_sent": QT_TRANSLATE_NOOP("Attention", "Send"),
    "transfer_asked": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "company_duplicate": QT_TRANSLATE_NOOP("Attention", "Decide"),
    **service.TODO,
    **shelf.TODO,
}
_ICONS = {
    "double_handover": "hand-grab", "handover_of_ended_order": "hand-grab", "handed_over_from_label": "tag",
    "below_zero": "barcode", "count_task": "clipboard-list", "write_off": "archive", "relabel": "tag",
    "customer_decision": "phone", "refused_action": "ban", "right_ended": "shield-lock",
    "receipt_used_twice": "receipt", "goods_missing": "search",
    "parcel_not_seen": "search", "parcel_unexpected": "package", "quote_approval": "shield-lock",
    "company_duplicate": "briefcase",
    "hold_refused": "lock", "transfer_asked": "truck", "transfer_refused": "ban",
    "transfer_differs": "truck", "transfer_not_sent": "truck-delivery",
    "quote_differs": "file-invoice", "quote_order_refused": "file-invoice",
    **service.ICONS,
    **shelf.ICONS,
}  # fmt: skip
_DID = {
    "did_HandOver": QT_TRANSLATE_NOOP("Attention", "Handed over {items}."),
    "did_ReportShort": QT_TRANSLATE_NOOP("Attention", "Reported {items} as not there."),
    "did_double_handover": QT_TRANSLATE_NOOP("Attention", "Handed the goods over."),
    "did_count_task": QT_TRANSLATE_NOOP("Attention", "Reported {items} as not there."),
    "did_below_zero": QT_TRANSLATE_NOOP("Attention", "Took {items} out of stock."),
    "did_CloseDay": QT_TRANSLATE_NOOP("Attention", "Scanned the pickup shelf at closing."),
    "did_parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "Scanned the pickup shelf at closing."),
    "did_parcel_unexpected": QT_TRANSLATE_NOOP("Attention", "Scanned the pickup shelf at closing."),
    "central_parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "The goods stand on the shelf."),
    "central_parcel_unexpected": QT_TRANSLATE_NOOP("Attention", "The goods are not on this shelf."),
    "central_handed_over": QT_TRANSLATE_NOOP("Attention", "Handed over {items} of the same order."),
    "central_handover_of_ended_order": QT_TRANSLATE_NOOP("Attention", "The order had ended before: {state}."),
    "central_handed_over_from_label": QT_TRANSLATE_NOOP("Attention", "The order was not on this desk then."),
    "central_receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "Receipt {receipt} had paid another order."),
    "central_below_zero": QT_TRANSLATE_NOOP("Attention", "The shelf would hold less than nothing."),
    "central_count_task": QT_TRANSLATE_NOOP("Attention", "Not offered online until it is counted."),
    "central_refused_action": QT_TRANSLATE_NOOP("Attention", "It was refused and changed nothing."),
    "central_right_ended": QT_TRANSLATE_NOOP(
        "Attention", "The right had ended before; what happened is kept."
    ),
    "central_customer_decision": QT_TRANSLATE_NOOP("Attention", "The order waits for the customer."),
    "did_IssueQuote": QT_TRANSLATE_NOOP("Attention", "Issued the quote."),
    "did_AskForOrder": QT_TRANSLATE_NOOP("Attention", "Asked for the order."),
    "did_AskApproval": QT_TRANSLATE_NOOP("Attention", "Asked for the approval."),
    "did_AddCompany": QT_TRANSLATE_NOOP("Attention", "Added a company."),
    "did_company_duplicate": QT_TRANSLATE_NOOP("Attention", "Added a company."),
    "central_company_duplicate": QT_TRANSLATE_NOOP(
        "Attention", "Another account has the same organisation number."
    ),
    "central_quote_approval": QT_TRANSLATE_NOOP("Attention", "The quote is over a limit."),
    "central_quote_differs": QT_TRANSLATE_NOOP("Attention", "Its price lists or rates give other figures."),
    "central_quote_order_refused": QT_TRANSLATE_NOOP(
        "Attention", "Credit, stock, limits or tax stand against it."
    ),
    "central_goods_missing": QT_TRANSLATE_NOOP("Attention", "The parcels are marked missing."),
    "did_AdjustStock": QT_TRANSLATE_NOOP("Attention", "Adjusted the stock by {items}."),
    "did_CountStock": QT_TRANSLATE_NOOP("Attention", "Counted the shelf; it differed by {items}."),
    "did_hold_refused": QT_TRANSLATE_NOOP("Attention", "Asked to hold {items}."),
    "did_PlaceHold": QT_TRANSLATE_NOOP("Attention", "Asked to hold {items}."),
    "central_hold_refused": QT_TRANSLATE_NOOP("Attention", "Not enough is free there."),
    "central_transfer_asked": QT_TRANSLATE_NOOP("Attention", "Another place waits for the answer."),
    "central_transfer_refused": QT_TRANSLATE_NOOP("Attention", "The place that was asked said no."),
    "central_transfer_not_sent": QT_TRANSLATE_NOOP(
        "Attention", "The goods arrived at the other place a week ago."
    ),
    "central_transfer_differs": QT_TRANSLATE_NOOP("Attention", "Sent and received are not the same."),
    **service.SIDES,
    **shelf.SIDES,
}
_MEANS = {
    "means_recorded_twice": QT_TRANSLATE_NOOP(
        "Attention", "Most likely one handover was recorded twice. No stock moved for the second one."
    ),
    "means_goods_still_here": QT_TRANSLATE_NOOP(
        "Attention", "Goods of this order still stand here. Look in the bin before you decide."
    ),
    "means_gone_unpaid": QT_TRANSLATE_NOOP(
        "Attention", "The goods have left, and nobody pays for them as it stands."
    ),
    "means_below_zero": QT_TRANSLATE_NOOP(
        "Attention", "The figure on the shelf was wrong before. A count puts it right."
    ),
    "means_count_task": QT_TRANSLATE_NOOP(
        "Attention", "The figure is not trusted until somebody has counted."
    ),
    "means_refused_action": QT_TRANSLATE_NOOP(
        "Attention", "Nothing was handed over or moved. Put the goods back."
    ),
    "means_right_ended": QT_TRANSLATE_NOOP("Attention", "Goods are where they are. A manager looks at it."),
    "means_receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "One of the two orders is not paid."),
    "means_handed_over_from_label": QT_TRANSLATE_NOOP(
        "Attention", "Central knows the order now. See whether all fits."
    ),
    "means_customer_decision": QT_TRANSLATE_NOOP("Attention", "Somebody has to talk to the customer."),
    "means_goods_missing": QT_TRANSLATE_NOOP(
        "Attention", "The goods are neither here nor with the customer."
    ),
    "means_company_duplicate": QT_TRANSLATE_NOOP(
        "Attention", "Its quotes, people and credit are spread over two accounts."
    ),
    "means_quote_approval": QT_TRANSLATE_NOOP(
        "Attention", "It cannot be issued before somebody with the right has agreed."
    ),
    "means_quote_differs": QT_TRANSLATE_NOOP(
        "Attention", "The quote counts as it was issued. Decide whether to talk to the customer."
    ),
    "means_quote_order_refused": QT_TRANSLATE_NOOP(
        "Attention", "There is no order yet. The quote still stands."
    ),
    "means_parcel_not_seen": QT_TRANSLATE_NOOP(
        "Attention", "A customer may come for goods that nobody finds. Look for them."
    ),
    "means_parcel_unexpected": QT_TRANSLATE_NOOP(
        "Attention", "Goods stand on the shelf that no pickup here waits for."
    ),
    "means_write_off": QT_TRANSLATE_NOOP("Attention", "The goods are damaged and cannot be sold."),
    "means_hold_refused": QT_TRANSLATE_NOOP(
        "Attention", "Nothing is kept for the customer. Look where else it is, and say so."
    ),
    "means_transfer_asked": QT_TRANSLATE_NOOP("Attention", "Find the goods, then send them or say no."),
    "means_transfer_refused": QT_TRANSLATE_NOOP("Attention", "No goods come from there. Ask another place."),
    "means_transfer_differs": QT_TRANSLATE_NOOP(
        "Attention", "Count what arrived, and ask the place that sent it."
    ),
    "means_transfer_not_sent": QT_TRANSLATE_NOOP(
        "Attention", "They still count as here. Send the transfer now, or count the shelf."
    ),
    "means_relabel": QT_TRANSLATE_NOOP("Attention", "Two articles carry each other’s label."),
    **service.MEANINGS,
    **shelf.MEANINGS,
}
_CHOICES = {
    "recorded_twice": (
        QT_TRANSLATE_NOOP("Attention", "One handover, recorded twice"),
        QT_TRANSLATE_NOOP("Attention", "The second entry is kept in the journal and moves nothing."),
    ),
    "gone_twice": (
        QT_TRANSLATE_NOOP("Attention", "The goods left twice"),
        QT_TRANSLATE_NOOP("Attention", "Takes the goods out of stock once more."),
    ),
    "ask_customer": (
        QT_TRANSLATE_NOOP("Attention", "Ask the customer first"),
        QT_TRANSLATE_NOOP("Attention", "It waits here until you know. Nothing else changes."),
    ),
    "recovered": (
        QT_TRANSLATE_NOOP("Attention", "The goods came back"),
        QT_TRANSLATE_NOOP("Attention", "Puts them back into stock."),
    ),
    "charge": (
        QT_TRANSLATE_NOOP("Attention", "The customer pays"),
        QT_TRANSLATE_NOOP("Attention", "Take payment at the till; the goods stay with the customer."),
    ),
    "same_company": (
        QT_TRANSLATE_NOOP("Attention", "It is the same company"),
        QT_TRANSLATE_NOOP("Attention", "The older account stands for both. People and sites move there."),
    ),
    "two_companies": (
        QT_TRANSLATE_NOOP("Attention", "They are two companies"),
        QT_TRANSLATE_NOOP("Attention", "Both accounts stay as they are."),
    ),
    "put_back": (
        QT_TRANSLATE_NOOP("Attention", "Put the goods back"),
        QT_TRANSLATE_NOOP("Attention", "You have put them back in their place."),
    ),
    "understood": (
        QT_TRANSLATE_NOOP("Attention", "Understood"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Everything stays in the journal."),
    ),
    "found": (
        QT_TRANSLATE_NOOP("Attention", "It has been found"),
        QT_TRANSLATE_NOOP("Attention", "It stands in its bin again. Nothing else changes."),
    ),
    "counted": (
        QT_TRANSLATE_NOOP("Attention", "It has been counted"),
        QT_TRANSLATE_NOOP("Attention", "The count is entered and this is settled."),
    ),
    **service.CHOICES,
}
_PROOFS = {
    "code": QT_TRANSLATE_NOOP("Attention", "code was correct"),
    "qr": QT_TRANSLATE_NOOP("Attention", "code was correct"),
    "id_seen": QT_TRANSLATE_NOOP("Attention", "ID was seen"),
    "name": QT_TRANSLATE_NOOP("Attention", "by name"),
    "label": QT_TRANSLATE_NOOP("Attention", "from the label"),
}
_ENDED = {
    "cancelled": QT_TRANSLATE_NOOP("Attention", "cancelled"),
    "returned_to_stock": QT_TRANSLATE_NOOP("Attention", "back in stock"),
    "rerouted": QT_TRANSLATE_NOOP("Attention", "sent by another place"),
    "ship_home": QT_TRANSLATE_NOOP("Attention", "sent home"),
    "other_store": QT_TRANSLATE_NOOP("Attention", "moved to another store"),
    "rejected": QT_TRANSLATE_NOOP("Attention", "not possible here"),
}


_ANSWERS = {"approved": "approve", "declined": "decline"}
"""How the answer of an approval is recorded, and the choice that gives it."""


def _tr(text: object) -> str:
    return QCoreApplication.translate("Attention", str(text))


def title_text(row: TaskRow) -> str:
    return _tr(_TITLES.get(row.kind, QT_TRANSLATE_NOOP("Attention", "Needs a look")))


def detail_text(row: TaskRow) -> str:
    """Order, person and article, without what is not known."""
    return " · ".join(part for part in (row.order_number, row.name, row.article) if part)


def to_do_text(row: TaskRow) -> str:
    if row.waits:
        return QCoreApplication.translate("Attention", "Waits")
    return _tr(_TODO.get(row.kind, QT_TRANSLATE_NOOP("Attention", "Look")))


def icon_of(kind: str) -> str:
    return str(_ICONS.get(kind, "info-circle"))


def side_text(side: Side) -> str:
    """The sentence of one side."""
    known = _DID.get(side.what)
    if known is None:
        return (
            QCoreApplication.translate("Attention", "Changed this order.")
            if side.what.startswith("did_")
            else QCoreApplication.translate("Attention", "Has it otherwise.")
        )
    state = _tr(_ENDED.get(side.state, side.state))
    said = _tr(service.SAID.get(side.reason, ""))
    return _tr(known).format(items=items_text(side.pieces), state=state, receipt=side.receipt, question=said)


def proof_text(proof: str) -> str:
    return _tr(_PROOFS.get(proof, proof))


def meaning_text(meaning: Meaning) -> str:
    return _tr(_MEANS.get(meaning.key, QT_TRANSLATE_NOOP("Attention", "Look at the order and close this.")))


def choice_words(choice: ChoiceView, view: TaskView) -> tuple[str, str, str]:
    """Title, effect and, at the right, what it does to stock, money or whom to call."""
    known = _CHOICES.get(choice.key) or APPROVAL_ANSWERS.get(choice.key)
    title, effect = (_tr(known[0]), _tr(known[1])) if known else (choice.key, "")
    if view.approval is not None and choice.key in APPROVAL_ANSWERS:
        return title, effect, approval_result(choice.key, view.approval)
    if choice.stock:
        return (
            title,
            effect,
            QCoreApplication.translate("Attention", "Stock {number}").format(
                number=signed_text(choice.stock)
            ),
        )
    if choice.key == "ask_customer":
        who = " ".join(part for part in (view.row.name, view.phone) if part)
        return (
            title,
            effect,
            QCoreApplication.translate("Attention", "Call {who}").format(who=who) if who else "",
        )
    if choice.key == "charge" and view.meaning.money:
        return title, effect, money_text(view.meaning.money, view.meaning.currency)
    return title, effect, QCoreApplication.translate("Attention", "No change in stock or money")


def answer_text(row: TaskRow) -> str:
    """What was chosen and by whom, for what is done."""
    known = _CHOICES.get(row.answer) or APPROVAL_ANSWERS.get(_ANSWERS.get(row.answer, row.answer))
    words = _tr(known[0]) if known else row.answer
    return " · ".join(part for part in (words, row.answered_by) if part)
