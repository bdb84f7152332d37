"""Runs storage functions where their database wants them: on owned threads for SQLite, on asyncpg for PostgreSQL."""

import asyncio
import secrets
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from storedesk.storage.database_work import (
    Connection,
    DatabaseTrouble,
    SqliteConnection,
    Work,
    naming_trouble,
)
from storedesk.storage.engine import open_sqlite
from storedesk.storage.postgres import AsyncEngine, open_postgres
from storedesk.storage.search_store import SearchStore
from storedesk.storage.snapshot_file import SnapshotFile, snapshot_of_connection, snapshot_of_sqlite

T = TypeVar("T")
READERS = 2
MOST_WAITING = 500
TRIES = 5


class Database(Protocol):
    """Each work is one transaction; ``DatabaseTrouble`` means that nothing was written.

    A work that is given must not wait for anything; it may run again after a deadlock. ``writers`` transactions
    may write at the same time; of what waits, one may take up ``together`` pushes.
    """

    writers: int
    together: int

    async def read(self, work: Work[T]) -> T:
        """One consistent state, not later than what this process has written."""

    async def write(self, work: Work[T]) -> T: ...

    async def snapshot(self, scopes: Sequence[str], path: Path, key: str) -> SnapshotFile:
        """Builds a desk's file; takes seconds, one at a time."""

    async def cut_log(self) -> None:
        """Leaves no deleted row in the log, as far as that is ours; another time if somebody reads just now."""

    async def close(self) -> None: ...


class SqliteDatabase:
    """One thread owns the writing connection, each reading thread a read-only one."""

    writers = 1
    together = 50

    def __init__(self, path: Path, key: str, scratch: Path) -> None:
        """``scratch`` is a folder for what may be lost."""
        self._path = path
        self._key = key
        self._own = threading.local()
        self._opened: list[SqliteConnection] = []
        self._waiting = 0
        self._writer = ThreadPoolExecutor(1, "hub-writer")
        self._readers = ThreadPoolExecutor(READERS, "hub-reader")
        self._builder = ThreadPoolExecutor(1, "hub-snapshot")
        self._search = _search_store(scratch)

    async def read(self, work: Work[T]) -> T:
        return await self._run(self._readers, partial(self._here, work, readonly=True))

    async def write(self, work: Work[T]) -> T:
        return await self._run(self._writer, partial(self._here, work, readonly=False))

    async def snapshot(self, scopes: Sequence[str], path: Path, key: str) -> SnapshotFile:
        def build() -> SnapshotFile:
            with naming_trouble():
                return snapshot_of_sqlite(self._path, self._key, scopes, path, key, self._search)

        return await self._run(self._builder, build)

    async def cut_log(self) -> None:
        def cut() -> None:
            connection: SqliteConnection | None = getattr(self._own, "connection", None)
            if connection is not None:
                connection.cut_log()

        await self._run(self._writer, cut)

    async def close(self) -> None:
        """Finishes what has begun; the writer goes last and tidies its log away."""
        for executor in (self._builder, self._readers, self._writer):
            await asyncio.to_thread(executor.shutdown, wait=True, cancel_futures=True)
        for connection in sorted(self._opened, key=lambda opened: opened.writes):
            connection.close()

    def _here(self, work: Work[T], *, readonly: bool) -> T:
        connection: SqliteConnection | None = getattr(self._own, "connection", None)
        if connection is None:
            with naming_trouble():
                connection = SqliteConnection(
                    open_sqlite(self._path, self._key, readonly=readonly), writes=not readonly
                )
            self._own.connection = connection
            self._opened.append(connection)
        return connection.run(work)

    async def _run(self, executor: ThreadPoolExecutor, function: Callable[[], T]) -> T:
        if self._waiting >= MOST_WAITING:
            raise DatabaseTrouble("too many requests wait")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, function)
        finally:
            self._waiting -= 1


class PostgresDatabase:
    """A pool of asyncpg connections; snapshots run on a loop and a thread of their own."""

    writers = 8
    together = 50

    def __init__(self, url: str, scratch: Path) -> None:
        self._url = url
        self._engine = open_postgres(url)
        self._builder = ThreadPoolExecutor(1, "hub-snapshot")
        self._search = _search_store(scratch)

    async def read(self, work: Work[T]) -> T:
        with naming_trouble():
            return await _read_postgres(self._engine, work)

    async def write(self, work: Work[T]) -> T:
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                with naming_trouble():
                    async with self._engine.begin() as connection:
                        return await connection.run_sync(work)
            except DatabaseTrouble as trouble:
                if last or not trouble.try_again:
                    raise
        raise DatabaseTrouble("conflict")

    async def snapshot(self, scopes: Sequence[str], path: Path, key: str) -> SnapshotFile:
        def build() -> SnapshotFile:
            return asyncio.run(self._snapshot_on_own_loop(scopes, path, key))

        return await asyncio.get_running_loop().run_in_executor(self._builder, build)

    async def cut_log(self) -> None:
        """The server keeps its own log, and its own rules for that."""

    async def close(self) -> None:
        await asyncio.to_thread(self._builder.shutdown, wait=True, cancel_futures=True)
        await self._engine.dispose()

    async def _snapshot_on_own_loop(self, scopes: Sequence[str], path: Path, key: str) -> SnapshotFile:
        engine = open_postgres(self._url)

        def build(connection: Connection) -> SnapshotFile:
            return snapshot_of_connection(connection, scopes, path, key, self._search)

        try:
            with naming_trouble():
                return await _read_postgres(engine, build)
        finally:
            await engine.dispose()


async def _read_postgres(engine: AsyncEngine, work: Work[T]) -> T:
    async with engine.connect() as plain:
        connection = await plain.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        async with connection.begin():
            return await connection.run_sync(work)


def _search_store(scratch: Path) -> SearchStore:
    """A new one for this process; what an earlier process left has a key that nobody knows."""
    return SearchStore(scratch / f"{secrets.token_hex(16)}.search", secrets.token_hex(32))
