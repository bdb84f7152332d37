"""Hashes the desk's rows again once a day, in slices while nobody works; what is wrong is fetched anew."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from storedesk.desk.bring_in import DatabaseThread
from storedesk.storage.content_check import ScopeChecked, check_scope
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.encrypted_file import connect_sqlite

NOTED = "content_check"
DAY_MS = 24 * 60 * 60 * 1000
PAUSE_SECONDS, BUSY_PAUSE_SECONDS, LOOK_SECONDS = 0.05, 2.0, 60.0


class Progress(msgspec.Struct, frozen=True):
    """``begun`` is when this round of checking began, UTC milliseconds; ``done`` are its scopes so far."""

    begun: int
    done: list[str]


def next_scope(store: DeskStore, now: int) -> str | None:
    """What is to be checked next: within a day each scope once, going on over restarts."""
    followed = store.link().scopes
    progress = _progress(store)
    if progress is None or now - progress.begun >= DAY_MS or now < progress.begun:
        store.note(NOTED, msgspec.json.encode(Progress(now, [])).decode())
        progress = Progress(now, [])
    return next((scope for scope in followed if scope not in progress.done), None)


def settle(store: DeskStore, checked: ScopeChecked) -> None:
    """Keeps how far the check has come, and distrusts a scope that is not right."""
    if not checked.is_right:
        store.distrust(checked.scope, checked.rows)
    progress = _progress(store)
    if progress is not None:
        progress = msgspec.structs.replace(progress, done=[*progress.done, checked.scope])
        store.note(NOTED, msgspec.json.encode(progress).decode())


def _progress(store: DeskStore) -> Progress | None:
    with contextlib.suppress(msgspec.DecodeError):
        return msgspec.json.decode(store.noted(NOTED) or "", type=Progress)
    return None


async def care_for_content(
    store: DeskStore, database: Callable[[], tuple[Path, str]], on_database: DatabaseThread,
    now: Callable[[], int], is_idle: Callable[[], bool], found_wrong: Callable[[], None],
) -> None:  # fmt: skip
    """Until cancelled; trouble with the disk lets it wait. ``database`` gives the file in use and its key."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        with contextlib.suppress(DatabaseTrouble), naming_trouble():
            while is_idle() and (scope := await on_database(partial(next_scope, store, now()))) is not None:
                checked = await _checked(database(), scope, is_idle)
                await on_database(partial(settle, store, checked))
                if not checked.is_right:
                    found_wrong()


async def _checked(database: tuple[Path, str], scope: str, is_idle: Callable[[], bool]) -> ScopeChecked:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "content") as beside:
        reader = await loop.run_in_executor(beside, partial(connect_sqlite, *database, readonly=True))
        try:
            slices = check_scope(reader, scope)
            checked = None
            while checked is None:
                checked = await loop.run_in_executor(beside, next, slices)
                await asyncio.sleep(PAUSE_SECONDS if is_idle() else BUSY_PAUSE_SECONDS)
            return checked
        finally:
            await loop.run_in_executor(beside, reader.close)
