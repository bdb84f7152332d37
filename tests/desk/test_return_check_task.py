"""Goods that came back opened: what Attention of the store shows, and where the goods are after its answer."""

from pathlib import Path

from storedesk.desk.moments import Look
from storedesk.desk.task_views import derive_task
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.tables import RETURNS_UNCHECKED, SELLABLE
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.engine import driver_of
from tests.small_shop import GBG, NOW, RASK, WEEK
from tests.sync.test_service_path import ORDER, answered, handed_over


def test_the_task_tells_what_came_back_and_its_answer_puts_it_on_sale_everywhere(tmp_path: Path) -> None:
    hub, desk, other = handed_over(tmp_path)
    part = {"line": 2, "variant_id": RASK, "quantity": 2, "reason": "faulty", "condition": "opened"}
    assert desk.perform("TakeBackGoods", order_id=ORDER, number="GBG-1-00001-AA", lines=[part]) is None
    answered(desk, other)
    look = Look(NOW, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"))
    with desk.engine.begin() as connection:
        (record,) = open_tasks(driver_of(connection), GBG)
    view = derive_task(record, look)
    assert (view.row.kind, view.row.order_number) == ("check_return", "48201")
    assert (view.this_desk.what, view.this_desk.pieces) == ("did_check_return", 2)
    assert [(choice.key, choice.stock) for choice in view.choices] == [
        ("sellable_again", 2),
        ("is_damaged", 0),
        ("ask_manager", 0),
    ]
    assert other.perform("AnswerTask", task_id=record.task.id, choice="sellable_again") is None
    answered(desk, other)
    levels = (
        f"SELECT bucket, quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {RASK} "
        f"AND bucket IN ({SELLABLE}, {RETURNS_UNCHECKED}) ORDER BY bucket"
    )
    assert [tuple(row) for row in desk.rows(levels)] == [(SELLABLE, 50), (RETURNS_UNCHECKED, 0)]
    assert [tuple(row) for row in other.rows(levels)] == [(SELLABLE, 50), (RETURNS_UNCHECKED, 0)]
    told = desk.rows("SELECT kind FROM timeline_entry WHERE kind = 'return_checked'")
    assert len(told) == 1
