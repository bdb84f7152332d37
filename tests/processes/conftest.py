"""One shop floor for each test that asks for it: a hub that runs, and a desk that is enrolled there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.shop_floor import DeskProcess, HubProcess


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path / "hub")
    try:
        yield hub.start()
    finally:
        hub.stop()


@pytest.fixture
def desk(tmp_path: Path, hub: HubProcess) -> Iterator[DeskProcess]:
    with DeskProcess(tmp_path / "desk") as desk:
        desk.enrol(hub)
        yield desk
