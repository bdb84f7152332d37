"""A collector changed elsewhere: Attention shows both names, from rows this desk holds."""

from pathlib import Path

from storedesk.desk.moments import Look
from storedesk.desk.order_views import Shown
from storedesk.desk.task_views import derive_task
from storedesk.domain.opening_hours import OpeningHours
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.engine import driver_of
from tests.small_shop import GBG, NOW, WEEK, fulfilment_id
from tests.world import make_world

ONE = fulfilment_id(48201)


def test_both_names_stand_side_by_side(tmp_path: Path) -> None:
    _, (first, second) = make_world(tmp_path)
    assert first.perform("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson") is None
    assert second.perform("ChangeCollector", fulfilment_id=ONE, name="Eva Marin") is None
    for desk in (first, second):
        assert desk.sync().kind == "done"
    look = Look(NOW, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"))
    with second.engine.begin() as connection:
        (record,) = open_tasks(driver_of(connection), GBG)
    view = derive_task(record, look)
    assert (view.this_desk.name, view.central.name) == ("Eva Marin", "Jonas Nilsson")
    assert "Marin" not in record.task.facts
    covered = derive_task(record, look, Shown.COVERED)
    assert (covered.this_desk.name, covered.central.name) == ("E••• M•••", "J••• N•••")
    assert (view.row.name, covered.row.name) == ("Jonas Nilsson", "J••• N•••")
    assert covered.phone == ""
    assert derive_task(record, look, Shown.ALL) == view
