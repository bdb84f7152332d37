"""Erases who a customer is: names, addresses, what they looked at, and everything that leads back to them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from storedesk.domain.records import Address, CompanyContact, Person
from storedesk.domain.tables import CLOSED
from storedesk.hub.channels.link_details import contact_of
from storedesk.hub.command_database import where_the_hub_is
from storedesk.hub.commands import run_work
from storedesk.hub.opening import random_tag
from storedesk.storage import customer_erasure as sql
from storedesk.storage.activity_rows import delete_views_of
from storedesk.storage.change_set import Applied
from storedesk.storage.customer_marks import forget_marks
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.rows import Rows

_OPEN = "open"


class Erased(NamedTuple):
    """How many rows were emptied or deleted; ``open_orders`` still need their people and are to be erased again
    once they are over."""

    people: int
    addresses: int
    contacts: int
    views: int
    links: int
    marks: int
    open_orders: int


def erase_customer(connection: Connection, customer_id: str, tag: Callable[[], int]) -> Erased:
    """Within the caller's transaction. Orders, amounts and dates stay: accounting needs them, and they name nobody.
    Desks hear of it with the feed."""
    one_at_a_time(connection)
    people = sql.people_of(connection, customer_id)
    over = [one for one in people if one.order_state != _OPEN]
    orders = sorted(
        {one.order_id for one in over} - {one.order_id for one in people if one.order_state == _OPEN}
    )
    contact_ids = sorted({contact_of(detail) for detail in sql.link_details(connection, customer_id)} - {0})
    rows = Rows(connection)
    names = _emptied(rows, "person", [one.id for one in over], _nobody)
    addresses = _emptied(rows, "address", sql.addresses_of(connection, orders), _nowhere)
    contacts = _emptied(rows, "company_contact", contact_ids, _no_contact)
    views = delete_views_of(connection, contact_ids)
    links, marks = sql.cut_links(connection, customer_id), forget_marks(connection, customer_id)
    feed = FeedWriter(connection, tag)
    for applied in (names, addresses, contacts, views):
        feed.note(applied)
    feed.write()
    open_orders = len({one.order_id for one in people if one.order_state == _OPEN})
    return Erased(len(names), len(addresses), len(contacts), len(views), links, marks, open_orders)


def _emptied(rows: Rows, table: str, ids: list[Any], empty: Callable[[Any], Any]) -> list[Applied]:
    applied = []
    for key, stored in rows.get_many(table, [(id_,) for id_ in ids], lock=True).items():
        after = rows.replace(table, key, stored.hash, empty(stored.row))
        if after is not None and after.hash != stored.hash:
            applied.append(Applied(table, key, stored, after))
    return applied


def _nobody(row: Person) -> Person:
    return row._replace(holder=CLOSED, name="", folded="", phone="", phone_digits="", email="", language="")


def _nowhere(row: Address) -> Address:
    return row._replace(holder=CLOSED, name="", street="", postcode="", city="")


def _no_contact(row: CompanyContact) -> CompanyContact:
    return row._replace(name="", folded="", email="", phone="", phone_digits="", active=0)


@click.command("erase")
@click.argument("customer_id")
@where_the_hub_is
def erase_command(customer_id: str, data: Path, postgres: str | None) -> None:
    """Erase who the customer with this id is, as of an order's customer_id; prints what was done as JSON."""
    found = run_work(data, postgres, lambda connection: erase_customer(connection, customer_id, random_tag))
    click.echo(json.dumps(found._asdict()))
