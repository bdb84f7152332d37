"""The texts of Attention by kind of task, side, meaning and choice; translated where they are shown."""

from storedesk.ui.screens.attention import channel_task_words as told
from storedesk.ui.screens.attention import desk_task_words as desks
from storedesk.ui.screens.attention import order_task_words as orders
from storedesk.ui.screens.attention import parked_task_words as parked
from storedesk.ui.screens.attention import service_task_words as service
from storedesk.ui.screens.attention import shelf_task_words as shelf
from storedesk.ui.screens.attention import till_task_words as tills
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
    "transfer_not_sent": QT_TRANSLATE_NOOP("Attention", "Arrived, but never sent"),
    "ring_customer": QT_TRANSLATE_NOOP("Attention", "The customer may not know"),
    **service.TITLES,
    "company_duplicate": QT_TRANSLATE_NOOP("Attention", "One company, two accounts"),
    **shelf.TITLES,
    **parked.TITLES,
    **orders.TITLES,
    **desks.TITLES,
    **told.TITLES,
    **tills.TITLES,
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
    "transfer_not_sent": QT_TRANSLATE_NOOP("Attention", "Send"),
    "ring_customer": QT_TRANSLATE_NOOP("Attention", "Call"),
    **service.TODO,
    "company_duplicate": QT_TRANSLATE_NOOP("Attention", "Decide"),
    "inbound_unexpected": QT_TRANSLATE_NOOP("Attention", "Ask"),
    **shelf.TODO,
    **parked.TODO,
    **orders.TODO,
    **desks.TODO,
    **told.TODO,
    **tills.TODO,
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
    "transfer_not_sent": "truck-delivery", "ring_customer": "phone",
    **service.ICONS,
    "company_duplicate": "briefcase",
    **shelf.ICONS,
    **parked.ICONS,
    **orders.ICONS,
    **desks.ICONS,
    **told.ICONS,
    **tills.ICONS,
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
    "central_transfer_not_sent": QT_TRANSLATE_NOOP(
        "Attention", "The goods arrived at the other place a week ago."
    ),
    "central_ring_customer": QT_TRANSLATE_NOOP(
        "Attention", "The mail to the customer did not surely go out."
    ),
    "did_ring_customer": QT_TRANSLATE_NOOP("Attention", "Nobody did anything wrong."),
    "did_transfer_not_sent": QT_TRANSLATE_NOOP("Attention", "Never said that the goods have left."),
    **service.SIDES,
    "did_RepairDifference": QT_TRANSLATE_NOOP("Attention", "Had a difference on a channel repaired."),
    "did_AskChannelCheck": QT_TRANSLATE_NOOP("Attention", "Asked for a check of the channels."),
    "did_KeepRoutingDraft": QT_TRANSLATE_NOOP("Attention", "Changed the draft of the routing rules."),
    "did_UseRouting": QT_TRANSLATE_NOOP("Attention", "Put routing rules in use."),
    "did_DropRoutingDraft": QT_TRANSLATE_NOOP("Attention", "Threw the draft of the routing rules away."),
    "did_AddCompany": QT_TRANSLATE_NOOP("Attention", "Added a company."),
    "did_company_duplicate": QT_TRANSLATE_NOOP("Attention", "Added a company."),
    "central_company_duplicate": QT_TRANSLATE_NOOP(
        "Attention", "Another account has the same organisation number."
    ),
    "central_company_duplicate_perhaps": QT_TRANSLATE_NOOP(
        "Attention", "Another account may be the same company."
    ),
    **shelf.SIDES,
    **parked.SIDES,
    **orders.SIDES,
    **desks.SIDES,
    **told.SIDES,
    **tills.SIDES,
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
    "means_ring_customer": QT_TRANSLATE_NOOP(
        "Attention", "The goods wait, and the customer may not know. Ring, then say that it is done."
    ),
    "means_transfer_not_sent": QT_TRANSLATE_NOOP(
        "Attention", "They still count as here. Send the transfer now, or count the shelf."
    ),
    **service.MEANINGS,
    "means_company_duplicate": QT_TRANSLATE_NOOP(
        "Attention", "Its quotes, people and credit are spread over two accounts."
    ),
    **shelf.MEANINGS,
    **parked.MEANINGS,
    **orders.MEANINGS,
    **desks.MEANINGS,
    **told.MEANINGS,
    **tills.MEANINGS,
}
