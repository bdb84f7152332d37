"""Wrong PINs per person, counted durably before each check, so that killing the program resets nothing."""

from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from storedesk.storage.schema import pin_try


class PinTries(NamedTuple):
    """``blocked_until`` by the desk's time, ``steady_until`` by the clock that nobody can set, milliseconds."""

    wrong: int
    blocked_until: int = 0
    steady_until: int = 0


def pin_tries(connection: sa.Connection, staff_id: int) -> PinTries:
    row = connection.execute(
        sa.select(pin_try.c.wrong, pin_try.c.blocked_until, pin_try.c.steady_until).where(
            pin_try.c.staff_id == staff_id
        )
    ).first()
    return PinTries(0) if row is None else PinTries(*row)


def save_pin_tries(connection: sa.Connection, staff_id: int, tries: PinTries) -> None:
    statement = insert(pin_try).values(staff_id=staff_id, **tries._asdict())
    connection.execute(statement.on_conflict_do_update(index_elements=["staff_id"], set_=tries._asdict()))
