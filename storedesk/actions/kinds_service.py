"""The kinds of action of orders and customer service."""

from storedesk.actions.action import ActionKind

SERVICE_KINDS: tuple[ActionKind, ...] = ()
