"""The words of Attention for what customer service and returns leave to decide."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES = {
    "store_asked": QT_TRANSLATE_NOOP("Attention", "A customer's question for you"),
    "store_answered": QT_TRANSLATE_NOOP("Attention", "The store has answered"),
    "request_refused": QT_TRANSLATE_NOOP("Attention", "A change was refused"),
    "put_back_goods": QT_TRANSLATE_NOOP("Attention", "Put goods back"),
    "ship_to_customer": QT_TRANSLATE_NOOP("Attention", "Send to the customer"),
    "check_return": QT_TRANSLATE_NOOP("Attention", "Look at opened goods"),
    "over_return": QT_TRANSLATE_NOOP("Attention", "More came back than was bought"),
}
TODO = {
    "store_asked": QT_TRANSLATE_NOOP("Attention", "Answer"),
    "store_answered": QT_TRANSLATE_NOOP("Attention", "Ring back"),
    "request_refused": QT_TRANSLATE_NOOP("Attention", "Ring back"),
    "put_back_goods": QT_TRANSLATE_NOOP("Attention", "Put back"),
    "ship_to_customer": QT_TRANSLATE_NOOP("Attention", "Send"),
    "check_return": QT_TRANSLATE_NOOP("Attention", "Check"),
    "over_return": QT_TRANSLATE_NOOP("Attention", "Decide"),
}
ICONS = {
    "store_asked": "help", "store_answered": "message", "request_refused": "ban", "put_back_goods": "archive",
    "ship_to_customer": "truck", "over_return": "arrow-back-up",
    "check_return": "eye",
}  # fmt: skip
SIDES = {
    "did_AskStore": QT_TRANSLATE_NOOP("Attention", "Asked the store."),
    "did_RequestChange": QT_TRANSLATE_NOOP("Attention", "Asked for a change of the order."),
    "did_DecideForCustomer": QT_TRANSLATE_NOOP("Attention", "Passed on what the customer wants."),
    "did_TakeBackGoods": QT_TRANSLATE_NOOP("Attention", "Took {items} back beyond what was bought."),
    "did_over_return": QT_TRANSLATE_NOOP("Attention", "Took {items} back beyond what was bought."),
    "did_store_asked": QT_TRANSLATE_NOOP("Attention", "A colleague asks for a customer: {question}"),
    "central_store_asked": QT_TRANSLATE_NOOP("Attention", "The customer waits for your answer."),
    "did_store_answered": QT_TRANSLATE_NOOP("Attention", "Asked the store."),
    "central_store_answered": QT_TRANSLATE_NOOP("Attention", "The store says: {question}"),
    "did_request_refused": QT_TRANSLATE_NOOP("Attention", "Asked for a change of the order."),
    "central_request_refused": QT_TRANSLATE_NOOP("Attention", "It said no: {question}"),
    "did_put_back_goods": QT_TRANSLATE_NOOP("Attention", "Picked {items} for this order."),
    "central_put_back_goods": QT_TRANSLATE_NOOP("Attention", "The customer does not want them any more."),
    "did_ship_to_customer": QT_TRANSLATE_NOOP("Attention", "Has the goods, reserved for this order."),
    "central_ship_to_customer": QT_TRANSLATE_NOOP("Attention", "The customer wants them sent home."),
    "did_check_return": QT_TRANSLATE_NOOP("Attention", "Took {items} back, opened."),
    "central_check_return": QT_TRANSLATE_NOOP("Attention", "Not for sale until somebody has looked."),
    "central_over_return": QT_TRANSLATE_NOOP("Attention", "The same goods have come back before."),
}
MEANINGS = {
    "means_store_asked": QT_TRANSLATE_NOOP("Attention", "Look at the goods, then answer with a digit."),
    "means_store_answered": QT_TRANSLATE_NOOP("Attention", "Ring the customer with this answer."),
    "means_request_refused": QT_TRANSLATE_NOOP(
        "Attention", "Nothing was changed. Look at the order, and tell the customer."
    ),
    "means_put_back_goods": QT_TRANSLATE_NOOP(
        "Attention", "They can be sold again once they are back on their shelf."
    ),
    "means_ship_to_customer": QT_TRANSLATE_NOOP("Attention", "Pack the goods and send them."),
    "means_check_return": QT_TRANSLATE_NOOP(
        "Attention", "Are all parts there, clean and working? Your answer moves the goods."
    ),
    "means_over_return": QT_TRANSLATE_NOOP(
        "Attention", "No money goes back for these until you have decided what really came in."
    ),
}
SAID = {
    "is_it_there": QT_TRANSLATE_NOOP("Attention", "are the goods there?"),
    "when_ready": QT_TRANSLATE_NOOP("Attention", "when will it be ready?"),
    "condition": QT_TRANSLATE_NOOP("Attention", "what condition are the goods in?"),
    "keep_longer": QT_TRANSLATE_NOOP("Attention", "can it wait a little longer?"),
    "other": QT_TRANSLATE_NOOP("Attention", "the question stands at the order."),
    "goods_here": QT_TRANSLATE_NOOP("Attention", "the goods are here."),
    "ready_today": QT_TRANSLATE_NOOP("Attention", "ready today."),
    "ready_tomorrow": QT_TRANSLATE_NOOP("Attention", "ready tomorrow."),
    "not_here": QT_TRANSLATE_NOOP("Attention", "the goods are not here."),
    "changed_meanwhile": QT_TRANSLATE_NOOP("Attention", "somebody else changed the same thing first."),
    "goods_left": QT_TRANSLATE_NOOP("Attention", "the goods had left before."),
    "staged": QT_TRANSLATE_NOOP("Attention", "the store has packed the goods already."),
    "over": QT_TRANSLATE_NOOP("Attention", "the order was over before."),
    "not_enough": QT_TRANSLATE_NOOP("Attention", "not enough is free at the place that would do it."),
}
_TOLD = QT_TRANSLATE_NOOP("Attention", "Whoever asked is told at once.")
CHOICES = {
    "decided": (
        QT_TRANSLATE_NOOP("Attention", "The customer has decided"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Everything stays in the journal."),
    ),
    "goods_here": (QT_TRANSLATE_NOOP("Attention", "The goods are here"), _TOLD),
    "ready_today": (QT_TRANSLATE_NOOP("Attention", "Ready today"), _TOLD),
    "ready_tomorrow": (QT_TRANSLATE_NOOP("Attention", "Ready tomorrow"), _TOLD),
    "not_here": (QT_TRANSLATE_NOOP("Attention", "The goods are not here"), _TOLD),
    "check_return.sellable_again": (
        QT_TRANSLATE_NOOP("Attention", "Good, back on its shelf"),
        QT_TRANSLATE_NOOP("Attention", "It can be sold again from now on."),
    ),
    "is_damaged": (
        QT_TRANSLATE_NOOP("Attention", "Damaged or not complete"),
        QT_TRANSLATE_NOOP("Attention", "Books it as damaged. It is not sold."),
    ),
    "returned_once": (
        QT_TRANSLATE_NOOP("Attention", "One return, written down twice"),
        QT_TRANSLATE_NOOP("Attention", "Takes the second one out of stock again."),
    ),
    "returned_twice": (
        QT_TRANSLATE_NOOP("Attention", "The goods really came in"),
        QT_TRANSLATE_NOOP("Attention", "They stay in stock. No money goes back for them."),
    ),
}
