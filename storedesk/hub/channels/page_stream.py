"""Pages of a connector on their way to the hub: small ones joined, the next one asked for while one is written."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from storedesk.connectors.port import Page
from storedesk.connectors.trouble import Stopped, Unreachable


async def joined(pages: AsyncIterator[Page], at_least: int) -> AsyncGenerator[Page, None]:
    """Pages of so many records; what came before a trouble is given out before the trouble is raised."""
    held: list[Page] = []
    trouble: Exception | None = None
    try:
        async for page in pages:
            held.append(page)
            if sum(len(one.records) for one in held) >= at_least:
                yield _one(held)
                held = []
    except (Unreachable, Stopped) as error:
        trouble = error
    finally:
        await _close(pages)
    if held:
        yield _one(held)
    if trouble is not None:
        raise trouble


def _one(held: list[Page]) -> Page:
    if len(held) == 1:
        return held[0]
    return Page(
        tuple(record for page in held for record in page.records),
        held[-1].cursor,
        max((page.total for page in held if page.total is not None), default=None),
        tuple(one for page in held for one in page.gone),
        tuple(one for page in held for one in page.problems),
    )


async def one_ahead(pages: AsyncIterator[Page]) -> AsyncGenerator[Page, None]:
    """Asks for the next page while the one before is being used."""
    asked = asyncio.create_task(_next(pages))
    try:
        while (page := await asked) is not None:
            asked = asyncio.create_task(_next(pages))
            yield page
    finally:
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        await _close(pages)


async def _close(pages: AsyncIterator[Page]) -> None:
    if isinstance(pages, AsyncGenerator):
        await pages.aclose()


async def _next(pages: AsyncIterator[Page]) -> Page | None:
    return await anext(pages, None)
