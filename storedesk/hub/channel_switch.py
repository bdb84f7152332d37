"""``storedesk channel on``, ``off`` and ``remove``: from when on a shop is read and told, and until when."""

from functools import partial
from pathlib import Path

import click

from storedesk.hub.channel_commands import Desk, of_channel, work_with
from storedesk.hub.channels.connecting import look, remove, switch_off, switch_on
from storedesk.hub.channels.matching_places import TO_CHOOSE, matches


@click.command("on")
@of_channel
@click.option(
    "--told-by", "chosen", multiple=True, metavar="KIND=WHO",
    help="Who writes to customers: ready=us or ready=platform, and the same for gone.",
)  # fmt: skip
@click.option("--anyway", is_flag=True, help="Also if the check finds that something needed is missing.")
def on_command(data: Path, postgres: str | None, code: str, chosen: tuple[str, ...], anyway: bool) -> None:
    """Read the shop, then tell it; a serving hub takes it up by itself. A channel that was stopped is tried again."""
    told_by = dict(line.partition("=")[::2] for line in chosen)
    if not set(told_by) <= {"ready", "gone"} or not set(told_by.values()) <= {"us", "platform"}:
        raise click.UsageError("--told-by takes ready=us, ready=platform, gone=us or gone=platform.")

    async def work(desk: Desk) -> int:
        account = await desk.account(code)
        checked, there = await look(desk.shops, account, places=True)
        await switch_on(desk.shops, account, checked, told_by, anyway=anyway)
        found = await desk.database.read(partial(matches, channel_id=account.channel_id, remote=there))
        return sum(one.by == TO_CHOOSE for one in found)

    unset = work_with(data, postgres, work)
    click.echo(f"The channel {code} is on; a serving hub loads it now and tells it from then on.")
    if unset:
        click.echo(f"{unset} of its places are linked to none here: storedesk channel places {code}")


@click.command("off")
@of_channel
def off_command(data: Path, postgres: str | None, code: str) -> None:
    """Neither read nor tell the shop any more; what waits goes on waiting."""

    async def work(desk: Desk) -> None:
        await switch_off(desk.shops, await desk.account(code))

    work_with(data, postgres, work)
    click.echo(f"The channel {code} is off.")


@click.command("remove")
@of_channel
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove_command(data: Path, postgres: str | None, code: str, yes: bool) -> None:
    """Forget the shop's line, its secrets and what waits for it; orders, links and the channel itself stay."""
    if not yes:
        click.confirm(f"Forget the line of {code}, and what waits for it?", abort=True)

    async def work(desk: Desk) -> None:
        await remove(desk.shops, await desk.account(code))

    work_with(data, postgres, work)
    click.echo(f"The line of {code} is forgotten.")
