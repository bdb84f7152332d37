"""``storedesk channel pull`` and ``push``: one pass by hand, beside or instead of a serving hub."""

import asyncio
import json
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import click

from storedesk.connectors.platforms import platform_named
from storedesk.connectors.port import LOAD_ORDER, Kind
from storedesk.hub.channel_commands import Desk, of_channel, work_with
from storedesk.hub.channels.channel_run import LEASE_MS, Ports
from storedesk.hub.channels.channel_run import ChannelRun as Run
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.plan_pushes import tell_all_again
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage import channel_accounts as accounts
from storedesk.storage.channel_accounts import Account
from storedesk.storage.channel_cursors import positions_of
from storedesk.storage.channel_outbox import standing

SHOWN_EVERY_SECONDS = 0.5
_jitter = secrets.SystemRandom().random


@click.command("pull")
@of_channel
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in LOAD_ORDER]))
@click.option("--json", "as_json", is_flag=True)
def pull_command(data: Path, postgres: str | None, code: str, kinds: tuple[str, ...], as_json: bool) -> None:
    """Read the shop once: the rest of the first load, or what has changed. A killed one goes on where it was."""

    async def work(desk: Desk) -> dict[str, int]:
        account = await desk.account(code)
        async with _alone(desk, account) as run:
            bar = asyncio.create_task(_show(desk, account, sys.stderr.isatty() and not as_json))
            try:
                return await run.pull([Kind(kind) for kind in kinds])
            finally:
                bar.cancel()
                await asyncio.gather(bar, return_exceptions=True)

    read = work_with(data, postgres, work)
    if as_json:
        click.echo(json.dumps(read))
        return
    for kind, records in read.items():
        click.echo(f"{kind:<10} {records:>9}")


@click.command("push")
@of_channel
@click.option("--all", "again", is_flag=True, help="Tell every figure again, whatever was told before.")
@click.option("--json", "as_json", is_flag=True)
def push_command(data: Path, postgres: str | None, code: str, again: bool, as_json: bool) -> None:
    """Tell the shop what waits, once; it must be on."""

    async def work(desk: Desk) -> tuple[int, int]:
        account = await desk.account(code)
        if account.state not in accounts.RUNNING:
            raise click.ClickException(f"Nothing is written before: storedesk channel on {code}")
        if account.state == accounts.LOADING:
            raise click.ClickException(f"It is not loaded yet; first: storedesk channel pull {code}")
        async with _alone(desk, account) as run:
            if again:
                await desk.database.write(partial(tell_all_again, channel_id=account.channel_id))
            await run.tell_turn()
        box = await desk.database.read(
            lambda connection: standing(connection, account.channel_id, now_ms() - 60_000)
        )
        return box.unsent, box.parked

    unsent, parked = work_with(data, postgres, work)
    if as_json:
        click.echo(json.dumps({"unsent": unsent, "parked": parked}))
    else:
        click.echo(f"{unsent} messages wait, {parked} need somebody.")
    if parked:
        sys.exit(1)


@asynccontextmanager
async def _alone(desk: Desk, account: Account) -> AsyncIterator[Run]:
    """The channel, run by this command alone; raises ClickException while a serving hub runs it."""
    bugs: list[str] = []
    lines = Lines(platform_named, desk.around, desk.secrets)
    owner = secrets.token_hex(8)
    ports = Ports(
        desk.database, lines, owner, now_ms, random_tag, _jitter, lambda _code, trace: bugs.extend(trace)
    )
    run = Run(ports, account)
    try:
        if not await run.begin():
            raise click.ClickException(
                "A serving hub runs this channel and does this by itself; "
                f"a hub that has died lets go after {LEASE_MS // 1000} seconds."
            )
        yield run
    finally:
        await run.end()
        await lines.close()
    if bugs:
        raise click.ClickException(f"Something broke: {bugs[0]}; the rest is done. Tell support.")


async def _show(desk: Desk, account: Account, wanted: bool) -> None:
    """One line on standard error that is written over, until cancelled."""
    while wanted:
        found = await desk.database.read(partial(positions_of, channel_id=account.channel_id))
        parts = [f"{one.kind} {one.done}" + (f"/{one.total}" if one.total else "") for one in found]
        click.echo("\r" + "  ".join(parts)[:110], err=True, nl=False)
        await asyncio.sleep(SHOWN_EVERY_SECONDS)
