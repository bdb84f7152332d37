"""``storedesk hub status``: how each desk is heard, and which of them need somebody."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from storedesk.domain.sync_alarm import STANDS_STILL_MS
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.status_report import DeskStatus, HubStatus, hub_status
from storedesk.hub.system_clock import now_ms

_UNITS = ((86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s"))


@click.command("status")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
@click.option("--check", is_flag=True, help="Exit code 1 if a desk needs somebody.")
def status_command(data: Path, postgres: str | None, as_json: bool, check: bool) -> None:
    """Show how each desk is heard: connected, away, silent, not sending."""
    now = now_ms()
    with hub_writer(data, postgres) as writer:
        status = writer.run(lambda connection: hub_status(connection, now))
    if as_json:
        click.echo(json.dumps(asdict(status)))
    else:
        for line in status_lines(status):
            click.echo(line)
    if check and any(desk.needs_somebody for desk in status.desks):
        raise click.exceptions.Exit(1)


def status_lines(status: HubStatus) -> list[str]:
    """One line for the hub and one for each desk; those that need somebody begin with an exclamation mark."""
    worried = sum(desk.needs_somebody for desk in status.desks)
    head = (
        f"Hub {status.instance}: feed at {status.head}, {len(status.desks)} desks, {worried} need somebody."
    )
    return [head, *(_line(desk, status.now) for desk in status.desks)]


def _line(desk: DeskStatus, now: int) -> str:
    said = [str(desk.state)]
    if desk.seen_at is not None:
        said.append(f"heard {age(now - desk.seen_at)} ago")
    if desk.unsent_at is not None and now - desk.unsent_at >= STANDS_STILL_MS:
        said.append(f"oldest unsent change {age(now - desk.unsent_at)} old")
    if desk.parked:
        said.append(f"{desk.parked} parked, see Attention there")
    if desk.forks:
        said.append(f"data found in use twice, {desk.forks} times so far")
    return f"{'!' if desk.needs_somebody else ' '} {desk.desk:<12} {desk.place:<8} {', '.join(said)}"


def age(ms: int) -> str:
    """The largest unit that fits, as 3 min."""
    size, name = next((unit for unit in _UNITS if ms >= unit[0]), _UNITS[-1])
    return f"{max(0, ms) // size} {name}"
