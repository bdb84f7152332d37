"""Which record of a channel is which record here, both ways."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.storage.channel_schema import channel_link
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

PLACE, PRODUCT, VARIANT, STOCK, COMPANY, CUSTOMER, ORDER, LINE, PART, LIST, QUOTE = (
    "place", "product", "variant", "stock", "company", "customer", "order", "line", "part", "list", "quote",
)  # fmt: skip
_COLUMNS = ("external_id", "local_id", "detail")
_BY_EXTERNAL = select_from(channel_link, _COLUMNS, "channel_id = ? AND kind = ? AND external_id IN ?*")
_BY_LOCAL = select_from(channel_link, _COLUMNS, "channel_id = ? AND kind = ? AND local_id IN ?*")
_BY_DETAIL = "SELECT min(external_id) FROM channel_link WHERE channel_id = ? AND kind = ? AND detail = ?"
_PUT = upsert_into(channel_link, ("channel_id", "kind", "external_id"))
_DROP = 'DELETE FROM "channel_link" WHERE channel_id = ? AND kind = ? AND external_id IN ?*'


class Link(NamedTuple):
    """``local_id`` is the key here as text; empty where somebody chose to leave the record out."""

    external_id: str
    local_id: str
    detail: str = ""


def links_of(
    connection: Connection, channel_id: int, kind: str, external_ids: Sequence[str]
) -> dict[str, Link]:
    """By external id; what is not linked is missing."""
    found = ShortSql(connection).all(_BY_EXTERNAL, channel_id, kind, list(external_ids))
    return {row[0]: Link(*row) for row in found}


def links_to(
    connection: Connection, channel_id: int, kind: str, local_ids: Sequence[str]
) -> dict[str, list[Link]]:
    """By local id: a record here may be several there."""
    links: dict[str, list[Link]] = {}
    for row in sorted(ShortSql(connection).all(_BY_LOCAL, channel_id, kind, list(local_ids))):
        links.setdefault(row[1], []).append(Link(*row))
    return links


def link_with_detail(connection: Connection, channel_id: int, kind: str, detail: str) -> str:
    """The first id there whose link has just this detail; empty where there is none."""
    found = ShortSql(connection).first(_BY_DETAIL, channel_id, kind, detail)
    return "" if found is None or found[0] is None else str(found[0])


def put_links(connection: Connection, channel_id: int, kind: str, links: Iterable[Link]) -> None:
    ShortSql(connection).change_many(_PUT, [(channel_id, kind, *link) for link in links])


def drop_links(connection: Connection, channel_id: int, kind: str, external_ids: Sequence[str]) -> None:
    ShortSql(connection).change(_DROP, channel_id, kind, list(external_ids))
