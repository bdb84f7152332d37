"""When its time is over nothing of an action's arguments, or of a person, can be read in any byte of the files."""

from pathlib import Path

import msgspec
import pytest

from storedesk.domain.records import Person
from storedesk.domain.tables import CLOSED
from storedesk.hub.retention_minute import forget
from storedesk.storage import action_keys, hub_parked
from storedesk.storage.desk_retention import DAY_MS, forget_old
from storedesk.storage.engine import cut_log
from tests.open_pages import open_pages
from tests.small_shop import ALVA, ELIN, GBG, fulfilment_id, order_id
from tests.world import KEY, DeskInProcess, HubInProcess, make_world

NOTE = "Zebrakanari Kvistgnat rang om skon"
NAME = "Canaria Zebravall"
DAMAGED = {"fulfilment_id": fulfilment_id(48201), "line": 1, "quantity": 1, "reason": "damaged"}


@pytest.fixture
def world(tmp_path: Path) -> tuple[HubInProcess, DeskInProcess]:
    hub, (desk,) = make_world(tmp_path, desks=1)
    return hub, desk


def answer_with_note(desk: DeskInProcess) -> None:
    """An action whose note is in its arguments and in no row."""
    assert desk.perform("ReportShort", ELIN, **DAMAGED) is None
    (task,) = desk.rows("SELECT id FROM task WHERE kind = 'write_off'")[0]
    assert desk.perform("AnswerTask", ELIN, task_id=task, choice="understood", note=NOTE) is None


def desk_bytes(desk: DeskInProcess) -> bytes:
    sealed = b"".join(one.content for one in desk.sealed.read())
    return open_pages(desk.folder / "desk.db", KEY) + sealed


def kinds(desk: DeskInProcess) -> list[str]:
    return [row[0] for row in desk.rows("SELECT kind FROM outbox ORDER BY number")]


def forget_all(desk: DeskInProcess, days: int) -> None:
    with desk.store.begin() as connection:
        while forget_old(connection, desk.clock + days * DAY_MS):
            pass
    desk.store.tidy()


def test_a_desk_forgets_decided_actions_after_thirty_days_to_the_last_byte(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    answer_with_note(desk)
    assert desk_bytes(desk).count(NOTE.encode()) > 1
    desk.sync()
    desk.sync()
    forget_all(desk, 29)
    assert NOTE.encode() in desk_bytes(desk)
    forget_all(desk, 31)
    assert NOTE.encode() not in desk_bytes(desk)
    assert kinds(desk) == []
    assert (
        desk.perform("AdjustStock", ELIN, location_id=GBG, variant_id=ALVA, quantity=1, reason="found")
        is None
    )
    assert desk.sync().kind == "done"
    assert desk.rows("SELECT seq, outcome FROM outbox") == [(3, "accepted")]
    assert [row.epoch for row in hub.rows("device")] == [1]


def test_what_is_undecided_or_parked_is_never_forgotten_and_stays_in_the_second_copy(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    _, desk = world
    answer_with_note(desk)
    desk.sync()
    with desk.store.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'parked' WHERE kind = 'AnswerTask'")
    assert desk.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48202)) is None
    forget_all(desk, 1_000)
    assert kinds(desk) == ["AnswerTask", "ClaimPickup"]
    assert "ClaimPickup" in {record.kind for record in desk.store.sealed_records()}


def test_a_refusal_is_kept_for_ninety_days(world: tuple[HubInProcess, DeskInProcess]) -> None:
    hub, desk = world
    assert desk.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48201)) is None
    (own,) = [row for row in hub.rows("staff") if row.staff_id == ELIN and row.place_id == GBG]
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE staff SET active_until = 1 WHERE staff_id = ?", (own.staff_id,))
    desk.sync()
    desk.sync()
    assert desk.rows("SELECT state, outcome FROM outbox") == [("done", "refused")]
    forget_all(desk, 89)
    assert kinds(desk) == ["ClaimPickup"]
    forget_all(desk, 91)
    assert kinds(desk) == []


def test_printed_papers_are_forgotten_after_a_week(world: tuple[HubInProcess, DeskInProcess]) -> None:
    _, desk = world
    with desk.store.begin() as connection:
        for number, state in enumerate(("printed", "unsure", "waiting")):
            connection.exec_driver_sql(
                "INSERT INTO print_job (id, role, title, document, state, made_at) VALUES (?, 'a4', '', ?, ?, ?)",
                (str(number), NAME.encode(), state, desk.clock),
            )
    forget_all(desk, 8)
    assert desk.rows("SELECT state FROM print_job") == [("waiting",)]


def test_a_person_who_leaves_a_desk_leaves_its_file_and_its_log(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    """Also where own undecided work had kept the hub's version of the row."""
    hub, desk = world
    person = next(row for row in hub.rows("person") if row.order_id == order_id(48201))
    known = Person(*tuple(person)[: len(Person._fields)])
    hub.write([known._replace(name=NAME, folded=NAME.lower())] if "folded" in Person._fields
              else [known._replace(name=NAME)])  # fmt: skip
    desk.sync()
    assert NAME.encode() in desk_bytes(desk)
    assert desk.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48201)) is None
    hub.write([known._replace(name=NAME, holder=CLOSED)])
    for _ in range(2):
        assert desk.sync().kind == "done"
    desk.store.tidy()
    assert desk.rows(f"SELECT count(*) FROM person WHERE name = '{NAME}'") == [(0,)]
    assert NAME.encode() not in desk_bytes(desk)


def test_the_hub_keeps_arguments_sealed_and_destroys_their_key_in_time(
    world: tuple[HubInProcess, DeskInProcess], tmp_path: Path
) -> None:
    hub, desk = world
    answer_with_note(desk)
    desk.sync()
    path = tmp_path / "hub.db"
    (entry,) = [row for row in hub.rows("inbox") if row.kind == "AnswerTask"]
    (secret,) = [row.secret for row in hub.rows("action_key") if row.action_id == entry.action_id]
    assert NOTE.encode() not in open_pages(path, KEY)
    assert secret.encode() in open_pages(path, KEY)
    with hub.engine.begin() as connection:
        record = action_keys.unseal(connection, entry.action_id, entry.record)
        assert record is not None
        assert msgspec.json.decode(record.args)["note"] == NOTE
        forget(connection, hub.now + 89 * DAY_MS)
        assert action_keys.has_key(connection, entry.action_id)
        forget(connection, hub.now + 91 * DAY_MS)
        assert action_keys.unseal(connection, entry.action_id, entry.record) is None
    cut_log(hub.engine.connect())
    assert secret.encode() not in open_pages(path, KEY)
    assert [row.content_hash for row in hub.rows("inbox") if row.action_id == entry.action_id] == [
        entry.content_hash
    ]


def test_a_copy_of_the_hub_without_the_keys_tells_nothing_of_arguments(
    world: tuple[HubInProcess, DeskInProcess], tmp_path: Path
) -> None:
    """What a backup has to leave out is one table; what is decided is known without it."""
    hub, desk = world
    answer_with_note(desk)
    desk.sync()
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM action_key")
    cut_log(hub.engine.connect())
    pages = open_pages(tmp_path / "hub.db", KEY)
    assert NOTE.encode() not in pages
    with desk.store.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'waiting', outcome = NULL")
    assert desk.sync().kind == "done"
    assert {row[0] for row in desk.rows("SELECT outcome FROM outbox")} == {"accepted"}


def test_decisions_of_a_device_are_known_for_four_hundred_days_after_it_was_revoked(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    answer_with_note(desk)
    desk.sync()
    with hub.engine.begin() as connection:
        assert hub_parked.forget_long_revoked(connection, hub.now + 9_000 * DAY_MS) == 0
        connection.exec_driver_sql("UPDATE device SET revoked = 1, revoked_at = ?", (hub.now,))
        assert hub_parked.forget_long_revoked(connection, hub.now + 399 * DAY_MS) == 0
        assert hub_parked.forget_long_revoked(connection, hub.now + 400 * DAY_MS) == 2
