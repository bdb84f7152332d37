"""``storedesk hub erp``: takes files of the ERP system in, writes files for it, says how that stands."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from storedesk.connectors.feed_mapping import load_feed_mapping
from storedesk.connectors.import_refused import ImportRefused
from storedesk.hub.command_database import where_the_hub_is
from storedesk.hub.commands import one_line
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.database import Database
from storedesk.hub.erp.erp_export import ErpExport, NoSuchExport
from storedesk.hub.erp.erp_import import ErpImport, ErpReport
from storedesk.hub.erp.erp_runner import MAPPINGS, OUT
from storedesk.hub.opening import open_hub, random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage import erp_exports
from storedesk.storage.database_work import Connection
from storedesk.storage.erp_exports import Export
from storedesk.storage.refused_writes import RefusedWrites, refused_since

T = TypeVar("T")
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_WEEK_MS, _SHOWN = 7 * 86_400_000, 20


@click.group("erp")
def erp_group() -> None:
    """Files of an ERP system, in and out."""


@erp_group.command("import")
@click.option("--mapping", type=_FILE, help="Which column means what; else by the file's name.")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True, help="The reports as JSON, with every refused row.")
def import_command(
    mapping: Path | None, files: tuple[Path, ...], data: Path, postgres: str | None, as_json: bool
) -> None:
    """Take articles-, prices-, companies-, stock- and arrivals- files in. A second time changes nothing."""

    async def work(database: Database) -> list[ErpReport]:
        given = None if mapping is None else load_feed_mapping(mapping)
        imports = ErpImport(database, DataFolder(data).erp / MAPPINGS, now_ms, random_tag)
        return [(await imports.take(path, given))[1] for path in files]

    reports = _run(data, postgres, work)
    if as_json:
        click.echo(msgspec.json.encode(reports).decode())
    else:
        for report in reports:
            _tell(report)
    if any(report.refused for report in reports):
        raise SystemExit(1)


@erp_group.command("export")
@click.option("--again", type=int, metavar="N", help="Write the files of number N once more.")
@where_the_hub_is
def export_command(again: int | None, data: Path, postgres: str | None) -> None:
    """Write orders, pickups, movements and returns since the last time into the folder erp/out."""
    out = DataFolder(data).erp / OUT

    async def work(database: Database) -> list[Export]:
        exports = ErpExport(database, out, now_ms)
        return await (exports.export() if again is None else exports.again(again))

    done = _run(data, postgres, work)
    for export in done:
        click.echo(f"{export.name}  {export.rows} rows")
    if not done:
        click.echo("Nothing has changed since the last export.")


@erp_group.command("status")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True)
def status_command(data: Path, postgres: str | None, as_json: bool) -> None:
    """Show the last files out, and what the ERP system wrote that it is not master of."""

    def read(connection: Connection) -> tuple[list[Export], list[RefusedWrites]]:
        refused = [one for one in refused_since(connection, now_ms() - _WEEK_MS) if one.source == "erp"]
        return erp_exports.latest_exports(connection, _SHOWN), refused

    async def work(database: Database) -> tuple[list[Export], list[RefusedWrites]]:
        return await database.read(read)

    exports, refused = _run(data, postgres, work)
    if as_json:
        click.echo(
            json.dumps(
                {"exports": [one._asdict() for one in exports], "refused": [one._asdict() for one in refused]}
            )
        )
        return
    for export in exports:
        at = datetime.fromtimestamp(export.made_at / 1000, UTC).strftime("%Y-%m-%d %H:%M")
        click.echo(
            f"{export.name:<24} {export.rows:>7} rows  {at} UTC  {'' if export.written_at else 'not written yet'}"
        )
    for one in refused:
        click.echo(f"refused  {one.day}  {one.field:<10} {one.writes:>7}  such as {one.example}")


def _run(data: Path, postgres: str | None, work: Callable[[Database], Awaitable[T]]) -> T:
    async def run() -> T:
        async with open_hub(data, postgres) as database:
            return await work(database)

    with one_line():
        try:
            return asyncio.run(run())
        except (ImportRefused, NoSuchExport) as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            raise click.ClickException(f"A file cannot be read or written: {error.strerror}.") from error


def _tell(report: ErpReport) -> None:
    if report.refused:
        click.echo(f"{report.file}: refused. {report.refused}", err=True)
        return
    again = "was taken before; its report: " if report.repeated else ""
    click.echo(
        f"{report.file}: {again}{report.read} rows, {report.inserted} records new, {report.changed} changed, "
        f"{report.unchanged} as they were, {report.refused_rows} rows refused"
    )
    for what, number in (
        *report.counts.items(),
        *((f"not master of {f}", n) for f, n in report.not_master.items()),
    ):
        click.echo(f"  {what}: {number}")
    for one in report.lines[:_SHOWN]:
        click.echo(f"  line {one['line']}: {one['why']}")
