"""Routing rules are written as a draft beside the set in use, put in use whole, and gone back from."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.chain_setting import CHAIN, setting
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.actions.routing_args import DropRoutingDraft, KeepRoutingDraft, UseRouting
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import RulesChanged, RulesWrong, RuleUnreachable, UnknownRecord
from storedesk.domain.records import RoutingSet, Setting
from storedesk.domain.routing_rules import SETTING, RoutingWrong, RuleNeverReached, rules_from
from storedesk.domain.routing_sets import DRAFT, THROWN, Sets, mark_of, put_in_use, sets_of


def begin_keep(state: State, act: Act, at: int) -> None:
    args: KeepRoutingDraft = act.args
    refuse_personal_number(args.rules, "rules")
    _refuse_wrong(args.rules)
    _refuse_changed(_sets(state).draft, args.seen, _sets(state).next_number)


def keep(state: State, act: Act, at: int, now: int) -> Accepted:
    begin_keep(state, act, at)
    args: KeepRoutingDraft = act.args
    effects, number = Effects(state, act, at), _sets(state).next_number
    _put(effects, RoutingSet(number, DRAFT, args.rules, None, at, act.staff_id))
    return effects.accepted()


def begin_use(state: State, act: Act, at: int) -> None:
    _wanted(state, act)


def use(state: State, act: Act, at: int, now: int) -> Accepted:
    effects, wanted = Effects(state, act, at), _wanted(state, act)
    for row in put_in_use(_sets(state), wanted, at, act.staff_id):
        _put(effects, row)
    known = row_or_none(state, Setting, CHAIN, SETTING)
    if known is None:
        effects.insert(Setting(CHAIN, SETTING, wanted.rules))
    else:
        effects.set(known, value=wanted.rules)
    return effects.accepted()


def begin_drop(state: State, act: Act, at: int) -> None:
    args: DropRoutingDraft = act.args
    _draft(state, args)


def drop(state: State, act: Act, at: int, now: int) -> Accepted:
    args: DropRoutingDraft = act.args
    effects = Effects(state, act, at)
    effects.set(_draft(state, args), state=THROWN, rules="", changed_at=at, changed_by=act.staff_id)
    return effects.accepted()


def _sets(state: State) -> Sets:
    return sets_of(state.among(RoutingSet), setting(state, CHAIN, SETTING))


def _wanted(state: State, act: Act) -> RoutingSet:
    args: UseRouting = act.args
    found = _sets(state).numbered(args.number)
    if found is None:
        raise Refusal(UnknownRecord("routing_set"))
    _refuse_changed(found, args.seen, found.number)
    _refuse_wrong(found.rules)
    return found


def _draft(state: State, args: DropRoutingDraft) -> RoutingSet:
    found = _sets(state).draft
    if found is None:
        raise Refusal(UnknownRecord("routing_set"))
    _refuse_changed(found, args.seen, found.number)
    return found


def _refuse_changed(found: RoutingSet | None, seen: str, number: int) -> None:
    if seen != ("" if found is None else mark_of(found.rules)):
        raise Refusal(RulesChanged(number))


def _refuse_wrong(rules: str) -> None:
    try:
        rules_from(rules)
    except RuleNeverReached as error:
        raise Refusal(RuleUnreachable(error.later, error.first)) from error
    except RoutingWrong as error:
        raise Refusal(RulesWrong(str(error))) from error


def _put(effects: Effects, row: RoutingSet) -> None:
    known = row_or_none(effects.state, RoutingSet, row.number)
    if known is None:
        effects.insert(row)
    else:
        effects.set(known, **row._asdict())
