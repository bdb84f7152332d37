"""Opens the hub's database for a command that writes into it and ends."""

import asyncio
import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import click

from storedesk.storage.database_work import SqliteConnection, Work
from storedesk.storage.engine import (
    DatabaseDamaged,
    DatabaseTooNew,
    new_database_key,
    open_postgres,
    open_sqlite,
)
from storedesk.storage.hub_rows import prepare_hub

T = TypeVar("T")


class Writer(Protocol):
    """Runs storage functions, each in one transaction of its own."""

    def run(self, work: Work[T]) -> T: ...


class PostgresWriter:
    """The same for PostgreSQL, on a loop of its own."""

    def __init__(self, url: str) -> None:
        self._engine = open_postgres(url)
        self._runner = asyncio.Runner()

    def run(self, work: Work[T]) -> T:
        return self._runner.run(self._run(work))

    async def _run(self, work: Work[T]) -> T:
        async with self._engine.begin() as connection:
            return await connection.run_sync(work)

    def close(self) -> None:
        self._runner.run(self._engine.dispose())
        self._runner.close()


def random_tag() -> int:
    """A random 63-bit tag for a feed commit."""
    return secrets.randbits(63)


@contextlib.contextmanager
def hub_writer(database: Path | None, key_file: Path | None, postgres: str | None) -> Iterator[Writer]:
    """A prepared hub: an SQLite file with its key file, both made if there are none, or a PostgreSQL URL."""
    if (database is None) == (postgres is None):
        raise click.UsageError("Name the hub's database: --database PATH with --key-file PATH, or --postgres URL.")
    if database is not None and key_file is None:
        raise click.UsageError("An SQLite database needs its key: add --key-file PATH.")
    writer: SqliteConnection | PostgresWriter
    if database is not None and key_file is not None:
        writer = _open_file(database, database_key(key_file, may_make=not database.exists()))
    else:
        writer = PostgresWriter(postgres or "")
    try:
        instance = secrets.token_hex(16)
        writer.run(lambda connection: prepare_hub(connection, instance, random_tag))
        yield writer
    finally:
        writer.close()


def _open_file(database: Path, key: str) -> SqliteConnection:
    try:
        return SqliteConnection(open_sqlite(database, key))
    except (DatabaseDamaged, DatabaseTooNew) as error:
        raise click.ClickException(str(error)) from error


def database_key(key_file: Path, *, may_make: bool) -> str:
    """The key in a file that only its owner may read; a new one if there is none and it may be made."""
    if not key_file.exists():
        if not may_make:
            raise click.ClickException(f"The key file {key_file.name} is not there, so the database stays closed.")
        descriptor = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(new_database_key() + "\n")
    text = key_file.read_bytes()[:200].decode("ascii", "replace").strip()
    if re.fullmatch(r"[0-9a-f]{64}", text) is None:
        raise click.ClickException(f"The key file {key_file.name} does not hold a key of 64 hex digits.")
    return text
