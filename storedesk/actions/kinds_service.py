"""The kinds of action of orders and customer service."""

from storedesk.actions import service_args, service_work
from storedesk.actions.action import ActionKind

SERVICE_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "LogContact",
        1,
        service_args.LogContact,
        "customer.contact",
        False,
        service_work.begin_contact,
        service_work.log_contact,
        personal=("note",),
    ),
    ActionKind(
        "VerifyCaller",
        1,
        service_args.VerifyCaller,
        "customer.verify",
        False,
        service_work.begin_verify,
        service_work.verify,
    ),
    ActionKind(
        "ExtendPickup",
        1,
        service_args.ExtendPickup,
        "pickup.extend",
        False,
        service_work.begin_extend,
        service_work.extend,
    ),
)
