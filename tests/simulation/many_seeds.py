"""Runs many seeds in several processes, and adds up what they met."""

import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple, TypeVar

from tests.simulation.failure import Broken
from tests.simulation.planted_bugs import BUGS
from tests.simulation.simulate import simulate
from tests.simulation.simulation import Report

T = TypeVar("T")
R = TypeVar("R")
JOBS = min(2, os.cpu_count() or 1)


class Ran(NamedTuple):
    """``problem`` is empty for a seed that kept its promises."""

    seed: int
    report: Report
    problem: str = ""


class SeedsRun:
    """What was kept, added up: only seeds that kept every promise count; those that failed are listed."""

    def __init__(self) -> None:
        self.total, self.kept, self.failed = Report(0), 0, list[int]()

    def add(self, ran: Ran) -> None:
        if ran.problem:
            self.failed.append(ran.seed)
        else:
            self.kept += 1
            self.total = self.total.plus(ran.report)


class Found(NamedTuple):
    """``seeds`` were needed until the bug's own promise reported it; 0 if none did. ``broken`` says what did."""

    bug: str
    promise: str
    seeds: int
    broken: tuple[str, ...]


def run_seed(order: tuple[int, int, int]) -> Ran:
    seed, steps, desks = order
    try:
        return Ran(seed, simulate(seed, steps, desks))
    except Exception:  # noqa: BLE001 - whatever a seed meets is a finding
        return Ran(seed, Report(seed, steps), traceback.format_exc())


def run_seeds(seeds: Iterable[int], steps: int, desks: int, jobs: int = JOBS) -> Iterator[Ran]:
    """Each as soon as it and those before it are done."""
    yield from run_listed([(seed, steps, desks) for seed in seeds], jobs)


def run_listed(orders: list[tuple[int, int, int]], jobs: int = JOBS) -> Iterator[Ran]:
    """Seeds with their steps and desks."""
    yield from _in_processes(run_seed, orders, jobs)


def find_bug(order: tuple[str, int, int]) -> Found:
    """Looks for the bug on ``most`` seeds from ``first`` on, until its own promise reports it."""
    name, first, most = order
    bug = next(bug for bug in BUGS if bug.name == name)
    broken: list[str] = []
    for number in range(most):
        try:
            simulate(first + number, bug=bug)
        except Broken as failure:
            broken.append(failure.promise)
            if failure.promise == bug.promise:
                return Found(name, bug.promise, number + 1, tuple(broken))
        except Exception as error:  # noqa: BLE001 - a planted mistake may also raise
            broken.append(type(error).__name__)
    return Found(name, bug.promise, 0, tuple(broken))


def find_bugs(first: int, most: int, jobs: int = JOBS) -> Iterator[Found]:
    yield from _in_processes(find_bug, [(bug.name, first, most) for bug in BUGS], jobs)


def _in_processes(work: Callable[[T], R], orders: list[T], jobs: int) -> Iterator[R]:
    if jobs < 2 or len(orders) < 2:
        yield from map(work, orders)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, orders)
