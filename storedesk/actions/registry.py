"""Every kind of action, in one place that desk, hub, permissions, texts and documentation read."""

from collections.abc import Mapping

import msgspec

from storedesk.actions import (
    handover,
    handover_begin,
    handover_correct,
    pickup_args,
    pickup_short,
    pickup_work,
)
from storedesk.actions.action import Accepted, Act, ActionKind, Refusal, Rejected, Result, State
from storedesk.actions.effects import Effects
from storedesk.actions.rights import may
from storedesk.domain.reasons import NotAllowed

_ALL = (
    ActionKind(
        "ClaimPickup",
        1,
        pickup_args.ClaimPickup,
        "pickup.work",
        False,
        pickup_work.begin_claim,
        pickup_work.claim,
    ),
    ActionKind(
        "ReleasePickup",
        1,
        pickup_args.ReleasePickup,
        "pickup.work",
        False,
        pickup_work.begin_work,
        pickup_work.release,
    ),
    ActionKind("Pick", 1, pickup_args.Pick, "pickup.work", False, pickup_work.begin_work, pickup_work.pick),
    ActionKind(
        "PutBack", 1, pickup_args.PutBack, "pickup.work", False, pickup_work.begin_work, pickup_work.put_back
    ),
    ActionKind(
        "ReportShort",
        1,
        pickup_args.ReportShort,
        "pickup.work",
        False,
        pickup_short.begin,
        pickup_short.report_short,
    ),
    ActionKind(
        "StageParcels",
        1,
        pickup_args.StageParcels,
        "pickup.work",
        False,
        pickup_work.begin_work,
        pickup_work.stage,
    ),
    ActionKind(
        "MarkReady",
        1,
        pickup_args.MarkReady,
        "pickup.work",
        False,
        pickup_work.begin_work,
        pickup_work.mark_ready,
    ),
    ActionKind(
        "HandOver",
        1,
        pickup_args.HandOver,
        "pickup.hand_over",
        True,
        handover_begin.begin_hand_over,
        handover.hand_over,
        personal=("collector_name",),
    ),
    ActionKind(
        "CorrectHandover",
        1,
        pickup_args.CorrectHandover,
        "pickup.correct_own",
        False,
        handover_correct.begin_correct,
        handover_correct.correct,
    ),
    ActionKind(
        "EnterWrongCode",
        1,
        pickup_args.EnterWrongCode,
        "pickup.hand_over",
        False,
        handover_begin.begin_wrong_code,
        handover_correct.count_wrong_code,
    ),
    ActionKind(
        "AnswerTask",
        1,
        pickup_args.AnswerTask,
        "task.answer",
        False,
        handover_correct.begin_answer,
        handover_correct.answer,
    ),
)

KINDS: Mapping[str, ActionKind] = {kind.name: kind for kind in _ALL}


class UnknownKind(Exception):
    """The action's kind or version is not known here; the hub parks it."""


class UnreadableArguments(Exception):
    """The arguments do not fit the kind; a bug on the side that made them."""


def act_from(
    action_id: str, kind: str, version: int, args: bytes, staff_id: int, place_id: int, desk: str
) -> Act:
    """Decodes the arguments strictly."""
    known = KINDS.get(kind)
    if known is None or version != known.version:
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

    Rights at the time of the act decide. A fact about goods is accepted without them, with a task.
    """
    kind = KINDS[act.kind]
    allowed = may(state, act, kind.permission, at)
    if not allowed and not kind.fact:
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
