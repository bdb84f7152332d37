"""A channel is told once, whatever dies around it: every step is a place to be killed at, on either engine."""

import pytest
import pytest_asyncio

from storedesk.connectors.pushes import PartReady, Push
from storedesk.hub.channels.sender import LeaseLost
from storedesk.hub.database import Database
from tests.hub.channels.told_shop import HOUR, MINUTE, ToldShop, stock
from tests.small_shop import fulfilment_id

pytestmark = pytest.mark.asyncio
ONE = fulfilment_id(48201)
WAIT = 2 * MINUTE


class Killed(BaseException):
    """The process is gone."""


def die(_push: Push) -> None:
    raise Killed


@pytest_asyncio.fixture
async def told(database: Database) -> ToldShop:
    shop = ToldShop(database)
    await shop.open()
    return shop


@pytest.mark.parametrize(
    "point", ["before the plan commits", "before it is put down", "before", "after", "before it is settled"]
)
async def test_a_kill_at_any_step_leaves_it_told_exactly_once(told: ToldShop, point: str) -> None:
    await told.tell()
    await told.change("fulfilment", ONE, state="ready", ready_at=told.now, changed_at=told.now)
    if point != "before the plan commits":
        await told.plan()
    told.now += WAIT
    if point == "before it is put down":
        assert await told.lease()
    elif point in ("before", "after"):
        setattr(told.shop, point, die)
        with pytest.raises(Killed):
            await told.send()
    elif point == "before it is settled":
        assert await told.lease()
        attempt = await told.database.write(told.sender.take_up)
        assert attempt is not None
        for entry in attempt.entries:
            told.shop.take(Push(entry.key, PartReady("o48201", "", "g", (), told_by_us=False)))
    await told.kill()
    await told.plan()
    for _ in range(4):
        told.now += HOUR
        await told.send()
    assert len(told.told(PartReady)) == 1
    assert await told.states("ready") == ["done"]
    keys = {push.key for push in told.shop.told if isinstance(push.ask, PartReady)}
    assert len(keys) == 1


async def test_a_process_without_the_lease_sends_nothing(told: ToldShop) -> None:
    await told.plan()
    assert await told.lease("another process")
    with pytest.raises(LeaseLost):
        await told.sender.turn()
    assert stock(told) == []
    assert not await told.lease()
    told.now += HOUR
    assert await told.lease()
    assert await told.sender.turn() == 6
