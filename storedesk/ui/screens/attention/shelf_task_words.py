"""The words of Attention for pickups beside picking: late, put back, arriving, another collector."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES = {
    "not_collected": QT_TRANSLATE_NOOP("Attention", "Not collected in time"),
    "restock": QT_TRANSLATE_NOOP("Attention", "Put goods back on the shelf"),
    "restock_unexpected": QT_TRANSLATE_NOOP("Attention", "Put back more than expected"),
    "inbound_unexpected": QT_TRANSLATE_NOOP("Attention", "Goods nobody here waits for"),
    "inbound_differs": QT_TRANSLATE_NOOP("Attention", "Less arrived than expected"),
    "collector_refused": QT_TRANSLATE_NOOP("Attention", "Collector changed elsewhere"),
    "brought_too_much": QT_TRANSLATE_NOOP("Attention", "More came than the customer waits for"),
    "sent_for_nobody": QT_TRANSLATE_NOOP("Attention", "Sent, but no longer wanted"),
}
TODO = {
    "not_collected": QT_TRANSLATE_NOOP("Attention", "Call"),
    "restock": QT_TRANSLATE_NOOP("Attention", "Put back"),
    "restock_unexpected": QT_TRANSLATE_NOOP("Attention", "Count"),
    "inbound_differs": QT_TRANSLATE_NOOP("Attention", "Ask"),
    "collector_refused": QT_TRANSLATE_NOOP("Attention", "Ask"),
    "brought_too_much": QT_TRANSLATE_NOOP("Attention", "Put back"),
    "sent_for_nobody": QT_TRANSLATE_NOOP("Attention", "Ask"),
}
ICONS = {
    "not_collected": "archive", "restock": "arrow-back-up", "restock_unexpected": "arrow-back-up",
    "inbound_unexpected": "truck-delivery", "inbound_differs": "truck-delivery", "collector_refused": "user-plus",
    "brought_too_much": "truck-delivery", "sent_for_nobody": "truck",
}  # fmt: skip
SIDES = {
    "did_not_collected": QT_TRANSLATE_NOOP("Attention", "Kept the goods on the pickup shelf."),
    "central_not_collected": QT_TRANSLATE_NOOP(
        "Attention", "The last day has closed. The goods are still here."
    ),
    "did_restock": QT_TRANSLATE_NOOP("Attention", "{items} stand on the pickup shelf."),
    "did_ReleaseNotCollected": QT_TRANSLATE_NOOP("Attention", "Let go of {items}."),
    "did_MovePickupToStore": QT_TRANSLATE_NOOP("Attention", "Asked to move it to another store."),
    "central_restock": QT_TRANSLATE_NOOP("Attention", "Nobody collects them here any more."),
    "did_RestockReturned": QT_TRANSLATE_NOOP("Attention", "Put {items} back on the shelf."),
    "did_restock_unexpected": QT_TRANSLATE_NOOP("Attention", "Put {items} back on the shelf."),
    "central_restock_unexpected": QT_TRANSLATE_NOOP("Attention", "Nothing of it was left to put back."),
    "did_ReceiveInbound": QT_TRANSLATE_NOOP("Attention", "Received the goods."),
    "did_inbound_unexpected": QT_TRANSLATE_NOOP("Attention", "Received the goods."),
    "central_inbound_unexpected": QT_TRANSLATE_NOOP("Attention", "No pickup of this store waits for them."),
    "did_inbound_differs": QT_TRANSLATE_NOOP("Attention", "Received the goods."),
    "central_inbound_differs": QT_TRANSLATE_NOOP("Attention", "Part of what was sent is missing."),
    "did_brought_too_much": QT_TRANSLATE_NOOP("Attention", "Received the goods."),
    "central_brought_too_much": QT_TRANSLATE_NOOP(
        "Attention", "The order wants fewer of them by now, or none."
    ),
    "did_sent_for_nobody": QT_TRANSLATE_NOOP("Attention", "Sent the goods to the other place."),
    "central_sent_for_nobody": QT_TRANSLATE_NOOP(
        "Attention", "They had been refused or called off before that was heard of."
    ),
    "did_ChangeCollector": QT_TRANSLATE_NOOP("Attention", "Asked that {name} may collect."),
    "did_collector_refused": QT_TRANSLATE_NOOP("Attention", "Asked for another collector."),
    "central_collector_refused": QT_TRANSLATE_NOOP("Attention", "{name} had been named before."),
}
MEANINGS = {
    "means_not_collected": QT_TRANSLATE_NOOP(
        "Attention", "Reach the customer, keep it longer or let it go, in Pickups under Not collected."
    ),
    "means_restock": QT_TRANSLATE_NOOP(
        "Attention", "The goods can be sold again once they are scanned back to their shelf."
    ),
    "means_restock_unexpected": QT_TRANSLATE_NOOP(
        "Attention", "Nothing was moved. Count the shelf if the figure looks wrong."
    ),
    "means_inbound_unexpected": QT_TRANSLATE_NOOP(
        "Attention", "Nothing was moved. Keep the goods apart and ask where they belong."
    ),
    "means_inbound_differs": QT_TRANSLATE_NOOP(
        "Attention", "What came is on hand. The customer has to hear about the rest."
    ),
    "means_brought_too_much": QT_TRANSLATE_NOOP(
        "Attention", "They are on hand and promised to nobody. Put them on their shelf."
    ),
    "means_sent_for_nobody": QT_TRANSLATE_NOOP(
        "Attention", "Nobody waits for them. The other place keeps them on its shelf, or sends them back."
    ),
    "means_collector_refused": QT_TRANSLATE_NOOP(
        "Attention", "The first change counts. Ask the customer which name is right."
    ),
}
