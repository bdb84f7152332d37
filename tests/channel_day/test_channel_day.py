"""Two shops, tills, ERP counts and counters over failing lines end where they should."""

from pathlib import Path

import pytest

from storedesk.hub.database import Database, SqliteDatabase
from tests.channel_day.day import Day, Size
from tests.channel_day.reckoning import reckon
from tests.channel_day.shops import both_shops

pytestmark = pytest.mark.asyncio


async def test_a_day_over_failing_lines_ends_right_everywhere(tmp_path: Path) -> None:
    async def opened() -> Database:
        return SqliteDatabase(tmp_path / "hub.db", "5a" * 32, tmp_path / "scratch")

    day = Day(opened, both_shops, Size(orders=24, stock_changes=60, articles=8), seed=1)
    try:
        await day.run()
        await reckon(day)
    finally:
        await day.close()
    assert day.happened["HandOver"] > 5
    assert sum(line.counts["reply_lost"] for line in day.lines) > 5
