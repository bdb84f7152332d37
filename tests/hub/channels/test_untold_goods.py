"""Goods that have left a store stay the channel's own until it has taken the word of it."""

from collections.abc import Callable

import pytest

from storedesk.connectors.pushes import NOT_DONE, REFUSED, Outcome, PartGone, Push
from storedesk.connectors.trouble import Unreachable
from storedesk.domain.tables import SELLABLE
from storedesk.storage.channel_outbox import set_push
from storedesk.storage.channel_stock_reads import MayShow, may_show
from storedesk.storage.channel_tell_anew import tell_articles_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import StoredWish, put_wish
from storedesk.storage.untold_goods import OPEN_THERE
from tests.hub.channels.told_shop import HOUR, MINUTE, WEB, ToldShop, stock
from tests.small_shop import ALVA, GBG, NOW, RASK, fulfilment_id, order_id

pytestmark = pytest.mark.asyncio
FIRST = fulfilment_id(48201)
WAIT = 2 * MINUTE


async def collect(told: ToldShop) -> None:
    """The first order's piece of Alva and two of Rask leave; the third's are still reserved."""
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=49, reserved=1)
    await told.change("fulfilment_line", FIRST, 1, collected=1)
    await told.change("fulfilment_line", FIRST, 2, collected=2)
    await told.change("fulfilment", FIRST, state="collected", changed_at=told.now)


async def own(told: ToldShop, variant: int = ALVA) -> int:
    (channel,) = await told.among("channel", id=WEB)
    found = await told.database.read(lambda connection: may_show(connection, channel, [variant], told.now))
    return MayShow(*found[variant, GBG]).own_reserved


async def two_reserved(told: ToldShop) -> None:
    """Of Alva, by the first order and by the third."""
    await told.change("stock_level", GBG, ALVA, SELLABLE, reserved=2)
    await told.tell()


def figures(told: ToldShop) -> list[tuple[int, int]]:
    asks = [ask for ask in stock(told) if (ask.stock_id, ask.place_id) == (f"s{ALVA}", "g")]
    return [(ask.available, ask.own_reserved) for ask in asks]


async def test_until_the_channel_is_told_what_left_counts_beside_what_is_reserved(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    await told.tell()
    assert (await own(told), figures(told)) == (2, [(48, 2)])


async def test_once_the_channel_took_it_the_figure_without_it_is_told(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    await told.tell(after=WAIT)
    assert (await own(told), figures(told)) == (1, [(48, 2), (48, 1)])


async def test_what_waits_at_a_silent_channel_is_in_every_figure_told_meanwhile(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    told.shop.before = answering(told, Outcome(NOT_DONE, "busy"))
    await told.tell(after=WAIT)
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=40)
    await told.tell()
    assert figures(told) == [(48, 2), (39, 2)]


async def test_goods_that_came_back_before_it_was_told_are_counted_once(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    await told.plan()
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=50, reserved=2)
    await told.change("fulfilment_line", FIRST, 1, collected=0)
    await told.change("fulfilment", FIRST, state="ready", changed_at=told.now)
    assert await own(told) == 2


@pytest.mark.parametrize(
    ("state", "counts"), [("parked", 2), ("waiting", 2), ("unknown", 1), ("refused", 1), ("dropped", 1)]
)
async def test_what_became_of_the_message_decides_whether_it_counts(
    told: ToldShop, state: str, counts: int
) -> None:
    await two_reserved(told)
    await collect(told)
    await told.plan()
    (gone,) = await told.pushes("gone")
    await told.database.write(lambda connection: set_push(connection, gone.key, state=state))
    assert await own(told) == counts


async def test_a_message_given_up_for_good_leads_to_the_figure_without_it(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    told.shop.before = answering(told, Outcome(REFUSED, "over"))
    await told.tell(after=WAIT)
    await told.tell(after=HOUR)
    assert await told.states("gone") == ["refused"]
    assert figures(told)[-1] == (48, 1)


async def test_each_line_counts_for_its_own_article(told: ToldShop) -> None:
    await two_reserved(told)
    await told.change("stock_level", GBG, RASK, SELLABLE, reserved=2)
    await collect(told)
    await told.plan()
    assert await own(told, RASK) == 4


def answering(told: ToldShop, outcome: Outcome) -> Callable[[Push], None]:
    """Of what has left only, and nothing else."""

    def before(push: Push) -> None:
        if isinstance(push.ask, PartGone):
            told.shop.done[push.key] = outcome

    return before


async def test_a_figure_told_while_nobody_knew_whether_it_was_taken_is_told_again(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    told.shop.after = no_answer
    with pytest.raises(Unreachable):
        await told.tell(after=WAIT)
    told.shop.after = lambda _push: None
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=40)
    await told.tell()
    assert (await told.states("gone"), figures(told)[-1]) == (["unknown"], (39, 1))
    before = len(figures(told))
    await told.tell(after=HOUR)
    await told.tell()
    assert (await told.states("gone"), figures(told)[before:]) == (["done"], [(39, 1)])


def no_answer(push: Push) -> None:
    """To what has left only; it was done."""
    if isinstance(push.ask, PartGone):
        raise Unreachable("no_reply", maybe_done=True)


@pytest.mark.parametrize("why", OPEN_THERE)
async def test_goods_of_a_message_refused_of_an_open_order_still_count(told: ToldShop, why: str) -> None:
    """The platform holds them for the order until somebody enters there that they are gone."""
    await two_reserved(told)
    await collect(told)
    told.shop.before = answering(told, Outcome(REFUSED, why))
    await told.tell(after=WAIT)
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=40)
    await told.tell()
    assert (await told.states("gone"), figures(told)[-1]) == (["refused"], (39, 2))


async def refused(told: ToldShop) -> None:
    await two_reserved(told)
    await collect(told)
    told.shop.before = answering(told, Outcome(REFUSED, "not_ready"))
    await told.tell(after=WAIT)
    assert await own(told) == 2


async def test_once_it_was_entered_by_hand_the_figure_without_it_is_told(told: ToldShop) -> None:
    await refused(told)
    (task,) = await told.among("task")
    await told.change("task", task.id, state="answered", answer="understood")
    await told.tell()
    assert (await own(told), figures(told)[-1]) == (1, (48, 1))


async def test_once_the_channel_says_itself_that_they_are_gone_it_is_told(told: ToldShop) -> None:
    await refused(told)
    gone = StoredWish(order_id(48201), "web", "o48201", "collected", GBG, "", {1: 1, 2: 2}, NOW)

    def said(connection: Connection) -> None:
        put_wish(connection, gone)
        tell_articles_anew(connection, WEB, [str(ALVA)])

    await told.database.write(said)
    await told.tell()
    assert (await own(told), figures(told)[-1]) == (1, (48, 1))


async def test_of_an_order_that_is_over_nothing_counts(told: ToldShop) -> None:
    await refused(told)
    await told.change("orders", order_id(48201), state="cancelled")
    assert await own(told) == 1


async def test_what_the_channel_took_before_is_not_taken_for_what_it_refused(told: ToldShop) -> None:
    await two_reserved(told)
    await told.change("stock_level", GBG, RASK, SELLABLE, reserved=3)
    await told.change("fulfilment_line", FIRST, 2, collected=1)
    await told.change("fulfilment", FIRST, state="partly_collected", changed_at=told.now)
    await told.tell(after=WAIT)
    gone = StoredWish(order_id(48201), "web", "o48201", "collected", GBG, "", {2: 1}, NOW)
    await told.database.write(lambda connection: put_wish(connection, gone))
    before = await own(told, RASK)
    await told.change("stock_level", GBG, RASK, SELLABLE, reserved=2)
    await told.change("fulfilment_line", FIRST, 2, collected=2)
    await told.change("fulfilment", FIRST, state="collected", changed_at=told.now)
    told.shop.before = answering(told, Outcome(REFUSED, "not_ready"))
    await told.tell(after=WAIT)
    assert await told.states("gone") == ["done", "refused"]
    assert await own(told, RASK) == before == 3
