"""What was done, in a few words: one text and one icon for each kind of action."""

import msgspec
from PySide6.QtCore import QCoreApplication

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

ACTIONS: dict[str, tuple[str, str]] = {
    "ClaimPickup": ("progress", QT_TRANSLATE_NOOP("Action", "Claimed {order}")),
    "ReleasePickup": ("arrow-back-up", QT_TRANSLATE_NOOP("Action", "Gave back {order}")),
    "Pick": ("check", QT_TRANSLATE_NOOP("Action", "Picked for {order}")),
    "PutBack": ("arrow-back-up", QT_TRANSLATE_NOOP("Action", "Put back from {order}")),
    "ReportShort": ("alert-triangle", QT_TRANSLATE_NOOP("Action", "Missing in {order}")),
    "StageParcels": ("package", QT_TRANSLATE_NOOP("Action", "Staged {order}")),
    "MarkReady": ("package", QT_TRANSLATE_NOOP("Action", "Marked ready {order}")),
    "HandOver": ("hand-grab", QT_TRANSLATE_NOOP("Action", "Handed over {order}")),
    "ExchangeAtHandover": ("arrows-exchange", QT_TRANSLATE_NOOP("Action", "Exchanged at the handover")),
    "HandOverFromLabel": ("tag", QT_TRANSLATE_NOOP("Action", "Handed over from the label")),
    "CorrectHandover": ("arrow-back-up", QT_TRANSLATE_NOOP("Action", "Took back a handover")),
    "EnterWrongCode": ("shield-lock", QT_TRANSLATE_NOOP("Action", "Wrong code for {order}")),
    "StartQuote": ("file-invoice", QT_TRANSLATE_NOOP("Action", "Started a quote")),
    "SaveQuote": ("file-invoice", QT_TRANSLATE_NOOP("Action", "Changed a quote")),
    "IssueQuote": ("send", QT_TRANSLATE_NOOP("Action", "Issued a quote")),
    "ReviseQuote": ("versions", QT_TRANSLATE_NOOP("Action", "Made a new version of a quote")),
    "AskApproval": ("shield-lock", QT_TRANSLATE_NOOP("Action", "Asked for an approval")),
    "ApproveQuote": ("shield-check", QT_TRANSLATE_NOOP("Action", "Approved a quote")),
    "DeclineApproval": ("ban", QT_TRANSLATE_NOOP("Action", "Did not approve a quote")),
    "OfferLess": ("tag", QT_TRANSLATE_NOOP("Action", "Allowed less discount on a quote")),
    "WithdrawQuote": ("ban", QT_TRANSLATE_NOOP("Action", "Withdrew a quote")),
    "DeclineQuote": ("ban", QT_TRANSLATE_NOOP("Action", "The customer declined a quote")),
    "AskForOrder": ("receipt", QT_TRANSLATE_NOOP("Action", "Asked for the order of a quote")),
    "AddCompany": ("briefcase", QT_TRANSLATE_NOOP("Action", "Added a company")),
    "AddContact": ("user-plus", QT_TRANSLATE_NOOP("Action", "Added a person of a company")),
    "NoteCompanyApproval": (
        "user-check",
        QT_TRANSLATE_NOOP("Action", "Noted what a company's approver said"),
    ),
    "OpenDay": ("calendar", QT_TRANSLATE_NOOP("Action", "Opened the day")),
    "ChangeShift": ("users", QT_TRANSLATE_NOOP("Action", "Changed shift")),
    "RetryParked": ("refresh", QT_TRANSLATE_NOOP("Action", "Had something tried again")),
    "DismissParked": ("ban", QT_TRANSLATE_NOOP("Action", "Gave something up that could not be decided")),
    "ReplaceDesk": ("device-desktop", QT_TRANSLATE_NOOP("Action", "Replaced a desk")),
    "RepairDifference": ("refresh", QT_TRANSLATE_NOOP("Action", "Had a difference on a channel repaired")),
    "AskChannelCheck": ("radar", QT_TRANSLATE_NOOP("Action", "Asked for a check of the channels")),
    "KeepRoutingDraft": ("pencil", QT_TRANSLATE_NOOP("Action", "Changed the draft of the routing rules")),
    "UseRouting": ("check", QT_TRANSLATE_NOOP("Action", "Put routing rules in use")),
    "DropRoutingDraft": ("x", QT_TRANSLATE_NOOP("Action", "Threw the draft of the routing rules away")),
    "CloseDay": ("lock", QT_TRANSLATE_NOOP("Action", "Closed the day")),
    "AdjustStock": ("clipboard-check", QT_TRANSLATE_NOOP("Action", "Adjusted stock")),
    "CountStock": ("clipboard-list", QT_TRANSLATE_NOOP("Action", "Counted a shelf")),
    "PlaceHold": ("lock", QT_TRANSLATE_NOOP("Action", "Held for a customer")),
    "ReleaseHold": ("arrow-back-up", QT_TRANSLATE_NOOP("Action", "Ended a hold")),
    "AskTransfer": ("truck", QT_TRANSLATE_NOOP("Action", "Asked for a transfer")),
    "AnswerTransfer": ("truck", QT_TRANSLATE_NOOP("Action", "Answered a transfer")),
    "SendTransfer": ("truck-delivery", QT_TRANSLATE_NOOP("Action", "Sent a transfer")),
    "ReceiveTransfer": ("package", QT_TRANSLATE_NOOP("Action", "Received a transfer")),
    "LogContact": ("message", QT_TRANSLATE_NOOP("Action", "Noted a customer's question")),
    "VerifyCaller": ("shield-check", QT_TRANSLATE_NOOP("Action", "Checked a caller")),
    "ExtendPickup": ("calendar-due", QT_TRANSLATE_NOOP("Action", "Moved the last day of {order}")),
    "ReleaseNotCollected": ("archive", QT_TRANSLATE_NOOP("Action", "Let go of {order}, not collected")),
    "RestockReturned": (
        "arrow-back-up",
        QT_TRANSLATE_NOOP("Action", "Put goods of {order} back on the shelf"),
    ),
    "ReceiveInbound": ("truck-delivery", QT_TRANSLATE_NOOP("Action", "Received the goods of {order}")),
    "MovePickupToStore": (
        "building-store",
        QT_TRANSLATE_NOOP("Action", "Asked to move {order} to another store"),
    ),
    "ChangeCollector": ("user-plus", QT_TRANSLATE_NOOP("Action", "Asked for another collector of {order}")),
    "SwapLine": ("arrows-exchange", QT_TRANSLATE_NOOP("Action", "Swapped an item of {order}")),
    "ReadyUnchecked": ("package", QT_TRANSLATE_NOOP("Action", "Marked ready {order}")),
    "AskStore": ("help", QT_TRANSLATE_NOOP("Action", "Asked a store")),
    "DecideForCustomer": (
        "user-check",
        QT_TRANSLATE_NOOP("Action", "Passed on the customer's decision on {order}"),
    ),
    "RequestChange": ("pencil", QT_TRANSLATE_NOOP("Action", "Asked for a change of an order")),
    "TakeBackGoods": ("arrow-back-up", QT_TRANSLATE_NOOP("Action", "Took goods back")),
    "AnswerTask": ("inbox", QT_TRANSLATE_NOOP("Action", "Decided a task")),
}


def action_text(kind: str, order: str) -> str:
    """What was done, with the order's number."""
    source = ACTIONS.get(kind, ("", kind))[1]
    return QCoreApplication.translate("Action", source).replace("{order}", order).strip()


def action_icon(kind: str) -> str:
    return ACTIONS.get(kind, ("circle-dashed", ""))[0]


def fulfilment_of(args: str) -> str:
    """The fulfilment that an action's arguments name, or empty."""
    decoded = msgspec.json.decode(args)
    found = decoded.get("fulfilment_id", "") if isinstance(decoded, dict) else ""
    return found if isinstance(found, str) else ""
