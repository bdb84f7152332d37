"""Whether a customer's code comes from this chain's hub, checked without a line."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storedesk.domain.codes import SignedPickupCode, signed_content


def is_genuine(code: SignedPickupCode, public_key: str) -> bool:
    """``public_key`` is the hub's raw Ed25519 key in hex; nothing is genuine without one."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(code.signature, signed_content(code).encode())
    except (InvalidSignature, ValueError):
        return False
    return True
