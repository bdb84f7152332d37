"""Asks the hub what routing makes of an order, or of past ones, and says plainly why it could not be asked."""

from storedesk.desk.central_look_up import NO_LINE, NOT_ALLOWED
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, Refused
from storedesk.protocol.routing_link import AskWhatIf, AskWhy, WhatIfAnswered, WhyTold
from storedesk.protocol.routing_wire import WhatIfAsked, WhyAsked
from storedesk.protocol.wire_errors import WireErrorNumber

NOT_THERE, BUSY = "not_there", "busy"
_REFUSALS: dict[int, str] = {
    WireErrorNumber.SCOPE_NOT_ALLOWED: NOT_ALLOWED,
    WireErrorNumber.UNREADABLE: NOT_THERE,
    WireErrorNumber.BUSY: BUSY,
}


async def ask_routing(
    message: AskWhy | AskWhatIf, client: HubClient | None, on_purpose: bool
) -> WhyTold | WhatIfAnswered:
    """Without a line, or working offline on purpose, nobody is asked."""
    told = WhyTold if isinstance(message, AskWhy) else WhatIfAnswered
    if client is None or on_purpose:
        return told(request=message.request, problem=NO_LINE)
    try:
        return await (_why(message, client) if isinstance(message, AskWhy) else _what_if(message, client))
    except Refused as refused:
        return told(request=message.request, problem=_REFUSALS.get(refused.error.number, NO_LINE))
    except HubFailure:
        return told(request=message.request, problem=NO_LINE)


async def _why(message: AskWhy, client: HubClient) -> WhyTold:
    if message.rules is None:
        found = await client.why_order(message.order_id, message.staff_id)
    else:
        asked = WhyAsked(staff=message.staff_id, number=message.order_id, rules=message.rules)
        found = await client.why_by_rules(asked)
    return WhyTold(request=message.request, why=found)


async def _what_if(message: AskWhatIf, client: HubClient) -> WhatIfAnswered:
    asked = WhatIfAsked(staff=message.staff_id, run=message.run, days=message.days, rules=message.rules)
    return WhatIfAnswered(request=message.request, told=await client.what_if(asked))
