"""The second copy of every unsent action: an append-only file, each record sealed on its own."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storedesk.storage.disk import SYSTEM_DISK, Disk

_HEAD = 4 + 12 + 8
_LONGEST = 1 << 20


class SealedRecord(NamedTuple):
    number: int
    content: bytes


class SealedCopy:
    """Records are ``length, nonce, number, AES-GCM``; the nonce is the number behind a random prefix, so that
    a number that is written again with other content has another nonce.

    A damaged record is skipped by its length; a torn end is ignored and cut off by the next ``rewrite``.
    """

    def __init__(
        self, path: Path, database_key: str, random_bytes: Callable[[int], bytes], disk: Disk = SYSTEM_DISK
    ) -> None:
        self.path, self._disk = path, disk
        key = HKDF(SHA256(), 32, None, b"storedesk sealed copy 1").derive(bytes.fromhex(database_key))
        self._cipher = AESGCM(key)
        self._random_bytes = random_bytes

    def append(self, records: Iterable[SealedRecord]) -> None:
        """Writes and flushes to the disk; raises ``OSError`` if the disk does not take it."""
        self._append_to(self.path, records)

    def _append_to(self, path: Path, records: Iterable[SealedRecord]) -> None:
        data = b"".join(self._sealed(record) for record in records)
        size = path.stat().st_size if path.exists() else None
        handle = self._disk.open(path)
        try:
            if self._disk.write(handle, data) != len(data):
                self._disk.cut(handle, size or 0)
                raise OSError("The disk took only a part of the record")
            self._disk.flush(handle)
        finally:
            os.close(handle)
        if size is None:
            self._disk.flush_folder(path.parent)

    def holds_something(self) -> bool:
        return self.path.exists() and self.path.stat().st_size > 0

    def read(self) -> Iterator[SealedRecord]:
        """All records that can be opened, in file order."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        at = 0
        while at + _HEAD <= len(data):
            length = int.from_bytes(data[at : at + 4], "big")
            if length > _LONGEST or at + 4 + length > len(data):
                at = self._next_readable(data, at + 1)
                continue
            record = self._opened(data[at + 4 : at + 4 + length])
            if record is None:
                at = self._next_readable(data, at + 1)
                continue
            yield record
            at += 4 + length

    def rewrite(self, records: Iterable[SealedRecord]) -> None:
        """Replaces the file by one with just these records, atomically."""
        fresh = self.path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        self._append_to(fresh, records)
        self._disk.replace(fresh, self.path)
        self._disk.flush_folder(self.path.parent)

    def _sealed(self, record: SealedRecord) -> bytes:
        number = record.number.to_bytes(8, "big")
        nonce = self._random_bytes(4) + number
        body = nonce + number + self._cipher.encrypt(nonce, record.content, number)
        return len(body).to_bytes(4, "big") + body

    def _opened(self, body: bytes) -> SealedRecord | None:
        nonce, number = body[:12], body[12:20]
        try:
            return SealedRecord(int.from_bytes(number, "big"), self._cipher.decrypt(nonce, body[20:], number))
        except (InvalidTag, ValueError):
            return None

    def _next_readable(self, data: bytes, start: int) -> int:
        """The next place where a record can be opened; the end of the data if there is none."""
        for at in range(start, len(data) - _HEAD):
            length = int.from_bytes(data[at : at + 4], "big")
            if (
                36 <= length <= _LONGEST
                and at + 4 + length <= len(data)
                and (self._opened(data[at + 4 : at + 4 + length]) is not None)
            ):
                return at
        return len(data)
