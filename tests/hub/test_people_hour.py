"""Names leave the desks that need them no longer: after the work, after the handover, after ninety days."""

from pathlib import Path

import pytest

from storedesk.actions.people_retention import keep_people
from storedesk.domain.changes import Set
from storedesk.domain.records import Address
from storedesk.domain.tables import CLOSED, RECENT
from storedesk.hub.minute_steps import take_steps
from storedesk.hub.people_hour import hourly_people_steps, people_steps
from storedesk.storage.feed_writer import FeedWriter
from tests.memory_state import MemoryState, tables_of_rows
from tests.small_shop import GBG, MAL, NOW, fulfilment_id, order_id, small_shop
from tests.sync.test_pickup_path import hand_over, make_ready
from tests.world import HubInProcess, make_world

DAY_MS = 86_400_000
ORDER, PICKUP = order_id(48201), fulfilment_id(48201)
HOME = Address("a", str(GBG), ORDER, "shipping", "Maria", "Gatan 1", "411 00", "Göteborg", "SE")


def keep(hub: HubInProcess, days: int) -> None:
    """What the hub does by itself so many days later."""
    now = NOW + days * DAY_MS
    with hub.engine.begin() as connection:
        feed = FeedWriter(connection, hub.tag)
        take_steps(connection, people_steps(connection, now), feed)
        feed.write()


def holders(hub: HubInProcess) -> set[str]:
    return {row.holder for row in hub.rows("person") if row.order_id == ORDER}


def test_a_name_goes_to_customer_service_after_the_handover_and_to_nobody_after_ninety_days(
    tmp_path: Path,
) -> None:
    hub, (desk, other) = make_world(tmp_path)
    assert hand_over(desk, make_ready(desk)) is None
    assert desk.sync().kind == "done"
    for days, holder in (
        (8, str(GBG)),
        (29, str(GBG)),
        (31, RECENT),
        (89, RECENT),
        (91, CLOSED),
        (200, CLOSED),
    ):
        keep(hub, days)
        assert holders(hub) == {holder}, days
    for one in (desk, other):
        assert one.sync().kind == "done"
        assert one.rows(f"SELECT count(*) FROM person WHERE order_id = '{ORDER}'")[0][0] == 0
        assert one.rows("SELECT count(*) FROM person")[0][0] == 5


def test_names_of_open_work_stay_however_long_it_takes(tmp_path: Path) -> None:
    hub, _ = make_world(tmp_path)
    keep(hub, 400)
    assert holders(hub) == {str(GBG)}


@pytest.mark.parametrize(
    ("state", "days", "holder"),
    [
        ("cancelled", 6, str(GBG)),
        ("cancelled", 7, RECENT),
        ("collected", 29, str(GBG)),
        ("collected", 30, RECENT),
        ("collected", 90, CLOSED),
        ("ready", 90, str(GBG)),
    ],
)
def test_how_long_depends_on_how_the_work_ended(state: str, days: int, holder: str) -> None:
    tables = tables_of_rows([*small_shop(), HOME])
    part = tables["fulfilment"][PICKUP,]
    tables["fulfilment"][PICKUP,] = part._replace(state=state, ended_at=None if state == "ready" else NOW)
    changes = keep_people(MemoryState(tables), ORDER, NOW + days * DAY_MS)
    moved = {change.new.holder for change in changes if isinstance(change, Set)}
    assert moved == (set() if holder == str(GBG) else {holder})
    assert len(changes) in (0, 2)


def test_an_order_that_goes_on_again_gives_its_names_back_to_the_store() -> None:
    tables = tables_of_rows([*small_shop(), HOME._replace(holder=RECENT)])
    tables["fulfilment"][PICKUP,] = tables["fulfilment"][PICKUP,]._replace(place_id=MAL)
    (change,) = keep_people(MemoryState(tables), ORDER, NOW)
    assert isinstance(change, Set)
    assert change.new.holder == str(MAL)


def test_it_is_looked_at_once_an_hour(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert hand_over(desk, make_ready(desk)) is None
    assert desk.sync().kind == "done"
    hour = (NOW + 40 * DAY_MS) // 3_600_000 * 3_600_000
    with hub.engine.begin() as connection:
        asked = [len(hourly_people_steps(connection, hour + minute * 60_000)) for minute in range(60)]
    assert asked == [1] + [0] * 59
