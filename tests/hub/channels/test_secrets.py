"""Secrets of the channels: a file for its owner only where there is no key store, and nowhere else."""

import stat
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from storedesk.connectors.port import Field, Platform, Surroundings
from storedesk.hub.channels.accounts import AccountWrong, open_connector
from storedesk.hub.channels.secrets import HIDDEN, Secrets, SecretStore, SecretsUnreadable
from storedesk.storage.channel_accounts import Account
from tests.platforms.plain_shop import PlainConnector, PlainShop, plain_platform

CANARY = "c4n4ry-5ecret"


class Keys(keyring.backend.KeyringBackend):
    """A key store in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


def account(platform: str = "plain", settings: str = "{}") -> Account:
    return Account("web", "Shop", 1, platform, settings, "", "off", "", "", 0, 0, "", 0, None, "", 0)


def surroundings() -> Surroundings:
    async def sleep(_seconds: float) -> None:
        return None

    return Surroundings(lambda: 0, sleep, lambda size: bytes(size))


def test_without_a_key_store_a_file_keeps_them_for_its_owner(tmp_path: Path) -> None:
    store = SecretStore(tmp_path)
    assert store.write(1, {"key": CANARY}) is False
    assert SecretStore(tmp_path).read(1) == {"key": CANARY}
    (file,) = (tmp_path / "channels").iterdir()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    store.forget(1)
    assert store.read(1) == {}


def test_a_key_store_keeps_them_and_no_file_does(tmp_path: Path) -> None:
    store, before = SecretStore(tmp_path), keyring.get_keyring()
    store.write(1, {"key": "old"})
    keyring.set_keyring(Keys())
    try:
        assert store.write(1, {"key": CANARY}) is True
        assert store.read(1) == {"key": CANARY}
        assert list((tmp_path / "channels").iterdir()) == []
        store.forget(1)
        assert store.read(1) == {}
    finally:
        keyring.set_keyring(before)


def test_a_broken_file_is_named_and_not_shown(tmp_path: Path) -> None:
    store = SecretStore(tmp_path)
    store.write(1, {"key": CANARY})
    (tmp_path / "channels" / "1.secret").write_text(f'{{"key": "{CANARY}"')
    with pytest.raises(SecretsUnreadable) as said:
        store.read(1)
    assert CANARY not in str(said.value)


def test_secrets_do_not_show_themselves() -> None:
    secrets = Secrets({"key": CANARY, "none": ""})
    assert CANARY not in f"{secrets} {secrets!r}"
    assert secrets.redacted(f"bad {CANARY}!") == f"bad {HIDDEN}!"


def test_a_line_opens_with_what_was_entered(tmp_path: Path) -> None:
    store = SecretStore(tmp_path)
    store.write(1, {"key": CANARY})
    shop = PlainShop()
    opened = open_connector(account(), lambda _name: plain_platform(shop), surroundings(), store)
    assert isinstance(opened, PlainConnector)


def test_what_is_missing_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(AccountWrong, match="lacks key"):
        open_connector(
            account(), lambda _name: plain_platform(PlainShop()), surroundings(), SecretStore(tmp_path)
        )


def test_a_platform_that_refuses_its_settings_shows_no_secret(tmp_path: Path) -> None:
    store = SecretStore(tmp_path)
    store.write(1, {"key": CANARY})

    def refuse(settings: object, _surroundings: object) -> PlainConnector:
        raise ValueError(f"cannot use {settings!r} with {CANARY}")

    platform = Platform("plain", "Plain", (Field("key", secret=True),), refuse, {}, {})
    with pytest.raises(AccountWrong) as said:
        open_connector(account(), lambda _name: platform, surroundings(), store)
    assert CANARY not in str(said.value)
