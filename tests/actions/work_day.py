"""A day's work on plain dictionaries: staff act by chance, each act is decided and carried out."""

import random
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Accepted, Act, Result
from storedesk.actions.registry import UnreadableArguments, act_from, decide, may_begin
from storedesk.domain.ids import new_id
from storedesk.domain.reasons import Reason
from storedesk.domain.records import Order, Product
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.simulation.shape import Shape
from tests.simulation.staff_at_work import StaffAtWork
from tests.simulation.template import opening_rows
from tests.small_shop import GBG, NOW


class Done(NamedTuple):
    """``gate`` is why the desk would not have begun it; ``before`` the data as they were."""

    act: Act
    at: int
    gate: Reason | None
    result: Result
    before: Tables


def opening(source: random.Random) -> Tables:
    """The shop of the simulation, with some orders to be paid here and an age limit by chance."""
    tables = tables_of_rows(opening_rows(Shape()))
    for key, row in tables["orders"].items():
        order: Order = row
        if source.random() < 0.3:
            tables["orders"][key] = order._replace(payment_state="unpaid", due=990_000)
    for key, row in tables["product"].items():
        product: Product = row
        tables["product"][key] = product._replace(age_limit=source.choice((0, 0, 18)))
    return tables


def work_day(seed: int, acts: int = 60) -> Iterator[Done]:
    source = random.Random(seed)
    tables = opening(source)
    now = NOW
    for _ in range(acts):
        now += source.randrange(1_000, 400_000)
        intent = StaffAtWork(source, tables, GBG).next_intent()
        if intent is None:
            continue
        body = msgspec.json.encode(intent.args)
        try:
            act = act_from(new_id(now, source.randbytes), intent.kind, 1, body, intent.staff_id, GBG, "GBG-1")
        except UnreadableArguments:
            continue
        stopped = may_begin(MemoryState(tables), act, now)
        if stopped is not None and source.random() < 0.5:
            yield Done(act, now, stopped.reason, stopped, tables)
            continue
        before = {name: dict(rows) for name, rows in tables.items()}
        result = decide(MemoryState(tables), act, now, now)
        if isinstance(result, Accepted):
            carry_out_all(tables, result.changes)
        yield Done(act, now, None if stopped is None else stopped.reason, result, before)
