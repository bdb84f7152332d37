"""A seed means one run: it can be seen again, and those that failed once are run for ever."""

import pytest

from tests.simulation.many_seeds import Ran, SeedsRun
from tests.simulation.seeds_in_test import report_of, seeds_that_failed_once
from tests.simulation.simulate import simulate


@pytest.mark.parametrize(("seed", "steps"), seeds_that_failed_once())
def test_a_seed_that_failed_once_stays_mended(seed: int, steps: int) -> None:
    assert simulate(seed, steps).decisions


def test_a_seed_replays_the_same_run() -> None:
    assert simulate(3) == report_of(3)


def test_twenty_desks_over_five_stores_and_customer_service_keep_their_promises() -> None:
    assert simulate(1, 20, desks=20).decisions


def test_a_seed_that_failed_proves_nothing() -> None:
    sums = SeedsRun()
    for ran in (Ran(3, report_of(3)), Ran(4, report_of(4), "Broken"), Ran(5, report_of(5))):
        sums.add(ran)
    assert (sums.total.steps, sums.kept, sums.failed) == (200, 2, [4])
