"""What a shop's own signal says. Open Source has none of its own: a small observer module, or one like
mageos-async-events, posts ``{"id": delivery, "topic": "sales.order.saved", "entity": "12"}`` and signs the body.

The signature is ``sha256=`` and the hex HMAC-SHA256 of the untouched body with the shared secret, in the header
``x-storedesk-signature`` (or ``x-magento-signature``). ``entity`` is the record's id, and a SKU for stock and prices.
Adobe Commerce's synchronous webhooks are not meant: with them our outage would stop the shop's checkout.
"""

import hashlib
import hmac
import json

from storedesk.connectors.magento.scalars import exact, record, text
from storedesk.connectors.port import Delivery, Hint, Kind, NotGenuine

_HEADERS = ("x-storedesk-signature", "x-magento-signature")
_KINDS = (
    ("source_item", Kind.LEVELS), ("stock", Kind.LEVELS), ("price", Kind.PRICES),
    ("negotiable_quote", Kind.QUOTES), ("company", Kind.COMPANIES), ("customer", Kind.CUSTOMERS),
    ("source", Kind.PLACES), ("product", Kind.PRODUCTS), ("order", Kind.ORDERS), ("shipment", Kind.ORDERS),
    ("invoice", Kind.ORDERS), ("creditmemo", Kind.ORDERS),
)  # fmt: skip
"""Words within a topic, the narrower ones first."""

_ORDERS_OWN = ("shipment", "invoice", "creditmemo")


def signature_of(secret: str, body: bytes) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def hints_of(delivery: Delivery, secret: str) -> list[Hint]:
    """Raises NotGenuine, also where no secret was entered. A topic nobody knows gives nothing."""
    given = next((delivery.headers[name] for name in _HEADERS if name in delivery.headers), "")
    if not secret or not hmac.compare_digest(signature_of(secret, delivery.body).encode(), given.encode()):
        raise NotGenuine
    try:
        found = record(json.loads(delivery.body))
    except ValueError as error:
        raise NotGenuine from error
    topic = text(found.get("topic"), 100)
    low = topic.lower()
    kind = next((kind for word, kind in _KINDS if word in low), None)
    if kind is None:
        return []
    digest = hashlib.sha256(delivery.body).hexdigest()[:32]
    entity = exact(
        found.get("order") if any(word in low for word in _ORDERS_OWN) else found.get("entity"), 64
    )
    return [Hint(text(found.get("id"), 100) or digest, topic, kind, entity)]
