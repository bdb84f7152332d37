"""A profile has one window and one worker: a second start of either steps back and says so."""

import subprocess
import sys
from pathlib import Path

from storedesk.desk.profile import Profile
from storedesk.desk.worker_link import worker_command
from storedesk.desk.worker_setup import read_frame
from tests.processes.shop_floor import PATIENCE, quietly


def start(command: list[str], log: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        quietly(command, log), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )


def test_second_window_raises_the_first_and_second_worker_gives_up_with_a_sentence(tmp_path: Path) -> None:
    waiting, waiting_log = tmp_path / "other", tmp_path / "worker.log"
    with Profile(waiting).worker_lock as lock:
        assert lock.take()
        worker = start(worker_command(waiting), waiting_log)
        expect_second_window_to_raise_the_first(tmp_path / "desk", tmp_path / "window.log")
        said, _ = worker.communicate(timeout=PATIENCE)
    assert (worker.returncode, said) == (1, "")
    words = waiting_log.read_text().splitlines()
    assert words == [
        "Error: Another StoreDesk uses this profile: close it, or give --profile another folder."
    ]


def expect_second_window_to_raise_the_first(profile: Path, log: Path) -> None:
    first = start([sys.executable, "-m", "tests.processes.minimised_window", str(profile)], log)
    assert first.stdout is not None
    with first:
        assert first.stdout.readline() == "minimised\n", log.read_text()
        second = start([sys.executable, "-m", "storedesk", "desk", "--profile", str(profile)], log)
        assert second.communicate(timeout=PATIENCE) == ("", None)
        assert second.returncode == 0
        assert first.wait(PATIENCE) == 0, log.read_text()


def test_worker_takes_over_when_the_one_before_ends_in_time(tmp_path: Path) -> None:
    profile, log = tmp_path / "desk", tmp_path / "worker.log"
    lock = Profile(profile).worker_lock
    assert lock.take()
    second = start(worker_command(profile), log)
    assert second.stdout is not None
    source = second.stdout.buffer
    with second:
        lock.release()
        frames = iter(lambda: read_frame(source), None)
        first = next(frame for frame in frames if b'"settings_now"' not in frame)
        assert b'"not_enrolled"' in first
        second.communicate(timeout=PATIENCE)
    assert second.returncode == 0, log.read_text()
