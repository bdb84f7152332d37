"""What planning and sending know of a channel within one transaction, and how a planned message is made."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from storedesk.connectors.port import Capability
from storedesk.connectors.pushes import KIND_OF, KINDS, Ask
from storedesk.domain.ids import derived_id
from storedesk.domain.master import SETTING, Masters, MasterTableWrong, masters_from
from storedesk.domain.records import Channel
from storedesk.storage.channel_accounts import Account, account_of
from storedesk.storage.channel_links import PLACE, Link, links_to
from storedesk.storage.channel_outbox import Entry, Planned
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_places import put_back_at
from storedesk.storage.rows import Rows

CHAIN = 0


class NoChannel(Exception):
    """The channel or its line is not there any more."""


class About(msgspec.Struct, frozen=True, omit_defaults=True):
    """The records here that a message is about; a kind uses a part. ``lines`` are (order line, smallest steps);
    ``forced`` messages go also where the channel is thought to show it already."""

    variant: int = 0
    place: int = 0
    product: int = 0
    list: str = ""
    order: str = ""
    part: str = ""
    at: int = 0
    lines: tuple[tuple[int, int], ...] = ()
    goods_return: str = ""
    payment: str = ""
    quote: str = ""
    difference: str = ""
    forced: bool = False


class Plan(NamedTuple):
    """``masters`` is None where the chain's master table cannot be read: then nothing that asks it is told."""

    connection: Connection
    account: Account
    channel: Channel
    masters: Masters | None
    now: int
    put_back_at: int

    def can(self, capability: Capability) -> bool:
        return capability in self.account.capabilities.split()

    def row(self, table: str, *key: int | str) -> Any | None:
        stored = Rows(self.connection).get(table, key)
        return None if stored is None else stored.row

    def among(self, table: str, **equals: int | str) -> list[Any]:
        return [stored.row for stored in Rows(self.connection).among(table, dict(equals))]

    def links(self, kind: str, local_ids: Iterable[str]) -> dict[str, list[Link]]:
        """By the id here; without those that somebody left out."""
        return links_to(self.connection, self.channel.id, kind, sorted(set(local_ids)))

    def external(self, kind: str, local_id: str) -> str:
        """The first of its ids there, empty where it has none."""
        found = self.links(kind, [local_id]).get(local_id)
        return found[0].external_id if found else ""

    def place_there(self, place_id: int) -> str:
        return self.external(PLACE, str(place_id))

    def is_theirs(self, field: str, part: str = "") -> bool:
        """Whether the channel itself is master, or nobody can say."""
        return self.masters is None or self.masters.master_of(field, part) == self.channel.code

    def push(
        self, ask: Ask, about: About, entity: str, made_by: Sequence[str], made_at: int, **options: Any
    ) -> Planned:
        """``made_by`` names what made the effect: the key follows from it. ``options``: due_at, newest_counts."""
        kind = KIND_OF[type(ask)]
        key = derived_id("push", self.channel.code, kind, entity, *made_by)
        due_at = options.get("due_at", self.now)
        return Planned(
            key,
            kind,
            entity,
            as_text(ask),
            as_text(about),
            made_at,
            due_at,
            options.get("newest_counts", False),
        )


def plan_of(connection: Connection, channel_id: int, now: int) -> Plan:
    """Raises NoChannel."""
    account = account_of(connection, channel_id)
    stored = Rows(connection).get("channel", (channel_id,))
    if account is None or stored is None:
        raise NoChannel(str(channel_id))
    return Plan(connection, account, stored.row, _masters(connection), now, put_back_at(connection))


def as_text(value: Ask | About) -> str:
    """As JSON with the names of the fields, so that others can read a figure out of it."""
    plain = value if isinstance(value, About) else value._asdict()
    return msgspec.json.encode(plain).decode()


def ask_of(entry: Entry) -> Ask:
    kind = KINDS[entry.kind]
    said = msgspec.json.decode(entry.ask, type=dict[str, Any])
    found: Ask = msgspec.convert([said[name] for name in kind._fields], type=kind)
    return found


def about_of(entry: Entry) -> About:
    return msgspec.json.decode(entry.about, type=About)


def detail_of(link: Link) -> dict[str, Any]:
    """What a link holds beside the id; empty where that cannot be read."""
    try:
        found = json.loads(link.detail or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _masters(connection: Connection) -> Masters | None:
    stored = Rows(connection).get("setting", (CHAIN, SETTING))
    try:
        return masters_from("" if stored is None else stored.row.value)
    except MasterTableWrong:
        return None
