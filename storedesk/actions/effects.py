"""Collecting what an action does: changes in order, numbered ids, movements with their levels, tasks."""

from typing import Any, TypeVar

import msgspec

from storedesk.actions.action import Accepted, Act, State
from storedesk.domain.changes import Absent, Add, Change, Insert, Set
from storedesk.domain.ids import effect_id
from storedesk.domain.records import Movement, StockLevel, Task, TimelineEntry
from storedesk.domain.tables import SELLABLE, TABLE_BY_ROW

R = TypeVar("R")
MOVEMENTS = 30_000
"""Movements are numbered from here: how many there are depends on counts that a desk may not have heard of, and
whatever else an act creates has the same id on desk and hub."""


class Effects:
    """The growing list of changes of one act; ``at`` is the time of the act in UTC milliseconds."""

    def __init__(self, state: State, act: Act, at: int) -> None:
        self.state, self.act, self.at = state, act, at
        self.changes: list[Change] = []
        self._ids = self._moves = 0
        self._levels: dict[tuple[int, int, int], int] = {}

    def new_id(self) -> str:
        self._ids += 1
        return effect_id(self.act.id, self._ids)

    def skip_ids(self, count: int) -> None:
        """Continues the numbering of ids beyond those that another part of the same act may use."""
        self._ids += count

    def insert(self, row: R) -> R:
        self.changes.append(Insert(TABLE_BY_ROW[type(row)].name, row))
        return row

    def set(self, row: Any, **values: Any) -> Any:
        """Changes columns of a row; gives the row back as it is then."""
        new = row._replace(**values)
        if new != row:
            self.changes.append(Set(TABLE_BY_ROW[type(row)].name, row, new))
        return new

    def add(self, row_type: type[Any], key: tuple[int | str, ...], column: str, delta: int) -> None:
        if delta:
            self.changes.append(Add(TABLE_BY_ROW[row_type].name, key, column, delta))

    def move(self, location_id: int, variant_id: int, bucket: int, quantity: int, reason: str) -> int:
        """Books a movement and its level; the level afterwards, as far as it is known here.

        What happened before the level was last counted is in that count already, so it is balanced at once.
        """
        found = self.state.get(StockLevel, location_id, variant_id, bucket)
        left = self._book(location_id, variant_id, bucket, quantity, reason)
        if isinstance(found, StockLevel) and found.counted_at is not None and self.at < found.counted_at:
            return self._book(location_id, variant_id, bucket, -quantity, "count_covers")
        return left

    def mark_counted(self, location_id: int, variant_id: int, bucket: int) -> None:
        """The level was counted at the time of the act; comes before the movements of the count."""
        key = (location_id, variant_id, bucket)
        found = self.state.get(StockLevel, *key)
        if isinstance(found, StockLevel):
            self.set(found, counted_at=self.at)
        elif isinstance(found, Absent):
            self.insert(StockLevel(*key, 0, 0, 0, 0, None, "", self.at, self.at))
            self._levels[key] = 0

    def _book(self, location_id: int, variant_id: int, bucket: int, quantity: int, reason: str) -> int:
        self._moves += 1
        self.insert(
            Movement(
                effect_id(self.act.id, MOVEMENTS + self._moves),
                location_id,
                variant_id,
                bucket,
                quantity,
                reason,
                self.act.id,
                self.act.staff_id,
                self.at,
            )
        )
        return self._level(location_id, variant_id, bucket, quantity)

    def release(self, location_id: int, variant_id: int, quantity: int) -> None:
        """Frees ``quantity`` of what open orders have reserved here; a negative quantity reserves again."""
        key = (location_id, variant_id, SELLABLE)
        if quantity and key not in self._levels and isinstance(self.state.get(StockLevel, *key), Absent):
            return
        self.add(StockLevel, key, "reserved", -quantity)

    def _level(self, location_id: int, variant_id: int, bucket: int, quantity: int) -> int:
        key = (location_id, variant_id, bucket)
        if key not in self._levels:
            found = self.state.get(StockLevel, *key)
            if isinstance(found, Absent):
                self.insert(StockLevel(location_id, variant_id, bucket, quantity, 0, 0, 0, None, "", self.at))
                self._levels[key] = quantity
                return quantity
            self._levels[key] = found.quantity if isinstance(found, StockLevel) else 0
        self.add(StockLevel, key, "quantity", quantity)
        self._levels[key] += quantity
        return self._levels[key]

    def task(
        self, kind: str, place_id: int, facts: dict[str, Any], order_id: str = "", fulfilment_id: str = ""
    ) -> str:
        """Opens a task for people at a place; ``facts`` hold no personal data."""
        text = msgspec.json.encode(facts, order="sorted").decode()
        row = Task(
            self.new_id(),
            place_id,
            kind,
            order_id,
            fulfilment_id,
            self.act.id,
            self.at,
            "open",
            text,
            "",
            None,
            None,
        )
        return self.insert(row).id

    def note(self, order_id: str, kind: str, facts: dict[str, Any] | None = None) -> None:
        """An entry of the order's timeline; ``facts`` hold no personal data."""
        text = msgspec.json.encode(facts or {}, order="sorted").decode()
        act = self.act
        self.insert(TimelineEntry(self.new_id(), order_id, self.at, kind, act.desk, act.staff_id, text))

    def accepted(self, task: str | None = None) -> Accepted:
        return Accepted(tuple(self.changes), task)
