"""SIGKILL of worker, window and hub while they work: what said "Saved" stays, and nothing happens twice."""

from pathlib import Path

from tests.processes.hub_kills import BEFORE, BETWEEN, HubKiller, kill_copies
from tests.processes.killing import Round, kill_around, shop_to_kill_in
from tests.processes.shop_floor import HubProcess

KILLS = Round(offline=7, online=7, of_window=2)
FIRST_COPIES = 3
MOST_HUB_KILLS = 40


def test_kills_at_random_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    assert kill_around(tmp_path, KILLS, seed=1).total() == KILLS.kills >= 30


def test_a_hub_killed_on_either_side_of_its_commit_has_decided_everything_once(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    try:
        with HubKiller(tmp_path / "desk", hub, 1, seed=1) as killer:
            while not {BEFORE, BETWEEN} <= set(killer.hit):
                assert killer.hit.total() < MOST_HUB_KILLS, killer.hit
                killer.kill()
            killer.check()
    finally:
        hub.stop()


def test_a_worker_killed_in_its_first_copy_gets_there_after_all(hub: HubProcess, tmp_path: Path) -> None:
    assert kill_copies(tmp_path, hub, FIRST_COPIES, 48201, seed=1).total() == FIRST_COPIES
