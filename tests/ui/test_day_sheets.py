"""The day at the real window: opened, shift changed, closed with a scan of the shelf."""

from typing import Any

import pytest

from storedesk.domain.codes import BinCode, ParcelCode, qr_text
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.ui.screens.day.close_sheet import CloseSheet
from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.screens.day.open_sheet import OpenSheet
from storedesk.ui.screens.day.shift_sheet import ShiftSheet
from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.window.day_control import DayControl
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def today(desk: ShopWindow) -> TodayScreen:
    desk.shell.do("go_today")
    screen = desk.shell.current
    assert isinstance(screen, TodayScreen)
    desk.until(lambda: screen.view is not None, "the board is not shown")
    return screen


def control(desk: ShopWindow) -> DayControl:
    found = desk.shell.findChild(DayControl)
    assert isinstance(found, DayControl)
    return found


def opened(desk: ShopWindow, kind: type[DaySheet]) -> Any:
    desk.until(lambda: isinstance(control(desk).sheet, kind), "the sheet did not open")
    sheet = control(desk).sheet
    assert sheet is not None
    sheet.activateWindow()
    return sheet


def chips(sheet: DaySheet) -> set[str]:
    return {chip.accessibleName() for chip in sheet.findChildren(Chip)}


def steps(desk: ShopWindow) -> list[str]:
    sql = "SELECT kind FROM day_entry ORDER BY at, id"
    return [row[0] for row in desk.read(lambda connection: connection.execute(sql).fetchall())]


def test_the_day_is_opened_with_two_presses_of_f9(desk: ShopWindow, today: TodayScreen) -> None:
    keys = CountedKeys(desk)
    keys.press("F9")
    sheet = opened(desk, OpenSheet)
    desk.until(lambda: {"Ready", "scan anything"} <= chips(sheet), "the printers were not asked")
    desk.hands.scan("4099999999997")
    desk.until(lambda: "Works" in chips(sheet), "the scan was not seen")
    sheet.do("main")
    desk.until(lambda: control(desk).sheet is None, "the day was not opened")
    desk.until(lambda: steps(desk) == ["opened"])
    desk.until(lambda: today.shift.isVisible(), "the board does not know")
    assert "The day is open" in desk.toast


def test_a_day_that_is_open_is_not_opened_again(desk: ShopWindow, today: TodayScreen) -> None:
    control(desk).open("open")
    desk.until(lambda: "open already" in desk.toast, "nobody said that the day is open")
    assert control(desk).sheet is None


def test_a_shift_is_changed_from_the_board(desk: ShopWindow, today: TodayScreen) -> None:
    desk.until(lambda: today.shift.isVisible())
    CountedKeys(desk).press("F8")
    sheet = opened(desk, ShiftSheet)
    assert sheet.cards.current == "back"
    sheet.note.setText("The bell is broken")
    sheet.do("main")
    desk.until(lambda: steps(desk) == ["opened", "shift_changed"], "the shift was not changed")


def test_a_sheet_closed_while_it_is_saved_is_left_alone(desk: ShopWindow, today: TodayScreen) -> None:
    before = len(steps(desk))
    control(desk).open("shift")
    sheet = opened(desk, ShiftSheet)
    sheet.do("main")
    sheet.reject()
    desk.until(lambda: len(steps(desk)) == before + 1, "the shift was not changed")
    assert control(desk).sheet is None


def test_a_note_that_looks_like_a_personal_number_is_refused_and_the_sheet_stays(
    desk: ShopWindow, today: TodayScreen
) -> None:
    control(desk).open("shift")
    sheet = opened(desk, ShiftSheet)
    sheet.note.setText("811218-9876")
    sheet.do("main")
    desk.until(lambda: "personal number" in sheet.trouble.text(), "it was not said")
    assert control(desk).sheet is sheet
    sheet.reject()
    desk.until(lambda: control(desk).sheet is None)


def test_closing_by_labels_and_bins_makes_tasks_of_what_differs(desk: ShopWindow, today: TodayScreen) -> None:
    before = len(desk.read(lambda connection: open_tasks(connection, 1)))
    control(desk).open("close")
    sheet = opened(desk, CloseSheet)
    assert len(sheet._view.shelf) > 3
    first, other = (
        sheet._view.shelf[0],
        next(one for one in sheet._view.shelf if one.bin != sheet._view.shelf[0].bin),
    )
    code = desk.session.place.code if desk.session.place else ""
    desk.hands.scan(qr_text(ParcelCode(code, first.parcel_id)))
    desk.until(lambda: first.parcel_id in sheet.seen, "the label was not taken")
    desk.hands.scan(qr_text(BinCode(code, other.bin)))
    desk.until(lambda: other.parcel_id in sheet.seen, "the bin was not taken")
    sheet.do("main")
    assert "become tasks" in sheet.trouble.text()
    assert steps(desk)[-1] != "closed"
    sheet.do("main")
    desk.until(lambda: control(desk).sheet is None, "the day was not closed")
    desk.until(lambda: steps(desk)[-1] == "closed")
    tasks = desk.read(lambda connection: open_tasks(connection, 1))
    assert len(tasks) > before
    assert {one.task.kind for one in tasks} >= {"parcel_not_seen"}


def test_steps_of_the_day_are_in_the_palette(desk: ShopWindow, today: TodayScreen) -> None:
    titles = [row.title for row in desk.shell._commands()]
    assert {"Open the day", "Change of shift", "Close the day"} <= set(titles)
