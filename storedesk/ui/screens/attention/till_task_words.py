"""The words of Attention for tills: one that says nothing, and an article number that nobody knows."""

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

TITLES = {
    "till_silent": QT_TRANSLATE_NOOP("Attention", "The tills are silent"),
    "till_article": QT_TRANSLATE_NOOP("Attention", "A till sold an unknown article"),
}
TODO = {
    "till_silent": QT_TRANSLATE_NOOP("Attention", "Look"),
    "till_article": QT_TRANSLATE_NOOP("Attention", "Name it"),
}
ICONS = {"till_silent": "receipt", "till_article": "barcode"}
SIDES = {
    "did_till_silent": QT_TRANSLATE_NOOP("Attention", "The store is open and its tills send nothing."),
    "central_till_silent": QT_TRANSLATE_NOOP(
        "Attention", "Keeps more back online until the tills are heard of again."
    ),
    "did_till_article": QT_TRANSLATE_NOOP("Attention", "The till sold or took back under this number."),
    "central_till_article": QT_TRANSLATE_NOOP("Attention", "Has kept the lines and booked none of them."),
}
MEANINGS = {
    "means_till_silent": QT_TRANSLATE_NOOP(
        "Attention",
        "What the tills have sold since is not in the figures. Look whether they are on and have a line.",
    ),
    "means_till_article": QT_TRANSLATE_NOOP(
        "Attention",
        "The stock does not know of these sales yet. They are booked by themselves once the number is known.",
    ),
}
WORDS = {
    "till_unknown": QT_TRANSLATE_NOOP("Attention", "no article has this number"),
    "till_ambiguous": QT_TRANSLATE_NOOP("Attention", "several articles have this number"),
    "till_unfit": QT_TRANSLATE_NOOP("Attention", "the article is not sold in such quantities"),
    "till_sale": QT_TRANSLATE_NOOP("Attention", "sold at the till"),
}
CHOICES = {
    "till_silent.understood": (
        QT_TRANSLATE_NOOP("Attention", "Nothing was sold"),
        QT_TRANSLATE_NOOP("Attention", "Closes it. It comes back with the next silence."),
    ),
    "till_article.understood": (
        QT_TRANSLATE_NOOP("Attention", "Leave it"),
        QT_TRANSLATE_NOOP("Attention", "The lines stay kept and can be named later."),
    ),
    "named": (
        QT_TRANSLATE_NOOP("Attention", "Named"),
        QT_TRANSLATE_NOOP("Attention", "The number is known now and its lines are booked."),
    ),
}
