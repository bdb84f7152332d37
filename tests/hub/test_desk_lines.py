"""Desks that are connected and do not send, or are silent while their store is open: told by the hub."""

import io
import json
from pathlib import Path

from storedesk.domain.sync_alarm import STANDS_STILL_MS
from storedesk.hub.desk_alarms import DeskAlarms
from storedesk.hub.request_log import hub_log
from storedesk.hub.status_command import age, status_lines
from storedesk.hub.status_report import DeskState, HubStatus, hub_status
from storedesk.protocol.wire import PushRequest, Request
from storedesk.sync.sync_round import Answer, NoReply
from tests.small_shop import NOW, fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

MINUTE = 60_000
ONE = fulfilment_id(48201)


def status(hub: HubInProcess) -> HubStatus:
    with hub.engine.begin() as connection:
        return hub_status(connection, hub.now)


def states(hub: HubInProcess) -> list[DeskState]:
    return [desk.state for desk in status(hub).desks]


def strike(hub: HubInProcess) -> None:
    with hub.engine.begin() as connection:
        hub.hub.mind(connection, hub.now)


def tasks(hub: HubInProcess) -> list[tuple[str, str]]:
    with hub.engine.begin() as connection:
        found = connection.exec_driver_sql("SELECT kind, state FROM task ORDER BY opened_at, id")
        return [tuple(row) for row in found]


def pushes_are_lost(desk: DeskInProcess) -> object:
    def answer(request: Request) -> Answer:
        if isinstance(request, PushRequest):
            return NoReply("lost")
        return desk.hub.handle(desk.device_id, request)

    return desk.sync(answer)


def stuck_for(hub: HubInProcess, desk: DeskInProcess, minutes: int) -> None:
    """Each minute a hello and no push."""
    for _ in range(minutes):
        hub.now += MINUTE
        desk.clock = hub.now
        pushes_are_lost(desk)
        strike(hub)


def test_a_desk_that_says_hello_and_sends_nothing_gets_one_task_that_ends_by_itself(tmp_path: Path) -> None:
    hub, (first, _) = make_world(tmp_path)
    assert first.perform("ClaimPickup", fulfilment_id=ONE) is None
    stuck_for(hub, first, 15)
    assert tasks(hub) == []
    stuck_for(hub, first, 10)
    assert tasks(hub) == [("desk_not_sending", "open")]
    assert states(hub)[0] is DeskState.STUCK
    assert first.sync().kind == "done"
    first.sync()
    strike(hub)
    assert tasks(hub) == [("desk_not_sending", "answered")]
    assert states(hub)[0] is DeskState.CONNECTED


def test_a_closed_task_is_not_opened_again_for_the_same_change(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    assert first.perform("ClaimPickup", fulfilment_id=ONE) is None
    stuck_for(hub, first, 16)
    assert second.sync().kind == "done"
    (task,) = second.rows("SELECT id FROM task")
    second.clock = hub.now
    assert second.perform("AnswerTask", task_id=task[0], choice="understood") is None
    assert second.sync().kind == "done"
    stuck_for(hub, first, 5)
    assert tasks(hub) == [("desk_not_sending", "answered")]


def test_old_work_of_a_long_outage_is_no_alarm_while_it_goes_out(tmp_path: Path) -> None:
    hub, (first, _) = make_world(tmp_path)
    assert first.perform("ClaimPickup", fulfilment_id=ONE) is None
    hub.now = first.clock = NOW + 3 * 60 * MINUTE
    assert first.sync().kind == "done"
    strike(hub)
    assert tasks(hub) == []


def test_a_desk_silent_in_opening_hours_is_listed_and_one_that_is_only_away_is_not(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    hub.now = NOW + 20 * MINUTE
    assert states(hub) == [DeskState.AWAY, DeskState.AWAY]
    assert second.sync().kind == "done"
    hub.now = NOW + 45 * MINUTE
    assert states(hub) == [DeskState.SILENT, DeskState.AWAY]
    lines = status_lines(status(hub))
    assert "2 desks, 1 need somebody" in lines[0]
    assert lines[1].startswith("! GBG-1-1") and "silent in opening hours, heard 45 min ago" in lines[1]
    assert first.number == 1


def test_a_copied_profile_stands_in_the_desk_s_line(tmp_path: Path) -> None:
    hub, _ = make_world(tmp_path)
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET forks = 2 WHERE code = 'GBG-1-2'")
    lines = status_lines(status(hub))
    assert "in use twice, 2 times so far" in lines[2] and "in use twice" not in lines[1]


def test_ages_are_told_in_one_unit() -> None:
    assert [age(ms) for ms in (-5, 4_000, STANDS_STILL_MS, 2 * 86_400_000)] == ["0 s", "4 s", "15 min", "2 d"]


def test_the_hub_s_log_names_a_desk_once_when_it_begins_and_once_when_it_is_over(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    written = io.StringIO()
    alarms = DeskAlarms(hub.hub.mind, hub_log(written, lambda: hub.now))
    for minutes in (0, 45, 46, 47):
        hub.now = NOW + minutes * MINUTE
        second.sync()
        with hub.engine.begin() as connection:
            alarms.mind(connection, hub.now)
    first.sync()
    with hub.engine.begin() as connection:
        alarms.mind(connection, hub.now)
    said = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [(one["event"], one["desk"]) for one in said] == [
        ("desk needs somebody", "GBG-1-1"),
        ("desk is well again", "GBG-1-1"),
    ]
