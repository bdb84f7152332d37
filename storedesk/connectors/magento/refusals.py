"""What Magento's error bodies say: placeholders filled in, per-row faults, and the word each refusal gets."""

import json
from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.scalars import record, rows, text
from storedesk.connectors.pushes import REFUSED, Outcome
from storedesk.domain.plain_text import clean_text

LONGEST_DETAIL = 200
NO_ROUTE = "Request does not match any route."


class SaidNo(Exception):
    """Magento answered with a refusal: ``message`` is in words, without personal data."""

    def __init__(self, status: int, message: str, resource: str = "") -> None:
        super().__init__(f"{status} {message}")
        self.status, self.message, self.resource = status, message, resource

    @property
    def not_there(self) -> bool:
        return self.status == 404 and self.message != NO_ROUTE


def said(body: Any) -> str:
    """The message of an error body with its parameters put in, and those of the errors within it."""
    found = record(body)
    parts = [_filled(found)] + [_filled(one) for one in rows(found.get("errors"))]
    return clean_text(" ".join(part for part in parts if part), 4 * LONGEST_DETAIL)


def resource_of(body: Any) -> str:
    """The ACL resource that a 401 names, or empty."""
    return text(record(record(body).get("parameters")).get("resources"), 120)


def row_faults(body: Any) -> list[str]:
    """The faults that a price call gives with a 200; the rows beside them were saved."""
    return [said(one) for one in rows(body) if one.get("message")]


def ready_faults(body: Any) -> dict[str, str]:
    """What the ready call said of which order: each error is a JSON text within the array."""
    found = record(body)
    if found.get("successful") is True and not found.get("errors"):
        return {}
    faults: dict[str, str] = {}
    for one in found.get("errors") or ():
        try:
            entry = record(json.loads(one) if isinstance(one, str) else one)
        except ValueError:
            entry = {"message": one}
        faults[text(entry.get("id"))] = text(entry.get("message"), LONGEST_DETAIL)
    return faults or {"": "The shop did not say why."}


def refused(message: str, otherwise: str = "refused") -> Outcome:
    """The outcome for a refusal's words."""
    return Outcome(REFUSED, _word(message, otherwise), clean_text(message, LONGEST_DETAIL))


_WORDS = (
    ("not ready for pickup", "not_ready"),
    ("create a shipment without products", "too_many"),
    ("money available to refund is 0", "not_paid"),
    ("greater than the unrefunded quantity", "too_many"),
    ("most money available to refund", "too_many"),
    ("creditmemo when an order has a status", "not_paid"),
    ("invoice can't be created without products", "over"),
    ("cannot be created when an order has a status of", "over"),
    ("requested qty is not available", "not_stocked"),
    ("not all of your products are available", "not_stocked"),
    ("product that you are trying to add is not available", "not_stocked"),
    ("requested doesn't exist", "not_linked"),
    ("no such entity", "not_linked"),
    ("type is invalid", "invalid"),
    ("is required", "invalid"),
    ("is a required", "invalid"),
    ("invalid attribute", "invalid"),
)


def _word(message: str, otherwise: str) -> str:
    low = message.lower()
    return next((word for sign, word in _WORDS if sign in low), otherwise)


def _filled(body: Mapping[str, Any]) -> str:
    message = body.get("message")
    if not isinstance(message, str):
        return ""
    given = body.get("parameters")
    if isinstance(given, dict):
        for name, value in sorted(given.items(), key=lambda pair: -len(pair[0])):
            message = message.replace(f"%{name}", text(value))
    elif isinstance(given, list):
        message = _numbered(message, given)
    return message


def _numbered(message: str, given: list[Any]) -> str:
    """``%1`` or named placeholders filled in order of the list; a name that comes twice gets the same value."""
    for place, value in reversed(list(enumerate(given, 1))):
        message = message.replace(f"%{place}", text(value))
    if message.endswith("= %fieldValue.") or "%fieldName" in message:
        names = ("fieldName", "fieldValue")
        for name, value in zip(names, given, strict=False):
            message = message.replace(f"%{name}", text(value))
    elif "%customerGroup" in message:
        for name, value in zip(("SKU", "websiteId", "customerGroup", "qty"), given, strict=False):
            message = message.replace(f"%{name}", text(value))
    return message
