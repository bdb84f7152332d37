"""Every kind of action, in one place that desk, hub, permissions, texts and documentation read."""

from collections.abc import Mapping

import msgspec

from storedesk.actions.action import Accepted, Act, ActionKind, Refusal, Rejected, Result, State
from storedesk.actions.effects import Effects
from storedesk.actions.kinds_accounts import ACCOUNT_KINDS
from storedesk.actions.kinds_channels import CHANNEL_KINDS
from storedesk.actions.kinds_day import DAY_KINDS
from storedesk.actions.kinds_handover import HANDOVER_KINDS
from storedesk.actions.kinds_pickup_shelf import SHELF_KINDS
from storedesk.actions.kinds_pickups import PICKUP_KINDS
from storedesk.actions.kinds_quotes import QUOTE_KINDS
from storedesk.actions.kinds_routing import ROUTING_KINDS
from storedesk.actions.kinds_service import SERVICE_KINDS
from storedesk.actions.kinds_stock import STOCK_KINDS
from storedesk.actions.late_rights import LATE, Late
from storedesk.actions.rights import may
from storedesk.domain.reasons import NotAllowed

_ALL = (
    *PICKUP_KINDS,
    *HANDOVER_KINDS,
    *SHELF_KINDS,
    *STOCK_KINDS,
    *SERVICE_KINDS,
    *QUOTE_KINDS,
    *ACCOUNT_KINDS,
    *DAY_KINDS,
    *CHANNEL_KINDS,
    *ROUTING_KINDS,
)

KINDS: Mapping[str, ActionKind] = {kind.name: kind for kind in _ALL}


class UnknownKind(Exception):
    """The action's kind or version is not known here; the hub parks it."""


class UnreadableArguments(Exception):
    """The arguments do not fit the kind; a bug on the side that made them."""


def reads_version(kind: ActionKind, version: int) -> bool:
    """Whether arguments of this version of a kind are understood here."""
    return kind.oldest <= version <= kind.version


def act_from(
    action_id: str, kind: str, version: int, args: bytes, staff_id: int, place_id: int, desk: str
) -> Act:
    """Decodes the arguments strictly. An older version of a kind lacks what has been added since, and that has
    defaults."""
    known = KINDS.get(kind)
    if known is None or not reads_version(known, version):
        raise UnknownKind(f"{kind} version {version}")
    if b"\\u0000" in args:
        raise UnreadableArguments(f"{kind}: a text holds a character that no database keeps")
    try:
        return Act(action_id, kind, msgspec.json.decode(args, type=known.args), staff_id, place_id, desk)
    except (msgspec.MsgspecError, ValueError) as error:
        raise UnreadableArguments(f"{kind}: {error}") from error


def may_begin(state: State, act: Act, at: int) -> Rejected | None:
    """The desk's gate: None if staff may do this now."""
    kind = KINDS[act.kind]
    if not may(state, act, kind.permission, at):
        return Rejected(NotAllowed(kind.permission))
    try:
        kind.begin(state, act, at)
    except Refusal as refusal:
        return Rejected(refusal.reason)
    return None


def decide(state: State, act: Act, at: int, now: int) -> Result:
    """What comes of the act: pure, equal on desk and hub for equal state and times.

    Rights at the time of the act decide, and for what can still be stopped also those of ``now``. What has
    happened to goods is accepted without them, with a task.
    """
    kind = KINDS[act.kind]
    late = LATE[act.kind]
    allowed = may(state, act, kind.permission, at)
    if late is Late.STOPPABLE and now > at:
        allowed = allowed and may(state, act, kind.permission, now)
    if not allowed and late is not Late.GOODS:
        return Rejected(NotAllowed(kind.permission))
    try:
        accepted = kind.apply(state, act, at, now)
    except Refusal as refusal:
        return Rejected(refusal.reason)
    return accepted if allowed else _with_right_task(state, act, at, accepted)


def _with_right_task(state: State, act: Act, at: int, accepted: Accepted) -> Accepted:
    effects = Effects(state, act, at)
    effects.skip_ids(10_000)
    task = effects.task("right_ended", act.place_id, {"action": act.kind, "staff": act.staff_id})
    return Accepted(accepted.changes + tuple(effects.changes), accepted.task or task)
