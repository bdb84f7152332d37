"""A prepared chain on disk that each simulated run copies: one hub, and desks in stores and customer service."""

import atexit
import random
import shutil
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from storedesk.domain.ids import derived_id
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    Price,
    Setting,
    StagingBin,
    StockLevel,
    Variant,
)
from storedesk.domain.tables import SELLABLE
from storedesk.storage.engine import driver_of
from storedesk.storage.hub_rows import opening_movement
from tests.actions.quote_shop import quote_rows
from tests.simulation.fast_engine import make_plain
from tests.simulation.mirror import watching
from tests.simulation.shape import BINS, Device, Shape
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, TERMOS, articles, pickup, places
from tests.world import DeskInProcess, HubInProcess

FIRST_ORDER, ORDERS = 48_201, 11
REJECTED, INBOUND, NOT_COLLECTED = 48_209, 48_210, 48_211
"""Pickups that are further along at the start."""
ALVA_L = 111
"""Another size of a jacket, at the same price."""


def fast_folder() -> str | None:
    """A folder in memory where there is one: a simulated crash needs no disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def opening_rows(shape: Shape) -> list[object]:
    stores = shape.stores
    rows = [*places(), *(StagingBin(MAL, code, 3) for code in BINS), *shape.further_places()]
    pickups: list[object] = []
    for number in range(FIRST_ORDER, FIRST_ORDER + orders_of(shape)):
        place = GBG if number % 3 else MAL
        if number > NOT_COLLECTED:
            place = stores[number % len(stores)]
        own = pickup(number, {ALVA: 1, RASK: 2} if number % 2 else {TERMOS: 3}, place=place)
        pickups += [_further(row, number) for row in own]
    reserved: Counter[tuple[int, int]] = Counter()
    at = {row.id: row.place_id for row in pickups if hasattr(row, "promised_at")}
    for row in pickups:
        if isinstance(row, FulfilmentLine):
            reserved[at[row.fulfilment_id], row.variant_id] += row.ordered - row.short
    for article in (*articles(quantity=6), *_further_levels(shape), *_another_size(shape)):
        if isinstance(article, StockLevel):
            article = article._replace(reserved=reserved[article.location_id, article.variant_id])
            name = derived_id("opening", str(article.location_id), str(article.variant_id))
            rows.append(opening_movement(article, name, "opening"))
            assert article.bucket == SELLABLE
        rows.append(article)
    return rows + pickups + quote_rows() + [Setting(0, "pick.item_checks", "off"), *_told_by_the_hub()]


def orders_of(shape: Shape) -> int:
    """How many orders there are at the start."""
    return ORDERS + 3 * (shape.desks - 4)


def _further_levels(shape: Shape) -> list[StockLevel]:
    return [
        StockLevel(place, article, SELLABLE, 6, 0, 0, 0, None, "A1-01", NOW)
        for place in shape.stores[2:]
        for article in (ALVA, RASK, TERMOS)
    ]


def _told_by_the_hub() -> list[object]:
    return [Setting(0, f"message.ready.{channel}", "hub") for channel in range(1, 4)]


def _further(row: object, number: int) -> object:
    """Pickups that could not be picked, whose goods are on their way, or which nobody has collected."""
    if number == REJECTED and isinstance(row, FulfilmentLine):
        return row._replace(short=row.ordered, short_reason="not_found")
    if number == NOT_COLLECTED and isinstance(row, FulfilmentLine):
        return row._replace(picked=row.ordered, staged=row.ordered)
    if isinstance(row, Fulfilment):
        states = {REJECTED: "rejected", INBOUND: "inbound", NOT_COLLECTED: "not_collected"}
        return row._replace(state=states.get(number, row.state))
    return row


def _another_size(shape: Shape) -> list[object]:
    priced = (row for row in quote_rows() if isinstance(row, Price))
    price = next(row for row in priced if (row.list_code, row.variant_id) == ("base", ALVA))
    levels = [StockLevel(place, ALVA_L, SELLABLE, 6, 0, 0, 0, None, "A1-02", NOW) for place in shape.stores]
    size = Variant(ALVA_L, ALVA, f"SKU-{ALVA_L}", "Alva", "Green", "L", "piece", 0)
    return [price._replace(variant_id=ALVA_L), size, *levels]


@cache
def template(desks: int) -> tuple[Path, tuple[Device, ...]]:
    """The folder and the devices in it; made once per process and number of desks."""
    shape = Shape(desks)
    folder = Path(tempfile.mkdtemp(prefix="storedesk-simulation-", dir=fast_folder()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    hub = HubInProcess(folder, random.Random(1), rows=opening_rows(shape))
    devices = []
    for index, (number, place) in enumerate(shape.places_of_desks()):
        desk = DeskInProcess(folder, hub, number, place_id=place)
        assert desk.sync().kind == "done"
        _watch(desk.engine)
        devices.append(Device(index, number, place, desk.device_id))
    _watch(hub.engine)
    return folder, tuple(devices)


def _watch(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        watching(driver_of(connection))
    make_plain(engine)


def fresh_copy(folder: Path, desks: int = 4) -> tuple[Device, ...]:
    source, devices = template(desks)
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return devices
