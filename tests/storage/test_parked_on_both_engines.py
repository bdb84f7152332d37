"""Parked actions and the keys of actions on SQLite and on PostgreSQL alike."""

import msgspec
import pytest
import sqlalchemy as sa

from storedesk.domain.ids import derived_id
from storedesk.protocol.wire import (
    WIRE_VERSION,
    ActionRecord,
    HelloReply,
    HelloRequest,
    PushReply,
    PushRequest,
)
from storedesk.storage import action_keys, hub_parked
from storedesk.storage.desk_retention import DAY_MS
from storedesk.storage.schema import SYNCED, action_key, device, inbox
from tests.small_shop import ELIN, GBG, MAJA, NOW, RASK, fulfilment_id
from tests.storage.test_hub_duties_on_both_engines import Shop, shop

pytestmark = pytest.mark.asyncio
BROKEN = sa.update(SYNCED["task"]).where(SYNCED["task"].c.kind == "write_off")
PICKUP = fulfilment_id(48201)

__all__ = ["shop"]


def record(seq: int, kind: str, staff_id: int = ELIN, **args: object) -> ActionRecord:
    return ActionRecord(
        id=derived_id("act", str(seq)), seq=seq, kind=kind, version=1, at=NOW + seq, at_error=0, boot="b",
        staff_id=staff_id, place_id=GBG, args=msgspec.Raw(msgspec.json.encode(args)),
    )  # fmt: skip


async def push(shop: Shop, *actions: ActionRecord) -> list[tuple[str, str | None]]:
    chain = await shop.database.read(
        lambda connection: connection.execute(sa.select(device.c.chain)).scalar_one()
    )
    request = PushRequest(epoch=1, first_seq=actions[0].seq, actions=list(actions), chain=chain)
    reply = await shop.database.write(
        lambda connection: shop.hub.handle(connection, "one", request, NOW + 60_000)
    )
    assert isinstance(reply, PushReply), reply
    return [(one.outcome, one.reason) for one in reply.decisions]


async def task_of(shop: Shop, kind: str) -> str:
    (found,) = [row for row in await shop.values("task", "id", "kind") if row[1] == kind]
    return str(found[0])


async def test_what_raises_is_parked_alone_and_decided_when_it_is_tried_again(shop: Shop) -> None:
    await shop.set_up()
    await push(shop, record(1, "ReportShort", fulfilment_id=PICKUP, line=1, quantity=1, reason="damaged"))
    task = await task_of(shop, "write_off")
    await shop.database.write(lambda c: c.execute(BROKEN.values(facts="x" + "{}")) and None)
    found = {"location_id": GBG, "variant_id": RASK, "quantity": 1, "reason": "found"}
    answer = record(3, "AnswerTask", task_id=task, choice="sellable_again")
    decided = await push(shop, record(2, "AdjustStock", **found), answer, record(4, "AdjustStock", **found))
    assert decided == [("accepted", None), ("parked", "Failed"), ("accepted", None)]
    await shop.database.write(
        lambda c: c.execute(BROKEN.values(facts='{"variant_id":1,"quantity":1}')) and None
    )
    parked = await task_of(shop, "parked_action")
    assert await push(shop, record(5, "RetryParked", task_id=parked)) == [("accepted", None)]
    hello = HelloRequest(
        app="t", wire=WIRE_VERSION, epoch=1, cursor=None, last_seq=5, oldest_seq=1, parked=[answer.id]
    )
    reply = await shop.database.write(lambda c: shop.hub.handle(c, "one", hello, NOW + 70_000))
    assert isinstance(reply, HelloReply)
    assert [(one.action_id, one.outcome) for one in reply.decisions] == [(answer.id, "accepted")]


async def test_a_figure_that_no_column_takes_parks_its_action_alone(shop: Shop) -> None:
    await shop.set_up()
    huge = {"location_id": GBG, "variant_id": RASK, "quantity": (1 << 62), "reason": "found"}
    little = {**huge, "quantity": 1}
    outcomes = await push(
        shop, record(1, "AdjustStock", **little), record(2, "AdjustStock", **huge),
        record(3, "AdjustStock", **huge), record(4, "AdjustStock", **little),
    )  # fmt: skip
    assert [outcome for outcome, _ in outcomes][::3] == ["accepted", "accepted"]
    assert {outcome for outcome, _ in outcomes} <= {"accepted", "accepted_with_conflict", "refused", "parked"}


async def test_a_manager_gives_up_and_the_minute_learns_and_keys_end(shop: Shop) -> None:
    await shop.set_up()
    first, second = record(1, "Teleport", to="Mars"), record(2, "ClaimPickup", fulfilment_id=PICKUP)
    await push(shop, first)
    parked = await task_of(shop, "parked_action")
    assert await push(shop, second) == [("accepted", None)]
    assert await push(shop, record(3, "DismissParked", MAJA, task_id=parked)) == [("accepted", None)]
    given_up = await shop.database.read(lambda c: hub_parked.decided_since(c, "one", [first.id]))
    assert [(one.outcome, one.reason, one.facts) for one in given_up] == [
        ("refused", "GivenUp", {"staff_id": MAJA})
    ]

    older = (
        sa.update(inbox).where(inbox.c.action_id == second.id).values(outcome="parked", reason="UnknownKind")
    )
    await shop.database.write(lambda c: c.execute(older) and None)
    await shop.mind(NOW + 60_000)
    known = sa.select(inbox.c.outcome).where(inbox.c.action_id == second.id)
    assert await shop.database.read(lambda c: c.execute(known).scalar_one()) in ("accepted", "refused")

    count = sa.select(sa.func.count()).select_from(action_key)
    assert await shop.database.read(lambda c: c.execute(count).scalar_one()) == 3
    later = NOW + 60_000 + 91 * DAY_MS
    assert await shop.database.write(lambda c: action_keys.destroy(c, later)) == 3
    await shop.database.cut_log()
    assert await shop.values("task", "state") == [("answered",)]
