"""The channels run by themselves: loaded, told, waiting where they must, and none in another's way."""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from storedesk.connectors import neutral
from storedesk.connectors.port import Kind, Platform, Surroundings
from storedesk.connectors.pushes import Push
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.records import Channel
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.channel_run import LEASE_MS, STOPPED_SECONDS, ChannelRun, Ports
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.plan_pushes import start_at_head
from storedesk.hub.channels.runner import ChannelRunner
from storedesk.hub.channels.secrets import SecretStore
from storedesk.storage import channel_accounts as accounts
from tests.hub.channels.told_shop import HOUR, MINUTE, WEB, ToldShop
from tests.platforms.plain_shop import PlainShop, plain_platform
from tests.small_shop import ALVA, GBG, NOW

pytestmark = pytest.mark.asyncio
CANARY = "c4n4ry-5ecret"
OTHER = 2


class Running:
    """Two channels at one hub, each with a shop of its own."""

    def __init__(self, told: ToldShop, folder: Any) -> None:
        async def sleep(_seconds: float) -> None:
            return None

        self.told, self.folder = told, folder
        self.shops = {"plain": told.shop, "second": PlainShop()}
        self.bugs: list[str] = []
        self.around = Surroundings(lambda: told.now, sleep, lambda size: bytes(size))
        self.store = SecretStore(folder)
        for channel in (WEB, OTHER):
            self.store.write(channel, {"key": CANARY})

    def platform(self, name: str) -> Platform:
        return plain_platform(self.shops[name], name)

    def ports(self, owner: str = "one") -> Ports:
        told = self.told
        return Ports(
            told.database, Lines(self.platform, self.around, self.store), owner, lambda: told.now, told.tag,
            told.random.random, lambda code, trace: self.bugs.append(f"{code} {trace}"), 0.01,
        )  # fmt: skip

    async def account(self, channel: int = WEB) -> accounts.Account:
        found = await self.told.database.read(partial(accounts.account_of, channel_id=channel))
        assert found is not None
        return found

    async def one(self, owner: str = "one") -> ChannelRun:
        return ChannelRun(self.ports(owner), await self.account())

    async def add_other(self) -> None:
        await self.told.write(Channel(OTHER, "second", "Second", "web_shop", 0))

        def work(connection: Any) -> None:
            accounts.add_account(connection, OTHER, "second", "{}", NOW)
            accounts.change_account(connection, OTHER, state="loading")
            start_at_head(connection, OTHER)

        await self.told.database.write(work)

    async def state(self, channel: int = WEB) -> Any:
        return await self.told.row("channel_state", channel)


@pytest_asyncio.fixture
async def running(told: ToldShop, tmp_path: Any) -> AsyncIterator[Running]:
    yield Running(told, tmp_path)


def shown(told: ToldShop, quantity: int) -> asyncio.Event:
    """Set once the shop has been told a figure."""
    event = asyncio.Event()

    def after(_push: Push) -> None:
        if told.shown(ALVA) == quantity:
            event.set()

    told.shop.after = after
    return event


async def test_a_channel_tells_what_stores_do_by_itself(running: Running) -> None:
    runner, told = ChannelRunner(running.ports()), running.told
    first = shown(told, 50)
    task = asyncio.create_task(runner.run())
    try:
        await asyncio.wait_for(first.wait(), 20)
        second = shown(told, 9)
        await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=9)
        await asyncio.wait_for(second.wait(), 20)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert running.bugs == []
    assert told.shown(ALVA) == 9
    assert runner.running() == set()


async def test_a_new_account_is_taken_up_and_an_old_one_let_go_without_a_restart(running: Running) -> None:
    runner = ChannelRunner(running.ports())
    await runner.look()
    assert runner.running() == {WEB}
    await running.add_other()
    await runner.look()
    assert runner.running() == {WEB, OTHER}
    await running.told.database.write(partial(accounts.change_account, channel_id=WEB, state="off"))
    await runner.look()
    assert runner.running() == {OTHER}
    await runner.stop()


async def test_a_channel_that_is_read_ahead_is_told_nothing_and_brings_no_orders(running: Running) -> None:
    told = running.told
    read: list[str] = []
    told.shop.reading = lambda kind: read.append(kind.value)
    await told.database.write(partial(accounts.change_account, channel_id=WEB, state=accounts.READING))
    runner = ChannelRunner(running.ports())
    await runner.look()
    assert runner.running() == {WEB}
    await runner.stop()
    ahead = await running.one()
    assert await ahead.begin()
    for turn in (ahead.read_turn, ahead.tell_turn, ahead.compare_turn, ahead.stand_turn):
        await turn()
    assert "products" in read and not {"orders", "quotes"} & set(read)
    assert told.shop.told == []
    assert (await running.account()).state == accounts.READING
    assert (await running.state()).state == "off"


async def test_one_channel_that_is_down_does_not_stop_the_other(running: Running) -> None:
    await running.add_other()

    def away(_kind: Kind) -> None:
        raise Unreachable("no_reply")

    running.shops["second"].reading = away
    runner, first = ChannelRunner(running.ports()), shown(running.told, 50)
    task = asyncio.create_task(runner.run())
    try:
        await asyncio.wait_for(first.wait(), 20)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert running.told.shown(ALVA) == 50


async def test_nothing_is_told_before_the_first_load_is_over(running: Running) -> None:
    told = running.told
    await told.database.write(partial(accounts.change_account, channel_id=WEB, state="loading"))
    run = await running.one()
    assert await run.begin()
    await run.tell_turn()
    assert told.shop.told == []
    await run.read_turn()
    assert (await running.account()).state == "on"
    await run.tell_turn()
    assert told.shown(ALVA) == 50


async def test_a_line_that_somebody_must_mend_says_so_and_waits_an_hour(running: Running) -> None:
    run = await running.one()
    assert await run.begin()

    def stop(_kind: Kind) -> None:
        raise Stopped("right_missing", "read_orders")

    running.told.shop.reading = stop
    assert await run.guarded("read", run.read_turn) == STOPPED_SECONDS
    await run.stand_turn()
    state = await running.state()
    assert (state.state, state.why, state.what) == ("stopped", "right_missing", "read_orders")
    running.told.shop.reading = lambda _kind: None
    await run.guarded("read", run.read_turn)
    await run.stand_turn()
    assert (await running.state()).state == "on"


async def test_another_shop_at_the_same_address_is_neither_read_nor_told(running: Running) -> None:
    await running.told.database.write(partial(accounts.change_account, channel_id=WEB, shop="that one"))
    run = await running.one()
    assert await run.begin()
    for name, turn in (("read", run.read_turn), ("tell", run.tell_turn)):
        assert await run.guarded(name, turn) == STOPPED_SECONDS
    await run.stand_turn()
    assert (await running.state()).why == "another_shop"
    assert running.told.shop.told == []


async def test_an_outage_backs_off_and_is_shown(running: Running) -> None:
    run = await running.one()
    assert await run.begin()

    def away(_kind: Kind) -> None:
        raise Unreachable("busy", 40_000)

    running.told.shop.reading = away
    assert await run.guarded("read", run.read_turn) >= 40
    assert await run.guarded("read", run.read_turn, failures=8) > await run.guarded("read", run.read_turn)
    await run.stand_turn()
    state = await running.state()
    assert (state.state, state.why) == ("waiting", "busy")


async def test_a_bug_is_logged_and_the_channel_goes_on(running: Running) -> None:
    run = await running.one()
    assert await run.begin()

    def broken(_kind: Kind) -> None:
        raise ZeroDivisionError(CANARY)

    running.told.shop.reading = broken
    await run.guarded("read", run.read_turn)
    assert running.bugs
    assert CANARY not in str(running.bugs)
    running.told.shop.reading = lambda _kind: None
    await run.guarded("read", run.read_turn)
    await run.guarded("tell", run.tell_turn)
    assert running.told.shown(ALVA) == 50


async def test_only_one_process_runs_a_channel(running: Running) -> None:
    first, second = await running.one("one"), await running.one("two")
    assert await first.begin()
    assert not await second.begin()
    running.told.now += LEASE_MS + 1
    assert await second.begin()
    assert not await first.begin()
    await second.end()
    assert await first.begin()


async def test_how_a_channel_is_is_written_at_most_once_a_minute(running: Running) -> None:
    told, run = running.told, await running.one()
    assert await run.begin()
    await run.tell_turn()
    await run.stand_turn()
    first = await running.state()
    assert (first.state, first.pushed_today, first.unsent) == ("on", 6, 0)
    await told.change("stock_level", GBG, ALVA, SELLABLE, quantity=9)
    await run.tell_turn()
    await run.stand_turn()
    assert (await running.state()).changed_at == first.changed_at
    told.now += MINUTE
    await run.stand_turn()
    assert (await running.state()).pushed_today == 7


async def test_articles_that_are_read_are_told_back_where_we_are_master(running: Running) -> None:
    """The whole way: a fresh channel is loaded, linked, switched on and told."""
    await running.add_other()
    shop = running.shops["second"]
    shop.hold(
        neutral.RemotePlace("x", "Göteborg Centrum", "", "", "", "SE", True, True),
        neutral.RemoteProduct("p", f"S{ALVA}", "Skaljacka Alva", "", "", True, NOW),
        neutral.RemoteVariant("v", "p", "s", f"SKU-{ALVA}", "", "", "", (), True, True, 0, NOW),
    )
    run = ChannelRun(running.ports(), await running.account(OTHER))
    assert await run.begin()
    await run.guarded("read", run.read_turn)
    assert running.bugs == []
    assert (await running.account(OTHER)).state == "on"


async def test_no_secret_is_in_the_database_or_the_states(running: Running) -> None:
    run = await running.one()
    assert await run.begin()
    await run.read_turn()
    await run.tell_turn()
    await run.stand_turn()
    running.told.now += HOUR
    kept = json.dumps([str(await running.account()), str(await running.state()), running.bugs])
    assert CANARY not in kept
