"""The kinds of action of stock: adjust, count, hold, transfer."""

from storedesk.actions.action import ActionKind

STOCK_KINDS: tuple[ActionKind, ...] = ()
