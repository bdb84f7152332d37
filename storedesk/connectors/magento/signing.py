"""Signs a request to Magento: OAuth 1.0a with HMAC-SHA256 as the real one checks it, or a bearer token."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

_UNRESERVED = "-._~"
_PATH_KEPT = "/:@!$&'()*+,;=~-._"
"""In the path the server signs these as they are, whatever was sent for them; space and non-ASCII stay encoded."""

Query = Sequence[tuple[str, str]]


class Keys(NamedTuple):
    """The four secrets of an integration; ``bearer`` sends the access token alone, where the shop allows it."""

    consumer_key: str
    consumer_secret: str
    token: str
    token_secret: str
    bearer: bool = False


def encoded(text: str) -> str:
    """RFC 3986 as OAuth wants it: a space is ``%20``, never ``+``."""
    return quote(text, safe=_UNRESERVED)


def query_text(query: Query) -> str:
    """The query as it is sent: names encoded too, for brackets are part of the signature in that form."""
    return "&".join(f"{encoded(name)}={encoded(value)}" for name, value in query)


def signing_url(address: str, path: str) -> str:
    """The URL that is signed. ``path`` is the fully encoded path that is sent; a default port is left out."""
    parts = urlsplit(address)
    usual = {"https": 443, "http": 80}[parts.scheme]
    host = (parts.hostname or "").lower() + (f":{parts.port}" if parts.port not in (None, usual) else "")
    return f"{parts.scheme}://{host}" + quote(unquote(path), safe=_PATH_KEPT)


def base_string(method: str, url: str, parameters: Query) -> str:
    pairs = sorted((encoded(name), encoded(value)) for name, value in parameters)
    joined = "&".join(f"{name}={value}" for name, value in pairs)
    return "&".join((method.upper(), encoded(url), encoded(joined)))


def signature(keys: Keys, text: str) -> str:
    key = f"{encoded(keys.consumer_secret)}&{encoded(keys.token_secret)}"
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


class Signer:
    """Makes the Authorization header of each request, with a fresh nonce and the time of now."""

    def __init__(
        self, address: str, keys: Keys, now: Callable[[], int], random_bytes: Callable[[int], bytes]
    ) -> None:
        self._address, self._keys, self._now, self._random_bytes = address, keys, now, random_bytes

    def headers(self, method: str, path: str, query: Query) -> Mapping[str, str]:
        """``path`` begins at the host and is encoded as it is sent. The JSON body is not signed."""
        if self._keys.bearer:
            return {"Authorization": f"Bearer {self._keys.token}"}
        oauth = {
            "oauth_consumer_key": self._keys.consumer_key,
            "oauth_nonce": self._random_bytes(16).hex(),
            "oauth_signature_method": "HMAC-SHA256",
            "oauth_timestamp": str(self._now() // 1000),
            "oauth_token": self._keys.token,
            "oauth_version": "1.0",
        }
        url = signing_url(self._address, path)
        oauth["oauth_signature"] = signature(self._keys, base_string(method, url, [*query, *oauth.items()]))
        return {"Authorization": "OAuth " + ", ".join(f'{k}="{encoded(v)}"' for k, v in oauth.items())}
