"""What a desk is told of a channel that is being connected; never a secret, only which ones are kept."""

from collections.abc import Sequence
from typing import NamedTuple

from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.port import NEEDED, Capability, Checked, Finding, Kind, Platform
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.hub.channels.accounts import settings_of
from storedesk.hub.channels.channel_run import READ_ONCE_ON, kinds_read
from storedesk.hub.channels.matching_places import TO_CHOOSE, Match, matches, places_here
from storedesk.protocol.channel_wire import (
    ChannelLine,
    ChannelTold,
    FindingTold,
    KindRead,
    PlaceHere,
    PlaceThere,
    PlatformField,
    PlatformTold,
)
from storedesk.storage.channel_accounts import RUNNING, Account
from storedesk.storage.channel_cursors import positions_of
from storedesk.storage.database_work import Connection

_LONGEST = 300


class Seen(NamedTuple):
    """What a check found, when (UTC ms), and how long it took (ms)."""

    at: int
    took: int
    checked: Checked
    places: tuple[RemotePlace, ...]


def told_of(
    now: int,
    platforms: Sequence[Platform],
    problem: str,
    detail: str,
    connection: Connection | None = None,
    account: Account | None = None,
    secrets: Sequence[str] = (),
    missing: int = 0,
    seen: Seen | None = None,
) -> ChannelTold:
    """``secrets`` are names; without an account only the platforms are told."""
    named = [_platform(one) for one in platforms]
    if connection is None or account is None:
        return ChannelTold(now=now, platforms=named, problem=problem, detail=detail)
    found = [] if seen is None else matches(connection, account.channel_id, seen.places)
    findings = () if seen is None else seen.checked.findings
    platform = next((one for one in platforms if one.name == account.platform), None)
    return ChannelTold(
        now=now, platforms=named, problem=problem, detail=detail, line=_line(account, secrets),
        checked_at=None if seen is None else seen.at, took=0 if seen is None else seen.took,
        findings=[_finding(one) for one in findings], places=[_place(one) for one in found],
        here=[PlaceHere(code=one.code, name=one.name) for one in places_here(connection)],
        kinds=[] if platform is None else _kinds(connection, account, platform),
        missing=missing, needed=sum(one.state == NEEDED for one in findings),
        to_choose=sum(one.by == TO_CHOOSE for one in found),
    )  # fmt: skip


def _platform(platform: Platform) -> PlatformTold:
    fields = [PlatformField(name=one.name, secret=one.secret, needed=one.needed) for one in platform.fields]
    return PlatformTold(name=platform.name, title=platform.title, fields=fields)


def _line(account: Account, secrets: Sequence[str]) -> ChannelLine:
    return ChannelLine(
        code=account.code, name=account.name, platform=account.platform, settings=settings_of(account),
        secrets=list(secrets), state=account.state, shop=account.shop, why=account.why, what=account.what,
    )  # fmt: skip


def _finding(one: Finding) -> FindingTold:
    detail, effect, where = (clean_text(text, _LONGEST) for text in (one.detail, one.effect, one.where))
    return FindingTold(name=one.name, state=one.state, detail=detail, effect=effect, where=where)


def _place(one: Match) -> PlaceThere:
    there = one.there
    about = ", ".join(part for part in (there.address, there.city) if part) or there.problem
    return PlaceThere(
        id=there.external_id, name=clean_text(there.name, NAME_SHOWN), about=clean_text(about, NAME_SHOWN),
        here=one.here, by=one.by,
    )  # fmt: skip


def _kinds(connection: Connection, account: Account, platform: Platform) -> list[KindRead]:
    """In the order of the first load; what the shop cannot do is not there."""
    known = {one.kind: one for one in positions_of(connection, account.channel_id)}
    able = frozenset(Capability(name) for name in account.capabilities.split())
    rows = []
    for kind in kinds_read(able, platform):
        one = known.get(kind.value)
        begun = one is not None and bool(one.done or one.cursor or one.read_at)
        phase = one.phase if one is not None and begun else "waiting"
        if account.state not in RUNNING and kind in READ_ONCE_ON and not begun:
            phase = "later"
        done, total = (0, None) if one is None else (one.done, one.total)
        rows.append(KindRead(kind=Kind(kind).value, phase=phase, done=done, total=total))
    return rows
