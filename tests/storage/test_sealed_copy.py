"""The second copy of unsent work: whatever happens to the file, no intact record is lost."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.storage.sealed_copy import SealedCopy, SealedRecord
from tests.small_shop import fulfilment_id
from tests.world import KEY, DeskInProcess, make_world

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from storedesk.storage.sealed_copy import SealedCopy, SealedRecord
import os
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
copy = SealedCopy(Path(sys.argv[1]), "11" * 32, os.urandom)
kept = 0
try:
    for number in range(1, 50):
        copy.append([SealedRecord(number, b"x" * 90)])
        kept = number
except OSError as error:
    print(kept, type(error).__name__)
"""


def records(count: int) -> list[SealedRecord]:
    return [SealedRecord(number, f'{{"number":{number}}}'.encode() * 3) for number in range(1, count + 1)]


def copy_at(path: Path, seed: int = 1, key: str = KEY) -> SealedCopy:
    return SealedCopy(path, key, random.Random(seed).randbytes)


def spans(data: bytes) -> list[tuple[int, int]]:
    """Where each record lies in an undamaged file."""
    found, at = [], 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        found.append((at, end))
        at = end
    return found


def test_what_was_appended_is_read_in_order(tmp_path: Path) -> None:
    copy = copy_at(tmp_path / "sealed")
    copy.append(records(3))
    copy.append([SealedRecord(4, b"last")])
    assert list(copy_at(tmp_path / "sealed", seed=2).read()) == [*records(3), SealedRecord(4, b"last")]


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list(copy_at(tmp_path / "sealed").read()) == []


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    copy_at(tmp_path / "sealed").append(records(2))
    assert list(copy_at(tmp_path / "sealed", key="22" * 32).read()) == []


def test_the_file_does_not_show_what_was_done(tmp_path: Path) -> None:
    copy_at(tmp_path / "sealed").append([SealedRecord(1, b"HandOver to Maria")])
    assert b"Maria" not in (tmp_path / "sealed").read_bytes()


def test_a_number_that_is_written_again_has_another_nonce(tmp_path: Path) -> None:
    copy = copy_at(tmp_path / "sealed")
    copy.append([SealedRecord(7, b"first")])
    copy.append([SealedRecord(7, b"other")])
    data = (tmp_path / "sealed").read_bytes()
    nonces = {data[start + 4 : start + 16] for start, _ in spans(data)}
    assert len(nonces) == 2


def test_a_rewrite_leaves_just_these_records(tmp_path: Path) -> None:
    copy = copy_at(tmp_path / "sealed")
    copy.append(records(5))
    copy.rewrite(records(5)[3:])
    assert list(copy.read()) == records(5)[3:]
    assert [path.name for path in tmp_path.iterdir()] == ["sealed"]


@given(data=st.data(), seed=st.integers(0, 1000))
def test_no_intact_record_is_lost_by_any_damage(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, seed: int
) -> None:
    path = tmp_path_factory.mktemp("copy") / "sealed"
    copy_at(path, seed).append(records(data.draw(st.integers(1, 8))))
    whole = path.read_bytes()
    places = spans(whole)
    damaged = bytearray(whole)
    hit: set[int] = set()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole) - 1))
        length = data.draw(st.sampled_from([1, 4, 40]))
        damaged[start : start + length] = (
            data.draw(st.sampled_from([b"\x00", b"\xff", b"\x00\x00\x00\x30"])) * length
        )
        del damaged[len(whole) :]
        hit.update(range(start, min(start + length * 4, len(whole))))
    torn = data.draw(st.integers(0, 60))
    damaged = damaged[: len(damaged) - torn]
    hit.update(range(len(damaged), len(whole)))
    path.write_bytes(bytes(damaged))
    intact = {
        number
        for number, (start, end) in enumerate(places, 1)
        if end <= len(damaged) and whole[start:end] == bytes(damaged[start:end])
    }
    found = list(copy_at(path).read())
    assert intact <= {record.number for record in found}
    assert all(record in records(8) for record in found), "nothing is made up"


@given(inserted=st.binary(max_size=30), at=st.integers(0, 4))
def test_bytes_that_do_not_belong_there_are_skipped(
    tmp_path_factory: pytest.TempPathFactory, inserted: bytes, at: int
) -> None:
    path = tmp_path_factory.mktemp("copy") / "sealed"
    copy_at(path).append(records(4))
    whole = path.read_bytes()
    places = [start for start, _ in spans(whole)] + [len(whole)]
    path.write_bytes(whole[: places[at]] + inserted + whole[places[at] :])
    assert [record.number for record in copy_at(path).read()] == [1, 2, 3, 4]


def test_work_goes_on_behind_a_torn_end(tmp_path: Path) -> None:
    path = tmp_path / "sealed"
    copy_at(path).append(records(2))
    path.write_bytes(path.read_bytes()[:-5])
    copy_at(path, seed=3).append([SealedRecord(2, records(2)[1].content), SealedRecord(3, b"next")])
    assert [record.number for record in copy_at(path).read()] == [1, 2, 3]


def test_a_full_disk_takes_a_record_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "sealed"
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path.cwd(),
    )
    kept, error = done.stdout.split()
    assert error == "OSError"
    assert 0 < int(kept) < 49
    assert [record.number for record in copy_at(path).read()] == list(range(1, int(kept) + 1))
    assert path.stat().st_size <= 1000


def busy_desk(tmp_path: Path) -> DeskInProcess:
    _, (desk, _) = make_world(tmp_path)
    for number in (48201, 48202, 48203):
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(number)) is None
    return desk


def test_a_fresh_database_takes_back_unsent_work_in_its_order(tmp_path: Path) -> None:
    desk = busy_desk(tmp_path / "one" if (tmp_path / "one").mkdir() is None else tmp_path)
    made = [row[0] for row in desk.rows("SELECT action_id FROM outbox ORDER BY number")]
    (tmp_path / "two").mkdir()
    _, (other, _) = make_world(tmp_path / "two")
    kept = desk.store.sealed_records()
    assert other.store.rescue(kept) == 3
    assert other.store.rescue(kept) == 0, "twice changes nothing"
    assert [row[0] for row in other.rows("SELECT action_id FROM outbox ORDER BY seq")] == made


def test_work_that_the_hub_knew_already_is_not_done_twice_after_a_rescue(tmp_path: Path) -> None:
    """The database is lost after the work was decided: the second copy offers it again, and it counts once."""
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48201)) is None
    assert desk.perform("EnterWrongCode", fulfilment_id=fulfilment_id(48201)) is None
    assert desk.sync().kind == "done"
    kept = desk.store.sealed_records()
    assert len(kept) == 2
    for table in ("outbox", "journal", "base_row"):
        desk.rows(f"DELETE FROM {table} RETURNING 1")
    assert desk.store.rescue(kept) == 2
    assert desk.perform("EnterWrongCode", fulfilment_id=fulfilment_id(48202)) is None
    assert desk.sync().kind == "done"
    assert desk.sync().kind == "done"
    codes = {row.wrong_codes for row in hub.rows("fulfilment") if row.id == fulfilment_id(48201)}
    assert codes == {1}
    with desk.engine.begin() as connection:
        own = connection.exec_driver_sql(
            f"SELECT wrong_codes FROM fulfilment WHERE id = '{fulfilment_id(48201)}'"
        )
        assert own.scalar_one() == 1
    assert desk.rows("SELECT count(*) FROM base_row")[0][0] == 0


def test_compacting_keeps_just_what_waits(tmp_path: Path) -> None:
    desk = busy_desk(tmp_path)
    assert desk.sync().kind == "done"
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48204)) is None
    desk.store.compact_sealed()
    assert [record.kind for record in desk.store.sealed_records()] == ["ClaimPickup"]
