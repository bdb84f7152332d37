"""The layer below SQLite, registered once for the whole run."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.disk_faults.faulty_vfs import FaultyVfs, the_layer
from tests.simulation.template import fast_folder


@pytest.fixture
def layer() -> FaultyVfs:
    """Watches nothing yet."""
    if sys.platform == "win32":
        pytest.skip("the driver's library gives no symbols on Windows")
    return the_layer()


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where that is possible: what the disk forgets is decided above it."""
    with tempfile.TemporaryDirectory(prefix="storedesk-faults-", dir=fast_folder()) as name:
        yield Path(name)
