"""The one registry of keys: which key does what in which context; caps, help and tests read it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from storedesk.ui.shortcut_table import CONTEXT_ROWS, GLOBAL_ROWS, Row
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP


class Context(StrEnum):
    """Where keys are pressed; every context but the dialogs falls back on GLOBAL."""

    GLOBAL = "global"
    TODAY = "today"
    SERVICE = "service"
    PICKUPS = "pickups"
    NOT_COLLECTED = "not_collected"
    HANDOVER = "handover"
    STOCK = "stock"
    TRANSFERS = "transfers"
    ORDERS = "orders"
    QUOTES = "quotes"
    CUSTOMERS = "customers"
    ATTENTION = "attention"
    CHANNELS = "channels"
    ROUTING = "routing"
    CONNECT = "connect"
    SETTINGS = "settings"
    SYNC = "sync"
    LOCK = "lock"
    FIRST_RUN = "first_run"
    CHOICE = "choice"
    HISTORY = "history"
    REQUEST = "request"
    SUPERVISOR = "supervisor"
    DAY = "day"
    KEYS = "keys"
    SCANNER = "scanner"


CLOSED_CONTEXTS = frozenset(
    {
        Context.HISTORY,
        Context.KEYS,
        Context.SCANNER,
        Context.REQUEST,
        Context.HANDOVER,
        Context.SUPERVISOR,
        Context.DAY,
        Context.LOCK,
        Context.FIRST_RUN,
    }
)
"""Contexts where the keys of GLOBAL do nothing: a dialog or a locked desk."""

_DOUBLES = {
    "F9": ("Ctrl+Return", "Ctrl+Enter"),
    "F8": ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    "F7": ("Ctrl+.",),
    "F1": ("Ctrl+/",),
    "Ctrl++": ("Ctrl+=",),
}

_CAP_TEXTS = {
    "Return": QT_TRANSLATE_NOOP("KeyCap", "Enter"),
    "Esc": QT_TRANSLATE_NOOP("KeyCap", "Esc"),
    "Ctrl": QT_TRANSLATE_NOOP("KeyCap", "Ctrl"),
    "Shift": QT_TRANSLATE_NOOP("KeyCap", "Shift"),
    "Tab": QT_TRANSLATE_NOOP("KeyCap", "Tab"),
    "Space": QT_TRANSLATE_NOOP("KeyCap", "Space"),
    "Updown": "↑↓",
    "Arrows": "↑↓←→",
    "Minus": "−",
    "Plus": "+",
}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One key in one context. `routed` is False where the focused widget itself reads the key."""

    context: Context
    key: str
    action: str
    source_text: str
    doubles: tuple[str, ...] = ()
    shown: bool = True
    routed: bool = True

    @property
    def text(self) -> str:
        """What the key does, in the language of the desk."""
        return QCoreApplication.translate("Shortcuts", self.source_text)

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *self.doubles)


def _made(context: Context, row: Row) -> Shortcut:
    doubles = _DOUBLES.get(row.key, ()) if row.routed else ()
    return Shortcut(context, row.key, row.action, row.text, doubles, row.shown, row.routed)


REGISTRY: tuple[Shortcut, ...] = tuple(_made(Context.GLOBAL, row) for row in GLOBAL_ROWS) + tuple(
    _made(Context(name), row) for name, rows in CONTEXT_ROWS.items() for row in rows
)


def own_shortcuts(context: Context) -> tuple[Shortcut, ...]:
    """The rows of one context alone, in the order the status bar shows them."""
    return tuple(row for row in REGISTRY if row.context is context)


def shortcuts_in(context: Context) -> tuple[Shortcut, ...]:
    """All that works in a context: its own rows, then those of GLOBAL it does not replace."""
    own = own_shortcuts(context)
    if context in CLOSED_CONTEXTS or context is Context.GLOBAL:
        return own
    taken = {row.action for row in own}
    return own + tuple(row for row in own_shortcuts(Context.GLOBAL) if row.action not in taken)


def shortcut_for(context: Context, action: str) -> Shortcut | None:
    """The key of an action in a context, or None where it has none."""
    return next((row for row in shortcuts_in(context) if row.action == action), None)


def action_for(context: Context, key: str) -> str | None:
    """What a key (portable text, for instance `Ctrl+K`) does in a context."""
    return next((row.action for row in shortcuts_in(context) if row.routed and key in row.keys), None)


def routed_keys() -> tuple[str, ...]:
    """Every key a window has to listen to, once each."""
    return tuple(dict.fromkeys(key for row in REGISTRY if row.routed for key in row.keys))


def caps(key: str) -> tuple[str, ...]:
    """The key caps to paint for a key, in the language of the desk."""
    parts = [*key.removesuffix("++").split("+"), "+"] if key.endswith("++") else key.split("+")
    return tuple(QCoreApplication.translate("KeyCap", _CAP_TEXTS.get(part, part)) for part in parts if part)
