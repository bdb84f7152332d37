"""What an answer of the Admin API means: data, or which trouble. No line, no clock."""

import json
import re
from collections.abc import Mapping
from typing import Any

from storedesk.connectors.calls import Reply
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.plain_text import clean_text

_SCOPE = re.compile(r"\b(?:read|write)_[a-z_]{3,60}\b")
_SHOP_CLOSED = (402, 404, 423)
_BROKEN = frozenset({"INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE"})
_LONGEST = 200


class Throttled(Exception):
    """The bucket is empty; nothing was done."""

    def __init__(self, wait_ms: int = 0) -> None:
        super().__init__("throttled")
        self.wait_ms = wait_ms


class TooCostly(Exception):
    """One request may not cost so much; it must ask for less at once."""


class SignedOut(Exception):
    """The token was not taken."""


class NotUnderstood(Exception):
    """The shop found the request wrong: a fault of ours or a version that differs. Never worth another try."""


def decoded(reply: Reply) -> Mapping[str, Any]:
    """The answer's JSON object. Raises SignedOut, Stopped, Unreachable or NotUnderstood for other statuses."""
    if reply.status == 401:
        raise SignedOut
    if reply.status == 403:
        raise Stopped("right_missing", scopes_in(reply.body[:4000].decode("utf-8", "replace")))
    if reply.status in _SHOP_CLOSED:
        raise Stopped("shop_closed")
    if reply.status >= 500:
        raise Unreachable("no_reply", maybe_done=True)
    if reply.status != 200:
        raise NotUnderstood(f"The shop answered with status {reply.status}.")
    try:
        found = json.loads(reply.body)
    except ValueError as error:
        raise Unreachable("no_reply", maybe_done=True) from error
    if not isinstance(found, dict):
        raise Unreachable("no_reply", maybe_done=True)
    return found


def data_of(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of an answer without errors. Raises Throttled, TooCostly, Stopped, Unreachable, NotUnderstood."""
    errors = answer.get("errors")
    if errors:
        _raise(errors if isinstance(errors, list) else [{"message": str(errors)}])
    data = answer.get("data")
    if not isinstance(data, dict):
        raise Unreachable("no_reply", maybe_done=True)
    return data


def scopes_in(text: str) -> str:
    """The scopes that a message names, or what it says."""
    return ", ".join(dict.fromkeys(_SCOPE.findall(text))) or clean_text(text, _LONGEST)


def _raise(errors: list[Any]) -> None:
    codes = {_code(error) for error in errors}
    said = clean_text("; ".join(_message(error) for error in errors), _LONGEST)
    if "THROTTLED" in codes:
        raise Throttled
    if "MAX_COST_EXCEEDED" in codes:
        raise TooCostly
    if "ACCESS_DENIED" in codes:
        raise Stopped("right_missing", scopes_in(" ".join(_message(error) for error in errors)))
    if codes & {"SHOP_INACTIVE"}:
        raise Stopped("shop_closed")
    if codes & _BROKEN:
        raise Unreachable("no_reply", maybe_done=True)
    raise NotUnderstood(said)


def _code(error: Any) -> str:
    extensions = error.get("extensions") if isinstance(error, dict) else None
    return str(extensions.get("code", "")) if isinstance(extensions, dict) else ""


def _message(error: Any) -> str:
    return str(error.get("message", "")) if isinstance(error, dict) else str(error)
