"""The desk's own signing key: made here, never leaves the device, signs each request."""

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storedesk.protocol.signed_request import Proof, enrol_text, header_of, signed_text, to_text


class DeviceKey:
    """An Ed25519 key with the id that the hub knows it by (empty before enrolment)."""

    def __init__(self, secret: bytes, device_id: str = "") -> None:
        """``secret`` is 32 random bytes, kept in the system's key store."""
        self._secret = secret
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.device_id = device_id

    @classmethod
    def new(cls, random_bytes: Callable[[int], bytes]) -> "DeviceKey":
        return cls(random_bytes(32))

    def __repr__(self) -> str:
        return f"DeviceKey({self.device_id or 'not enrolled'})"

    @property
    def secret(self) -> bytes:
        return self._secret

    @property
    def public_key(self) -> str:
        return to_text(self._key.public_key().public_bytes_raw())

    def enrolled_as(self, device_id: str) -> "DeviceKey":
        return DeviceKey(self._secret, device_id)

    def enrol_proof(self, code: str, device_name: str) -> str:
        return to_text(self._key.sign(enrol_text(code, self.public_key, device_name)))

    def sign(self, data: bytes) -> bytes:
        """For files that this desk leaves; ``data`` says itself what it is."""
        return self._key.sign(data)

    def authorization(self, method: str, target: str, body: bytes, time: int, nonce: bytes) -> str:
        """The header of one request; ``time`` is hub-corrected UTC milliseconds, ``nonce`` 16 fresh bytes."""
        text = signed_text(method, target, body, self.device_id, time, nonce)
        return header_of(Proof(self.device_id, time, nonce, self._key.sign(text)))
