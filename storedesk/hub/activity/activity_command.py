"""``storedesk hub activity``: the keys with which shops send what their buyers looked at."""

import json
import secrets
from datetime import UTC, datetime
from pathlib import Path

import click

from storedesk.hub.activity.keys import make_key
from storedesk.hub.command_database import where_the_hub_is
from storedesk.hub.commands import run_work
from storedesk.hub.system_clock import now_ms
from storedesk.storage import activity_rows
from storedesk.storage.database_work import Connection


@click.group("activity")
def activity_group() -> None:
    """What buyers of companies looked at online, sent by a shop with their consent."""


@activity_group.command("key")
@click.option("--channel", "code", required=True, help="The channel's code.")
@where_the_hub_is
def key_command(code: str, data: Path, postgres: str | None) -> None:
    """Make the key of a channel; it is shown this once, and the one before ends."""

    def work(connection: Connection) -> str:
        return make_key(connection, _channel(connection, code), now_ms(), secrets.token_bytes)

    click.echo(run_work(data, postgres, work))
    click.echo(f"Give this to the shop of {code} now: it is not shown again.", err=True)


@activity_group.command("revoke")
@click.option("--channel", "code", required=True, help="The channel's code.")
@where_the_hub_is
def revoke_command(code: str, data: Path, postgres: str | None) -> None:
    """Take the key of a channel away."""
    if not run_work(data, postgres, lambda c: activity_rows.drop_key(c, _channel(c, code))):
        raise click.ClickException(f"The channel {code} has no activity key.")
    click.echo(f"The shop of {code} cannot send activity any more.")


@activity_group.command("counts")
@where_the_hub_is
def counts_command(data: Path, postgres: str | None) -> None:
    """Show how many views came this week and what became of them, as JSON."""
    since = datetime.fromtimestamp((now_ms() - 7 * 86_400_000) / 1000, UTC).date().isoformat()
    found = run_work(data, postgres, lambda connection: activity_rows.views_counted(connection, since))
    rows = [
        {"channel": id_, "outcome": outcome, "views": views}
        for (id_, outcome), views in sorted(found.items())
    ]
    click.echo(json.dumps(rows))


def _channel(connection: Connection, code: str) -> int:
    found = activity_rows.channel_coded(connection, code)
    if found is None:
        raise click.ClickException(f"There is no channel {code}.")
    return found
