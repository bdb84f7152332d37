"""The access token: one that stays, one for a day by the client's credentials, or one with a refresh token."""

import asyncio
import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from storedesk.connectors.calls import Calls
from storedesk.connectors.port import Keep
from storedesk.connectors.shopify.settings import Settings
from storedesk.connectors.trouble import Stopped, Unreachable

TARGET = "/admin/oauth/access_token"
LIFE_USED = 0.8
_SHOP_CLOSED = (402, 404, 423)


class Tokens:
    """Gets a new token when four fifths of the old one's life are over, or when it was refused."""

    def __init__(self, settings: Settings, calls: Calls, now: Callable[[], int]) -> None:
        self._settings, self._calls, self._now = settings, calls, now
        self._token, self._refresh = settings.access_token, settings.refresh_token
        self._renew_at: int | None = None
        self._lock = asyncio.Lock()
        self._unkept: dict[str, str] = {}
        self.keep: Keep = _kept_by_nobody
        """Is given what has taken the place of the secrets entered: a refresh token works once."""

    @property
    def _fixed(self) -> bool:
        return bool(self._settings.access_token) and not self._settings.refresh_token

    async def current(self) -> str:
        """Raises Unreachable and Stopped."""
        async with self._lock:
            over = self._renew_at is not None and self._now() >= self._renew_at
            if not self._token or over:
                await self._renew()
            await self._keep_renewed()
            return self._token

    async def refused(self, token: str) -> None:
        """The shop did not take this one. Raises Stopped where there is no other to be had."""
        async with self._lock:
            if self._fixed:
                raise Stopped("signed_out")
            if token == self._token:
                await self._renew()
            await self._keep_renewed()

    async def _renew(self) -> None:
        form = {"client_id": self._settings.client_id, "client_secret": self._settings.client_secret}
        form |= (
            {"grant_type": "refresh_token", "refresh_token": self._refresh}
            if self._refresh
            else {"grant_type": "client_credentials"}
        )
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
        reply = await self._calls.send("POST", TARGET, headers, urlencode(form).encode())
        if reply.status in _SHOP_CLOSED:
            raise Stopped("shop_closed")
        if reply.status >= 500:
            raise Unreachable("no_reply")
        if reply.status != 200:
            raise Stopped("signed_out")
        self._take(_object(reply.body))

    def _take(self, found: Mapping[str, object]) -> None:
        token, life, refresh = found.get("access_token"), found.get("expires_in"), found.get("refresh_token")
        if not isinstance(token, str) or not token:
            raise Unreachable("no_reply")
        self._token = token
        self._renew_at = self._now() + int(life * 1000 * LIFE_USED) if isinstance(life, int | float) else None
        if self._refresh and isinstance(refresh, str) and refresh:
            self._refresh = refresh
            self._unkept = {"access_token": token, "refresh_token": refresh}

    async def _keep_renewed(self) -> None:
        if self._unkept:
            await self.keep(self._unkept)
            self._unkept = {}


async def _kept_by_nobody(_renewed: Mapping[str, str]) -> None:
    """Whoever opens the line only once, with secrets that do not change."""


def _object(body: bytes) -> Mapping[str, object]:
    try:
        found = json.loads(body)
    except ValueError as error:
        raise Unreachable("no_reply") from error
    return found if isinstance(found, dict) else {}
