"""Why this store in words: what each place could do, and the one figure that failed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from storedesk.domain.money_text import format_number
from storedesk.domain.quantity import PIECE, UNITS, format_bare_quantity
from storedesk.protocol.wire import OrderWhy, WhyPlace
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

MOST_ARTICLES = 2
"""So many articles of an order have a column of their own."""
OLD_MS = 60 * 60_000
"""Figures older than that are said to be old."""
OUTCOMES = {
    "chosen": (QT_TRANSLATE_NOOP("WhySheet", "Chosen"), Tone.OK, "check"),
    "next": (QT_TRANSLATE_NOOP("WhySheet", "Next"), Tone.INFO, ""),
    "no": (QT_TRANSLATE_NOOP("WhySheet", "No"), Tone.NEUTRAL, ""),
}
_WHY = {
    "switched_off": QT_TRANSLATE_NOOP("WhySheet", "takes no new orders now"),
    "tried": QT_TRANSLATE_NOOP("WhySheet", "had it and gave it back"),
    "wrong_place": QT_TRANSLATE_NOOP("WhySheet", "not asked by this rule"),
    "no_position": QT_TRANSLATE_NOOP("WhySheet", "the way is not known"),
    "too_far": QT_TRANSLATE_NOOP("WhySheet", "over {against} km"),
    "closed": QT_TRANSLATE_NOOP("WhySheet", "closed"),
    "full": QT_TRANSLATE_NOOP("WhySheet", "daily limit reached, {figure} of {against}"),
    "too_little": QT_TRANSLATE_NOOP("WhySheet", "{article}: {figure} to promise, {against} wanted"),
    "not_needed": QT_TRANSLATE_NOOP("WhySheet", "could do it, not needed"),
    "nearest": QT_TRANSLATE_NOOP("WhySheet", "the first that can do it all"),
    "shares": QT_TRANSLATE_NOOP("WhySheet", "does a part"),
    "no_rule": QT_TRANSLATE_NOOP("WhySheet", "no rule takes this order"),
}
_WITHOUT_ARTICLE = QT_TRANSLATE_NOOP("WhySheet", "too little: {figure} to promise, {against} wanted")


def translated(text: str) -> str:
    """A text of this module in the language of the desk."""
    return QCoreApplication.translate("WhySheet", text)


def number_text(count: int) -> str:
    """With spaces between thousands."""
    return format_number(count, 0, 0)


def amount_text(quantity: int, unit: str) -> str:
    """A quantity in smallest steps; pieces with spaces between thousands, others with their unit's decimals."""
    known = UNITS.get(unit, PIECE)
    return number_text(quantity) if known == PIECE else format_bare_quantity(quantity, known)


def way_text(place: WhyPlace) -> str:
    if place.km is None:
        return "–"
    return translated(QT_TRANSLATE_NOOP("WhySheet", "{n} km")).format(n=number_text(place.km))


def parcels_text(place: WhyPlace) -> str:
    if place.most_parcels is None:
        return number_text(place.parcels)
    words = translated(QT_TRANSLATE_NOOP("WhySheet", "{n} of {most}"))
    return words.format(n=number_text(place.parcels), most=number_text(place.most_parcels))


def article_titles(why: OrderWhy) -> tuple[str, ...]:
    """A column for each of the first two articles, and one for all others."""
    more = len(why.articles) - MOST_ARTICLES
    names = tuple(one.name for one in why.articles[:MOST_ARTICLES])
    if more <= 0:
        return names
    return (*names, translated(QT_TRANSLATE_NOOP("WhySheet", "and {n} more")).format(n=more))


def article_texts(why: OrderWhy, place: WhyPlace) -> tuple[str, ...]:
    """What the place could promise; of the others, how many are there in full."""
    both = list(zip(why.articles, place.stock, strict=True))
    shown = tuple(amount_text(have, article.unit) for article, have in both[:MOST_ARTICLES])
    pairs = both[MOST_ARTICLES:]
    if not pairs:
        return shown
    there = sum(have >= article.wanted for article, have in pairs)
    words = translated(QT_TRANSLATE_NOOP("WhySheet", "{n} of {most}"))
    return (*shown, words.format(n=there, most=len(pairs)))


def failing_article(why: OrderWhy, place: WhyPlace) -> int | None:
    """Which article's column is the one that failed."""
    if place.why != "too_little":
        return None
    numbers = [one.variant_id for one in why.articles]
    found = numbers.index(place.article) if place.article in numbers else 0
    return min(found, MOST_ARTICLES)


def as_of_text(why: OrderWhy, place: WhyPlace, clock: Callable[[int], str]) -> str:
    """When the place's tills were last heard of; ``clock`` writes a UTC ms."""
    return clock(place.as_of) if place.as_of else "–"


def is_old(why: OrderWhy, place: WhyPlace) -> bool:
    return bool(place.as_of) and why.now - place.as_of > OLD_MS


def place_name(place: WhyPlace) -> str:
    if not place.has_it:
        return place.name
    return translated(QT_TRANSLATE_NOOP("WhySheet", "{place} (has it)")).format(place=place.name)


def reason_text(why: OrderWhy, place: WhyPlace) -> str:
    """The reason, and how old the figures are where they are old."""
    article = next((one for one in why.articles if one.variant_id == place.article), None)
    words = translated(_WHY[place.why]) if place.why in _WHY else place.why
    if place.why == "too_little" and not (article and article.name):
        words = translated(_WITHOUT_ARTICLE)
    counts = place.why == "too_little" and article is not None
    figures = [
        amount_text(one, article.unit) if counts and article is not None else number_text(one)
        for one in (place.figure, place.against)
    ]
    said = words.format(
        figure=figures[0], against=figures[1], article="" if article is None else article.name
    )
    if not is_old(why, place):
        return said
    hours, minutes = divmod((why.now - place.as_of) // 60_000, 60)
    old = translated(QT_TRANSLATE_NOOP("WhySheet", "figures {h} h {min} min old")).format(
        h=number_text(hours), min=minutes
    )
    return f"{said}, {old}"


def sentence(why: OrderWhy) -> str:
    """What the rules say, before the table."""
    chosen = [place.name for place in why.places if place.outcome == "chosen"]
    if not chosen:
        return translated(
            QT_TRANSLATE_NOOP(
                "WhySheet", "No place can take this order now. It waits, and is tried again by itself."
            )
        )
    if why.brought_to:
        bring = [name for name in chosen if name != why.brought_to]
        if bring == chosen:
            words = QT_TRANSLATE_NOOP(
                "WhySheet", "{place} brings the goods to {there}, where the customer collects."
            )
        else:
            words = QT_TRANSLATE_NOOP(
                "WhySheet", "{place} brings what {there} lacks; the customer collects there."
            )
        return translated(words).format(place=", ".join(bring), there=why.brought_to)
    if why.delivery == "collected":
        words = QT_TRANSLATE_NOOP(
            "WhySheet", "{places}: the customer collects there, and the goods are there."
        )
    else:
        words = QT_TRANSLATE_NOOP("WhySheet", "{places}: the first that the rules find with the goods.")
    return translated(words).format(places=", ".join(chosen))


def rule_text(why: OrderWhy) -> str:
    """The rule, what the order wants, and what no place has now."""
    wanted = [f"{amount_text(one.wanted, one.unit)} × {one.name}" for one in why.articles[:MOST_ARTICLES]]
    goods = " · ".join((*wanted, *article_titles(why)[MOST_ARTICLES:]))
    waits = [
        translated(QT_TRANSLATE_NOOP("WhySheet", "{quantity} of {article}: no place has it now")).format(
            quantity=amount_text(one.waits, one.unit), article=one.name
        )
        for one in why.articles
        if one.waits
    ]
    if why.rule_number:
        rule = translated(QT_TRANSLATE_NOOP("WhySheet", "Rule {number}: {name}"))
        said = rule.format(number=why.rule_number, name=why.rule)
        goods = f"{said} → {goods}" if goods else said
    return " · ".join(part for part in (goods, *waits) if part)
