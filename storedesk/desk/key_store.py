"""Where a desk keeps its secrets: the system's key store, or a file for this user alone where there is none."""

import base64
import contextlib
import os
from pathlib import Path
from typing import Protocol

import msgspec


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """``databases`` maps file names to raw SQLCipher keys in hex; ``current`` is the file in use. Saving is
    atomic, so that a database and its key change together. With ``practice`` nothing ever goes to a hub."""

    device_secret: str = ""
    device_id: str = ""
    place_id: int = 0
    place_code: str = ""
    desk: str = ""
    place_key: str = ""
    hub_url: str = ""
    databases: dict[str, str] = {}
    current: str = ""
    practice: bool = False


class Entries(Protocol):
    """The system's key store as the ``keyring`` module gives it."""

    def get_password(self, service_name: str, username: str) -> str | None: ...
    def set_password(self, service_name: str, username: str, password: str) -> None: ...
    def delete_password(self, service_name: str, username: str) -> None: ...


class KeyStore(Protocol):
    """``kind`` is shown in the diagnostics: ``system`` or ``file``."""

    kind: str

    def load(self) -> Secrets: ...
    def save(self, secrets: Secrets) -> None: ...
    def destroy(self) -> None:
        """All keys are gone for good; ``load`` gives an empty set from now on."""


class FileKeyStore:
    """A file that only this user may read, replaced atomically and flushed."""

    kind = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Secrets:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Secrets)
        except FileNotFoundError:
            return Secrets()

    def save(self, secrets: Secrets) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(secrets))
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._path)
        _flush_folder(self._path.parent)

    def destroy(self) -> None:
        """Overwritten before they are removed: whoever finds the file's blocks finds no key."""
        for path in (self._path, self._path.with_suffix(".new")):
            with contextlib.suppress(FileNotFoundError):
                size = path.stat().st_size
                with path.open("r+b") as file:
                    file.write(bytes(size))
                    file.flush()
                    os.fsync(file.fileno())
                path.unlink()
        _flush_folder(self._path.parent)


class SystemKeyStore:
    """One entry in the system's key store for each profile folder."""

    kind = "system"
    _SERVICE = "StoreDesk"

    def __init__(self, profile: Path, entries: Entries) -> None:
        self._name = str(profile.absolute())
        self._entries = entries

    def load(self) -> Secrets:
        text = self._entries.get_password(self._SERVICE, self._name)
        return Secrets() if text is None else msgspec.json.decode(base64.b64decode(text), type=Secrets)

    def save(self, secrets: Secrets) -> None:
        text = base64.b64encode(msgspec.json.encode(secrets)).decode()
        self._entries.set_password(self._SERVICE, self._name, text)

    def destroy(self) -> None:
        """Overwritten first, for a key store that does not delete."""
        if self._entries.get_password(self._SERVICE, self._name) is not None:
            self.save(Secrets())
            self._entries.delete_password(self._SERVICE, self._name)


def open_key_store(profile: Path, wanted: str = "auto") -> KeyStore:
    """The system's key store if there is one that works, else the file; ``wanted`` may force ``file``.

    A profile that has a key file goes on using it.
    """
    file = profile / "keys.json"
    if wanted == "file" or file.exists():
        return FileKeyStore(file)
    import keyring.errors  # costs 0.05 s, which a profile with a key file need not pay at each start

    with contextlib.suppress(keyring.errors.KeyringError):
        if keyring.get_keyring().priority >= 1:
            return SystemKeyStore(profile, keyring)
    return FileKeyStore(file)


def _flush_folder(folder: Path) -> None:
    """Makes a rename durable where folders can be flushed."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
