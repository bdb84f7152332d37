"""What a right that has ended means for each kind of action, when the central system hears of it late."""

from collections.abc import Mapping
from enum import Enum


class Late(Enum):
    """GOODS: what has happened to goods stands, without a right with a task. STOPPABLE: nobody is out of goods or
    time yet, so the right must last until it is decided. DONE: the right at the time of the act decides."""

    GOODS = "goods"
    STOPPABLE = "stoppable"
    DONE = "done"


_GOODS = (
    "HandOver", "HandOverFromLabel", "ExchangeAtHandover", "CorrectHandover", "RestockReturned", "ReceiveInbound",
    "AdjustStock", "CountStock", "SendTransfer", "ReceiveTransfer", "TakeBackGoods", "PutBack",
)  # fmt: skip
_STOPPABLE = (
    "ReleaseNotCollected", "MovePickupToStore", "ChangeCollector", "ExtendPickup", "DecideForCustomer",
    "RequestChange", "PlaceHold", "AskTransfer", "AnswerTransfer", "AskStore", "IssueQuote", "ReviseQuote",
    "AskApproval", "ApproveQuote", "DeclineApproval", "OfferLess", "WithdrawQuote", "AskForOrder",
    "NoteCompanyApproval", "ReplaceDesk", "RetryParked", "DismissParked", "RepairDifference", "AskChannelCheck",
    "KeepRoutingDraft", "UseRouting", "DropRoutingDraft",
)  # fmt: skip
_DONE = (
    "ClaimPickup", "ReleasePickup", "Pick", "ReportShort", "StageParcels", "MarkReady", "EnterWrongCode",
    "AnswerTask", "SwapLine", "ReadyUnchecked", "ReleaseHold", "LogContact", "VerifyCaller", "StartQuote",
    "SaveQuote", "DeclineQuote", "AddCompany", "AddContact", "OpenDay", "ChangeShift", "CloseDay",
)  # fmt: skip

LATE: Mapping[str, Late] = {
    **dict.fromkeys(_GOODS, Late.GOODS),
    **dict.fromkeys(_STOPPABLE, Late.STOPPABLE),
    **dict.fromkeys(_DONE, Late.DONE),
}
"""Every kind of action by its name."""
