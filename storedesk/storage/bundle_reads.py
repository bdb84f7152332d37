"""Counts and states of a desk for its diagnostics: nothing in them names a person, an order or an article."""

import sqlalchemy as sa

from storedesk.domain.tables import TABLES


def outbox_counts(connection: sa.Connection) -> list[dict[str, int | str]]:
    """How many changes there are of each kind, state and outcome, and how often they were tried."""
    rows = connection.exec_driver_sql(
        "SELECT kind, state, coalesce(outcome, ''), count(*), max(tries), min(at), max(at)"
        " FROM outbox GROUP BY kind, state, outcome ORDER BY kind, state, outcome"
    )
    names = ("kind", "state", "outcome", "count", "most_tries", "first_at", "last_at")
    return [dict(zip(names, row, strict=True)) for row in rows]


def print_counts(connection: sa.Connection) -> list[dict[str, int | str]]:
    """How many print jobs there are of each role, state and problem."""
    rows = connection.exec_driver_sql(
        "SELECT role, state, problem, count(*) FROM print_job GROUP BY role, state, problem ORDER BY role, state"
    )
    return [dict(zip(("role", "state", "problem", "count"), row, strict=True)) for row in rows]


def row_counts(connection: sa.Connection) -> dict[str, int]:
    """How many rows this desk holds of each table."""
    there = {str(row[0]) for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    return {
        table.name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar_one())
        for table in TABLES
        if table.name in there
    }
