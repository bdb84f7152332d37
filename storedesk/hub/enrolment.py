"""Makes the short codes by which a device becomes a desk, and takes them back once."""

import hashlib
from collections import deque
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storedesk.actions.desk_work import ACTIVE
from storedesk.domain.ids import new_id
from storedesk.domain.plain_text import clean_text
from storedesk.domain.records import Desk
from storedesk.hub.desk_keys import desk_keys
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
from storedesk.storage import devices, hub_places
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import KnownDevice, signing_key
from storedesk.storage.enrol_codes import NewDevice, put_enrol_code, take_enrol_code
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.rows import Rows

CODE_LIVES_MS = 10 * 60 * 1000
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


def make_code(connection: Connection, place_code: str, made_by: str, now: int, random_bytes: Random) -> str:
    """A fresh code for a place, good for ten minutes and one device; raises ``UnknownPlace``."""
    code = new_enrol_code(random_bytes)
    place_id = devices.place_id_of(connection, place_code)
    if place_id is None:
        raise UnknownPlace(f"There is no place with the code {clean_text(place_code, 20)!r}.")
    hash_ = code_hash(hub_places.instance(connection), code)
    put_enrol_code(connection, hash_, place_id, made_by, now + CODE_LIVES_MS)
    return code


def code_hash(instance: str, code: str) -> str:
    """Slow on purpose (16 MiB, some 40 ms): a code has 34 bits and is guessed off a stolen copy otherwise."""
    secret = hashlib.scrypt(code.encode(), salt=instance.encode(), n=1 << 14, r=8, p=1, dklen=32)
    return f"{code[:CODE_NAMED_BY]}:{secret.hex()}"


class Applicant:
    """A device that asks to be let in: its code was hashed and its key proven before any transaction began."""

    def __init__(self, instance: str, request: EnrolRequest, random_bytes: Random) -> None:
        self._instance = instance
        self._request = request
        self._random_bytes = random_bytes
        self._public_key = _proven_key(request)
        code = normal_enrol_code(request.code)
        self._code_hash = "" if code is None else code_hash(instance, code)

    def enrol(self, connection: Connection, now: int) -> EnrolReply | WireError:
        """The device's id, desk code and keys; a reply that was lost is given again to the same key."""
        if self._public_key is None:
            return WireError(number=WireErrorNumber.WRONG_SIGNATURE, now=now)
        new = NewDevice(
            new_id(now, self._random_bytes),
            clean_text(self._request.device_name, 60),
            self._public_key,
            self._random_bytes(32).hex(),
        )
        taken = take_enrol_code(connection, self._code_hash, new, now) if self._code_hash else None
        if taken is None:
            return WireError(number=WireErrorNumber.WRONG_ENROL_CODE, now=now)
        desk = taken.device
        self._note_desk(connection, desk, new.name, now)
        secret = signing_key(connection, self._random_bytes(32).hex())
        rows = desk_keys({desk.place_id: taken.place_key}, bytes.fromhex(secret))
        write_rows(connection, rows, lambda: int.from_bytes(self._random_bytes(8), "big") >> 2)
        return EnrolReply(
            instance=self._instance, device_id=desk.id, place_id=desk.place_id, place_code=desk.place_code,
            desk=desk.code, number=desk.number, place_key=taken.place_key, now=now,
        )  # fmt: skip

    def _note_desk(self, connection: Connection, desk: KnownDevice, name: str, now: int) -> None:
        """The row by which the other desks of the place know it; written once."""
        if Rows(connection).get("desk", (desk.code,)) is None:
            row = Desk(desk.code, desk.place_id, name, ACTIVE, now, None, None)
            write_rows(connection, [row], lambda: int.from_bytes(self._random_bytes(8), "big") >> 2)


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
