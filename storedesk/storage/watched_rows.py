"""What rows hold now, to see later whether anybody changed them."""

from typing import Any

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.row_reader import Driver

_BOOKKEEPING = frozenset({"version", "changed_at", "updated_at"})


def watched_rows(connection: Driver, watched: tuple[tuple[str, str, str | int], ...]) -> tuple[Any, ...]:
    """The rows of each table where a column has a value, without their versions; ``KeyError`` or
    ``ValueError`` for a table or column that does not exist."""
    found: list[Any] = []
    for name, column, value in watched:
        table = TABLE_BY_NAME[name]
        if column not in table.columns:
            raise ValueError(f"The table {name} has no column {column}.")
        columns = ", ".join(f'"{one}"' for one in table.columns if one not in _BOOKKEEPING)
        order = ", ".join(f'"{one}"' for one in table.key)
        rows = connection.execute(
            f'SELECT {columns} FROM "{name}" WHERE "{column}" = ? ORDER BY {order}', (value,)
        )
        found.append(tuple(tuple(row) for row in rows))
    return tuple(found)
