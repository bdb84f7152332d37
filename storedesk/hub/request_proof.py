"""Decides whether a request comes from the device it names: signature, time, and never the same one twice."""

from collections import OrderedDict
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storedesk.protocol.signed_request import WINDOW_MS, Proof, proof_of, signed_text
from storedesk.protocol.wire import WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.devices import KnownDevice


class SignedRequest(NamedTuple):
    """``target`` is path and query, ``body`` the bytes that travelled."""

    method: str
    target: str
    body: bytes


class NotProven(Exception):
    """The request is answered with ``error`` and nothing else happens."""

    def __init__(self, error: WireError) -> None:
        super().__init__(WireErrorNumber(error.number).name)
        self.error = error


class SeenNonces:
    """The nonces of the last minutes, bounded; what had to be forgotten early is refused by its time.

    ``floor`` is the latest time of any forgotten nonce, at first the start of the hub: a request not later
    than it cannot be told from a repetition, so the device is asked to sign again with the hub's time.
    """

    def __init__(self, started_at: int, capacity: int = 200_000) -> None:
        self.floor = started_at - 1
        self._capacity = capacity
        self._seen: OrderedDict[tuple[str, bytes], int] = OrderedDict()

    def is_new(self, proof: Proof, now: int) -> bool:
        """Remembers the nonce of a verified request; False if it was there."""
        key = (proof.device_id, proof.nonce)
        if key in self._seen:
            return False
        self._seen[key] = proof.time
        while self._seen:
            oldest = next(iter(self._seen))
            time = self._seen[oldest]
            if len(self._seen) <= self._capacity and time > now - 2 * WINDOW_MS:
                break
            del self._seen[oldest]
            self.floor = max(self.floor, min(time, now))
        return True


class RequestProof:
    """Checks the ``Authorization`` header of requests; used by one thread at a time."""

    def __init__(self, seen: SeenNonces) -> None:
        self._seen = seen

    def named(self, header: str, now: int) -> Proof:
        """The proof in the header, still to be checked; raises ``NotProven``."""
        proof = proof_of(header)
        if proof is None:
            raise _no(WireErrorNumber.NOT_SIGNED, now)
        return proof

    def check(
        self, proof: Proof, device: KnownDevice | None, request: SignedRequest, now: int
    ) -> KnownDevice:
        """The device, if it is known and signed this request just now; raises ``NotProven``.

        A revoked device is told so by whoever answers it, since it may still ask whether it is.
        """
        if device is None:
            raise _no(WireErrorNumber.UNKNOWN_DEVICE, now)
        if not _signed_by(device, proof, request):
            raise _no(WireErrorNumber.WRONG_SIGNATURE, now)
        if abs(proof.time - now) > WINDOW_MS or proof.time <= self._seen.floor:
            raise _no(WireErrorNumber.CLOCK_DIFFERS, now)
        if not self._seen.is_new(proof, now):
            raise _no(WireErrorNumber.REPLAYED, now)
        return device


def _signed_by(device: KnownDevice, proof: Proof, request: SignedRequest) -> bool:
    text = signed_text(*request, proof.device_id, proof.time, proof.nonce)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(device.public_key)).verify(proof.signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _no(number: WireErrorNumber, now: int) -> NotProven:
    return NotProven(WireError(number=number, now=now))
