"""A pickup whose goods another place brings: reserved there, sent, received for that order alone, or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.domain.tables import IN_TRANSIT
from storedesk.hub.why_order import dry_run
from storedesk.hub.why_words import why_lines
from tests.hub.channels.elsewhere_shop import ElsewhereShop
from tests.hub.channels.order_shop import line, order
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, NOW, RASK

Make = Callable[..., ElsewhereShop]
DAY = 86_400_000


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[ElsewhereShop] = []

    def new(stock: dict[tuple[int, int], int], **args: object) -> ElsewhereShop:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(ElsewhereShop(folder, stock, **args))  # type: ignore[arg-type]
        return made[-1]

    yield new
    for shop in made:
        shop.check()
        shop.close()


@pytest.fixture
def shop(make: Make) -> ElsewhereShop:
    """Two in Malmö, one in the warehouse, and somebody who collects two in Göteborg."""
    shop = make({(MAL, ALVA): 2, (CENTRAL, ALVA): 1})
    assert shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg")).problems == ()
    return shop


def test_the_source_is_reserved_and_asked_and_the_promise_counts_the_way(shop: ElsewhereShop) -> None:
    part, transfer = shop.part(), shop.transfer()
    assert (part.place_id, part.source_id, part.state, part.kind) == (GBG, MAL, "inbound", "pickup")
    assert (transfer.from_id, transfer.to_id, transfer.fulfilment_id) == (MAL, GBG, part.id)
    assert shop.level(MAL) == (2, 2)
    assert part.expected_at > NOW + 2 * DAY
    assert part.promised_at > part.expected_at
    assert transfer.needed_by == part.expected_at
    assert shop.open_tasks() == [("transfer_asked", MAL)]
    assert {row.holder for row in shop.rows("person")} == {str(GBG)}


def test_nobody_else_gets_what_is_reserved_at_the_source(shop: ElsewhereShop) -> None:
    shop.take(order(2, line(1, ALVA, 1), pickup="p-mal"))
    assert shop.level(MAL) == (2, 2)
    second = next(row for row in shop.rows("fulfilment") if row.order_number == "2")
    assert (second.place_id, second.source_id) == (MAL, CENTRAL)


def test_sent_and_received_it_is_the_orders_alone_and_goes_out_as_any_pickup(shop: ElsewhereShop) -> None:
    shop.answer(True)
    shop.send(2, state="agreed")
    assert shop.level(MAL) == (0, 0)
    assert shop.level(MAL, bucket=IN_TRANSIT) == (2, 0)
    shop.check()
    shop.receive(2)
    part = shop.part()
    assert part.state == "arrived"
    assert shop.level(GBG) == (2, 2)
    assert shop.level(MAL, bucket=IN_TRANSIT) == (0, 0)
    shop.take(order(2, line(1, ALVA, 1), pickup="p-gbg"))
    assert next(row for row in shop.rows("fulfilment") if row.order_number == "2").source_id == CENTRAL
    staged = [{"bin": "H1", "lines": [{"line": 1, "quantity": 2}]}]
    assert isinstance(shop.act("StageParcels", GBG, fulfilment_id=part.id, parcels=staged), Accepted)
    assert isinstance(shop.act("MarkReady", GBG, fulfilment_id=part.id), Accepted)


def test_received_as_a_pickup_receives_its_transfer(shop: ElsewhereShop) -> None:
    shop.send(2)
    shop.act("ReceiveInbound", GBG, fulfilment_id=shop.part().id)
    assert shop.part().state == "arrived"
    assert shop.transfer("received").received_at is not None
    assert shop.level(GBG) == (2, 2)


def test_received_before_it_is_known_to_be_sent_is_not_promised_twice(shop: ElsewhereShop) -> None:
    shop.receive(2, state="asked")
    assert (shop.part().state, shop.level(GBG), shop.level(MAL)) == ("arrived", (2, 2), (2, 2))
    shop.send(2, state="received")
    assert (shop.level(GBG), shop.level(MAL)) == ((2, 2), (0, 0))


def test_cancelled_before_it_leaves_everything_is_free_and_nobody_need_send(shop: ElsewhereShop) -> None:
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg", state="cancelled", changed_at=NOW + 1))
    assert shop.level(MAL) == (2, 0)
    assert shop.transfer("cancelled").sent_at is None
    assert shop.part().state == "cancelled"
    assert shop.open_tasks() == []


def test_one_unit_less_asks_the_source_for_one_less(shop: ElsewhereShop) -> None:
    shop.take(order(1, line(1, ALVA, 2, cancelled=1), pickup="p-gbg", changed_at=NOW + 1))
    assert shop.level(MAL) == (2, 1)
    assert [(row.asked, row.reserved) for row in shop.rows("transfer_line")] == [(1, 1)]
    shop.send(1)
    shop.receive(1)
    assert (shop.part().state, shop.level(GBG)) == ("arrived", (1, 1))


def test_cancelled_while_the_source_has_sent_it_offline_is_a_task_and_ends_on_a_shelf(
    shop: ElsewhereShop,
) -> None:
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg", state="cancelled", changed_at=NOW + 1))
    sent = shop.send(2, state="cancelled")
    assert isinstance(sent, Accepted)
    assert sent.task is not None
    shop.receive(2)
    assert (shop.level(MAL), shop.level(GBG)) == ((0, 0), (2, 0))
    assert ("brought_too_much", GBG) in shop.open_tasks()
    assert ("sent_for_nobody", MAL) in shop.open_tasks()


def test_a_refusal_goes_to_another_place_and_never_back(make: Make) -> None:
    shop = make({(MAL, ALVA): 2, (CENTRAL, ALVA): 2})
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    first = shop.part().source_id
    shop.answer(False)
    assert shop.level(first) == (2, 0)
    assert shop.part().state == "rejected"
    assert ("customer_decision", GBG) in shop.open_tasks()
    shop.minute()
    again = shop.part("inbound")
    assert again.source_id == ({MAL, CENTRAL} - {first}).pop()
    assert shop.open_tasks() == [("transfer_asked", again.source_id)]
    shop.answer(False)
    shop.minute()
    assert shop.part("rejected").source_id == again.source_id
    assert shop.open_tasks() == [("customer_decision", GBG)]


def test_refused_at_one_desk_and_sent_at_another_the_first_to_be_heard_counts(shop: ElsewhereShop) -> None:
    asked = shop.transfer().id
    shop.send(2)
    refused = shop.act("AnswerTransfer", MAL, transfer_id=asked, agree=False)
    assert isinstance(refused, Rejected)
    assert refused.reason.kind == "WrongState"


def test_what_the_source_cannot_send_is_asked_of_another(make: Make) -> None:
    shop = make({(MAL, ALVA): 3, (CENTRAL, ALVA): 1})
    shop.take(order(1, line(1, ALVA, 3), pickup="p-gbg"))
    shop.send(2)
    assert shop.level(MAL) == (1, 0)
    shop.minute()
    shop.minute()
    parts = {row.source_id: row for row in shop.rows("fulfilment") if row.state == "inbound"}
    assert set(parts) == {MAL, CENTRAL}
    assert shop.level(CENTRAL) == (1, 1)
    lines = {row.fulfilment_id: row for row in shop.rows("fulfilment_line")}
    assert (lines[parts[MAL].id].ordered, lines[parts[MAL].id].moved) == (2, 1)


def test_the_rest_sent_later_stays_reserved(make: Make) -> None:
    shop = make({(MAL, ALVA): 3})
    shop.take(order(1, line(1, ALVA, 3), pickup="p-gbg"))
    shop.send(2, rest_later=True)
    assert shop.level(MAL) == (1, 1)
    shop.receive(2)
    assert (shop.part().state, shop.level(GBG)) == ("inbound", (2, 2))
    shop.check()
    shop.send(1, state="agreed")
    shop.receive(1)
    assert (shop.part().state, shop.level(GBG), shop.level(MAL)) == ("arrived", (3, 3), (0, 0))


def test_lost_on_the_way_is_a_task_and_the_customer_is_asked(shop: ElsewhereShop) -> None:
    shop.send(2)
    shop.receive(1)
    assert ("transfer_differs", GBG) in shop.open_tasks()
    assert (shop.part().state, shop.level(GBG)) == ("arrived", (1, 1))
    shop.minute()
    assert ("customer_decision", GBG) in shop.open_tasks()
    shop.minute()
    assert shop.part("inbound").source_id == CENTRAL


def test_all_lost_on_the_way_rejects_the_part(shop: ElsewhereShop) -> None:
    shop.send(2)
    shop.receive(0)
    assert (shop.part().state, shop.level(GBG)) == ("rejected", (0, 0))


def test_many_articles_are_asked_for_in_transfers_that_can_be_sent(make: Make) -> None:
    shop = make({(MAL, ALVA): 2, (MAL, RASK): 2})
    shop.take(order(1, line(1, ALVA, 1), line(2, RASK, 2), line(3, ALVA, 1), pickup="p-gbg"))
    row = shop.transfer()
    lines = [{"variant_id": ALVA, "quantity": 2}, {"variant_id": RASK, "quantity": 2}]
    shop.act("SendTransfer", MAL, transfer_id=row.id, lines=lines)
    shop.act("ReceiveTransfer", GBG, transfer_id=row.id, lines=lines)
    assert [(one.line, one.picked) for one in shop.rows("fulfilment_line")] == [(1, 1), (2, 2), (3, 1)]


def test_without_the_rule_nothing_is_brought(make: Make) -> None:
    shop = make({(MAL, ALVA): 2}, rules={"rules": [{"name": "Here", "delivery": "collected"}]})
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    assert shop.rows("fulfilment") == []
    assert shop.level(MAL) == (2, 0)


def test_nothing_is_brought_to_a_place_that_is_switched_off(make: Make) -> None:
    shop = make({(MAL, ALVA): 2})
    from_storedesk = shop.rows("setting")[0]
    shop.write(from_storedesk._replace(place_id=GBG, name="routing_off", value="stocktaking"))
    shop.take(order(1, line(1, ALVA, 2), pickup="p-gbg"))
    assert shop.rows("fulfilment") == []


def test_moved_to_another_store_the_source_is_free_again(shop: ElsewhereShop) -> None:
    part = shop.part()
    moved = shop.act("MovePickupToStore", GBG, fulfilment_id=part.id, place_id=MAL)
    assert isinstance(moved, Rejected), "what is reserved for it in Malmö is not free there"
    shop.write(
        *(
            row._replace(quantity=4)
            for row in shop.rows("stock_level", f"location_id = {MAL}")
            if row.quantity
        )
    )
    assert isinstance(shop.act("MovePickupToStore", GBG, fulfilment_id=part.id, place_id=MAL), Accepted)
    assert shop.level(MAL) == (4, 2)
    assert shop.part("new").source_id == 0
    assert shop.transfer("cancelled")


def test_why_this_store_names_the_place_that_brings_the_goods(shop: ElsewhereShop) -> None:
    with shop.engine.begin() as connection:
        why = dry_run(connection, "1", shop.now)
    by_place = {place.place_id: place for place in why.places}
    assert (by_place[MAL].outcome, by_place[MAL].has_it, by_place[GBG].has_it) == ("chosen", True, False)
    assert why.brought_to == "Göteborg Centrum"
    assert why_lines(why)[0] == "Malmö brings order 1 to Göteborg Centrum: rule 1, Pickup."


def test_what_the_pickups_place_has_is_picked_there_and_the_rest_is_brought(make: Make) -> None:
    rule = {"name": "Both", "delivery": "collected", "from_elsewhere": True, "most_parcels": 2}
    shop = make({(GBG, ALVA): 1, (MAL, ALVA): 2}, rules={"rules": [rule]})
    shop.take(order(1, line(1, ALVA, 3), pickup="p-gbg"))
    assert (shop.part("new").place_id, shop.part("inbound").source_id) == (GBG, MAL)
    assert (shop.level(GBG), shop.level(MAL)) == ((1, 1), (2, 2))
    with shop.engine.begin() as connection:
        why = dry_run(connection, "1", shop.now)
    assert why_lines(why)[0] == "Malmö brings what is missing of order 1 to Göteborg Centrum: rule 1, Both."
    shop.send(2)
    shop.receive(2)
    assert {row.state for row in shop.rows("fulfilment")} == {"new", "arrived"}
    assert shop.level(GBG) == (3, 3)
