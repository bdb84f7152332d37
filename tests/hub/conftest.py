"""One hub in this process for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.hub.running_hub import RunningHub, running_hub


@pytest_asyncio.fixture
async def hub(tmp_path: Path) -> AsyncIterator[RunningHub]:
    async with running_hub(tmp_path) as running:
        yield running
