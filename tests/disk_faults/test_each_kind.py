"""A disk that fails at any deed of any kind of act: saved whole, or said and not at all; sent once."""

import pytest

from storedesk.actions.registry import KINDS
from tests.disk_faults.each_kind import sweep_kind
from tests.disk_faults.faults import Faults
from tests.disk_faults.faulty_vfs import FaultyVfs

SAMPLE = 2


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_act_is_saved_whole_or_not_at_all_and_sent_once(kind: str, layer: FaultyVfs) -> None:
    told = sweep_kind(kind, Faults(layer), SAMPLE)
    assert sum(told.values()) == 1 + SAMPLE + SAMPLE // 2
    assert told["act database"] >= 1, "the commit that could not be flushed is not there, and that was said"
