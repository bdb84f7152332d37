"""What a desk says of how far it has been heard: never past anything of its own that the hub has not decided."""

from pathlib import Path

from storedesk.protocol.wire import HelloRequest, PullRequest, PushRequest
from tests.small_shop import fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.sync.test_restored_hub import losing
from tests.world import DeskInProcess, HubInProcess, make_world

ONE = fulfilment_id(48201)


def heard(hub: HubInProcess, desk: DeskInProcess) -> int:
    return next(int(row.heard_until) for row in hub.rows("device") if row.id == desk.device_id)


def pass_time(hub: HubInProcess, desk: DeskInProcess, by: int = 1_000) -> int:
    hub.now += by
    desk.clock += by
    return hub.now


def test_what_was_told_when_nothing_waited_is_said_with_the_next_hello(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    told = pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) < told
    pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) == told


def test_a_desk_whose_pushes_are_lost_is_not_heard_of(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    pass_time(hub, desk)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    made = hub.now
    for _ in range(4):
        pass_time(hub, desk)
        assert Line(desk, losing(PushRequest)).sync().kind == "no_line"
        assert heard(hub, desk) < made
    desk.sync()
    decided = pass_time(hub, desk, 0)
    pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) == decided


def test_the_page_may_be_lost_once_everything_is_decided(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    told = pass_time(hub, desk)
    assert Line(desk, losing(PullRequest)).sync().kind == "no_line"
    pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) == told


def test_a_desk_that_started_again_has_not_been_heard_of_since(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    pass_time(hub, desk)
    desk.sync()
    before = heard(hub, desk)
    desk.crash()
    pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) == before


def test_it_only_goes_forwards(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    for _ in range(2):
        pass_time(hub, desk)
        desk.sync()
    before = heard(hub, desk)
    late = HelloRequest(app="t", wire=1, epoch=1, cursor=None, last_seq=0, heard=before - 500)
    hub.handle(desk.device_id, late)
    assert heard(hub, desk) == before


def test_a_hub_that_was_put_back_does_not_believe_what_was_said_to_another(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    copy = set_aside(hub, tmp_path)
    for _ in range(2):
        pass_time(hub, desk)
        assert desk.perform("EnterWrongCode", fulfilment_id=ONE) is None
        desk.sync()
    put_back(hub, tmp_path, copy)
    before = heard(hub, desk)
    pass_time(hub, desk)
    assert Line(desk, losing(PushRequest)).sync().kind == "no_line"
    assert heard(hub, desk) == before
    assert Line(desk, losing(PushRequest)).sync().kind == "no_line"
    assert heard(hub, desk) == before
    assert Line(desk).settle().kind == "done"
    pass_time(hub, desk)
    desk.sync()
    assert heard(hub, desk) > before
