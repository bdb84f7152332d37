"""What Shopify says no with, as outcomes in our words."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, UNKNOWN, Outcome
from storedesk.connectors.shopify.answers import NotUnderstood, TooCostly
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.plain_text import clean_text

UserErrors = Sequence[Mapping[str, Any]]
NOT_LINKED = frozenset({
    "INVALID_INVENTORY_ITEM", "INVALID_LOCATION", "NOT_FOUND", "PRODUCT_DOES_NOT_EXIST", "PRODUCT_VARIANT_DOES_NOT_EXIST",
    "VARIANT_NOT_FOUND", "PRICE_LIST_NOT_FOUND", "FULFILLMENT_ORDER_NOT_FOUND",
})  # fmt: skip
NOT_STOCKED, STALE = "ITEM_NOT_STOCKED_AT_LOCATION", "CHANGE_FROM_QUANTITY_STALE"
RUNNING, AGAIN = "IDEMPOTENCY_CONCURRENT_REQUEST", frozenset({"SERVICE_UNAVAILABLE"})
FAILED_BEFORE = frozenset({"IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"})
_WORDS = {
    "UNABLE_TO_PREPARE_QUANTITY": "not_ready",
    "NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER": "over",
    "FULFILLMENT_ORDER_INVALID": "over",
    "NON_MUTABLE_INVENTORY_ITEM": "not_supported",
    NOT_STOCKED: "not_stocked",
    STALE: "stale",
}
_IN_TEXT = (
    ("not stocked", "not_stocked"), ("does not exist", "not_linked"), ("not found", "not_linked"),
    ("could not be found", "not_linked"), ("cannot refund more", "too_many"), ("more items than", "too_many"),
    ("greater than", "too_many"), ("invalid fulfillment order line item quantity", "too_many"),
    ("already been cancel", "over"), ("is not capturable", "over"), ("closed", "over"),
)  # fmt: skip


def code_of(error: Mapping[str, Any]) -> str:
    return str(error.get("code") or "")


def said_in(errors: UserErrors) -> str:
    """What the shop said, short and clean; it names codes and fields, no person."""
    texts = [f"{code_of(error)} {error.get('message') or ''}".strip() for error in errors]
    return clean_text("; ".join(texts), 200)


def refusal(errors: UserErrors) -> Outcome:
    """Refused for good, or worth another try where the code says so."""
    codes = {code_of(error) for error in errors}
    detail = said_in(errors)
    if codes & AGAIN or RUNNING in codes:
        return Outcome(NOT_DONE, "busy", detail)
    if codes & NOT_LINKED:
        return Outcome(REFUSED, "not_linked", detail)
    for code in sorted(codes):
        if code in _WORDS:
            return Outcome(REFUSED, _WORDS[code], detail)
    low = detail.casefold()
    word = next(
        (word for text, word in _IN_TEXT if text in low), "invalid" if "INVALID" in detail else "refused"
    )
    return Outcome(REFUSED, word, detail)


def answered(errors: UserErrors, made: str = "") -> Outcome:
    return refusal(errors) if errors else Outcome(DONE, made=made)


def after_trouble(error: Exception) -> Outcome:
    """What is known of a push whose call ended in trouble."""
    if isinstance(error, Unreachable):
        why = "busy" if error.why == "busy" else "no_reply"
        return Outcome(UNKNOWN if error.maybe_done else NOT_DONE, why)
    if isinstance(error, NotUnderstood | TooCostly):
        return Outcome(REFUSED, "invalid", clean_text(str(error), 200))
    raise error


def not_begun(error: Unreachable | Stopped) -> Outcome:
    """For what comes after a push that met trouble in the same call."""
    why = "busy" if isinstance(error, Unreachable) and error.why == "busy" else "no_reply"
    return Outcome(NOT_DONE, "refused" if isinstance(error, Stopped) else why, clean_text(str(error), 200))
