"""Looking at goods that came back opened: a task for the store, and where they go by its answer."""

from typing import Any

import msgspec

from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.records import GoodsReturn, GoodsReturnLine, Order, Task
from storedesk.domain.tables import DAMAGED, RETURNS_UNCHECKED, SELLABLE

CHECK_TASK, OPENED = "check_return", "opened"
GOES_TO = {"sellable_again": SELLABLE, "is_damaged": DAMAGED}
"""Where the goods go by the choice; any other leaves them where they are."""


def ask_to_check(effects: Effects, back: GoodsReturn, line: int, variant_id: int, quantity: int) -> None:
    order = row_or_none(effects.state, Order, back.order_id)
    facts = {
        "order": order.number if order else "",
        "return": back.number,
        "return_id": back.id,
        "line": line,
        "variant_id": variant_id,
        "quantity": quantity,
    }
    effects.task(CHECK_TASK, back.place_id, facts, back.order_id)


def settle_check(effects: Effects, task: Task, facts: dict[str, Any], choice: str) -> None:
    """The goods leave what nobody has looked at; once only, for a task is answered once."""
    bucket, variant_id, quantity = GOES_TO.get(choice), facts.get("variant_id", 0), facts.get("quantity", 0)
    if bucket is None or not variant_id or quantity <= 0:
        return
    effects.move(task.place_id, variant_id, RETURNS_UNCHECKED, -quantity, f"task_{choice}")
    effects.move(task.place_id, variant_id, bucket, quantity, f"task_{choice}")
    row = row_or_none(
        effects.state, GoodsReturnLine, facts.get("return_id", ""), facts.get("line", 0), OPENED
    )
    if row is not None:
        effects.set(row, bucket=bucket)
    if task.order_id:
        effects.note(task.order_id, "return_checked", {"return": facts.get("return", "")})


def check_fewer(effects: Effects, place_id: int, row: GoodsReturnLine, fewer: int) -> None:
    """So many of a line never came back, so nobody looks for them."""
    for task in _waiting(effects, place_id):
        facts = msgspec.json.decode(task.facts)
        if (facts.get("return_id"), facts.get("line")) != (row.return_id, row.line):
            continue
        left = max(0, facts.get("quantity", 0) - fewer)
        if left:
            text = msgspec.json.encode(facts | {"quantity": left}, order="sorted").decode()
            effects.set(task, facts=text)
        else:
            effects.set(
                task, state="answered", answer="returned_once", answered_by=effects.act.staff_id,
                answered_at=effects.at,
            )  # fmt: skip


def _waiting(effects: Effects, place_id: int) -> list[Task]:
    found = [
        task
        for state in ("open", "waiting")
        for task in effects.state.among(Task, place_id=place_id, state=state)
    ]
    return [task for task in found if task.kind == CHECK_TASK]
