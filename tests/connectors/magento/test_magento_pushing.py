"""Telling a Magento shop: nothing twice, nothing phantom, refusals in the words of the outbox."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from storedesk.connectors.neutral import COLLECTED, SENT, RemoteLevel
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    REFUSED,
    UNKNOWN,
    Ask,
    CancelAsk,
    CaptureAsk,
    ListingPush,
    OrderAsk,
    OrderLineAsk,
    Outcome,
    PartGone,
    PartReady,
    PricePush,
    Push,
    RefundAsk,
    StockPush,
)
from storedesk.connectors.trouble import Unreachable
from tests.connectors.magento.magento_world import World, all_of
from tests.platforms.fake_magento import catalogue
from tests.platforms.fake_magento.shop import BUSY, LOST_AFTER, LOST_BEFORE, Sent

pytestmark = pytest.mark.asyncio

KEY = "0192f0c1-0000-7000-8000-000000000001"
QUOTE = "0192f0c1-0000-7000-8000-0000000000aa"


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    made.store("store1")
    made.store("store2")
    made.article("A", store1=10, store2=10)
    made.article("B", 50.0, store1=10)
    yield made
    assert made.wrong_requests() == []


async def _tell(world: World, ask: Ask, key: str = KEY) -> Outcome:
    return (await world.connector.push([Push(key, ask)]))[0]


def _stock(sku: str, place: str, available: int, own_reserved: int = 0) -> StockPush:
    return StockPush(sku, sku, sku, place, available, own_reserved, None, "sale")


def _price(sku: str, amount: int, list_code: str = "", quantity: int = 1) -> PricePush:
    return PricePush("1", sku, list_code, "EUR", quantity, amount, gross=False)


def _line(world: World, order_id: int, place: int = 0) -> str:
    return str(world.shop.orders[order_id]["items"][place]["item_id"])


def _lost_after(path: str) -> "Trouble":
    return Trouble(path, LOST_AFTER)


class Trouble:
    """Comes once, at the first request whose path ends so."""

    def __init__(self, path: str, trouble: str) -> None:
        self._path, self._trouble, self._left = path, trouble, 1

    def __call__(self, sent: Sent) -> str:
        if self._left and sent.method != "GET" and sent.path.endswith(self._path):
            self._left -= 1
            return self._trouble
        return ""


async def test_stock_is_told_as_it_lies_with_the_channels_open_orders_on_top(world: World) -> None:
    world.shop.place_order([("A", 3)], pickup="store1")
    outcome = await _tell(world, _stock("A", "store1", available=4, own_reserved=3))
    assert (outcome.state, outcome.found) == (DONE, None)
    assert world.shop.levels["A", "store1"] == 7
    assert world.shop.salable("A") == 7 + 10 - 3


async def test_goods_that_stand_packed_are_not_put_on_sale_again(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    assert (world.shop.levels["A", "store1"], world.shop.salable("A")) == (8, 18)
    await _tell(world, _stock("A", "store1", available=7, own_reserved=2))
    assert (world.shop.levels["A", "store1"], world.shop.salable("A")) == (7, 17)
    gone = PartGone(str(order_id), "", "store1", COLLECTED, (), 0, told_by_us=False)
    assert (await _tell(world, gone)).state == DONE
    world.shop.place_order([("A", 1)], pickup="store1")
    await _tell(world, _stock("A", "store1", available=6, own_reserved=1))
    assert world.shop.levels["A", "store1"] == 7


async def test_what_a_place_can_sell_is_read_without_its_open_pickup_orders(world: World) -> None:
    order_id = world.shop.place_order([("A", 3)], pickup="store1")
    assert (await _shown(world, "A", "store1"), await _shown(world, "A", "store2")) == (7, 10)
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    assert await _shown(world, "A", "store1") == 7


async def test_goods_to_be_sent_from_a_place_are_not_shown_as_its_stock(world: World) -> None:
    order_id = world.shop.place_order([("A", 4)])
    await _tell(world, _stock("A", "store1", available=6, own_reserved=4))
    world.connector.will_send({("A", "store1"): 4})
    assert (await _shown(world, "A", "store1"), await _shown(world, "A", "store2")) == (6, 10)
    gone = PartGone(str(order_id), "", "store1", SENT, ((_line(world, order_id), 4),), 0, told_by_us=False)
    await _tell(world, gone)
    world.connector.will_send({})
    await _tell(world, _stock("A", "store1", available=6))
    assert await _shown(world, "A", "store1") == 6


async def _shown(world: World, sku: str, place: str) -> int | None:
    page = await world.connector.reread(Kind.LEVELS, [sku])
    levels = {one.place_id: one.available for one in page.records if isinstance(one, RemoteLevel)}
    return levels[place]


async def test_unknown_articles_and_places_are_refused_and_leave_no_phantom(world: World) -> None:
    asks = [
        _stock("A", "store1", 1),
        _stock("NOPE", "store1", 1),
        _stock("A", "zzz", 1),
        _stock("a", "store1", 9),
    ]
    outcomes = await world.connector.push([Push(KEY, ask) for ask in asks])
    assert [(one.state, one.why) for one in outcomes] == [
        (DONE, ""),
        (REFUSED, "not_linked"),
        (REFUSED, "not_linked"),
        (REFUSED, "not_linked"),
    ]
    assert catalogue.phantoms(world.shop) == set()
    assert world.shop.levels["A", "store1"] == 1


async def test_no_write_has_more_rows_than_a_hardened_shop_takes(world: World) -> None:
    skus = [f"S{number}" for number in range(45)]
    for sku in skus:
        world.article(sku)
    outcomes = await world.connector.push([Push(KEY, _stock(sku, "store1", 2)) for sku in skus])
    assert {one.state for one in outcomes} == {DONE}
    writes = [len(sent.body["sourceItems"]) for sent in world.shop.requests if sent.method == "POST"]
    assert writes == [20, 20, 5]


async def test_a_figure_that_is_right_is_not_written_again(world: World) -> None:
    assert (await _tell(world, _stock("A", "store1", 10))).state == DONE
    assert [sent for sent in world.shop.requests if sent.method == "POST"] == []


async def test_a_lost_stock_write_is_looked_up(world: World) -> None:
    push = Push(KEY, _stock("A", "store1", 2))
    assert (await world.connector.look_up(push)).state == NOT_DONE
    world.shop.trouble = _lost_after("/source-items")
    assert (await world.connector.push([push]))[0].state == UNKNOWN
    assert (await world.connector.look_up(push)).state == DONE


async def test_prices_go_to_their_own_endpoint_and_bad_rows_park_alone(world: World) -> None:
    asks = [
        _price("A", 995_000), _price("NOPE", 50_000), _price("B", 800_000, "special"),
        _price("A", 900_000, "Wholesale"), _price("A", 900_000, "Nope"), _price("B", 450_000, "", 10),
    ]  # fmt: skip
    outcomes = await world.connector.push([Push(KEY, ask) for ask in asks])
    assert [one.state for one in outcomes] == [DONE, REFUSED, DONE, DONE, REFUSED, DONE]
    assert "NOPE" in outcomes[1].detail
    assert outcomes[4].detail == (
        "No such entity with Customer Group = Nope. Row ID: SKU = A, Website ID: 0, Customer Group: Nope, Quantity: 1."
    )
    assert (world.shop.base["A"], world.shop.special["B"]["price"]) == (99.5, 80)
    assert world.shop.tiers["B", "ALL GROUPS", 10]["price"] == 45
    assert (await world.connector.look_up(Push(KEY, asks[3]))).state == DONE
    assert (await world.connector.look_up(Push(KEY, asks[4]))).state == NOT_DONE


async def test_a_price_in_another_currency_or_with_tax_is_refused(world: World) -> None:
    swedish = PricePush("1", "A", "", "SEK", 1, 10_000, gross=False)
    taxed = PricePush("1", "A", "", "EUR", 1, 10_000, gross=True)
    outcomes = await world.connector.push([Push(KEY, swedish), Push(KEY, taxed)])
    assert [(one.state, one.why) for one in outcomes] == [(REFUSED, "invalid")] * 2


async def test_a_listing_is_saved_by_sku_in_the_body_and_never_in_a_path(world: World) -> None:
    own = str(world.article("PL+US/5 A'%"))
    ask = ListingPush(own, "PL+US/5 A'%", "New name", listed=False)
    assert (await world.connector.look_up(Push(KEY, ask))).state == NOT_DONE
    assert (await _tell(world, ask)).state == DONE
    assert (await world.connector.look_up(Push(KEY, ask))).state == DONE
    product = world.shop.products["PL+US/5 A'%"]
    assert (product["name"], product["status"]) == ("New name", 2)
    assert (await _tell(world, ListingPush("999", "X", "Y", listed=None))).why == "not_linked"


async def test_ready_is_told_once_however_often_it_is_tried(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    ask = PartReady(str(order_id), "", "store1", ((_line(world, order_id), 2),), told_by_us=False)
    world.shop.trouble = _lost_after("/notify-orders-are-ready-for-pickup")
    assert (await _tell(world, ask)).state == UNKNOWN
    assert (await world.connector.look_up(Push(KEY, ask))).state == DONE
    assert (await _tell(world, ask)).state == DONE
    assert world.shop.mails["ready", order_id] == 1
    assert world.shop.levels["A", "store1"] == 8


async def test_too_little_stock_is_not_ready_and_a_lost_order_is_not_linked(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    world.shop.set_stock("A", "store1", 1)
    ask = PartReady(str(order_id), "", "store1", (), told_by_us=False)
    outcome = await _tell(world, ask)
    assert (outcome.state, outcome.why) == (REFUSED, "not_ready")
    lost = await _tell(world, ask._replace(order_id="999"))
    assert (lost.state, lost.why) == (REFUSED, "not_linked")


async def test_the_shops_mail_must_be_off_before_we_write_to_the_buyer(world: World) -> None:
    order_id = world.shop.place_order([("A", 1)], pickup="store1")
    ask = PartReady(str(order_id), "", "store1", (), told_by_us=True)
    assert (await _tell(world, ask)).why == "not_supported"
    assert world.shop.mails_about(order_id) == 0
    outcomes = await world.again(ready_mail_off="yes").push([Push(KEY, ask)])
    assert outcomes[0].state == DONE


async def test_collected_invoices_what_is_due_and_says_so_once(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    gone = PartGone(str(order_id), "", "store1", COLLECTED, (), 1_795_400_000_000, told_by_us=False)
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    world.shop.trouble = _lost_after("/comments")
    assert (await _tell(world, gone)).state == UNKNOWN
    assert (await world.connector.look_up(Push(KEY, gone))).state == DONE
    assert (await _tell(world, gone)).state == DONE
    order = world.shop.orders[order_id]
    assert (order["state"], order["status"], order["total_due"]) == ("complete", "complete", 0)
    assert len([one for one in order["status_histories"] if "Collected" in one["comment"]]) == 1
    page = await world.connector.reread(Kind.ORDERS, [str(order_id)])
    read = page.records[0]
    assert (read.state, read.parts[0].state) == ("completed", "gone")  # type: ignore[union-attr]


async def test_what_was_collected_before_it_was_said_to_be_ready_leaves_its_source_too(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    before = world.shop.levels["A", "store1"]
    gone = PartGone(str(order_id), "", "store1", COLLECTED, (), 1_795_400_000_000, told_by_us=False)
    world.shop.trouble = _lost_after("/notify-orders-are-ready-for-pickup")
    assert (await _tell(world, gone)).state == UNKNOWN
    assert (await _tell(world, gone)).state == DONE
    assert world.shop.levels["A", "store1"] == before - 2
    assert world.shop.mails["ready", order_id] == 1


async def test_a_part_that_is_collected_invoices_nothing_until_the_rest_is(world: World) -> None:
    order_id = world.shop.place_order([("A", 2), ("B", 1)], pickup="store1")
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    first, second = _line(world, order_id), _line(world, order_id, 1)
    gone = PartGone(str(order_id), "", "store1", COLLECTED, ((first, 1),), 0, told_by_us=False)
    assert (await _tell(world, gone)).state == DONE
    assert world.shop.orders[order_id]["total_due"] == 250
    rest = gone._replace(lines=((first, 1), (second, 1)))
    assert (await _tell(world, rest, str(UUID(int=8)))).state == DONE
    assert world.shop.orders[order_id]["total_due"] == 0


async def test_an_order_to_be_sent_that_is_handed_over_is_shipped_there(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)])
    gone = PartGone(
        str(order_id), "", "store1", COLLECTED, ((_line(world, order_id), 2),), 0, told_by_us=True
    )
    assert (await _tell(world, gone)).state == DONE
    assert (await world.connector.look_up(Push(KEY, gone))).state == DONE
    assert (world.shop.shipped["A"], world.shop.mails_about(order_id)) == (2, 0)


async def test_a_ready_and_paid_pickup_order_is_still_open_here(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1", paid=True)
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    assert world.shop.orders[order_id]["state"] == "complete"
    read = (await world.connector.reread(Kind.ORDERS, [str(order_id)])).records[0]
    assert (read.state, read.parts[0].state) == ("open", "ready")  # type: ignore[union-attr]


async def test_a_part_is_sent_once_although_its_reply_is_lost(world: World) -> None:
    order_id = world.shop.place_order([("A", 3)])
    lines = ((_line(world, order_id), 1),)
    gone = PartGone(
        str(order_id), "", "store2", SENT, lines, 0, told_by_us=False, carrier="Post", tracking="T1"
    )
    world.shop.trouble = _lost_after("/ship")
    assert (await _tell(world, gone)).state == UNKNOWN
    assert (await _tell(world, gone)).state == DONE
    assert world.shop.shipped["A"] == 1
    assert world.shop.levels["A", "store2"] == 9
    other = "0192f0c1-0000-7000-8000-000000000002"
    assert (await _tell(world, gone, other)).state == DONE
    assert world.shop.shipped["A"] == 2
    assert world.shop.mails["shipped", order_id] == 2


async def test_more_than_is_left_is_never_sent(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)])
    lines = ((f"{order_id}/{_line(world, order_id)}", 3),)
    gone = PartGone(str(order_id), "", "store2", SENT, lines, 0, told_by_us=True)
    assert (await _tell(world, gone)).why == "too_many"
    nowhere = await _tell(world, gone._replace(place_id="zzz", lines=((_line(world, order_id), 1),)))
    assert (nowhere.state, nowhere.why) == (REFUSED, "refused")
    assert world.shop.shipped == {}


async def test_a_cancelled_order_gives_back_what_was_shipped(world: World) -> None:
    order_id = world.shop.place_order([("A", 2), ("B", 1)])
    gone = PartGone(str(order_id), "", "store1", SENT, ((_line(world, order_id), 2),), 0, told_by_us=True)
    await _tell(world, gone)
    assert world.shop.levels["A", "store1"] == 8
    ask = CancelAsk(str(order_id), (), "buyer", restock=True)
    assert (await _tell(world, ask)).state == DONE
    assert (await _tell(world, ask)).state == DONE
    assert (await world.connector.look_up(Push(KEY, ask))).state == DONE
    assert world.shop.orders[order_id]["state"] == "canceled"
    assert world.shop.levels["A", "store1"] == 10


async def test_a_part_of_an_order_and_a_paid_order_are_not_cancelled(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)])
    part = CancelAsk(str(order_id), ((_line(world, order_id), 1),), "", restock=False)
    assert (await _tell(world, part)).why == "not_supported"
    paid = world.shop.place_order([("A", 1)], paid=True)
    assert (await _tell(world, CancelAsk(str(paid), (), "", restock=False))).why == "not_supported"


async def test_a_capture_takes_everything_due_once(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)])
    ask = CaptureAsk(str(order_id), 2_000_000, "EUR")
    assert (await _tell(world, ask._replace(amount=1))).why == "not_supported"
    assert (await _tell(world, ask._replace(amount=9_000_000))).why == "too_many"
    assert (await world.connector.look_up(Push(KEY, ask))).state == NOT_DONE
    assert (await _tell(world, ask)).state == DONE
    assert (await _tell(world, ask)).state == DONE
    assert len(world.shop.invoices) == 1


async def test_a_refund_is_made_once_and_its_goods_go_back_where_they_left(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], pickup="store1")
    line = _line(world, order_id)
    ask = RefundAsk(str(order_id), ((line, 1),), 1_000_000, "EUR", "damaged", "store1")
    assert (await _tell(world, ask)).why == "not_paid"
    await _tell(world, CaptureAsk(str(order_id), 2_000_000, "EUR"))
    await _tell(world, PartReady(str(order_id), "", "store1", (), told_by_us=False))
    world.shop.trouble = _lost_after("/refund")
    assert (await _tell(world, ask)).state == UNKNOWN
    assert (await _tell(world, ask)).state == DONE
    assert world.shop.orders[order_id]["total_refunded"] == 100
    assert world.shop.levels["A", "store1"] == 9
    too_many = ask._replace(lines=((line, 2),), amount=2_000_000)
    assert (await _tell(world, too_many, str(UUID(int=7)))).why == "too_many"


async def test_a_refund_without_lines_gives_back_the_amount_alone(world: World) -> None:
    order_id = world.shop.place_order([("A", 2)], paid=True)
    ask = RefundAsk(str(order_id), (), 150_000, "EUR", "late", "")
    assert (await _tell(world, ask)).state == DONE
    order = world.shop.orders[order_id]
    assert (order["total_refunded"], order["items"][0]["qty_refunded"]) == (15, 0)


def _quote(world: World, buyer: int, price: int = 1_000_000) -> OrderAsk:
    line = OrderLineAsk("1", "A", "Product A", 2, price)
    return OrderAsk(QUOTE, "Q1", "", str(buyer), "", "EUR", COLLECTED, "store1", "PO-7", (line,), "")


async def test_an_order_out_of_a_quote_is_made_once_and_found_again(world: World) -> None:
    buyer = world.shop.add_customer()
    ask = _quote(world, buyer)
    world.shop.trouble = _lost_after("/order")
    assert (await _tell(world, ask)).state == UNKNOWN
    found = await world.connector.look_up(Push(KEY, ask))
    assert (found.state, found.made) == (DONE, "1")
    assert (await _tell(world, ask)).made == "1"
    assert len(world.shop.orders) == 1
    orders, _cursor = await all_of(world.connector.load, Kind.ORDERS)
    assert [(one.desk_id, one.pickup_place) for one in orders] == [(QUOTE, "store1")]  # type: ignore[union-attr]


async def test_what_lay_in_the_cart_is_not_ordered_and_another_price_is_refused(world: World) -> None:
    buyer = world.shop.add_customer()
    world.shop.carts[9] = {
        "id": 9,
        "customer_id": buyer,
        "is_active": True,
        "updated_at": world.shop.moment(),
    }
    world.shop.carts[9]["items"] = [{"item_id": 77, "sku": "B", "qty": 4, "price": 50}]
    dear = await _tell(world, _quote(world, buyer, 900_000))
    assert (dear.state, dear.why, world.shop.orders) == (REFUSED, "refused", {})
    assert (await _tell(world, _quote(world, buyer))).state == DONE
    assert [item["sku"] for item in world.shop.orders[1]["items"]] == ["A"]


async def test_a_pickup_place_without_region_fails_the_order_and_is_said(world: World) -> None:
    world.store("sthlm", country="SE")
    buyer = world.shop.add_customer()
    outcome = await _tell(world, _quote(world, buyer)._replace(pickup_place="sthlm"))
    assert (outcome.state, outcome.why) == (REFUSED, "invalid")
    assert "regionId" in outcome.detail


async def test_trouble_before_anything_was_written_is_raised_and_after_it_is_an_outcome(world: World) -> None:
    asks = [_stock("A", "store1", 1), _price("A", 10_000), _stock("B", "store1", 1)]
    world.shop.trouble = lambda _sent: LOST_BEFORE
    with pytest.raises(Unreachable):
        await world.connector.push([Push(KEY, ask) for ask in asks])
    world.shop.trouble = Trouble("/base-prices", BUSY)
    outcomes = await world.connector.push([Push(KEY, ask) for ask in asks])
    assert [(one.state, one.why) for one in outcomes] == [(DONE, ""), (NOT_DONE, "busy"), (DONE, "")]


async def test_a_refused_batch_is_tried_row_by_row(world: World) -> None:
    world.shop.row_cap = 1
    asks = [_stock("A", "store1", 1), _stock("B", "store1", 1)]
    outcomes = await world.connector.push([Push(KEY, ask) for ask in asks])
    assert [one.state for one in outcomes] == [DONE, DONE]
