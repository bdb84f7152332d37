"""Records of one small store for the desk's derivations."""

import dataclasses
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from storedesk.desk.moments import Look
from storedesk.domain import records as r
from storedesk.domain.opening_hours import OpeningHours
from storedesk.storage.read_records import LineRecord, PickupDetailRecord, PickupRecord

WEEKLY = "[" + ",".join(['[["10:00","19:00"]]'] * 6 + ["[]"]) + "]"


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def utc(text: str) -> int:
    """Milliseconds of a local Stockholm winter time like "2026-11-23 14:05"."""
    moment = datetime.strptime(text + " +0100", "%Y-%m-%d %H:%M %z")
    return int(moment.astimezone(UTC).timestamp() * 1000)


@pytest.fixture
def at() -> Callable[[str], int]:
    return utc


@pytest.fixture
def place() -> r.Place:
    return r.Place(1, "GBG", "Göteborg", "store", "", "SE", "SEK", "Europe/Stockholm", WEEKLY, "{}", "", "")


@pytest.fixture
def look() -> Callable[[str], Look]:
    """A look at a local time by staff 3 at desk GBG-2."""
    hours = OpeningHours.from_text("Europe/Stockholm", WEEKLY, "{}")
    return lambda text: Look(utc(text), hours, 3, "GBG-2")


@pytest.fixture
def pickup() -> Callable[..., PickupRecord]:
    """A pickup of two pieces of one line, promised Monday 14:20; columns of the fulfilment may be given."""

    def make(lines: tuple[r.FulfilmentLine, ...] | None = None, **columns: Any) -> PickupRecord:
        fulfilment = r.Fulfilment(
            uid("f"), uid("o"), "48207", 1, "collect", "new", utc("2026-11-23 14:20"), "2026-11-30",
            None, "", None, None, None, "", 0, "", 1,
        )._replace(**columns)  # fmt: skip
        order = r.Order(
            uid("o"),
            "48207",
            1,
            "",
            0,
            "SE",
            "SEK",
            52_450_000,
            "open",
            "captured",
            None,
            0,
            0,
            "maria",
            None,
            1,
        )
        person = r.Person(
            uid("p"), "1", uid("o"), "buyer", "maria", "Maria Nilsson", "maria nilsson", "", "", "", "sv"
        )
        one = (r.FulfilmentLine(uid("f"), 1, 11, 2, 0, 0, 0, "", 0, 0, 0),)
        name = "Elin" if fulfilment.claimed_by else ""
        return PickupRecord(
            fulfilment, order, "Shopify", lines or one, frozenset(), (), (person,), name, False
        )

    return make


@pytest.fixture
def detail(pickup: Callable[..., PickupRecord], place: r.Place) -> Callable[..., PickupDetailRecord]:
    def make(parcels: tuple[r.Parcel, ...] = (), **columns: Any) -> PickupDetailRecord:
        lines = columns.pop("lines", None)
        record = dataclasses.replace(pickup(lines, **columns), parcels=parcels)
        variant = r.Variant(11, 5, "ALV-2201-SKO-M", "Skaljacka Alva", "Forest green", "M", "piece", 400)
        product = r.Product(5, "ALV-2201", "Skaljacka Alva", "Fjäll", "jackets", "standard", 0)
        shown = tuple(
            LineRecord(line, None, variant, product, None, ("2000148220139",)) for line in record.lines
        )
        return PickupDetailRecord(record, place, shown, (), (), (), (), False)

    return make
