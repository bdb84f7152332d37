"""The words of Attention for an action that central could not decide."""

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

TITLES = {"parked_action": QT_TRANSLATE_NOOP("Attention", "Central could not decide")}
TODO = {"parked_action": QT_TRANSLATE_NOOP("Attention", "Try again")}
ICONS = {"parked_action": "hourglass"}
SIDES = {
    "did_parked_action": QT_TRANSLATE_NOOP("Attention", "Did what stands below."),
    "central_parked_action": QT_TRANSLATE_NOOP(
        "Attention", "It could not decide this. It keeps it, and all else goes on."
    ),
}
MEANINGS = {
    "means_parked_action": QT_TRANSLATE_NOOP(
        "Attention", "What was done counts at this desk only. Other desks and channels do not know of it yet."
    )
}
CHOICES = {
    "try_again": (
        QT_TRANSLATE_NOOP("Attention", "Try it again"),
        QT_TRANSLATE_NOOP("Attention", "Central decides it anew, as it came. It takes effect once."),
    ),
    "give_up": (
        QT_TRANSLATE_NOOP("Attention", "Do not try it any more"),
        QT_TRANSLATE_NOOP("Attention", "It counts as refused and is taken back at its desk. Managers only."),
    ),
}
