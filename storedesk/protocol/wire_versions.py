"""Which tables and columns each wire version has, and a row as the version before says it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from storedesk.domain.tables import TABLE_BY_NAME, TABLES
from storedesk.protocol.canonical import row_hash
from storedesk.protocol.wire import WIRE_VERSION

Columns = Mapping[str, tuple[str, ...]]


class WireVersion(NamedTuple):
    """The columns of each table that a program of this version knows, in declared order."""

    number: int
    columns: Columns


def without(number: int, lacking: Columns) -> WireVersion:
    """A version that differs from the current one: of these tables it lacks these columns, or without any named
    the whole table. Key and scope of a table never differ."""
    columns = {table.name: table.columns for table in TABLES}
    for name, gone in lacking.items():
        kept = tuple(column for column in columns.pop(name) if column not in gone)
        if gone:
            columns[name] = kept
    return WireVersion(number, columns)


class Spoken:
    """The current version and, if there is one, the version before; a row that both say alike has one hash."""

    def __init__(self, previous: WireVersion | None = None) -> None:
        self.previous = previous
        known: Columns = {} if previous is None else previous.columns
        self.differing: dict[str, tuple[int, ...] | None] = {}
        for table in TABLES if previous is not None else ():
            columns = known.get(table.name)
            if columns is None:
                self.differing[table.name] = None
            elif columns != table.columns:
                self.differing[table.name] = tuple(table.columns.index(column) for column in columns)

    def accepts(self, number: int) -> bool:
        return number == WIRE_VERSION or self.is_older(number)

    def is_older(self, number: int) -> bool:
        """Whether this is the version before, which needs its rows said otherwise."""
        return self.previous is not None and number == self.previous.number

    def older_columns(self, table: str) -> tuple[str, ...] | None:
        """The columns of a table in the version before; None if it does not know the table."""
        known = TABLE_BY_NAME[table].columns if self.previous is None else self.previous.columns.get(table)
        return known

    def older_differences(self) -> dict[str, tuple[str, ...]]:
        """What the version before says of each table that differs, in the order of the names."""
        return {name: self.older_columns(name) or () for name in sorted(self.differing)}

    def older_row(self, table: str, row: Any) -> tuple[Any, ...]:
        """The values of a row that the version before has."""
        places = self.differing.get(table)
        return tuple(row) if places is None else tuple(row[place] for place in places)

    def older_hash(self, table: str, row: Any, hash_: int) -> int:
        """The hash of a row in the version before, ``hash_`` being its current one; 0 where it is not known."""
        if table not in self.differing:
            return hash_
        return 0 if self.differing[table] is None else row_hash(table, self.older_row(table, row))


SPOKEN = Spoken()
"""What this program speaks: nothing has been released before."""
