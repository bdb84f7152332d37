"""Asks the hub for orders that this desk does not hold, and says plainly why it could not."""

from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, Refused
from storedesk.protocol.desk_link import LookUpOrders, OrdersLookedUp
from storedesk.protocol.wire_errors import WireErrorNumber

NO_LINE, NOT_ALLOWED, TOO_SHORT = "no_line", "not_allowed", "too_short"
_REFUSALS: dict[int, str] = {
    WireErrorNumber.SCOPE_NOT_ALLOWED: NOT_ALLOWED,
    WireErrorNumber.UNREADABLE: TOO_SHORT,
}


async def look_up_centrally(
    message: LookUpOrders, client: HubClient | None, on_purpose: bool
) -> OrdersLookedUp:
    """Without a line, or working offline on purpose, nobody is asked."""
    if client is None or on_purpose:
        return OrdersLookedUp(request=message.request, problem=NO_LINE)
    try:
        found = await client.find_orders(message.text, message.staff_id)
    except Refused as refused:
        problem = _REFUSALS.get(refused.error.number, NO_LINE)
        return OrdersLookedUp(request=message.request, problem=problem)
    except HubFailure:
        return OrdersLookedUp(request=message.request, problem=NO_LINE)
    return OrdersLookedUp(request=message.request, at=found.now, orders=found.orders, more=found.more)
