"""``storedesk hub import``: brings tables from elsewhere into the hub, with a progress bar and a report."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from storedesk.connectors.import_port import Batch, Run, Written
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.import_report import ImportReport
from storedesk.connectors.run_import import run_import
from storedesk.hub.command_database import Writer, hub_writer, where_the_hub_is
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.import_runs import Counted, ImportRun, find_run, save_run, write_import

_FILE = click.Path(path_type=Path, dir_okay=False)


class HubImportStore:
    """The import's port on a hub's database; the clock is only for the run's own record."""

    def __init__(self, writer: Writer, clock: Callable[[], int], random_tag: Callable[[], int]) -> None:
        self._writer, self._clock, self._random_tag = writer, clock, random_tag

    def find_run(self, key: str) -> Run | None:
        found = self._writer.run(lambda connection: find_run(connection, key))
        return None if found is None else Run(*found)

    def write(self, batch: Batch, run: Run, report_of: Callable[[Written], str]) -> Written:
        now = self._clock()
        counts = [Counted(*count) if count.at else Counted(*count[:-1], at=now) for count in batch.counts]

        def work(connection: Connection) -> Written:
            save_run(connection, ImportRun(*run), now)  # holds the run before the feed is locked, last of all
            written = Written(
                *write_import(
                    connection, batch.rows, batch.new_only, batch.movements, counts, self._random_tag
                )
            )
            save_run(connection, ImportRun(*run._replace(report=report_of(written))), now)
            return written

        return self._writer.run(work)


@click.command("import")
@click.option(
    "--mapping", "mapping", required=True, type=_FILE, help="Which column means what; see docs/import.md."
)
@click.argument("inputs", nargs=-1, required=True, type=_FILE, metavar="INPUT…")
@where_the_hub_is
@click.option("--json", "as_json", is_flag=True, help="The whole report as JSON, with every refused line.")
def import_command(
    mapping: Path, inputs: tuple[Path, ...], data: Path, postgres: str | None, as_json: bool
) -> None:
    """Bring CSV or XLSX tables into the hub. A killed run goes on; a second one changes nothing."""
    bar = _Bar(sys.stderr.isatty() and not as_json)
    try:
        with hub_writer(data, postgres) as writer:
            store = HubImportStore(writer, now_ms, random_tag)
            report = run_import(mapping, inputs, store, bar.show)
    except ImportRefused as error:
        raise click.ClickException(str(error)) from error
    except DatabaseTrouble as error:
        raise click.ClickException(
            f"The hub's database could not be written ({error}); what was done is kept: run it again."
        ) from error
    finally:
        bar.end()
    _tell(report, as_json=as_json)


def _tell(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(report.to_json())
        return
    if report.repeated:
        click.echo("This input was imported before with this mapping; nothing was changed. Its report:")
    for line in report.lines():
        click.echo(line)


class _Bar:
    """One line on standard error that is written over; nothing where nobody looks at a terminal."""

    def __init__(self, wanted: bool) -> None:
        self._wanted, self._shown = wanted, ""

    def show(self, step: str, fraction: float) -> None:
        filled = round(30 * fraction)
        line = f"\r{step:<16} [{'#' * filled}{'.' * (30 - filled)}] {fraction:4.0%}"
        if self._wanted and line != self._shown:
            click.echo(line, err=True, nl=False)
            self._shown = line

    def end(self) -> None:
        if self._shown:
            click.echo("", err=True)
