"""Checks an OAuth 1.0a header as Magento does, written apart from the connector's own signing."""

import base64
import hashlib
import hmac
import re
from urllib.parse import parse_qsl, quote, unquote

import httpx

CONSUMER_KEY, CONSUMER_SECRET, TOKEN, TOKEN_SECRET = "ck", "cs", "at", "ats"
_ALLOWED_SKEW_S = 300
_PARAM = re.compile(r'(\w+)="([^"]*)"')


def fault_of(request: httpx.Request, now_ms: int, nonces: set[str], *, bearer_on: bool) -> str:
    """The message of a 401, or empty."""
    header = request.headers.get("authorization", "")
    if header.startswith("Bearer "):
        return "" if bearer_on and header == f"Bearer {TOKEN}" else "%resources"
    if not header.startswith("OAuth "):
        return "%resources"
    given = {name: unquote(value) for name, value in _PARAM.findall(header)}
    if given.get("oauth_consumer_key") != CONSUMER_KEY or given.get("oauth_token") != TOKEN:
        return "%resources"
    if given.get("oauth_signature_method") != "HMAC-SHA256":
        return "signature_method_rejected"
    if abs(int(given["oauth_timestamp"]) - now_ms // 1000) > _ALLOWED_SKEW_S:
        return "timestamp_refused"
    if given["oauth_nonce"] in nonces:
        return "The nonce is already being used by the consumer with ID %1"
    nonces.add(given["oauth_nonce"])
    if given.pop("oauth_signature") != _expected(request, given):
        return "The signature is invalid. Verify and try again."
    return ""


def _expected(request: httpx.Request, given: dict[str, str]) -> str:
    raw_path, _, raw_query = request.url.raw_path.decode().partition("?")
    if "+" in raw_query:
        return "a plus sign is read as itself"
    signed_path = "".join(
        char if char in "/:@!$&'()*+,;=~-._" or (char.isalnum() and char.isascii()) else quote(char, safe="")
        for char in unquote(raw_path)
    )
    url = f"{request.url.scheme}://{request.url.host}{signed_path}"
    pairs = parse_qsl(raw_query, keep_blank_values=True) + list(given.items())
    coded = sorted(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in pairs)
    base = f"{request.method}&{quote(url, safe='~')}&{quote('&'.join(coded), safe='~')}"
    made = hmac.new(f"{CONSUMER_SECRET}&{TOKEN_SECRET}".encode(), base.encode(), hashlib.sha256)
    return base64.b64encode(made.digest()).decode()
