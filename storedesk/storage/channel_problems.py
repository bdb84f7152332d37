"""Records of a channel that were set aside, each with what is wrong with it, until they can be taken in."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.storage.database_work import Connection
from storedesk.storage.intake_schema import channel_problem
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

NOT_LINKED, NO_MAPPING, SAME_SKU, SAME_BARCODE, NOT_MAPPED = (
    "not_linked", "no_mapping", "same_sku", "same_barcode", "not_mapped",
)  # fmt: skip
"""Names an article that is not known here; an article that is none of ours; one whose SKU or barcode several
have; a place that nobody has named. Other problems are sentences."""

LONGEST = 200
_COLUMNS = ("kind", "external_id", "within", "problem", "first_at", "last_at")
_PUT = (
    insert_into(channel_problem) + ' ON CONFLICT ("channel_id", "kind", "external_id") DO UPDATE SET'
    " problem = excluded.problem, within = excluded.within, last_at = excluded.last_at"
)
_ANY = "SELECT 1 FROM channel_problem WHERE channel_id = ? AND kind = ? LIMIT 1"
_DROP = "DELETE FROM channel_problem WHERE channel_id = ? AND kind = ? AND external_id IN ?*"
_GONE = (
    "DELETE FROM channel_problem WHERE channel_id = ? AND kind = ? AND (external_id IN ?* OR within IN ?*)"
)
_OF = select_from(channel_problem, _COLUMNS, "channel_id = ?") + " ORDER BY last_at DESC, external_id LIMIT ?"
_COUNTS = "SELECT kind, problem, count(*) FROM channel_problem WHERE channel_id = ? GROUP BY kind, problem"
_OLDEST = (
    "SELECT within, min(last_at) FROM channel_problem WHERE channel_id = ? AND kind = ? AND last_at < ?"
    " GROUP BY within ORDER BY min(last_at), within LIMIT ?"
)
_LINKED_NOW = (
    "SELECT DISTINCT p.external_id FROM channel_problem p JOIN channel_link l ON l.channel_id = p.channel_id"
    " AND l.external_id = p.external_id AND l.kind IN ('stock', 'variant')"
    " WHERE p.channel_id = ? AND p.kind = ? AND p.problem = 'not_linked' ORDER BY p.external_id LIMIT ?"
)


class SetAside(NamedTuple):
    """``problem`` is one of the words above or a sentence; never personal data."""

    external_id: str
    within: str
    problem: str


class KnownProblem(NamedTuple):
    kind: str
    external_id: str
    within: str
    problem: str
    first_at: int
    last_at: int


def note_problems(
    connection: Connection, channel_id: int, kind: str, found: Iterable[SetAside], now: int
) -> None:
    rows = [(channel_id, kind, one.external_id, one.within, one.problem[:LONGEST], now, now) for one in found]
    ShortSql(connection).change_many(_PUT, rows)


def clear_problems(connection: Connection, channel_id: int, kind: str, external_ids: Sequence[str]) -> None:
    ShortSql(connection).change(_DROP, channel_id, kind, list(external_ids))


def clear_gone(connection: Connection, channel_id: int, kind: str, external_ids: Sequence[str]) -> None:
    """Of records that are there no more, and of what was within them."""
    ids = list(external_ids)
    ShortSql(connection).change(_GONE, channel_id, kind, ids, ids)


def has_problems(connection: Connection, channel_id: int, kind: str) -> bool:
    return ShortSql(connection).first(_ANY, channel_id, kind) is not None


def problems_of(connection: Connection, channel_id: int, most: int) -> list[KnownProblem]:
    """The latest first."""
    return [KnownProblem(*found) for found in ShortSql(connection).all(_OF, channel_id, most)]


def problem_counts(connection: Connection, channel_id: int) -> dict[tuple[str, str], int]:
    """By kind and problem."""
    found = ShortSql(connection).all(_COUNTS, channel_id)
    return {(kind, problem): count for kind, problem, count in found}


def linked_meanwhile(connection: Connection, channel_id: int, kind: str, most: int) -> list[str]:
    """Articles whose levels or prices came before they were known here, and are known now."""
    return [str(found[0]) for found in ShortSql(connection).all(_LINKED_NOW, channel_id, kind, most)]


def to_try_again(connection: Connection, channel_id: int, kind: str, before: int, most: int) -> list[str]:
    """What to read again, the longest untried first; only what was last tried before ``before`` (UTC ms)."""
    return [str(found[0]) for found in ShortSql(connection).all(_OLDEST, channel_id, kind, before, most)]
