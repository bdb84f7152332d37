"""What desks know of routing: the sets of rules, in use, past and being written."""

from typing import NamedTuple


class RoutingSet(NamedTuple):
    """A set of routing rules: ``state`` is draft, in_use, past, thrown (a draft thrown away; its number is given
    again) or dropped (too old to go back to; ``rules`` is empty). ``rules`` is the JSON of the chain's setting
    ``routing``, empty for the usual rules. ``since`` is when it was last put in use, UTC ms."""

    number: int
    state: str
    rules: str
    since: int | None
    changed_at: int
    changed_by: int
