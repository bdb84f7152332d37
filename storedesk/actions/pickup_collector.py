"""Somebody else is to collect: asked for with the name that was seen, refused where it was changed meanwhile."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_moves import write_request
from storedesk.actions.pickup_shelf_args import ChangeCollector
from storedesk.actions.reading import need
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.pickup_state import FINAL
from storedesk.domain.plain_text import NAME_SHOWN, clean_text, fold
from storedesk.domain.reasons import TextMissing, WrongState
from storedesk.domain.records import Fulfilment, Person

COLLECTOR, ASKED, NO_LONGER = "collector", "asked", "closed"
CHANGED_ELSEWHERE = "changed_meanwhile"


def collector_of(state: State, order_id: str, holder: str) -> Person | None:
    """Who may collect beside buyer and recipient, as it stands."""
    found = [
        person
        for person in state.among(Person, order_id=order_id)
        if person.role == COLLECTOR and person.holder == holder
    ]
    return found[-1] if found else None


def begin_change(state: State, act: Act, at: int) -> None:
    _checked(state, act)


def change(state: State, act: Act, at: int, now: int) -> Accepted:
    """A desk only asks. Changed by somebody else since it was seen: refused, with both names to look at."""
    args: ChangeCollector = act.args
    row, name = _checked(state, act)
    effects = Effects(state, act, at)
    holder = str(row.place_id)
    now_there = collector_of(state, row.order_id, holder)
    known = now_there.id if now_there else ""
    clash = state.is_central and known != args.seen
    asked = not state.is_central or clash
    person = Person(
        effects.new_id(), holder, row.order_id, ASKED if asked else COLLECTOR, "", name, fold(name), "", "", "", ""
    )  # fmt: skip
    if state.is_central or row.place_id == act.place_id:
        effects.insert(person)
    why, found = (CHANGED_ELSEWHERE, known) if clash else ("", "")
    request = write_request(effects, row, COLLECTOR, args.seen, {"person": person.id}, why, found)
    if clash:
        facts = {"order": row.order_number, "reason": why, "wanted": person.id, "there": known}
        effects.note(row.order_id, "collector_refused", {"request": request.id})
        return effects.accepted(effects.task("collector_refused", act.place_id, facts, row.order_id, row.id))
    if state.is_central and now_there is not None:
        effects.set(now_there, holder=NO_LONGER)
    effects.note(row.order_id, "collector_asked" if asked else "collector_changed")
    return effects.accepted()


def _checked(state: State, act: Act) -> tuple[Fulfilment, str]:
    args: ChangeCollector = act.args
    refuse_personal_number(args.name, "name")
    name = clean_text(args.name, NAME_SHOWN)
    if not name:
        raise Refusal(TextMissing("name"))
    row = need(state, Fulfilment, args.fulfilment_id)
    if row.state in FINAL:
        raise Refusal(WrongState(row.state, COLLECTOR))
    return row, name
