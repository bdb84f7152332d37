"""The choices of tasks in words: title and effect; ``kind.choice`` where a kind says a common one its own way."""

from storedesk.ui.screens.attention import desk_task_words as desks
from storedesk.ui.screens.attention import order_task_words as orders
from storedesk.ui.screens.attention import parked_task_words as parked
from storedesk.ui.screens.attention import service_task_words as service
from storedesk.ui.screens.attention import till_task_words as tills
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

CHOICES = {
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
    "written_off": (
        QT_TRANSLATE_NOOP("Attention", "Write them off"),
        QT_TRANSLATE_NOOP("Attention", "The goods leave the stock for good."),
    ),
    "sellable_again": (
        QT_TRANSLATE_NOOP("Attention", "They can be sold after all"),
        QT_TRANSLATE_NOOP("Attention", "Puts them back among the goods for sale."),
    ),
    "relabelled": (
        QT_TRANSLATE_NOOP("Attention", "Both labels are right now"),
        QT_TRANSLATE_NOOP("Attention", "You have put the right label on each."),
    ),
    "count_shelf": (
        QT_TRANSLATE_NOOP("Attention", "Have it counted"),
        QT_TRANSLATE_NOOP("Attention", "Opens a count for each article and closes this."),
    ),
    "found_again": (
        QT_TRANSLATE_NOOP("Attention", "They have been found"),
        QT_TRANSLATE_NOOP("Attention", "Puts the parcels back into their bins and into stock."),
    ),
    "agree": (
        QT_TRANSLATE_NOOP("Attention", "Say yes"),
        QT_TRANSLATE_NOOP("Attention", "The other place sees it at once. Then find and send the goods."),
    ),
    "say_no": (
        QT_TRANSLATE_NOOP("Attention", "Say no"),
        QT_TRANSLATE_NOOP("Attention", "The other place is told and asks elsewhere."),
    ),
    "approve": (
        QT_TRANSLATE_NOOP("Attention", "Approve the quote"),
        QT_TRANSLATE_NOOP("Attention", "Whoever has the right signs with a PIN; the quote can be issued."),
    ),
    "offer_less": (
        QT_TRANSLATE_NOOP("Attention", "No, less discount"),
        QT_TRANSLATE_NOOP(
            "Attention", "Lowers the discount to what the seller may give; then it can be issued."
        ),
    ),
    "decline": (
        QT_TRANSLATE_NOOP("Attention", "Do not approve it"),
        QT_TRANSLATE_NOOP("Attention", "The quote goes back to whoever wrote it."),
    ),
    "ask_manager": (
        QT_TRANSLATE_NOOP("Attention", "Leave it to a manager"),
        QT_TRANSLATE_NOOP("Attention", "It waits here. Nothing else changes."),
    ),
    "ask_place": (
        QT_TRANSLATE_NOOP("Attention", "Ask the other place"),
        QT_TRANSLATE_NOOP("Attention", "It waits here until you know. Nothing else changes."),
    ),
    "write_off.understood": (
        QT_TRANSLATE_NOOP("Attention", "Keep them as damaged"),
        QT_TRANSLATE_NOOP("Attention", "They stay booked as damaged. Nothing else changes."),
    ),
    "handed_over_from_label.understood": (
        QT_TRANSLATE_NOOP("Attention", "All fits"),
        QT_TRANSLATE_NOOP("Attention", "Order, parcels and person fit. Closes this."),
    ),
    "goods_missing.written_off": (
        QT_TRANSLATE_NOOP("Attention", "They are lost"),
        QT_TRANSLATE_NOOP("Attention", "They stay out of stock. The order shows what is missing."),
    ),
    "right_ended.understood": (
        QT_TRANSLATE_NOOP("Attention", "It was in order"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Everything stays in the journal."),
    ),
    "below_zero.understood": (
        QT_TRANSLATE_NOOP("Attention", "The figure is known"),
        QT_TRANSLATE_NOOP("Attention", "Closes it without a count."),
    ),
    "count_task.understood": (
        QT_TRANSLATE_NOOP("Attention", "Close without a count"),
        QT_TRANSLATE_NOOP("Attention", "The figure stays as it is."),
    ),
    "customer_decision.understood": (
        QT_TRANSLATE_NOOP("Attention", "The customer has decided"),
        QT_TRANSLATE_NOOP("Attention", "You have talked; go on from the order."),
    ),
    "hold_refused.understood": (
        QT_TRANSLATE_NOOP("Attention", "The customer knows"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Nothing is held."),
    ),
    "hold_refused.ask_customer": (
        QT_TRANSLATE_NOOP("Attention", "Call the customer"),
        QT_TRANSLATE_NOOP("Attention", "It waits here until you have talked."),
    ),
    "transfer_refused.understood": (
        QT_TRANSLATE_NOOP("Attention", "It is not needed any more"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. No goods come."),
    ),
    "transfer_asked.understood": (
        QT_TRANSLATE_NOOP("Attention", "Already dealt with"),
        QT_TRANSLATE_NOOP("Attention", "Closes it; answer it on the transfer itself."),
    ),
    "quote_differs.understood": (
        QT_TRANSLATE_NOOP("Attention", "Keep the quote as issued"),
        QT_TRANSLATE_NOOP("Attention", "Its prices stand. Nothing changes for the customer."),
    ),
    "quote_order_refused.understood": (
        QT_TRANSLATE_NOOP("Attention", "Leave the quote open"),
        QT_TRANSLATE_NOOP("Attention", "It stands as issued and can be asked for again."),
    ),
    "parcel_unexpected.put_back": (
        QT_TRANSLATE_NOOP("Attention", "Back on the shop floor"),
        QT_TRANSLATE_NOOP("Attention", "You have put the goods back in their place."),
    ),
    "approved": (
        QT_TRANSLATE_NOOP("Attention", "Approved"),
        QT_TRANSLATE_NOOP("Attention", "The quote can be issued."),
    ),
    "declined": (
        QT_TRANSLATE_NOOP("Attention", "Not approved"),
        QT_TRANSLATE_NOOP("Attention", "The quote goes back to whoever wrote it."),
    ),
    "quote_approval.changed": (
        QT_TRANSLATE_NOOP("Attention", "Changed before the answer"),
        QT_TRANSLATE_NOOP("Attention", "The quote is not the one that was asked about any more."),
    ),
    "quote_approval.issued": (
        QT_TRANSLATE_NOOP("Attention", "Issued before the answer"),
        QT_TRANSLATE_NOOP("Attention", "Somebody with the right issued it."),
    ),
    "quote_approval.withdrawn": (
        QT_TRANSLATE_NOOP("Attention", "Ended before the answer"),
        QT_TRANSLATE_NOOP("Attention", "Nobody has to answer any more."),
    ),
    "store_answered.understood": (
        QT_TRANSLATE_NOOP("Attention", "The customer knows"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Everything stays in the journal."),
    ),
    "ship_to_customer.understood": (
        QT_TRANSLATE_NOOP("Attention", "The goods are sent"),
        QT_TRANSLATE_NOOP("Attention", "Takes them out of stock. The order shows it."),
    ),
    **service.CHOICES,
    **parked.CHOICES,
    **orders.CHOICES,
    **desks.CHOICES,
    **tills.CHOICES,
    "same_company": (
        QT_TRANSLATE_NOOP("Attention", "It is the same company"),
        QT_TRANSLATE_NOOP("Attention", "The older account stands for both. People and sites move there."),
    ),
    "two_companies": (
        QT_TRANSLATE_NOOP("Attention", "They are two companies"),
        QT_TRANSLATE_NOOP("Attention", "Both accounts stay as they are."),
    ),
    "not_collected.ask_customer": (
        QT_TRANSLATE_NOOP("Attention", "Call the customer"),
        QT_TRANSLATE_NOOP("Attention", "It waits here until you have talked."),
    ),
    "restock.put_back": (
        QT_TRANSLATE_NOOP("Attention", "All is back on its shelf"),
        QT_TRANSLATE_NOOP("Attention", "Frees what the order had reserved and ends the pickup."),
    ),
}
