"""A desk is replaced by keys at the real window; a desk that was replaced stops with clear words."""

import msgspec

from storedesk.protocol.desk_link import Started, SyncState
from storedesk.ui.screens.desks_sheet import DesksSheet
from storedesk.ui.screens.stopped_screen import StoppedScreen
from storedesk.ui.window.desks_control import DesksControl
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def control(desk: ShopWindow) -> DesksControl:
    found = desk.shell.findChild(DesksControl)
    assert isinstance(found, DesksControl)
    return found


def opened(desk: ShopWindow) -> DesksSheet:
    desk.shell.do("go_settings")
    CountedKeys(desk).press("Alt+D")
    desk.until(lambda: control(desk).sheet is not None, "the desks did not open")
    sheet = control(desk).sheet
    assert sheet is not None
    return sheet


def test_the_own_desk_stands_among_the_desks_and_is_not_replaced_from_here(desk: ShopWindow) -> None:
    sheet = opened(desk)
    assert sheet.list.current_key == desk.session.desk.desk
    sheet.confirm()
    assert "the desk you work at" in sheet.trouble.text()
    sheet.reject()
    desk.until(lambda: control(desk).sheet is None)


def test_a_sales_associate_sees_who_may_do_it(desk: ShopWindow) -> None:
    (row,) = [one for one in desk.shell._commands() if one.key == "desks"]
    assert "store manager" in row.blocked


def test_a_replaced_desk_stops_with_clear_words_and_keeps_what_it_has_not_sent(desk: ShopWindow) -> None:
    state = desk.session.sync
    assert isinstance(state, SyncState)
    desk.session.sync_changed.emit(msgspec.structs.replace(state, problem="revoked", waiting=3))
    screen = desk.shell.current
    assert isinstance(screen, StoppedScreen)
    assert "no longer in use" in desk.readable()
    assert "3 changes were not sent" in desk.readable()
    assert desk.session.user is None
    control(desk).stopped = None
    desk.shell.uncover()
    desk.window.lock.lock()
    desk.until(lambda: desk.window.lock.is_locked)


def test_a_wiped_desk_says_where_its_unsent_work_lies_and_whom_to_give_it_to(desk: ShopWindow) -> None:
    started = desk.session.desk
    wiped = Started(
        phase="revoked",
        desk=started.desk,
        rescue_file="/profile/unsent-GBG-1-17.rescue",
        unsent=3,
        revoked_at=17,
    )
    desk.session.desk = wiped
    desk.session.started.emit(wiped)
    screen = desk.shell.current
    assert isinstance(screen, StoppedScreen)
    said = desk.readable().replace("\u200b", "")
    assert "removed from this machine" in said
    assert "give it to a manager" in said
    assert "/profile/unsent-GBG-1-17.rescue" in said
    assert not screen.save.isVisible()
    asked: list[bool] = []
    screen.anew_asked.disconnect()
    screen.anew_asked.connect(lambda: asked.append(True))
    screen.anew.click()
    assert asked == [True]
    desk.session.desk = started
    control(desk).stopped = None
    desk.shell.uncover()
    desk.window.lock.lock()
    desk.until(lambda: desk.window.lock.is_locked)
