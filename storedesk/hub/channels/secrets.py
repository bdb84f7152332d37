"""Where the secrets of the channels are kept: in the system's key store, else in a file for its owner only."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import keyring
import keyring.errors

_SERVICE = "StoreDesk channels"
_MOST_BYTES = 64 * 1024
HIDDEN = "•••"


class SecretsUnreadable(Exception):
    """The sentence names the channel and what to do, never a secret."""


class Secrets(dict[str, str]):
    """Secrets by the names of their fields; they do not show themselves."""

    def __repr__(self) -> str:
        return f"Secrets({', '.join(sorted(self))})"

    __str__ = __repr__

    def redacted(self, text: str) -> str:
        """The text without any of the secrets."""
        for value in sorted(filter(None, self.values()), key=len, reverse=True):
            text = text.replace(value, HIDDEN)
        return text


class SecretStore:
    """The secrets of the hub in one data folder; blocks while it asks the key store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "channels"

    def read(self, channel_id: int) -> Secrets:
        """Empty where none were given; raises SecretsUnreadable."""
        file = self._file(channel_id)
        if file.exists():
            return _decoded(file.read_bytes()[:_MOST_BYTES].decode("utf-8", "replace"), channel_id)
        with contextlib.suppress(keyring.errors.KeyringError):
            stored = keyring.get_password(_SERVICE, self._name(channel_id))
            return Secrets() if stored is None else _decoded(stored, channel_id)
        return Secrets()

    def write(self, channel_id: int, secrets: Mapping[str, str]) -> bool:
        """Whether the key store took them; else they lie in a file."""
        text = json.dumps(dict(secrets), sort_keys=True)
        with contextlib.suppress(keyring.errors.KeyringError):
            keyring.set_password(_SERVICE, self._name(channel_id), text)
            if keyring.get_password(_SERVICE, self._name(channel_id)) == text:
                self._file(channel_id).unlink(missing_ok=True)
                return True
        self._write_file(self._file(channel_id), text)
        return False

    def renew(self, channel_id: int, known: Mapping[str, str], renewed: Mapping[str, str]) -> bool:
        """Puts some in place of those known before. False, and nothing is written, where others were entered since;
        raises SecretsUnreadable and OSError."""
        stored = self.read(channel_id)
        if any(stored.get(name, "") != known.get(name, "") for name in renewed):
            return False
        self.write(channel_id, {**stored, **renewed})
        return True

    def forget(self, channel_id: int) -> None:
        self._file(channel_id).unlink(missing_ok=True)
        with contextlib.suppress(keyring.errors.KeyringError):
            keyring.delete_password(_SERVICE, self._name(channel_id))

    def _file(self, channel_id: int) -> Path:
        return self._folder / f"{channel_id}.secret"

    def _name(self, channel_id: int) -> str:
        return f"{self._folder.resolve()}/{channel_id}"

    def _write_file(self, path: Path, text: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)


def _decoded(text: str, channel_id: int) -> Secrets:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise SecretsUnreadable(
            f"The secrets of channel {channel_id} cannot be read; enter them again with 'storedesk channel add'."
        )
    return Secrets(found)
