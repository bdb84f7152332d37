"""Stock of every article at every location, invented from the seed, never less than is reserved."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.dice import Dice
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import DAMAGED, DISPLAY, SELLABLE

Reserved = Mapping[tuple[int, int], int]
_MINUTE = 60_000
_OPENED_MS = 400 * 86_400_000
_ALVA = {
    "SKO": (1, 3, 2, 2, 0, 0), "GRA": (0, 4, 5, 4, 2, 1), "TEG": (2, 0, 1, 0, 3), "SVA": (2, 5, 8, 7, 4, 2),
}  # fmt: skip
_SIZES = ("XS", "S", "M", "L", "XL", "XXL")
_PROMISED_HERE = {
    f"ALV-2201-{colour}-{size}": count
    for colour, counts in _ALVA.items()
    for size, count in zip(_SIZES, counts, strict=False)
}


def stock_rows(
    seed: int,
    articles: Iterable[Article],
    reserved: Reserved,
    arriving: Reserved,
    moved: Mapping[int, int],
    now: int,
) -> Iterator[Any]:
    """Levels, each followed by the opening movement that explains it; times in UTC milliseconds.

    ``moved`` sums the movements that the warehouse has had since, by variant.
    """
    for article in articles:
        dice = Dice(seed, "stock", article.variant.sku)
        for location in p.LOCATIONS:
            key = (location, article.variant.id)
            level = _level(article, location, reserved.get(key, 0), arriving.get(key, 0), now, dice)
            since = moved.get(article.variant.id, 0) if location == p.JONKOPING else 0
            if level.quantity or level.reserved or level.incoming or since:
                yield from _explained(level, since)
            if location in p.STORES and dice.chance(3):
                bucket = dice.pick((DAMAGED, DISPLAY))
                yield from _explained(
                    StockLevel(location, article.variant.id, bucket, 1, 0, 0, 0, None, "", level.changed_at)
                )


def _level(article: Article, location: int, reserved: int, arriving: int, now: int, dice: Dice) -> StockLevel:
    step = 100 if article.variant.unit == "m" else 1
    drawn, safety = _drawn(article, location, dice)
    if location == p.GOTEBORG and article.variant.sku in _PROMISED_HERE:
        safety = 1 if _PROMISED_HERE[article.variant.sku] else 0
        drawn = _PROMISED_HERE[article.variant.sku] + safety + reserved
    quantity = max(drawn * step, reserved)
    shelf = article.shelf if location == p.GOTEBORG else _shelf(article.shelf, location, dice)
    return StockLevel(
        location,
        article.variant.id,
        SELLABLE,
        quantity,
        reserved,
        safety * step,
        arriving,
        now + 90 * _MINUTE if arriving else None,
        shelf,
        now - (1 + dice.below(40)) * _MINUTE,
    )


def _drawn(article: Article, location: int, dice: Dice) -> tuple[int, int]:
    """Quantity and safety stock before reservations: warehouses hold much, shops a few or nothing."""
    if location == p.JONKOPING:
        return dice.below(20 * article.popularity), 2
    if dice.chance(15 if article.popularity >= 3 else 55):
        return 0, 0
    return 1 + dice.below(3 * article.popularity), int(article.popularity >= 3)


def _shelf(shelf: str, location: int, dice: Dice) -> str:
    letter, _, rest = shelf.partition("-")
    return f"{'ABCDEFGH'[(ord(letter[0]) + location) % 8]}{1 + dice.below(5)}-{rest or '01'}"


def _explained(level: StockLevel, since: int = 0) -> Iterator[Any]:
    """The level, and the movement that opened it before those of ``since``."""
    yield level
    if level.quantity != since:
        movement_id = derived_id(
            "sample opening", str(level.location_id), str(level.variant_id), str(level.bucket)
        )
        yield Movement(
            movement_id,
            level.location_id,
            level.variant_id,
            level.bucket,
            level.quantity - since,
            "opening",
            "",
            0,
            level.changed_at - _OPENED_MS,
        )
