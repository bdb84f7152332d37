"""Own work on top of the hub's rows, when the hub's rows change beneath it."""

from pathlib import Path

from storedesk.domain.records import Fulfilment, Staff
from storedesk.protocol.wire import PullReply, PullRequest, PushReply, PushRequest
from tests.small_shop import ELIN, OSKAR, fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

ONE, TWO = fulfilment_id(48201), fulfilment_id(48202)


def pull(hub: HubInProcess, desk: DeskInProcess) -> None:
    """A page without a push before it, as when the act was made while the page travelled."""
    link = desk.store.link()
    assert link.cursor is not None
    page = hub.handle(desk.device_id, PullRequest(cursor=link.cursor, scopes=list(link.scopes)))
    assert isinstance(page, PullReply)
    outcome = desk.apply(page)
    assert outcome is not None
    assert outcome.wrong == ()


def doubtful(desk: DeskInProcess) -> list[int]:
    return [row[0] for row in desk.rows("SELECT doubtful FROM outbox ORDER BY number")]


def state(desk: DeskInProcess, fulfilment: str) -> str:
    return str(desk.rows(f"SELECT state FROM fulfilment WHERE id = '{fulfilment}'")[0][0])


def row_at(hub: HubInProcess, fulfilment: str) -> Fulfilment:
    return next(Fulfilment(*row[:-1]) for row in hub.rows("fulfilment") if row.id == fulfilment)


def test_work_that_no_longer_applies_is_doubted_and_shown_again_when_it_does(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    before = row_at(hub, ONE)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    hub.write([before._replace(state="cancelled")])
    pull(hub, desk)
    assert (state(desk, ONE), doubtful(desk)) == ("cancelled", [1])
    hub.write([before])
    pull(hub, desk)
    assert (state(desk, ONE), doubtful(desk)) == ("claimed", [0])


def test_a_page_about_other_rows_leaves_own_work_in_place(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert other.perform("ClaimPickup", OSKAR, fulfilment_id=TWO) is None
    assert other.sync().kind == "done"
    pull(hub, desk)
    assert (state(desk, ONE), state(desk, TWO), doubtful(desk)) == ("claimed", "claimed", [0])


def test_a_right_that_ended_is_doubted_at_once(tmp_path: Path) -> None:
    """The act only reads the person's row, and still follows its change."""
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    staff = next(Staff(*row[:-1]) for row in hub.rows("staff") if row.staff_id == ELIN and row.place_id == 1)
    hub.write([staff._replace(active_until=desk.clock - 1)])
    pull(hub, desk)
    assert (state(desk, ONE), doubtful(desk)) == ("new", [1])


def test_work_whose_effects_have_come_before_its_decision_is_not_done_twice(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert (
        desk.perform(
            "Pick", fulfilment_id=ONE, lines=[{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
        )
        is None
    )
    parcels = [{"bin": "H1", "lines": [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]}]
    assert desk.perform("StageParcels", fulfilment_id=ONE, parcels=parcels) is None
    decided = desk.store.to_send(0)
    reply = hub.handle(desk.device_id, PushRequest(epoch=1, first_seq=1, actions=decided, chain=""))
    assert isinstance(reply, PushReply)
    pull(hub, desk)
    assert len(desk.rows(f"SELECT 1 FROM parcel WHERE fulfilment_id = '{ONE}'")) == 1
    assert desk.sync().kind == "done"
    assert desk.rows("SELECT count(*) FROM base_row")[0][0] == 0
