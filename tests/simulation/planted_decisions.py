"""Kinds of action with one mistake each in what they do."""

import uuid
from collections.abc import Callable, Iterable, Iterator

from storedesk.actions.action import Accepted, Act, ActionKind, State
from storedesk.domain.changes import Add, Change, Insert
from storedesk.domain.records import Handover, Movement, StockLevel, Task

Rewrite = Callable[[State, Act, tuple[Change, ...]], Iterable[Change]]


def _rewritten(kind: ActionKind, rewrite: Rewrite) -> ActionKind:
    def apply(state: State, act: Act, at: int, now: int) -> Accepted:
        done = kind.apply(state, act, at, now)
        changes = tuple(rewrite(state, act, done.changes))
        tasks = {change.row.id for change in changes if isinstance(change, Insert) and change.table == "task"}
        return Accepted(changes, done.task if done.task in tasks else None)

    return kind._replace(apply=apply)


def counted_over(kind: ActionKind) -> ActionKind:
    """A count writes the level it found over whatever is there, without a movement."""

    def rewrite(state: State, act: Act, changes: tuple[Change, ...]) -> Iterator[Change]:
        for change in changes:
            if isinstance(change, Insert) and isinstance(change.row, Movement):
                continue
            if isinstance(change, Add) and change.table == "stock_level" and change.column == "quantity":
                level = state.get(StockLevel, *change.key)
                there = level.quantity if isinstance(level, StockLevel) else 0
                change = change._replace(delta=act.args.counted - there)
            yield change

    return _rewritten(kind, rewrite)


def last_write_wins(kind: ActionKind) -> ActionKind:
    """A handover at the hub goes through as if nobody else had handed over before."""

    def rewrite(state: State, act: Act, changes: tuple[Change, ...]) -> Iterator[Change]:
        for change in changes:
            row = change.row if isinstance(change, Insert) else None
            if state.is_central and isinstance(row, Task) and row.kind == "double_handover":
                continue
            if state.is_central and isinstance(row, Handover) and row.outcome == "second":
                change = Insert("handover", row._replace(outcome="plain"))
            yield change

    return _rewritten(kind, rewrite)


def ids_by_chance(kind: ActionKind) -> ActionKind:
    """What the act creates has another id each time it is decided."""

    def rewrite(state: State, act: Act, changes: tuple[Change, ...]) -> Iterator[Change]:
        for change in changes:
            if isinstance(change, Insert) and hasattr(change.row, "id"):
                change = Insert(change.table, change.row._replace(id=str(uuid.uuid4())))
            yield change

    return _rewritten(kind, rewrite)
