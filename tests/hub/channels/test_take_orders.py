"""Orders of a channel: taken once, changed by news, never backward, placed at once or waiting with a task."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from storedesk.connectors.neutral import RemotePayment
from storedesk.domain.records import Setting
from tests.hub.channels.order_shop import OrderShop, line, order
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, NOW, RASK, pickup


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[OrderShop]:
    made = OrderShop(tmp_path)
    yield made
    made.close()


def test_an_order_becomes_an_order_and_a_part_of_the_warehouse(shop: OrderShop) -> None:
    assert shop.take(order(1, line(1, ALVA, 2), line(2, RASK, 1))).problems == ()
    (row,) = shop.rows("orders")
    assert (row.number, row.channel_id, row.payment_state, row.state) == ("1", 1, "captured", "open")
    (part,) = shop.rows("fulfilment")
    assert (part.place_id, part.kind, part.state) == (CENTRAL, "ship", "new")
    assert shop.reserved(CENTRAL) == 2
    assert shop.reserved(CENTRAL, RASK) == 1
    people = {(row.role, row.holder) for row in (*shop.rows("person"), *shop.rows("address"))}
    assert people == {("buyer", str(CENTRAL)), ("shipping", str(CENTRAL))}
    assert [row.state for row in shop.rows("payment")] == ["captured"]
    assert {row.kind for row in shop.rows("timeline_entry")} == {"order_received", "placed"}


def test_a_pickup_is_promised_where_the_buyer_collects(shop: OrderShop) -> None:
    shop.take(order(1, pickup="p-mal"))
    (part,) = shop.rows("fulfilment")
    assert (part.place_id, part.kind, part.state) == (MAL, "pickup", "new")
    assert part.promised_at > NOW
    assert part.last_day > "2026-11-23"
    assert shop.reserved(MAL) == 1
    assert shop.rows("person")[0].holder == str(MAL)


def test_the_same_order_again_changes_nothing(shop: OrderShop) -> None:
    shop.take(order(1))
    before = [shop.rows(table) for table in ("orders", "fulfilment", "timeline_entry", "task", "payment")]
    taken = shop.take(order(1), order(1))
    assert (taken.written, taken.unchanged) == (0, 2)
    assert [shop.rows(t) for t in ("orders", "fulfilment", "timeline_entry", "task", "payment")] == before


def test_more_of_a_line_is_placed_beside_and_less_is_released(shop: OrderShop) -> None:
    shop.take(order(1, line(1, ALVA, 2)))
    shop.take(order(1, line(1, ALVA, 5), changed_at=NOW + 1))
    assert shop.reserved(CENTRAL) == 5
    shop.take(order(1, line(1, ALVA, 5, cancelled=4), changed_at=NOW + 2))
    assert shop.reserved(CENTRAL) == 1
    assert shop.rows("order_line")[0].cancelled == 4


def test_a_cancelled_order_frees_its_goods(shop: OrderShop) -> None:
    shop.take(order(1, pickup="p-gbg"))
    shop.take(order(1, pickup="p-gbg", state="cancelled", paid="refunded", changed_at=NOW + 1))
    assert shop.reserved(GBG) == 0
    assert [row.state for row in shop.rows("fulfilment")] == ["cancelled"]
    assert [(row.state, row.payment_state) for row in shop.rows("orders")] == [("cancelled", "refunded")]


@pytest.mark.parametrize(
    ("state", "kind"), [("ready", "cancelled_when_ready"), ("collected", "cancelled_after_handover")]
)
def test_a_cancellation_that_comes_late_is_a_task(shop: OrderShop, state: str, kind: str) -> None:
    shop.take(order(1, pickup="p-gbg"))
    (part,) = shop.rows("fulfilment")
    (at,) = shop.rows("fulfilment_line")
    shop.write(
        part._replace(state=state),
        at._replace(picked=1, staged=1, collected=1 if state == "collected" else 0),
    )
    late = order(1, pickup="p-gbg", state="cancelled", changed_at=NOW + 1)
    shop.take(late)
    shop.take(late)
    assert [row.kind for row in shop.rows("task")].count(kind) == 1
    assert shop.reserved(GBG) == (1 if state == "collected" else 0)


def test_news_that_come_in_any_order_end_the_same(tmp_path: Path) -> None:
    news = [
        order(1, line(1, ALVA, 3), paid="authorised"),
        order(1, line(1, ALVA, 2), paid="captured", changed_at=NOW + 1),
        order(1, line(1, ALVA, 2, cancelled=1), paid="captured", changed_at=NOW + 2),
    ]
    ends = set()
    for number, turn in enumerate(itertools.permutations(news)):
        folder = tmp_path / str(number)
        folder.mkdir()
        shop = OrderShop(folder)
        shop.take(*turn)
        (row,), (at,) = shop.rows("orders"), shop.rows("order_line")
        ends.add((row.payment_state, at.ordered - at.cancelled, shop.reserved(CENTRAL)))
        shop.close()
    assert ends == {("captured", 1, 1)}


def test_an_unknown_article_stays_as_text_with_one_task(shop: OrderShop) -> None:
    shop.take(order(1, line(1, 999, 1), line(2, ALVA, 1)))
    shop.take(order(1, line(1, 999, 1), line(2, ALVA, 1), changed_at=NOW + 1))
    assert [row.variant_id for row in shop.rows("order_line")] == [None, ALVA]
    assert [row.kind for row in shop.rows("task")].count("order_line_unknown") == 1
    assert shop.reserved(CENTRAL) == 1


def test_an_order_that_no_place_can_take_waits_and_is_placed_when_it_can(shop: OrderShop) -> None:
    shop.take(order(1, line(1, ALVA, 31)))
    assert shop.rows("fulfilment") == []
    (task,) = shop.rows("task")
    assert (task.kind, task.state) == ("order_not_placed", "open")
    level = next(row for row in shop.rows("stock_level") if (row.location_id, row.variant_id) == (GBG, ALVA))
    shop.write(level._replace(quantity=50))
    for _ in range(5):
        shop.minute()
    assert [(row.place_id, row.state) for row in shop.rows("fulfilment")] == [(GBG, "new")]
    waits = [row for row in shop.rows("task") if row.kind == "order_not_placed"]
    assert [row.state for row in waits] == ["answered"]


def test_a_part_that_a_place_rejects_goes_to_another(shop: OrderShop) -> None:
    shop.take(order(1))
    (part,), (at,) = shop.rows("fulfilment"), shop.rows("fulfilment_line")
    shop.write(part._replace(state="rejected", changed_at=shop.now), at._replace(short=1))
    shop.minute()
    states = {(row.place_id, row.state) for row in shop.rows("fulfilment")}
    assert (CENTRAL, "rerouted") in states
    assert len(states) == 2
    assert any(state == "new" and place in (GBG, MAL) for place, state in states)


def test_a_place_that_is_switched_off_gets_nothing(shop: OrderShop) -> None:
    shop.write(Setting(CENTRAL, "routing_off", "stocktaking"))
    shop.take(order(1))
    assert [row.place_id for row in shop.rows("fulfilment")] == [GBG]


def test_an_order_that_this_program_made_is_linked_and_not_doubled(shop: OrderShop) -> None:
    ours = pickup(48201, {ALVA: 1})
    shop.write(*ours)
    (made,) = shop.rows("orders")
    shop.take(order(77, line(1, ALVA, 1), pickup="p-gbg", desk_id=made.id, paid="captured"))
    assert [row.id for row in shop.rows("orders")] == [made.id]
    assert len(shop.rows("order_line")) == len(shop.rows("fulfilment")) == 1


def test_the_word_of_another_channel_about_an_order_is_counted_and_not_taken(shop: OrderShop) -> None:
    shop.write(*(row for row in pickup(48201, {ALVA: 1})))
    (made,) = shop.rows("orders")
    shop.write(made._replace(channel_id=2))
    taken = shop.take(order(77, line(1, ALVA, 1), desk_id=made.id, state="cancelled"))
    assert taken.refused == {"order": 1, "payment": 1}
    assert shop.rows("orders")[0].state == "open"


def test_a_sum_of_refunds_that_grows_is_one_refund_that_grows(shop: OrderShop) -> None:
    for at, amount in ((1, 30_0000), (2, 50_0000), (0, 10_0000)):
        back = RemotePayment("own-back", "refund", "card", "refunded", amount, NOW)
        news = order(1, changed_at=NOW + at)
        shop.take(news._replace(payments=(*news.payments, back)))
    assert [row.amount for row in shop.rows("payment", "kind = 'refund'")] == [50_0000]
