"""Where the sample shop works: stores, warehouse, customer service, their channels, bins and tax rates."""

from collections.abc import Iterator
from typing import NamedTuple

from storedesk.connectors.sample_shop.holidays import exceptions_of
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.opening_hours_text import Weekly
from storedesk.domain.place_of_work import CUSTOMER_SERVICE, STORE, WAREHOUSE
from storedesk.domain.records import Channel, Place, StagingBin, TaxRateRow

GOTEBORG, STOCKHOLM, MALMO, OSLO, KOBENHAVN, HELSINKI, JONKOPING, SERVICE = 1, 2, 3, 4, 5, 6, 10, 20
REGION = "nordic"


class _Site(NamedTuple):
    id: int
    code: str
    name: str
    kind: str
    country: str
    currency: str
    zone: str
    address: str
    phone: str
    latitude: int
    longitude: int


_STOCKHOLM_ZONE = "Europe/Stockholm"
_SITES = (
    _Site(GOTEBORG, "GBG", "Göteborg Centrum", STORE, "SE", "SEK", _STOCKHOLM_ZONE,
          "Exempelgatan 12, 411 00 Göteborg", "031-390 06 01", 57_705_000, 11_969_000),
    _Site(STOCKHOLM, "STO", "Stockholm", STORE, "SE", "SEK", _STOCKHOLM_ZONE,
          "Exempelgatan 40, 111 00 Stockholm", "031-390 06 02", 59_332_000, 18_064_000),
    _Site(MALMO, "MAL", "Malmö", STORE, "SE", "SEK", _STOCKHOLM_ZONE,
          "Exempelgatan 7, 211 00 Malmö", "031-390 06 03", 55_605_000, 13_001_000),
    _Site(OSLO, "OSL", "Oslo", STORE, "NO", "NOK", "Europe/Oslo",
          "Eksempelgata 3, 0150 Oslo", "031-390 06 04", 59_913_000, 10_747_000),
    _Site(KOBENHAVN, "CPH", "København", STORE, "DK", "DKK", "Europe/Copenhagen",
          "Eksempelgade 21, 1100 København", "031-390 06 05", 55_679_000, 12_579_000),
    _Site(HELSINKI, "HEL", "Helsinki", STORE, "FI", "EUR", "Europe/Helsinki",
          "Esimerkkikatu 9, 00100 Helsinki", "031-390 06 06", 60_169_000, 24_944_000),
    _Site(JONKOPING, "JKP", "Central warehouse", WAREHOUSE, "SE", "SEK", _STOCKHOLM_ZONE,
          "Exempelvägen 100, 553 00 Jönköping", "031-390 06 07", 57_782_000, 14_161_000),
    _Site(SERVICE, "KSV", "Customer service", CUSTOMER_SERVICE, "SE", "SEK", _STOCKHOLM_ZONE,
          "Exempelgatan 12, 411 00 Göteborg", "031-390 06 08", 57_705_000, 11_969_000),
)  # fmt: skip
STORES = (GOTEBORG, STOCKHOLM, MALMO, OSLO, KOBENHAVN, HELSINKI)
LOCATIONS = (*STORES, JONKOPING)

CHANNELS = (
    Channel(1, "shopify_se", "Shopify", "web_shop", 2),
    Channel(2, "magento_no", "Magento", "web_shop", 6),
    Channel(3, "shopware_de", "Shopware", "web_shop", 2),
    Channel(4, "norce_b2b", "Norce B2B", "b2b_portal", 0),
    Channel(5, "marketplace", "Marketplace", "marketplace", 4),
)
ONLINE_RETAIL_CHANNEL = 6

_RATES = (
    ("SE", "standard", (("1990-07-01", 25_0000),)),
    ("SE", "food", (("1996-01-01", 12_0000), ("2026-04-01", 6_0000), ("2028-01-01", 12_0000))),
    ("NO", "standard", (("2005-01-01", 25_0000),)),
    ("NO", "food", (("2012-01-01", 15_0000),)),
    ("DK", "standard", (("1992-01-01", 25_0000),)),
    ("DK", "food", (("1992-01-01", 25_0000),)),
    ("FI", "standard", (("2013-01-01", 24_0000), ("2024-09-01", 25_5000))),
    ("FI", "food", (("2013-01-01", 14_0000), ("2026-01-01", 13_5000))),
    ("DE", "standard", (("2007-01-01", 19_0000), ("2020-07-01", 16_0000), ("2021-01-01", 19_0000))),
    ("DE", "food", (("2007-01-01", 7_0000), ("2020-07-01", 5_0000), ("2021-01-01", 7_0000))),
    ("GB", "standard", (("2010-01-01", 17_5000), ("2011-01-04", 20_0000))),
    ("GB", "food", (("2010-01-01", 0),)),
)


def hours_of_kind(kind: str, country: str) -> OpeningHours:
    """Weekly hours with the country's holidays, in the country's zone."""
    zones = {"NO": "Europe/Oslo", "DK": "Europe/Copenhagen", "FI": "Europe/Helsinki"}
    sunday_open = kind == STORE and country != "NO"
    weekday = ((10 * 60, 20 * 60),) if kind == STORE else ((7 * 60, 19 * 60),)
    saturday = ((10 * 60, 18 * 60),) if kind == STORE else ((9 * 60, 15 * 60),)
    sunday = ((11 * 60, 17 * 60),) if sunday_open else ()
    weekly: Weekly = (weekday, weekday, weekday, weekday, weekday, saturday, sunday)
    return OpeningHours(zones.get(country, _STOCKHOLM_ZONE), weekly, exceptions_of(country))


def places() -> Iterator[Place]:
    for site in _SITES:
        text = hours_of_kind(site.kind, site.country).to_text()
        yield Place(
            site.id,
            site.code,
            site.name,
            site.kind,
            REGION,
            site.country,
            site.currency,
            text.zone,
            text.weekly,
            text.exceptions,
            site.address,
            site.phone,
            site.latitude,
            site.longitude,
        )


def bins() -> Iterator[StagingBin]:
    """Shelf bins G and H, floor bins K for large goods; the demo's store has more of them."""
    for store in STORES:
        for letter, count, capacity in (("G", 8, 4), ("H", 12, 4), ("K", 4 if store == GOTEBORG else 2, 8)):
            for number in range(1, count + 1):
                yield StagingBin(store, f"{letter}{number}", capacity)


def tax_rates() -> Iterator[TaxRateRow]:
    for country, category, steps in _RATES:
        for valid_from, rate in steps:
            yield TaxRateRow(country, category, valid_from, rate)
