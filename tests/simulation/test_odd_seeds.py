"""The odd ones of two hundred simulated chains at work under faults: every promise holds, every fault was there."""

import pytest

from tests.simulation.seeds_in_test import SEEDS, never_met, report_of

OWN = SEEDS[1::2]


@pytest.mark.parametrize("seed", OWN)
def test_a_chain_keeps_its_promises(seed: int) -> None:
    assert report_of(seed).decisions


def test_every_fault_every_pair_every_kind_and_every_decision_occurred() -> None:
    assert never_met(OWN) == []
