"""The kinds of action of a place's day and its desks."""

from storedesk.actions.action import ActionKind

DAY_KINDS: tuple[ActionKind, ...] = ()
