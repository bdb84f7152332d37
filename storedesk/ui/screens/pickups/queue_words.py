"""What a row of the queue says: as work, as goods on the shelf, on their way, or as somebody to call."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.pickup_views import PickupRow, Tab
from storedesk.ui.screens.pickups.late_words import age_text
from storedesk.ui.screens.pickups.pickup_words import amount_text, due_words, state_words
from storedesk.ui.texts.counter_formats import moment_text, short_money_text
from storedesk.ui.widgets.queue_row import QueueRow


def queue_row(pickup: PickupRow, to_call: bool) -> QueueRow:
    """``to_call`` is the list by last day, with what the order is worth."""
    due, tone, icon = due_words(pickup.due)
    state, state_icon = state_words(pickup)
    amount, source = amount_text(pickup), pickup.channel
    if to_call:
        state, state_icon = age_text(pickup), "clock"
        amount = short_money_text(pickup.total, pickup.currency)
        source = ", ".join(pickup.bins)
    elif pickup.tab is Tab.READY:
        amount = QCoreApplication.translate("Pickups", "{items}, for {time}").format(
            items=amount, time=age_text(pickup)
        )
    elif pickup.expected is not None:
        state = QCoreApplication.translate("Pickups", "On its way {time}").format(
            time=moment_text(pickup.expected)
        )
    return QueueRow(
        key=pickup.fulfilment_id,
        due=due,
        tone=tone,
        due_icon=icon,
        source=source,
        number=pickup.order_number,
        who=pickup.name,
        amount=amount,
        state=state,
        state_icon="cloud-off" if pickup.provisional else state_icon,
    )
