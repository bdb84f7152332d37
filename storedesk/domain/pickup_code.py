"""The six-character code a customer shows at pickup, and its keyed hash."""

import hashlib
import hmac
from collections.abc import Callable

ALPHABET = "2345679CDFGHJKMNPQRTVWXY"
"""Without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B lose at least one of each) and without vowels."""

LENGTH = 6
_READ_AS = str.maketrans({"S": "5", "Z": "2"})
_GAPS = str.maketrans("", "", " \t-\u00a0\u202f")


def new_pickup_code(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh code (27 bits) out of `random_bytes(count)`, every character equally likely."""
    fair = 256 - 256 % len(ALPHABET)
    code = ""
    while len(code) < LENGTH:
        code += "".join(ALPHABET[byte % len(ALPHABET)] for byte in random_bytes(LENGTH) if byte < fair)
    return code[:LENGTH]


def normal_pickup_code(text: str) -> str:
    """A typed or scanned code as it is compared: capitals, no gaps, look-alikes read as meant."""
    return text[:40].translate(_GAPS).upper().translate(_READ_AS)


def pickup_code_hash(key: bytes, fulfilment_id: str, code: str) -> str:
    """HMAC-SHA256 (hex) of a fulfilment's code, which is kept instead of the code."""
    message = f"{fulfilment_id}\n{normal_pickup_code(code)}".encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def pickup_code_matches(key: bytes, fulfilment_id: str, code: str, stored: str) -> bool:
    """True when the code belongs to the fulfilment; takes the same time for every wrong code."""
    expected = pickup_code_hash(key, fulfilment_id, code)
    return hmac.compare_digest(expected.encode(), stored.encode("utf-8", "replace"))
