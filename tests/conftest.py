"""What holds for every test: no silent failure, no display, no home directory, the same cases each time."""

import asyncio
import gc
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_HOME = Path(os.environ.get("STOREDESK_TEST_HOME") or tempfile.mkdtemp(prefix="storedesk-test-"))

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["TZ"] = "UTC"
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())

settings.register_profile(
    "storedesk",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("storedesk")


class _LoopTrouble(logging.Handler):
    """Keeps what an event loop's exception handler was told."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(autouse=True)
def nothing_fails_unawaited(request: pytest.FixtureRequest) -> Iterator[None]:
    """A task that failed and was awaited by nobody fails the test in which it ran."""
    trouble = _LoopTrouble()
    log = logging.getLogger("asyncio")
    log.addHandler(trouble)
    looks_for_tasks = request.node.get_closest_marker("asyncio") is not None
    if looks_for_tasks:
        gc.freeze()  # what was there before the test need not be looked at after it
    yield
    if looks_for_tasks:
        gc.collect()
        gc.unfreeze()
    log.removeHandler(trouble)
    assert not trouble.messages, "\n".join(trouble.messages)


def pytest_sessionfinish() -> None:
    """Leave no event loop of ours behind."""
    asyncio.set_event_loop(None)
