"""Twenty simulated chains at work under faults: every promise holds, and every fault was there."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from storedesk.actions.registry import KINDS
from tests.simulation.faults_to_see import FAULTS
from tests.simulation.simulate import simulate
from tests.simulation.simulation import Report

SEEDS = range(20)
NOT_SIMULATED: dict[str, str] = {
    "ReplaceDesk": "a replaced desk hears no more, so nothing can be promised of it",
    "RetryParked": "what is parked here stays so until its kind is known; see test_parked_actions",
    "DismissParked": "as RetryParked",
}
"""Kinds of action that simulated staff do not do, with the reason."""
FAILED_ONCE = Path(__file__).parent.parent / "seeds" / "simulation.txt"


@cache
def report_of(seed: int) -> Report:
    return simulate(seed)


def seeds_that_failed_once() -> list[tuple[int, int]]:
    lines = [line.partition("#")[0].split() for line in FAILED_ONCE.read_text(encoding="utf-8").splitlines()]
    return [(int(line[0]), int(line[1])) for line in lines if line]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_chain_keeps_its_promises(seed: int) -> None:
    assert report_of(seed).decisions


@pytest.mark.parametrize(("seed", "steps"), seeds_that_failed_once())
def test_a_seed_that_failed_once_stays_mended(seed: int, steps: int) -> None:
    assert simulate(seed, steps).decisions


def test_every_fault_every_kind_and_every_decision_occurred() -> None:
    faults, decisions = Counter[str](), Counter[str]()
    for seed in SEEDS:
        faults += report_of(seed).faults
        decisions += report_of(seed).decisions
    assert [fault for fault in FAULTS if not faults[fault]] == []
    accepted = {words.split()[0] for words in decisions if words.split()[1].startswith("accepted")}
    never = set(KINDS) - accepted
    assert never == set(NOT_SIMULATED)
    outcomes = {words.split()[1] for words in decisions}
    assert outcomes == {"accepted", "accepted_with_conflict", "refused", "parked"}


def test_a_seed_replays_the_same_run() -> None:
    again = simulate(3)
    assert again == report_of(3)
