"""Samples of the channels screen: the four shops of the picture, faults, ninety days, and each special state."""

from dataclasses import replace

from storedesk.desk.channel_views import (
    ChannelCard,
    ChannelsView,
    FaultRow,
    FigureView,
    ItemRow,
    StepView,
    TrendView,
)
from storedesk.domain.wall_clock import add_days
from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place, ShellState
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell

MINUTE = 60_000
SHOPIFY, SHOPWARE, MAGENTO, NORCE = 1, 2, 3, 4
NAMES = {SHOPIFY: "Shopify SE", SHOPWARE: "Shopware DE", MAGENTO: "Magento NO", NORCE: "Norce B2B"}


def _card(
    channel: int, signals: str, differing: int, compared: int, age: int, today: int, **more: object
) -> ChannelCard:
    card = ChannelCard(
        channel, NAMES[channel], "on", "", "", signals, compared, differing,
        (compared - differing) * 10_000 // compared, clock("14:03"), age, today, 0, None, 0,
    )  # fmt: skip
    return replace(card, **more)  # type: ignore[arg-type]


CARDS = (
    _card(SHOPIFY, "webhooks", 3, 9_600, 12_000, 2_412),
    _card(SHOPWARE, "webhooks_off", 38, 9_400, 9 * MINUTE, 1_874, unsent=6, unsent_age=9 * MINUTE),
    _card(MAGENTO, "webhooks", 6, 5_800, 40_000, 906),
    _card(NORCE, "polling", 0, 2_200, 55_000, 148),
)
STOPPED = (
    CARDS[0],
    replace(CARDS[1], state="stopped", why="right_missing", what="write_inventory"),
    replace(CARDS[2], state="waiting", why="no_reply"),
    replace(CARDS[3], state="loading"),
)


def _figure(
    name: str,
    channel: int,
    ours: str,
    theirs: str,
    cause: str,
    time: str,
    field: str = "stock",
    **more: object,
) -> FigureView:
    off = int(theirs) - int(ours) if field in ("stock", "price", "contract_price") else None
    figure = FigureView(
        f"{name}-{channel}", channel, NAMES[channel], field, ours, theirs, off, cause, "", "open", "",
        8_970_000, "SEK", clock(time), field in ("stock", "price", "title", "listed"),
        field in ("stock", "price", "title"), 12, (),
    )  # fmt: skip
    return replace(figure, **more)  # type: ignore[arg-type]


def _item(
    name: str, detail: str, sku: str, category: str, on_hand: int | None, *figures: FigureView, about: str = "Göteborg Centrum"
) -> ItemRow:  # fmt: skip
    field = figures[0].field
    return ItemRow(f"{sku} {field}", name, detail, sku, category, "piece", field, about, on_hand, figures)


STEPS = (
    StepView(clock("10:14"), "taken", "83", ""),
    StepView(clock("10:32"), "no_reply", "81", ""),
    StepView(clock("12:07"), "ours", "80", ""),
    StepView(clock("14:03"), "read", "83", ""),
)
ITEMS = (
    _item("Termos Sten 1,0 L", "", "STN-0100-STE", "flasks", 84,
          _figure("stn", SHOPWARE, "80", "83", "not_pushed", "12:07", steps=STEPS)),
    _item("Vandringskänga Rask Mid", "Black · 42", "RSK-1107-SVA-42", "boots", 11,
          _figure("rsk", SHOPWARE, "9", "11", "refused", "13:10", why="not_stocked")),
    _item("Skaljacka Alva", "Forest green · M", "ALV-2201-SKO-M", "jackets", 32,
          _figure("alv", SHOPWARE, "30", "31", "on_its_way", "14:01")),
    _item("Tröja Ljung", "Granite · L", "LJG-0815-GRA-L", "tops", 57,
          _figure("ljg", SHOPWARE, "55", "58", "changed_there", "11:02"),
          _figure("ljg", MAGENTO, "51", "49", "not_pushed", "11:40")),
    _item("Merinosocka Ull 3-pack", "Granite · 37–39", "ULL-0310-GRA-37", "socks", 22,
          _figure("ull", SHOPWARE, "20", "21", "not_pushed", "12:07", asked="push", state="repairing")),
    _item("Skaljacka Alva", "Black · L", "ALV-2201-SVA-L", "jackets", None,
          _figure("alp", MAGENTO, "24990000", "22990000", "changed_there", "09:30", "price"), about=""),
    _item("Ryggsäck Vidd 28 L", "Stone", "VID-0028-STE", "bags", None,
          _figure("vid", SHOPIFY, "Ryggsäck Vidd 28 L", "Ryggsack Vidd", "changed_there", "11:02", "title"),
          about=""),
    _item("Tält Vide 2", "Granite", "VDE-0002-GRA", "tents", None,
          _figure("vde", SHOPWARE, "1", "0", "no_mapping", "08:15", "listed", can_push=False, can_take=False),
          about=""),
    _item("Skaljacka Alva", "Night blue · S", "ALV-2201-NAT-S", "jackets", None,
          _figure("con", SHOPIFY, "19992000", "21990000", "changed_there", "10:20", "contract_price", alike=1),
          about="Brännö Varv AB"),
)  # fmt: skip
FAULTS = tuple(
    FaultRow(sku, name, sku, category, kinds, clock(time, -2))
    for sku, name, category, kinds, time in (
        ("ALV-2201-TEG-XXL", "Skaljacka Alva", "jackets", ("same_sku", "no_weight"), "09:12"),
        ("STN-0050-STE", "Termos Sten 0,5 L", "flasks", ("no_price",), "10:40"),
        ("VDE-0003-GRA", "Tält Vide 3", "tents", ("no_barcode", "no_category"), "10:41"),
    )
)


def _counts(day: int, size: int) -> tuple[int, ...] | None:
    if day == 31:
        return None
    wave = (day * 7 + size) % 11
    return (size * wave // 5, size * (day % 5 == 0), size * wave // 9, size // 8, wave % 2, 0)


TRENDS = tuple(
    TrendView(
        card.channel_id,
        card.name,
        tuple((add_days("2026-08-26", day), _counts(day, card.differing // 2)) for day in range(90)),
    )
    for card in CARDS
)
SHOWN = ChannelsView(CARDS, ITEMS, FAULTS, TRENDS, clock("14:03"))


def _channels(
    view: ChannelsView = SHOWN, tab: str = "all", state: ShellState = ONLINE, choose: str = "", now: int = 0
) -> AppShell:
    screen = ChannelsScreen()
    shell = in_shell(Place.CHANNELS, screen, state)
    screen.show_channels(view, now)
    if choose:
        screen.table.list.choose(choose)
    if state is OFFLINE:
        text = "No line to central. Shops are repaired when it is back."
        screen.set_blocked(text, text)
    screen.show_tab(tab)
    return shell


def _of_a_manager() -> AppShell:
    shell = _channels()
    shell.current.routing.show()  # type: ignore[union-attr]
    return shell


def _loading() -> AppShell:
    return in_shell(Place.CHANNELS, ChannelsScreen())


def _failed() -> AppShell:
    screen = ChannelsScreen()
    screen.show_error("Nothing is lost. The other screens work.")
    return in_shell(Place.CHANNELS, screen)


SHOTS = (
    Shot("channels", _channels),
    Shot("channels-manager", _of_a_manager),
    Shot("channels-price", lambda: _channels(choose=ITEMS[5].key)),
    Shot("channels-title", lambda: _channels(choose=ITEMS[6].key)),
    Shot("channels-two-shops", lambda: _channels(choose=ITEMS[3].key)),
    Shot("channels-stopped", lambda: _channels(replace(SHOWN, cards=STOPPED, more=212))),
    Shot("channels-faults", lambda: _channels(tab="faults")),
    Shot("channels-90-days", lambda: _channels(tab="trend")),
    Shot("channels-offline", lambda: _channels(state=OFFLINE, now=217 * MINUTE)),
    Shot("channels-details", _channels, lambda window: window.current.show_tab("details")),  # type: ignore[attr-defined]
    Shot(
        "channels-in-step",
        lambda: _channels(
            ChannelsView(tuple(replace(one, differing=0, in_step=10_000) for one in CARDS), (), (), TRENDS, clock("14:03"))
        ),
    ),
    Shot("channels-none", lambda: _channels(ChannelsView())),
    Shot("channels-loading", _loading),
    Shot("channels-error", _failed),
)  # fmt: skip
