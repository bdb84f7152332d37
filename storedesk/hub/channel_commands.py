"""The group ``storedesk channel``; each command is loaded when it is named."""

import asyncio
import importlib
import os
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from storedesk.connectors.platforms import UnknownPlatform, platform_named
from storedesk.connectors.port import Surroundings
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.master import MasterTableWrong
from storedesk.hub.channels.accounts import AccountWrong
from storedesk.hub.channels.connecting import NotConnected, Shops
from storedesk.hub.channels.matching_places import NoSuchPlace
from storedesk.hub.channels.plan import NoChannel
from storedesk.hub.channels.secrets import SecretStore, SecretsUnreadable
from storedesk.hub.commands import one_line
from storedesk.hub.database import Database
from storedesk.hub.opening import open_hub, random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.channel_accounts import Account, account_named

T = TypeVar("T")
COMMANDS = {
    "add": "storedesk.hub.channel_setup:add_command",
    "check": "storedesk.hub.channel_setup:check_command",
    "list": "storedesk.hub.channel_setup:list_command",
    "places": "storedesk.hub.channel_places:places_command",
    "on": "storedesk.hub.channel_switch:on_command",
    "off": "storedesk.hub.channel_switch:off_command",
    "remove": "storedesk.hub.channel_switch:remove_command",
    "pull": "storedesk.hub.channel_traffic:pull_command",
    "push": "storedesk.hub.channel_traffic:push_command",
    "differences": "storedesk.hub.channels.differences_command:differences_command",
}
"""One line adds a command."""
STOPPED = {
    "signed_out": "The shop does not let us in; enter its keys again with 'storedesk channel add'.",
    "right_missing": "A right is missing in the shop.",
    "shop_closed": "The shop is closed or locked.",
    "another_shop": "Another shop than before answers at this address.",
    "clock_differs": "The clocks of this machine and the shop differ too much.",
    "not_supported": "This shop cannot do that.",
}


class ChannelGroup(click.Group):
    """Finds a command in the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]} is not a command")
        return command


@click.group("channel", cls=ChannelGroup)
def channel() -> None:
    """Connect shops, and see how they are."""


class Desk(NamedTuple):
    """What a command works with: the hub's database, the secrets, and the world outside."""

    database: Database
    secrets: SecretStore
    around: Surroundings

    @property
    def shops(self) -> Shops:
        return Shops(self.database, self.secrets, self.around, platform_named, random_tag)

    async def account(self, code: str) -> Account:
        """Raises ClickException where there is no such channel with a line."""
        found = await self.database.read(partial(account_named, code=code))
        if found is None:
            raise click.ClickException(f"There is no channel {code!r}; 'storedesk channel list' shows all.")
        return found


def work_with(data: Path, postgres: str | None, work: Callable[[Desk], Awaitable[T]]) -> T:
    """Runs a command's work; expected trouble ends it with exit code 1 and one sentence."""

    async def run() -> T:
        async with open_hub(data, postgres) as database:
            around = Surroundings(now_ms, asyncio.sleep, os.urandom)
            return await work(Desk(database, SecretStore(data), around))

    with one_line():
        try:
            return asyncio.run(run())
        except Unreachable as trouble:
            raise click.ClickException(
                f"The shop cannot be reached now ({trouble.why}); try again."
            ) from None
        except Stopped as stopped:
            words = STOPPED.get(stopped.why, "The shop refuses.")
            raise click.ClickException(f"{words} {stopped.what}".strip()) from None
        except (
            AccountWrong,
            SecretsUnreadable,
            UnknownPlatform,
            MasterTableWrong,
            NotConnected,
            NoSuchPlace,
        ) as error:
            raise click.ClickException(str(error)) from None
        except NoChannel as gone:
            raise click.ClickException(f"The channel {gone} is gone.") from None


def of_channel(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and options that name a channel of a hub."""
    command = click.argument("code")(command)
    return of_hub(command)


def of_hub(command: Callable[..., Any]) -> Callable[..., Any]:
    folder = click.Path(path_type=Path, file_okay=False)
    command = click.option("--postgres", metavar="URL", help="postgresql+asyncpg://… instead of SQLite.")(
        command
    )
    return click.option("--data", type=folder, required=True, help="The hub's folder.")(command)
