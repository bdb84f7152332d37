"""The id under which a person's orders stand together, the same for the same person on every channel."""

from storedesk.connectors.neutral import RemotePerson
from storedesk.domain.customer_marks import marks_of
from storedesk.domain.ids import derived_id
from storedesk.domain.phone import phone_digits
from storedesk.hub.channels.intake import Intake
from storedesk.storage.channel_links import CUSTOMER, Link, links_of, put_links
from storedesk.storage.customer_marks import customers_of, put_marks, secret_of
from storedesk.storage.database_work import Connection


def customer_id_for(
    connection: Connection, intake: Intake, person: RemotePerson, external_id: str, guest: str, country: str
) -> str:
    """``Order.customer_id`` and ``Person.customer_id``; says nothing about who it is.

    ``external_id`` is the channel's customer, empty for a guest; ``guest`` names the order where nothing else is
    known. An account that is linked stays who it is; else the e-mail address decides, then phone and name. One
    that was left out or erased is not linked again.
    """
    channel = intake.channel
    linked = links_of(connection, channel.id, CUSTOMER, [external_id]) if external_id else {}
    marks = marks_of(
        secret_of(connection, intake.random_tag),
        person.email,
        phone_digits(person.phone, country),
        person.name,
    )
    known = customers_of(connection, marks)
    link = linked.get(external_id)
    if link is not None and link.local_id:
        found = link.local_id
    else:
        found = next((known[mark] for mark in marks if mark in known), "") or _new(
            marks, intake, external_id, guest
        )
    put_marks(connection, found, marks, intake.now)
    if external_id and link is None:
        put_links(connection, channel.id, CUSTOMER, [Link(external_id, found)])
    return found


def _new(marks: tuple[str, ...], intake: Intake, external_id: str, guest: str) -> str:
    """Follows from the surest mark, so that it comes out the same wherever the person is met first."""
    if marks:
        return derived_id("customer", marks[0])
    return derived_id("customer", intake.channel.code, external_id or f"order {guest}")
