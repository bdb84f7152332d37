"""Calls one Magento shop: address, signature, JSON, and what each status means."""

import json
from collections.abc import Mapping
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from storedesk.connectors.calls import Calls, Reply
from storedesk.connectors.magento.refusals import NO_ROUTE, SaidNo, resource_of, said
from storedesk.connectors.magento.signing import Keys, Query, Signer, query_text
from storedesk.connectors.port import Surroundings
from storedesk.connectors.trouble import Stopped, Unreachable

GLOBAL = "all"
"""The scope of writes that are to hold in every store view."""

_DEADLOCK = ("1213", "1205", "deadlock", "lock wait timeout")


class Client:
    """The line to ``address`` (https://host[/path], without ``/rest``); ``view`` is the store view's code."""

    def __init__(self, address: str, view: str, keys: Keys, surroundings: Surroundings) -> None:
        self._address = address.rstrip("/")
        self._calls = Calls(self._address, surroundings)
        self._prefix = urlsplit(self._address).path + "/rest/"
        self._view = view
        self._signer = Signer(self._address, keys, surroundings.now, surroundings.random_bytes)
        self._now = surroundings.now
        self.shop_now = 0
        """What the shop's clock said in its last reply, UTC ms; ours where it said nothing."""
        self.told = 0
        """How many writes were answered with a yes."""

    async def get(self, path: str, query: Query = ()) -> Any:
        return await self._ask("GET", path, query, None, self._view, reads=True)

    async def read(self, path: str, body: Mapping[str, Any]) -> Any:
        """A POST that only asks, so that a lost reply leaves nothing open."""
        return await self._ask("POST", path, (), body, self._view, reads=True)

    async def send(self, method: str, path: str, body: Any = None, *, scope: str | None = None) -> Any:
        """A write; raises SaidNo, Stopped, or Unreachable that says whether it may have been done."""
        answer = await self._ask(method, path, (), body, scope or self._view, reads=False)
        self.told += 1
        return answer

    async def close(self) -> None:
        await self._calls.close()

    async def _ask(self, method: str, path: str, query: Query, body: Any, scope: str, *, reads: bool) -> Any:
        sent_path = f"{self._prefix}{scope}{path}"
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        for last in (False, True):
            try:
                reply = await self._once(method, sent_path, query, content)
            except Unreachable as error:
                if reads and error.maybe_done:
                    raise Unreachable(error.why, error.retry_after_ms) from error
                raise
            if reply.status != 401 or last:
                break
        return self._understood(reply, reads)

    async def _once(self, method: str, path: str, query: Query, content: bytes | None) -> Reply:
        headers = dict(self._signer.headers(method, path, query))
        headers["Accept"] = "application/json"
        if content is not None:
            headers["Content-Type"] = "application/json"
        target = path.removeprefix(urlsplit(self._address).path)
        reply = await self._calls.send(
            method, target + (f"?{query_text(query)}" if query else ""), headers, content
        )
        self.shop_now = _date_of(reply) or self._now()
        return reply

    def _understood(self, reply: Reply, reads: bool) -> Any:
        if 300 <= reply.status < 400:
            raise Stopped("another_shop", urlsplit(reply.headers.get("location", "")).hostname or "")
        try:
            body = json.loads(reply.body, parse_float=Decimal) if reply.body else None
        except ValueError as error:
            raise _unreadable(reply, reads) from error
        if 200 <= reply.status < 300:
            return body
        message = said(body)
        if reply.status in (401, 403):
            raise _not_let_in(message, resource_of(body))
        if reply.status >= 500:
            done = not reads and not any(sign in message.lower() for sign in _DEADLOCK)
            raise Unreachable("no_reply" if done else "busy", maybe_done=done)
        raise SaidNo(reply.status, message or f"status {reply.status}")


def _not_let_in(message: str, resource: str) -> Stopped:
    low = message.lower()
    if "timestamp" in low:
        return Stopped("clock_differs")
    return Stopped("right_missing", resource) if resource else Stopped("signed_out")


def _unreadable(reply: Reply, reads: bool) -> Exception:
    """No JSON: a maintenance or error page, or something else than Magento."""
    if reply.status == 404:
        return SaidNo(404, NO_ROUTE)
    if reply.status in (401, 403):
        return Stopped("signed_out")
    return Unreachable("no_reply", maybe_done=not reads)


def _date_of(reply: Reply) -> int:
    try:
        return int(parsedate_to_datetime(reply.headers.get("date", "")).timestamp() * 1000)
    except (ValueError, TypeError):
        return 0
