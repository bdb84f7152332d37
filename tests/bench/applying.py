"""Brings changes into a bench desk as the worker does it: staged, then piece by piece on the database's thread."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from storedesk.desk.bring_in import bring_in
from storedesk.desk.desk_files import OpenDesk
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import PullReply
from storedesk.sync.rebase import PageOutcome

T = TypeVar("T")
OnDatabase = Callable[[Callable[[], Any]], Awaitable[Any]]


def database_thread(executor: ThreadPoolExecutor) -> OnDatabase:
    async def on_database(work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(executor, work)

    return on_database


async def apply_changes(
    desk: OpenDesk, folder: Path, pages: list[PullReply], on_database: OnDatabase
) -> PageOutcome:
    store, known = desk.store, desk.secrets
    followed = store.link().scopes
    for page in pages:
        await on_database(lambda page=page: store.stage(page, followed))  # type: ignore[misc]
    last = pages[-1]
    work = BringingIn(followed=list(followed), end=last.end, sums=last.sums)
    await on_database(lambda: store.begin_bringing_in(work))
    outcome = await bring_in(
        store, folder / known.current, known.databases[known.current], None, on_database, time.perf_counter,
        lambda rows: None,
    )  # fmt: skip
    if outcome is None or outcome.wrong:
        raise RuntimeError(f"The changes did not come in: {outcome}")
    return outcome
