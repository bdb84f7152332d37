"""The file that a revoked desk leaves: what it could not send, sealed so that only its hub can read it."""

import hashlib
from collections.abc import Callable, Sequence

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storedesk.protocol.wire import ActionRecord

LARGEST_BYTES = 64 * 1024 * 1024
_MAGIC = b"storedesk-rescue-1\n"
_NONCE = bytes(12)


class RescueFile(msgspec.Struct, frozen=True):
    """``sealed`` holds the actions in their order; only hub and device know what is in it. ``one_time_key`` is the
    raw X25519 key of this file alone, ``signature`` the device's, over everything else."""

    device_id: str
    desk: str
    count: int
    one_time_key: bytes
    sealed: bytes
    signature: bytes = b""


class NotARescueFile(Exception):
    """The sentence says why nothing of the file was taken."""


def seal_work(
    actions: Sequence[ActionRecord],
    device_id: str,
    desk: str,
    rescue_key: str,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """The bytes of a file. ``rescue_key`` is the hub's raw public key in hex, ``sign`` uses the device's key."""
    own = X25519PrivateKey.generate()
    hub_key = X25519PublicKey.from_public_bytes(bytes.fromhex(rescue_key))
    one_time = own.public_key().public_bytes_raw()
    key = _key(own.exchange(hub_key), one_time, hub_key.public_bytes_raw())
    sealed = AESGCM(key).encrypt(_NONCE, msgspec.json.encode(list(actions)), device_id.encode())
    file = RescueFile(device_id, desk, len(actions), one_time, sealed)
    return _MAGIC + msgspec.json.encode(msgspec.structs.replace(file, signature=sign(signed_bytes(file))))


def read_rescue_file(data: bytes) -> RescueFile:
    """The outside of a file; raises ``NotARescueFile``."""
    if len(data) > LARGEST_BYTES or not data.startswith(_MAGIC):
        raise NotARescueFile("This is no file that a StoreDesk desk has left.")
    try:
        return msgspec.json.decode(data[len(_MAGIC) :], type=RescueFile)
    except msgspec.MsgspecError as error:
        raise NotARescueFile("The file is cut short or damaged; copy it from the desk again.") from error


def signed_bytes(file: RescueFile) -> bytes:
    """What the device signs."""
    rest = msgspec.json.encode(msgspec.structs.replace(file, signature=b""))
    return _MAGIC + hashlib.sha256(rest).digest()


def open_work(file: RescueFile, own: X25519PrivateKey) -> list[ActionRecord]:
    """The actions, in the order they were made; raises ``NotARescueFile``."""
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(file.one_time_key))
        key = _key(shared, file.one_time_key, own.public_key().public_bytes_raw())
        data = AESGCM(key).decrypt(_NONCE, file.sealed, file.device_id.encode())
        return msgspec.json.decode(data, type=list[ActionRecord])
    except (InvalidTag, ValueError, msgspec.MsgspecError) as error:
        raise NotARescueFile(
            "The file was sealed for another hub, or is damaged: use it where rescue.key is that desk's hub's."
        ) from error


def _key(shared: bytes, one_time: bytes, hub_key: bytes) -> bytes:
    return HKDF(SHA256(), 32, one_time + hub_key, _MAGIC).derive(shared)
