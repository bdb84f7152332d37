"""Runs one channel: reads it and tells it side by side, and waits where the line or its owner is in trouble."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import NamedTuple

from storedesk.connectors.platforms import UnknownPlatform
from storedesk.connectors.port import LOAD_ORDER, Capability, Connector, Kind, Platform
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.error_trace import where_it_broke
from storedesk.domain.master import MasterTableWrong
from storedesk.hub.channels.accounts import AccountWrong
from storedesk.hub.channels.deliveries import Inbox
from storedesk.hub.channels.difference_round import difference_round
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.plan import NoChannel
from storedesk.hub.channels.plan_pushes import plan_pushes, sweep_all
from storedesk.hub.channels.reading import Reader
from storedesk.hub.channels.secrets import SecretsUnreadable
from storedesk.hub.channels.sender import LeaseLost, Sender
from storedesk.hub.channels.standing import write_standing
from storedesk.hub.channels.takers import TAKERS
from storedesk.hub.database import Database
from storedesk.storage import channel_accounts as accounts
from storedesk.storage.channel_accounts import Account, change_account
from storedesk.storage.channel_cursors import FOLLOWING, positions_of
from storedesk.storage.channel_deliveries import forget_deliveries
from storedesk.storage.channel_outbox import attempts_lost, forget_figures
from storedesk.storage.database_work import Connection, DatabaseTrouble

LEASE_MS, RENEWED_AFTER_MS = 30_000, 10_000
CHECKED_AGAIN_MS = 24 * 3_600_000
"""So long records that were set aside are left alone before they are read once more."""
STOPPED_SECONDS = 3_600.0
LONGEST_PAUSE_SECONDS = 600.0
FIGURES_KEPT_MS, DELIVERIES_KEPT_MS = 3 * 86_400_000, 14 * 86_400_000
NEEDS = {
    Kind.COMPANIES: Capability.B2B,
    Kind.QUOTES: Capability.QUOTES,
    Kind.ORDERS: Capability.ORDERS,
    Kind.LEVELS: Capability.STOCK,
}
"""What a platform must be able to do for a kind to be read."""
READ_ONCE_ON = (Kind.ORDERS, Kind.QUOTES)
"""Stores begin to work on these, so they are not read ahead."""
_SILENT = (accounts.READING, accounts.LOADING)


class Ports(NamedTuple):
    """What a channel's run gets from outside. ``owner`` is this process's random name; ``jitter`` gives numbers
    from 0 up to 1; ``bug`` hears of a channel (its code) where something broke; ``tick`` is how many seconds it
    waits between two looks."""

    database: Database
    lines: Lines
    owner: str
    now: Callable[[], int]
    random_tag: Callable[[], int]
    jitter: Callable[[], float]
    bug: Callable[[str, list[str]], None]
    tick: float = 2.0


class Trouble(NamedTuple):
    state: str
    why: str
    what: str = ""


class ChannelRun:
    """One channel on the hub's event loop, as long as its account stays as it was when this began."""

    def __init__(self, ports: Ports, account: Account) -> None:
        self._ports, self._account, self._id = ports, account, account.channel_id
        self._troubles: dict[str, Trouble] = {}
        self._checked_at: int | None = None
        self._written: tuple[int, Trouble | None] = (0, None)
        self._leased_at = 0
        self._connector: Connector | None = None

    async def run(self) -> None:
        """Until cancelled, or until the channel is gone. Waits while another process runs the channel."""
        while True:
            try:
                with contextlib.suppress(DatabaseTrouble):
                    if await self.begin():
                        await self._side_by_side()
            except NoChannel:
                return
            except LeaseLost:
                self._leased_at = 0
            await asyncio.sleep(self._ports.tick * 5)

    async def begin(self) -> bool:
        """Takes the channel over if nobody else runs it: what was under way then is unknown."""
        now = self._ports.now()
        fresh = not self._leased_at

        def work(connection: Connection) -> bool:
            taken = accounts.take_lease(connection, self._id, self._ports.owner, now, now + LEASE_MS)
            if taken and fresh:
                attempts_lost(connection, self._id, now)
            return taken

        taken = await self._ports.database.write(work)
        self._leased_at = now if taken else 0
        return taken

    async def end(self) -> None:
        """Leaves the channel to whoever wants it."""
        await self._ports.database.write(
            lambda connection: accounts.release_lease(connection, self._id, self._ports.owner)
        )

    async def read_turn(self) -> float:
        """Deliveries, then every kind whose time has come; how many seconds until it is worth another look."""
        connector, platform = await self._line()
        reader = self._reader(connector)
        inbox = Inbox(self._ports.database, reader, self._id, self._ports.now, self._bug)
        await inbox.turn()
        for kind in await self._due_kinds(connector, platform):
            await reader.read(kind)
            await inbox.turn()
        await self._loaded(connector, platform)
        return self._ports.tick

    async def pull(self, wanted: Sequence[Kind]) -> dict[str, int]:
        """One pass of these kinds, or of all; how many records of each came. Only this run may be at work."""
        connector, platform = await self._line()
        reader, read = self._reader(connector), {}
        keep = asyncio.create_task(self._keep())
        try:
            for kind in kinds_read(connector.capabilities, platform):
                if not wanted or kind in wanted:
                    read[kind.value] = (await reader.read(kind)).records
        finally:
            keep.cancel()
            await asyncio.gather(keep, return_exceptions=True)
        await self._loaded(connector, platform)
        return read

    async def tell_turn(self) -> float:
        """Plans what has changed and sends what is due."""
        await self._renew()
        connector, _ = await self._line()
        account = await self._stored()
        if account.state not in _SILENT:
            more = True
            while more:
                work = partial(
                    plan_pushes, channel_id=self._id, now=self._ports.now(), random_tag=self._ports.random_tag
                )
                more = (await self._ports.database.write(work)).more
                await self._sender(connector).turn()
                await self._renew()
        return self._ports.tick

    async def stand_turn(self) -> float:
        """Writes how the channel is, at once where that has changed, else once a minute."""
        await self._renew()
        trouble = next(iter(sorted(self._troubles.values())), None)
        at, now = self._written[0], self._ports.now()
        if trouble != self._written[1] or now - at >= 60_000 or now < at:
            await self._ports.database.write(partial(self._stand, trouble))
            self._written = (now, trouble)
        return self._ports.tick

    async def compare_turn(self) -> float:
        """Compares what is shown when it is time, and takes over what staff asked for; also while the line is down."""
        await self._renew()
        if (await self._stored()).state not in _SILENT:
            ports = self._ports
            await difference_round(ports.database, self._opened, self._id, ports.now(), ports.random_tag)
        return self._ports.tick * 5

    async def _opened(self) -> Reader:
        connector, _ = await self._line()
        return self._reader(connector)

    async def _side_by_side(self) -> None:
        turns = (
            ("read", self.read_turn),
            ("tell", self.tell_turn),
            ("stand", self.stand_turn),
            ("compare", self.compare_turn),
        )
        tasks = [asyncio.create_task(self._again_and_again(name, turn)) for name, turn in turns]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _again_and_again(self, name: str, turn: Callable[[], Awaitable[float]]) -> None:
        failures = 0
        while True:
            pause = await self.guarded(name, turn, failures)
            failures = failures + 1 if name in self._troubles else 0
            await asyncio.sleep(pause)

    async def guarded(self, name: str, turn: Callable[[], Awaitable[float]], failures: int = 0) -> float:
        """One turn; expected trouble is noted and gives the seconds to wait. Raises LeaseLost and NoChannel."""
        longer = min(LONGEST_PAUSE_SECONDS, 5.0 * (1 << min(failures, 8))) * (0.5 + self._ports.jitter() / 2)
        try:
            pause = await turn()
            self._troubles.pop(name, None)
            return pause
        except Unreachable as trouble:
            self._troubles[name] = Trouble(accounts.WAITING, trouble.why)
            return max(longer, trouble.retry_after_ms / 1000)
        except Stopped as stopped:
            self._troubles[name] = Trouble(accounts.STOPPED, stopped.why, stopped.what[:100])
            return STOPPED_SECONDS
        except (AccountWrong, SecretsUnreadable, UnknownPlatform):
            self._troubles[name] = Trouble(accounts.STOPPED, "account_wrong")
            return STOPPED_SECONDS
        except MasterTableWrong:
            self._troubles[name] = Trouble(accounts.WAITING, "masters_wrong")
            return longer
        except DatabaseTrouble:
            return longer
        except (LeaseLost, NoChannel):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost handler: one channel stops no other
            self._bug(where_it_broke(error))
            self._troubles[name] = Trouble(accounts.WAITING, "invalid")
            return longer

    async def _line(self) -> tuple[Connector, Platform]:
        """The open line, checked when it is first used and once a day. Raises Stopped for another shop."""
        connector = await self._ports.lines.line(self._account)
        platform = self._ports.lines.platform(self._account)
        now = self._ports.now()
        if self._checked_at is None or now - self._checked_at >= CHECKED_AGAIN_MS:
            checked = await connector.check()
            known = (await self._stored()).shop
            if known and checked.shop != known:
                raise Stopped("another_shop", checked.shop)
            capabilities = " ".join(sorted(checked.capabilities))
            note = partial(
                change_account, channel_id=self._id, shop=checked.shop, capabilities=capabilities,
                levels=platform.levels,
            )  # fmt: skip
            await self._ports.database.write(note)
            self._checked_at = now
        return connector, platform

    async def _due_kinds(self, connector: Connector, platform: Platform) -> list[Kind]:
        positions = await self._ports.database.read(partial(positions_of, channel_id=self._id))
        known = {one.kind: one for one in positions}
        now, due = self._ports.now(), []
        for kind in kinds_read(connector.capabilities, platform):
            if kind in READ_ONCE_ON and self._account.state == accounts.READING:
                continue
            one = known.get(kind.value)
            seconds = platform.every_seconds[kind]
            if one is None or one.phase != FOLLOWING or now >= one.read_at + seconds * 1000:
                due.append(kind)
        return due

    async def _loaded(self, connector: Connector, platform: Platform) -> None:
        """The first load is over once every kind is followed; then everything is told once."""
        if (await self._stored()).state != accounts.LOADING:
            return
        positions = await self._ports.database.read(partial(positions_of, channel_id=self._id))
        followed = {one.kind for one in positions if one.phase == FOLLOWING}
        if {kind.value for kind in kinds_read(connector.capabilities, platform)} <= followed:

            def work(connection: Connection) -> None:
                change_account(connection, self._id, state=accounts.ON)
                sweep_all(connection, self._id)

            await self._ports.database.write(work)

    async def _stored(self) -> Account:
        account = await self._ports.database.read(partial(accounts.account_of, channel_id=self._id))
        if account is None:
            raise NoChannel(self._account.code)
        return account

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(RENEWED_AFTER_MS / 2000)
            await self._renew()

    async def _renew(self) -> None:
        if self._ports.now() - self._leased_at >= RENEWED_AFTER_MS and not await self.begin():
            raise LeaseLost

    def _stand(self, trouble: Trouble | None, connection: Connection) -> None:
        now = self._ports.now()
        change_account(
            connection, self._id, why=trouble.why if trouble else "", what=trouble.what if trouble else ""
        )
        forget_figures(connection, self._id, now - FIGURES_KEPT_MS)
        forget_deliveries(connection, self._id, now - DELIVERIES_KEPT_MS)
        write_standing(connection, self._id, self._checked_at, now, self._ports.random_tag, trouble)

    def _reader(self, connector: Connector) -> Reader:
        ports = self._ports
        return Reader(ports.database, connector, self._id, ports.now, ports.random_tag)

    def _sender(self, connector: Connector) -> Sender:
        ports = self._ports
        return Sender(
            ports.database,
            connector,
            self._id,
            ports.owner,
            ports.now,
            ports.random_tag,
            ports.jitter,
            self._bug,
        )

    def _bug(self, trace: list[str]) -> None:
        self._ports.bug(self._account.code, trace)


def kinds_read(capabilities: frozenset[Capability], platform: Platform) -> list[Kind]:
    """What is read of the platform, in the order of a first load."""
    return [
        kind
        for kind in LOAD_ORDER
        if kind in platform.every_seconds
        and kind in TAKERS
        and (kind not in NEEDS or NEEDS[kind] in capabilities)
    ]
