"""One HTTP call to a platform: paced, capped, with time-outs, and with the line's troubles told apart."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from storedesk.connectors.port import Surroundings
from storedesk.connectors.rate_control import RateControl
from storedesk.connectors.trouble import Unreachable

MOST_BYTES = 64 << 20
TIMEOUT = httpx.Timeout(60.0, connect=10.0)
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_BUSY = (429, 502, 503, 504)


class Reply(NamedTuple):
    """``headers`` by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Calls:
    """The line to one host. Redirects are not followed: a platform's address is what was entered."""

    def __init__(self, address: str, surroundings: Surroundings, most_at_once: int = 4) -> None:
        """``address`` is https://host[/path]; plain http only for this machine. Raises ValueError."""
        parts = urlsplit(address)
        local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if (parts.scheme != "https" and not (parts.scheme == "http" and local)) or not parts.hostname:
            raise ValueError("The shop's address must begin with https:// and name a host.")
        self.pace = RateControl(surroundings.now, surroundings.sleep, most_at_once)
        self._client = httpx.AsyncClient(
            base_url=address, transport=surroundings.transport, timeout=TIMEOUT, follow_redirects=False
        )

    async def send(
        self, method: str, target: str, headers: Mapping[str, str], content: bytes | None = None
    ) -> Reply:
        """Raises Unreachable for the line and for 429, 502, 503 and 504; every other status is the caller's."""
        async with self.pace.turn():
            try:
                reply = await self._exchange(method, target, headers, content)
            except _NEVER_LEFT as error:
                raise Unreachable("no_reply") from error
            except httpx.HTTPError as error:
                raise Unreachable("no_reply", maybe_done=True) from error
        if reply.status in _BUSY:
            wait = _wait_asked_for(reply)
            self.pace.busy(wait)
            raise Unreachable("busy", wait, maybe_done=reply.status in (502, 504))
        self.pace.good()
        return reply

    async def _exchange(
        self, method: str, target: str, headers: Mapping[str, str], content: bytes | None
    ) -> Reply:
        async with self._client.stream(method, target, headers=dict(headers), content=content) as response:
            parts, size = [], 0
            async for part in response.aiter_bytes():
                size += len(part)
                if size > MOST_BYTES:
                    raise Unreachable("too_large", maybe_done=True)
                parts.append(part)
            return Reply(response.status_code, response.headers, b"".join(parts))

    async def close(self) -> None:
        await self._client.aclose()


def _wait_asked_for(reply: Reply) -> int:
    """Milliseconds; one second where the platform does not say."""
    text = reply.headers.get("retry-after", "")
    return min(int(text), 3600) * 1000 if text.isdigit() else 1000
