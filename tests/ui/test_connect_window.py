"""A shop is connected by keys in the window of a desk: the real worker, a real hub, a Shopify shop over HTTP."""

import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.domain.records import Staff
from storedesk.storage.desk_drafts import kept_draft
from storedesk.storage.row_reader import one
from storedesk.ui.demo.demo_hub import own_command
from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from storedesk.ui.screens.connect.connect_screen import ConnectScreen
from storedesk.ui.screens.connect.remove_sheet import RemoveSheet
from storedesk.ui.widgets.avatar import UserTile
from tests.platforms.fake_shopify.shop import ShopifyShop
from tests.platforms.loopback import on_loopback
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

SECRET, PIN = "shpss_c4n4ry-5ecret", "9517"


@pytest.fixture(scope="module")
def market(shop: ShopWindow) -> Iterator[tuple[ShopifyShop, str]]:
    """A shop whose clock is the hub's, with a place of ours, one nobody knows, and a right that is missing."""
    made = ShopifyShop(shop.session.now, domain="127.0.0.1")
    made.client_secret, made.allows_bulk = SECRET, False
    made.scopes.discard("write_orders")
    made.scopes.add("read_orders")
    made.add_location("Göteborg Centrum")
    made.add_location("Gift cards")
    made.add_product("Lamp", ["LAMP-1"])
    with on_loopback(made.transport()) as address:
        yield made, address


@pytest.fixture(scope="module")
def head_office(shop: ShopWindow) -> ShopWindow:
    """Henrik of head office works at this place too, from now on."""
    hub = shop.demo.hub
    words = ("--place", "GBG", "--name", "Henrik W.", "--initials", "HW", "--role", "head_office")
    command = own_command("hub", "staff", "add", "--data", str(hub.data), *words)
    subprocess.run(
        command, input=f"{PIN}\n", text=True, check=True, capture_output=True, env=hub._environment
    )
    shop.until(lambda: shop.read(henrik_of) is not None, "the desk does not know Henrik")
    return shop


def henrik_of(connection: Any) -> Staff | None:
    return one(connection, Staff, "place_id = 1 AND role = 'head_office'")


@pytest.fixture
def desk(head_office: ShopWindow) -> ShopWindow:
    """Henrik is signed in."""
    desk = head_office
    henrik = desk.read(henrik_of)
    if desk.session.user is None:
        desk.sign_in()
    if desk.session.user is None or desk.session.user.staff_id != henrik.staff_id:
        desk.shell.do("lock")
        desk.until(lambda: desk.window.lock.is_locked)
        desk.until(lambda: len(desk.shell.current.findChildren(UserTile)) == henrik.position)
        desk.hands.type(f"{henrik.position}{PIN}")
        desk.until(lambda: desk.session.user is not None, "the PIN was not taken")
    return desk


def screen_of(desk: ShopWindow) -> ConnectScreen:
    screen = desk.shell.current
    assert isinstance(screen, ConnectScreen)
    return screen


def to_channels(desk: ShopWindow) -> ChannelsScreen:
    """By key, in the active window: a sheet that has just closed leaves none."""
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell, "the window is not active")
    desk.shell.do("go_channels")
    desk.until(lambda: isinstance(desk.shell.current, ChannelsScreen))
    screen = desk.shell.current
    assert isinstance(screen, ChannelsScreen)
    return screen


def line_of(screen: ConnectScreen) -> Any:
    return None if screen.told is None else screen.told.line


def test_a_shop_is_connected_by_keys_alone(desk: ShopWindow, market: tuple[ShopifyShop, str]) -> None:
    shop, address = market
    keys = CountedKeys(desk)
    channels = to_channels(desk)
    desk.until(lambda: channels.add.isVisible(), "nothing can be added")
    keys.press("Ins")
    screen = screen_of(desk)
    desk.until(lambda: len(screen.platform_pane.list.rows.rows) == 2, "no platform is listed")
    keys.type("1")
    desk.until(lambda: screen.sign_in.name.hasFocus(), "the name has not the focus")
    for text in ("Shopify FI", "butik-fi", address, "client", SECRET):
        keys.type(text)
        keys.press("Return")
    field = screen.sign_in.fields["client_secret"]
    assert field.text() == SECRET and field.echoMode() == field.EchoMode.Password
    keys.press("F8")
    desk.until(lambda: screen.told is not None and screen.told.checked_at, "it was not checked")
    desk.until(lambda: not screen.sign_in.is_dirty)
    assert screen.sign_in.fields["client_secret"].text() == ""
    told = screen.told
    assert told is not None and (told.needed, told.to_choose) == (1, 1)
    assert "places to choose" in screen.switch.reason or "place to choose" in screen.switch.reason
    keys.press("F9")
    desk.until(lambda: desk.toast, "nobody was told why not")
    assert line_of(screen).state == "off"
    shop.scopes.add("write_orders")
    shop.scopes.add("write_merchant_managed_fulfillment_orders")
    keys.press("F8")
    desk.until(lambda: screen.told is not None and screen.told.needed == 0, "it was not checked again")
    unset = screen.places_pane.first
    unset.setFocus()
    keys.press("Down")
    desk.until(lambda: screen.told is not None and screen.told.to_choose == 0, "the place is not left out")
    screen.load_pane.ahead.press()
    desk.until(lambda: line_of(screen).state == "reading", "it is not read ahead")
    desk.until(
        lambda: (
            screen.told is not None
            and any(one.kind == "products" and one.phase == "following" for one in screen.told.kinds)
        ),
        "the products were not read ahead",
    )
    assert shop.adjustments == 0 and shop.subscriptions == []
    keys.press("F9")
    desk.until(lambda: line_of(screen).state in ("loading", "on"), "it was not switched on")
    keys.press("Esc")
    desk.until(lambda: isinstance(desk.shell.current, ChannelsScreen), "it was not closed")
    desk.until(lambda: any(card.name == "Shopify FI" for card in channels.view.cards), "there is no card")


def test_an_existing_channel_is_opened_switched_off_and_removed(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    channels = to_channels(desk)
    desk.until(lambda: any(card.name == "Shopify FI" for card in channels.view.cards), "there is no card")
    number = next(card.channel_id for card in channels.view.cards if card.name == "Shopify FI")
    channels.cards.chosen.emit(number)
    keys.press("Alt+E")
    desk.until(lambda: isinstance(desk.shell.current, ConnectScreen), "it was not opened")
    screen = screen_of(desk)
    desk.until(lambda: line_of(screen) is not None and screen.told.checked_at, "it is not shown")
    assert screen.sign_in.fields["client_secret"].text() == ""
    assert SECRET not in desk.readable()
    keys.press("F9")
    desk.until(lambda: line_of(screen).state == "off", "it was not switched off")
    keys.press("F7")
    desk.until(lambda: isinstance(QApplication.activeModalWidget(), RemoveSheet), "nobody asked")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, RemoveSheet)
    keys.press("F9")
    assert sheet.isVisible()
    keys.type("butik-fi")
    keys.press("F9")
    desk.until(lambda: isinstance(desk.shell.current, ChannelsScreen), "it was not removed")


def test_what_is_typed_survives_closing_without_its_secrets(
    desk: ShopWindow, market: tuple[ShopifyShop, str]
) -> None:
    keys = CountedKeys(desk)
    to_channels(desk)
    keys.press("Ins")
    screen = screen_of(desk)
    desk.until(lambda: len(screen.platform_pane.list.rows.rows) == 2)
    keys.type("1")
    desk.until(lambda: screen.sign_in.name.hasFocus(), "no platform was chosen")
    fields = screen.sign_in.fields
    typed = {screen.sign_in.name: "Later", screen.sign_in.code: "a.b", fields["client_secret"]: SECRET}
    for field, text in typed.items():
        field.setFocus()
        keys.type(text)
        desk.until(lambda field=field, text=text: field.text() == text, "it is not typed")
    keys.press("Esc")
    desk.until(lambda: isinstance(desk.shell.current, ChannelsScreen), "it was not closed")
    kept = desk.read(lambda connection: kept_draft(connection, "channel:new"))
    assert "Later" in kept and SECRET not in kept
    keys.press("Ins")
    desk.until(lambda: screen.sign_in.name.text() == "Later", "it did not come back")
    assert screen.sign_in.fields["client_secret"].text() == ""


def test_an_associate_sees_nothing_of_it(desk: ShopWindow) -> None:
    desk.shell.do("lock")
    desk.until(lambda: desk.window.lock.is_locked)
    desk.sign_in()
    channels = to_channels(desk)
    desk.until(lambda: bool(channels.view.cards))
    assert not channels.add.isVisible() and not channels.setup.isVisible()
    CountedKeys(desk).press("Ins")
    assert isinstance(desk.shell.current, ChannelsScreen)
    titles = {row.key for row in desk.shell._commands()}
    assert not {"add_channel", "add_line"} & titles
