"""Searching all orders of the hub by any fragment, on SQLite and PostgreSQL alike."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.order_query import OrderQuery, read_query
from storedesk.domain.records import Fulfilment, Order, Person
from storedesk.storage.schema import SYNCED

_ROLES = ("recipient", "buyer", "collector")
_orders, _line, _person, _part = (
    SYNCED["orders"], SYNCED["order_line"], SYNCED["person"], SYNCED["fulfilment"],
)  # fmt: skip


class HubOrder(NamedTuple):
    """An order with the name and phone that tell it apart."""

    order: Order
    name: str
    phone_digits: str
    parts: tuple[Fulfilment, ...]


def search_orders(connection: sa.Connection, text: str, limit: int) -> tuple[HubOrder, ...]:
    """The surest kind of hit first, the latest order first within it."""
    ids: list[str] = []
    for condition in _conditions(read_query(text)):
        wanted = sa.select(_orders.c.id).where(condition).order_by(_orders.c.placed_at.desc(), _orders.c.id)
        ids += connection.execute(wanted.limit(limit)).scalars()
        ids = list(dict.fromkeys(ids))[:limit]
        if len(ids) == limit:
            break
    return _read(connection, ids)


def _conditions(query: OrderQuery) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if query.numbers:
        found.append(_orders.c.number.in_(query.numbers))
    if query.tail:
        found.append(_orders.c.number.endswith(query.tail, autoescape=True))
    if query.phone_part:
        found.append(_has(_person.c.phone_digits.contains(query.phone_part, autoescape=True)))
    if query.words:
        every = [_person.c.folded.contains(word, autoescape=True) for word in query.words]
        found.append(_has(sa.and_(*every)))
    if query.email_part:
        found.append(_has(sa.func.lower(_person.c.email).contains(query.email_part, autoescape=True)))
    if query.sku_start:
        start = sa.func.upper(_line.c.sku).startswith(query.sku_start, autoescape=True)
        found.append(_orders.c.id.in_(sa.select(_line.c.order_id).where(start)))
    if query.number_part:
        found.append(sa.func.upper(_orders.c.number).contains(query.number_part, autoescape=True))
    return found


def _has(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return _orders.c.id.in_(sa.select(_person.c.order_id).where(condition))


def _read(connection: sa.Connection, ids: list[str]) -> tuple[HubOrder, ...]:
    orders = {row.id: row for row in _rows(connection, Order, _orders, _orders.c.id, ids)}
    people = _rows(connection, Person, _person, _person.c.order_id, ids)
    parts = _rows(connection, Fulfilment, _part, _part.c.order_id, ids)
    found = []
    for order_id in ids:
        own = sorted((one for one in people if one.order_id == order_id and one.role in _ROLES), key=_rank)
        phone = next((one.phone_digits for one in own if one.phone_digits), "")
        mine = tuple(part for part in parts if part.order_id == order_id)
        found.append(HubOrder(orders[order_id], own[0].name if own else "", phone, mine))
    return tuple(found)


def _rows(
    connection: sa.Connection, row_type: Any, table: sa.Table, column: sa.Column[Any], ids: list[str]
) -> list[Any]:
    columns = [table.c[name] for name in row_type._fields]
    wanted = sa.select(*columns).where(column.in_(ids)).order_by(table.c.id)
    return [row_type(*values) for values in connection.execute(wanted)]


def _rank(person: Person) -> int:
    return _ROLES.index(person.role)
