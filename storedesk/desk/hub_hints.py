"""Listens to the hub's hints, which only make the next round of sync come sooner."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from typing import Any

from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure
from storedesk.desk.sync_runner import SyncRunner

AGAIN_SECONDS = 5.0
"""Between two tries on average: as long as it may take until a line that is back is noticed."""


async def listen(client: HubClient, sync: SyncRunner, jitter: Callable[[], float]) -> None:
    """Until cancelled. The first word on a new stream says that the line is back; a desk that works offline
    on purpose does not listen. ``jitter`` in [0, 1) keeps desks that lost their hub together apart."""
    while True:
        await sync.may_talk()
        await _while_allowed(_hear(client, sync), sync)
        await asyncio.sleep(AGAIN_SECONDS * (0.5 + jitter()))


async def _hear(client: HubClient, sync: SyncRunner) -> None:
    is_first = True
    with contextlib.suppress(HubFailure):
        async for _ in client.events():
            sync.wake(now=is_first)
            is_first = False


async def _while_allowed(hearing: Coroutine[Any, Any, None], sync: SyncRunner) -> None:
    task = asyncio.create_task(hearing)
    silence = asyncio.create_task(sync.must_be_silent())
    try:
        await asyncio.wait((task, silence), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in (task, silence):
            one.cancel()
        outcomes = await asyncio.gather(task, silence, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome
