"""Damaged places in a desk's files: each start mends what it finds, and nothing unsent is lost."""

from pathlib import Path

import pytest

from tests.disk_faults.damaged_profiles import damage_many

DAMAGES = 40


@pytest.mark.asyncio
async def test_damaged_places_heal_without_help_and_lose_nothing_unsent(folder: Path) -> None:
    told = await damage_many(folder, DAMAGES)
    assert sum(told.values()) == DAMAGES
