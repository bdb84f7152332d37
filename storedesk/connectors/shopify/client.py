"""Asks the Admin API: signed in, within the shop's budget, each answer's trouble told apart."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from storedesk.connectors.calls import Calls
from storedesk.connectors.port import Surroundings
from storedesk.connectors.shopify.answers import SignedOut, Throttled, data_of, decoded
from storedesk.connectors.shopify.budget import Budget, cost_of
from storedesk.connectors.shopify.operations import operation
from storedesk.connectors.shopify.settings import VERSION, Settings
from storedesk.connectors.shopify.token import Tokens
from storedesk.connectors.trouble import Stopped, Unreachable

TARGET = f"/admin/api/{VERSION}/graphql.json"
MOST_WAITS = 8
"""So often one request waits for the budget before the trouble is the caller's."""


class Client:
    """Lives on one event loop."""

    def __init__(self, settings: Settings, surroundings: Surroundings) -> None:
        self.now, self.sleep = surroundings.now, surroundings.sleep
        self.host = urlsplit(settings.address).hostname or ""
        self._calls = Calls(settings.address, surroundings)
        self.tokens = Tokens(settings, self._calls, surroundings.now)
        self._budget = Budget()
        self.heard_at: str = ""
        """The Date header of the last answer."""

    async def ask(self, name: str, variables: Mapping[str, object] | None = None) -> Mapping[str, Any]:
        """The data of one operation. Raises Unreachable, Stopped, TooCostly or NotUnderstood."""
        body = json.dumps({"query": operation(name), "variables": variables or {}, "operationName": name})
        renewed, wait = False, 0
        for _time in range(MOST_WAITS):
            try:
                return await self._once(name, body.encode())
            except SignedOut as error:
                if renewed:
                    raise Stopped("signed_out") from error
                renewed = True
            except Throttled as error:
                wait = error.wait_ms
        raise Unreachable("busy", wait)

    async def _once(self, name: str, body: bytes) -> Mapping[str, Any]:
        token = await self.tokens.current()
        self._calls.pace.pause(self._budget.wait_before(name, self.now()))
        self._budget.begun(name, self.now())
        headers = {
            "content-type": "application/json",
            "accept": "application/json",
            "x-shopify-access-token": token,
        }
        reply = await self._calls.send("POST", TARGET, headers, body)
        self.heard_at = reply.headers.get("date", "")
        try:
            answer = decoded(reply)
        except SignedOut:
            await self.tokens.refused(token)
            raise
        cost = cost_of(answer)
        self._budget.heard(name, cost, self.now())
        try:
            return data_of(answer)
        except Throttled as error:
            wait = self._budget.wait_after_refusal(name, cost, self.now())
            self._calls.pace.busy(wait)
            raise Throttled(wait) from error

    def cost_of(self, name: str) -> float | None:
        """Points that this operation asked for last time."""
        return self._budget.cost_of(name)

    async def close(self) -> None:
        await self._calls.close()
