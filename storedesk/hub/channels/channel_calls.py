"""Connecting a channel from a desk: proves who asks, does the step, and answers how the channel stands then."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Act
from storedesk.actions.rights import may
from storedesk.connectors.platforms import UnknownPlatform
from storedesk.connectors.port import Checked, Platform
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Channel
from storedesk.hub.bodies import BadBody, Packed, decode, pack
from storedesk.hub.channels import connecting, matching_places
from storedesk.hub.channels.accounts import AccountWrong, missing_fields, settings_of
from storedesk.hub.channels.connecting import NotConnected, Shops
from storedesk.hub.channels.matching_places import NoSuchPlace
from storedesk.hub.channels.plan import NoChannel
from storedesk.hub.channels.secrets import SecretsUnreadable
from storedesk.hub.channels.telling_calls import Seen, told_of
from storedesk.hub.request_log import Log
from storedesk.hub.service import HubService, Incoming, Refused
from storedesk.protocol.channel_wire import (
    CHANNEL_BYTES,
    ChannelAsk,
    ChannelTold,
    CheckChannel,
    EnterChannel,
    LinkPlaces,
    LookAtChannel,
    ReadAhead,
    RemoveChannel,
    SwitchChannel,
)
from storedesk.protocol.wire import WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.channel_accounts import Account, account_named
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.devices import KnownDevice
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

PERMISSION = "channel.connect"
SHOP_SECONDS = 30.0
"""So long a shop may take for a check; the desk waits a little longer."""
_decoder: "msgspec.json.Decoder[ChannelAsk]" = msgspec.json.Decoder(ChannelAsk)
_MOST_DETAIL = 300


class Problem(NamedTuple):
    """Why a step was not done: a key, and what it is about."""

    key: str = ""
    detail: str = ""


class ChannelCalls:
    """Used on the hub's event loop. What a check found is kept until the line changes, or this process ends."""

    def __init__(
        self, service: HubService, shops: Shops, names: tuple[str, ...], steady: Callable[[], float], log: Log
    ) -> None:
        """``names`` are those of the platforms, ``steady`` counts seconds."""
        self._service, self._shops, self._names, self._steady, self._log = service, shops, names, steady, log
        self._seen: dict[int, Seen] = {}

    async def take(self, incoming: Incoming) -> Packed:
        """What an enrolled desk sent and signed; anything else is refused with a number."""
        now = self._shops.around.now()
        try:
            device = await self._service.prove_active(incoming)
            ask = decode(incoming.body, incoming.encoding, _decoder, CHANNEL_BYTES)
            reply = await self._answer(device, ask, now)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except BadBody as bad:
            return pack(WireError(number=bad.number, detail=bad.detail, now=now), incoming.accepted)
        except DatabaseTrouble as trouble:
            busy = WireError(number=WireErrorNumber.BUSY, detail=str(trouble), now=now)
            return pack(busy, incoming.accepted)
        return pack(reply, incoming.accepted)

    async def _answer(self, device: KnownDevice, ask: ChannelAsk, now: int) -> ChannelTold | WireError:
        allowed = await self._shops.database.read(
            lambda connection: _may(connection, device.place_id, ask.staff_id, now)
        )
        problem = await self._done(ask) if allowed else Problem("not_allowed")
        self._log.info(
            "channel call", did=str(ask.__struct_config__.tag), channel=clean_text(ask.code, 40),
            device=device.id, place=device.place_id, staff=ask.staff_id, problem=problem.key,
        )  # fmt: skip
        if not allowed:
            return WireError(number=WireErrorNumber.SCOPE_NOT_ALLOWED, now=now)
        return await self._told(ask.code, problem)

    async def _done(self, ask: ChannelAsk) -> Problem:
        """The step itself; expected trouble is a problem of the answer."""
        try:
            async with asyncio.timeout(SHOP_SECONDS):
                await self._do(ask)
            return Problem()
        except TimeoutError:
            return Problem("slow")
        except Unreachable as trouble:
            return Problem("unreachable", trouble.why)
        except Stopped as stopped:
            return Problem(stopped.why, clean_text(stopped.what, _MOST_DETAIL))
        except NotConnected as refused:
            return Problem(refused.why, clean_text(refused.what, _MOST_DETAIL))
        except AccountWrong as wrong:
            return Problem("account_wrong", clean_text(str(wrong.__cause__ or wrong), _MOST_DETAIL))
        except SecretsUnreadable:
            return Problem("secrets_unreadable")
        except UnknownPlatform:
            return Problem("unknown_platform")
        except NoSuchPlace:
            return Problem("no_such_place")
        except NoChannel:
            return Problem("gone")

    async def _do(self, ask: ChannelAsk) -> None:
        if isinstance(ask, EnterChannel):
            await self._enter(ask)
            return
        if isinstance(ask, LookAtChannel):
            return
        account = await self._account(ask.code)
        match ask:
            case CheckChannel():
                await self._check(account)
            case LinkPlaces():
                link = partial(matching_places.link_places, channel_id=account.channel_id, wanted=ask.links)
                await self._shops.database.write(link)
            case ReadAhead():
                await connecting.read_ahead(self._shops, account, on=ask.on)
            case SwitchChannel(on=True):
                await self._switch_on(account)
            case SwitchChannel():
                await connecting.switch_off(self._shops, account)
            case RemoveChannel():
                await connecting.remove(self._shops, account)
                self._seen.pop(account.channel_id, None)

    async def _enter(self, ask: EnterChannel) -> None:
        platform = self._shops.platforms(ask.platform)
        hidden = {field.name for field in platform.fields if field.secret}
        known = {field.name for field in platform.fields}
        name = clean_text(ask.name, NAME_SHOWN) or ask.code
        row = Channel(0, ask.code, name, "web_shop", 0)
        account = await connecting.prepare(self._shops, row, platform.name, named=True)
        plain = {key: value.strip() for key, value in ask.settings.items() if key in known - hidden}
        secrets = {key: value.strip() for key, value in ask.secrets.items() if key in hidden}
        await connecting.keep(self._shops, account, plain, secrets)
        self._seen.pop(account.channel_id, None)

    async def _check(self, account: Account) -> Checked:
        begun = self._steady()
        self._seen.pop(account.channel_id, None)
        checked, there = await connecting.look(self._shops, account, places=True)
        took = round((self._steady() - begun) * 1000)
        self._seen[account.channel_id] = Seen(self._shops.around.now(), took, checked, tuple(there))
        return checked

    async def _switch_on(self, account: Account) -> None:
        """Checked once more: what was right a minute ago may not be any longer."""
        checked = await self._check(account)
        there = self._seen[account.channel_id].places
        find = partial(matching_places.matches, channel_id=account.channel_id, remote=there)
        found = await self._shops.database.read(find)
        unset = sum(one.by == matching_places.TO_CHOOSE for one in found)
        if unset:
            raise NotConnected(connecting.NEEDS, str(unset), "Places are to be chosen first.")
        await connecting.switch_on(self._shops, account, checked, {}, anyway=False)
        link = partial(matching_places.link_as_shown, channel_id=account.channel_id, found=found)
        await self._shops.database.write(link)

    async def _account(self, code: str) -> Account:
        found = await self._shops.database.read(partial(account_named, code=code))
        if found is None:
            raise NoChannel(code)
        return found

    async def _told(self, code: str, problem: Problem) -> ChannelTold:
        account = await self._shops.database.read(partial(account_named, code=code)) if code else None
        platforms = [self._shops.platforms(name) for name in self._names]
        if account is None:
            return told_of(self._shops.around.now(), platforms, problem.key, problem.detail)
        secrets = await asyncio.to_thread(self._secret_names, account)
        missing = _missing(platforms, account, secrets)
        seen = self._seen.get(account.channel_id)
        return await self._shops.database.read(
            lambda connection: told_of(
                self._shops.around.now(), platforms, problem.key, problem.detail,
                connection, account, secrets, missing, seen,
            )
        )  # fmt: skip

    def _secret_names(self, account: Account) -> list[str]:
        try:
            return sorted(
                name for name, value in self._shops.secrets.read(account.channel_id).items() if value
            )
        except SecretsUnreadable:
            return []


def _missing(platforms: list[Platform], account: Account, secrets: list[str]) -> int:
    platform = next((one for one in platforms if one.name == account.platform), None)
    entered = {**settings_of(account), **dict.fromkeys(secrets, "kept")}
    return 0 if platform is None else len(missing_fields(platform, entered))


def _may(connection: Connection, place_id: int, staff_id: int, now: int) -> bool:
    act = Act("", PERMISSION, None, staff_id, place_id, "")
    return may(StateView(Rows(connection)), act, PERMISSION, now)
