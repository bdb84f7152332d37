"""Opens the hub's database for a command that writes step by step and ends."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from storedesk.hub.data_folder import NoKey
from storedesk.hub.database import Database
from storedesk.hub.opening import open_hub
from storedesk.storage.database_work import Work
from storedesk.storage.engine import DatabaseDamaged, DatabaseTooNew

T = TypeVar("T")
Command = Callable[..., Any]


class Writer(Protocol):
    """Runs storage functions, each in one transaction of its own; a work may run again after a deadlock."""

    def run(self, work: Work[T]) -> T: ...


class _CommandWriter:
    """The same on a loop that lives as long as the command."""

    def __init__(self, runner: asyncio.Runner, database: Database) -> None:
        self._runner, self._database = runner, database

    def run(self, work: Work[T]) -> T:
        return self._runner.run(self._database.write(work))


def where_the_hub_is(command: Command) -> Command:
    """The options that name a hub's database, as all hub commands have them."""
    folder = click.Path(path_type=Path, file_okay=False)
    command = click.option("--postgres", metavar="URL", help="postgresql+asyncpg://… instead of SQLite.")(
        command
    )
    return click.option("--data", type=folder, required=True, help="The hub's folder.")(command)


@contextmanager
def hub_writer(data: Path, postgres: str | None) -> Iterator[Writer]:
    """The hub in a folder or on PostgreSQL, made if there is none; a serving hub may be running."""
    with asyncio.Runner() as runner:
        opened = AsyncExitStack()
        try:
            database = runner.run(opened.enter_async_context(open_hub(data, postgres)))
        except (NoKey, DatabaseDamaged, DatabaseTooNew) as error:
            raise click.ClickException(str(error)) from error
        try:
            yield _CommandWriter(runner, database)
        finally:
            runner.run(opened.aclose())
