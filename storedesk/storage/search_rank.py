"""The order of what a search found: products by how well their names fit, then their articles in turn."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from storedesk.domain.records import Product, Variant
from storedesk.storage.search_words import SHORTEST_INSIDE, may_be_guessed, one_apart, words_of

WHOLE, BEGUN, INSIDE, GUESSED, ELSEWHERE = range(5)
"""How a typed word is in a text, the best first."""


class Fit(NamedTuple):
    """Compared as it stands, the best first: words that are not in the text, how the others are, what else is there."""

    missing: int
    worst: int
    total: int
    out_of_order: int
    extra: int


def fit_of(typed: Sequence[str], texts: Sequence[str]) -> Fit:
    """How well the typed words fit the first of the texts, then the others."""
    name = words_of(texts[0])
    more = [word for text in texts[1:] for word in words_of(text)]
    fits, places = [], []
    for word in typed:
        best, place = min(((_fit(word, other), at) for at, other in enumerate(name)), default=(ELSEWHERE, 0))
        if best > WHOLE and more:
            best = min(best, *(_fit(word, other) for other in more))
        fits.append(best)
        places.append(place)
    missing = fits.count(ELSEWHERE)
    there = [fit for fit in fits if fit < ELSEWHERE]
    return Fit(
        missing,
        max(there, default=0),
        sum(there),
        int(places != sorted(places)),
        max(0, len(name) - len(typed)),
    )


_NOTHING_WANTED = Fit(0, 0, 0, 0, 0)


def _fit(typed: str, word: str) -> int:
    if word.startswith(typed):
        return WHOLE if len(word) == len(typed) else BEGUN
    if len(typed) >= SHORTEST_INSIDE and typed in word:
        return INSIDE
    return GUESSED if may_be_guessed(typed) and one_apart(typed, word) else ELSEWHERE


def best_products(typed: Sequence[str], products: Iterable[Product], limit: int) -> list[Product]:
    """Products in order of their fit; equals by their number, so that the order is the same each time."""
    return sorted(products, key=lambda product: (_product_fit(typed, product), product.id))[:limit]


def _product_fit(typed: Sequence[str], product: Product) -> Fit:
    return fit_of(typed, _texts_of(product))


def _texts_of(product: Product) -> tuple[str, str, str, str]:
    return product.name, product.brand, product.style, product.category


def in_turn(
    typed: Sequence[str], products: Sequence[Product], variants: Iterable[Variant]
) -> Iterator[tuple[Variant, Product]]:
    """The best article of each product, then the second best of each, and so on.

    Of a product's articles only those stay that have most of the words which are not the product's; the better
    they fit colour, size and SKU, the earlier they come.
    """
    by_id = {product.id: product for product in products}
    words = {product.id: words_of(" ".join(_texts_of(product))) for product in products}
    ranked: dict[int, list[tuple[int, Fit, int, Variant]]] = {product.id: [] for product in products}
    left = {
        product_id: [word for word in typed if not any(_fit(word, other) < ELSEWHERE for other in own)]
        for product_id, own in words.items()
    }
    for variant in variants:
        texts = (f"{variant.colour} {variant.size}", variant.sku, variant.name)
        wanted = left[variant.product_id]
        fit = fit_of(wanted, texts) if wanted else _NOTHING_WANTED
        ranked[variant.product_id].append((fit.missing, fit, variant.id, variant))
    ordered = []
    for product_id, entries in ranked.items():
        entries.sort()
        ordered.append([(entry[3], by_id[product_id]) for entry in entries if entry[0] == entries[0][0]])
    for row in zip_longest(*ordered):
        yield from (entry for entry in row if entry is not None)
