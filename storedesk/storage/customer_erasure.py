"""The SQL of erasing a customer: which rows say who it is, and the links that lead to them."""

from typing import NamedTuple

from storedesk.storage.channel_links import CUSTOMER
from storedesk.storage.channel_schema import channel_link
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, select_from

_LINKS = select_from(channel_link, ("detail",), "kind = ? AND local_id = ?")
_CUT = "UPDATE channel_link SET local_id = '', detail = '' WHERE kind = ? AND local_id = ?"
_PEOPLE = (
    "SELECT p.id, p.order_id, coalesce(o.state, '') FROM person p LEFT JOIN orders o ON o.id = p.order_id"
    " WHERE p.customer_id = ? ORDER BY p.id"
)
_ADDRESSES = select_from(SYNCED["address"], ("id",), "order_id IN ?*") + " ORDER BY id"


class PersonHere(NamedTuple):
    """A name beside an order; ``order_state`` is empty where there is no such order."""

    id: str
    order_id: str
    order_state: str


def link_details(connection: Connection, customer_id: str) -> list[str]:
    """What the channels' links to the customer say, a JSON object or empty each."""
    return [str(found[0]) for found in ShortSql(connection).all(_LINKS, CUSTOMER, customer_id)]


def cut_links(connection: Connection, customer_id: str) -> int:
    """The channels' customers are left out from now on: what they bring of them is not taken in again."""
    return ShortSql(connection).change(_CUT, CUSTOMER, customer_id)


def people_of(connection: Connection, customer_id: str) -> list[PersonHere]:
    return [PersonHere(*found) for found in ShortSql(connection).all(_PEOPLE, customer_id)]


def addresses_of(connection: Connection, order_ids: list[str]) -> list[str]:
    return [str(found[0]) for found in ShortSql(connection).all(_ADDRESSES, order_ids)] if order_ids else []
