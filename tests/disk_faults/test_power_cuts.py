"""The power is cut at any moment of a working day: what the screen called saved is there."""

from pathlib import Path

from tests.disk_faults.faulty_vfs import FaultyVfs
from tests.disk_faults.power import MODES
from tests.disk_faults.working_day import cut_many

CUTS, FEW = 51, 21


def test_what_was_saved_survives_a_power_cut_at_any_moment(folder: Path, layer: FaultyVfs) -> None:
    assert cut_many(folder, layer, CUTS) == {f"{mode}: whole": CUTS // len(MODES) for mode in MODES}


def test_a_database_that_does_not_flush_each_commit_is_caught(folder: Path, layer: FaultyVfs) -> None:
    found = cut_many(folder, layer, FEW, weakened="database")
    assert found["drop: the database has lost what was saved"] > 0
    assert found["drop: a start does not find what was saved"] == 0, "the second copy brings it back"


def test_a_second_copy_that_is_not_flushed_is_caught(folder: Path, layer: FaultyVfs) -> None:
    found = cut_many(folder, layer, FEW, weakened="second copy")
    assert found["drop: the second copy has lost what was saved"] > 0
    assert found["drop: the database has lost what was saved"] == 0
