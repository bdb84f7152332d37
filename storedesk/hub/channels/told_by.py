"""Who tells customers of a channel about each kind of thing: the platform or the hub, never both."""

from storedesk.actions.customer_messages import HUB, sender
from storedesk.connectors.neutral import READY
from storedesk.domain.records import Fulfilment
from storedesk.hub.channels.plan import Plan
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView


def told_by_us(plan: Plan, kind: str, part: Fulfilment) -> bool:
    """Whether the platform must keep silent. Where the hub has put down a message about these goods, it tells, also
    if somebody has chosen otherwise since."""
    if kind == READY and any(
        message.kind == READY and message.about == str(part.ready_at)
        for message in plan.among("message", fulfilment_id=part.id)
    ):
        return True
    state = StateView(Rows(plan.connection))
    return sender(state, kind, part.place_id, plan.channel.id) == HUB
