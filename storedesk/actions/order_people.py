"""Who an order is for and where it goes: rows that only those hold who may know."""

from collections.abc import Collection

from storedesk.actions.effects import Effects
from storedesk.actions.incoming_order import IncomingAddress, IncomingOrder, IncomingPerson
from storedesk.domain.ids import derived_id
from storedesk.domain.phone import phone_digits
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Address, Person
from storedesk.domain.tables import CLOSED, RECENT


def take_people(effects: Effects, news: IncomingOrder) -> None:
    """As the channel has them now; names that nobody may know any more stay closed."""
    people = effects.state.among(Person, order_id=news.order_id)
    addresses = effects.state.among(Address, order_id=news.order_id)
    there: list[Person | Address] = [*people, *addresses]
    if any(row.holder == CLOSED for row in there):
        return
    usual = RECENT if news.wish.place_id is None else str(news.wish.place_id)
    holder = there[0].holder if there else usual
    for one in news.people:
        known = [row for row in people if row.role == one.role]
        for row in known:
            effects.set(row, **_person(news, one, row, holder)._asdict())
        if not known:
            effects.insert(_person(news, one, None, holder))
    for asked in news.addresses:
        places = [row for row in addresses if row.role == asked.role]
        for place in places:
            effects.set(place, **_address(news, asked, place, holder)._asdict())
        if not places:
            effects.insert(_address(news, asked, None, holder))


def follow(effects: Effects, order_id: str, place_id: int, stay: Collection[int] = ()) -> None:
    """Names and addresses go where the goods leave from, and keep standing at the places in ``stay``, which have
    goods of the order too; what is closed stays closed."""
    to, kept = str(place_id), {str(place) for place in stay}
    rows: list[Person | Address] = [*effects.state.among(Person, order_id=order_id)]
    rows += effects.state.among(Address, order_id=order_id)
    for kind in dict.fromkeys((type(row), row.role) for row in rows):
        same = [row for row in rows if (type(row), row.role) == kind and row.holder != CLOSED]
        there = any(row.holder == to for row in same)
        for row in same:
            if row.holder != to and row.holder not in kept:
                effects.set(row, holder=RECENT if there else to)
                there = True
        if same and not there:
            effects.insert(same[0]._replace(id=effects.new_id(), holder=to))


def _person(news: IncomingOrder, one: IncomingPerson, row: Person | None, holder: str) -> Person:
    row_id = row.id if row else derived_id("channel person", news.order_id, one.role)
    digits = phone_digits(one.phone, news.country)
    return Person(
        row_id, row.holder if row else holder, news.order_id, one.role, news.customer_id, one.name,
        fold(one.name), one.phone, digits, one.email, one.language,
    )  # fmt: skip


def _address(news: IncomingOrder, one: IncomingAddress, row: Address | None, holder: str) -> Address:
    row_id = row.id if row else derived_id("channel address", news.order_id, one.role)
    return Address(
        row_id, row.holder if row else holder, news.order_id, one.role, one.name, one.street, one.postcode,
        one.city, one.country,
    )  # fmt: skip
