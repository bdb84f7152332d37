"""Opens the line to a channel from what is stored of it and its secrets."""

import asyncio
import json
from collections.abc import Callable, Mapping

from storedesk.connectors.platforms import UnknownPlatform
from storedesk.connectors.port import Connector, Field, Keep, Platform, RenewsSecrets, Surroundings
from storedesk.hub.channels.secrets import Secrets, SecretStore
from storedesk.storage.channel_accounts import RUNNING, Account

Platforms = Callable[[str], Platform]
"""Finds a platform by its name; raises UnknownPlatform."""


class AccountWrong(Exception):
    """The line cannot be opened with what was entered; the sentence says what to do and shows no secret."""


def open_connector(
    account: Account, platforms: Platforms, surroundings: Surroundings, secrets: SecretStore
) -> Connector:
    """Raises AccountWrong or SecretsUnreadable. Blocks while the key store is asked."""
    try:
        platform = platforms(account.platform)
    except UnknownPlatform as error:
        raise AccountWrong(str(error)) from error
    hidden = secrets.read(account.channel_id)
    entered = {**settings_of(account), **hidden}
    missing = missing_fields(platform, entered)
    if missing:
        names = ", ".join(field.name for field in missing)
        raise AccountWrong(
            f"The channel {account.code} lacks {names}; enter it with 'storedesk channel add {account.code}'."
        )
    try:
        connector = platform.open(entered, surroundings._replace(may_write=account.state in RUNNING))
    except (ValueError, KeyError) as error:
        said = hidden.redacted(str(error))[:200]
        raise AccountWrong(f"The channel {account.code} cannot be opened: {said}") from None
    if isinstance(connector, RenewsSecrets):
        connector.keep_with(_keeping(secrets, account.channel_id, hidden))
    return connector


def _keeping(secrets: SecretStore, channel_id: int, known: Secrets) -> Keep:
    """Keeps what a connector renews beside its other secrets; ``known`` are those it was opened with."""

    async def keep(renewed: Mapping[str, str]) -> None:
        if await asyncio.to_thread(secrets.renew, channel_id, known, renewed):
            known.update(renewed)

    return keep


def settings_of(account: Account) -> dict[str, str]:
    """What was entered and is no secret."""
    found = json.loads(account.settings)
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def missing_fields(platform: Platform, entered: dict[str, str]) -> list[Field]:
    return [field for field in platform.fields if field.needed and not entered.get(field.name)]
