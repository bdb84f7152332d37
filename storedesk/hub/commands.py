"""The hub's commands: serve, migrate, enrol, staff; those of other modules are loaded when they are named."""

import asyncio
import contextlib
import importlib
import json
import secrets
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from storedesk.actions.rights import PERMISSIONS
from storedesk.domain.records import Staff
from storedesk.hub import staff as people
from storedesk.hub.data_folder import NoKey
from storedesk.hub.enrolment import CODE_LIVES_MS, UnknownPlace, make_code
from storedesk.hub.mail_server import MailRefused
from storedesk.hub.opening import open_hub, random_tag
from storedesk.hub.pins import PinRefused, pin_hash
from storedesk.hub.system_clock import now_ms
from storedesk.protocol.enrolment import shown_enrol_code
from storedesk.storage.database_work import DatabaseTrouble, Work
from storedesk.storage.engine import DatabaseDamaged, DatabaseTooNew
from storedesk.storage.feed_compaction import compact_feed

T = TypeVar("T")
Command = Callable[..., Any]
BRINGING = {
    "import": ("storedesk.hub.import_command", "import_command"),
    "erp": ("storedesk.hub.erp.erp_command", "erp_group"),
    "rescue": ("storedesk.hub.rescue_command", "rescue_command"),
    "routing": ("storedesk.hub.routing_command", "routing_group"),
    "sample": ("storedesk.hub.sample_shop", "sample_command"),
    "status": ("storedesk.hub.status_command", "status_command"),
    "erase": ("storedesk.hub.erase_customer", "erase_command"),
    "activity": ("storedesk.hub.activity.activity_command", "activity_group"),
    "till": ("storedesk.hub.tills.till_command", "till_group"),
    "why": ("storedesk.hub.why_command", "why_command"),
    "verify": ("storedesk.hub.verify_command", "verify_command"),
    "masters": ("storedesk.hub.masters_command", "masters_group"),
    "mail": ("storedesk.hub.mail_command", "mail_command"),
}
COMPACTED_AT_ONCE = 50_000
LOOPBACK = ("127.0.0.1", "::1", "localhost")
_EXPECTED = (
    MailRefused,
    NoKey,
    DatabaseDamaged,
    DatabaseTooNew,
    UnknownPlace,
    PinRefused,
    people.StaffRefused,
)


def where(command: Command) -> Command:
    """The options that name a hub's database."""
    folder = click.Path(path_type=Path, file_okay=False)
    command = click.option("--postgres", metavar="URL", help="postgresql+asyncpg://… instead of SQLite.")(
        command
    )
    return click.option("--data", type=folder, required=True, help="The hub's folder.")(command)


@contextlib.contextmanager
def one_line() -> Iterator[None]:
    """Expected trouble ends a command with exit code 1 and one sentence."""
    try:
        yield
    except DatabaseTrouble as trouble:
        raise click.ClickException(f"The hub's database cannot be used now: {trouble}.") from trouble
    except _EXPECTED as error:
        raise click.ClickException(str(error)) from error


def run_work(data: Path, postgres: str | None, work: Work[T]) -> T:
    """One transaction on the hub's database, for a command that then ends; a serving hub may be running."""

    async def run() -> T:
        async with open_hub(data, postgres) as database:
            return await database.write(work)

    with one_line():
        return asyncio.run(run())


class HubGroup(click.Group):
    """Loads commands of other modules when they are named; a hub that serves has no use for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return [*super().list_commands(ctx), *BRINGING]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None for an unknown name."""
        if cmd_name not in BRINGING:
            return super().get_command(ctx, cmd_name)
        module, name = BRINGING[cmd_name]
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}.{name} is not a command")
        return command


@click.group("hub", cls=HubGroup)
def hub() -> None:
    """Run and look after the hub."""


@hub.command("serve")
@where
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", default=8743, show_default=True, type=click.IntRange(0, 65535), help="0: any free one."
)
@click.option("--certificate", type=click.Path(path_type=Path, exists=True), help="PEM file for TLS.")
@click.option("--certificate-key", type=click.Path(path_type=Path, exists=True), help="Its key.")
@click.option("--behind-proxy", is_flag=True, help="Plain HTTP beyond this machine; a proxy does TLS.")
@click.option("--key-store", is_flag=True, help="Keep the database's key in the system's key store.")
@click.option("--until-stdin-closes", is_flag=True, help="Stop when standard input ends.")
def serve_command(
    data: Path, postgres: str | None, host: str, port: int, certificate: Path | None, certificate_key: Path | None,
    behind_proxy: bool, key_store: bool, until_stdin_closes: bool,
) -> None:  # fmt: skip
    """Serve desks until stopped; prints one line when ready."""
    if host not in LOOPBACK and certificate is None and not behind_proxy:
        raise click.UsageError(
            "Beyond this machine desks ask over TLS: give --certificate, or --behind-proxy."
        )
    from storedesk.hub import serving  # the web framework costs 0.8 s, which no other command needs

    place = serving.Place(host, port, certificate, certificate_key)
    work = partial(serving.serve, in_key_store=key_store, until_stdin_closes=until_stdin_closes)
    with one_line():
        try:
            asyncio.run(work(data, postgres, place, _say_ready))
        except OSError as error:
            raise click.ClickException(f"Cannot listen on {host}:{port}: {error.strerror}.") from error
        except KeyboardInterrupt:
            sys.exit(130)


def _say_ready(address: str) -> None:
    click.echo(f"The hub is ready at {address}")
    sys.stdout.flush()


@hub.command("migrate")
@where
def migrate_command(data: Path, postgres: str | None) -> None:
    """Make the database, or bring it up to this version."""
    run_work(data, postgres, lambda _connection: None)
    click.echo("The hub's database is up to date.")


@hub.command("compact")
@where
def compact_command(data: Path, postgres: str | None) -> None:
    """Let the feed forget what is older than 180 days; the serving hub does so by night."""
    now, tombstones, tags = now_ms(), 0, 0
    while True:
        done = run_work(data, postgres, lambda connection: compact_feed(connection, now, COMPACTED_AT_ONCE))
        tombstones, tags = tombstones + done.tombstones, tags + done.tags
        if COMPACTED_AT_ONCE not in (done.tombstones, done.tags):
            break
    click.echo(f"Forgot {tombstones} rows that are gone and {tags} commits; desks go on from {done.horizon}.")


@hub.command("enrol")
@where
@click.option("--place", required=True, help="The place's code, as GBG.")
@click.option("--json", "as_json", is_flag=True)
def enrol_command(data: Path, postgres: str | None, place: str, as_json: bool) -> None:
    """Make a code that lets one device in as a desk of a place."""
    now = now_ms()
    code = run_work(
        data, postgres, lambda connection: make_code(connection, place, "hub enrol", now, secrets.token_bytes)
    )
    if as_json:
        click.echo(json.dumps({"code": code, "place": place, "until": now + CODE_LIVES_MS}))
    else:
        click.echo(f"{shown_enrol_code(code)}  lets one device in at {place} during the next 10 minutes.")


@hub.group("staff")
def staff_group() -> None:
    """The people of a place."""


@staff_group.command("list")
@where
@click.option("--place", required=True)
@click.option("--json", "as_json", is_flag=True)
def staff_list(data: Path, postgres: str | None, place: str, as_json: bool) -> None:
    """Show number, initials, name and role."""
    found = run_work(data, postgres, lambda connection: people.staff_of(connection, place))
    if as_json:
        click.echo(json.dumps([_shown(person) for person in found], ensure_ascii=False))
        return
    for person in found:
        click.echo(f"{person.staff_id:>6}  {person.initials:<4}  {person.name}  {person.role}")


@staff_group.command("add")
@where
@click.option("--place", required=True)
@click.option("--name", required=True)
@click.option("--initials", required=True)
@click.option("--role", required=True, type=click.Choice(sorted(PERMISSIONS)))
def staff_add(data: Path, postgres: str | None, place: str, name: str, initials: str, role: str) -> None:
    """Add a person; the PIN is asked for, or read as the first line of standard input."""
    with one_line():
        hash_ = pin_hash(_ask_pin())
    now = now_ms()
    person = run_work(
        data, postgres,
        lambda connection: people.add_staff(connection, place, name, initials, role, hash_, now, random_tag),
    )  # fmt: skip
    click.echo(f"{person.name} is number {person.staff_id} at {place}.")


@staff_group.command("reset-pin")
@where
@click.option("--place", required=True)
@click.option("--staff", "staff_id", required=True, type=int)
def staff_reset_pin(data: Path, postgres: str | None, place: str, staff_id: int) -> None:
    """Give a person a new PIN, asked for or read as the first line of standard input."""
    with one_line():
        hash_ = pin_hash(_ask_pin())
    work = partial(people.reset_pin, place_code=place, staff_id=staff_id, hash_=hash_, tag=random_tag)
    person = run_work(data, postgres, work)
    click.echo(f"{person.name} has a new PIN.")


def _ask_pin() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("PIN", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().strip()


def _shown(person: Staff) -> dict[str, Any]:
    return {
        "staff_id": person.staff_id, "initials": person.initials, "name": person.name, "role": person.role,
        "active_until": person.active_until,
    }  # fmt: skip
