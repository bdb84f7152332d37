"""Several pushes at once: whatever order and copies the line makes of them, each act takes effect once."""

from pathlib import Path
from typing import Any

from storedesk.protocol.wire import PushReply, PushRequest, Request
from storedesk.storage.desk_store import DeskStore
from storedesk.sync.sync_round import Answer
from tests.small_shop import fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

ONE = fulfilment_id(48201)
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


class SmallPushes(DeskStore):
    """Sends one act at a time, so that several pushes fly together."""

    def to_send(self, after_seq: int) -> list:  # type: ignore[type-arg]
        return super().to_send(after_seq)[:1]


def answers_of(hub: HubInProcess, desk: DeskInProcess, requests: list[Request]) -> list[Answer]:
    """The second push overtakes the first and its copy comes after it; the desk hears what came first."""
    if len(requests) < 3 or not all(isinstance(request, PushRequest) for request in requests):
        return [hub.handle(desk.device_id, request) for request in requests]
    first, second, *others = requests
    overtook = hub.handle(desk.device_id, second)
    assert isinstance(overtook, PushReply) and overtook.gap
    decided = hub.handle(desk.device_id, first)
    hub.handle(desk.device_id, second)
    return [decided, overtook, *(hub.handle(desk.device_id, request) for request in others)]


def outcome(exchange: Any, hub: HubInProcess, desk: DeskInProcess) -> str:
    """How the round ended."""
    requests = next(exchange)
    for _ in range(100):
        try:
            requests = exchange.send(answers_of(hub, desk, requests))
        except StopIteration as end:
            return str(end.value.kind)
    raise AssertionError("a round without an end")


def test_a_copy_decided_after_its_gap_is_heard_before_the_page(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    desk.store = SmallPushes(desk.engine, desk.sealed)
    assert desk.perform("Pick", fulfilment_id=ONE, lines=LINES) is None
    assert desk.perform("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": LINES}]) is None
    assert desk.perform("MarkReady", fulfilment_id=ONE) is None
    parcels = [row[0] for row in desk.rows("SELECT id FROM parcel")]
    assert desk.sync().kind == "done"
    handover = {"fulfilment_id": ONE, "parcels": parcels, "proof": "code"}
    assert desk.perform("EnterWrongCode", fulfilment_id=ONE) is None
    assert desk.perform("HandOver", **handover) is None
    assert desk.perform("EnterWrongCode", fulfilment_id=ONE) is None
    exchange = desk.round().run()
    assert outcome(exchange, hub, desk) == "done"
    assert desk.rows("SELECT outcome FROM handover") == [("plain",)]
    assert desk.rows("SELECT count(*) FROM task") == [(0,)]
    assert desk.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]
