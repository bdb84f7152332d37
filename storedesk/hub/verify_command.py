"""``storedesk hub verify``: whether audit, rows and sums are as they were written."""

from pathlib import Path

import click

from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.storage.hub_verify import Verified, verify_hub


@click.command("verify")
@where_the_hub_is
def verify_command(data: Path, postgres: str | None) -> None:
    """Check the audit's chain and the sums of all data; exit code 1 and the first row that does not fit."""
    with hub_writer(data, postgres) as writer:
        found = writer.run(verify_hub)
    if found.wrong:
        raise click.ClickException(
            f"The hub's data does not fit: {found.wrong}. Nothing was changed. Keep the folder as it is, restore the "
            "last backup beside it, and call support."
        )
    click.echo(verified_text(found))


def verified_text(found: Verified) -> str:
    return f"Whole: {found.audit_rows} entries of the audit, {found.rows} rows and the sums of {found.scopes} scopes."
