"""What a channel may show, against a model that counts one article at one place at a time."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.records import (
    Channel,
    Fulfilment,
    FulfilmentLine,
    Hold,
    Order,
    ProtectedStock,
    Setting,
    StockLevel,
    TillFeed,
)
from storedesk.domain.tables import SELLABLE
from storedesk.storage.channel_stock_reads import MayShow, may_show
from storedesk.storage.engine import open_sqlite
from storedesk.storage.hub_rows import prepare_hub, write_rows
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, articles, fulfilment_id, order_id, pickup, places

HOUR = 3_600_000
WEB = Channel(1, "web", "Shopify", "web_shop", 2)


class Facts(NamedTuple):
    """One article at one place."""

    quantity: int
    reserved: int
    safety: int
    holds: tuple[tuple[str, int], ...]
    lent: tuple[tuple[int, int], ...]
    own: tuple[tuple[str, int, int, int], ...]


def small(most: int = 6) -> st.SearchStrategy[int]:
    return st.integers(0, most)


FACTS = st.builds(
    Facts,
    st.integers(-3, 30),
    small(8),
    small(3),
    st.lists(st.tuples(st.sampled_from(["held", "asked", "released", "collected"]), small()), max_size=3).map(
        tuple
    ),
    st.lists(st.tuples(small(), small()), max_size=2).map(tuple),
    st.lists(
        st.tuples(st.sampled_from(["new", "ready", "collected", "cancelled"]), small(), small(2), small(2)),
        max_size=3,
    ).map(tuple),
)


def naive(facts: Facts, buffer: int) -> MayShow:
    held = sum(quantity for state, quantity in facts.holds if state == "held")
    lent = sum(max(0, quantity - used) for quantity, used in facts.lent)
    own = sum(
        max(0, ordered - cancelled - collected)
        for state, ordered, cancelled, collected in facts.own
        if state in ("new", "ready")
    )
    free = facts.quantity - facts.reserved - held - lent - facts.safety - buffer
    return MayShow(max(0, free), min(own, facts.reserved))


def rows_of(pair: tuple[int, int], facts: Facts, first: int) -> list[Any]:
    variant, place = pair
    rows: list[Any] = [
        StockLevel(place, variant, SELLABLE, facts.quantity, facts.reserved, facts.safety, 0, None, "", NOW)
    ]
    for number, (state, quantity) in enumerate(facts.holds):
        rows.append(
            Hold(f"h{first + number}", place, variant, quantity, state, NOW - 1, NOW, 1, "GBG-1", "", NOW)
        )
    for number, (quantity, used) in enumerate(facts.lent):
        rows.append(ProtectedStock(place, variant, f"D{number}", quantity, used, NOW + 1))
    for number, (state, ordered, cancelled, collected) in enumerate(facts.own, first):
        order = Order(
            order_id(number), "1", 1, "", NOW, "SE", "SEK", 0, "open", "captured", None, 0, 0, "", None, NOW
        )
        part = Fulfilment(
            fulfilment_id(number), order.id, "1", place, "pickup", state, NOW, "", None, "", None, None, None,
            "", 0, "", NOW,
        )  # fmt: skip
        line = FulfilmentLine(part.id, 1, variant, ordered, cancelled, 0, 0, "", 0, collected, 0)
        rows += [order, part, line]
    return rows


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """A hub with places and articles, which each test leaves as it found it."""
    engine = open_sqlite(tmp_path_factory.mktemp("hub") / "hub.db", "5a" * 32)
    with engine.begin() as connection:
        prepare_hub(connection, "hub", lambda: 1)
        write_rows(connection, [*places(), *articles()], lambda: 1)
    yield engine
    engine.dispose()


def shown(engine: sa.Engine, rows: list[Any], wanted: tuple[int, ...] = (ALVA, RASK)) -> dict[Any, MayShow]:
    with engine.begin() as connection:
        write_rows(connection, rows, lambda: 1)
        found = may_show(connection, WEB, wanted, NOW)
        connection.rollback()
    return dict(found)


@given(model=st.dictionaries(st.sampled_from([(ALVA, GBG), (ALVA, MAL), (RASK, GBG)]), FACTS, min_size=1))
def test_every_figure_is_that_of_counting_one_by_one(
    engine: sa.Engine, model: dict[tuple[int, int], Facts]
) -> None:
    rows = [
        row
        for number, (pair, facts) in enumerate(model.items(), 1)
        for row in rows_of(pair, facts, number * 10)
    ]
    found = shown(engine, rows)
    assert {pair: found[pair] for pair in model} == {
        pair: naive(facts, WEB.buffer) for pair, facts in model.items()
    }


def test_a_categorys_buffer_stands_for_that_of_the_channel(engine: sa.Engine) -> None:
    found = shown(engine, [Setting(0, "buffer:web:", "7"), Setting(MAL, "buffer:web:", "1")])
    assert (found[ALVA, GBG].available, found[ALVA, MAL].available) == (43, 49)


def test_another_channels_orders_are_not_ones_own(engine: sa.Engine) -> None:
    level = StockLevel(GBG, ALVA, SELLABLE, 50, 4, 0, 0, None, "", NOW)
    rows = [level, *pickup(1, {ALVA: 4})]
    assert shown(engine, rows)[ALVA, GBG] == MayShow(44, 4)
    other = [row._replace(channel_id=2) if isinstance(row, Order) else row for row in rows]
    assert shown(engine, other)[ALVA, GBG] == MayShow(44, 0)


def test_more_stays_back_while_a_stores_tills_are_silent(engine: sa.Engine) -> None:
    found = shown(engine, [TillFeed(MAL, NOW), TillFeed(GBG, NOW - 30 * HOUR)])
    assert found[ALVA, MAL].available == 48
    assert found[ALVA, GBG].available < 48


def test_nothing_is_shown_of_an_article_that_no_place_has(engine: sa.Engine) -> None:
    assert shown(engine, [], (999,)) == {}
