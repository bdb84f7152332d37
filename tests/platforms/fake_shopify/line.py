"""The line to the fake shop: tokens, the bucket of points, and results of bulk operations."""

import json
from collections.abc import AsyncIterator, Iterator
from email.utils import formatdate
from itertools import islice
from typing import Any
from urllib.parse import parse_qs

import httpx

from tests.platforms.fake_shopify.bulk_results import HOST
from tests.platforms.fake_shopify.graph import cost_of, execute

DAY_MS = 86_400_000


class Broken(Exception):
    """Raised around an operation: the answer is this status instead."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class ShopLine(httpx.AsyncBaseTransport):
    """Everything a connector sends comes here; nothing waits."""

    def __init__(self, shop: Any) -> None:
        self._shop = shop
        self._tokens: dict[str, int] = {}
        self._made = 0
        self.refresh_token = "refresh-0"
        self._level, self._at = float(shop.bucket), shop.now()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if str(request.url).startswith(HOST):
            return self._result(str(request.url))
        if request.url.host != self._shop.domain:
            raise httpx.ConnectError("no such host", request=request)
        if request.url.path == "/admin/oauth/access_token":
            return self._token(parse_qs(request.content.decode()))
        token = request.headers.get("x-shopify-access-token", "")
        if token != self._shop.fixed_token and self._tokens.get(token, 0) <= self._shop.now():
            return httpx.Response(401, json={"errors": "[API] Invalid API key or access token"})
        return self._graphql(request)

    async def aclose(self) -> None:
        """Outlives its clients."""

    def forget_tokens(self) -> None:
        """Every token given out is refused from now on."""
        self._tokens.clear()

    def _graphql(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        name = asked.get("operationName") or ""
        self._shop.calls[name] += 1
        try:
            self._shop.before(name)
            answer = self._answer(asked, name)
            self._shop.after(name)
        except Broken as error:
            return httpx.Response(error.status, text="<html>sorry</html>")
        except httpx.HTTPError as error:
            if isinstance(error, httpx.RequestError):
                error.request = request
            raise
        date = formatdate(self._shop.now() / 1000, usegmt=True)
        return httpx.Response(200, json=answer, headers={"date": date})

    def _answer(self, asked: dict[str, Any], name: str) -> dict[str, Any]:
        shop, variables = self._shop, asked.get("variables") or {}
        cost = cost_of(shop.version, asked["query"], variables, name or None)
        if cost > shop.most_cost:
            message = (
                f"Query cost is {cost}, which exceeds the single query max cost limit ({shop.most_cost})."
            )
            return {"errors": [{"message": message, "extensions": {"code": "MAX_COST_EXCEEDED"}}]}
        self._fill()
        if cost > self._level:
            shop.throttled += 1
            errors = [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}]
            return {"errors": errors, **self._extensions(cost, None)}
        answer, run = execute(shop, asked["query"], variables, name or None)
        spent = min(cost, max(1, run.objects))
        self._level -= spent
        return {**answer, **self._extensions(cost, spent)}

    def _fill(self) -> None:
        now = self._shop.now()
        self._level = min(self._shop.bucket, self._level + max(0, now - self._at) / 1000 * self._shop.rate)
        self._at = now

    def _extensions(self, requested: int, spent: int | None) -> dict[str, Any]:
        cost: dict[str, Any] = {"requestedQueryCost": requested, "actualQueryCost": spent}
        if self._shop.shows_throttle:
            cost["throttleStatus"] = {
                "maximumAvailable": self._shop.bucket,
                "currentlyAvailable": int(self._level),
                "restoreRate": self._shop.rate,
            }
        return {"extensions": {"cost": cost}}

    def _token(self, form: dict[str, list[str]]) -> httpx.Response:
        shop = self._shop
        if form.get("client_id") != [shop.client_id] or form.get("client_secret") != [shop.client_secret]:
            return httpx.Response(400, json={"error": "invalid_client"})
        self._made += 1
        token = f"shpat_{self._made}"
        if form.get("grant_type") == ["refresh_token"]:
            if form.get("refresh_token") != [self.refresh_token]:
                return httpx.Response(400, json={"error": "invalid_grant"})
            self.refresh_token = f"refresh-{self._made}"
            self._tokens[token] = shop.now() + 3_600_000
            return httpx.Response(
                200, json={"access_token": token, "expires_in": 3600, "refresh_token": self.refresh_token}
            )
        self._tokens[token] = shop.now() + DAY_MS
        return httpx.Response(200, json={"access_token": token, "scope": "", "expires_in": 86_399})

    def _result(self, url: str) -> httpx.Response:
        if url.startswith(f"{HOST}stream/"):
            return httpx.Response(200, stream=_Streamed(self._shop.bulk_streams[url.rpartition("/")[2]]()))
        name = f"gid://shopify/BulkOperation/{url.removeprefix(HOST)}"
        return httpx.Response(200, content=self._shop.bulks[name]["_result"])


class _Streamed(httpx.AsyncByteStream):
    """Lines as they are made, some hundred in a piece."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for some in iter(lambda: list(islice(self._lines, 400)), []):
            yield b"\n".join(some) + b"\n"
