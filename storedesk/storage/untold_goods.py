"""Goods of a channel's orders that have left here while the channel has not taken the word of it yet."""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from storedesk.actions.channel_outcomes import task_about
from storedesk.domain.pickup_state import SHIP_HOME
from storedesk.storage.channel_outbox import DONE, PARKED, REFUSED, SENDING, WAITING, order_entity
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import wishes_of
from storedesk.storage.short_sql import ShortSql

_GONE = "gone"
OPEN_THERE = ("refused", "not_ready", "not_supported", "invalid", "not_paid", "not_stocked")
"""Refusals after which the channel still holds the goods for the order; after any other it does not know the order, or
it is over there."""
_REASONS = ", ".join(f"'{one}'" for one in OPEN_THERE)
_UNTOLD = (
    "SELECT key, state, about FROM channel_push WHERE channel_id = ? "
    f"AND (state IN ('{WAITING}', '{SENDING}', '{PARKED}') OR (state = '{REFUSED}' AND why IN ({_REASONS}))) "
    f"AND kind = '{_GONE}' ORDER BY number"
)
_TAKEN = (
    f"SELECT about FROM channel_push WHERE channel_id = ? AND entity IN ?* AND state = '{DONE}' "
    f"AND kind = '{_GONE}'"
)
_ENTERED = "SELECT id FROM task WHERE id IN ?* AND state = 'answered'"
_OVER = "SELECT id FROM orders WHERE id IN ?* AND state <> 'open'"
LEFT_OF_A_LINE = (
    f"CASE WHEN f.state = '{SHIP_HOME}' THEN l.ordered - l.cancelled - l.short - l.refunded "
    "ELSE l.collected END"
)
"""What has left of a line of a part, in all; of ``fulfilment f`` and ``fulfilment_line l``."""
_LEFT = (
    f"SELECT l.variant_id, f.place_id, l.fulfilment_id, l.line, {LEFT_OF_A_LINE} "
    "FROM fulfilment_line l JOIN fulfilment f ON f.id = l.fulfilment_id "
    "WHERE l.fulfilment_id IN ?* AND l.variant_id IN ?*"
)


class _Gone(msgspec.Struct, frozen=True):
    """What a message about gone goods says of itself; ``lines`` are (order line, smallest steps)."""

    order: str = ""
    part: str = ""
    lines: tuple[tuple[int, int], ...] = ()


def untold_goods(
    connection: Connection, channel_id: int, variant_ids: Collection[int]
) -> dict[tuple[int, int], int]:
    """By variant and place, in smallest steps. A platform that takes its open orders off by itself still does so.

    A message whose outcome nobody knows does not count: it has most likely been taken, and where it has not, too few
    are on sale until it has been looked up.
    """
    sql, said = ShortSql(connection), said_gone(connection, channel_id)
    found: dict[tuple[int, int], int] = {}
    if not said:
        return found
    parts = sorted({part for part, _ in said})
    for variant, place, part, line, left in sql.all(_LEFT, parts, sorted(variant_ids)):
        quantity = min(said.get((part, line), 0), int(left))
        if quantity > 0:
            found[variant, place] = found.get((variant, place), 0) + quantity
    return found


def said_gone(connection: Connection, channel_id: int) -> dict[tuple[str, int], int]:
    """By part and line, in smallest steps: what messages say has left that the channel has not taken. One that it
    will not take counts until somebody has entered it there, or the channel itself says that the goods are gone."""
    total: Counter[tuple[str, int]] = Counter()
    given_up: list[tuple[str, _Gone]] = []
    for key, state, about in ShortSql(connection).all(_UNTOLD, channel_id):
        gone = msgspec.json.decode(about, type=_Gone)
        if state in (PARKED, REFUSED):
            given_up.append((key, gone))
            continue
        for line, quantity in gone.lines:
            total[gone.part, line] += quantity
    if given_up:
        _add_given_up(connection, channel_id, given_up, total)
    return dict(total)


def _add_given_up(
    connection: Connection,
    channel_id: int,
    given_up: Sequence[tuple[str, _Gone]],
    total: Counter[tuple[str, int]],
) -> None:
    sql = ShortSql(connection)
    entered = {row[0] for row in sql.all(_ENTERED, [task_about(key) for key, _ in given_up])}
    orders = sorted({gone.order for _, gone in given_up})
    over = {row[0] for row in sql.all(_OVER, orders)}
    known = _gone_by_itself(connection, channel_id, orders)
    for key, gone in given_up:
        if task_about(key) in entered or gone.order in over:
            continue
        for line, quantity in gone.lines:
            there = min(quantity, known[gone.order, line])
            known[gone.order, line] -= there
            total[gone.part, line] += quantity - there


def _gone_by_itself(
    connection: Connection, channel_id: int, orders: Sequence[str]
) -> Counter[tuple[str, int]]:
    """What the channel says has left of each line beyond what it took from us."""
    found: Counter[tuple[str, int]] = Counter()
    for order, wish in wishes_of(connection, orders).items():
        found.update({(order, line): quantity for line, quantity in wish.gone.items()})
    entities = [order_entity(order) for order in orders]
    for (about,) in ShortSql(connection).all(_TAKEN, channel_id, entities):
        gone = msgspec.json.decode(about, type=_Gone)
        for line, quantity in gone.lines:
            found[gone.order, line] -= min(quantity, found[gone.order, line])
    return found
