"""The stock of a store says how old its last till sale is, and since when its tills are silent."""

import pytest

from storedesk.desk.moments import Look
from storedesk.desk.stock_views import PlaceFigure, derive_stock
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place, Product, Variant
from storedesk.storage.read_records import PlaceStock, VariantStock
from tests.small_shop import GBG, NOW, WEEK

MINUTE = 60_000
HOURS = OpeningHours.from_text("Europe/Stockholm", WEEK, "{}")


def figure(minutes: int | None, silence: str = "") -> PlaceFigure:
    """A store at 14:05, open since 10:00."""
    place = Place(
        GBG, "GBG", "Göteborg", "store", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK, "{}", "", ""
    )
    sold = None if minutes is None else NOW - minutes * MINUTE
    stock = PlaceStock(place, {0: 3}, 0, 0, 0, None, "A1", NOW, last_sale_at=sold, silence=silence)
    variant, product = (
        Variant(1, 1, "S", "V", "", "", "piece", 0),
        Product(1, "S", "P", "", "", "standard", 0),
    )
    shown = VariantStock(variant, product, (), None, "SEK", (stock,), (), ())
    (found,) = derive_stock(shown, None, 99, Look(NOW, HOURS), NOW).places
    return found


@pytest.mark.parametrize(
    ("minutes", "silent"), [(None, False), (3, False), (59, False), (60, True), (24 * 60, True)]
)
def test_a_store_is_silent_after_an_hour_of_opening_time(minutes: int | None, silent: bool) -> None:
    assert figure(minutes).silent is silent


def test_the_place_s_rule_decides_when_tills_are_silent() -> None:
    assert figure(20, '{"after": 15}').silent
    assert not figure(90, '{"after": 120}').silent
