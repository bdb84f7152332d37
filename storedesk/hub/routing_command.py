"""``storedesk hub routing``: the rules by which orders find their place, and places switched off."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from storedesk.domain.records import RoutingSet, Setting
from storedesk.domain.routing_rules import (
    OFF_SETTING,
    SETTING,
    Filter,
    RoutingWrong,
    Rule,
    RuleSet,
    rules_from,
)
from storedesk.domain.routing_sets import IN_USE, LONGEST, Sets, put_in_use, sets_of
from storedesk.hub.command_database import hub_writer, where_the_hub_is
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import place_id_of
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.rows import Rows

_CHAIN = 0


@click.group("routing")
def routing_group() -> None:
    """Rules by which orders find their place."""


@routing_group.command("show")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True, help="As it is set, for a file that can be set again.")
def show(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show the rules in use and which places are switched off."""
    with hub_writer(data, postgres) as writer:
        text = writer.run(_set)
        off = writer.run(_switched_off)
    if as_json:
        click.echo(text or "{}")
        return
    for line in rule_lines(_rules(text)):
        click.echo(line)
    for place, why in off:
        click.echo(f"Place {place} is switched off: {why}")


@routing_group.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(file: Path) -> None:
    """Read rules from a file and say what they are, or the one thing that is wrong."""
    for line in rule_lines(_rules(file.read_text(encoding="utf-8"))):
        click.echo(line)


@routing_group.command("set")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@where_the_hub_is
def set_rules(file: Path, data: Path, postgres: str | None) -> None:
    """Use the rules of a file from the next order on."""
    text = file.read_text(encoding="utf-8")
    rules = _rules(text)
    compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    if len(compact) > LONGEST:
        raise click.ClickException(f"The rules are longer than {LONGEST} characters; shorten names or lists.")
    now = now_ms()
    with hub_writer(data, postgres) as writer:
        number = writer.run(lambda connection: _use(connection, compact, now))
    click.echo(f"{len(rules.rules)} rules are in use from now on, as set {number}.")


@routing_group.command("history")
@where_the_hub_is
def history(data: Path, postgres: str | None) -> None:
    """Show the set in use, the draft, and the sets that can be gone back to."""
    with hub_writer(data, postgres) as writer:
        sets = writer.run(_sets)
    click.echo(f"Set {sets.in_use.number}: in use{_since(sets.in_use)}")
    if sets.draft is not None:
        click.echo(f"Set {sets.draft.number}: draft")
    for one in sets.past:
        click.echo(f"Set {one.number}: last in use{_since(one)}")


@routing_group.command("back")
@click.argument("number", type=int)
@where_the_hub_is
def back(number: int, data: Path, postgres: str | None) -> None:
    """Put a set of the history in use again."""
    now = now_ms()
    with hub_writer(data, postgres) as writer:
        if not writer.run(lambda connection: _go_back(connection, number, now)):
            raise click.ClickException(f"There is no set {number} to go back to; see 'routing history'.")
    click.echo(f"Set {number} is in use from now on.")


@routing_group.command("off")
@click.argument("place")
@where_the_hub_is
@click.option("--why", default="switched off", show_default=True, help="Shown beside the place.")
def off(place: str, data: Path, postgres: str | None, why: str) -> None:
    """Give a place no new orders; what it has stays with it."""
    with hub_writer(data, postgres) as writer:
        writer.run(lambda connection: _put(connection, _place(connection, place), OFF_SETTING, why))
    click.echo(f"{place} gets no new orders.")


@routing_group.command("on")
@click.argument("place")
@where_the_hub_is
def on(place: str, data: Path, postgres: str | None) -> None:
    """Give a place new orders again."""
    with hub_writer(data, postgres) as writer:
        writer.run(lambda connection: _put(connection, _place(connection, place), OFF_SETTING, ""))
    click.echo(f"{place} gets new orders again.")


def rule_lines(rules: RuleSet) -> list[str]:
    """One line for each run, batch and rule."""
    lines = [f"Run: {run.name}, every {run.every_minutes} min, {_orders(run.orders)}" for run in rules.runs]
    lines += [f"Batch {n}: {one.name}, {_orders(one.orders)}" for n, one in enumerate(rules.batches, 1)]
    return lines + [_rule(number, rule) for number, rule in enumerate(rules.rules, 1)]


def _rule(number: int, rule: Rule) -> str:
    said = [_orders(rule.orders)]
    said.append("one parcel" if rule.most_parcels == 1 else f"up to {rule.most_parcels} parcels")
    said += [f"within {rule.km} km"] if rule.km is not None else []
    said += ["safety stock kept"] if rule.safety else []
    said += ["under the daily limit"] if rule.capacity else []
    said += [f"open {rule.opening}"] if rule.opening else []
    said += ["a part is enough"] if rule.partial else []
    said += ["a pickup's goods may be brought from elsewhere"] if rule.from_elsewhere else []
    said += [f"places {', '.join(rule.places)}"] if rule.places else []
    return f"{number}{'' if rule.on else ' (off)'} {rule.name}: {', '.join(said)}"


def _orders(orders: Filter) -> str:
    said = [", ".join(part) for part in orders if part]
    return " · ".join(said) or "all orders"


def _rules(text: str) -> RuleSet:
    try:
        return rules_from(text)
    except RoutingWrong as error:
        raise click.ClickException(str(error)) from error


def _set(connection: Connection) -> str:
    stored = Rows(connection).get("setting", (_CHAIN, SETTING))
    return "" if stored is None else str(stored.row.value)


def _switched_off(connection: Connection) -> list[tuple[str, str]]:
    rows = Rows(connection)
    found = [
        (str(place.row.code), rows.get("setting", (place.row.id, OFF_SETTING)))
        for place in rows.among("place", {})
    ]
    return [(code, stored.row.value) for code, stored in found if stored is not None and stored.row.value]


def _sets(connection: Connection) -> Sets:
    rows = [stored.row for stored in Rows(connection).among("routing_set", {})]
    return sets_of(rows, _set(connection))


def _use(connection: Connection, rules: str, now: int) -> int:
    """Beside a draft of the desks, which keeps its rules and gets the number after."""
    sets = _sets(connection)
    number = sets.highest + 1
    rows = list(put_in_use(sets, RoutingSet(number, IN_USE, rules, now, now, 0), now, 0))
    if sets.draft is not None:
        rows.append(sets.draft._replace(number=number + 1))
    write_rows(connection, [Setting(_CHAIN, SETTING, rules), *rows], random_tag)
    return number


def _go_back(connection: Connection, number: int, now: int) -> bool:
    sets = _sets(connection)
    wanted = next((one for one in sets.past if one.number == number), None)
    if wanted is None:
        return False
    rows = put_in_use(sets, wanted, now, 0)
    write_rows(connection, [Setting(_CHAIN, SETTING, wanted.rules), *rows], random_tag)
    return True


def _since(one: RoutingSet) -> str:
    if one.since is None:
        return ""
    return f" since {datetime.fromtimestamp(one.since / 1000, UTC):%Y-%m-%d %H:%M} UTC"


def _put(connection: Connection, place_id: int, name: str, value: str) -> None:
    write_rows(connection, [Setting(place_id, name, value)], random_tag)


def _place(connection: Connection, code: str) -> int:
    found = place_id_of(connection, code)
    if found is None:
        raise click.ClickException(f"There is no place {code!r}; 'storedesk hub status' shows the codes.")
    return found
