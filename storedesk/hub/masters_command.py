"""``storedesk hub masters``: who is master of what, and what others wrote that was refused."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from storedesk.domain.master import DEFAULTS, FIELDS, Masters, MasterTableWrong, masters_from, with_master
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import known_codes, masters_text, set_masters
from storedesk.storage.refused_writes import RefusedWrites, refused_since

_DAY_MS = 86_400_000
_ABOUT = {
    "texts": "titles, brands, options, barcodes",
    "price": "prices; by kind: price:base, price:channel, price:campaign, price:contract",
    "on_hand": "stock; by place: on_hand:GBG",
    "reservation": "what is reserved for whom",
    "customer": "persons who buy",
    "company": "companies and their contacts",
    "credit": "credit limits and stops",
    "order": "the state of an order",
    "payment": "the state of its payment",
    "listed": "what buyers can see",
}


@click.group("masters")
def masters_group() -> None:
    """Who is master of which field: only the master's word is taken."""


@masters_group.command("show")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
def show_command(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show every field with its master."""
    with hub_writer(data, postgres) as writer:
        masters = _read(writer.run(masters_text))
    if as_json:
        click.echo(json.dumps({**DEFAULTS, **masters.entries}))
        return
    for line in shown_masters(masters):
        click.echo(line)


@masters_group.command("set")
@where_the_hub_is
@click.argument("field")
@click.argument("source")
def set_command(data: Path, postgres: str | None, field: str, source: str) -> None:
    """Make SOURCE master of FIELD (texts, price, price:contract, on_hand, on_hand:GBG …).

    SOURCE is here, erp, till, any, the code of a channel, or default for what holds when nothing is set."""
    with hub_writer(data, postgres) as writer:
        try:
            masters = writer.run(partial(_set, field, "" if source == "default" else source))
        except MasterTableWrong as error:
            raise click.ClickException(str(error)) from error
    name, _, part = field.partition(":")
    click.echo(f"{masters.master_of(name, part)} is master of {field} from now on.")


@masters_group.command("refused")
@where_the_hub_is
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 90))
@click.option("--json", "as_json", is_flag=True)
def refused_command(data: Path, postgres: str | None, days: int, as_json: bool) -> None:
    """List what sources wrote that are not master of the field."""
    since = now_ms() - (days - 1) * _DAY_MS
    with hub_writer(data, postgres) as writer:
        found = writer.run(lambda connection: refused_since(connection, since))
    if as_json:
        click.echo(json.dumps([one._asdict() for one in found]))
        return
    for line in refused_lines(found, days):
        click.echo(line)


def shown_masters(masters: Masters) -> Iterator[str]:
    """One line a field, its parts below it; what somebody has set has a mark."""
    for field in FIELDS:
        parts = sorted(name for name in masters.entries if name.startswith(f"{field}:"))
        for name in (field, *parts):
            mark = "*" if name in masters.entries else " "
            about = _ABOUT[field] if name == field else ""
            part = name.partition(":")[2]
            yield f"{mark} {name:<18} {masters.master_of(field, part):<14} {about}".rstrip()


def refused_lines(found: list[RefusedWrites], days: int) -> Iterator[str]:
    if not found:
        yield f"Nobody but the masters has written anything in {days} days."
    for one in found:
        yield f"{one.day}  {one.source:<12} {one.field:<12} {one.writes:>6} refused, last {one.example}"


def _set(field: str, source: str, connection: Connection) -> Masters:
    channels, places = known_codes(connection)
    masters = with_master(masters_from(masters_text(connection)), field, source, channels, places)
    set_masters(connection, masters, random_tag)
    return masters


def _read(text: str) -> Masters:
    try:
        return masters_from(text)
    except MasterTableWrong as error:
        raise click.ClickException(str(error)) from error
