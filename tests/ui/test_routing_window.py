"""The Routing screen in the window of a desk: a draft by keys, tried out centrally, put in use, and gone back from."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.domain.records import RoutingSet
from storedesk.domain.routing_sets import sets_of
from storedesk.storage.handover_reads import setting_of
from storedesk.storage.row_reader import Driver, select
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.routing_control import RoutingControl
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def numbers(desk: ShopWindow) -> tuple[int, int | None, list[int]]:
    """In use, draft, past."""

    def read(connection: Driver) -> tuple[int, int | None, list[int]]:
        rows = select(connection, RoutingSet, "1 = 1")
        sets = sets_of(rows, setting_of(connection, 0, "routing") or "")
        return sets.in_use.number, sets.draft and sets.draft.number, [one.number for one in sets.past]

    found: tuple[int, int | None, list[int]] = desk.read(read)
    return found


def to_the_window(shop: ShopWindow) -> None:
    """As a window manager does when a sheet closes, and this platform does not."""
    shop.shell.activateWindow()
    shop.until(lambda: QApplication.activeWindow() is shop.shell, "the window is not active")


@pytest.fixture
def keys(shop: ShopWindow) -> Iterator[CountedKeys]:
    """Maja, the store's manager, is signed in, and afterwards nobody."""
    to_the_window(shop)
    shop.window.lock.lock()
    shop.until(lambda: shop.window.lock.is_locked)
    shop.hands.type("3" + shop.demo.pin_of("Maja A.")[1])
    shop.until(lambda: shop.session.user is not None, "the PIN was not taken")
    yield CountedKeys(shop)
    shop.window.lock.lock()


@pytest.fixture
def routing(shop: ShopWindow, keys: CountedKeys) -> RoutingScreen:
    """From the channels by the key."""
    keys.press("Ctrl+8")
    keys.press("Ctrl+Shift+R")
    screen = shop.shell.current
    assert isinstance(screen, RoutingScreen)
    shop.until(lambda: screen.view is not None, "the rules did not come")
    return screen


def names(screen: RoutingScreen) -> list[str]:
    return [row.rule.name for row in screen.rules.list.rows.rows]  # type: ignore[attr-defined]


def test_the_rules_are_changed_tried_used_and_gone_back_from_by_keys_alone(
    shop: ShopWindow, keys: CountedKeys, routing: RoutingScreen
) -> None:
    before = names(routing)
    assert len(before) == 4
    keys.press("Down")
    keys.press("Alt+Down")
    shop.until(lambda: numbers(shop) == (1, 2, []), "the draft was not kept")
    shop.until(lambda: routing.view is not None and routing.view.draft is not None)
    assert names(routing) == [before[0], before[2], before[1], before[3]]
    keys.press("Space")
    shop.until(
        lambda: '"on":false' in (routing.shown.text if routing.shown else ""), "the switch was not kept"
    )

    keys.press("F3")
    number = shop.demo.hub.manifest["codes"][0]["order_number"]
    keys.type(number)
    keys.press("Return")
    shop.until(lambda: routing.why.why is not None, "central did not say why")
    assert routing.why.why is not None and routing.why.why.number == number
    keys.press("F8")
    shop.until(lambda: routing.what_if.told is not None, "nothing was replayed")
    told = routing.what_if.told
    assert told is not None and told.used is not None and told.used.orders == told.total > 0

    keys.press("F9")
    shop.until(lambda: numbers(shop) == (2, None, [1]), "the draft is not in use")
    shop.until(lambda: routing.view is not None and routing.view.used.number == 2)
    keys.press("Alt+H")
    keys.press("F9")
    shop.until(lambda: numbers(shop) == (1, None, [2]), "the set before is not in use")
    shop.until(lambda: names(routing) == before, "the rules before are not shown")


def test_a_new_rule_is_written_in_its_sheet_and_the_draft_thrown_away(
    shop: ShopWindow, keys: CountedKeys, routing: RoutingScreen
) -> None:
    shop.until(lambda: routing.view is not None and routing.view.draft is None)
    used = numbers(shop)[0]
    keys.press("Ins")
    control = shop.shell.findChild(RoutingControl)
    assert control is not None and control.rule_sheet is not None
    sheet = control.rule_sheet
    sheet.name.setText("Business within 40 km")
    sheet.groups.setText("business")
    sheet.km.setText("40 km")
    keys.press("F9")
    assert sheet.isVisible(), "a way that is no number was taken"
    sheet.km.setText("40")
    sheet.delivery.setCurrentIndex(1)
    keys.press("F9")
    shop.until(lambda: "never be reached" in shop.toast, "nobody said that the rule is never reached")
    assert numbers(shop)[1] is None
    to_the_window(shop)
    keys.press("Ins")
    sheet = control.rule_sheet
    assert sheet is not None
    sheet.name.setText("Part of it")
    sheet.partial.choose("yes")
    sheet.parcels.setText("5")
    keys.press("F9")
    shop.until(lambda: numbers(shop)[1] is not None, "the draft was not kept")
    shop.until(lambda: routing.view is not None and routing.view.draft is not None)
    to_the_window(shop)
    keys.press("F7")
    shop.until(lambda: numbers(shop)[:2] == (used, None), "the draft is still there")


def test_an_associate_gets_nowhere_near_the_rules(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    keys.press("Ctrl+8")
    keys.press("Ctrl+Shift+R")
    assert not isinstance(desk.shell.current, RoutingScreen)
    assert Place.ROUTING in desk.shell.left_out
    assert "go_routing" not in {row.key for row in desk.shell._commands()}
