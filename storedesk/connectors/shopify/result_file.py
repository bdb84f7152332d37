"""The result of a bulk operation, line by line as it comes: never the whole of it in memory."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx

from storedesk.connectors.trouble import Unreachable

LONGEST_LINE = 8 << 20
Transport = httpx.AsyncBaseTransport | None
_TIMEOUT = httpx.Timeout(60.0, connect=10.0)


async def result_lines(address: str, transport: Transport) -> AsyncIterator[bytes]:
    """Lines without their ends. The address came from the shop's signed-in answer, carries its own signature and
    gets no token of ours. Raises Unreachable."""
    if urlsplit(address).scheme != "https":
        raise Unreachable("no_reply")
    client = httpx.AsyncClient(transport=transport, timeout=_TIMEOUT, follow_redirects=False)
    try:
        async with client.stream("GET", address) as response:
            if response.status_code != 200:
                raise Unreachable("no_reply")
            async for line in _lines(response.aiter_bytes()):
                yield line
    except httpx.HTTPError as error:
        raise Unreachable("no_reply") from error
    finally:
        if transport is None:
            await client.aclose()


async def _lines(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    rest = b""
    async for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise Unreachable("too_large")
        for line in whole:
            if line.strip():
                yield line
    if rest.strip():
        yield rest
