"""The kinds of action at the counter beside the plain handover."""

from storedesk.actions import handover_exchange, handover_from_label, pickup_args
from storedesk.actions.action import ActionKind

HANDOVER_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "HandOverFromLabel",
        1,
        pickup_args.HandOverFromLabel,
        "pickup.hand_over",
        True,
        handover_from_label.begin_from_label,
        handover_from_label.hand_over_from_label,
        personal=("collector_name",),
    ),
    ActionKind(
        "ExchangeAtHandover",
        1,
        pickup_args.ExchangeAtHandover,
        "pickup.hand_over",
        False,
        handover_exchange.begin_exchange,
        handover_exchange.exchange,
    ),
)
