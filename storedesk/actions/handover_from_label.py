"""Handing over what this desk has not heard of, on the word of a code that the hub has signed."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.handover import hand_over
from storedesk.actions.handover_second_check import Given, local_day, refuse_unchecked
from storedesk.actions.pickup_args import HandOver, HandOverFromLabel
from storedesk.actions.reading import row_or_none
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.codes import SignedPickupCode, parse_qr
from storedesk.domain.pickup_state import ON_SHELF
from storedesk.domain.reasons import AgeCheckNeeded, LabelNotGood, WrongState
from storedesk.domain.records import Fulfilment, Handover, Parcel, Place

_AFTER_THE_HANDOVER = 5_000
"""Ids of this act beyond those that the handover itself may use."""


def begin_from_label(state: State, act: Act, at: int) -> None:
    """The code is this place's, its last day has not passed, and the order is really not known here. What has an
    age limit goes out whole or not at all, since nobody here knows which of its parts has it."""
    args: HandOverFromLabel = act.args
    refuse_personal_number(args.collector_name, "collector_name")
    refuse_personal_number(args.word, "word")
    label = _label(args)
    here = row_or_none(state, Place, act.place_id)
    if here is None or label.place_code != here.code:
        raise Refusal(LabelNotGood("other_place"))
    if local_day(state, act.place_id, at) > label.not_after:
        raise Refusal(LabelNotGood("over"))
    row = row_or_none(state, Fulfilment, label.fulfilment_id)
    if row is not None:
        raise Refusal(WrongState(row.state, "collected"))
    if label.age_limit and args.of_age != "yes":
        raise Refusal(AgeCheckNeeded(label.age_limit))
    given = Given(True, args.id_document, args.checked_by, args.last_contact, args.word)
    refuse_unchecked(state, act, label.order_number, 0, given, at)


def hand_over_from_label(state: State, act: Act, at: int, now: int) -> Accepted:
    """Where the order is known by now, its parcels leave; else the fact is kept, and the hub asks people."""
    args: HandOverFromLabel = act.args
    label = _label(args)
    row = row_or_none(state, Fulfilment, label.fulfilment_id)
    parcels = () if row is None else state.among(Parcel, fulfilment_id=row.id)
    staged = tuple(parcel.id for parcel in parcels if parcel.state == "staged")
    chosen = staged or tuple(parcel.id for parcel in parcels)
    if row is None or not chosen or row.place_id != act.place_id or row.state not in (*ON_SHELF, "collected"):
        return _keep_the_fact(Effects(state, act, at), label, row)
    handed = act._replace(args=_as_hand_over(args, row.id, chosen))
    accepted = hand_over(state, handed, at, now)
    if len(chosen) == label.parcels or accepted.task is not None:
        return accepted
    effects = Effects(state, act, at)
    effects.skip_ids(_AFTER_THE_HANDOVER)
    facts = {"order": row.order_number, "parcels": len(chosen), "expected": label.parcels}
    task = effects.task("handed_over_from_label", row.place_id, facts, row.order_id, row.id)
    return Accepted(accepted.changes + tuple(effects.changes), task)


def _label(args: HandOverFromLabel) -> SignedPickupCode:
    label = parse_qr(args.label)
    if not isinstance(label, SignedPickupCode):
        raise Refusal(LabelNotGood("unreadable"))
    return label


def _as_hand_over(args: HandOverFromLabel, fulfilment_id: str, parcels: tuple[str, ...]) -> HandOver:
    return HandOver(
        fulfilment_id,
        parcels,
        proof="label",
        id_document=args.id_document,
        collector_name=args.collector_name,
        relation=args.relation,
        checked_by=args.checked_by,
        last_contact=args.last_contact,
        word=args.word,
        of_age=args.of_age,
    )


def _keep_the_fact(effects: Effects, label: SignedPickupCode, row: Fulfilment | None) -> Accepted:
    """On the desk it waits for the hub; there somebody has to look at it."""
    act, args = effects.act, effects.act.args
    second = "supervisor" if args.checked_by is not None else "id_seen" if args.id_document else ""
    fact = Handover(
        effects.new_id(), label.fulfilment_id, "" if row is None else row.order_id, act.place_id, effects.at,
        act.desk, act.staff_id, "label", args.id_document, args.relation, "", args.of_age,
        "[]", "unknown", second or ("word" if args.word else ""), args.checked_by,
    )  # fmt: skip
    effects.insert(fact)
    if not effects.state.is_central:
        return effects.accepted()
    facts = {"order": label.order_number, "handover": fact.id, "expected": label.parcels}
    if row is not None:
        facts["state"] = row.state
    order_id = "" if row is None else row.order_id
    return effects.accepted(
        effects.task("handed_over_from_label", act.place_id, facts, order_id, label.fulfilment_id)
    )
