"""Stock and arrivals of an ERP system: counts where it is master of the place's stock, else only compared."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storedesk.connectors.erp_rows import QUANTITY_PLACES, ErpStock, stock_of
from storedesk.connectors.feed_table import FeedRow
from storedesk.connectors.values import Unreadable
from storedesk.domain.master import ON_HAND
from storedesk.domain.quantity import Unit
from storedesk.domain.tables import SELLABLE
from storedesk.hub.erp.erp_intake import Came, ErpWork
from storedesk.hub.tills.articles import Articles
from storedesk.storage import erp_reads, outside_stock
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.outside_stock import Counted
from storedesk.storage.rows import Rows

REASON = "erp_count"
_ANY_PLACE = 0
MOST_STEPS = 10**12


class _Said(NamedTuple):
    place_id: int
    code: str
    variant_id: int
    sku: str
    steps: int
    at: int | None


def take_stock(work: ErpWork, rows: Sequence[FeedRow]) -> Came:
    """Rows of one article at one place must come in one part: they are added up."""
    came = Came(work)
    counts: dict[tuple[int, int], Counted] = {}
    compared: list[_Said] = []
    for said in _understood(work, rows, came):
        if not came.may(ON_HAND, said.code):
            compared.append(said)
            continue
        key = (said.place_id, said.variant_id)
        before = counts.get(key)
        at = min(work.now, work.made_at if said.at is None else said.at)
        steps = said.steps + (before.quantity if before else 0)
        counts[key] = Counted(*key, SELLABLE, steps, at if before is None else min(at, before.at))
    one_at_a_time(work.connection)
    written, older = outside_stock.counted(work.connection, counts.values(), REASON, work.key)
    for number, row in enumerate(written):
        came.rows["stock", number] = row
    came.counts |= {"counts": len(counts), "older than a count here": older}
    _compare(work, came, compared)
    return came


def take_arrivals(work: ErpWork, rows: Sequence[FeedRow]) -> Came:
    """What is on its way to a place, with the first date; 0 says that nothing is any more."""
    came = Came(work)
    coming: dict[tuple[int, int, int], tuple[int, int | None]] = {}
    for said in _understood(work, rows, came):
        if said.steps < 0:
            came.count("below zero, left out")
            continue
        key = (said.place_id, said.variant_id, SELLABLE)
        steps, first = coming.get(key, (0, None))
        dates = [at for at in (first, said.at if said.steps else None) if at is not None]
        coming[key] = (steps + said.steps, min(dates) if dates else None)
    one_at_a_time(work.connection)
    levels = outside_stock.locked_levels(Rows(work.connection), set(coming))
    for key, (steps, first) in coming.items():
        row = levels[key]._replace(incoming=steps, incoming_at=first if steps else None)
        came.rows["stock", key] = row
    return came


def _understood(work: ErpWork, rows: Sequence[FeedRow], came: Came) -> Iterator[_Said]:
    said: list[tuple[FeedRow, ErpStock]] = []
    for row in rows:
        try:
            said.append((row, stock_of(row, work.read)))
        except Unreadable as error:
            came.refuse(row, str(error))
    places = erp_reads.places_by_code(work.connection)
    articles = Articles(work.connection, [(_ANY_PLACE, one.sku) for _, one in said])
    for row, one in said:
        place, article = places.get(one.place), articles.find(_ANY_PLACE, one.sku)
        if place is None:
            came.refuse(row, "no store or warehouse has this code")
        elif isinstance(article, str):
            came.refuse(row, f"the article is {article}")
        else:
            steps = _steps(one.quantity, article.unit)
            if steps is None:
                came.refuse(row, "the quantity has more decimals than its unit, or is too large")
            else:
                yield _Said(place.id, place.code, article.variant_id, one.sku, steps, one.at)


def _steps(quantity: int, unit: Unit) -> int | None:
    """Smallest steps of a quantity in millionths; None where some would be lost."""
    whole, rest = divmod(quantity * unit.step, 10**QUANTITY_PLACES)
    return None if rest or abs(whole) > MOST_STEPS else whole


def _compare(work: ErpWork, came: Came, compared: Sequence[_Said]) -> None:
    """Where somebody else is master, what differs is counted and nothing is changed."""
    keys = {(said.place_id, said.variant_id, SELLABLE) for said in compared}
    there = Rows(work.connection).get_many("stock_level", keys)
    for said in compared:
        found = there.get((said.place_id, said.variant_id, SELLABLE))
        if (0 if found is None else found.row.quantity) == said.steps:
            came.count("compared, equal")
        else:
            came.count("compared, differing")
            came.refuse_field(ON_HAND, f"{said.code} {said.sku}")
