"""Lists, adds and changes the people of a place, with the feed telling the desks."""

import re
from collections.abc import Callable

from storedesk.actions.rights import PERMISSIONS
from storedesk.domain.plain_text import clean_text
from storedesk.domain.records import Staff
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import place_id_of
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.rows import Rows

Tag = Callable[[], int]
_INITIALS = re.compile(r"\w{1,4}")


class StaffRefused(Exception):
    """What was asked cannot be done; the sentence says why."""


def staff_of(connection: Connection, place_code: str) -> list[Staff]:
    """The people of a place in the order of the lock screen."""
    place_id = _place(connection, place_code)
    found: list[Staff] = [stored.row for stored in Rows(connection).among("staff", {"place_id": place_id})]
    return sorted(found, key=lambda person: (person.position, person.staff_id))


def add_staff(
    connection: Connection,
    place_code: str,
    name: str,
    initials: str,
    role: str,
    hash_: str,
    now: int,
    tag: Tag,
) -> Staff:
    """A new person at a place, from now on, under the next free number."""
    shown = clean_text(name, 60)
    if not shown:
        raise StaffRefused("A name is needed.")
    if role not in PERMISSIONS:
        raise StaffRefused(f"A role is one of {', '.join(PERMISSIONS)}.")
    if _INITIALS.fullmatch(initials) is None:
        raise StaffRefused("Initials are one to four letters.")
    there = staff_of(connection, place_code)
    place_id = _place(connection, place_code)
    number = max((person.staff_id for person in there), default=place_id * 100) + 1
    position = max((person.position for person in there), default=0) + 1
    person = Staff(place_id, number, shown, initials.upper(), role, hash_, "", now, None, position)
    write_rows(connection, [person], tag)
    return person


def reset_pin(connection: Connection, place_code: str, staff_id: int, hash_: str, tag: Tag) -> Staff:
    for person in staff_of(connection, place_code):
        if person.staff_id == staff_id:
            changed = person._replace(pin_hash=hash_)
            write_rows(connection, [changed], tag)
            return changed
    raise StaffRefused(f"There is nobody with the number {staff_id} at {clean_text(place_code, 20)}.")


def _place(connection: Connection, code: str) -> int:
    place_id = place_id_of(connection, code)
    if place_id is None:
        raise StaffRefused(f"There is no place with the code {clean_text(code, 20)!r}.")
    return place_id
