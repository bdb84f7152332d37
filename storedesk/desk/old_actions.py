"""Removes what a desk need not keep any longer, in quiet moments once an hour."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import NamedTuple, Protocol, TypeVar

from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_retention import forget_old
from storedesk.storage.desk_store import DeskStore

T = TypeVar("T")


class Pauses(NamedTuple):
    """In seconds: after the start, between two rounds, while somebody works, between two chunks."""

    first: float = 120.0
    between: float = 3_600.0
    busy: float = 10.0
    breath: float = 0.2


PAUSES = Pauses()


class DatabaseThread(Protocol):
    """Runs a function on the thread that owns the writing connection."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


async def forget_hourly(
    on_database: DatabaseThread,
    store: Callable[[], DeskStore],
    now: Callable[[], int],
    is_busy: Callable[[], bool],
    pauses: Pauses = PAUSES,
) -> None:
    """Until cancelled. ``now`` in UTC milliseconds; while ``is_busy`` nothing is begun."""
    await asyncio.sleep(pauses.first)
    while True:
        pause = pauses.busy
        if not is_busy():
            with contextlib.suppress(DatabaseTrouble):
                some_left = await on_database(lambda: _a_little(store(), now()) > 0)
                pause = pauses.breath
                if not some_left:
                    await on_database(lambda: _tidy(store()))
                    pause = pauses.between
        await asyncio.sleep(pause)


def _a_little(store: DeskStore, now: int) -> int:
    with naming_trouble(), store.begin() as connection:
        return forget_old(connection, now)


def _tidy(store: DeskStore) -> None:
    with naming_trouble():
        store.tidy()
