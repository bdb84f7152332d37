"""A database's synced rows in memory, kept level by reading just the rows that were written since the last look."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from storedesk.domain.tables import TABLE_BY_NAME, TABLES, Key, Table
from tests.memory_state import Tables
from tests.simulation.stored_rows import load

TOUCHED = "CREATE TABLE touched (number INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row_key TEXT NOT NULL)"


def watching(driver: Any) -> None:
    """Has the database itself note every row that is written, in the transaction that writes it."""
    for statement in (TOUCHED, *_triggers()):
        driver.execute(statement)


def _triggers() -> Iterator[str]:
    for table in TABLES:
        for event, side in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            key = ", ".join(f"{side}.{column}" for column in table.key)
            yield (
                f"CREATE TRIGGER touched_{table.name}_{event.lower()} AFTER {event} ON {table.name} BEGIN "
                f"INSERT INTO touched (tbl, row_key) VALUES ('{table.name}', json_array({key})); END"
            )


def _select(table: Table) -> str:
    where = " AND ".join(f"{column} = ?" for column in table.key)
    return f"SELECT * FROM {table.name} WHERE {where}"


_SELECT = {table.name: _select(table) for table in TABLES}


class Mirror:
    """``query`` reads the database, also after it was opened again; ``version`` grows with every change seen."""

    def __init__(self, query: Callable[..., list[Any]]) -> None:
        self._query = query
        self.version = 0
        self.reload()

    def reload(self) -> None:
        """Reads everything: the file was replaced, or its tables were."""
        self._tables, _ = load(self._query)
        self._seen = self._query("SELECT coalesce(max(number), 0) FROM touched")[0][0]
        self.version += 1

    def tables(self) -> Tables:
        """What is there now; the caller changes nothing in it."""
        found = self._query("SELECT number, tbl, row_key FROM touched WHERE number > ?", (self._seen,))
        if found:
            self._seen = found[-1][0]
            self.version += 1
            for name, text in dict.fromkeys((name, text) for _, name, text in found):
                self._read(TABLE_BY_NAME[name], tuple(msgspec.json.decode(text)))
        return self._tables

    def _read(self, table: Table, key: Key) -> None:
        rows = self._query(_SELECT[table.name], key)
        if rows:
            self._tables[table.name][key] = table.row(*rows[0][:-1])
        else:
            self._tables[table.name].pop(key, None)
