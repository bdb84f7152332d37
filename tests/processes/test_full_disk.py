"""A disk that runs full under a real worker: nothing is half saved, it is said, and room makes it work again."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from storedesk.protocol.desk_link import CheckJournal, PrintPaper, SignIn, Started
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id
from tests.small_shop import ELIN, fulfilment_id

MEGABYTE = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """130 MB in memory, mounted; only root can."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=130m", "storedesk-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path, leave: int) -> None:
    """A file that leaves so many bytes free."""
    with path.open("ab", buffering=0) as file:
        disk = os.statvfs(path.parent)
        rest = disk.f_bavail * disk.f_frsize - leave
        while rest > 0:
            rest -= file.write(b"\0" * min(rest, MEGABYTE))


def test_full_disk_is_said_and_nothing_is_lost(small_disk: Path, hub: HubProcess) -> None:
    pickup, action_id = fulfilment_id(48201), new_action_id()
    filler = small_disk / "filler"
    with DeskProcess(small_disk / "desk") as desk:
        desk.enrol(hub)
        assert (
            desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(48202)).outcome == "saved"
        )
        desk.wait_until_sent()

        fill(filler, leave=50 * MEGABYTE)
        refused = desk.perform("ClaimPickup", staff_id=ELIN, action_id=action_id, fulfilment_id=pickup)
        assert (refused.outcome, refused.why) == ("unavailable", "disk_full")

        fill(filler, leave=0)
        refused = desk.perform("ClaimPickup", staff_id=ELIN, action_id=action_id, fulfilment_id=pickup)
        assert (refused.outcome, refused.why) == ("unavailable", "disk_full")
        number = desk.link.next_request
        assert desk.ask(SignIn(request=number(), staff_id=ELIN, pin="1")).outcome in (
            "unavailable",
            "unknown",
        )
        assert desk.ask(CheckJournal(request=number())).problem == ""
        paper = PrintPaper(request=number(), paper="pick_list", subject=pickup, staff_id=ELIN, language="sv")
        assert desk.ask(paper).problem in ("", "database")
        hub.stop()
        assert desk.downs == []

        since = len(desk.messages)
        os.kill(desk.link.pid, signal.SIGKILL)
        started = desk.wait_message(lambda m: isinstance(m, Started), after=since)
        assert (started.phase, started.healed) == ("ready", "")
        assert desk.downs == [True]

        filler.unlink()
        again = desk.perform("ClaimPickup", staff_id=ELIN, action_id=action_id, fulfilment_id=pickup)
        assert again.outcome == "saved"
        hub.start()
        desk.wait_until_sent()
        assert hub.rows("SELECT count(*) FROM inbox") == [(2,)]
        assert hub.rows("SELECT state FROM fulfilment WHERE id = ?", pickup) == [("claimed",)]
