"""What a till's article number stands for: a name somebody gave it, a barcode, a SKU. Never a guess."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from storedesk.domain.barcode import normal_barcode
from storedesk.domain.quantity import PIECE, UNITS, Unit, parse_quantity
from storedesk.domain.till_settle import NO_GOODS
from storedesk.storage import till_lines
from storedesk.storage.database_work import Connection

UNKNOWN, AMBIGUOUS, UNFIT = "unknown", "ambiguous", "unfit"
"""Why a line cannot be booked: no article, several, or a quantity that its unit cannot have."""

MOST_STEPS = 10**9
"""More of one article on one line is a mistake, and no sum of such lines overflows a column."""


class Article(NamedTuple):
    """``pack`` is how many units one of it is: a barcode may stand for a carton."""

    variant_id: int
    unit: Unit
    pack: int


class Articles:
    """What the numbers mean at this moment."""

    def __init__(self, connection: Connection, wanted: Iterable[tuple[int, str]]) -> None:
        """``wanted`` are places and codes."""
        asked = set(wanted)
        codes = {code for _, code in asked}
        forms = {code: normal_barcode(code) for code in codes}
        self._named = till_lines.named_articles(connection, {place for place, _ in asked}, codes)
        self._found: dict[str, set[tuple[int, int]]] = {}
        for form, variant_id, pack in till_lines.barcodes_of(connection, {*forms.values(), *codes}):
            self._found.setdefault(form, set()).add((variant_id, max(1, pack)))
        for sku, variant_id in till_lines.skus_of(connection, codes):
            self._found.setdefault(sku, set()).add((variant_id, 1))
        variants = {one for found in self._found.values() for one, _ in found} | set(self._named.values())
        self._units = till_lines.units_of(connection, variants)
        self._forms = forms

    def find(self, place_id: int, code: str) -> Article | str:
        """The article, or ``UNKNOWN`` or ``AMBIGUOUS``."""
        named = self._named.get((place_id, code), self._named.get((0, code)))
        if named == NO_GOODS:
            return Article(NO_GOODS, PIECE, 1)
        if named is not None and named in self._units:
            return self._article(named, 1)
        found = self._found.get(code, set()) | self._found.get(self._forms.get(code, code), set())
        known = {one for one in found if one[0] in self._units}
        if not known:
            return UNKNOWN
        variants: Collection[int] = {variant for variant, _ in known}
        if len(variants) > 1:
            return AMBIGUOUS
        packs = {pack for _, pack in known}
        return self._article(next(iter(variants)), next(iter(packs))) if len(packs) == 1 else AMBIGUOUS

    def _article(self, variant_id: int, pack: int) -> Article:
        return Article(variant_id, UNITS.get(self._units[variant_id], PIECE), pack)


def steps_of(article: Article, quantity: str) -> int | None:
    """The quantity in the unit's smallest steps; None where the unit cannot have it. What is no goods has none."""
    if article.variant_id == NO_GOODS:
        return 0
    try:
        steps = parse_quantity(quantity, article.unit) * article.pack
    except ValueError:
        return None
    return steps if 0 < steps <= MOST_STEPS else None
