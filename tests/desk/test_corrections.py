"""A hub put back from an older copy decides otherwise than before: the desk says so, with both decisions."""

from pathlib import Path

from storedesk.desk.sync_entries import Why, entry_views
from storedesk.storage.desk_standing import where_it_stands
from storedesk.storage.engine import driver_of
from storedesk.storage.journal_check import JournalRead, read_journal
from storedesk.storage.sync_reads import outbox_entries
from tests.small_shop import NOW, OSKAR, fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.sync.test_restored_hub import work
from tests.world import DeskInProcess, make_world

ONE = fulfilment_id(48201)


def corrections(desk: DeskInProcess) -> list[tuple[str, str | None]]:
    with desk.store.begin() as connection:
        views = entry_views(outbox_entries(driver_of(connection)), None, NOW)
    return [(view.earlier, view.entry.outcome) for view in views if view.why is Why.CORRECTED]


def test_what_another_desk_did_meanwhile_turns_the_first_decision(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == other.sync().kind == "done"
    copy = set_aside(hub, tmp_path)
    parcels = [desk.rows("SELECT id FROM parcel")[0][0]]
    assert desk.perform("HandOver", fulfilment_id=ONE, parcels=parcels, proof="qr") is None
    assert desk.sync().kind == "done"
    assert corrections(desk) == []
    put_back(hub, tmp_path, copy)
    assert other.perform("HandOver", OSKAR, fulfilment_id=ONE, parcels=parcels, proof="qr") is None
    assert Line(other).settle().kind == Line(desk).settle().kind == "done"
    assert corrections(desk) == [("accepted", "accepted_with_conflict")]
    with desk.store.begin() as connection:
        assert where_it_stands(connection, NOW - 1).corrected == 1
        assert where_it_stands(connection, 0).corrected == 0


def test_the_first_entry_of_the_journal_that_does_not_fit_is_named(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    for number in (48201, 48202, 48203):
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(number)) is None

    def read(meddling: str = "") -> JournalRead:
        with desk.store.begin() as connection:
            if meddling:
                connection.exec_driver_sql(meddling)
            found = read_journal(driver_of(connection))
            connection.rollback()
        return found

    assert read() == JournalRead(3, 0)
    assert read("UPDATE journal SET at = at + 1 WHERE number = 2") == JournalRead(1, 2)
    assert read("DELETE FROM journal WHERE number = 2") == JournalRead(1, 3)
    assert read("DELETE FROM journal WHERE number = 3") == JournalRead(2, 3)
