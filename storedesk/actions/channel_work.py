"""Repairing differences and asking for a check: asked for at a desk, decided centrally."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.channel_args import AskChannelCheck, RepairDifference
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.domain.differences import REPAIRS
from storedesk.domain.reasons import UnknownChoice
from storedesk.domain.records import Channel, Difference, Setting

MOST_AT_ONCE = 500
"""So many differences of one cause are repaired with one press, the dearest first."""
CHAIN = 0


def check_setting(channel_id: int) -> str:
    """The name of the chain's setting that says when a check of a channel was last asked for (UTC ms)."""
    return f"channel_check_{channel_id}"


def begin_repair(state: State, act: Act, at: int) -> None:
    args: RepairDifference = act.args
    _refuse_impossible(need(state, Difference, args.difference_id), args)


def repair(state: State, act: Act, at: int, now: int) -> Accepted:
    """What is gone meanwhile needs no repair; of those alike, the ones in repair are left alone."""
    args: RepairDifference = act.args
    chosen = need(state, Difference, args.difference_id)
    _refuse_impossible(chosen, args)
    effects = Effects(state, act, at)
    for row in alike(state, chosen) if args.all_alike else (chosen,):
        effects.set(
            row,
            asked=args.how,
            asked_by=act.staff_id,
            asked_at=at,
            why="",
            state="repairing" if state.is_central else row.state,
        )
    return effects.accepted()


def alike(state: State, chosen: Difference) -> list[Difference]:
    """The differences that one press repairs together, the chosen one among them."""
    found = [
        row
        for row in state.among(
            Difference, channel_id=chosen.channel_id, cause=chosen.cause, field=chosen.field
        )
        if not row.asked and row.id != chosen.id
    ]
    found.sort(key=lambda row: (-row.cost, row.id))
    return [chosen, *found[: MOST_AT_ONCE - 1]]


def _refuse_impossible(row: Difference, args: RepairDifference) -> None:
    if row.field not in REPAIRS[args.how] or row.cause == "no_mapping":
        raise Refusal(UnknownChoice(args.how))


def begin_check(state: State, act: Act, at: int) -> None:
    args: AskChannelCheck = act.args
    if args.channel_id:
        need(state, Channel, args.channel_id)


def check(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AskChannelCheck = act.args
    if args.channel_id:
        need(state, Channel, args.channel_id)
    effects, name = Effects(state, act, at), check_setting(args.channel_id)
    known = row_or_none(state, Setting, CHAIN, name)
    if known is None:
        effects.insert(Setting(CHAIN, name, str(at)))
    elif not known.value.isdecimal() or int(known.value) < at:
        effects.set(known, value=str(at))
    return effects.accepted()
