"""Why this store, as plain sentences for a terminal."""

from storedesk.protocol.wire import OrderWhy, WhyPlace

WHY: dict[str, str] = {
    "switched_off": "switched off",
    "tried": "had it before and gave it back",
    "wrong_place": "not asked by this rule",
    "no_position": "the way is not known, limit {against} km",
    "too_far": "{figure} km, limit {against} km",
    "closed": "closed",
    "full": "daily limit reached, {figure} of {against}",
    "too_little": "{article}: {figure} to promise, {against} wanted",
    "not_needed": "could do it, not needed",
    "nearest": "nearest that can do it all",
    "shares": "does a part",
    "no_rule": "no rule takes this order",
}


def why_lines(found: OrderWhy) -> list[str]:
    """A sentence, then one line for each place."""
    chosen = [place.name for place in found.places if place.outcome == "chosen"]
    if chosen:
        what, by = f"order {found.number}", f"rule {found.rule_number}, {found.rule}"
        verb = "takes" if len(chosen) == 1 else "take"
        head = f"{' and '.join(chosen)} {verb} {what}: {by}."
        bring = [name for name in chosen if name != found.brought_to]
        if found.brought_to:
            verb = "brings" if len(bring) == 1 else "bring"
            what = what if bring == chosen else f"what is missing of {what}"
            head = f"{' and '.join(bring)} {verb} {what} to {found.brought_to}: {by}."
    else:
        head = f"No place can take order {found.number} now; it waits."
    waits = [
        f"{article.waits} of {article.wanted} {article.name} wait: no place has them now."
        for article in found.articles
        if article.waits
    ]
    return [head, *waits, *(_line(found, place) for place in found.places)]


def _line(found: OrderWhy, place: WhyPlace) -> str:
    way = "–" if place.km is None else f"{place.km} km"
    stock = ", ".join(
        f"{have} of {article.wanted} {article.name}"
        for article, have in zip(found.articles, place.stock, strict=True)
    )
    has = " (has it)" if place.has_it else ""
    return f"{place.outcome:<7} {place.name}{has}: {reason(found, place)}; {way}; {stock}"


def reason(found: OrderWhy, place: WhyPlace) -> str:
    names = {article.variant_id: article.name for article in found.articles}
    return WHY.get(place.why, place.why).format(
        figure=place.figure, against=place.against, article=names.get(place.article, "")
    )
