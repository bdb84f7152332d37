"""Secrets that a platform renews while it is read are kept at once, so that the next process signs in with them."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from storedesk.connectors.port import Checked, Keep, Kind, Platform, Surroundings
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.hub.channels.channel_run import CHECKED_AGAIN_MS, ChannelRun, Ports
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.secrets import SecretStore
from storedesk.storage.channel_accounts import account_of
from tests.hub.channels.told_shop import WEB, ToldShop
from tests.platforms.plain_shop import PlainConnector, PlainShop, plain_platform

pytestmark = pytest.mark.asyncio


class Locked:
    """A platform whose key is another one after each sign-in; only the newest is let in."""

    def __init__(self, shop: PlainShop) -> None:
        self.shop, self.key = shop, "key-0"

    def platform(self, _name: str = "") -> Platform:
        plain = plain_platform(self.shop)
        return plain._replace(open=self._open)

    def _open(self, settings: Mapping[str, str], _surroundings: Surroundings) -> "LockedConnector":
        return LockedConnector(self, settings["key"])

    def let_in(self, key: str) -> str:
        if key != self.key:
            raise Stopped("signed_out")
        self.key = f"key-{int(key.removeprefix('key-')) + 1}"
        return self.key


class LockedConnector(PlainConnector):
    def __init__(self, locked: Locked, key: str) -> None:
        super().__init__(locked.shop)
        self._locked, self._key = locked, key
        self._keep: Keep | None = None

    def keep_with(self, keep: Keep) -> None:
        self._keep = keep

    async def check(self) -> Checked:
        self._key = self._locked.let_in(self._key)
        assert self._keep is not None
        await self._keep({"key": self._key})
        return await super().check()


class Hub:
    """A hub with one such channel, and what a process of it has open."""

    def __init__(self, told: ToldShop, folder: Path) -> None:
        self.told, self.locked, self.store = told, Locked(told.shop), SecretStore(folder)
        self.store.write(WEB, {"key": "key-0", "other": "stays"})

    async def process(self) -> ChannelRun:
        told = self.told

        async def sleep(_seconds: float) -> None:
            return None

        lines = Lines(self.locked.platform, Surroundings(lambda: told.now, sleep, bytes), self.store)
        ports = Ports(
            told.database, lines, "one", lambda: told.now, told.tag, told.random.random, lambda _code, _trace: None
        )  # fmt: skip
        account = await told.database.read(partial(account_of, channel_id=WEB))
        assert account is not None
        return ChannelRun(ports, account)


@pytest.fixture
def hub(told: ToldShop, tmp_path: Path) -> Hub:
    return Hub(told, tmp_path / "secrets")


async def test_the_next_process_signs_in_with_what_was_renewed(hub: Hub) -> None:
    for number in (1, 2, 3):
        run = await hub.process()
        assert await run.begin()
        await run.read_turn()
        assert hub.store.read(WEB) == {"key": f"key-{number}", "other": "stays"}


async def test_it_is_kept_although_the_turn_breaks_off_afterwards(hub: Hub) -> None:
    def away(_kind: Kind) -> None:
        raise Unreachable("no_reply")

    hub.told.shop.reading = away
    run = await hub.process()
    assert await run.begin()
    with pytest.raises(Unreachable):
        await run.read_turn()
    assert hub.store.read(WEB)["key"] == "key-1"


async def test_what_somebody_entered_meanwhile_is_not_written_over(hub: Hub) -> None:
    run = await hub.process()
    assert await run.begin()
    await run.read_turn()
    hub.store.write(WEB, {"key": "entered"})
    hub.told.now += CHECKED_AGAIN_MS
    await run.read_turn()
    assert hub.locked.key == "key-2"
    assert hub.store.read(WEB) == {"key": "entered"}
