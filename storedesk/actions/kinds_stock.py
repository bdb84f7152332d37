"""The kinds of action of stock: adjust, count, hold, transfer."""

from storedesk.actions import stock_args, stock_holds, stock_transfers, stock_work
from storedesk.actions.action import ActionKind

_HOLD, _TRANSFER = "stock.hold", "stock.transfer"

STOCK_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "AdjustStock",
        1,
        stock_args.AdjustStock,
        "stock.adjust",
        True,
        stock_work.begin_adjust,
        stock_work.adjust,
    ),
    ActionKind(
        "CountStock", 1, stock_args.CountStock, "stock.count", True, stock_work.begin_count, stock_work.count
    ),
    ActionKind(
        "PlaceHold",
        1,
        stock_args.PlaceHold,
        _HOLD,
        False,
        stock_holds.begin_place,
        stock_holds.place,
        personal=("customer_name", "phone_tail"),
    ),
    ActionKind(
        "ReleaseHold", 1, stock_args.ReleaseHold, _HOLD, False, stock_holds.begin_release, stock_holds.release
    ),
    ActionKind(
        "AskTransfer",
        1,
        stock_args.AskTransfer,
        _TRANSFER,
        False,
        stock_transfers.begin_ask,
        stock_transfers.ask,
    ),
    ActionKind(
        "AnswerTransfer",
        1,
        stock_args.AnswerTransfer,
        _TRANSFER,
        False,
        stock_transfers.begin_answer,
        stock_transfers.answer,
    ),
    ActionKind(
        "SendTransfer",
        1,
        stock_args.SendTransfer,
        _TRANSFER,
        True,
        stock_transfers.begin_send,
        stock_transfers.send,
    ),
    ActionKind(
        "ReceiveTransfer",
        1,
        stock_args.ReceiveTransfer,
        _TRANSFER,
        True,
        stock_transfers.begin_receive,
        stock_transfers.receive,
    ),
)
