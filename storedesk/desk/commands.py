"""Commands of the desk that have no window: the worker process that the window starts."""

import asyncio
import sys
from pathlib import Path
from types import TracebackType

import click

from storedesk.desk.profile import SettingsUnreadable
from storedesk.desk.worker_life import WorkerBusy, run_worker
from storedesk.domain.error_trace import where_it_broke

APP = "storedesk 0.1"


@click.command("worker", hidden=True)
@click.option("--profile", type=click.Path(path_type=Path, file_okay=False), required=True)
def worker(profile: Path) -> None:
    """Write a desk's database and talk to its hub; started by the window, which speaks to it on the pipes."""
    sys.excepthook = _say_without_data
    try:
        code = asyncio.run(run_worker(profile, APP))
    except (SettingsUnreadable, WorkerBusy) as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise SystemExit(code)


def _say_without_data(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """A bug that ends the worker, on standard error; the window starts it again."""
    sys.stderr.write("worker ended: " + " | ".join(where_it_broke(error)) + "\n")
