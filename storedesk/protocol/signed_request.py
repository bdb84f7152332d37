"""How a request proves which device sent it: the header and the text that is signed, equal on both ends."""

import base64
import binascii
import hashlib
import re
from typing import NamedTuple

from storedesk.domain.ids import is_id

SCHEME = "StoreDesk"
WINDOW_MS = 5 * 60 * 1000
_HEADER = re.compile(
    rf"{SCHEME} device=([0-9a-f-]{{36}}), time=([0-9]{{1,15}}), nonce=([A-Za-z0-9_-]{{22}}), "
    r"proof=([A-Za-z0-9_-]{86})"
)
_LONGEST_HEADER = 240


class Proof(NamedTuple):
    """``time`` is the desk's idea of the hub's time in UTC milliseconds; nonce and signature are raw bytes."""

    device_id: str
    time: int
    nonce: bytes
    signature: bytes


def signed_text(method: str, target: str, body: bytes, device_id: str, time: int, nonce: bytes) -> bytes:
    """The bytes under the signature. ``target`` is path and query, ``body`` what travels (compressed or not)."""
    digest = hashlib.sha256(body).hexdigest()
    return f"storedesk-request-1\n{method}\n{target}\n{digest}\n{device_id}\n{time}\n{nonce.hex()}".encode()


def enrol_text(code: str, public_key: str, device_name: str) -> bytes:
    """What a new device signs to show that it holds the key it enrols."""
    return f"storedesk-enrol-1\n{code}\n{public_key}\n{device_name}".encode()


def header_of(proof: Proof) -> str:
    return (
        f"{SCHEME} device={proof.device_id}, time={proof.time}, "
        f"nonce={to_text(proof.nonce)}, proof={to_text(proof.signature)}"
    )


def proof_of(header: str) -> Proof | None:
    """The parts of an ``Authorization`` header; None where it is not one of ours."""
    found = _HEADER.fullmatch(header) if len(header) <= _LONGEST_HEADER else None
    if found is None or not is_id(found[1]):
        return None
    nonce, signature = from_text(found[3]), from_text(found[4])
    if nonce is None or signature is None:
        return None
    return Proof(found[1], int(found[2]), nonce, signature)


def to_text(raw: bytes) -> str:
    """Base64 for addresses and headers, without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def from_text(text: str) -> bytes | None:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
