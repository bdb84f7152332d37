"""What each channel showed when it was last read, beside what it was last told."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.storage.channel_schema import channel_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_all

STOCK, PRICE, CONTRACT_PRICE, TITLE, LISTED, PROMISE = (
    "stock", "price", "contract_price", "title", "listed", "promise",
)  # fmt: skip
_KEY = '("channel_id", "variant_id", "field", "about")'
_NOTE = (
    insert_into(
        channel_shown, ("channel_id", "variant_id", "field", "about", "value", "read_at", "changed_at")
    )
    + f" ON CONFLICT {_KEY} DO UPDATE SET value = excluded.value, read_at = excluded.read_at, changed_at ="
    " CASE WHEN channel_shown.value = excluded.value THEN channel_shown.changed_at ELSE excluded.changed_at END"
)
_PUSHED = (
    insert_into(channel_shown)
    + f" ON CONFLICT {_KEY} DO UPDATE SET value = excluded.value, read_at = excluded.read_at,"
    " pushed = excluded.pushed, pushed_at = excluded.pushed_at, changed_at ="
    " CASE WHEN channel_shown.value = excluded.value THEN channel_shown.changed_at ELSE excluded.changed_at END"
)
_OF = select_all(channel_shown, "channel_id = ? AND variant_id IN ?*")
_FIELD_OF = select_all(channel_shown, "channel_id = ? AND variant_id IN ?* AND field = ?")
_FORGET_FIELD = "DELETE FROM channel_shown WHERE channel_id = ? AND variant_id IN ?* AND field = ?"
_FORGET = "DELETE FROM channel_shown WHERE channel_id = ? AND variant_id IN ?*"


class Figure(NamedTuple):
    """``about`` is a place's or company's id as text, a price list's code, or empty; ``value`` whole numbers as
    digits: stock in whole pieces (metres, kilos), whatever the unit's smallest step is."""

    variant_id: int
    field: str
    about: str
    value: str


class Shown(NamedTuple):
    """``changed_at`` is when we first read this value; ``pushed`` what was last told and taken, None if never."""

    channel_id: int
    variant_id: int
    field: str
    about: str
    value: str
    read_at: int
    changed_at: int
    pushed: str | None
    pushed_at: int | None


def note_shown(connection: Connection, channel_id: int, figures: Iterable[Figure], now: int) -> None:
    """What was just read there."""
    ShortSql(connection).change_many(_NOTE, [(channel_id, *figure, now, now) for figure in figures])


def note_pushed(connection: Connection, channel_id: int, figures: Iterable[Figure], now: int) -> None:
    """What was just told and taken, and is therefore shown."""
    rows = [(channel_id, *figure, now, now, figure.value, now) for figure in figures]
    ShortSql(connection).change_many(_PUSHED, rows)


def shown_of(connection: Connection, channel_id: int, variant_ids: Sequence[int]) -> list[Shown]:
    found = ShortSql(connection).all(_OF, channel_id, list(variant_ids))
    return [Shown(*row) for row in found]


def field_shown(
    connection: Connection, channel_id: int, variant_ids: Sequence[int], field: str
) -> dict[tuple[int, str], Shown]:
    """One field of these articles, by article and ``about``."""
    found = ShortSql(connection).all(_FIELD_OF, channel_id, list(variant_ids), field)
    return {(row[1], row[3]): Shown(*row) for row in found}


def forget_shown(connection: Connection, channel_id: int, variant_ids: Sequence[int]) -> None:
    """For articles that turned out not to be those of the channel."""
    ShortSql(connection).change(_FORGET, channel_id, list(variant_ids))


def forget_field(connection: Connection, channel_id: int, variant_ids: Sequence[int], field: str) -> None:
    """For figures that are not there any more."""
    ShortSql(connection).change(_FORGET_FIELD, channel_id, list(variant_ids), field)
