"""The token on a staff badge, kept as a keyed hash."""

import hashlib
import hmac


def badge_hash(place_key: bytes, token: str) -> str:
    """The keyed hash of a badge's token, as it stands in the staff row."""
    return hmac.new(place_key, f"badge {token}".encode(), hashlib.sha256).hexdigest()
