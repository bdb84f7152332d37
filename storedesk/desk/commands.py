"""Commands of the desk that have no window: the worker process that the window starts."""

import asyncio
from pathlib import Path

import click

from storedesk.desk.profile import SettingsUnreadable
from storedesk.desk.worker import WorkerBusy, run_worker

APP = "storedesk 0.1"


@click.command("worker", hidden=True)
@click.option("--profile", type=click.Path(path_type=Path, file_okay=False), required=True)
def worker(profile: Path) -> None:
    """Write a desk's database and talk to its hub; started by the window, which speaks to it on the pipes."""
    try:
        code = asyncio.run(run_worker(profile, APP))
    except (SettingsUnreadable, WorkerBusy) as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise SystemExit(code)
