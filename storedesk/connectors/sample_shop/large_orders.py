"""Three hundred thousand invented orders of two lines, the latest of them pickups of the demo's store."""

from collections.abc import Iterator

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.large_articles import FIRST_VARIANT, RESERVED_HERE, price_of
from storedesk.connectors.sample_shop.people import People, person_row
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.pickup_code import pickup_code_hash
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, OrderLine, Person

LINES = 2
PICKUPS = 2_000
_FIRST_NUMBER = 1_000_000
_MINUTE = 60_000
_STEP_MS = 2 * _MINUTE


def _placed_at(number: int, count: int, now: int) -> int:
    return now - (count - number) * _STEP_MS


def order_id(number: int, count: int, now: int) -> str:
    """A UUID of version 7 made of the order's time and number, so that orders load in key order."""
    time = f"{_placed_at(number, count, now):012x}"
    return f"{time[:8]}-{time[8:]}-7{number & 0xFFF:03x}-8{number >> 12 & 0xFFF:03x}-{number:012x}"


def _is_open(number: int, count: int) -> bool:
    return number >= count - RESERVED_HERE


def orders(count: int, variants: int, now: int) -> Iterator[Order]:
    for number in range(count):
        total = sum(price_of(variant) for variant in _variants(number, count, variants))
        placed = _placed_at(number, count, now)
        yield Order(
            order_id(number, count, now),
            str(_FIRST_NUMBER + number),
            1 + number % 5,
            str(number),
            placed,
            "SE",
            "SEK",
            total,
            "open" if _is_open(number, count) else "completed",
            "captured",
            None,
            0,
            0,
            "",
            None,
            placed,
        )


def order_lines(count: int, variants: int, now: int) -> Iterator[OrderLine]:
    for number in range(count):
        own = order_id(number, count, now)
        for line, variant in enumerate(_variants(number, count, variants), 1):
            price = price_of(variant)
            yield OrderLine(
                own,
                line,
                "goods",
                FIRST_VARIANT + variant,
                f"X{variant // 10:05d}",
                "Article",
                "",
                "piece",
                1,
                0,
                0,
                price,
                price,
                25_0000,
            )


def _variants(number: int, count: int, variants: int) -> tuple[int, int]:
    """The first line of an open pickup is the article that is reserved for it."""
    first = number - (count - RESERVED_HERE) if _is_open(number, count) else number * 7919 % variants
    return first, (number * 104_729 + 1) % variants


def fulfilments(count: int, now: int, hours: OpeningHours, key: bytes) -> Iterator[Fulfilment]:
    """The last orders are pickups here: most collected, the newest still to be picked."""
    for number in range(count - PICKUPS, count):
        own, placed = order_id(number, count, now), _placed_at(number, count, now)
        is_open = _is_open(number, count)
        promised = now + (number % 300) * _MINUTE if is_open else placed + 60 * _MINUTE
        fulfilment = fulfilment_id(own)
        yield Fulfilment(
            fulfilment,
            own,
            str(_FIRST_NUMBER + number),
            p.GOTEBORG,
            "pickup",
            "new" if is_open else "collected",
            promised,
            hours.add_days(hours.local_day(promised), 7),
            None,
            "",
            None,
            None if is_open else placed + 40 * _MINUTE,
            None if is_open else placed + 90 * _MINUTE,
            pickup_code_hash(key, fulfilment, "K7P429"),
            0,
            "",
            placed,
        )


def fulfilment_id(order: str) -> str:
    """The order's id with another variant digit."""
    return f"{order[:19]}9{order[20:]}"


def fulfilment_lines(count: int, variants: int, now: int) -> Iterator[FulfilmentLine]:
    for number in range(count - PICKUPS, count):
        done = 0 if _is_open(number, count) else 1
        variant = FIRST_VARIANT + _variants(number, count, variants)[0]
        yield FulfilmentLine(
            fulfilment_id(order_id(number, count, now)), 1, variant, 1, 0, done, 0, "", done, done, 0
        )


def persons(seed: int, count: int, now: int) -> Iterator[Person]:
    """The buyers of the demo store's pickups."""
    people = People(seed + 2)
    for number in range(count - PICKUPS, count):
        yield person_row(people.somebody(), p.GOTEBORG, order_id(number, count, now), "buyer")
