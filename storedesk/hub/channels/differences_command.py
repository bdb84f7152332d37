"""``storedesk channel differences``: what each channel shows beside what it should, the dearest first."""

import json
from pathlib import Path
from typing import Any

import click

from storedesk.domain.master import MasterTableWrong
from storedesk.domain.records import Channel, ChannelState, Difference
from storedesk.hub.channels.compare import compare
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.database_work import Connection
from storedesk.storage.difference_list import ListedDifference, differences_of, listed_channels

SHOWN = 50


@click.command("differences")
@where_the_hub_is
@click.option("--channel", "code", help="The channel's code; all of them where it is not given.")
@click.option("--check", is_flag=True, help="Compare first what was last read with what should be shown.")
@click.option("--most", default=SHOWN, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--json", "as_json", is_flag=True)
def differences_command(
    data: Path, postgres: str | None, code: str | None, check: bool, most: int, as_json: bool
) -> None:
    """Show what channels show otherwise than they should, with cause and cost."""

    def look(connection: Connection) -> list[tuple[Channel, ChannelState | None, list[ListedDifference]]]:
        found = [one for one in listed_channels(connection) if code in (None, one[0].code)]
        return [(channel, state, differences_of(connection, channel.id, most)) for channel, state in found]

    def compare_all(connection: Connection) -> None:
        for channel, state in listed_channels(connection):
            if code in (None, channel.code) and state is not None:
                compare(connection, channel, now_ms(), random_tag)

    with hub_writer(data, postgres) as writer:
        try:
            if check:
                writer.run(compare_all)
            found = writer.run(look)
        except MasterTableWrong as error:
            raise click.ClickException(str(error)) from error
    if code is not None and not found:
        raise click.ClickException(f"There is no channel {code[:40]!r} at this hub.")
    if as_json:
        click.echo(json.dumps([_plain(*one) for one in found], ensure_ascii=False))
        return
    for line in lines(found):
        click.echo(line)


def lines(found: list[tuple[Channel, ChannelState | None, list[ListedDifference]]]) -> list[str]:
    """A head for each channel and a line for each difference; those that cost most come first."""
    shown = []
    for channel, state, rows in found:
        if state is None:
            shown.append(f"{channel.code}: not compared yet")
            continue
        shown.append(f"{channel.code}: {state.differing} of {state.compared} figures differ")
        shown += [f"  {_line(row)}" for row in rows]
    return shown


def _line(row: ListedDifference) -> str:
    one = row.difference
    about = f" {one.about}" if one.about else ""
    why = f" ({one.why})" if one.why else ""
    state = "" if one.state == "open" else f", {one.state}"
    shown = f"{row.sku:<20} {one.field}{about}: shows {one.theirs}, should show {one.ours}"
    return f"{shown}; {one.cause}{why}, may cost {one.cost / 10_000:.2f} {one.currency} a day{state}"


def _plain(channel: Channel, state: ChannelState | None, rows: list[ListedDifference]) -> dict[str, Any]:
    return {
        "channel": channel.code,
        "compared": 0 if state is None else state.compared,
        "differing": 0 if state is None else state.differing,
        "checked_at": None if state is None else state.checked_at,
        "differences": [_plain_row(row.sku, row.difference) for row in rows],
    }


def _plain_row(sku: str, one: Difference) -> dict[str, Any]:
    fields = one._asdict()
    return {"sku": sku, **fields, "history": json.loads(one.history or "[]")}
