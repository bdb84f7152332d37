"""A place that cannot do some units of its part keeps the rest; only those units go on, and never back to it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.actions.action import Accepted
from storedesk.hub.why_order import dry_run
from storedesk.hub.why_words import why_lines
from tests.hub.channels.elsewhere_shop import RULES, ElsewhereShop
from tests.hub.channels.order_shop import line, order
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, RASK

Make = Callable[..., ElsewhereShop]
HERE: dict[str, Any] = {"rules": [{"name": "Here", "delivery": "collected"}, RULES["rules"][1]]}


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[ElsewhereShop] = []

    def new(stock: dict[tuple[int, int], int], rules: dict[str, Any] | None = None) -> ElsewhereShop:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(ElsewhereShop(folder, stock, rules))
        return made[-1]

    yield new
    for shop in made:
        shop.check()
        shop.check_coming()
        shop.close()


def short(shop: ElsewhereShop, part: Any, quantity: int, reason: str = "not_found", number: int = 1) -> None:
    args = {"fulfilment_id": part.id, "line": number, "quantity": quantity, "reason": reason}
    assert isinstance(shop.act("ReportShort", part.place_id, **args), Accepted)


def kept(shop: ElsewhereShop) -> list[tuple[int, str, int, int]]:
    """Place, state, ordered and moved of each line that is not over."""
    parts = {row.id: row for row in shop.rows("fulfilment")}
    rows = [(parts[row.fulfilment_id], row) for row in shop.rows("fulfilment_line")]
    return sorted((p.place_id, p.state, row.ordered, row.moved) for p, row in rows if p.state != "rerouted")


def test_only_the_units_that_are_short_are_sent_by_another_place(make: Make) -> None:
    shop = make({(GBG, ALVA): 3, (MAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 3)))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.minute()
    assert kept(shop) == [(GBG, "picking", 2, 1), (MAL, "new", 1, 0)]
    assert (shop.level(GBG)[1], shop.level(MAL)) == (2, (2, 1))
    assert {(row.role, row.holder) for row in shop.rows("person")} == {
        ("buyer", str(GBG)),
        ("buyer", str(MAL)),
    }
    (row,) = shop.rows("orders")
    assert (row.payment_state, row.total, row.state) == ("captured", 100_0000, "open")
    assert [one.cancelled for one in shop.rows("order_line")] == [0]


def test_it_never_comes_back_to_the_place_that_gave_it_back(make: Make) -> None:
    shop = make({(GBG, ALVA): 9, (MAL, ALVA): 1})
    shop.take(order(1, line(1, ALVA, 3)))
    short(shop, shop.part(), 1, "too_busy")
    shop.minute()
    shop.minute()
    short(shop, shop.part("new"), 1, "too_busy")
    for _ in range(7):
        shop.minute()
    assert kept(shop) == [(GBG, "picking", 2, 1), (MAL, "rejected", 1, 0)]
    assert ("customer_decision", MAL) in shop.open_tasks()


def test_both_parts_are_sent_and_the_order_is_done_once(make: Make) -> None:
    shop = make({(GBG, ALVA): 3, (MAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 3)))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.minute()
    for task in shop.rows("task"):
        if task.kind == "ship_to_customer":
            shop.act("AnswerTask", task.place_id, task_id=task.id, choice="understood")
    assert kept(shop) == [(GBG, "ship_home", 2, 1), (MAL, "ship_home", 1, 0)]
    assert (shop.level(GBG), shop.level(MAL)) == ((0, 0), (1, 0)), "one was missing, two and one have left"
    shop.minute()
    assert len(shop.rows("fulfilment")) == 3


def test_what_was_short_when_the_rest_was_sent_goes_on_too(make: Make) -> None:
    shop = make({(GBG, ALVA): 3, (MAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 3)))
    short(shop, shop.part(), 1)
    (task,) = (one for one in shop.rows("task") if one.kind == "ship_to_customer")
    shop.act("AnswerTask", GBG, task_id=task.id, choice="understood")
    shop.minute()
    shop.minute()
    assert kept(shop) == [(GBG, "ship_home", 2, 1), (MAL, "new", 1, 0)]


def test_a_pickups_units_come_from_elsewhere_where_the_rule_allows_it(make: Make) -> None:
    shop = make({(GBG, ALVA): 2, (GBG, RASK): 1, (CENTRAL, ALVA): 1})
    shop.take(order(1, line(1, ALVA, 2), line(2, RASK, 1), pickup="p-gbg"))
    short(shop, shop.part(), 1, "damaged")
    shop.minute()
    shop.minute()
    brought = shop.part("inbound")
    assert (brought.place_id, brought.source_id) == (GBG, CENTRAL)
    assert shop.level(CENTRAL) == (1, 1)
    assert ("transfer_asked", CENTRAL) in shop.open_tasks()
    assert ("customer_decision", GBG) not in shop.open_tasks()


def test_else_the_customer_is_asked_about_those_units_alone(make: Make) -> None:
    shop = make({(GBG, ALVA): 2, (CENTRAL, ALVA): 1}, HERE)
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.minute()
    rest = shop.part("rejected")
    with shop.engine.begin() as connection:
        why = why_lines(dry_run(connection, "1", shop.now))
    assert "1 of 2 Skaljacka Alva wait: no place has them now." in why
    shop.act("DecideForCustomer", GBG, fulfilment_id=rest.id, choice="cancel")
    assert [row.cancelled for row in shop.rows("order_line")] == [1]
    paid = sorted((row.kind, row.amount) for row in shop.rows("payment"))
    assert paid == [("payment", 100_0000), ("refund", 100_0000)]
    assert (shop.part("picking").place_id, shop.rows("orders")[0].state) == (GBG, "open")


def test_or_those_units_are_sent_home_and_the_rest_is_collected(make: Make) -> None:
    shop = make({(GBG, ALVA): 2, (CENTRAL, ALVA): 1}, HERE)
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.act("DecideForCustomer", GBG, fulfilment_id=shop.part("rejected").id, choice="ship_home")
    assert (shop.part("new").place_id, shop.part("new").kind) == (CENTRAL, "ship")
    main = shop.part("picking")
    shop.act("Pick", GBG, fulfilment_id=main.id, lines=[{"line": 1, "quantity": 1}])
    shop.act(
        "StageParcels",
        GBG,
        fulfilment_id=main.id,
        parcels=[{"bin": "H1", "lines": [{"line": 1, "quantity": 1}]}],
    )
    assert isinstance(shop.act("MarkReady", GBG, fulfilment_id=main.id), Accepted)


def test_what_the_rule_places_in_part_waits_for_the_rest(make: Make) -> None:
    rules = {"rules": [{"name": "Some", "delivery": "sent", "partial": True}]}
    shop = make({(GBG, ALVA): 4, (MAL, ALVA): 1}, rules)
    shop.take(order(1, line(1, ALVA, 4)))
    short(shop, shop.part(), 2)
    shop.minute()
    shop.minute()
    assert kept(shop) == [(GBG, "picking", 2, 2), (MAL, "new", 1, 0)]
    assert "order_not_placed" in {kind for kind, _place in shop.open_tasks()}
    shop.write(*(row._replace(quantity=1) for row in shop.rows("stock_level", f"location_id = {CENTRAL}")))
    for _ in range(6):
        shop.minute()
    assert (CENTRAL, "new", 1, 0) in kept(shop)


def test_an_order_cancelled_while_units_wait_ends_whole(make: Make) -> None:
    shop = make({(GBG, ALVA): 2}, HERE)
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg", state="cancelled", changed_at=shop.now))
    assert {row.state for row in shop.rows("fulfilment")} == {"cancelled"}
    assert shop.level(GBG)[1] == 0
    assert [kind for kind, _place in shop.open_tasks()] == ["count_task"]


def test_what_was_swapped_at_the_shelf_is_no_unit_that_waits(make: Make) -> None:
    """A swap runs the line short and cancels it on the order: nothing of it is wanted any more."""
    shop = make({(GBG, ALVA): 2, (MAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 2)))
    short(shop, shop.part(), 1)
    (row,) = shop.rows("order_line")
    shop.write(row._replace(cancelled=1))
    shop.minute()
    assert kept(shop) == [(GBG, "picking", 2, 0)]


def test_a_name_that_changes_online_changes_at_both_places(make: Make) -> None:
    shop = make({(GBG, ALVA): 3, (MAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 3)))
    short(shop, shop.part(), 1)
    shop.minute()
    shop.minute()
    news = order(1, line(1, ALVA, 3), changed_at=shop.now)
    shop.take(news._replace(buyer=news.buyer._replace(name="Maria Berg")))
    assert sorted((row.holder, row.name) for row in shop.rows("person")) == [
        (str(GBG), "Maria Berg"), (str(MAL), "Maria Berg"),
    ]  # fmt: skip
