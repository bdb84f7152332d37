"""A profile's files at the start: whatever was done to the database, a desk comes up and keeps unsent work."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.key_store import Secrets
from storedesk.desk.profile import Profile, Settings
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.desk_outbox import append
from tests.small_shop import NOW


def spoil(path: Path, change: Callable[[bytearray], bytes | bytearray]) -> None:
    path.write_bytes(change(bytearray(path.read_bytes())))


def one_bit(data: bytearray) -> bytearray:
    data[len(data) * 2 // 3] ^= 1
    return data


def head(data: bytearray) -> bytearray:
    data[:16] = b"SQLite format 3\0"
    return data


DAMAGES: dict[str, Callable[[bytearray], bytes | bytearray]] = {
    "one bit": one_bit,
    "its head": head,
    "cut in a page": lambda data: data[: len(data) // 2 - 100],
    "cut to nothing": lambda data: b"",
    "zeros": lambda data: bytes(len(data)),
    "something else": lambda data: b"this was a database once" * 1000,
}


@pytest.fixture
def files(tmp_path: Path) -> DeskFiles:
    profile = Profile(tmp_path / "desk")
    profile.save_settings(Settings(key_store="file"))
    return DeskFiles(Profile(tmp_path / "desk"), random.Random(1).randbytes)


def ids(desk: OpenDesk) -> list[str]:
    with desk.store.begin() as connection:
        rows = connection.exec_driver_sql("SELECT action_id FROM outbox WHERE state = 'waiting' ORDER BY seq")
        return [row[0] for row in rows]


def perform_unsent(desk: OpenDesk, count: int) -> list[str]:
    with desk.store.begin() as connection:
        for number in range(1, count + 1):
            append(
                connection,
                ActionRecord(
                    id=f"019a0000-0000-7000-8000-{number:012}", seq=number, kind="ClaimPickup", version=1, at=NOW,
                    at_error=0, boot="b", staff_id=1, place_id=1, args=msgspec.Raw(b"{}"),
                ),
            )  # fmt: skip
    desk.store.seal()
    return ids(desk)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_unsent_work_is_there_after_every_further_start(
    files: DeskFiles, damage: str
) -> None:
    desk = files.open()
    files.enrolled(Secrets(**{**msgspec.structs.asdict(desk.secrets), "device_id": "d"}), desk.store)
    unsent = perform_unsent(desk, 5)
    desk.store.close()
    spoil(files.path_of(desk.secrets.current), DAMAGES[damage])

    healed = files.open()
    assert (healed.healed, ids(healed)) == ("database", unsent)
    assert healed.secrets.current != desk.secrets.current
    healed.store.compact_sealed()
    healed.store.close()
    again = files.open()
    assert (again.healed, ids(again)) == ("", unsent)
    assert [record.id for record in again.store.sealed_records()] == unsent
    again.store.close()


def test_second_copy_alone_brings_unsent_work_back_and_a_torn_end_does_no_harm(files: DeskFiles) -> None:
    desk = files.open()
    unsent = perform_unsent(desk, 5)
    desk.store.close()
    files.path_of(desk.secrets.current).unlink()
    sealed = files.path_of("outbox.sealed")
    spoil(sealed, lambda data: data[:-7])
    healed = files.open()
    assert ids(healed) == unsent[:-1]
    healed.store.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_log_beside_a_sound_database_loses_no_unsent_work(
    files: DeskFiles, damage: str, tmp_path: Path
) -> None:
    """The program is killed, and what it had committed but not yet moved into the file is spoiled."""
    desk = files.open()
    unsent = perform_unsent(desk, 5)
    shutil.copytree(tmp_path / "desk", tmp_path / "killed")
    desk.store.close()
    killed = DeskFiles(Profile(tmp_path / "killed"), random.Random(2).randbytes)
    log = killed.path_of(f"{desk.secrets.current}-wal")
    assert log.stat().st_size > 0
    spoil(log, DAMAGES[damage])
    found = killed.open()
    assert ids(found) == unsent
    found.store.close()
