"""What follows when a channel does not take what it is told: the difference says so, or somebody enters it by hand."""

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Absent, Change
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import ChannelState, Difference, Order, Task

TASK = "tell_by_hand"
ONCE_A_MINUTE_MS = 60_000


def difference_refused(state: State, difference_id: str, why: str, now: int) -> tuple[Change, ...]:
    """The repair that staff asked for was not taken; they may ask again."""
    row = row_or_none(state, Difference, difference_id)
    if row is None or not row.asked:
        return ()
    effects = _by_itself(state, f"{difference_id} {row.asked_at} refused", 0, now)
    effects.set(row, state="refused", cause="refused", why=why, asked="")
    return tuple(effects.changes)


def enter_by_hand(
    state: State, push_key: str, place_id: int, facts: dict[str, str], order_id: str, part_id: str, now: int
) -> tuple[Change, ...]:
    """A task for the place, once for each message."""
    effects = _by_itself(state, push_key, place_id, now)
    if not isinstance(state.get(Task, task_about(push_key)), Absent):
        return ()
    effects.task(TASK, place_id, facts, order_id, part_id)
    if row_or_none(state, Order, order_id) is not None:
        effects.note(order_id, "channel_refused", {"channel": facts["there"], "reason": facts["reason"]})
    return tuple(effects.changes)


def task_about(push_key: str) -> str:
    """The id of the task that asks a store to enter by hand what a channel did not take."""
    return effect_id(_act_id(push_key), 1)


def state_of_channel(state: State, found: ChannelState) -> tuple[Change, ...]:
    """Written at most once a minute; what was compared, and when, is not ours to say."""
    effects = _by_itself(state, str(found.channel_id), 0, found.changed_at)
    row = row_or_none(state, ChannelState, found.channel_id)
    if row is None:
        effects.insert(found._replace(checked_at=None))
        return tuple(effects.changes)
    new = found._replace(compared=row.compared, differing=row.differing, checked_at=row.checked_at)
    urgent = (new.state, new.why, new.what) != (row.state, row.why, row.what)
    if new._replace(changed_at=row.changed_at) != row and (
        urgent or found.changed_at >= row.changed_at + ONCE_A_MINUTE_MS
    ):
        effects.set(row, **new._asdict())
    return tuple(effects.changes)


def _by_itself(state: State, name: str, place_id: int, now: int) -> Effects:
    return Effects(state, Act(_act_id(name), "", None, 0, place_id, ""), now)


def _act_id(name: str) -> str:
    return derived_id("channel outcome", name)
