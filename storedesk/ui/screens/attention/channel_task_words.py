"""Words of tasks about channels that did not take what they were told."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES = {"tell_by_hand": QT_TRANSLATE_NOOP("Attention", "A channel did not take it")}
TODO = {"tell_by_hand": QT_TRANSLATE_NOOP("Attention", "Enter by hand")}
ICONS = {"tell_by_hand": "plug-connected-x"}
SIDES = {
    "central_tell_by_hand": QT_TRANSLATE_NOOP(
        "Attention", "The channel said no, or did not answer often enough."
    ),
    "did_tell_by_hand": QT_TRANSLATE_NOOP("Attention", "Nobody did anything wrong."),
}
MEANINGS = {
    "means_tell_by_hand": QT_TRANSLATE_NOOP(
        "Attention",
        "The channel shows the order as it was before. Enter it there by hand, then say that it is done.",
    )
}
