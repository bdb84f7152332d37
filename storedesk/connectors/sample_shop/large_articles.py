"""Two hundred thousand invented articles and their stock at twenty locations, made while they are read."""

from collections.abc import Iterator

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import in_store_code
from storedesk.connectors.sample_shop.outdoor_range import COLOURS
from storedesk.domain.records import Barcode, Place, Price, Product, StockLevel, Variant
from storedesk.domain.tables import SELLABLE

VARIANTS_OF_STYLE = 10
FIRST_PRODUCT, FIRST_VARIANT, FIRST_CODE = 1_000_000, 2_000_000, 100_000_000
MORE_STORES = tuple(range(31, 44))
ALL_LOCATIONS = (*p.LOCATIONS, *MORE_STORES)
RESERVED_HERE = 200
"""The first so many articles are reserved once each in the demo's store."""
_TOWNS = ("Mölndal", "Kungsbacka", "Borås", "Uppsala", "Västerås", "Örebro", "Linköping", "Helsingborg",
          "Norrköping", "Lund", "Umeå", "Gävle", "Bergen")  # fmt: skip
_KINDS = ("Jacka", "Byxa", "Tröja", "Väst", "Mössa", "Handske", "Socka", "Känga", "Sko", "Stövel", "Ryggsäck", "Väska",
          "Tält", "Sovsäck", "Liggunderlag", "Pannlampa", "Termos", "Flaska", "Kök", "Kniv", "Stav", "Kompass", "Karta",
          "Filt", "Regnställ", "Skaljacka", "Fleece", "Underställ", "Keps", "Halsduk")  # fmt: skip
_NAMES = ("Alm", "Ask", "Berg", "Bäck", "Dal", "Dimma", "Ek", "Fjäll", "Fors", "Frost", "Glänta", "Gran", "Hav", "Hed",
          "Is", "Kulle", "Lav", "Ljung", "Lo", "Mark", "Moln", "Mosse", "Norr", "Näs", "Ra", "Sjö", "Skog", "Snö",
          "Sten", "Storm", "Strand", "Sund", "Tall", "Tjärn", "Vidd", "Vind", "Våg", "Ö", "Älv", "Örn")  # fmt: skip
_COLOUR_CODES = tuple(COLOURS)[:8]
_SIZES = ("XS", "S", "M", "L", "XL")
_UNIT = 10_000


def more_places() -> Iterator[Place]:
    """Stores that only the large shop has, with the hours of the demo's store."""
    text = p.hours_of_kind("store", "SE").to_text()
    for number, town in zip(MORE_STORES, _TOWNS, strict=True):
        yield Place(
            number,
            f"S{chr(65 + number - 31)}X",
            town,
            "store",
            p.REGION,
            "SE",
            "SEK",
            text.zone,
            text.weekly,
            text.exceptions,
            f"Exempelgatan 1, {town}",
            "031-390 06 09",
        )


def products(count: int) -> Iterator[Product]:
    for style in range(-(-count // VARIANTS_OF_STYLE)):
        kind, name = _KINDS[style % len(_KINDS)], _NAMES[style // len(_KINDS) % len(_NAMES)]
        line = style // (len(_KINDS) * len(_NAMES))
        yield Product(
            FIRST_PRODUCT + style,
            f"X{style:05d}",
            f"{kind} {name} {line + 1}",
            "Storlager",
            kind,
            "standard",
            0,
        )


def variants(count: int) -> Iterator[Variant]:
    for number in range(count):
        style, place = divmod(number, VARIANTS_OF_STYLE)
        colour, size = _COLOUR_CODES[(style + place // 5) % 8], _SIZES[place % 5]
        yield Variant(
            FIRST_VARIANT + number,
            FIRST_PRODUCT + style,
            f"X{style:05d}-{colour}-{size}",
            f"{COLOURS[colour]} · {size}",
            COLOURS[colour],
            size,
            "piece",
            200 + style % 900,
        )


def barcodes(count: int) -> Iterator[Barcode]:
    for number in range(count):
        yield Barcode(in_store_code(FIRST_CODE + number), FIRST_VARIANT + number, 1)


def price_of(number: int) -> int:
    """The price of an article in kronor of 1/10,000."""
    return (49 + number // VARIANTS_OF_STYLE * 7 % 2900) * _UNIT


def prices(count: int) -> Iterator[Price]:
    for number in range(count):
        yield Price("base", FIRST_VARIANT + number, "SEK", 1, "2026-01-01", price_of(number), 1)


def stock_levels(seed: int, count: int, now: int) -> Iterator[StockLevel]:
    """A level for every article at every location, in key order; without movements."""
    for location in sorted(ALL_LOCATIONS):
        here = location == p.GOTEBORG
        letter = "ABCDEFGH"[location % 8]
        for number in range(count):
            mixed = (number * 2_654_435_761 ^ location * 40_503 ^ seed * 97) >> 5
            reserved = int(here and number < RESERVED_HERE)
            yield StockLevel(
                location,
                FIRST_VARIANT + number,
                SELLABLE,
                max(mixed % 13, reserved),
                reserved,
                mixed >> 4 & 1,
                0,
                None,
                f"{letter}{1 + number % 9}-{number // 9 % 99 + 1:02d}",
                now - (mixed & 0x3FFFFF),
            )
