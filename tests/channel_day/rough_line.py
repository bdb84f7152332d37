"""A line to a platform on which a share of the requests goes wrong, in every way a line can."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable

import httpx

TROUBLES = ("refused", "reply_lost", "busy", "broken", "slow", "twice", "late")


class RoughLine(httpx.AsyncBaseTransport):
    """``share`` of all requests meet a trouble; ``counts`` says how often each happened.

    ``refused``: never arrived. ``reply_lost``: done, but no answer. ``busy`` and ``broken``: 429 and 502 without
    doing anything. ``slow``: answered after a while. ``twice``: a request that only reads, or that may be repeated,
    arrives two times. ``late``: such a request is given up and arrives after a later one.
    """

    def __init__(
        self,
        line: httpx.AsyncBaseTransport,
        rng: random.Random,
        sleep: Callable[[float], Awaitable[None]],
        repeatable: Callable[[httpx.Request], bool],
    ) -> None:
        self._line, self._rng, self._sleep, self._repeatable = line, rng, sleep, repeatable
        self.share = 0.0
        self.counts: Counter[str] = Counter()
        self._held: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.counts["requests"] += 1
        if self._rng.random() >= self.share:
            reply = await self._line.handle_async_request(request)
            await self._deliver_late()
            return reply
        trouble = self._rng.choice(TROUBLES)
        if trouble in ("twice", "late") and not self._repeatable(request):
            trouble = "reply_lost"
        self.counts[trouble] += 1
        return await self._go_wrong(trouble, request)

    async def _go_wrong(self, trouble: str, request: httpx.Request) -> httpx.Response:
        if trouble == "refused":
            raise httpx.ConnectError("refused", request=request)
        if trouble == "busy":
            return httpx.Response(429, headers={"retry-after": "2"}, request=request)
        if trouble == "broken":
            return httpx.Response(502, text="<html>bad gateway</html>", request=request)
        if trouble == "late":
            self._held.append(request)
            raise httpx.ReadTimeout("no answer", request=request)
        if trouble == "slow":
            await self._sleep(self._rng.uniform(1, 20))
        reply = await self._line.handle_async_request(request)
        if trouble == "twice":
            await reply.aread()
            reply = await self._line.handle_async_request(request)
        if trouble == "reply_lost":
            raise httpx.ReadTimeout("no answer", request=request)
        return reply

    async def _deliver_late(self) -> None:
        held, self._held = self._held, []
        for request in held:
            await (await self._line.handle_async_request(request)).aread()
