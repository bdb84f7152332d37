"""The whole day: ``python -m tests.channel_day --orders 2000 --stock 5000 [--postgres] [--seed N] [--days N]``."""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from tests.channel_day.day import Day, Size
from tests.channel_day.reckoning import reckon
from tests.channel_day.shops import both_shops


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 only if every day ended as it should."""
    parser = argparse.ArgumentParser(prog="python -m tests.channel_day", description=__doc__)
    parser.add_argument("--orders", type=int, default=2000)
    parser.add_argument("--stock", type=int, default=5000, help="changes of stock")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1, help="of the first day")
    parser.add_argument("--days", type=int, default=1)
    parser.add_argument("--postgres", metavar="URL", help="a new, empty database instead of SQLite")
    chosen = parser.parse_args(arguments)
    size = Size(chosen.orders, chosen.stock, chosen.articles)
    failed = [
        seed
        for seed in range(chosen.seed, chosen.seed + chosen.days)
        if not asyncio.run(_day(size, seed, chosen.postgres))
    ]
    say(f"{chosen.days} days, failed: {failed or 'none'}")
    return 1 if failed else 0


async def _day(size: Size, seed: int, postgres: str | None) -> bool:
    with tempfile.TemporaryDirectory() as folder:

        async def opened() -> Database:
            path = Path(folder)
            if postgres:
                return PostgresDatabase(postgres, path)
            return SqliteDatabase(path / "hub.db", "5a" * 32, path / "scratch")

        day, begun = Day(opened, both_shops, size, seed), time.monotonic()
        try:
            await day.run()
            await reckon(day)
            problem = ""
        except AssertionError as error:
            problem = str(error)[:3000]
        finally:
            await day.close()
    lines: Counter[str] = sum((line.counts for line in day.lines), Counter())
    say(f"seed {seed}, {time.monotonic() - begun:.0f} s: {dict(sorted(day.happened.items()))}")
    say(f"  lines: {dict(sorted(lines.items()))}")
    if problem:
        say(f"  WRONG: {problem}")
    return not problem


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
