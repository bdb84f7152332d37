"""Runs one seed from beginning to end, in a folder of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.simulation.planted_bugs import SOUND, Bug
from tests.simulation.simulation import Report, Simulation
from tests.simulation.template import fast_folder


@contextmanager
def _folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="storedesk-seed-", dir=fast_folder()))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def simulate(seed: int, steps: int = 100, desks: int = 4, bug: Bug = SOUND) -> Report:
    """Raises ``Broken``, with the seed and the last steps noted on it."""
    with _folder() as folder, bug.at_work():
        simulation = Simulation(folder, seed, desks, bug)
        try:
            return simulation.run(steps)._replace(seed=seed)
        except Exception as error:
            error.add_note(f"python -m tests.simulation --replay {seed} --steps {steps} --desks {desks}")
            error.add_note("\n".join(simulation.scene.log))
            raise
        finally:
            simulation.scene.close()
