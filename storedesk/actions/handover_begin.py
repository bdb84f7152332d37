"""The desk's gate before a handover: what must be seen, paid and written before goods may leave."""

from storedesk.actions.action import Act, Refusal, State
from storedesk.actions.handover import age_limit
from storedesk.actions.handover_second_check import refuse_without_second_check
from storedesk.actions.pickup_args import EnterWrongCode, HandOver
from storedesk.actions.pickup_work import fulfilment_here
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.payment import PAYMENT_DUE, handover_allowed
from storedesk.domain.pickup_state import ON_SHELF
from storedesk.domain.reasons import (
    AgeCheckNeeded,
    IdentityNeeded,
    NothingStaged,
    ParcelNotHere,
    PaymentMissing,
    ReceiptUsed,
    TextMissing,
    WrongState,
)
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, Parcel, Person, TillReceipt

WRONG_CODES_LIMIT = 5


def begin_hand_over(state: State, act: Act, at: int) -> None:
    args: HandOver = act.args
    refuse_personal_number(args.override, "override")
    refuse_personal_number(args.collector_name, "collector_name")
    refuse_personal_number(args.receipt, "receipt")
    refuse_personal_number(args.word, "word")
    refuse_personal_number(args.word, "word")
    if args.proof == "label" and row_or_none(state, Fulfilment, args.fulfilment_id) is None:
        return
    row = fulfilment_here(state, act, args.fulfilment_id)
    if row.state not in ON_SHELF:
        raise Refusal(WrongState(row.state, "collected"))
    _parcels(state, row, args)
    _identity(state, row, args)
    _age(state, row, args)
    _payment(state, row, args, at)
    refuse_without_second_check(state, act, row, at)


def _parcels(state: State, row: Fulfilment, args: HandOver) -> None:
    """Each parcel on the shelf is either handed over or stated as left."""
    on_shelf = {parcel.id for parcel in state.among(Parcel, fulfilment_id=row.id) if parcel.state == "staged"}
    for parcel_id in (*args.parcels, *args.left):
        if parcel_id not in on_shelf:
            other = row_or_none(state, Parcel, parcel_id)
            owner = None if other is None else row_or_none(state, Fulfilment, other.fulfilment_id)
            raise Refusal(ParcelNotHere(parcel_id, "" if owner is None else owner.order_number))
    if not args.parcels:
        raise Refusal(NothingStaged())
    unnamed = on_shelf - set(args.parcels) - set(args.left)
    if unnamed:
        raise Refusal(ParcelNotHere(min(unnamed), row.order_number))


def _identity(state: State, row: Fulfilment, args: HandOver) -> None:
    if args.proof == "id_seen" and not args.id_document:
        raise Refusal(TextMissing("id_document"))
    if row.wrong_codes >= WRONG_CODES_LIMIT and args.proof != "id_seen":
        raise Refusal(IdentityNeeded("wrong_codes"))
    if args.proof != "name":
        return
    if not args.override.strip():
        raise Refusal(TextMissing("override"))
    if namesakes(state, row):
        raise Refusal(IdentityNeeded("same_name"))


def namesakes(state: State, row: Fulfilment) -> tuple[str, ...]:
    """Numbers of other orders that are ready here for another customer of the same folded name."""
    own = [person for person in state.among(Person, order_id=row.order_id) if person.role != "collector"]
    numbers: list[str] = []
    for person in own:
        for other in state.among(Person, folded=person.folded):
            if other.order_id == row.order_id or other.customer_id == person.customer_id:
                continue
            numbers += [
                fulfilment.order_number
                for fulfilment in state.among(Fulfilment, order_id=other.order_id)
                if fulfilment.place_id == row.place_id and fulfilment.state in ON_SHELF
            ]
    return tuple(sorted(set(numbers)))


def _age(state: State, row: Fulfilment, args: HandOver) -> None:
    limit = age_limit(state, state.among(FulfilmentLine, fulfilment_id=row.id))
    if limit and not args.of_age:
        raise Refusal(AgeCheckNeeded(limit))


def _payment(state: State, row: Fulfilment, args: HandOver, at: int) -> None:
    order = need(state, Order, row.order_id)
    why = handover_allowed(order.payment_state, order.authorised_until, order.due, at)
    if why == PAYMENT_DUE and args.receipt:
        used = row_or_none(state, TillReceipt, args.receipt.strip().upper())
        if used is not None and used.order_id != order.id:
            raise Refusal(ReceiptUsed(used.number))
    elif why is not None:
        raise Refusal(PaymentMissing(why, order.due, order.currency))


def begin_wrong_code(state: State, act: Act, at: int) -> None:
    args: EnterWrongCode = act.args
    fulfilment_here(state, act, args.fulfilment_id)
