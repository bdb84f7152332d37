"""SIGKILL of worker and window while they perform: what said "Saved" stays, and nothing happens twice."""

from pathlib import Path

from tests.processes.killing import kill_around

KILLS_OFFLINE, KILLS_ONLINE, KILLS_OF_WINDOW = 11, 11, 6


def test_fifty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    assert kill_around(tmp_path, KILLS_OFFLINE, KILLS_ONLINE, KILLS_OF_WINDOW, seed=1) == 50
