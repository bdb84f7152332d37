"""The texts of Attention by kind of task, side, meaning and choice; translated where they are shown."""

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

TITLES = {
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
    "quote_approval": QT_TRANSLATE_NOOP("Attention", "A quote waits for approval"),
    "quote_differs": QT_TRANSLATE_NOOP("Attention", "Central works a quote out differently"),
    "quote_order_refused": QT_TRANSLATE_NOOP("Attention", "A quote did not become an order"),
}
TODO = {
    "double_handover": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "handover_of_ended_order": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "refused_action": QT_TRANSLATE_NOOP("Attention", "Put back"),
    "receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "customer_decision": QT_TRANSLATE_NOOP("Attention", "Ask"),
    "count_task": QT_TRANSLATE_NOOP("Attention", "Count"),
    "below_zero": QT_TRANSLATE_NOOP("Attention", "Count"),
    "parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "Search"),
    "transfer_differs": QT_TRANSLATE_NOOP("Attention", "Count"),
    "transfer_asked": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "handed_over_from_label": QT_TRANSLATE_NOOP("Attention", "Look"),
    "write_off": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "relabel": QT_TRANSLATE_NOOP("Attention", "Relabel"),
    "right_ended": QT_TRANSLATE_NOOP("Attention", "Look"),
    "goods_missing": QT_TRANSLATE_NOOP("Attention", "Search"),
    "parcel_unexpected": QT_TRANSLATE_NOOP("Attention", "Look"),
    "hold_refused": QT_TRANSLATE_NOOP("Attention", "Ask"),
    "transfer_refused": QT_TRANSLATE_NOOP("Attention", "Tell"),
    "quote_approval": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "quote_differs": QT_TRANSLATE_NOOP("Attention", "Look"),
    "quote_order_refused": QT_TRANSLATE_NOOP("Attention", "Ask"),
}
WAITS = {
    "ask_customer": QT_TRANSLATE_NOOP("Attention", "Waits for the customer"),
    "ask_manager": QT_TRANSLATE_NOOP("Attention", "Waits for a manager"),
    "ask_place": QT_TRANSLATE_NOOP("Attention", "Waits for the other place"),
}
ICONS = {
    "double_handover": "hand-grab", "handover_of_ended_order": "hand-grab", "handed_over_from_label": "tag",
    "below_zero": "barcode", "count_task": "clipboard-list", "write_off": "archive", "relabel": "tag",
    "customer_decision": "phone", "refused_action": "ban", "right_ended": "shield-lock",
    "receipt_used_twice": "receipt", "goods_missing": "search",
    "parcel_not_seen": "search", "parcel_unexpected": "package", "quote_approval": "shield-lock",
    "hold_refused": "ban", "transfer_asked": "truck", "transfer_refused": "truck", "transfer_differs": "truck-delivery",
    "quote_differs": "file-invoice", "quote_order_refused": "file-invoice",
}  # fmt: skip
DID = {
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
    "central_transfer_differs": QT_TRANSLATE_NOOP("Attention", "Sent and received are not the same."),
    "did_handover_of_ended_order": QT_TRANSLATE_NOOP("Attention", "Handed the goods over."),
    "did_handed_over_from_label": QT_TRANSLATE_NOOP("Attention", "Handed over from the label."),
    "did_receipt_used_twice": QT_TRANSLATE_NOOP("Attention", "Entered the till receipt."),
    "did_write_off": QT_TRANSLATE_NOOP("Attention", "Reported {items} as damaged."),
    "did_relabel": QT_TRANSLATE_NOOP("Attention", "Reported a wrong label on {items}."),
    "did_customer_decision": QT_TRANSLATE_NOOP("Attention", "Reported that nothing can be picked here."),
    "did_refused_action": QT_TRANSLATE_NOOP("Attention", "Did what stands below."),
    "did_right_ended": QT_TRANSLATE_NOOP("Attention", "Did what stands below."),
    "did_goods_missing": QT_TRANSLATE_NOOP("Attention", "Took a handover back without the goods."),
    "did_CorrectHandover": QT_TRANSLATE_NOOP("Attention", "Took a handover back without the goods."),
    "did_transfer_asked": QT_TRANSLATE_NOOP("Attention", "Another place asks for goods of this place."),
    "did_transfer_refused": QT_TRANSLATE_NOOP("Attention", "Asked another place for goods."),
    "did_transfer_differs": QT_TRANSLATE_NOOP("Attention", "Sent or received a transfer."),
    "did_AnswerTransfer": QT_TRANSLATE_NOOP("Attention", "Answered a transfer."),
    "did_AskTransfer": QT_TRANSLATE_NOOP("Attention", "Asked another place for goods."),
    "did_SendTransfer": QT_TRANSLATE_NOOP("Attention", "Sent a transfer."),
    "did_ReceiveTransfer": QT_TRANSLATE_NOOP("Attention", "Received a transfer."),
    "did_quote_approval": QT_TRANSLATE_NOOP("Attention", "Asked for the approval."),
    "did_quote_differs": QT_TRANSLATE_NOOP("Attention", "Issued the quote."),
    "did_quote_order_refused": QT_TRANSLATE_NOOP("Attention", "Asked for the order."),
    "did_AnswerTask": QT_TRANSLATE_NOOP("Attention", "Asked for a count."),
    "central_write_off": QT_TRANSLATE_NOOP("Attention", "The goods are booked as damaged."),
    "central_relabel": QT_TRANSLATE_NOOP("Attention", "Both articles are booked as they were found."),
}
MEANS = {
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
        "Attention",
        "The goods are neither here nor with the customer. They are out of stock and still paid for.",
    ),
    "means_quote_approval": QT_TRANSLATE_NOOP(
        "Attention", "It cannot be issued before somebody with the right has agreed. No goods or money move."
    ),
    "means_quote_differs": QT_TRANSLATE_NOOP(
        "Attention", "The quote counts as it was issued. Decide whether to talk to the customer."
    ),
    "means_quote_order_refused": QT_TRANSLATE_NOOP(
        "Attention",
        "There is no order yet: no goods are reserved and no credit is used. The quote still stands.",
    ),
    "means_parcel_not_seen": QT_TRANSLATE_NOOP(
        "Attention", "A customer may come for goods that nobody finds. Look for them."
    ),
    "means_parcel_unexpected": QT_TRANSLATE_NOOP(
        "Attention", "Goods stand on the shelf that no pickup here waits for."
    ),
    "means_write_off": QT_TRANSLATE_NOOP(
        "Attention",
        "The goods are damaged: they are not for sale and still cost money until somebody decides.",
    ),
    "means_hold_refused": QT_TRANSLATE_NOOP(
        "Attention", "Nothing is kept for the customer. Look where else it is, and say so."
    ),
    "means_transfer_asked": QT_TRANSLATE_NOOP(
        "Attention", "Goods would leave this shelf. Find them, then say yes or no."
    ),
    "means_transfer_refused": QT_TRANSLATE_NOOP(
        "Attention", "No goods come from there. Whoever waits for them has to be told."
    ),
    "means_transfer_differs": QT_TRANSLATE_NOOP(
        "Attention", "Count what arrived, and ask the place that sent it."
    ),
    "means_relabel": QT_TRANSLATE_NOOP(
        "Attention", "Two articles carry each other’s label. Customers would get the wrong one."
    ),
}
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
}
LABELS = {
    "action": QT_TRANSLATE_NOOP("Attention", "What was done"),
    "number": QT_TRANSLATE_NOOP("Attention", "Number"),
    "version": QT_TRANSLATE_NOOP("Attention", "Version"),
    "quantity": QT_TRANSLATE_NOOP("Attention", "Quantity"),
    "reason": QT_TRANSLATE_NOOP("Attention", "Reason"),
    "bin": QT_TRANSLATE_NOOP("Attention", "Bin"),
    "receipt": QT_TRANSLATE_NOOP("Attention", "Till receipt"),
    "level": QT_TRANSLATE_NOOP("Attention", "Would stand at"),
    "articles_below": QT_TRANSLATE_NOOP("Attention", "Articles below zero"),
    "state": QT_TRANSLATE_NOOP("Attention", "State"),
    "staff": QT_TRANSLATE_NOOP("Attention", "By"),
    "asked_by": QT_TRANSLATE_NOOP("Attention", "Asked by"),
    "rule_discount": QT_TRANSLATE_NOOP("Attention", "Discount given"),
    "limit_discount": QT_TRANSLATE_NOOP("Attention", "Discount allowed"),
    "rule_margin": QT_TRANSLATE_NOOP("Attention", "Margin left"),
    "limit_margin": QT_TRANSLATE_NOOP("Attention", "Margin needed"),
    "rule_total": QT_TRANSLATE_NOOP("Attention", "Total with VAT"),
    "limit_total": QT_TRANSLATE_NOOP("Attention", "Total allowed"),
    "rule_new_account": QT_TRANSLATE_NOOP("Attention", "Age of the account"),
    "limit_new_account": QT_TRANSLATE_NOOP("Attention", "Age needed"),
    "credit_short": QT_TRANSLATE_NOOP("Attention", "Credit is short by"),
    "stock_wanted": QT_TRANSLATE_NOOP("Attention", "Wanted"),
    "stock_free": QT_TRANSLATE_NOOP("Attention", "Free now"),
    "approver": QT_TRANSLATE_NOOP("Attention", "Nobody may order for"),
    "tax_changed": QT_TRANSLATE_NOOP("Attention", "Tax rate changed"),
    "against": QT_TRANSLATE_NOOP("Attention", "Against it"),
    "price_now": QT_TRANSLATE_NOOP("Attention", "Price now"),
    "net_here": QT_TRANSLATE_NOOP("Attention", "Net on the quote"),
    "net_central": QT_TRANSLATE_NOOP("Attention", "Net at central"),
    "tax_here": QT_TRANSLATE_NOOP("Attention", "VAT on the quote"),
    "tax_central": QT_TRANSLATE_NOOP("Attention", "VAT at central"),
    "total_here": QT_TRANSLATE_NOOP("Attention", "Total on the quote"),
    "total_central": QT_TRANSLATE_NOOP("Attention", "Total at central"),
    "total": QT_TRANSLATE_NOOP("Attention", "Total with VAT"),
}
PROOFS = {
    "code": QT_TRANSLATE_NOOP("Attention", "code was correct"),
    "qr": QT_TRANSLATE_NOOP("Attention", "code was correct"),
    "id_seen": QT_TRANSLATE_NOOP("Attention", "ID was seen"),
    "name": QT_TRANSLATE_NOOP("Attention", "by name"),
    "label": QT_TRANSLATE_NOOP("Attention", "from the label"),
}
WORDS = {
    "cancelled": QT_TRANSLATE_NOOP("Attention", "cancelled"),
    "returned_to_stock": QT_TRANSLATE_NOOP("Attention", "back in stock"),
    "rerouted": QT_TRANSLATE_NOOP("Attention", "sent by another place"),
    "ship_home": QT_TRANSLATE_NOOP("Attention", "sent home"),
    "other_store": QT_TRANSLATE_NOOP("Attention", "moved to another store"),
    "rejected": QT_TRANSLATE_NOOP("Attention", "not possible here"),
    "not_found": QT_TRANSLATE_NOOP("Attention", "not found"),
    "damaged": QT_TRANSLATE_NOOP("Attention", "damaged"),
    "wrong_label": QT_TRANSLATE_NOOP("Attention", "wrong label"),
    "display": QT_TRANSLATE_NOOP("Attention", "display item"),
    "other": QT_TRANSLATE_NOOP("Attention", "other"),
    "later": QT_TRANSLATE_NOOP("Attention", "later"),
    "missing": QT_TRANSLATE_NOOP("Attention", "missing"),
    "found": QT_TRANSLATE_NOOP("Attention", "found"),
    "stolen": QT_TRANSLATE_NOOP("Attention", "stolen"),
    "own_use": QT_TRANSLATE_NOOP("Attention", "own use"),
    "written_off": QT_TRANSLATE_NOOP("Attention", "written off"),
    "count": QT_TRANSLATE_NOOP("Attention", "count"),
    "display_back": QT_TRANSLATE_NOOP("Attention", "back from display"),
    "wrong_customer": QT_TRANSLATE_NOOP("Attention", "wrong customer"),
    "wrong_parcel": QT_TRANSLATE_NOOP("Attention", "wrong parcel"),
    "too_early": QT_TRANSLATE_NOOP("Attention", "pressed too early"),
    "came_back": QT_TRANSLATE_NOOP("Attention", "customer came back"),
    "goods_missing": QT_TRANSLATE_NOOP("Attention", "parcels missing"),
    "parcel_not_seen": QT_TRANSLATE_NOOP("Attention", "not seen at closing"),
    "parcel_unexpected": QT_TRANSLATE_NOOP("Attention", "seen at closing"),
    "relabel": QT_TRANSLATE_NOOP("Attention", "wrong label"),
    "asked": QT_TRANSLATE_NOOP("Attention", "asked for"),
    "agreed": QT_TRANSLATE_NOOP("Attention", "agreed"),
    "sent": QT_TRANSLATE_NOOP("Attention", "sent"),
    "received": QT_TRANSLATE_NOOP("Attention", "received"),
    "refused": QT_TRANSLATE_NOOP("Attention", "refused"),
    "new": QT_TRANSLATE_NOOP("Attention", "not started"),
    "claimed": QT_TRANSLATE_NOOP("Attention", "started"),
    "picking": QT_TRANSLATE_NOOP("Attention", "being picked"),
    "staged": QT_TRANSLATE_NOOP("Attention", "staged"),
    "ready": QT_TRANSLATE_NOOP("Attention", "ready"),
    "collected": QT_TRANSLATE_NOOP("Attention", "handed over"),
    "partly_collected": QT_TRANSLATE_NOOP("Attention", "partly collected"),
    "not_collected": QT_TRANSLATE_NOOP("Attention", "not collected"),
    "inbound": QT_TRANSLATE_NOOP("Attention", "on its way"),
    "arrived": QT_TRANSLATE_NOOP("Attention", "arrived"),
    "customer_decision": QT_TRANSLATE_NOOP("Attention", "customer decides"),
    "credit_stop": QT_TRANSLATE_NOOP("Attention", "credit is stopped"),
    "LineWithoutPrice": QT_TRANSLATE_NOOP("Attention", "a line without a price"),
    "TaxMoved": QT_TRANSLATE_NOOP("Attention", "the tax of a line"),
    "TaxRateMissing": QT_TRANSLATE_NOOP("Attention", "a tax rate is missing"),
}
