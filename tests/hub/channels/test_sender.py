"""A message is told once, whatever dies around it: every step is a place to be killed at."""

import pytest

from storedesk.connectors.pushes import NOT_DONE, REFUSED, UNKNOWN, Outcome, PartReady, Push
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.hub.channels.settling import MOST_TRIES
from storedesk.storage.hub_places import note_put_back
from tests.hub.channels.told_shop import HOUR, MINUTE, WEB, ToldShop
from tests.small_shop import ALVA, GBG, fulfilment_id

pytestmark = pytest.mark.asyncio
ONE = fulfilment_id(48201)
WAIT = 2 * MINUTE


async def ready(told: ToldShop, number: int = 48201) -> None:
    part = fulfilment_id(number)
    await told.change("fulfilment", part, state="ready", ready_at=told.now, changed_at=told.now)


async def with_ready(told: ToldShop) -> None:
    await told.tell()
    await ready(told)
    await told.plan()
    told.now += WAIT


async def test_an_unknown_outcome_is_looked_up_before_it_is_sent_again(told: ToldShop) -> None:
    await with_ready(told)

    def lose(_push: Push) -> None:
        raise Unreachable("no_reply", maybe_done=True)

    told.shop.after = lose
    with pytest.raises(Unreachable):
        await told.send()
    assert await told.states("ready") == ["unknown"]
    told.shop.after = lambda _push: None
    told.now += HOUR
    assert await told.send() == 1
    assert len([push for push in told.shop.told if isinstance(push.ask, PartReady)]) == 1
    assert await told.states("ready") == ["done"]


async def test_what_was_not_done_after_all_goes_again_under_its_key(told: ToldShop) -> None:
    await with_ready(told)

    def lose(_push: Push) -> None:
        raise Unreachable("no_reply", maybe_done=True)

    told.shop.before = lose
    with pytest.raises(Unreachable):
        await told.send()
    told.shop.before = lambda _push: None
    for _ in range(2):
        told.now += HOUR
        await told.send()
    assert len(told.told(PartReady)) == 1
    assert len({push.key for push in told.shop.told if isinstance(push.ask, PartReady)}) == 1


async def test_an_outage_costs_no_tries(told: ToldShop) -> None:
    await with_ready(told)

    def away(_push: Push) -> None:
        raise Unreachable("no_reply", 30_000)

    told.shop.before = away
    for _ in range(MOST_TRIES * 2):
        with pytest.raises(Unreachable):
            await told.send()
        told.now += HOUR
    (entry,) = await told.pushes("ready")
    assert (entry.state, entry.tries, entry.why) == ("waiting", 0, "no_reply")
    told.shop.before = lambda _push: None
    await told.send()
    assert await told.states("ready") == ["done"]


async def test_a_line_that_somebody_has_to_mend_leaves_the_message_waiting(told: ToldShop) -> None:
    await with_ready(told)

    def stop(_push: Push) -> None:
        raise Stopped("right_missing", "write_orders")

    told.shop.before = stop
    with pytest.raises(Stopped):
        await told.send()
    assert await told.states("ready") == ["waiting"]


async def test_what_cannot_be_told_is_parked_and_stops_no_other(told: ToldShop) -> None:
    await with_ready(told)

    def poison(push: Push) -> None:
        if isinstance(push.ask, PartReady):
            raise ValueError("a bug")

    told.shop.before = poison
    await told.change("stock_level", GBG, ALVA, 0, quantity=9)
    for _ in range(MOST_TRIES * 3):
        await told.tell(after=HOUR)
    assert await told.states("ready") == ["parked"]
    assert told.shown(ALVA) == 9
    assert told.bugs
    (task,) = await told.among("task")
    assert (task.kind, task.place_id, task.fulfilment_id) == ("tell_by_hand", GBG, ONE)
    assert "Maria" not in task.facts


async def test_a_refusal_is_final_and_a_task_for_the_store(told: ToldShop) -> None:
    await with_ready(told)
    told.shop.before = lambda push: told.shop.done.update({push.key: Outcome(REFUSED, "over", "closed")})
    await told.send()
    assert await told.states("ready") == ["refused"]
    await told.tell(after=HOUR)
    assert await told.states("ready") == ["refused"]
    (task,) = await told.among("task")
    assert '"reason":"over"' in task.facts
    assert "channel_refused" in [row.kind for row in await told.among("timeline_entry")]


async def test_not_done_is_tried_again_later_and_later(told: ToldShop) -> None:
    await with_ready(told)
    told.shop.before = lambda push: told.shop.done.update({push.key: Outcome(NOT_DONE, "no_reply")})
    waits = []
    for _ in range(MOST_TRIES):
        await told.send()
        (entry,) = await told.pushes("ready")
        waits.append(entry.due_at - told.now)
        told.now = max(told.now, entry.due_at)
    assert waits[0] < waits[2] < waits[4]
    assert await told.states("ready") == ["parked"]


async def test_messages_of_one_order_go_in_their_order(told: ToldShop) -> None:
    await with_ready(told)
    outcomes = [Outcome(UNKNOWN, "no_reply")]

    def slow(push: Push) -> None:
        if outcomes:
            told.shop.done[push.key] = outcomes.pop()

    told.shop.before = slow
    await told.send()
    await told.change("order_line", (await told.row("fulfilment", ONE)).order_id, 1, cancelled=1)
    await told.plan()
    assert await told.send() == 0
    told.shop.done.clear()
    told.now += HOUR
    await told.send()
    told.now += HOUR
    await told.send()
    assert [push.ask.__class__.__name__ for push in told.shop.told[-2:]] == ["PartReady", "CancelAsk"]


async def test_a_hub_that_was_put_back_looks_before_it_tells_again(told: ToldShop) -> None:
    await with_ready(told)
    (entry,) = await told.pushes("ready")
    told.shop.take(Push(entry.key, PartReady("o48201", "", "g", (), told_by_us=False)))
    told.now += MINUTE
    await told.database.write(lambda connection: note_put_back(connection, told.now))
    await told.tell()
    assert await told.states("ready") == ["done"]
    assert len([push for push in told.shop.told if isinstance(push.ask, PartReady)]) == 1


async def test_what_is_planned_again_after_a_restore_is_looked_up_first(told: ToldShop) -> None:
    await told.tell()
    await ready(told)
    told.now += HOUR
    await told.database.write(lambda connection: note_put_back(connection, told.now))
    await told.plan()
    assert await told.states("ready") == ["unknown"]
    for _ in range(3):
        await told.send()
        told.now += HOUR
    assert len(told.told(PartReady)) == 1


async def test_an_attempt_that_somebody_else_settled_is_not_settled_again(told: ToldShop) -> None:
    await with_ready(told)
    assert await told.lease()
    attempt = await told.database.write(told.sender.take_up)
    assert attempt is not None
    await told.kill()
    done = [Outcome(REFUSED, "over")]
    await told.database.write(lambda connection: told.sender.settle(attempt, done, connection))
    assert await told.states("ready") == ["unknown"]


async def test_nothing_of_the_outbox_names_a_person(told: ToldShop) -> None:
    await with_ready(told)
    await told.send()
    text = str(await told.pushes())
    assert "Maria" not in text
    assert str(WEB) in text
