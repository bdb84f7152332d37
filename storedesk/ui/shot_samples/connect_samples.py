"""Samples of connecting a channel: the shop of the picture with two things missing, and each special state."""

from dataclasses import replace as changed

from msgspec.structs import replace

from storedesk.connectors.platforms import NAMES, platform_named
from storedesk.protocol.channel_wire import (
    ChannelLine,
    ChannelTold,
    FindingTold,
    KindRead,
    PlaceHere,
    PlaceThere,
    PlatformField,
    PlatformTold,
)
from storedesk.ui.screens.connect.connect_screen import ConnectScreen
from storedesk.ui.screens.connect.connect_words import problem_text
from storedesk.ui.screens.connect.remove_sheet import RemoveSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place, ShellState, UserShown
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell

_SCOPES = "Shopify: Dev Dashboard, the app, Versions, Access, Scopes; then release and install it again"
_HENRIK = changed(ONLINE, store="Head office", user=UserShown("Henrik W.", "Head office"))
PLATFORMS = [
    PlatformTold(
        name=name,
        title=platform_named(name).title,
        fields=[
            PlatformField(name=one.name, secret=one.secret, needed=one.needed)
            for one in platform_named(name).fields
        ],
    )
    for name in NAMES
]


def _finding(name: str, state: str, detail: str, effect: str = "", where: str = "") -> FindingTold:
    return FindingTold(name=name, state=state, detail=detail, effect=effect, where=where)


FINDINGS = [
    _finding("signed_in", "ok", "Butik Finland Oy, butik-fi.myshopify.com"),
    _finding("clock", "ok", "1 s"),
    _finding("products", "ok", ""),
    _finding("stock", "ok", ""),
    _finding("orders", "ok", ""),
    _finding("all_orders", "can_wait", "read_all_orders", "Orders older than 60 days are not found.", _SCOPES),
    _finding(
        "handouts", "needed", "write_merchant_managed_fulfillment_orders",
        "The shop does not learn that goods are ready or collected.", _SCOPES,
    ),
    _finding("place", "ok", "Helsinki Kamppi"),
    _finding("signals", "can_wait", "polling", "Changes are found by asking, a minute later."),
]  # fmt: skip


def _there(id_: str, name: str, about: str, here: str, by: str) -> PlaceThere:
    return PlaceThere(id=id_, name=name, about=about, here=here, by=by)


PLACES = [
    _there("1", "Helsinki Kamppi", "Urho Kekkosen katu 1, Helsinki", "HEL", "address"),
    _there("2", "Lager Jönköping", "Jönköping", "CWH", "name"),
    _there("3", "Test location", "", "", "inactive"),
    _there("4", "Gift cards", "", "", ""),
]
HERE = [
    PlaceHere(code=code, name=name)
    for code, name in (("GBG", "Göteborg Centrum"), ("HEL", "Helsinki Kamppi"), ("CWH", "Central warehouse"))
]
KINDS = [
    KindRead(kind="places", phase="following", done=4, total=4),
    KindRead(kind="products", phase="loading", done=12_480, total=31_206),
    KindRead(kind="prices", phase="waiting", done=0, total=None),
    KindRead(kind="levels", phase="waiting", done=0, total=None),
    KindRead(kind="customers", phase="waiting", done=0, total=None),
    KindRead(kind="orders", phase="later", done=0, total=None),
]
LINE = ChannelLine(
    code="butik-fi", name="Shopify FI", platform="shopify", settings={"shop": "butik-fi", "client_id": "7d41c02e"},
    secrets=["client_secret"], state="reading", shop="", why="", what="",
)  # fmt: skip
TOLD = ChannelTold(
    now=0, platforms=PLATFORMS, line=LINE, checked_at=1, took=6_200, findings=FINDINGS, places=PLACES, here=HERE,
    kinds=KINDS, needed=1, to_choose=1,
)  # fmt: skip
FRESH = ChannelTold(now=0, platforms=PLATFORMS)
READY = replace(
    TOLD,
    findings=[replace(one, state="ok", effect="", where="") for one in FINDINGS],
    places=[*PLACES[:3], replace(PLACES[3], by="left_out")],
    kinds=[replace(one, phase="later" if one.phase == "later" else "following", done=4_180) for one in KINDS],
    needed=0,
    to_choose=0,
)
ON = replace(READY, line=replace(LINE, state="on"))


def _connect(
    told: ChannelTold = TOLD,
    problem: str = "",
    busy: str = "",
    state: ShellState = _HENRIK,
    platform: str = "",
) -> AppShell:
    screen = ConnectScreen()
    shell = in_shell(Place.CONNECT, screen, state)
    screen.show_told(told, problem_text(problem, "butik-se"), busy, "14:03, 6,2 s" if told.line else "")
    if platform:
        screen.choose_platform(platform)
    if state is OFFLINE:
        screen.set_offline("No line to central.")
    return shell


def _removing() -> AppShell:
    shell = _connect()
    RemoveSheet("butik-fi", "Shopify FI", shell).open()
    return shell


def _tab(window: object, number: int) -> None:
    window.current.do(f"tab_{number}")  # type: ignore[attr-defined]


SHOTS = (
    Shot("connect", _connect),
    Shot("connect-first", lambda: _connect(FRESH)),
    Shot("connect-magento", lambda: _connect(FRESH, platform="magento")),
    Shot("connect-checking", lambda: _connect(replace(TOLD, findings=[], places=[]), busy="Checking")),
    Shot("connect-another-shop", lambda: _connect(TOLD, "another_shop")),
    Shot("connect-signed-out", lambda: _connect(replace(TOLD, findings=[], checked_at=None), "signed_out")),
    Shot("connect-ready", lambda: _connect(READY)),
    Shot("connect-on", lambda: _connect(ON)),
    Shot("connect-offline", lambda: _connect(state=OFFLINE)),
    Shot("connect-places", _connect, lambda window: _tab(window, 2)),
    Shot("connect-load", _connect, lambda window: _tab(window, 3)),
    Shot("connect-remove", _removing),
)
