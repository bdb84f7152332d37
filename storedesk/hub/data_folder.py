"""Where a hub on SQLite keeps its things, and the key of its database."""

import contextlib
import os
import re
import secrets
from pathlib import Path
from typing import NamedTuple

import keyring
import keyring.errors
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

_KEY = re.compile(r"[0-9a-f]{64}")
_SERVICE = "StoreDesk hub"


class NoKey(Exception):
    """The database cannot be opened, for want of its key; the sentence says what to do."""


class DataFolder(NamedTuple):
    """``path`` is the folder given as ``--data``; made when it is first used."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "hub.db"

    @property
    def key_file(self) -> Path:
        return self.path / "hub.key"

    @property
    def mail(self) -> Path:
        return self.path / "mail.json"

    @property
    def tries(self) -> Path:
        """Which actions are being decided, for a hub that has died over one."""
        return self.path / "trying"

    @property
    def activity(self) -> Path:
        """Where shops leave files of what their buyers looked at: ``<channel code>/in``."""
        return self.path / "activity"

    @property
    def tills(self) -> Path:
        """Where tills leave files: ``<place code>/in``."""
        return self.path / "tills"

    @property
    def erp(self) -> Path:
        """Where an ERP system leaves files (``in``) and finds them (``out``)."""
        return self.path / "erp"

    @property
    def snapshots(self) -> Path:
        return self.path / "snapshots"

    def key(self, *, in_key_store: bool = False) -> str:
        """The database's key in hex, from ``hub.key`` (readable by its owner only) or the system's key store.

        A key is made only where there is no database yet, and is on disk before anybody can use it.
        """
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.key_file.exists():
            return self._key_in_file()
        stored = self._key_in_store() if in_key_store or self.database.exists() else None
        if stored is not None:
            return stored
        if self.database.exists():
            raise NoKey(
                f"The key of {self.database} is neither in hub.key nor in the key store; bring hub.key back."
            )
        key = secrets.token_hex(32)
        if in_key_store:
            self._store(key)
        else:
            self._write(key, self.key_file)
        return key

    def rescue_key(self) -> X25519PrivateKey:
        """The key for which revoked desks seal what they could not send, from ``rescue.key``; made when first used.

        Whoever loses it cannot read files that were sealed before; whoever has it and such a file can.
        """
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.path / "rescue.key"
        if not path.exists():
            self._write(X25519PrivateKey.generate().private_bytes_raw().hex(), path)
        text = path.read_bytes()[:200].decode("ascii", "replace").strip()
        if _KEY.fullmatch(text) is None:
            raise NoKey(f"The file {path} does not hold a key of 64 hex digits; bring the right one back.")
        return X25519PrivateKey.from_private_bytes(bytes.fromhex(text))

    def _key_in_file(self) -> str:
        text = self.key_file.read_bytes()[:200].decode("ascii", "replace").strip()
        if _KEY.fullmatch(text) is None:
            raise NoKey(
                f"The file {self.key_file} does not hold a key of 64 hex digits; bring the right one back."
            )
        return text

    def _key_in_store(self) -> str | None:
        with contextlib.suppress(keyring.errors.KeyringError):
            return keyring.get_password(_SERVICE, str(self.database.resolve()))
        return None

    def _store(self, key: str) -> None:
        try:
            keyring.set_password(_SERVICE, str(self.database.resolve()), key)
        except keyring.errors.KeyringError as error:
            raise NoKey(
                "This machine has no key store; leave --key-store away to keep the key in hub.key."
            ) from error

    def _write(self, key: str, path: Path) -> None:
        fresh = path.with_suffix(".key.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
