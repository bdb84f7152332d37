"""A large file comes over a slow line, and what is saved meanwhile goes before it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any


async def fetch_and_send(
    fetch: Coroutine[Any, Any, None], wake: asyncio.Event, send: Callable[[], Awaitable[object]]
) -> None:
    """Ends, or fails, as ``fetch`` does; each time ``wake`` is set before that, ``send`` runs beside it."""
    fetching = asyncio.create_task(fetch)
    try:
        while not fetching.done():
            wake.clear()
            woken = asyncio.create_task(wake.wait())
            await asyncio.wait((fetching, woken), return_when=asyncio.FIRST_COMPLETED)
            woken.cancel()
            if not fetching.done():
                await send()
    except BaseException:
        fetching.cancel()
        await asyncio.gather(fetching, return_exceptions=True)
        raise
    await fetching
