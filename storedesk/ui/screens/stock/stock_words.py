"""The words of the stock screen: steps, places and colours."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storedesk.desk.stock_views import PlaceFigure

_STEPS = {
    "on_hand": QT_TRANSLATE_NOOP("Stock", "On hand here"),
    "reserved": QT_TRANSLATE_NOOP("Stock", "Reserved for pickups"),
    "holds": QT_TRANSLATE_NOOP("Stock", "Held for customers"),
    "protected": QT_TRANSLATE_NOOP("Stock", "Lent to another desk"),
    "own_share": QT_TRANSLATE_NOOP("Stock", "Share of this desk"),
    "reserved_for_me": QT_TRANSLATE_NOOP("Stock", "Reserved for this customer"),
    "safety_stock": QT_TRANSLATE_NOOP("Stock", "Store safety stock"),
    "channel_buffer": QT_TRANSLATE_NOOP("Stock", "Kept back for the channel"),
    "arrivals_due": QT_TRANSLATE_NOOP("Stock", "Arrivals due"),
    "never_below_zero": QT_TRANSLATE_NOOP("Stock", "Never below zero"),
    "mine_first": QT_TRANSLATE_NOOP("Stock", "This customer first"),
}
_SWATCHES = {
    "green": "#3E5B45", "grön": "#3E5B45", "granite": "#6B7178", "granit": "#6B7178", "grey": "#6B7178",
    "grå": "#6B7178", "brick": "#A4553C", "tegel": "#A4553C", "red": "#A33A32", "röd": "#A33A32",
    "black": "#22252A", "svart": "#22252A", "blue": "#2F4F7A", "blå": "#2F4F7A", "stone": "#B3A995", "sten": "#B3A995",
    "white": "#F2F2EE", "vit": "#F2F2EE", "yellow": "#D9A63C", "gul": "#D9A63C", "sand": "#CDB893",
}  # fmt: skip


def step_text(key: str) -> str:
    return QCoreApplication.translate("Stock", str(_STEPS.get(key, key)))


def place_icon(place: PlaceFigure) -> str:
    if place.is_here:
        return "building-store"
    return "building-warehouse" if place.kind == "warehouse" else "map-pin"


def swatch(colour: str) -> str:
    """A paint for a colour's name; empty where the name says nothing."""
    return next((_SWATCHES[word] for word in reversed(colour.lower().split()) if word in _SWATCHES), "")
