"""Reads whole databases into dictionaries, as the invariants look at them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import msgspec

from storedesk.domain.tables import TABLE_BY_NAME, TABLES, Key
from tests.memory_state import Tables, empty_tables

Query = Callable[..., list[Any]]


def load(query: Query, names: Collection[str] | None = None) -> tuple[Tables, dict[tuple[str, Key], int]]:
    """All rows, and the hash that stands beside each."""
    tables, hashes = empty_tables(), {}
    for table in TABLES:
        if names is None or table.name in names:
            rows = tables[table.name]
            for values in query(f"SELECT * FROM {table.name}"):
                row = table.row(*values[:-1])
                key = table.key_of(row)
                rows[key] = row
                hashes[table.name, key] = values[-1]
    return tables, hashes


def base_beneath(query: Query, shown: Tables) -> Tables:
    """The hub's version of what a desk shows; rows are shared, dictionaries are not."""
    base = {name: dict(rows) for name, rows in shown.items()}
    for name, key_text, content in query("SELECT tbl, row_key, content FROM base_row"):
        key = tuple(msgspec.json.decode(key_text))
        if content is None:
            base[name].pop(key, None)
        else:
            base[name][key] = TABLE_BY_NAME[name].row(*msgspec.json.decode(content))
    return base


def export(query: Query, scopes: Collection[str]) -> dict[str, bytes]:
    """The rows of these scopes with their hashes as canonical bytes, by table."""
    return _exported(scopes, {table.name: query(f"SELECT * FROM {table.name}") for table in TABLES})


def export_base(query: Query, scopes: Collection[str]) -> dict[str, bytes]:
    """As ``export`` of a desk, with the hub's version of what own work has changed."""
    found: dict[str, list[Any]] = {}
    for table in TABLES:
        rows = {table.key_of(table.row(*row[:-1])): row for row in query(f"SELECT * FROM {table.name}")}
        kept = query("SELECT row_key, content, hash FROM base_row WHERE tbl = ?", (table.name,))
        for key_text, content, hash_ in kept:
            key = tuple(msgspec.json.decode(key_text))
            rows.pop(key, None)
            if content is not None:
                rows[key] = (*msgspec.json.decode(content), hash_)
        found[table.name] = list(rows.values())
    return _exported(scopes, found)


def _exported(scopes: Collection[str], rows: Mapping[str, Iterable[Any]]) -> dict[str, bytes]:
    exported: dict[str, bytes] = {}
    wanted = frozenset(scopes)
    for table in TABLES:
        held = [list(row) for row in rows[table.name] if table.scope_of(table.row(*row[:-1])) in wanted]
        held.sort(key=lambda row: str(table.key_of(table.row(*row[:-1]))))
        exported[table.name] = msgspec.json.encode(held)
    return exported


def difference(first: Tables, second: Tables, limit: int = 4) -> list[str]:
    """Rows that differ, in words."""
    found = []
    for name, rows in first.items():
        for key in sorted(rows.keys() | second[name].keys(), key=str):
            one, other = rows.get(key), second[name].get(key)
            if one != other:
                found.append(f"{name} {key}: {_columns(one, other)}")
                if len(found) == limit:
                    return found
    return found


def _columns(one: Any, other: Any) -> str:
    if one is None or other is None:
        return f"{one} | {other}"
    differing = [column for column in one._fields if getattr(one, column) != getattr(other, column)]
    return ", ".join(
        f"{column} {getattr(one, column)!r} | {getattr(other, column)!r}" for column in differing
    )
