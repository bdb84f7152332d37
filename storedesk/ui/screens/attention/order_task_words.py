"""The words of Attention for what orders of channels leave to decide."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES = {
    "order_not_placed": QT_TRANSLATE_NOOP("Attention", "No place can take this order"),
    "order_line_unknown": QT_TRANSLATE_NOOP("Attention", "An article nobody here knows"),
    "cancelled_when_ready": QT_TRANSLATE_NOOP("Attention", "Cancelled online when it was packed"),
    "cancelled_after_handover": QT_TRANSLATE_NOOP("Attention", "Cancelled online after the goods left"),
}
TODO = {
    "order_not_placed": QT_TRANSLATE_NOOP("Attention", "Find the goods"),
    "order_line_unknown": QT_TRANSLATE_NOOP("Attention", "Find the article"),
    "cancelled_when_ready": QT_TRANSLATE_NOOP("Attention", "Unpack"),
    "cancelled_after_handover": QT_TRANSLATE_NOOP("Attention", "Get back or charge"),
}
ICONS = {
    "order_not_placed": "hourglass", "order_line_unknown": "help", "cancelled_when_ready": "archive",
    "cancelled_after_handover": "arrow-back-up",
}  # fmt: skip
SIDES = {
    "did_order_not_placed": QT_TRANSLATE_NOOP("Attention", "Nothing: {items} of this order wait."),
    "central_order_not_placed": QT_TRANSLATE_NOOP(
        "Attention", "No place has the goods, or may take the order now."
    ),
    "did_order_line_unknown": QT_TRANSLATE_NOOP("Attention", "Nothing: the order came in from a channel."),
    "central_order_line_unknown": QT_TRANSLATE_NOOP("Attention", "An article of it is not in the catalogue."),
    "did_cancelled_when_ready": QT_TRANSLATE_NOOP("Attention", "Packed {items} for this order."),
    "central_cancelled_when_ready": QT_TRANSLATE_NOOP("Attention", "It was cancelled online after that."),
    "did_cancelled_after_handover": QT_TRANSLATE_NOOP("Attention", "Handed the goods over or sent them."),
    "central_cancelled_after_handover": QT_TRANSLATE_NOOP("Attention", "It was cancelled online after that."),
}
MEANINGS = {
    "means_order_not_placed": QT_TRANSLATE_NOOP(
        "Attention", "Nothing is promised yet. It is tried again by itself, until a place can take it."
    ),
    "means_order_line_unknown": QT_TRANSLATE_NOOP(
        "Attention", "The line stays on the order as text, and no place is asked to send it."
    ),
    "means_cancelled_when_ready": QT_TRANSLATE_NOOP(
        "Attention", "The goods are free for others. The customer may still come for them."
    ),
    "means_cancelled_after_handover": QT_TRANSLATE_NOOP(
        "Attention", "The customer has the goods and may get the money back."
    ),
}
CHOICES = {
    "cancelled_when_ready.put_back": (
        QT_TRANSLATE_NOOP("Attention", "Unpacked, back on the shelf"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. Everything stays in the journal."),
    ),
    "order_line_unknown.understood": (
        QT_TRANSLATE_NOOP("Attention", "The article is known now"),
        QT_TRANSLATE_NOOP("Attention", "The next news of the order finds it."),
    ),
}
