"""A start on a disk that fails: it may not succeed, but the next one has all unsent work in both places."""

import random
import shutil
from pathlib import Path

import msgspec
import pytest

from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.profile import Profile, Settings
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_outbox import append
from storedesk.storage.encrypted_file import is_unreadable
from tests.disk_faults.faults import Fault, Faults
from tests.disk_faults.faulty_vfs import FaultyVfs
from tests.disk_faults.scenes import killed
from tests.small_shop import NOW

SECOND_COPY = "outbox.sealed"
POINTS = 24


def perform_unsent(desk: OpenDesk, numbers: range, *, seal: bool = True) -> None:
    with desk.store.begin() as connection:
        for number in numbers:
            append(
                connection,
                ActionRecord(
                    id=f"019a0000-0000-7000-8000-{number:012}", seq=number, kind="ClaimPickup", version=1, at=NOW,
                    at_error=0, boot="b", staff_id=1, place_id=1, args=msgspec.Raw(b"{}"),
                ),
            )  # fmt: skip
    if seal:
        desk.store.seal()


def both_places(desk: OpenDesk) -> tuple[list[str], list[str]]:
    with desk.store.begin() as connection:
        rows = connection.exec_driver_sql("SELECT action_id FROM outbox WHERE state = 'waiting' ORDER BY seq")
        return [row[0] for row in rows], [record.id for record in desk.store.sealed_records()]


def found_profile(folder: Path, lost: str) -> tuple[Path, list[str]]:
    """What a killed process left: the second copy lacks the last two acts; the database may be gone, or its log."""
    profile = Profile(folder / "desk")
    profile.save_settings(Settings(key_store="file"))
    files = DeskFiles(Profile(folder / "desk"), random.Random(1).randbytes)
    desk = files.open()
    perform_unsent(desk, range(1, 6))
    desk.store.rest()
    perform_unsent(desk, range(6, 9))
    if lost == "nothing":
        perform_unsent(desk, range(9, 11), seal=False)
    expected = both_places(desk)[0]
    found = killed(folder / "desk", folder / "found")
    name = desk.secrets.current
    desk.store.close()
    if lost == "the log":
        (found / f"{name}-wal").unlink()
    if lost == "the database":
        (found / name).write_bytes(b"this was a database once" * 1000)
    return found, expected


def start(profile: Path, faults: Faults | None = None) -> OpenDesk:
    files = Profile(profile), random.Random(2).randbytes
    with naming_trouble():
        return (DeskFiles(*files) if faults is None else DeskFiles(*files, faults)).open()


@pytest.mark.parametrize("lost", ["nothing", "the log", "the database"])
def test_a_failing_start_loses_nothing_and_the_next_one_levels_both_places(
    lost: str, folder: Path, layer: FaultyVfs
) -> None:
    found, expected = found_profile(folder, lost)
    faults = Faults(layer)
    faults.arm(None)
    sound = start(shutil.copytree(found, folder / "sound"), faults)
    assert both_places(sound) == (expected, expected)
    sound.store.close()
    deeds, started = list(faults.deeds), 0
    every = [Fault(at, full, sticky) for at in range(len(deeds)) for full in (0, 1) for sticky in (0, 1)]
    for fault in random.Random(lost).sample(every, min(POINTS, len(every))):
        place = Path(shutil.copytree(found, folder / "failing"))
        faults.arm(fault)
        try:
            desk = start(place, faults)
            started += 1
            desk.store.close()
        except DatabaseTrouble:
            pass
        assert faults.has_struck, fault
        faults.disarm()
        healed = start(place)
        assert both_places(healed) == (expected, expected), (fault, deeds[fault.number])
        healed.store.close()
        shutil.rmtree(place)
    assert started > 0


def test_second_copy_that_a_start_could_not_write_is_made_with_the_next_act(
    folder: Path, layer: FaultyVfs
) -> None:
    found, expected = found_profile(folder, "nothing")
    start(found).store.close()
    (found / SECOND_COPY).unlink()
    faults = Faults(layer)
    faults.arm(None)
    start(Path(shutil.copytree(found, folder / "sound")), faults).store.close()
    replaced = faults.deeds.index(f"replace {SECOND_COPY}")
    faults.arm(Fault(replaced))
    desk = start(found, faults)
    assert faults.has_struck
    assert both_places(desk) == (expected, [])
    perform_unsent(desk, range(11, 12))
    waiting, sealed = both_places(desk)
    assert waiting == sealed and len(sealed) == len(expected) + 1
    desk.store.close()


def test_database_on_places_that_the_disk_cannot_read_is_set_aside(folder: Path) -> None:
    """A file of the system whose every read fails stands for the worn-out part of a disk."""
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("this system has no file that cannot be read")
    found, expected = found_profile(folder, "the log")
    database = next(found.glob("desk-*.db"))
    assert not is_unreadable(database)
    database.unlink()
    database.symlink_to(unreadable)
    assert is_unreadable(database)
    healed = start(found)
    assert (healed.healed, both_places(healed)) == ("database", (expected, expected))
    healed.store.close()
