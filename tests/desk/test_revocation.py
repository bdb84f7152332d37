"""Sealing and wiping a desk in steps that a start can go on with, whichever of them was the last."""

from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storedesk.desk.desk_files import OpenDesk
from storedesk.desk.device_key import DeviceKey
from storedesk.desk.key_store import Secrets, SystemKeyStore
from storedesk.desk.profile import Profile, Settings
from storedesk.desk.revocation import MARKER, Revocation
from storedesk.protocol.rescue_file import NotARescueFile, open_work, read_rescue_file, seal_work
from storedesk.storage import desk_outbox
from tests.small_shop import ELIN, fulfilment_id
from tests.world import DeskInProcess, make_world

DEVICE = DeviceKey(bytes(range(32)), "device-1-1")
KNOWN = Secrets(device_secret=DEVICE.secret.hex(), device_id=DEVICE.device_id, desk="GBG-1", place_code="GBG")
HUB = X25519PrivateKey.generate()
RESCUE_KEY = HUB.public_key().public_bytes_raw().hex()


@pytest.fixture
def desk(tmp_path: Path) -> DeskInProcess:
    (desk,) = make_world(tmp_path, desks=1)[1]
    assert desk.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48201)) is None
    return desk


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.save_settings(Settings(key_store="file"))
    profile = Profile(profile.folder)
    profile.keys.save(KNOWN)
    for name in ("desk-0123456789ab.db", "desk-0123456789ab.db-wal", "outbox.sealed", "papers.reserved"):
        (profile.folder / name).write_bytes(b"secret")
    profile.papers.mkdir()
    (profile.papers / "slip.pdf").write_bytes(b"secret")
    return profile


def left(profile: Profile) -> set[str]:
    return {path.name for path in profile.folder.iterdir()}


def test_unsent_work_is_sealed_before_anything_is_removed(desk: DeskInProcess, profile: Profile) -> None:
    before = left(profile)
    revoked = Revocation(profile).begin(OpenDesk(desk.store, KNOWN), RESCUE_KEY, 17)
    assert left(profile) == before | {MARKER, "unsent-GBG-1.rescue"}
    file = read_rescue_file(Path(revoked.file).read_bytes())
    assert [action.kind for action in open_work(file, HUB)] == ["ClaimPickup"]
    assert fulfilment_id(48201).encode() not in Path(revoked.file).read_bytes()


def test_a_desk_killed_before_it_was_locked_seals_again_what_was_done_since(
    desk: DeskInProcess, profile: Profile
) -> None:
    Revocation(profile).begin(OpenDesk(desk.store, KNOWN), RESCUE_KEY, 17)
    (profile.folder / MARKER).unlink()
    assert Revocation(profile).found() is None
    assert desk.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48202)) is None
    revoked = Revocation(profile).begin(OpenDesk(desk.store, KNOWN), RESCUE_KEY, 18)
    assert len(open_work(read_rescue_file(Path(revoked.file).read_bytes()), HUB)) == 2


@pytest.mark.parametrize("gone", ["keys.json", "desk-0123456789ab.db", "outbox.sealed", "papers.reserved"])
def test_wiping_goes_on_wherever_it_was_stopped(desk: DeskInProcess, profile: Profile, gone: str) -> None:
    Revocation(profile).begin(OpenDesk(desk.store, KNOWN), RESCUE_KEY, 17)
    (profile.folder / gone).unlink()
    assert Revocation(profile).finish()
    assert Revocation(profile).finish()
    assert left(profile) == {MARKER, "unsent-GBG-1.rescue", "settings.json"}
    assert profile.keys.load() == Secrets()


def test_nothing_unsent_leaves_no_file_and_a_damaged_marker_still_locks(
    tmp_path: Path, profile: Profile
) -> None:
    (desk,) = make_world(tmp_path, desks=1)[1]
    revoked = Revocation(profile).begin(OpenDesk(desk.store, KNOWN), RESCUE_KEY, 17)
    assert (revoked.unsent, revoked.file) == (0, "")
    (profile.folder / MARKER).write_bytes(b"\xff\x00")
    assert Revocation(profile).found() is not None


def test_a_file_for_another_hub_or_with_one_byte_changed_is_not_opened(desk: DeskInProcess) -> None:
    with desk.store.begin() as connection:
        unsent = desk_outbox.unsent(connection)
    data = seal_work(unsent, "d", "GBG-1", RESCUE_KEY, DEVICE.sign)
    with pytest.raises(NotARescueFile, match="another hub"):
        open_work(read_rescue_file(data), X25519PrivateKey.generate())
    file = read_rescue_file(data)
    for position in (0, len(file.sealed) // 2, len(file.sealed) - 1):
        changed = bytearray(file.sealed)
        changed[position] ^= 1
        with pytest.raises(NotARescueFile):
            open_work(msgspec.structs.replace(file, sealed=bytes(changed)), HUB)


class OneEntry:
    """A key store in memory, with the three calls that the system's has."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.written: list[str] = []

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.entries.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.written.append(password)
        self.entries[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.entries[service_name, username]


def test_keys_in_the_system_s_store_are_overwritten_and_deleted(tmp_path: Path) -> None:
    entries = OneEntry()
    store = SystemKeyStore(tmp_path, entries)
    store.save(KNOWN)
    store.destroy()
    store.destroy()
    assert entries.entries == {}
    assert store.load() == Secrets()
    assert len(entries.written) == 2
