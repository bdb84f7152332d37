"""The chain of the store day: two stores, a warehouse, a customer-service site, and orders with canary people."""

from collections import Counter
from typing import Any, NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.plain_text import fold
from storedesk.domain.records import (
    Address,
    CompanyContact,
    Fulfilment,
    Order,
    Person,
    Place,
    Price,
    Product,
    Setting,
    Staff,
    StagingBin,
    StockLevel,
    Variant,
)
from storedesk.domain.tables import SELLABLE
from storedesk.storage.hub_rows import opening_movement
from tests.actions.quote_shop import quote_rows
from tests.day.canaries import canary
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, NOW, WEEK, fulfilment_id, order_id, pickup, places

SERVICE = 8
KIM = 11
FIRST_NUMBER = 48_201
ARTICLES = tuple(range(101, 113))
AGED = 112
"""The article that may go only to adults."""
BINS = ("H1", "H2", "H4", "H5")
SWAPPED_TO = 113
"""Another size of the first article, at the same price."""
STOCK_AT_OPENING = 400
PIECES = (1, 1, 1, 2, 3)


class Job(NamedTuple):
    """One pickup to be taken to its end by a ``recipe``; ``lines`` maps line numbers to (article, pieces)."""

    number: int
    place: int
    recipe: str
    lines: dict[int, tuple[int, int]]

    @property
    def fulfilment_id(self) -> str:
        return fulfilment_id(self.number)

    @property
    def order_id(self) -> str:
        return order_id(self.number)


RECIPES: tuple[tuple[str, int, int], ...] = (
    # recipe, of 150 at the store that loses its line, of 150 at the other store
    ("plain", 48, 32), ("partial", 7, 5), ("short", 7, 5), ("rejected", 5, 3), ("corrected", 6, 4),
    ("wrong_codes", 5, 3), ("by_name", 3, 3), ("unpaid", 4, 2), ("aged", 2, 1), ("double", 3, 0),
    ("ended", 2, 0),
)  # fmt: skip


def plan(times: int) -> list[Job]:
    """150 pickups, or as many ``times`` that."""
    jobs: list[Job] = []
    for recipe, here, there in RECIPES:
        for place, count in ((GBG, here), (MAL, there)):
            for _ in range(count * times):
                number = FIRST_NUMBER + len(jobs)
                jobs.append(Job(number, place, recipe, _lines(number, recipe)))
    return jobs


def _lines(number: int, recipe: str) -> dict[int, tuple[int, int]]:
    several = recipe in ("partial", "short", "aged") or number % 3 == 0
    first = ARTICLES[number % (len(ARTICLES) - 1)]
    second = AGED if recipe == "aged" else ARTICLES[(number + 4) % (len(ARTICLES) - 1)]
    lines = {1: (first, PIECES[number % len(PIECES)])}
    return lines | {2: (second, PIECES[number // 3 % len(PIECES)])} if several else lines


def shop_rows(jobs: list[Job]) -> list[Any]:
    rows: list[Any] = [*places(), *quote_rows(), *_people_of_companies()]
    rows = [row for row in rows if not (isinstance(row, CompanyContact) and "Qvizz" not in row.name)]
    rows.append(
        Place(
            SERVICE, "KUND", "Kundservice", "customer_service", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK,
            "{}", "", "",
        )
    )  # fmt: skip
    rows.append(Staff(SERVICE, KIM, "Kim N.", "KN", "customer_service", "", "", 0, None, 1))
    rows.append(Setting(0, "pick.item_checks", "off"))
    rows += [StagingBin(place, code, 9) for place in (GBG, MAL) for code in BINS]
    for job in jobs:
        rows += _order(job)
    return rows + list(_articles(jobs))


def _people_of_companies() -> list[Any]:
    return [
        row._replace(name=canary(170 + row.id).name, folded=fold(canary(170 + row.id).name))
        for row in quote_rows()
        if isinstance(row, CompanyContact)
    ]


def _order(job: Job) -> list[Any]:
    rows = pickup(job.number, dict(job.lines.values()), place=job.place)
    person = person_of(job)
    for index, row in enumerate(rows):
        if isinstance(row, Person):
            rows[index] = row._replace(
                name=person.name, folded=fold(person.name), phone=person.phone,
                phone_digits=person.phone_digits, email=person.email,
            )  # fmt: skip
        elif isinstance(row, Fulfilment) and job.recipe == "inbound":
            rows[index] = row._replace(state="inbound")
        elif isinstance(row, Order) and job.recipe == "unpaid":
            rows[index] = row._replace(payment_state="unpaid", due=349_0000, total=349_0000)
    rows.append(
        Address(
            derived_id("address", str(job.number)), str(job.place), job.order_id, "billing", person.name,
            person.street, "411 01", "Göteborg", "SE",
        )
    )  # fmt: skip
    return rows


def person_of(job: Job) -> Any:
    return canary(job.number - FIRST_NUMBER)


def _articles(jobs: list[Job]) -> list[Any]:
    reserved: Counter[tuple[int, int]] = Counter()
    for job in jobs:
        for article, pieces in job.lines.values():
            reserved[job.place, article] += pieces
    rows: list[Any] = []
    priced = {row.variant_id for row in quote_rows() if isinstance(row, Price)}
    own = {row.amount for row in quote_rows() if isinstance(row, Price) and row[:3] == ("base", ALVA, "SEK")}
    rows.append(Price("base", SWAPPED_TO, "SEK", 1, "2026-01-01", own.pop(), 1))
    rows.append(Variant(SWAPPED_TO, ALVA, f"SKU-{SWAPPED_TO}", "Another size", "", "L", "piece", 0))
    for article in ARTICLES:
        limit = 18 if article == AGED else 0
        rows.append(
            Product(article, f"S{article}", f"Article {article}", "Fjäll", "jackets", "standard", limit)
        )
        rows.append(Variant(article, article, f"SKU-{article}", f"Article {article}", "", "", "piece", 0))
        if article not in priced:
            rows.append(Price("base", article, "SEK", 1, "2026-01-01", 399_0000, 1))
    for article in (*ARTICLES, SWAPPED_TO):
        for place in (GBG, MAL, CENTRAL):
            level = StockLevel(
                place, article, SELLABLE, STOCK_AT_OPENING, reserved[place, article], 0, 0, None, "A1-01", NOW
            )
            name = derived_id("opening", str(place), str(article))
            rows += [level, opening_movement(level, name, "opening")]
    return rows
