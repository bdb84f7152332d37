"""A desk that central answers no more: unsent work sealed for the hub, everything personal gone, and decided later."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.profile import Profile, Settings
from storedesk.desk.revocation import MARKER
from storedesk.protocol.desk_link import KeepDraft, StartAnew, Started
from storedesk.storage.devices import revoke_device
from tests.processes.shop_floor import DeskProcess, HubProcess, secrets_of
from tests.processes.test_nothing_in_clear import MAIL, NAME, PHONE, found_in, shop_with_canaries
from tests.small_shop import ALVA, ELIN, GBG, fulfilment_id

NOTE = "Zebrakanari says so"


@pytest.fixture
def shop(tmp_path: Path) -> Any:
    hub = HubProcess(tmp_path / "hub", shop_with_canaries()).start()
    profile = Profile(tmp_path / "desk")
    profile.save_settings(Settings(key_store="file"))
    with DeskProcess(profile.folder) as desk:
        desk.enrol(hub)
        yield hub, desk
    hub.stop()


def work_offline_and_be_revoked(hub: HubProcess, desk: DeskProcess) -> None:
    """A claim the hub knows; then a count, an adjustment and a hold it has never heard of, and a draft."""
    claimed = desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(48201))
    assert claimed.outcome == "saved"
    desk.wait_until_sent()
    hub.stop()
    shelf = {"location_id": GBG, "variant_id": ALVA}
    for kind, args in (
        ("AdjustStock", {**shelf, "quantity": 3, "reason": "found", "note": NOTE}),
        ("CountStock", {**shelf, "counted": 5}),
        ("ClaimPickup", {"fulfilment_id": fulfilment_id(48202)}),
    ):
        performed = desk.perform(kind, staff_id=ELIN, **args)
        assert performed.outcome == "saved", (kind, performed)
    draft = KeepDraft(request=desk.link.next_request(), name="quote", content=NAME)
    assert not desk.ask(draft).problem
    code = hub.rows("SELECT code FROM device")[0][0]
    assert hub.write(lambda connection: revoke_device(connection, code, hub.now()))
    hub.start()


def wait_locked(desk: DeskProcess) -> Started:
    desk.nudge()
    found: Started = desk.wait_message(lambda m: isinstance(m, Started) and m.phase == "revoked")
    return found


def rescue(hub: HubProcess, file: str) -> dict[str, int]:
    command = [sys.executable, "-m", "storedesk", "hub", "rescue", file, "--data", str(hub.folder), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


def files_of(desk: DeskProcess) -> list[Path]:
    return [path for path in desk.profile.rglob("*") if path.is_file()]


def test_a_revoked_desk_leaves_its_unsent_work_to_the_hub_and_nothing_else_to_anybody(shop: Any) -> None:
    hub, desk = shop
    work_offline_and_be_revoked(hub, desk)
    keys = secrets_of(desk.profile)
    locked = wait_locked(desk)
    assert (locked.unsent, locked.desk, locked.key) == (3, "GBG-1", "")
    refused = desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(48203))
    assert (refused.outcome, refused.why) == ("unavailable", "revoked")
    desk.wait(lambda: not any(path.suffix == ".db" for path in files_of(desk)))
    left = {path.name for path in files_of(desk)}
    assert not left & {"keys.json", "outbox.sealed", "papers.reserved"}
    secret = [keys.device_secret, *keys.databases.values()]
    for path in files_of(desk):
        assert found_in(path, [NAME, PHONE, MAIL, NOTE, *secret]) == []
    assert rescue(hub, locked.rescue_file) == {"accepted": 3}
    assert rescue(hub, locked.rescue_file) == {"known already": 3}
    kinds = hub.rows("SELECT kind, rescued FROM inbox ORDER BY received_at, seq")
    assert kinds == [("ClaimPickup", 0), ("AdjustStock", 1), ("CountStock", 1), ("ClaimPickup", 1)]
    assert hub.rows("SELECT count(*) FROM audit WHERE outcome = 'rescued accepted'") == [(3,)]
    assert desk.downs == []


def test_a_desk_killed_in_the_middle_goes_on_at_the_next_start(shop: Any) -> None:
    """The marker lies there and the data too, as after a power cut between the two."""
    hub, desk = shop
    work_offline_and_be_revoked(hub, desk)
    wait_locked(desk)
    for name, content in (("keys.json", b"{}"), ("desk-0123456789ab.db", b"x"), ("outbox.sealed", b"y")):
        (desk.profile / name).write_bytes(content)
    downs = len(desk.downs)
    os.kill(desk.link.pid, signal.SIGKILL)
    desk.wait(lambda: len(desk.downs) > downs)
    desk.wait(lambda: sum(isinstance(m, Started) and m.phase == "revoked" for m in desk.messages) == 2)
    desk.wait(lambda: (desk.ask(KeepDraft(request=desk.link.next_request(), name="x", content="")).problem
                       and not (desk.profile / "keys.json").exists()))  # fmt: skip
    assert not any(path.suffix in (".db", ".sealed") for path in files_of(desk))


def test_the_machine_can_become_another_desk_and_the_unsent_work_stays(shop: Any) -> None:
    hub, desk = shop
    work_offline_and_be_revoked(hub, desk)
    locked = wait_locked(desk)
    since = len(desk.messages)
    desk.link.tell(StartAnew())
    desk.wait_message(lambda m: isinstance(m, Started) and m.phase == "not_enrolled", after=since)
    assert Path(locked.rescue_file).exists()
    assert not (desk.profile / MARKER).exists()
    desk.enrol(hub)
    assert desk.wait_ready(after=since).desk == "GBG-2"
    assert rescue(hub, locked.rescue_file) == {"accepted": 3}


def test_a_file_that_was_changed_or_is_somebody_else_s_is_not_taken(shop: Any, tmp_path: Path) -> None:
    hub, desk = shop
    work_offline_and_be_revoked(hub, desk)
    data = Path(wait_locked(desk).rescue_file).read_bytes()
    other = HubProcess(tmp_path / "other")
    for name, content, at in (
        ("cut", data[: len(data) // 2], hub),
        ("named", data.replace(b'"GBG-1"', b'"GBG-7"'), hub),
        ("text", b"hello", hub),
        ("foreign", data, other),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        command = [sys.executable, "-m", "storedesk", "hub", "rescue", str(path), "--data", str(at.folder)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stdout) == (1, ""), name
        assert done.stderr.count("\n") == 1, done.stderr
    assert hub.rows("SELECT count(*) FROM inbox") == [(1,)]
