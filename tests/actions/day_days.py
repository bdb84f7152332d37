"""Scripted days in which every action of a place's day is done and refused."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Act
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Desk, Task
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ELIN, GBG, MAJA, NOW, OSKAR, fulfilment_id, small_shop

DAY = "2026-11-23"
ONE = fulfilment_id(48201)
BOTH = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


class DayDesk:
    """One store's desk; keeps all it did in ``done``. Each act is a minute after the one before."""

    def __init__(self) -> None:
        self.tables: Tables = tables_of_rows(small_shop())
        self.done: list[Done] = []
        self.now = NOW

    def do(self, kind: str, staff_id: int = ELIN, **args: Any) -> Act:
        """Begins, decides and carries out as far as it may be."""
        self.now += 60_000
        name = derived_id("day", str(len(self.done)))
        act = act_from(name, kind, 1, msgspec.json.encode(args), staff_id, GBG, "GBG-1")
        before = {name: dict(rows) for name, rows in self.tables.items()}
        stopped = may_begin(MemoryState(before), act, self.now)
        result = stopped or decide(MemoryState(before), act, self.now, self.now)
        if isinstance(result, Accepted):
            carry_out_all(self.tables, result.changes)
        self.done.append(Done(act, self.now, stopped.reason if stopped else None, result, before))
        return act

    def staged(self) -> str:
        """A parcel of the first pickup, ready on the shelf; its id."""
        self.do("Pick", fulfilment_id=ONE, lines=BOTH)
        act = self.do("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": BOTH}])
        self.do("MarkReady", fulfilment_id=ONE)
        return effect_id(act.id, 1)

    def pickup(self, fulfilment: str = ONE) -> Any:
        return self.tables["fulfilment"][fulfilment,]

    def tasks(self) -> list[Any]:
        return sorted(self.tables["task"].values(), key=lambda task: (task.opened_at, task.kind))

    def entries(self) -> list[Any]:
        return sorted(self.tables["day_entry"].values(), key=lambda entry: entry.at)

    @property
    def accepted(self) -> bool:
        return isinstance(self.done[-1].result, Accepted)


def parked_task(desk: DayDesk, number: int) -> str:
    """The id of a task as central writes it about an action it could not decide."""
    task_id = derived_id("parked", str(number))
    facts = '{"action":"Pick","at":0,"desk":"GBG-1","reason":"Failed","staff":1}'
    desk.tables["task"][task_id,] = Task(
        task_id,
        GBG,
        "parked_action",
        "",
        "",
        derived_id("act", str(number)),
        NOW,
        "open",
        facts,
        "",
        None,
        None,
    )
    return task_id


def day_days() -> tuple[Done, ...]:
    desk = DayDesk()
    for code in ("GBG-1", "GBG-2"):
        desk.tables["desk"][code,] = Desk(code, GBG, "Till", "active", NOW, None, None)
    desk.do("ReplaceDesk", MAJA, desk="GBG-2")
    desk.do("ReplaceDesk", MAJA, desk="GBG-2")
    desk.do("ReplaceDesk", MAJA, desk="GBG-1")
    desk.do("OpenDay", day=DAY)
    desk.do("OpenDay", day=DAY)
    desk.do("ClaimPickup", fulfilment_id=ONE)
    desk.do("ChangeShift", day=DAY, leaving=ELIN, to=77)
    desk.do("ChangeShift", day=DAY, leaving=ELIN, to=OSKAR)
    desk.do("CloseDay", day=DAY, seen=[], note="811218-9876")
    desk.do("CloseDay", day=DAY, seen=[])
    desk.do("CloseDay", day=DAY, seen=[])
    desk.do("ChangeShift", day=DAY, leaving=ELIN)
    parked = [parked_task(desk, number) for number in (1, 2)]
    for kind, task_id, staff in (
        ("RetryParked", parked[0], ELIN), ("RetryParked", parked[0], ELIN), ("DismissParked", parked[0], ELIN),
        ("DismissParked", parked[0], MAJA), ("RetryParked", parked[0], ELIN), ("DismissParked", parked[1], MAJA),
        ("DismissParked", parked[1], MAJA), ("RetryParked", derived_id("no", "task"), ELIN),
    ):  # fmt: skip
        desk.do(kind, staff, task_id=task_id)
    return tuple(desk.done)
