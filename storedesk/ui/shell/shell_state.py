"""What the shell shows around the screens, as values ready to paint."""

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.sync_pill import SyncShown


class Place(StrEnum):
    """Where one can go from the rail; the value is the name of the action `go_…`."""

    TODAY = "today"
    PICKUPS = "pickups"
    STOCK = "stock"
    TRANSFERS = "transfers"
    ORDERS = "orders"
    QUOTES = "quotes"
    CUSTOMERS = "customers"
    ATTENTION = "attention"
    CHANNELS = "channels"
    ROUTING = "routing"
    CONNECT = "connect"
    SYNC = "sync"
    SETTINGS = "settings"
    LOCK = "lock"


PLACES = (
    Place.TODAY,
    Place.PICKUPS,
    Place.STOCK,
    Place.ORDERS,
    Place.QUOTES,
    Place.CUSTOMERS,
    Place.ATTENTION,
    Place.CHANNELS,
    Place.SYNC,
    Place.SETTINGS,
    Place.LOCK,
)
"""Those that have a screen, in the order of the rail."""
BELONGS_TO = {Place.TRANSFERS: Place.STOCK, Place.CONNECT: Place.CHANNELS, Place.ROUTING: Place.CHANNELS}
"""Screens without a place of their own on the rail, and the place that stands for them there."""
_NAMES = {
    Place.TODAY: ("layout-dashboard", QT_TRANSLATE_NOOP("Rail", "Today")),
    Place.PICKUPS: ("shopping-bag", QT_TRANSLATE_NOOP("Rail", "Pickups")),
    Place.STOCK: ("barcode", QT_TRANSLATE_NOOP("Rail", "Stock")),
    Place.TRANSFERS: ("truck", QT_TRANSLATE_NOOP("Rail", "Transfers")),
    Place.ORDERS: ("receipt", QT_TRANSLATE_NOOP("Rail", "Orders")),
    Place.QUOTES: ("file-invoice", QT_TRANSLATE_NOOP("Rail", "Quotes")),
    Place.CUSTOMERS: ("users", QT_TRANSLATE_NOOP("Rail", "Customers")),
    Place.ATTENTION: ("inbox", QT_TRANSLATE_NOOP("Rail", "Attention")),
    Place.CHANNELS: ("radar", QT_TRANSLATE_NOOP("Rail", "Channels")),
    Place.ROUTING: ("hierarchy", QT_TRANSLATE_NOOP("Rail", "Routing")),
    Place.CONNECT: ("plug-connected", QT_TRANSLATE_NOOP("Rail", "Add a channel")),
    Place.SYNC: ("refresh", QT_TRANSLATE_NOOP("Rail", "Sync")),
    Place.SETTINGS: ("settings", QT_TRANSLATE_NOOP("Rail", "Settings")),
    Place.LOCK: ("lock", QT_TRANSLATE_NOOP("Rail", "Lock")),
}


def place_icon(place: Place) -> str:
    return _NAMES[place][0]


def place_name(place: Place) -> str:
    """The name of a place in the language of the desk."""
    return QCoreApplication.translate("Rail", _NAMES[place][1])


@dataclass(frozen=True, slots=True)
class UserShown:
    """The person signed in; `tint` picks the colour of the round tile (0-3)."""

    name: str
    role: str
    tint: int = 0


@dataclass(frozen=True, slots=True)
class BannerShown:
    """A band that is not the offline one: approval, update ready, clock differs. An urgent one stands there also
    while the desk is offline."""

    bold: str
    words: str = ""
    icon: str = "info-circle"
    tone: str = "accent"
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class ShellState:
    """All texts are ready to show; times are already in the store's zone and format."""

    store: str = ""
    desk: str = ""
    clock: str = ""
    user: UserShown | None = None
    sync: SyncShown = field(default_factory=SyncShown)
    offline_since: str = ""
    next_try: str = ""
    waiting: int = 0
    oldest_unsent: str = ""
    """How old the oldest change is that has not been sent, in words; empty where nothing waits."""
    unsent_is_old: bool = False
    attention: int = 0
    printer_ok: bool = True
    banner: BannerShown | None = None
    version: str = ""
