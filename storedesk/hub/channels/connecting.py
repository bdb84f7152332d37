"""Connecting a shop step by step, for the commands and for desks alike: enter, check, match, read ahead, switch."""

import asyncio
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from storedesk.actions.customer_messages import told_by_setting
from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.port import NEEDED, Checked, Connector, Kind, Platform, Surroundings
from storedesk.connectors.trouble import Stopped
from storedesk.domain.records import Channel, Setting
from storedesk.hub.channels.accounts import Platforms, open_connector, settings_of
from storedesk.hub.channels.plan_pushes import start_at_head
from storedesk.hub.channels.secrets import SecretStore
from storedesk.hub.channels.standing import write_standing
from storedesk.hub.database import Database
from storedesk.storage import channel_accounts as lines
from storedesk.storage.channel_accounts import Account, account_named, change_account
from storedesk.storage.channel_cursors import position_of, put_position
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.rows import Rows

CHAIN = 0
LONGEST_CODE = 40
BAD_CODE, OTHER_PLATFORM, ANOTHER_SHOP, STILL_ON, IS_ON, NEEDS = (
    "bad_code", "other_platform", "another_shop", "still_on", "is_on", "needs",
)  # fmt: skip


class NotConnected(Exception):
    """A step that is not done: ``why`` is one of the words above, ``what`` what it is about; the sentence is for
    whoever works with commands."""

    def __init__(self, why: str, what: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why, self.what = why, what


class Shops(NamedTuple):
    """What it takes to connect a shop: the hub's database, the secrets, and the world outside."""

    database: Database
    secrets: SecretStore
    around: Surroundings
    platforms: Platforms
    random_tag: Callable[[], int]

    async def opened(self, account: Account) -> Connector:
        """Raises AccountWrong or SecretsUnreadable; whoever opens it closes it."""
        work = partial(open_connector, account, self.platforms, self.around, self.secrets)
        return await asyncio.to_thread(work)


async def prepare(shops: Shops, row: Channel, platform: str, *, named: bool) -> Account:
    """The channel and its line, made where there is none; ``named`` writes the name. Raises NotConnected."""
    code = row.code
    if not code.isascii() or not code.replace("-", "").replace("_", "").isalnum() or len(code) > LONGEST_CODE:
        raise NotConnected(BAD_CODE, "", "A channel's code is letters, digits, - and _, at most 40.")
    return await shops.database.write(
        lambda connection: _prepared(connection, shops, row, platform, named=named)
    )


async def keep(
    shops: Shops, account: Account, plain: Mapping[str, str], hidden: Mapping[str, str]
) -> tuple[dict[str, str], bool]:
    """Puts what was entered in the place of what was: all that is plain, of the secrets those that are not empty.
    Gives everything that is entered now, and whether the key store has the secrets (else a file has)."""
    secrets = await asyncio.to_thread(shops.secrets.read, account.channel_id)
    secrets.update({name: value for name, value in hidden.items() if value})
    kept = await asyncio.to_thread(shops.secrets.write, account.channel_id, secrets)
    settings = {**settings_of(account), **plain}
    text = json.dumps({name: value for name, value in settings.items() if value})

    def work(connection: Connection) -> None:
        now = shops.around.now()
        change_account(connection, account.channel_id, settings=text, changed_at=now)
        if account.state not in lines.RUNNING:
            write_standing(connection, account.channel_id, None, now, shops.random_tag)

    await shops.database.write(work)
    return {**settings, **secrets}, kept


async def check(shops: Shops, account: Account) -> Checked:
    """Signs in and says what is missing; writes nothing to the shop. Raises what a connector raises."""
    checked, _ = await look(shops, account, places=False)
    return checked


async def look(shops: Shops, account: Account, *, places: bool) -> tuple[Checked, list[RemotePlace]]:
    """The check, and the shop's places if wished, by one line; raises NotConnected for another shop than before."""
    connector = await shops.opened(account)
    try:
        checked = await connector.check()
        found = await _places_allowed(connector) if places else []
    finally:
        await connector.close()
    if account.shop and account.shop != checked.shop:
        raise NotConnected(
            ANOTHER_SHOP,
            checked.shop,
            f"{checked.shop} answers, not {account.shop}; take another code for another shop.",
        )
    note = partial(
        change_account,
        channel_id=account.channel_id,
        capabilities=" ".join(sorted(checked.capabilities)),
        levels=shops.platforms(account.platform).levels,
    )
    await shops.database.write(note)
    return checked, found


async def places_there(shops: Shops, account: Account) -> list[RemotePlace]:
    connector = await shops.opened(account)
    try:
        return await _read_places(connector)
    finally:
        await connector.close()


async def switch_on(
    shops: Shops, account: Account, checked: Checked, told_by: Mapping[str, str], *, anyway: bool
) -> None:
    """From now on the shop is read, then told; a serving hub takes it up. ``told_by`` is who writes to customers
    about a kind where that is not the usual one. Raises NotConnected where the check found something ``needed``."""
    needed = [finding for finding in checked.findings if finding.state == NEEDED]
    if needed and not anyway:
        names = "; ".join(f"{one.name}: {one.detail}" for one in needed)
        raise NotConnected(NEEDS, str(len(needed)), f"The check finds what is needed first: {names}")
    platform = shops.platforms(account.platform)
    await shops.database.write(
        lambda connection: _switched_on(connection, shops, account, platform, told_by, checked)
    )


async def switch_off(shops: Shops, account: Account) -> None:
    """The shop is neither read nor told any more; what waits goes on waiting."""

    def work(connection: Connection) -> None:
        _put_state(connection, shops, account, lines.OFF)

    await shops.database.write(work)


async def read_ahead(shops: Shops, account: Account, *, on: bool) -> None:
    """Begins, goes on with or pauses the first load of a channel that is not on; raises NotConnected if it is."""
    if account.state in lines.RUNNING:
        raise NotConnected(IS_ON, "", f"The channel {account.code} is on.")
    state = lines.READING if on else lines.OFF
    await shops.database.write(lambda connection: _put_state(connection, shops, account, state))


async def remove(shops: Shops, account: Account) -> None:
    """Forgets the line, its secrets and what waits for it; raises NotConnected while it is on."""
    if account.state in lines.RUNNING:
        raise NotConnected(STILL_ON, "", f"Switch it off first: storedesk channel off {account.code}")

    def work(connection: Connection) -> None:
        _put_state(connection, shops, account, lines.OFF)
        lines.forget_account(connection, account.channel_id)

    await shops.database.write(work)
    await asyncio.to_thread(shops.secrets.forget, account.channel_id)


async def _places_allowed(connector: Connector) -> list[RemotePlace]:
    """None where the shop does not let us read them: the check says so."""
    try:
        return await _read_places(connector)
    except Stopped:
        return []


async def _read_places(connector: Connector) -> list[RemotePlace]:
    found = [record async for page in connector.load(Kind.PLACES, "") for record in page.records]
    return [one for one in found if isinstance(one, RemotePlace)]


def _prepared(connection: Connection, shops: Shops, row: Channel, platform: str, *, named: bool) -> Account:
    account = account_named(connection, row.code)
    there: list[Channel] = [stored.row for stored in Rows(connection).among("channel", {})]
    channel = next((one for one in there if one.code == row.code), None)
    if account is not None and account.platform != platform:
        raise NotConnected(
            OTHER_PLATFORM,
            account.platform,
            f"The channel {row.code} is on {account.platform}; remove it first, or take another code.",
        )
    if channel is None:
        channel = row._replace(id=max((one.id for one in there), default=0) + 1)
        write_rows(connection, [channel], shops.random_tag)
    elif named and channel.name != row.name:
        write_rows(connection, [channel._replace(name=row.name)], shops.random_tag)
    if account is None:
        lines.add_account(connection, channel.id, platform, "{}", shops.around.now())
    found = account_named(connection, row.code)
    if found is None:
        raise LookupError(row.code)
    return found


def _switched_on(
    connection: Connection,
    shops: Shops,
    account: Account,
    platform: Platform,
    chosen: Mapping[str, str],
    checked: Checked,
) -> None:
    rows = Rows(connection)
    settings = []
    for kind, usual in platform.told_by.items():
        name = told_by_setting(account.code, kind)
        known = rows.get("setting", (CHAIN, name)) or rows.get(
            "setting", (CHAIN, f"message.{kind}.{account.channel_id}")
        )
        if kind in chosen or known is None:
            settings.append(Setting(CHAIN, name, chosen.get(kind, usual)))
    if settings:
        write_rows(connection, settings, shops.random_tag)
    if account.state not in lines.RUNNING:
        start_at_head(connection, account.channel_id)
        _read_places_at_once(connection, account.channel_id)
    change_account(
        connection, account.channel_id, state=lines.LOADING, why="", what="", shop=checked.shop,
        capabilities=" ".join(sorted(checked.capabilities)), levels=platform.levels,
        changed_at=shops.around.now(),
    )  # fmt: skip


def _read_places_at_once(connection: Connection, channel_id: int) -> None:
    """With its places a platform is asked for signals, which it was not while nothing was to be written there."""
    position = position_of(connection, channel_id, Kind.PLACES)
    put_position(connection, channel_id, position._replace(read_at=0))


def _put_state(connection: Connection, shops: Shops, account: Account, state: str) -> None:
    now = shops.around.now()
    change_account(connection, account.channel_id, state=state, why="", what="", changed_at=now)
    write_standing(connection, account.channel_id, None, now, shops.random_tag)
