"""The words of Attention for desks of the place: one that is connected and does not send."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES = {"desk_not_sending": QT_TRANSLATE_NOOP("Attention", "A desk does not send")}
TODO = {"desk_not_sending": QT_TRANSLATE_NOOP("Attention", "Look")}
ICONS = {"desk_not_sending": "device-desktop"}
SIDES = {
    "did_desk_not_sending": QT_TRANSLATE_NOOP("Attention", "Kept its work and could not send it."),
    "central_desk_not_sending": QT_TRANSLATE_NOOP(
        "Attention", "Has heard this desk for 15 minutes and got nothing from it."
    ),
}
MEANINGS = {
    "means_desk_not_sending": QT_TRANSLATE_NOOP(
        "Attention",
        "What was done at that desk is safe there, but nobody else sees it. Open Sync at the desk and do what it says.",
    )
}
CHOICES = {
    "desk_not_sending.understood": (
        QT_TRANSLATE_NOOP("Attention", "Somebody is at the desk"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. It comes back if the next change gets stuck too."),
    ),
    "no_longer": (
        QT_TRANSLATE_NOOP("Attention", "Settled by itself"),
        QT_TRANSLATE_NOOP("Attention", "What it asked for is no longer needed."),
    ),
}
