"""The keys that desks get with their rows: one-time words of a place, and by which key codes are signed."""

from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storedesk.domain.one_time_word import word_key
from storedesk.domain.records import Setting, WordKey
from storedesk.domain.signed_code import SIGNING_KEY


def desk_keys(place_keys: Mapping[int, str], signing_secret: bytes) -> list[WordKey | Setting]:
    """Rows for places by their keys (hex); the signing key leaves the hub as its public part only."""
    words = [WordKey(place, word_key(bytes.fromhex(key)).hex()) for place, key in sorted(place_keys.items())]
    public = Ed25519PrivateKey.from_private_bytes(signing_secret).public_key().public_bytes_raw()
    return [*words, Setting(0, SIGNING_KEY, public.hex())]
