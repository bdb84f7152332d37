"""Money that was taken for what is cancelled here is asked back with the goods, once, and not where it went back."""

import pytest

from storedesk.connectors.pushes import REFUSED, CancelAsk, CaptureAsk, Outcome, Push, RefundAsk
from storedesk.domain.records import Payment
from storedesk.storage import channel_links as links
from storedesk.storage.channel_links import Link, put_links
from tests.hub.channels.told_shop import HOUR, MINUTE, WEB, ToldShop
from tests.small_shop import NOW, fulfilment_id, order_id

pytestmark = pytest.mark.asyncio
NUMBER = 48201
ONE, ORDER = fulfilment_id(NUMBER), order_id(NUMBER)


async def paid(told: ToldShop, amount: int = 500_000) -> None:
    """The first order's two lines, of one piece and two, cost 100.00 and 400.00."""
    await told.change("order_line", ORDER, 1, amount=100_000)
    await told.change("order_line", ORDER, 2, amount=400_000)
    await told.write(Payment("taken", ORDER, "payment", "card", "captured", amount, NOW, "t1"))


async def cancel(told: ToldShop, line: int, quantity: int, amount: int, name: str) -> None:
    await told.change("order_line", ORDER, line, cancelled=quantity)
    await told.write(Payment(name, ORDER, "refund", "", "refund_asked", amount, told.now, ""))


async def given_back(told: ToldShop, amount: int, name: str = "theirs") -> None:
    await told.write(Payment(name, ORDER, "refund", "card", "refunded", amount, told.now, f"t-{name}"))


def asked(told: ToldShop) -> list[tuple[tuple[tuple[str, int], ...], int, str]]:
    return [(ask.lines, ask.amount, ask.reason) for ask in told.told(RefundAsk)]


async def test_a_cancelled_line_that_was_paid_is_one_message_with_its_money(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 2, 1, 200_000, "a")
    await told.tell()
    await told.tell()
    assert asked(told) == [((("l2", 1),), 200_000, "cancelled")]
    assert told.told(CancelAsk) == []


async def test_each_cancelled_piece_has_its_own_message(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 2, 1, 200_000, "a")
    await told.tell()
    await cancel(told, 2, 2, 200_000, "b")
    await told.tell()
    assert asked(told) == [((("l2", 1),), 200_000, "cancelled")] * 2
    assert [ask.place_id for ask in told.told(RefundAsk)] == ["g", "g"]


async def test_two_that_come_at_once_name_the_goods_once_and_all_of_the_money(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 1, 1, 100_000, "a")
    await cancel(told, 2, 2, 400_000, "b")
    await told.tell()
    assert asked(told) == [((("l1", 1), ("l2", 2)), 100_000, "cancelled"), ((), 400_000, "cancelled")]


async def test_what_was_never_collected_and_what_was_cancelled_are_told_apart(told: ToldShop) -> None:
    await paid(told)
    await told.change("fulfilment_line", ONE, 1, refunded=1)
    await told.write(Payment("unsold", ORDER, "refund", "", "refund_asked", 100_000, NOW, ""))
    await cancel(told, 2, 2, 400_000, "off")
    await told.tell()
    assert sorted(asked(told)) == [
        ((("l1", 1),), 100_000, "not_collected"),
        ((("l2", 2),), 400_000, "cancelled"),
    ]


@pytest.mark.parametrize("state", ["authorised", "unpaid"])
async def test_money_that_was_never_taken_is_not_asked_back(told: ToldShop, state: str) -> None:
    await told.write(Payment("held", ORDER, "payment", "card", state, 500_000, NOW, "t1"))
    await cancel(told, 2, 1, 200_000, "a")
    await told.tell()
    assert (asked(told), len(told.told(CancelAsk))) == ([], 1)
    await told.change("payment", "held", state="captured", amount=300_000)
    await told.change("orders", ORDER, changed_at=told.now + 1)
    await told.tell(after=HOUR)
    assert asked(told) == []


async def test_what_the_channel_has_given_back_meanwhile_is_not_asked_for(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 2, 1, 200_000, "a")
    await told.plan()
    await given_back(told, 200_000)
    await told.tell()
    assert (asked(told), await told.states("refund")) == ([], ["dropped"])
    await cancel(told, 1, 1, 100_000, "b")
    await told.tell()
    assert [amount for _lines, amount, _why in asked(told)] == [100_000]


async def test_our_own_refund_read_back_is_not_taken_for_theirs(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 1, 1, 100_000, "a")
    await told.tell()
    await given_back(told, 100_000, "ours")
    await cancel(told, 2, 1, 100_000, "b")
    await told.tell()
    assert [amount for _lines, amount, _why in asked(told)] == [100_000, 100_000]


async def test_a_refund_that_was_refused_leaves_the_cancel_to_be_told(told: ToldShop) -> None:
    await paid(told)
    await cancel(told, 2, 1, 200_000, "a")

    def refuse(push: Push) -> None:
        if isinstance(push.ask, RefundAsk):
            told.shop.done[push.key] = Outcome(REFUSED, "refused")

    told.shop.before = refuse
    await told.tell()
    await told.change("orders", ORDER, changed_at=told.now + 1)
    await told.tell(after=MINUTE)
    assert [ask.lines for ask in told.told(CancelAsk)] == [(("l2", 1),)]
    assert [task.kind for task in await told.among("task")] == ["tell_by_hand"]


async def test_a_capture_asks_for_all_that_the_channel_still_counts(told: ToldShop) -> None:
    """The channel's total has what it knows to be cancelled taken off already."""
    await paid(told)
    await told.change("payment", "taken", state="authorised")
    link = Link(f"o{NUMBER}/l2", f"{ORDER}/2", '{"cancelled": 1}')
    await told.database.write(lambda connection: put_links(connection, WEB, links.LINE, [link]))
    await told.change("order_line", ORDER, 2, cancelled=1)
    await told.change("orders", ORDER, payment_state="authorised", total=300_000)
    await told.change("fulfilment_line", ONE, 1, collected=1)
    await told.change("fulfilment", ONE, state="partly_collected", changed_at=told.now)
    await told.tell(after=2 * MINUTE)
    assert [ask.amount for ask in told.told(CaptureAsk)] == [300_000]
