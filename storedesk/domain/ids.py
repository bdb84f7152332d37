"""Makes and checks the text UUIDs that name every record."""

import hashlib
import re
import uuid
from collections.abc import Callable

_STOREDESK = uuid.UUID("6d0a2f6e-5b1c-5f0e-9a53-70c6c1b0d5a7")
_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_LATEST_MS = (1 << 48) - 1


def new_id(now_ms: int, random_bytes: Callable[[int], bytes]) -> str:
    """A UUIDv7: UTC milliseconds `now_ms`, then 74 bits from `random_bytes(10)`."""
    if not 0 <= now_ms <= _LATEST_MS:
        raise ValueError(f"A record id needs a time between 1970 and 10889, not {now_ms} ms.")
    random = int.from_bytes(random_bytes(10), "big")
    high = random >> 68
    low = random & ((1 << 62) - 1)
    value = (now_ms << 80) | (7 << 76) | (high << 64) | (2 << 62) | low
    return str(uuid.UUID(int=value))


def ordered_id(now_ms: int, name: str) -> str:
    """A UUIDv7 whose last 74 bits follow from `name`: ids made together lie together, and bulk writing is fast."""
    digits, time = hashlib.sha256(name.encode()).hexdigest(), f"{now_ms:012x}"
    variant = "89ab"[int(digits[3], 16) & 3]
    return f"{time[:8]}-{time[8:12]}-7{digits[:3]}-{variant}{digits[4:7]}-{digits[7:19]}"


def effect_id(action_id: str, number: int) -> str:
    """The id of the `number`-th record that an action creates; the same on desk and hub."""
    return str(uuid.uuid5(uuid.UUID(action_id), str(number)))


def derived_id(*parts: str) -> str:
    """An id that follows from `parts` alone, for imports and generators; a second run gives the same."""
    name = "".join(f"{len(part)}:{part}" for part in parts)
    return str(uuid.uuid5(_STOREDESK, name))


def whole_number_of(record_id: str) -> int:
    """A positive number of 48 bits that follows from a record's id, for tables whose keys are whole numbers."""
    return int.from_bytes(hashlib.sha256(record_id.encode()).digest()[:6], "big") or 1


def is_id(text: object) -> bool:
    """True for a text UUID in its canonical lower-case form."""
    return isinstance(text, str) and _CANONICAL.fullmatch(text) is not None
