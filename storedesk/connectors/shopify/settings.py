"""What is entered to sign in to a Shopify shop, checked."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from storedesk.connectors.port import Field

VERSION = "2026-07"
"""The version of the Admin API that is asked; every request is valid from 2026-04 to 2026-10."""

FIELDS = (
    Field("shop", secret=False),
    Field("client_id", secret=False, needed=False),
    Field("client_secret", secret=True, needed=False),
    Field("access_token", secret=True, needed=False),
    Field("refresh_token", secret=True, needed=False),
    Field("previous_secret", secret=True, needed=False),
    Field("hook_address", secret=False, needed=False),
)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_DOMAIN = ".myshopify.com"
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Settings(NamedTuple):
    """``address`` is the shop's own, without a path; of the tokens one kind is enough."""

    address: str
    client_id: str
    client_secret: str
    access_token: str
    refresh_token: str
    previous_secret: str
    hook_address: str

    @property
    def hook_secrets(self) -> tuple[str, ...]:
        """Secrets that may have signed a webhook: for an hour after a change the old one still does."""
        return tuple(secret for secret in (self.client_secret, self.previous_secret) if secret)


def settings_from(entered: Mapping[str, str]) -> Settings:
    """Raises ValueError with a sentence that says what to enter."""
    values = {field.name: entered.get(field.name, "").strip() for field in FIELDS}
    if not values["access_token"] and not (values["client_id"] and values["client_secret"]):
        raise ValueError("Enter the app's client id and client secret, or an access token.")
    if values["refresh_token"] and not (values["client_id"] and values["client_secret"]):
        raise ValueError("A refresh token needs the app's client id and client secret beside it.")
    if values["hook_address"] and not values["hook_address"].startswith("https://"):
        raise ValueError("The address for webhooks must begin with https://.")
    return Settings(_address(values.pop("shop")), **values)


def _address(shop: str) -> str:
    parts = urlsplit(shop if "://" in shop else f"https://{shop}")
    if parts.scheme == "http" and parts.hostname in _LOCAL:
        return f"http://{parts.netloc}"
    name = (parts.hostname or "").removesuffix(_DOMAIN)
    if not _NAME.fullmatch(name) or parts.port is not None:
        raise ValueError("Enter the shop's own address as it stands in its admin: name.myshopify.com.")
    return f"https://{name}{_DOMAIN}"
