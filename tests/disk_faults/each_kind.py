"""Sweeps the faults over kinds of action: all of them for the soak, a few for the tests."""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.disk_faults.faults import Fault, Faults
from tests.disk_faults.scenes import make_scene
from tests.disk_faults.sweep import Expected, expect, perform_with, sync_with
from tests.simulation.template import fast_folder

FULL_AND_STICKY = tuple((full, sticky) for full in (False, True) for sticky in (False, True))


def sweep_kind(kind: str, faults: Faults, sample: int | None = None) -> Counter[str]:
    """What was told how often; with a ``sample`` the flush of the commit and so many other faults."""
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="storedesk-faults-", dir=fast_folder()) as name:
        scene = make_scene(Path(name) / "scene", kind)
        expected = expect(scene, faults)
        chosen = random.Random(kind)
        for fault in _of_act(expected, chosen, sample):
            with _place(name) as place:
                told[f"act {perform_with(scene, expected, fault, faults, place)}"] += 1
        for fault in _of_round(expected, chosen, sample):
            with _place(name) as place:
                dies = bool((fault.number + fault.sticky) % 2)
                told[f"round {sync_with(scene, expected, fault, faults, place, dies)}"] += 1
    return told


@contextmanager
def _place(folder: str) -> Iterator[Path]:
    place = Path(folder) / "run"
    place.mkdir()
    yield place
    shutil.rmtree(place)


def _of_act(expected: Expected, chosen: random.Random, sample: int | None) -> Iterator[Fault]:
    every = list(_every(len(expected.perform_deeds)))
    if sample is None:
        yield from every
        return
    flush = max(number for number, deed in enumerate(expected.perform_deeds) if deed == "sync desk.db-wal")
    yield Fault(flush)
    yield from chosen.sample(every, sample)


def _of_round(expected: Expected, chosen: random.Random, sample: int | None) -> Iterator[Fault]:
    every = list(_every(len(expected.round_deeds)))
    yield from every if sample is None else chosen.sample(every, max(1, sample // 2))


def _every(deeds: int) -> Iterator[Fault]:
    for number in range(deeds):
        for full, sticky in FULL_AND_STICKY:
            yield Fault(number, full, sticky)
