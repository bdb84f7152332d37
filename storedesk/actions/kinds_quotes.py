"""The kinds of action of quotes and approvals."""

from storedesk.actions import quote_approval, quote_args, quote_issue, quote_offer, quote_order, quote_write
from storedesk.actions.action import ActionKind

_WRITE = "quote.write"

QUOTE_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "StartQuote", 1, quote_args.StartQuote, _WRITE, False, quote_write.begin_start, quote_write.start
    ),
    ActionKind("SaveQuote", 1, quote_args.SaveQuote, _WRITE, False, quote_write.begin_save, quote_write.save),
    ActionKind(
        "IssueQuote", 1, quote_args.IssueQuote, _WRITE, False, quote_issue.begin_issue, quote_issue.issue
    ),
    ActionKind(
        "ReviseQuote", 1, quote_args.ReviseQuote, _WRITE, False, quote_write.begin_revise, quote_write.revise
    ),
    ActionKind(
        "AskApproval", 1, quote_args.AskApproval, _WRITE, False, quote_approval.begin_ask, quote_approval.ask
    ),
    ActionKind(
        "ApproveQuote",
        1,
        quote_args.ApproveQuote,
        _WRITE,
        False,
        quote_approval.begin_answer,
        quote_approval.approve,
    ),
    ActionKind(
        "DeclineApproval",
        1,
        quote_args.DeclineApproval,
        _WRITE,
        False,
        quote_approval.begin_answer,
        quote_approval.decline,
    ),
    ActionKind(
        "OfferLess", 1, quote_args.OfferLess, _WRITE, False, quote_offer.begin_offer, quote_offer.offer_less
    ),
    ActionKind(
        "WithdrawQuote",
        1,
        quote_args.WithdrawQuote,
        _WRITE,
        False,
        quote_write.begin_end,
        quote_write.withdraw,
    ),
    ActionKind(
        "DeclineQuote", 1, quote_args.DeclineQuote, _WRITE, False, quote_write.begin_end, quote_write.decline
    ),
    ActionKind(
        "AskForOrder",
        1,
        quote_args.AskForOrder,
        _WRITE,
        False,
        quote_order.begin_order,
        quote_order.ask_for_order,
    ),
)
