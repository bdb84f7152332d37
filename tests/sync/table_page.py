"""Writes ``docs/sync-table.md`` from the table of the code: ``python -m tests.sync.table_page``."""

from collections.abc import Iterator
from pathlib import Path

from storedesk.sync.sync_table import EVENTS, Anything, Do, Event, Outbox, State, Then, make_table

PAGE = Path(__file__).parent.parent.parent / "docs" / "sync-table.md"
HEAD = """# Sync of a desk: every state and everything that can happen

Made from `storedesk/sync/sync_table.py` by `python -m tests.sync.table_page`; `tests/sync/test_sync_table.py` drives
the code through every pair. A dot means that nothing changes: the desk stays as it is and the outbox too. What is
behind the semicolon is what becomes of the outbox. No error, no silence and nothing that was not asked for takes
anything out of it.
"""


def table_page() -> str:
    return HEAD + "\n" + "\n".join(_lines(make_table())) + "\n"


def _lines(table: dict[tuple[State, Anything], Then]) -> Iterator[str]:
    for state in State:
        yield f"## {str(state).capitalize()}\n"
        yield "| what happens | what the desk does |\n| --- | --- |"
        quiet = [event for event in EVENTS if table[state, event] == (Do.NOTHING, Outbox.KEPT)]
        for event in EVENTS:
            if event not in quiet:
                yield f"| {_name(event)} | {_said(table[state, event])} |"
        yield f"| {'all else' if len(quiet) < len(EVENTS) else 'anything'} | · |\n"


def _said(then: Then) -> str:
    return str(then.do) if then.outbox is Outbox.KEPT else f"{then.do}; {then.outbox}"


def _name(event: Anything) -> str:
    return (
        str(event)
        if isinstance(event, Event)
        else f"error {event.value}: {event.name.lower().replace('_', ' ')}"
    )


if __name__ == "__main__":
    PAGE.write_text(table_page(), encoding="utf-8")
