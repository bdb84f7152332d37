"""The QR text in the message to a customer: the pickup's code with what the hub vouches for, signed."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storedesk.domain.codes import MOST_PARCELS, SignedPickupCode, qr_text, signed_content
from storedesk.domain.records import Fulfilment, Parcel
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import signing_key
from storedesk.storage.hub_places import place
from storedesk.storage.rows import Rows


def customer_code(connection: Connection, fulfilment_id: str, code: str, new_key: str) -> str:
    """For the pickup's message once it is staged; ``code`` is known only when the message is made, ``new_key``
    (hex) becomes the hub's signing key if it has none. Raises LookupError for an unknown pickup and
    ``NotForQr`` for what no QR code of ours carries."""
    rows = Rows(connection)
    stored = rows.get("fulfilment", (fulfilment_id,))
    if stored is None:
        raise LookupError(f"There is no pickup {fulfilment_id}")
    row: Fulfilment = stored.row
    parcels: list[Parcel] = [one.row for one in rows.among("parcel", {"fulfilment_id": fulfilment_id})]
    unsigned = SignedPickupCode(
        place(connection, row.place_id).code, row.id, code, row.order_number,
        min(MOST_PARCELS, max(1, len(parcels))), row.last_day, b"",
        _age_limit(rows, fulfilment_id),
    )  # fmt: skip
    return signed_code(bytes.fromhex(signing_key(connection, new_key)), unsigned)


def _age_limit(rows: Rows, fulfilment_id: str) -> int:
    """The highest age limit of any article of the pickup, in years; 0 for none."""
    highest = 0
    for line in rows.among("fulfilment_line", {"fulfilment_id": fulfilment_id}):
        variant = rows.get("variant", (line.row.variant_id,))
        product = None if variant is None else rows.get("product", (variant.row.product_id,))
        highest = max(highest, 0 if product is None else product.row.age_limit)
    return highest


def signed_code(secret: bytes, unsigned: SignedPickupCode) -> str:
    """The QR text of a code, signed by the raw Ed25519 key."""
    key = Ed25519PrivateKey.from_private_bytes(secret)
    signature = key.sign(signed_content(unsigned).encode())
    return qr_text(unsigned._replace(signature=signature))
