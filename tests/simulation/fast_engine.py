"""Databases of a simulated run that cost little: plain files, one dialect and its compiled statements for all.

Everything but encryption and flushing is as in the product: a simulated crash keeps what the operating system
has, and what encryption and real faults of a disk do is tested beside the simulation.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

_compiled: dict[Any, Any] = {}
_ADDRESS = "sqlite+pysqlite://"
_PRAGMAS = (
    "journal_mode = MEMORY", "synchronous = OFF", "locking_mode = EXCLUSIVE", "temp_store = MEMORY",
    "cache_size = -32000",
)  # fmt: skip


class _OneConnection(sa.Engine):
    """Takes the one connection out of its pool once, and not for each of thousands of small transactions."""

    _kept: sa.Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        if self._kept is None:
            self._kept = self.connect()
        with self._kept.begin():
            yield self._kept

    def dispose(self, close: bool = True) -> None:
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        super().dispose(close)


def open_fast(path: Path) -> sa.Engine:
    """As ``open_sqlite``, for a file made by ``make_plain``."""
    pool = sa.StaticPool(lambda: _connect(path))
    dialect = pool._dialect = _dialect()  # as create_engine does
    options = {"compiled_cache": _compiled}
    engine = _OneConnection(
        pool, dialect, sa.make_url(_ADDRESS), hide_parameters=True, execution_options=options
    )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.connection.driver_connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]

    return engine


def driver_below(engine: sa.Engine) -> Any:
    """The engine's one connection below SQLAlchemy, for the many looks of the invariants."""
    pooled = engine.raw_connection()
    driver = pooled.driver_connection
    pooled.close()
    return driver


def make_plain(engine: sa.Engine) -> None:
    """Replaces the engine's encrypted file by a plain one of the same content; the engine is done with."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        path = Path(driver.execute("PRAGMA database_list").fetchone()[2])
        version = driver.execute("PRAGMA user_version").fetchone()[0]
        plain = path.with_suffix(".plain")
        driver.execute("ATTACH ? AS plain KEY ''", (str(plain),))
        driver.execute("SELECT sqlcipher_export('plain')").fetchall()
        driver.execute(f"PRAGMA plain.user_version = {version}")
        driver.execute("DETACH plain")
    engine.dispose()
    plain.replace(path)


def _connect(path: Path) -> Any:
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


@cache
def _dialect() -> sa.Dialect:
    """What an engine finds out when it opens its first database."""
    engine = sa.create_engine(_ADDRESS, module=sqlcipher, creator=lambda: sqlcipher.connect(":memory:"))
    with engine.connect():
        pass
    engine.dispose()
    return engine.dialect
