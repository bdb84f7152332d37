"""Reading what needs people: the tasks of a place with order, person, handovers and own action."""

import msgspec

from storedesk.domain.records import Company, Fulfilment, Order, Person, Product, Task, Variant
from storedesk.storage.desk_detail_reads import handovers_of
from storedesk.storage.desk_reads import pickups_of, staff_names
from storedesk.storage.read_records import OwnAction, PickupRecord, TaskRecord, VariantHit
from storedesk.storage.row_reader import Driver, one, select, select_in

MOST_OPEN = 500
COLLECTOR_REFUSED = "collector_refused"
COMPANY_DUPLICATE = "company_duplicate"


def open_tasks(connection: Driver, place_id: int) -> tuple[TaskRecord, ...]:
    """The tasks of a place that wait for an answer, the newest first."""
    found = select(
        connection,
        Task,
        f"place_id = ? AND state IN ('open', 'waiting') ORDER BY opened_at DESC, id LIMIT {MOST_OPEN}",
        place_id,
    )
    return _records(connection, found)


def answered_tasks(connection: Driver, place_id: int, since: int) -> tuple[TaskRecord, ...]:
    """The tasks of a place answered since ``since`` (UTC ms), the newest first."""
    found = select(
        connection,
        Task,
        "place_id = ? AND state NOT IN ('open', 'waiting') AND answered_at >= ? ORDER BY answered_at DESC, id LIMIT 200",
        place_id,
        since,
    )
    return _records(connection, found)


def facts_of(task: Task) -> dict[str, int | str]:
    """The task's facts; anything that is not a flat object of texts and whole numbers is left out."""
    try:
        facts = msgspec.json.decode(task.facts, type=dict[str, object])
    except msgspec.MsgspecError:
        return {}
    return {name: value for name, value in facts.items() if isinstance(value, int | str)}


def _records(connection: Driver, tasks: list[Task]) -> tuple[TaskRecord, ...]:
    names = staff_names(connection)
    return tuple(_record(connection, task, names) for task in tasks)


def _record(connection: Driver, task: Task, names: dict[int, str]) -> TaskRecord:
    pickup = _pickup(connection, task.fulfilment_id)
    order_id = task.order_id or (pickup.fulfilment.order_id if pickup else "")
    order = one(connection, Order, "id = ?", order_id) if order_id else None
    person = one(connection, Person, "order_id = ? ORDER BY role DESC, id", order_id) if order_id else None
    return TaskRecord(
        task,
        order.number if order else (pickup.fulfilment.order_number if pickup else ""),
        person,
        pickup,
        handovers_of(connection, task.fulfilment_id) if task.fulfilment_id else (),
        _article(connection, facts_of(task).get("variant_id")),
        _own_action(connection, task.action_id, names),
        names.get(task.answered_by, "") if task.answered_by is not None else "",
        _named(facts_of(task), names),
        _people(connection, task),
        _companies(connection, task),
    )


def _named(facts: dict[str, int | str], names: dict[int, str]) -> str:
    """Whom the task's facts name by number: who asked, or who did it."""
    number = facts.get("asked_by") or facts.get("staff")
    return names.get(number, "") if isinstance(number, int) else ""


def _people(connection: Driver, task: Task) -> dict[str, str]:
    if task.kind != COLLECTOR_REFUSED:
        return {}
    facts = facts_of(task)
    wanted = [str(facts.get(name, "")) for name in ("wanted", "there")]
    return {person.id: person.name for person in select_in(connection, Person, "id", wanted)}


def _companies(connection: Driver, task: Task) -> dict[int, Company]:
    if task.kind != COMPANY_DUPLICATE:
        return {}
    facts = facts_of(task)
    wanted = [number for name in ("company", "other") if isinstance(number := facts.get(name), int)]
    return {row.id: row for row in select_in(connection, Company, "id", wanted)}


def _pickup(connection: Driver, fulfilment_id: str) -> PickupRecord | None:
    found = (
        pickups_of(connection, select(connection, Fulfilment, "id = ?", fulfilment_id))
        if fulfilment_id
        else ()
    )
    return found[0] if found else None


def _article(connection: Driver, variant_id: int | str | None) -> VariantHit | None:
    if not isinstance(variant_id, int):
        return None
    variant = one(connection, Variant, "id = ?", variant_id)
    product = one(connection, Product, "id = ?", variant.product_id) if variant else None
    return VariantHit(variant, product) if variant and product else None


def _own_action(connection: Driver, action_id: str, names: dict[int, str]) -> OwnAction | None:
    if not action_id:
        return None
    sql = "SELECT kind, at, staff_id, outcome, reason FROM outbox WHERE action_id = ?"
    row = connection.execute(sql, (action_id,)).fetchone()
    if row is None:
        return None
    return OwnAction(row[0], row[1], names.get(row[2], ""), row[3] or "", row[4] or "")
