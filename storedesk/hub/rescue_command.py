"""``storedesk hub rescue``: decides what a revoked desk has left in a file."""

import json
from pathlib import Path

import click

from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.data_folder import DataFolder, NoKey
from storedesk.hub.opening import random_tag
from storedesk.hub.rescue import KNOWN, rescue
from storedesk.hub.system_clock import now_ms
from storedesk.protocol.rescue_file import LARGEST_BYTES, NotARescueFile
from storedesk.storage.database_work import DatabaseTrouble


@click.command("rescue")
@where_the_hub_is
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True)
def rescue_command(data: Path, postgres: str | None, file: Path, as_json: bool) -> None:
    """Decide what a desk could not send before its access was taken away."""
    with file.open("rb") as opened:
        content = opened.read(LARGEST_BYTES + 1)
    now = now_ms()
    try:
        own = DataFolder(data).rescue_key()
        with hub_writer(data, postgres) as writer:
            counts = writer.run(lambda connection: rescue(connection, content, own, now, random_tag))
    except DatabaseTrouble as trouble:
        raise click.ClickException(f"The hub's database cannot be used now: {trouble}.") from trouble
    except (NotARescueFile, NoKey) as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(counts, sort_keys=True))
        return
    for outcome, count in sorted(counts.items()):
        click.echo(f"{count:>6}  {outcome.replace('_', ' ')}")
    if set(counts) <= {KNOWN}:
        click.echo("Nothing was new: every action in the file had been decided before.")
