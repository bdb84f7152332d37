"""A hub that was put back from an older copy: what it has forgotten is offered to it again and decided once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from storedesk.hub.device_epoch import after_fork, after_loss
from storedesk.protocol.wire import HelloRequest, PullRequest, PushRequest, Request, SnapshotRequest
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.sync.sync_round import Answer, NoReply
from tests.small_shop import GBG, NOW, OSKAR, fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.world import DeskInProcess, HubInProcess, make_world

ONE, TWO, THREE = (fulfilment_id(number) for number in (48201, 48202, 48203))
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


def losing(kind: type[Request]) -> Callable[[Request], Answer | None]:
    """A line that loses such requests."""
    return lambda request: NoReply("timeout") if isinstance(request, kind) else None


def work(desk: DeskInProcess, fulfilment: str, bin_code: str = "H4") -> None:
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment) is None
    assert desk.perform("Pick", fulfilment_id=fulfilment, lines=LINES) is None
    parcels = [{"bin": bin_code, "lines": LINES}]
    assert desk.perform("StageParcels", fulfilment_id=fulfilment, parcels=parcels) is None
    assert desk.perform("MarkReady", fulfilment_id=fulfilment) is None


def state(side: DeskInProcess | HubInProcess, fulfilment: str) -> str:
    with side.engine.begin() as connection:
        found = f"SELECT state FROM fulfilment WHERE id = '{fulfilment}'"
        return str(connection.exec_driver_sql(found).scalar_one())


def outbox(desk: DeskInProcess) -> list[Any]:
    return desk.rows("SELECT state, outcome, earlier_outcome FROM outbox ORDER BY number")


def epoch_of(hub: HubInProcess, desk: DeskInProcess) -> int:
    return next(int(row.epoch) for row in hub.rows("device") if row.id == desk.device_id)


def decided_once(hub: HubInProcess, *desks: DeskInProcess) -> None:
    """Everything that any of the desks ever made is in the inbox, and nothing else, each with one audit row."""
    made = {row[0] for desk in desks for row in desk.rows("SELECT action_id FROM journal")}
    inbox = [row.action_id for row in hub.rows("inbox")]
    assert sorted(inbox) == sorted(made)
    assert sorted(row.action_id for row in hub.rows("audit") if row.action_id in made) == sorted(made)


def same_rows(hub: HubInProcess, desk: DeskInProcess) -> None:
    for table in ("fulfilment", "fulfilment_line", "parcel", "handover", "stock_level"):
        with desk.engine.begin() as connection:
            own = [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]
        assert sorted(own, key=str) == sorted(map(tuple, hub.rows(table)), key=str), table
    assert desk.rows("SELECT count(*) FROM base_row") == [(0,)]


def test_what_a_hub_forgot_is_decided_again(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    copy = set_aside(hub, tmp_path)
    work(desk, THREE)
    assert desk.sync().kind == "done"
    put_back(hub, tmp_path, copy)
    assert state(hub, THREE) == "new"
    line = Line(desk)
    assert line.settle().kind == "done"
    assert state(hub, ONE) == state(hub, THREE) == state(desk, THREE) == "ready"
    assert {row[:2] for row in outbox(desk)} == {("done", "accepted")}
    assert {row[2] for row in outbox(desk)} == {"accepted"}
    decided_once(hub, desk)
    same_rows(hub, desk)
    assert Line(other).settle().kind == "done"
    same_rows(hub, other)


def test_own_work_is_neither_doubled_nor_hidden_while_it_is_offered_again(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    assert desk.perform("EnterWrongCode", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"
    before = desk.rows(f"SELECT * FROM fulfilment WHERE id = '{ONE}'")
    put_back(hub, tmp_path, copy)
    for stage in (PushRequest, SnapshotRequest):
        line = Line(desk, losing(stage))
        assert line.sync().kind == "no_line"
        desk.crash()
        assert desk.rows(f"SELECT * FROM fulfilment WHERE id = '{ONE}'") == before
        assert (
            desk.perform("ClaimPickup", OSKAR, fulfilment_id=TWO if stage is PushRequest else THREE) is None
        )
        assert desk.rows(f"SELECT * FROM fulfilment WHERE id = '{ONE}'") == before
    assert Line(desk).settle().kind == "done"
    after = desk.rows(f"SELECT * FROM fulfilment WHERE id = '{ONE}'")
    assert [row[:-1] for row in after] == [row[:-1] for row in before]
    decided_once(hub, desk)
    same_rows(hub, desk)


def test_a_second_decision_that_differs_is_kept_beside_the_first(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == other.sync().kind == "done"
    copy = set_aside(hub, tmp_path)
    handover: dict[str, Any] = {
        "fulfilment_id": ONE,
        "parcels": [desk.rows("SELECT id FROM parcel")[0][0]],
        "proof": "qr",
    }
    assert desk.perform("HandOver", **handover) is None
    assert desk.sync().kind == "done"
    put_back(hub, tmp_path, copy)
    assert other.perform("HandOver", OSKAR, **handover) is None
    assert Line(other).settle().kind == "done"
    assert Line(desk).settle().kind == "done"
    assert outbox(desk)[-1] == ("done", "accepted_with_conflict", "accepted")
    decided_once(hub, desk, other)
    same_rows(hub, desk)


def test_a_hub_put_back_before_the_desk_pulled_is_found_out_though_it_knows_the_cursor(
    tmp_path: Path,
) -> None:
    hub, (desk, other) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    work(desk, ONE)
    assert Line(desk, losing(PullRequest)).sync().kind == "no_line"
    assert {row[0] for row in outbox(desk)} == {"decided"}
    put_back(hub, tmp_path, copy)
    assert other.perform("ClaimPickup", OSKAR, fulfilment_id=TWO) is None
    assert other.sync().kind == "done"
    assert desk.sync().kind == "done"
    assert state(hub, ONE) == state(desk, ONE) == "ready"
    decided_once(hub, desk, other)
    same_rows(hub, desk)


def test_a_hub_put_back_in_the_middle_of_a_round_is_found_out(tmp_path: Path) -> None:
    """Between the decisions and the page, so that the page is of another history than they are."""
    hub, (desk, other) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None

    def change(request: Request) -> Answer | None:
        if isinstance(request, PullRequest) and not changed:
            changed.append(1)
            put_back(hub, tmp_path, copy)
            work(other, THREE)
            assert other.sync().kind == "done"
        return None

    changed: list[int] = []
    line = Line(desk, change)
    assert line.sync().kind == "done"
    assert line.settle().kind == "done"
    assert state(hub, ONE) == state(desk, ONE) == "claimed"
    decided_once(hub, desk, other)
    same_rows(hub, desk)


def test_a_hub_put_back_before_an_epoch_uses_a_new_one(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    first = set_aside(hub, tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"
    epochs = [desk.store.link().epoch]
    for _ in range(3):
        put_back(hub, tmp_path, first)
        assert Line(desk).settle().kind == "done"
        epochs.append(desk.store.link().epoch)
        decided_once(hub, desk)
    assert epochs == sorted(set(epochs))
    assert state(hub, ONE) == "claimed"


def test_an_unknown_cursor_begins_one_epoch_however_often_it_is_told(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"
    put_back(hub, tmp_path, copy)
    told: list[HelloRequest] = []

    def lose(request: Request) -> Answer | None:
        if isinstance(request, HelloRequest):
            told.append(request)
            hub.handle(desk.device_id, request)
            return NoReply("timeout")
        return None

    for _ in range(4):
        assert Line(desk, lose).sync().kind == "no_line"
    no_snapshot = Line(desk, losing(SnapshotRequest))
    for _ in range(3):
        assert no_snapshot.sync().kind == "no_line"
    began = epoch_of(hub, desk)
    assert began > 1
    assert Line(desk).settle().kind == "done"
    for late in told:
        hub.handle(desk.device_id, late)
    assert epoch_of(hub, desk) == began
    decided_once(hub, desk)


def test_a_hub_from_before_the_device_leaves_the_work_with_the_desk(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    late = DeskInProcess(tmp_path, hub, 7)
    assert late.sync().kind == "done"
    assert late.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert late.sync().kind == "done"
    assert late.perform("Pick", fulfilment_id=ONE, lines=LINES) is None
    put_back(hub, tmp_path, copy)
    kept = late.rows("SELECT action_id, seq, state, outcome FROM outbox ORDER BY number")
    outcome = late.sync()
    assert (outcome.kind, outcome.detail) == ("refused", "24")
    assert late.rows("SELECT action_id, seq, state, outcome FROM outbox ORDER BY number") == kept
    assert hub.add_device(7) == late.device_id
    assert Line(late).settle().kind == "done"
    decided_once(hub, late)
    assert desk.sync().kind == "done"


def test_numbers_that_the_desk_no_longer_holds_begin_a_new_epoch(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM outbox WHERE seq IN (1, 3)")
    put_back(hub, tmp_path, copy)
    assert desk.perform("ClaimPickup", fulfilment_id=THREE) is None
    assert Line(desk).settle().kind == "done"
    held = {row[0] for row in desk.rows("SELECT action_id FROM outbox")}
    assert {row.action_id for row in hub.rows("inbox")} == held
    assert state(hub, THREE) == "claimed"


def test_a_desk_that_keeps_nothing_gives_no_number_twice(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM outbox")
    assert desk.perform("ClaimPickup", fulfilment_id=THREE) is None
    assert desk.sync().kind == "done"
    rows = [(row.seq, row.epoch) for row in hub.rows("inbox")]
    assert rows == [(1, 1), (2, 1)]
    assert [row.forks for row in hub.rows("device")] == [0, 0]


def test_an_epoch_after_a_loss_is_none_that_a_copy_of_the_desk_had_in_the_lost_history() -> None:
    """Else the copy would take the numbers of the other for its own, and never offer what was lost."""
    known = DeviceRow("device", GBG, "GBG-1", 1, 5, NOW, 0)
    fork = after_fork(after_fork(known))
    assert after_loss(known, known.epoch + 1, NOW).epoch > fork.epoch
