"""``storedesk channel places``: which place there is which place here."""

import json
from functools import partial
from pathlib import Path

import click

from storedesk.hub.channel_commands import Desk, of_channel, work_with
from storedesk.hub.channels.connecting import places_there
from storedesk.hub.channels.matching_places import Match, link_places, matches


@click.command("places")
@of_channel
@click.option(
    "--link",
    "given",
    multiple=True,
    metavar="THERE=CODE",
    help="Its id there is our place; no code leaves it out.",
)
@click.option("--json", "as_json", is_flag=True)
def places_command(
    data: Path, postgres: str | None, code: str, given: tuple[str, ...], as_json: bool
) -> None:
    """Show the shop's places beside ours, and link them."""
    wanted = [line.rpartition("=") for line in given]
    if any(not equals for _, equals, _ in wanted):
        raise click.UsageError("A link is given as THERE=CODE.")

    async def work(desk: Desk) -> list[dict[str, object]]:
        account = await desk.account(code)
        pairs = {there: here for there, _, here in wanted}
        if pairs:
            await desk.database.write(partial(link_places, channel_id=account.channel_id, wanted=pairs))
        remote = await places_there(desk.shops, account)
        found = await desk.database.read(partial(matches, channel_id=account.channel_id, remote=remote))
        return [_shown(one) for one in found]

    rows = work_with(data, postgres, work)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        problem = f"  ({row['problem']})" if row["problem"] else ""
        click.echo(f"{row['there']:<24} {row['name']:<32} {row['here'] or '–'}{problem}")


def _shown(one: Match) -> dict[str, object]:
    there = one.there
    return {
        "there": there.external_id, "name": there.name, "pickup": there.pickup, "problem": there.problem,
        "here": one.here, "by": one.by,
    }  # fmt: skip
