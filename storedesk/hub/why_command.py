"""``storedesk hub why``: why an order lies with the place that has it; nothing is changed."""

from pathlib import Path

import click

from storedesk.domain.routing_rules import RoutingWrong
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.system_clock import now_ms
from storedesk.hub.why_order import NoSuchOrder, dry_run
from storedesk.hub.why_words import why_lines
from storedesk.protocol.wire import encode


@click.command("why")
@click.argument("number")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
def why_command(number: str, data: Path, postgres: str | None, as_json: bool) -> None:
    """Route an order again without changing anything, and say why each place does it or not."""
    now = now_ms()
    with hub_writer(data, postgres) as writer:
        try:
            found = writer.run(lambda connection: dry_run(connection, number, now))
        except (NoSuchOrder, RoutingWrong) as error:
            raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(encode(found).decode())
        return
    for line in why_lines(found):
        click.echo(line)
