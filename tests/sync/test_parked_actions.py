"""What central cannot decide is kept, shown and decided later; nobody waits behind it and nothing is done twice."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.domain.ids import derived_id, new_id
from storedesk.hub import parked_work
from storedesk.hub.handle import Hub
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.wire import ActionRecord, Decision, PullRequest, PushReply, PushRequest, Request
from storedesk.storage import hub_inbox, hub_parked
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import first_broken_audit_row
from storedesk.sync.sync_round import Answer, NoReply
from tests.small_shop import ALVA, ELIN, GBG, MAJA, fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.world import DeskInProcess, HubInProcess, make_world

ONE = fulfilment_id(48201)
LINE = {"fulfilment_id": ONE, "line": 1, "quantity": 1, "reason": "damaged"}


@pytest.fixture
def world(tmp_path: Path) -> tuple[HubInProcess, DeskInProcess]:
    hub, (desk,) = make_world(tmp_path, desks=1)
    return hub, desk


def write_off_task(desk: DeskInProcess) -> str:
    """Damaged goods whose task both sides know; the task's id."""
    assert desk.perform("ReportShort", ELIN, **LINE) is None
    assert desk.sync().kind == "done"
    return str(desk.rows("SELECT id FROM task WHERE kind = 'write_off'")[0][0])


def damage(hub: HubInProcess, task_id: str) -> None:
    """What no version of the hub would write: deciding an answer to this task raises."""
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE task SET facts = 'x' || facts WHERE id = ?", (task_id,))


def mend(hub: HubInProcess, task_id: str) -> None:
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE task SET facts = substr(facts, 2) WHERE id = ?", (task_id,))


def parked_answer(hub: HubInProcess, desk: DeskInProcess) -> tuple[str, str]:
    """An answer that central could not decide: the ids of its task and of the task about that."""
    task_id = write_off_task(desk)
    damage(hub, task_id)
    assert desk.perform("AnswerTask", ELIN, task_id=task_id, choice="sellable_again") is None
    assert desk.sync().kind == "done"
    (parked,) = desk.rows("SELECT id FROM task WHERE kind = 'parked_action'")
    return task_id, str(parked[0])


def states(desk: DeskInProcess) -> list[tuple[str, str, str | None]]:
    rows = desk.rows("SELECT kind, state, outcome FROM outbox ORDER BY number")
    return [tuple(row) for row in rows]


def record(hub: HubInProcess, seq: int, kind: str, version: int = 1, **args: Any) -> ActionRecord:
    return ActionRecord(
        id=new_id(hub.now + seq, hub.rng.randbytes), seq=seq, kind=kind, version=version, at=hub.now, at_error=0,
        boot="b", staff_id=ELIN, place_id=GBG, args=msgspec.Raw(msgspec.json.encode(args)),
    )  # fmt: skip


def pushed(hub: HubInProcess, device: str, *actions: ActionRecord) -> PushReply:
    """As this device's next actions, or as ones that it has sent before."""
    with hub.engine.begin() as connection:
        row = hub_inbox.device_row(connection, device)
    assert row is not None
    chain = row.chain if actions[0].seq == row.last_seq + 1 else ""
    request = PushRequest(epoch=1, first_seq=actions[0].seq, actions=list(actions), chain=chain)
    reply = hub.handle(device, request)
    assert isinstance(reply, PushReply), reply
    return reply


def test_one_poison_among_many_leaves_all_others_decided_in_the_same_push(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    task_id = write_off_task(desk)
    damage(hub, task_id)
    work = [record(hub, 2 + seq, "AdjustStock", location_id=GBG, variant_id=ALVA, quantity=1, reason="found")
            for seq in range(49)]  # fmt: skip
    work[20] = record(hub, 22, "AnswerTask", task_id=task_id, choice="sellable_again")
    reply = pushed(hub, desk.device_id, *work)
    outcomes = [decision.outcome for decision in reply.decisions]
    assert outcomes == ["accepted"] * 20 + ["parked"] + ["accepted"] * 28
    acts = {row.action_id for row in hub.rows("movement")}
    assert [action.id in acts for action in work] == [outcome == "accepted" for outcome in outcomes]


def test_the_desk_goes_on_showing_what_is_parked_and_the_place_gets_a_task_without_its_arguments(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    task_id, parked = parked_answer(hub, desk)
    assert states(desk)[-1] == ("AnswerTask", "parked", "parked")
    assert desk.rows(f"SELECT state FROM task WHERE id = '{task_id}'") == [("answered",)]
    facts = msgspec.json.decode(desk.rows(f"SELECT facts FROM task WHERE id = '{parked}'")[0][0])
    assert set(facts) == {"action", "reason", "staff", "desk", "at"}
    desk.sync()
    assert states(desk)[-1] == ("AnswerTask", "parked", "parked")


def test_trying_again_takes_effect_once_and_replaces_the_decision_everywhere(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    task_id, parked = parked_answer(hub, desk)
    mend(hub, task_id)
    assert desk.perform("RetryParked", ELIN, task_id=parked) is None
    for _ in range(3):
        assert desk.sync().kind == "done"
    assert states(desk)[-2:] == [("AnswerTask", "done", "accepted"), ("RetryParked", "done", "accepted")]
    assert desk.rows(f"SELECT state, answer FROM task WHERE id = '{parked}'") == [("answered", "try_again")]
    moves = [row for row in hub.rows("movement") if row.reason == "task_sellable_again"]
    assert sorted(row.quantity for row in moves) == [-1, 1]
    audit = [(row.kind, row.outcome) for row in hub.rows("audit")][-3:]
    assert audit == [("AnswerTask", "parked"), ("RetryParked", "accepted"), ("AnswerTask", "accepted")]
    with hub.engine.begin() as connection:
        assert first_broken_audit_row(connection) is None
    assert desk.rows("SELECT count(*) FROM base_row") == [(0,)]


def test_what_raises_again_stays_parked_and_its_task_stays_open(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    _, parked = parked_answer(hub, desk)
    assert desk.perform("RetryParked", ELIN, task_id=parked) is None
    desk.sync()
    desk.sync()
    assert states(desk)[-2][1:] == ("parked", "parked")
    assert desk.rows(f"SELECT state FROM task WHERE id = '{parked}'") == [("waiting",)]


def test_a_manager_gives_a_parked_action_up_and_the_desk_takes_it_back(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    task_id, parked = parked_answer(hub, desk)
    refused = desk.perform("DismissParked", ELIN, task_id=parked)
    assert refused is not None
    assert refused.kind == "NotAllowed"
    assert desk.perform("DismissParked", MAJA, task_id=parked) is None
    mend(hub, task_id)
    for _ in range(3):
        desk.sync()
    assert states(desk)[-2] == ("AnswerTask", "done", "refused")
    assert desk.rows("SELECT reason, facts FROM outbox WHERE kind = 'AnswerTask'") == [
        ("GivenUp", f'{{"staff_id":{MAJA}}}')
    ]
    assert desk.rows(f"SELECT state FROM task WHERE id = '{task_id}'") == [("open",)]
    assert [row.outcome for row in hub.rows("audit")][-2:] == ["accepted", "refused"]


def losing_pulls(request: Request) -> Answer | None:
    return NoReply("timeout") if isinstance(request, PullRequest) else None


def decided_anew(hub: HubInProcess, desk: DeskInProcess, task_id: str, parked: str) -> None:
    """The desk finds out that its action is parked still, and hears what becomes of it in the end."""
    assert Line(desk).settle().kind == "done"
    assert states(desk)[-1] == ("AnswerTask", "parked", "parked")
    assert desk.rows(f"SELECT state FROM task WHERE id = '{task_id}'") == [("answered",)]
    mend(hub, task_id)
    assert desk.perform("RetryParked", MAJA, task_id=parked) is None
    for _ in range(3):
        desk.sync()
    assert states(desk)[-2] == ("AnswerTask", "done", "accepted")


def test_what_was_given_up_in_a_history_that_the_hub_lost_is_parked_again_also_on_its_desk(
    tmp_path: Path,
) -> None:
    hub, (desk, other) = make_world(tmp_path)
    task_id, parked = parked_answer(hub, desk)
    other.sync()
    copy = set_aside(hub, tmp_path)
    assert other.perform("DismissParked", MAJA, task_id=parked) is None
    other.sync()
    assert Line(desk, losing_pulls).sync().kind == "no_line"
    assert states(desk)[-1] == ("AnswerTask", "decided", "refused")
    put_back(hub, tmp_path, copy)
    decided_anew(hub, desk, task_id, parked)


def test_so_is_what_was_heard_of_when_it_was_sent_once_more(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    task_id = write_off_task(desk)
    damage(hub, task_id)
    assert desk.perform("AnswerTask", ELIN, task_id=task_id, choice="sellable_again") is None

    def losing_replies_to_pushes(request: Request) -> Answer | None:
        if isinstance(request, PushRequest):
            hub.handle(desk.device_id, request)
            return NoReply("timeout")
        return None

    assert Line(desk, losing_replies_to_pushes).sync().kind == "no_line"
    other.sync()
    copy = set_aside(hub, tmp_path)
    ((parked,),) = other.rows("SELECT id FROM task WHERE kind = 'parked_action'")
    assert other.perform("DismissParked", MAJA, task_id=parked) is None
    other.sync()
    assert Line(desk, losing_pulls).sync().kind == "no_line"
    assert states(desk)[-1] == ("AnswerTask", "decided", "refused")
    put_back(hub, tmp_path, copy)
    decided_anew(hub, desk, task_id, parked)


def test_an_action_of_an_unknown_version_is_parked_at_once_and_nobody_waits_behind_it(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    hub, desk = world
    actions = [
        record(hub, 1, "Teleport", to="Mars"),
        record(hub, 2, "ClaimPickup", 2, fulfilment_id=ONE),
        record(hub, 3, "ClaimPickup", fulfilment_id="not an id" * 100),
        record(hub, 4, "ClaimPickup", fulfilment_id=ONE),
    ]
    decisions = pushed(hub, desk.device_id, *actions).decisions
    assert [(one.outcome, one.reason) for one in decisions] == [
        ("parked", "UnknownKind"), ("parked", "UnknownKind"), ("parked", "UnreadableArguments"), ("accepted", None),
    ]  # fmt: skip
    assert {one.task for one in decisions[:3]} <= {row.id for row in hub.rows("task")}
    again = pushed(hub, desk.device_id, *actions).decisions
    assert [one.outcome for one in again] == ["parked", "parked", "parked", "accepted"]


def test_a_hub_that_has_learnt_a_kind_decides_what_an_older_one_parked(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    """What the older version wrote is written as it wrote it: decision and task, by the same functions."""
    hub, desk = world
    claim = record(hub, 1, "ClaimPickup", fulfilment_id=ONE)
    parked = Decision(action_id=claim.id, seq=1, outcome="parked", position=0, reason="UnknownKind")
    with hub.engine.begin() as connection:
        owner = hub_inbox.device_row(connection, desk.device_id)
        assert owner is not None
        feed = FeedWriter(connection, hub.tag)
        parked, applied = parked_work.open_task(connection, owner, claim, parked, hub.now)
        feed.note(applied)
        feed.write()
        hub_inbox.store_decision(connection, owner, claim, parked, hub.now)
    with hub.engine.begin() as connection:
        hub.hub.mind(connection, hub.now)
    assert [row.outcome for row in hub.rows("inbox")] == ["accepted"]
    assert [row.state for row in hub.rows("fulfilment") if row.id == ONE] == ["claimed"]
    assert [row.state for row in hub.rows("task")] == ["answered"]
    with hub.engine.begin() as connection:
        (found,) = hub_parked.decided_since(connection, desk.device_id, [claim.id])
    assert (found.outcome, found.position > 0) == ("accepted", True)


def test_nobody_hears_of_other_devices_decisions(world: tuple[HubInProcess, DeskInProcess]) -> None:
    hub, desk = world
    claim = record(hub, 1, "ClaimPickup", fulfilment_id=ONE)
    pushed(hub, desk.device_id, claim)
    with hub.engine.begin() as connection:
        assert hub_parked.decided_since(connection, "another", [claim.id]) == []


def test_an_action_that_takes_the_hub_down_each_time_is_parked_by_a_later_start(
    world: tuple[HubInProcess, DeskInProcess], tmp_path: Path
) -> None:
    """The marks of five processes that died over it are all that is left of them."""
    hub, desk = world
    claim = record(hub, 1, "ClaimPickup", fulfilment_id=ONE)
    marks = tmp_path / "trying"
    for died in range(1, 6):
        assert TryMarks(marks).begin(claim.id) == died
    hub.hub = Hub(hub.tag, marks=TryMarks(marks))
    assert [one.outcome for one in pushed(hub, desk.device_id, claim).decisions] == ["parked"]
    hub.hub = Hub(hub.tag, marks=TryMarks(marks))
    again = pushed(hub, desk.device_id, record(hub, 2, "ClaimPickup", fulfilment_id=ONE))
    assert [one.outcome for one in again.decisions] == ["accepted"]


def test_marks_of_decisions_that_ended_are_forgotten_and_the_file_stays_short(tmp_path: Path) -> None:
    path = tmp_path / "trying"
    marks = TryMarks(path)
    for number in range(15_000):
        assert marks.begin(derived_id("act", str(number))) == 1
        marks.end(derived_id("act", str(number)))
    assert path.stat().st_size < 2**20
    assert TryMarks(path).begin(derived_id("act", "1")) == 1


def test_a_restored_hub_keeps_the_bytes_of_what_is_offered_to_it_again(
    world: tuple[HubInProcess, DeskInProcess],
) -> None:
    """A backup comes without keys: what was parked in it cannot be read until its desk offers it once more."""
    hub, desk = world
    action = record(hub, 1, "Teleport", to="Mars")
    pushed(hub, desk.device_id, action)
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM action_key")
        assert hub_parked.parked_action(connection, action.id) is None
    pushed(hub, desk.device_id, action)
    with hub.engine.begin() as connection:
        kept = hub_parked.parked_action(connection, action.id)
    assert kept is not None
    assert kept.record == action
