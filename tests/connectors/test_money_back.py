"""Cancelling and giving money back, the same table on both platforms: whatever comes twice, it happens once."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import httpx
import pytest

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.port import Connector
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    UNKNOWN,
    Ask,
    CancelAsk,
    Outcome,
    PartGone,
    Push,
    RefundAsk,
)
from storedesk.domain.ids import derived_id
from tests.connectors.magento.magento_world import World
from tests.connectors.shopify.shopify_world import ShopifyWorld
from tests.platforms.fake_magento.shop import LOST_AFTER, Sent

PRICE, BOUGHT = 1_000_000, 3
MANY_TRIES = 6
_CHANGES = ("/cancel", "/refund", "/source-items", "/comments")


class Ended(NamedTuple):
    """How an order of three pieces at 100.00 ended. ``back`` is the money that was given back, ``free`` how many of
    ten pieces buyers can have again, ``refunds`` how many papers say that money went back."""

    back: int
    free: int
    refunds: int


class Till(Protocol):
    """A shop of one platform with one order, as the table sees it."""

    connector: Connector
    order: str
    line: str
    place: str

    def lose_every_reply(self) -> None: ...
    def refunded_there(self, pieces: int) -> None: ...
    def ended(self) -> Ended: ...
    def check(self) -> None: ...


class MagentoTill:
    place = "store1"

    def __init__(self, *, paid: bool) -> None:
        self.world = World()
        self.world.store("store1")
        self.world.article("A", store1=10)
        self.number = self.world.shop.place_order([("A", BOUGHT)], paid=paid)
        self.order, self.connector = str(self.number), self.world.connector
        self.line = str(self.world.shop.orders[self.number]["items"][0]["item_id"])

    def lose_every_reply(self) -> None:
        lost: set[tuple[str, str]] = set()

        def trouble(sent: Sent) -> str:
            mark = (sent.path, repr(sent.body))
            if sent.method == "GET" or not sent.path.endswith(_CHANGES) or mark in lost:
                return ""
            lost.add(mark)
            return LOST_AFTER

        self.world.shop.trouble = trouble

    def refunded_there(self, pieces: int) -> None:
        from tests.platforms.fake_magento.sales import refund  # the shop's own admin does what a call would

        items = [{"order_item_id": int(self.line), "qty": pieces}]
        more = {"extension_attributes": {"return_to_stock_items": [int(self.line)]}}
        refund(self.world.shop, Sent("POST", "", (), {"items": items, "arguments": more}), self.order)

    def ended(self) -> Ended:
        shop = self.world.shop
        back = round(shop.orders[self.number]["total_refunded"] * 10_000)
        return Ended(back, shop.salable("A"), len(shop.credit_memos))

    def check(self) -> None:
        assert self.world.wrong_requests() == []


class ShopifyTill:
    def __init__(self, *, paid: bool) -> None:
        self.world = ShopifyWorld()
        variant, self.item = self.world.article("A", stock=10)
        self.place = self.world.lund
        payment = "SALE" if paid else ""
        self.order = self.world.shop.place_order([(variant, BOUGHT)], self.place, payment=payment)
        self.connector = self.world.connector()
        self.line = self.world.shop.orders[self.order]["_lines"][0]["id"]

    def lose_every_reply(self) -> None:
        lost: set[str] = set()

        def after(name: str) -> None:
            if name in ("OrderCancel", "RefundCreate") and name not in lost:
                lost.add(name)
                raise httpx.ReadTimeout("no answer")

        self.world.shop.after = after

    def refunded_there(self, pieces: int) -> None:
        order = self.world.shop.orders[self.order]
        paid = next(one for one in order["transactions"] if one["kind"] == "SALE")
        line = {
            "lineItemId": self.line,
            "quantity": pieces,
            "restockType": "CANCEL",
            "locationId": self.place,
        }
        money = {"amount": f"{100 * pieces}.00", "parentId": paid["id"]}
        given = {"orderId": self.order, "refundLineItems": [line], "transactions": [money], "note": "by hand"}
        from tests.platforms.fake_shopify.order_writes import refunded  # as above

        assert refunded(self.world.shop, given)["userErrors"] == []

    def ended(self) -> Ended:
        shop = self.world.shop
        order = shop.orders[self.order]
        back = sum(one["_amount"] for one in order["transactions"] if one["kind"] == "REFUND")
        papers = [one for one in order["_refunds"] if float(one["totalRefundedSet"]["shopMoney"]["amount"])]
        return Ended(round(back * 10_000), shop.available(self.item, self.place), len(papers))

    def check(self) -> None:
        return


def cancel(till: Till, pieces: int = 0) -> CancelAsk:
    """Of the whole order where no pieces are named."""
    lines = ((till.line, pieces),) if pieces else ()
    return CancelAsk(till.order, lines, "cancelled_here", restock=True)


def refund(till: Till, pieces: int, amount: int | None = None, why: str = "cancelled") -> RefundAsk:
    worth = pieces * PRICE if amount is None else amount
    lines = ((till.line, pieces),) if pieces else ()
    return RefundAsk(till.order, lines, worth, "SEK" if till.place != "store1" else "EUR", why, till.place)


Asks = Callable[[Till], Sequence[Ask]]


class Case(NamedTuple):
    """``before`` is what the shop's own staff does first."""

    name: str
    asks: Asks
    ended: Ended
    paid: bool = True
    before: Callable[[Till], None] = lambda _till: None


TABLE = (
    Case("a cancel before anything was paid", lambda t: [cancel(t)], Ended(0, 10, 0), paid=False),
    Case("a refund of nothing that was paid", lambda t: [refund(t, 1)], Ended(0, 7, 0), paid=False),
    Case("all of a paid order", lambda t: [refund(t, 3)], Ended(3 * PRICE, 10, 1)),
    Case("a part", lambda t: [refund(t, 1)], Ended(PRICE, 8, 1)),
    Case("a part, and the rest", lambda t: [refund(t, 1), refund(t, 2)], Ended(3 * PRICE, 10, 2)),
    Case("money alone", lambda t: [refund(t, 0, 150_000)], Ended(150_000, 7, 1)),
    Case("less than the goods cost", lambda t: [refund(t, 1, 900_000)], Ended(900_000, 8, 1)),
    Case("more than the goods cost", lambda t: [refund(t, 1, 1_200_000)], Ended(1_200_000, 8, 1)),
    Case("more than was paid", lambda t: [refund(t, 3, 3_000_100)], Ended(0, 7, 0)),
    Case("more than was bought", lambda t: [refund(t, 4, 3_000_000)], Ended(0, 7, 0)),
    Case("a refund after a cancel", lambda t: [cancel(t), refund(t, 3)], Ended(3 * PRICE, 10, 1)),
    Case("a cancel after the refund", lambda t: [refund(t, 3), cancel(t)], Ended(3 * PRICE, 10, 1)),
    Case(
        "everything, asked for twice by two messages",
        lambda t: [refund(t, 3), refund(t, 3, why="not_collected")],
        Ended(3 * PRICE, 10, 1),
    ),
    Case(
        "all that the shop gave back itself",
        lambda t: [refund(t, 3)],
        Ended(3 * PRICE, 10, 1),
        before=lambda t: t.refunded_there(3),
    ),
    Case(
        "the rest of what the shop gave back itself",
        lambda t: [refund(t, 2)],
        Ended(3 * PRICE, 10, 2),
        before=lambda t: t.refunded_there(1),
    ),
    Case(
        "more than the shop has left of it",
        lambda t: [refund(t, 3)],
        Ended(PRICE, 8, 1),
        before=lambda t: t.refunded_there(1),
    ),
)  # fmt: skip


@pytest.mark.parametrize("lost", [False, True], ids=["clear", "every reply lost once"])
@pytest.mark.parametrize("platform", [MagentoTill, ShopifyTill])
@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_money_and_goods_come_back_once(case: Case, platform: Callable[..., Till], lost: bool) -> None:
    async def run() -> None:
        till = platform(paid=case.paid)
        case.before(till)
        if lost:
            till.lose_every_reply()
        for ask in case.asks(till):
            await told_until_settled(till, ask)
            await told_until_settled(till, ask)
        assert till.ended() == case.ended
        till.check()

    asyncio.run(run())


@pytest.mark.parametrize("platform", [MagentoTill, ShopifyTill])
def test_goods_that_had_left_come_back_to_their_place_once(platform: Callable[..., Till]) -> None:
    async def run() -> None:
        till = platform(paid=True)
        part = "" if till.place == "store1" else till.world.shop.orders[till.order]["_parts"][0]["id"]  # type: ignore[attr-defined]
        gone = PartGone(till.order, part, till.place, COLLECTED, ((till.line, 2),), 0, told_by_us=True)
        assert (await told_until_settled(till, gone)).state == DONE
        till.lose_every_reply()
        back = refund(till, 1, why="returned")
        for _time in range(2):
            assert (await told_until_settled(till, back)).state == DONE
        assert till.ended() == Ended(PRICE, 8, 1)

    asyncio.run(run())


@pytest.mark.parametrize("platform", [MagentoTill, ShopifyTill])
@pytest.mark.parametrize(
    ("paid", "pieces", "amount", "why"),
    [(False, 1, PRICE, "not_paid"), (True, 4, PRICE, "too_many"), (True, 1, 4 * PRICE, "too_many")],
)
def test_both_say_no_with_the_same_word(
    platform: Callable[..., Till], paid: bool, pieces: int, amount: int, why: str
) -> None:
    async def run() -> None:
        till = platform(paid=paid)
        assert (await told_until_settled(till, refund(till, pieces, amount))).why == why

    asyncio.run(run())


async def told_until_settled(till: Till, ask: Ask) -> Outcome:
    """As the outbox does it: what is unknown is looked up before it is told again."""
    push = Push(derived_id("money back", repr(ask)), ask)
    (outcome,) = await till.connector.push([push])
    for _try in range(MANY_TRIES):
        if outcome.state == UNKNOWN:
            outcome = await till.connector.look_up(push)
        elif outcome.state == NOT_DONE:
            (outcome,) = await till.connector.push([push])
        else:
            break
    return outcome
