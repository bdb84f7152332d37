"""Orders as the hub told of them on request, in the shapes of the orders screen."""

from collections.abc import Mapping

from storedesk.desk.covered_details import shown_name
from storedesk.desk.moments import Look
from storedesk.desk.order_details import part_answers
from storedesk.desk.order_views import OrderPart, OrderView, ResultRow, Shown
from storedesk.domain.pickup_state import FINAL
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.protocol.wire import FoundOrder, FoundPart


def central_row(found: FoundOrder, look: Look, shown: Shown) -> ResultRow:
    covered = shown is Shown.COVERED
    return ResultRow(
        found.order_id,
        clean_text(found.number, NAME_SHOWN),
        shown_name(found.name, shown),
        "" if covered else clean_text(found.phone_tail, 3),
        found.state,
        look.moment(found.placed_at),
        found.total,
        found.currency,
    )


def central_view(
    found: FoundOrder, look: Look, place_id: int, places: Mapping[int, str], channel: str, shown: Shown
) -> OrderView:
    """What is known of an order that this desk does not hold: enough to answer, nothing to change."""
    parts = tuple(_part(part, look, place_id, places) for part in found.parts)
    tail = clean_text(found.phone_tail, 3)
    return OrderView(
        order_id=found.order_id,
        number=clean_text(found.number, NAME_SHOWN),
        name=shown_name(found.name, shown),
        channel=channel,
        state=found.state,
        payment_state=found.payment_state,
        currency=found.currency,
        total=found.total,
        due=0,
        placed=look.moment(found.placed_at),
        answers=part_answers(found.state, parts),
        lines=(),
        money=(),
        parts=parts,
        timeline=(),
        phone=f"•••{tail}" if tail and shown is not Shown.COVERED else "",
        email="",
        shown=Shown.COVERED if shown is Shown.COVERED else Shown.TAILS,
    )


def _part(part: FoundPart, look: Look, place_id: int, places: Mapping[int, str]) -> OrderPart:
    return OrderPart(
        "",
        places.get(part.place_id, ""),
        part.place_id == place_id,
        part.state,
        0,
        0,
        look.moment(part.promised_at),
        part.last_day,
        None,
        part.place_id,
        part.state in FINAL,
    )
