"""Makes the short codes by which a device becomes a desk, and takes them back once."""

import hashlib
import hmac
from collections import deque
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storedesk.domain.ids import new_id
from storedesk.domain.plain_text import clean_text
from storedesk.protocol.enrolment import (
    CODE_NAMED_BY,
    EnrolReply,
    EnrolRequest,
    new_enrol_code,
    normal_enrol_code,
)
from storedesk.protocol.signed_request import enrol_text, from_text
from storedesk.protocol.wire import WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage import devices
from storedesk.storage.transactions import Transactions

CODE_LIVES_MS = 10 * 60 * 1000
WRONG_TRIES = 5
Random = Callable[[int], bytes]


class UnknownPlace(Exception):
    """No place has this code."""


class TriesLimit:
    """At most ``most`` wrong codes from anywhere within ten minutes; held in memory, bounded by ``most``."""

    def __init__(self, most: int = 100) -> None:
        self._most = most
        self._wrong: deque[int] = deque()

    def reached(self, now: int) -> bool:
        while self._wrong and self._wrong[0] <= now - CODE_LIVES_MS:
            self._wrong.popleft()
        return len(self._wrong) >= self._most

    def add(self, now: int) -> None:
        self._wrong.append(now)


def make_code(begin: Transactions, place_code: str, made_by: str, now: int, random_bytes: Random) -> str:
    """A fresh code for a place, good for ten minutes and one device; raises ``UnknownPlace``."""
    code = new_enrol_code(random_bytes)
    instance = begin(devices.instance_of)
    place_id = begin(lambda connection: devices.place_id_of(connection, place_code))
    if place_id is None:
        raise UnknownPlace(f"There is no place with the code {place_code[:20]!r}.")
    hash_ = _code_hash(instance, code)
    begin(lambda connection: devices.put_enrol_code(connection, hash_, place_id, made_by, now + CODE_LIVES_MS))
    return code


def enrol(
    begin: Transactions, request: EnrolRequest, now: int, random_bytes: Random, limit: TriesLimit
) -> EnrolReply | WireError:
    """The device's id, desk code and keys. A reply that was lost is given again to the same key."""
    if limit.reached(now):
        return WireError(number=WireErrorNumber.BUSY, detail="too many wrong codes", now=now)
    public_key = _proven_key(request)
    if public_key is None:
        return WireError(number=WireErrorNumber.WRONG_SIGNATURE, now=now)
    reply = _take_code(begin, request, public_key, now, random_bytes)
    if reply is None:
        limit.add(now)
        return WireError(number=WireErrorNumber.WRONG_ENROL_CODE, now=now)
    return reply


def _take_code(
    begin: Transactions, request: EnrolRequest, public_key: str, now: int, random_bytes: Random
) -> EnrolReply | None:
    code = normal_enrol_code(request.code)
    if code is None:
        return None
    instance = begin(devices.instance_of)
    wanted = _code_hash(instance, code)

    def take(connection: devices.sa.Connection) -> EnrolReply | None:
        found = None
        for open_code in devices.open_codes(connection, code[:CODE_NAMED_BY], now):
            if open_code.wrong_tries >= WRONG_TRIES:
                continue
            if hmac.compare_digest(open_code.code_hash, wanted):
                found = open_code
            else:
                devices.count_wrong_try(connection, open_code.code_hash)
        if found is None:
            return None
        known = devices.find_device_by_key(connection, public_key)
        if found.used_by and (known is None or known.id != found.used_by):
            return None
        if not found.used_by:
            if known is not None:
                return None
            name = clean_text(request.device_name, 60)
            device_id = new_id(now, random_bytes)
            known = devices.add_device(connection, device_id, found.place_id, name, public_key, now)
            devices.use_code(connection, found.code_hash, device_id)
        assert known is not None
        key = devices.place_key(connection, known.place_id, random_bytes(32).hex())
        return EnrolReply(
            instance=instance, device_id=known.id, place_id=known.place_id, place_code=known.place_code,
            desk=known.code, number=known.number, place_key=key, now=now,
        )  # fmt: skip

    return begin(take)


def _code_hash(instance: str, code: str) -> str:
    """Slow on purpose (16 MiB, some 40 ms): a code has 34 bits and is guessed off a stolen copy otherwise."""
    secret = hashlib.scrypt(code.encode(), salt=instance.encode(), n=1 << 14, r=8, p=1, dklen=32)
    return f"{code[:CODE_NAMED_BY]}:{secret.hex()}"


def _proven_key(request: EnrolRequest) -> str | None:
    """The raw public key in hex if the request was signed with it."""
    key, proof = from_text(request.public_key), from_text(request.proof)
    if key is None or proof is None:
        return None
    text = enrol_text(request.code, request.public_key, request.device_name)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(proof, text)
    except (InvalidSignature, ValueError):
        return None
    return key.hex()
