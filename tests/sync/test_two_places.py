"""One person with rights at two places, and a desk that was replaced: the place is bound to desk and record."""

from pathlib import Path

import msgspec

from storedesk.actions.registry import KINDS
from storedesk.desk.sign_in import SignIn
from storedesk.domain.ids import new_id
from storedesk.domain.reasons import NotAllowed
from storedesk.domain.records import Desk, Staff
from storedesk.hub.pins import pin_hash
from storedesk.protocol.wire import ActionRecord, PushReply, PushRequest
from storedesk.storage.desk_reads import staff_of_place
from storedesk.storage.engine import driver_of
from tests.small_shop import ELIN, GBG, MAJA, MAL, NOW, fulfilment_id, pickup
from tests.world import DeskInProcess, HubInProcess, make_world

TOVE, HERE_ONLY = 7, 8
PIN = "4815"
THERE = fulfilment_id(49_001)


def two_stores(folder: Path) -> tuple[HubInProcess, DeskInProcess, DeskInProcess]:
    """A desk in each; Tove sells in Göteborg and manages Malmö, one colleague works in Göteborg only."""
    hub, (here,) = make_world(folder, desks=1)
    hub.write(
        [
            Staff(GBG, TOVE, "Tove K.", "TK", "sales_associate", pin_hash(PIN), "", 0, None, 7),
            Staff(MAL, TOVE, "Tove K.", "TK", "store_manager", pin_hash(PIN), "", 0, None, 1),
            Staff(GBG, HERE_ONLY, "Bo E.", "BE", "store_manager", pin_hash(PIN), "", 0, None, 8),
            Desk("GBG-1-9", GBG, "Old", "active", 0, None, None),
            Desk("GBG-2-9", MAL, "Old", "active", 0, None, None),
            *pickup(49_001, {101: 1}, place=MAL),
        ]
    )
    there = DeskInProcess(folder, hub, 1, place_id=MAL)
    for desk in (here, there):
        assert desk.sync().kind == "done"
    return hub, here, there


def test_a_person_signs_in_at_each_place_with_the_rights_of_that_place(tmp_path: Path) -> None:
    _, here, there = two_stores(tmp_path)
    for desk, role in ((here, "sales_associate"), (there, "store_manager")):
        signed = SignIn(desk.store, desk.place_id, b"key").by_pin(TOVE, PIN, NOW, 5_000)
        assert signed.outcome == "in"
        with desk.engine.begin() as connection:
            people = staff_of_place(driver_of(connection), desk.place_id)
        assert {person.role for person in people if person.staff_id == TOVE} == {role}
    assert here.perform("ReplaceDesk", TOVE, desk="GBG-1-9") == NotAllowed("desk.replace")
    assert there.perform("ReplaceDesk", TOVE, desk="GBG-2-9") is None


def test_who_has_no_rights_at_a_place_is_not_known_there(tmp_path: Path) -> None:
    _, _, there = two_stores(tmp_path)
    assert SignIn(there.store, MAL, b"key").by_pin(HERE_ONLY, PIN, NOW, 5_000).outcome == "unknown"
    assert there.perform("ClaimPickup", HERE_ONLY, fulfilment_id=THERE) == NotAllowed("pickup.work")


def test_the_hub_refuses_what_a_desk_sends_for_somebody_without_rights_at_its_place(tmp_path: Path) -> None:
    """Neither the desk's gate nor the place it writes into the record is believed."""
    hub, _, there = two_stores(tmp_path)
    before = hub.rows("fulfilment")
    forged = ActionRecord(
        id=new_id(NOW, hub.rng.randbytes),
        seq=1,
        kind="ClaimPickup",
        version=KINDS["ClaimPickup"].version,
        at=NOW,
        at_error=0,
        boot="b",
        staff_id=HERE_ONLY,
        place_id=GBG,
        args=msgspec.Raw(msgspec.json.encode({"fulfilment_id": THERE})),
    )
    reply = hub.handle(there.device_id, PushRequest(epoch=1, first_seq=1, actions=[forged], chain=""))
    assert isinstance(reply, PushReply)
    (decision,) = reply.decisions
    assert (decision.outcome, decision.reason) == ("refused", "NotAllowed")
    assert hub.rows("fulfilment") == before


def test_what_is_done_at_a_desk_is_done_for_the_place_of_the_desk(tmp_path: Path) -> None:
    hub, here, there = two_stores(tmp_path)
    for desk in (here, there):
        assert desk.perform("OpenDay", TOVE, day="2026-11-23") is None
        assert desk.sync().kind == "done"
    found = {(row[1], row[6]) for row in hub.rows("day_entry")}
    assert found == {(GBG, TOVE), (MAL, TOVE)}


def test_a_replaced_desk_is_told_so_and_loses_nothing_that_it_has_not_sent(tmp_path: Path) -> None:
    hub, (old, other) = make_world(tmp_path)
    hub.write([Desk(f"GBG-{GBG}-{number}", GBG, "Till", "active", 0, None, None) for number in (1, 2)])
    assert other.sync().kind == "done"
    assert old.perform("OpenDay", ELIN, day="2026-11-23") is None
    assert other.perform("ReplaceDesk", MAJA, desk=f"GBG-{GBG}-1") is None
    assert other.sync().kind == "done"
    assert old.sync().kind == "revoked"
    assert old.perform("ClaimPickup", ELIN, fulfilment_id=fulfilment_id(48201)) is None
    assert old.sync().kind == "revoked"
    old.crash()
    unsent = old.rows("SELECT kind FROM outbox WHERE decided_at IS NULL ORDER BY number")
    assert unsent == [("OpenDay",), ("ClaimPickup",)]
    assert [record.kind for record in old.store.sealed_records()] == ["OpenDay", "ClaimPickup"]
    assert hub.rows("day_entry") == []
