"""The kinds of action of quotes and approvals."""

from storedesk.actions.action import ActionKind

QUOTE_KINDS: tuple[ActionKind, ...] = ()
