"""One day for all tests of this folder: run once, then only looked at."""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.day.whole_day import DayAfterwards, whole_day
from tests.simulation.template import fast_folder


@pytest.fixture(scope="session")
def day() -> Iterator[DayAfterwards]:
    """Seed and length of a long run come from the environment."""
    seed, times = (int(os.environ.get(f"STOREDESK_DAY_{name}", "1")) for name in ("SEED", "TIMES"))
    with tempfile.TemporaryDirectory(prefix="storedesk-day-", dir=fast_folder()) as folder:
        yield asyncio.run(whole_day(seed, Path(folder), times))
