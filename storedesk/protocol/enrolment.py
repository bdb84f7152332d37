"""The messages by which a device becomes a desk of a place, and the short code that allows it."""

from collections.abc import Callable
from typing import Annotated

import msgspec

from storedesk.protocol.wire import Message

CODE_ALPHABET = "BCDFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
CODE_NAMED_BY = 2
"""The first characters name a code, so that wrong tries count against it; the rest is the secret."""

_GAPS = str.maketrans("", "", " \t-\u00a0\u202f")


class EnrolRequest(Message, frozen=True, kw_only=True, tag="enrol"):
    """``public_key`` is a raw Ed25519 key, ``proof`` a signature by it over ``enrol_text``; both base64url."""

    code: Annotated[str, msgspec.Meta(max_length=40)]
    public_key: Annotated[str, msgspec.Meta(min_length=43, max_length=43)]
    device_name: Annotated[str, msgspec.Meta(max_length=80)]
    proof: Annotated[str, msgspec.Meta(min_length=86, max_length=86)]


class EnrolReply(Message, frozen=True, kw_only=True, tag="enrol_reply"):
    """``desk`` is the desk's code (``GBG-2``), whose number is never given twice; ``place_key`` the raw key
    in hex under which the place's pickup codes are hashed."""

    instance: str
    device_id: str
    place_id: int
    place_code: str
    desk: str
    number: int
    place_key: str
    now: int


def new_enrol_code(random_bytes: Callable[[int], bytes]) -> str:
    """Eight of twenty consonants, 34 bits, every character equally likely."""
    fair = 256 - 256 % len(CODE_ALPHABET)
    code = ""
    while len(code) < CODE_LENGTH:
        chosen = (byte for byte in random_bytes(CODE_LENGTH) if byte < fair)
        code += "".join(CODE_ALPHABET[byte % len(CODE_ALPHABET)] for byte in chosen)
    return code[:CODE_LENGTH]


def normal_enrol_code(text: str) -> str | None:
    """A typed code as it is compared (capitals, no gaps); None where it cannot be one."""
    code = text[:40].translate(_GAPS).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else None


def shown_enrol_code(code: str) -> str:
    """In two groups, as it is read aloud: ``BCDF-GHJK``."""
    return f"{code[:4]}-{code[4:]}"
