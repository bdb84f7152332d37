"""What taking in a page of neutral records means: who brings it, who is master, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.port import Problem
from storedesk.domain.master import Masters
from storedesk.domain.records import Channel
from storedesk.storage.database_work import Connection


class Intake(NamedTuple):
    """Who brings a page and when (UTC ms); ``first`` is True while a channel's first load has not ended."""

    channel: Channel
    masters: Masters
    now: int
    random_tag: Callable[[], int]
    first: bool


class Taken(NamedTuple):
    """``refused`` counts writes of fields that somebody else is master of; ``problems`` what was set aside."""

    written: int
    unchanged: int
    refused: Mapping[str, int]
    problems: tuple[Problem, ...]


Taker = Callable[[Connection, Intake, Sequence[Any]], Taken]
"""Takes records of one kind in, within the caller's transaction, which also moves the cursor. May run again after a
deadlock, and must give the same rows again for the same records."""
