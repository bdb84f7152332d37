"""A shop small enough to read: two stores, a few articles, pickups ready to be worked on."""

from storedesk.domain.ids import derived_id
from storedesk.domain.records import (
    Channel,
    Fulfilment,
    FulfilmentLine,
    Order,
    OrderLine,
    Person,
    Place,
    Product,
    Staff,
    StagingBin,
    StockLevel,
    Variant,
)
from storedesk.domain.tables import SELLABLE

NOW = 1_795_439_100_000
GBG, MAL, CENTRAL = 1, 2, 9
ELIN, OSKAR, MAJA = 1, 2, 3
ALVA, RASK, TERMOS = 101, 102, 103
WEEK = "[" + ",".join(['[["10:00","19:00"]]'] * 7) + "]"


def places() -> list[object]:
    rows: list[object] = [
        Place(number, code, name, kind, "nordic", "SE", "SEK", "Europe/Stockholm", WEEK, "{}", "", "")
        for number, code, name, kind in (
            (GBG, "GBG", "Göteborg Centrum", "store"),
            (MAL, "MAL", "Malmö", "store"),
            (CENTRAL, "CWH", "Central warehouse", "warehouse"),
        )
    ]
    rows += [StagingBin(GBG, code, 3) for code in ("H1", "H2", "H4")]
    rows.append(Channel(1, "web", "Shopify", "web_shop", 0))
    for place in (GBG, MAL):
        rows += [
            Staff(place, ELIN, "Elin L.", "EL", "sales_associate", "", "", 0, None, 1),
            Staff(place, OSKAR, "Oskar S.", "OS", "sales_associate", "", "", 0, None, 2),
            Staff(place, MAJA, "Maja A.", "MA", "store_manager", "", "", 0, None, 3),
        ]
    return rows


def articles(quantity: int = 50) -> list[object]:
    rows: list[object] = []
    for variant, name in ((ALVA, "Skaljacka Alva"), (RASK, "Vandringskänga Rask"), (TERMOS, "Termos Sten")):
        rows.append(Product(variant, f"S{variant}", name, "", "", "standard", 0))
        rows.append(Variant(variant, variant, f"SKU-{variant}", name, "", "", "piece", 0))
        for place in (GBG, MAL, CENTRAL):
            rows.append(StockLevel(place, variant, SELLABLE, quantity, 0, 0, 0, None, "A1-01", NOW))
    return rows


def order_id(number: int) -> str:
    return derived_id("order", str(number))


def fulfilment_id(number: int) -> str:
    return derived_id("fulfilment", str(number))


def pickup(
    number: int,
    lines: dict[int, int],
    *,
    place: int = GBG,
    payment: str = "captured",
    name: str = "Maria Nilsson",
    customer: str = "",
) -> list[object]:
    """A new order with one pickup fulfilment; ``lines`` maps variants to quantities."""
    order, fulfilment, text = order_id(number), fulfilment_id(number), str(number)
    rows: list[object] = [
        Order(
            order,
            text,
            1,
            text,
            NOW,
            "SE",
            "SEK",
            0,
            "open",
            payment,
            None,
            0,
            0,
            customer or f"c{number}",
            None,
            NOW,
        ),
        Fulfilment(
            fulfilment,
            order,
            text,
            place,
            "pickup",
            "new",
            NOW + 3_600_000,
            "2026-11-30",
            None,
            "",
            None,
            None,
            None,
            "",
            0,
            "",
            NOW,
        ),
        Person(
            derived_id("person", text),
            str(place),
            order,
            "buyer",
            customer or f"c{number}",
            name,
            name.lower(),
            "",
            "",
            "",
            "sv",
        ),
    ]
    for number_of_line, (variant, quantity) in enumerate(lines.items(), 1):
        rows.append(
            OrderLine(
                order,
                number_of_line,
                "goods",
                variant,
                f"SKU-{variant}",
                "Article",
                "",
                "piece",
                quantity,
                0,
                0,
                0,
                0,
                250_000,
            )
        )
        rows.append(FulfilmentLine(fulfilment, number_of_line, variant, quantity, 0, 0, 0, "", 0, 0, 0))
    return rows


def small_shop(pickups: int = 6) -> list[object]:
    rows = places() + articles()
    for number in range(48201, 48201 + pickups):
        rows += pickup(number, {ALVA: 1, RASK: 2} if number % 2 else {TERMOS: 1})
    return rows
