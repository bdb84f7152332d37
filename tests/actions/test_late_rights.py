"""Rights that ended between the act and its decision, for every kind of action."""

from functools import cache

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.late_rights import LATE, Late
from storedesk.actions.registry import KINDS, decide
from storedesk.domain.changes import Insert
from storedesk.domain.reasons import NotAllowed
from storedesk.domain.records import Staff, Task
from tests.actions.test_every_action import many_days
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables

LATER = 3_600_000


@cache
def accepted_once() -> dict[str, Done]:
    """For each kind one act that was accepted by somebody with the right."""
    found: dict[str, Done] = {}
    for done in many_days():
        if isinstance(done.result, Accepted) and done.gate is None:
            found.setdefault(done.act.kind, done)
    return found


def with_rights_until(done: Done, until: int) -> MemoryState:
    tables: Tables = {name: dict(rows) for name, rows in done.before.items()}
    own = (done.act.place_id, done.act.staff_id)
    person: Staff = tables["staff"][own]
    tables["staff"][own] = person._replace(active_until=until)
    return MemoryState(tables)


def tasks_about_rights(result: Accepted) -> int:
    rows = [change.row for change in result.changes if isinstance(change, Insert)]
    return sum(isinstance(row, Task) and row.kind == "right_ended" for row in rows)


def test_every_kind_says_what_a_right_that_has_ended_means_for_it() -> None:
    assert set(LATE) == set(KINDS)
    assert {name for name, kind in KINDS.items() if kind.fact} <= {
        name for name, late in LATE.items() if late is Late.GOODS
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_right_that_ended_before_the_decision_stops_only_what_can_still_be_stopped(kind: str) -> None:
    done = accepted_once()[kind]
    result = decide(with_rights_until(done, done.at + 1), done.act, done.at, done.at + LATER)
    if LATE[kind] is Late.STOPPABLE:
        assert result == Rejected(NotAllowed(KINDS[kind].permission))
    else:
        assert isinstance(result, Accepted), result
        assert tasks_about_rights(result) == 0


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_without_a_right_at_the_time_only_what_happened_to_goods_stands_and_has_its_task(kind: str) -> None:
    done = accepted_once()[kind]
    result = decide(with_rights_until(done, done.at), done.act, done.at, done.at + LATER)
    if LATE[kind] is Late.GOODS:
        assert isinstance(result, Accepted), result
        assert tasks_about_rights(result) == 1
    else:
        assert result == Rejected(NotAllowed(KINDS[kind].permission))
