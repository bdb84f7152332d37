"""Which customer has which keyed marks, and the hub's secret that they are made with."""

from collections.abc import Callable, Sequence

from storedesk.storage.account_schema import customer_mark
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import hub_state
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

_NAME = "customer_secret"
_SECRET = select_from(hub_state, ("value",), f"name = '{_NAME}'")
_PUT_SECRET = insert_into(hub_state, ("name", "value")) + " ON CONFLICT (name) DO NOTHING"
_OF = select_from(customer_mark, ("mark", "customer_id"), "mark IN ?*")
_PUT = (
    insert_into(customer_mark)
    + ' ON CONFLICT ("mark") DO UPDATE SET seen_at = excluded.seen_at WHERE customer_mark.seen_at < excluded.seen_at'
)
_DROP = "DELETE FROM customer_mark WHERE customer_id = ?"
_DROP_OLD = "DELETE FROM customer_mark WHERE seen_at < ?"


def secret_of(connection: Connection, random_tag: Callable[[], int]) -> bytes:
    """The hub's secret for marks, made when it is first asked for; never leaves the hub."""
    sql = ShortSql(connection)
    found = sql.first(_SECRET)
    if found is None:
        fresh = b"".join(random_tag().to_bytes(8, "big") for _ in range(5)).hex()
        sql.change(_PUT_SECRET, _NAME, fresh)
        found = sql.first(_SECRET)
    return bytes.fromhex(found[0]) if found is not None else b""


def customers_of(connection: Connection, marks: Sequence[str]) -> dict[str, str]:
    """The customer of each mark; what nobody has is missing."""
    found = ShortSql(connection).all(_OF, list(marks)) if marks else ()
    return {row[0]: row[1] for row in found}


def put_marks(connection: Connection, customer_id: str, marks: Sequence[str], now: int) -> None:
    """Marks that nobody has yet become this customer's; who has one keeps it."""
    ShortSql(connection).change_many(_PUT, [(mark, customer_id, now) for mark in sorted(marks)])


def forget_marks(connection: Connection, customer_id: str) -> int:
    """For erasure: nothing leads from an address to the customer's orders any more."""
    return ShortSql(connection).change(_DROP, customer_id)


def forget_marks_before(connection: Connection, moment: int) -> int:
    """Marks that no order and no channel has shown since a time (UTC ms)."""
    return ShortSql(connection).change(_DROP_OLD, moment)
