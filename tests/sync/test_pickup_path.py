"""The path of one pickup between desks and hub: online, offline, twice."""

from pathlib import Path

import msgspec

from storedesk.protocol.canonical import row_hash
from storedesk.storage.hub_inbox import first_broken_audit_row
from tests.small_shop import ALVA, GBG, RASK, fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

ONE = fulfilment_id(48201)


def make_ready(desk: DeskInProcess, bin_code: str = "H4") -> str:
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert (
        desk.perform(
            "Pick", fulfilment_id=ONE, lines=[{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
        )
        is None
    )
    parcels = [{"bin": bin_code, "lines": [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]}]
    assert desk.perform("StageParcels", fulfilment_id=ONE, parcels=parcels) is None
    assert desk.perform("MarkReady", fulfilment_id=ONE) is None
    return str(desk.rows(f"SELECT id FROM parcel WHERE fulfilment_id = '{ONE}'")[0][0])


def hand_over(desk: DeskInProcess, parcel: str) -> object:
    return desk.perform("HandOver", fulfilment_id=ONE, parcels=[parcel], proof="qr")


def state_on(side: DeskInProcess | HubInProcess) -> str:
    with side.engine.begin() as connection:
        return str(
            connection.exec_driver_sql(f"SELECT state FROM fulfilment WHERE id = '{ONE}'").scalar_one()
        )


def level_on(side: DeskInProcess | HubInProcess, variant: int) -> int:
    with side.engine.begin() as connection:
        return int(
            connection.exec_driver_sql(
                f"SELECT quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {variant} AND bucket = 0"
            ).scalar_one()
        )


def test_a_pickup_handed_over_offline_is_decided_when_the_line_is_back(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    parcel = make_ready(desk)
    assert hand_over(desk, parcel) is None
    assert (state_on(desk), state_on(hub)) == ("collected", "new")
    assert desk.sync().kind == "done"
    assert state_on(hub) == "collected"
    assert level_on(hub, ALVA) == 49
    assert level_on(hub, RASK) == 48
    assert other.sync().kind == "done"
    assert state_on(other) == "collected"
    assert desk.rows("SELECT count(*) FROM base_row")[0][0] == 0
    assert {row[0] for row in desk.rows("SELECT state FROM outbox")} == {"done"}
    with hub.engine.begin() as connection:
        assert first_broken_audit_row(connection) is None


def test_two_desks_hand_over_the_same_goods_and_people_are_asked(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    parcel = make_ready(desk)
    desk.sync()
    other.sync()
    assert hand_over(desk, parcel) is None
    assert hand_over(other, parcel) is None
    assert desk.sync().kind == other.sync().kind == "done"
    desk.sync()
    assert level_on(hub, ALVA) == 49
    outcomes = {row[0] for row in other.rows("SELECT outcome FROM outbox WHERE kind = 'HandOver'")}
    assert outcomes == {"accepted_with_conflict"}
    tasks = desk.rows("SELECT id, kind, facts FROM task WHERE state = 'open'")
    assert [task.kind for task in tasks] == ["double_handover"]
    assert msgspec.json.decode(tasks[0].facts)["second"]["desk"] == "GBG-1-2"
    assert desk.perform("AnswerTask", task_id=tasks[0].id, choice="gone_twice") is None
    desk.sync()
    assert level_on(hub, ALVA) == 48


def test_the_desk_refuses_what_may_not_begin_and_keeps_nothing(tmp_path: Path) -> None:
    _hub, (desk, _other) = make_world(tmp_path)
    parcel = make_ready(desk)
    assert hand_over(desk, parcel) is None
    reason = hand_over(desk, parcel)
    assert reason is not None
    assert getattr(reason, "kind", "") == "WrongState"
    assert desk.rows("SELECT count(*) FROM outbox WHERE kind = 'HandOver'")[0][0] == 1


def test_a_correction_brings_goods_and_order_back(tmp_path: Path) -> None:
    hub, (desk, _other) = make_world(tmp_path)
    parcel = make_ready(desk)
    hand_over(desk, parcel)
    handover = desk.rows("SELECT id FROM handover")[0][0]
    assert desk.perform("CorrectHandover", handover_id=handover, reason="too_early", bin="H2") is None
    desk.sync()
    assert state_on(hub) == "ready"
    assert level_on(hub, ALVA) == 50
    assert hub.rows("parcel")[0].bin == "H2"


def test_levels_are_the_sums_of_their_movements(tmp_path: Path) -> None:
    hub, (desk, _other) = make_world(tmp_path)
    hand_over(desk, make_ready(desk))
    desk.sync()
    moved = {(row.location_id, row.variant_id): row.quantity for row in hub.rows("movement")}
    assert moved == {(GBG, ALVA): -1, (GBG, RASK): -2}


def test_a_lost_reply_changes_nothing_twice(tmp_path: Path) -> None:
    hub, (desk, _other) = make_world(tmp_path)
    hand_over(desk, make_ready(desk))
    from storedesk.protocol.wire import PushRequest, Request
    from storedesk.sync.sync_round import Answer, NoReply

    def lose(request: Request) -> Answer:
        reply = hub.handle(desk.device_id, request)
        return NoReply("timeout") if isinstance(request, PushRequest) else reply

    assert desk.sync(lose).kind == "no_line"
    assert level_on(hub, ALVA) == 49
    assert desk.sync().kind == "done"
    assert level_on(hub, ALVA) == 49
    assert state_on(desk) == state_on(hub) == "collected"


def test_desk_rows_carry_the_hash_of_what_they_show(tmp_path: Path) -> None:
    _hub, (desk, _other) = make_world(tmp_path)
    make_ready(desk)
    row = desk.rows(f"SELECT * FROM fulfilment WHERE id = '{ONE}'")[0]
    assert row[-1] == row_hash("fulfilment", tuple(row)[:-1])
