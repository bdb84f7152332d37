"""What a channel hears of its orders: once, in order, two minutes later, and only what is still true."""

import json

import pytest

from storedesk.actions.customer_messages import told_by_setting
from storedesk.connectors.pushes import CancelAsk, CaptureAsk, OrderAsk, PartGone, PartReady, RefundAsk
from storedesk.domain.records import (
    Company,
    Fulfilment,
    FulfilmentLine,
    GoodsReturn,
    GoodsReturnLine,
    Message,
    Order,
    Payment,
    Quote,
    QuoteLine,
    Setting,
)
from storedesk.storage import channel_links as links
from storedesk.storage.channel_accounts import change_account
from storedesk.storage.channel_links import Link, links_to, put_links
from tests.hub.channels.told_shop import MINUTE, WEB, ToldShop
from tests.small_shop import ALVA, GBG, NOW, fulfilment_id, order_id

pytestmark = pytest.mark.asyncio
NUMBER = 48201
ONE, ORDER = fulfilment_id(NUMBER), order_id(NUMBER)
WAIT = 2 * MINUTE


async def ready(told: ToldShop) -> None:
    await told.change("fulfilment", ONE, state="ready", ready_at=told.now, changed_at=told.now)


async def collect(told: ToldShop, first: int = 1, second: int = 2, state: str = "collected") -> None:
    await told.change("fulfilment_line", ONE, 1, collected=first)
    await told.change("fulfilment_line", ONE, 2, collected=second)
    await told.change("fulfilment", ONE, state=state, changed_at=told.now)


async def test_ready_is_told_two_minutes_later_with_the_channels_own_ids(told: ToldShop) -> None:
    await ready(told)
    await told.tell()
    assert told.told(PartReady) == []
    await told.tell(after=WAIT)
    lines = (("l1", 1), ("l2", 2))
    assert told.told(PartReady) == [PartReady(f"o{NUMBER}", "", "g", lines, told_by_us=False)]
    await told.tell(after=WAIT)
    assert len(told.told(PartReady)) == 1


async def test_ready_that_was_taken_back_in_time_is_not_told(told: ToldShop) -> None:
    await ready(told)
    await told.tell(after=MINUTE)
    await told.change("fulfilment", ONE, state="staged", changed_at=told.now)
    await told.tell(after=WAIT)
    assert told.told(PartReady) == []
    assert await told.states("ready") == ["dropped"]


async def test_goods_that_are_collected_before_ready_was_told_are_only_gone(told: ToldShop) -> None:
    await ready(told)
    await told.plan()
    await collect(told)
    await told.tell(after=WAIT)
    assert (len(told.told(PartReady)), len(told.told(PartGone))) == (0, 1)


async def test_a_corrected_handover_is_told_only_when_it_has_happened_again(told: ToldShop) -> None:
    await collect(told)
    await told.plan()
    await collect(told, 0, 0, "ready")
    await told.tell(after=WAIT)
    assert told.told(PartGone) == []
    await collect(told)
    await told.tell(after=WAIT)
    assert [ask.lines for ask in told.told(PartGone)] == [(("l1", 1), ("l2", 2))]


async def test_a_handover_corrected_after_it_was_told_is_a_task_for_the_store(told: ToldShop) -> None:
    await collect(told)
    await told.tell(after=WAIT)
    await collect(told, 0, 0, "ready")
    await told.tell()
    await told.change("fulfilment", ONE, note="again")
    await told.tell()
    (task,) = await told.among("task")
    assert (task.kind, task.place_id) == ("tell_by_hand", GBG)
    assert '"came_back"' in task.facts


async def test_what_is_collected_in_two_goes_is_told_in_two_parts(told: ToldShop) -> None:
    await collect(told, 1, 0, "partly_collected")
    await told.tell(after=WAIT)
    await collect(told)
    await told.tell(after=WAIT)
    assert [ask.lines for ask in told.told(PartGone)] == [(("l1", 1),), (("l2", 2),)]


async def test_what_the_channel_reported_itself_is_not_told_back(told: ToldShop) -> None:
    gone = Link("p1", ONE, json.dumps({"state": "gone"}))
    await told.database.write(lambda connection: put_links(connection, WEB, links.PART, [gone]))
    await collect(told)
    await told.tell(after=WAIT)
    assert told.told(PartGone) == []


async def test_money_that_is_held_is_asked_for_once_when_goods_leave(told: ToldShop) -> None:
    await told.change("orders", ORDER, payment_state="authorised", total=500_000)
    await told.tell(after=WAIT)
    assert told.told(CaptureAsk) == []
    await collect(told, 1, 0, "partly_collected")
    await told.tell(after=WAIT)
    await collect(told)
    await told.tell(after=WAIT)
    assert told.told(CaptureAsk) == [CaptureAsk(f"o{NUMBER}", 500_000, "SEK")]


async def test_a_line_cancelled_here_is_cancelled_there(told: ToldShop) -> None:
    await told.change("order_line", ORDER, 2, cancelled=1)
    await told.tell()
    await told.change("order_line", ORDER, 2, cancelled=2)
    await told.tell()
    assert [ask.lines for ask in told.told(CancelAsk)] == [(("l2", 1),), (("l2", 1),)]


async def test_a_whole_order_is_cancelled_as_one(told: ToldShop) -> None:
    for line, quantity in ((1, 1), (2, 2)):
        await told.change("order_line", ORDER, line, cancelled=quantity)
    await told.change("orders", ORDER, state="cancelled")
    await told.tell()
    assert [ask.lines for ask in told.told(CancelAsk)] == [()]


async def test_what_was_cancelled_there_is_not_cancelled_back(told: ToldShop) -> None:
    link = Link(f"o{NUMBER}/l2", f"{ORDER}/2", json.dumps({"cancelled": 2}))
    await told.database.write(lambda connection: put_links(connection, WEB, links.LINE, [link]))
    await told.change("order_line", ORDER, 2, cancelled=2)
    await told.tell()
    assert told.told(CancelAsk) == []


async def test_a_return_asks_for_its_money_once(told: ToldShop) -> None:
    back = GoodsReturn("r", "GBG-R1", ORDER, GBG, "refund_asked", NOW, "GBG-1", 1)
    line = GoodsReturnLine("r", 2, ALVA, 1, "size", "as_new", 0)
    money = Payment("pay", ORDER, "refund", "", "refund_asked", 125_000, NOW, "GBG-R1")
    await told.write(back, line, money)
    await told.tell()
    await told.change("goods_return", "r", desk="GBG-2")
    await told.tell()
    assert told.told(RefundAsk) == [RefundAsk(f"o{NUMBER}", (("l2", 1),), 125_000, "SEK", "returned", "g")]


async def test_what_was_never_collected_is_refunded(told: ToldShop) -> None:
    await told.change("fulfilment_line", ONE, 2, refunded=2)
    await told.write(Payment("pay", ORDER, "refund", "", "refund_asked", 250_000, NOW, ""))
    await told.tell()
    assert [(ask.lines, ask.amount, ask.reason) for ask in told.told(RefundAsk)] == [
        ((("l2", 2),), 250_000, "not_collected")
    ]


async def test_goods_that_are_sent_are_told_as_sent(told: ToldShop) -> None:
    part: Fulfilment = await told.row("fulfilment", ONE)
    await told.write(part._replace(id="sent", kind="ship", state="ship_home"))
    await told.write(FulfilmentLine("sent", 1, ALVA, 1, 0, 0, 0, "", 0, 0, 0))
    await told.tell(after=WAIT)
    assert [(ask.delivery, ask.lines) for ask in told.told(PartGone)] == [("sent", (("l1", 1),))]


async def test_an_order_that_the_channel_does_not_know_is_not_told(told: ToldShop) -> None:
    order: Order = await told.row("orders", ORDER)
    await told.write(order._replace(id="other", channel_id=0, state="cancelled"))
    assert await told.plan() == 6


@pytest.mark.parametrize("chosen", ["us", "platform"])
async def test_there_is_one_sender_of_each_message(told: ToldShop, chosen: str) -> None:
    await told.write(Setting(0, told_by_setting("web", "ready"), chosen))
    await ready(told)
    await told.tell(after=WAIT)
    assert [ask.told_by_us for ask in told.told(PartReady)] == [chosen == "us"]


async def test_where_the_hub_has_begun_to_tell_the_platform_does_not(told: ToldShop) -> None:
    await told.write(Setting(0, told_by_setting("web", "ready"), "platform"))
    message = Message("m", ORDER, ONE, GBG, "ready", str(NOW), "waiting", NOW, NOW, 0, None, "")
    await told.write(message)
    await ready(told)
    await told.tell(after=WAIT)
    assert [ask.told_by_us for ask in told.told(PartReady)] == [True]


async def test_a_quote_becomes_an_order_there_once(told: ToldShop) -> None:
    company = Company(7, "C7", "Bygg AB", "bygg ab", "SE", "", None, "SEK", 0, 30)
    await told.database.write(lambda connection: put_links(connection, WEB, links.COMPANY, [Link("c7", "7")]))
    buyer = Link("u5", "a key", '{"contact":5}')
    await told.database.write(lambda connection: put_links(connection, WEB, links.CUSTOMER, [buyer]))
    order: Order = await told.row("orders", ORDER)
    quote = Quote(
        "q", "GBG-Q1", 1, 7, 5, GBG, "ordered", "SEK", "SE", "collected", "SE", "standard", "", "PO-1", "",
        "", 0, 0, 0, "not_needed", None, "", 0, NOW, 1, "GBG-1", NOW, "made", NOW,
    )  # fmt: skip
    line = QuoteLine(
        "q", 1, 1, ALVA, "SKU-101", "Alva", "", "piece", 3, "base", 900, 0, 800, "standard", 0, "[]"
    )
    await told.write(company, order._replace(id="made", channel_id=0), quote, line)
    await told.tell()
    await told.tell()
    (ask,) = told.told(OrderAsk)
    assert (ask.desk_id, ask.company_id, ask.pickup_place, ask.po_number) == ("q", "c7", "g", "PO-1")
    assert ask.contact_id == "u5"
    assert [(one.variant_id, one.quantity, one.price) for one in ask.lines] == [(f"v{ALVA}", 3, 800)]
    linked = await told.database.read(lambda c: links_to(c, WEB, links.ORDER, ["made"]))
    assert len(linked["made"]) == 1


async def test_a_channel_that_cannot_take_quotes_is_not_asked(told: ToldShop) -> None:
    await told.database.write(lambda connection: change_account(connection, WEB, capabilities="stock"))
    await told.write(Company(7, "C7", "Bygg AB", "bygg ab", "SE", "", None, "SEK", 0, 30))
    assert await told.plan() == 6
