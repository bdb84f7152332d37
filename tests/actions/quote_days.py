"""Scripted work on quotes in which every kind is done and refused, and every refusal of theirs is given."""

from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Args, Rejected
from storedesk.actions.quote_args import (
    ApproveQuote,
    AskApproval,
    AskForOrder,
    DeclineApproval,
    DeclineQuote,
    IssueQuote,
    OfferLess,
    ReviseQuote,
    SaveQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_pricing import LineEdit
from storedesk.actions.registry import decide, may_begin
from storedesk.domain.currency import UNIT
from tests.actions.quote_shop import HEAD, PICTURE, SUPERVISOR, QuoteDesk, number_of, quote_shop
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ELIN, TERMOS

_OVER = (PICTURE[1]._replace(discount=140_000),)
_MANY = (PICTURE[1]._replace(discount=140_000, quantity=300),)


class _Script:
    def __init__(self) -> None:
        self.desk, self.done = QuoteDesk(quote_shop()), list[Done]()

    def do(self, kind: str, args: Args, staff: int = ELIN) -> None:
        desk = self.desk
        act = desk.act(kind, args, staff)
        before = {name: dict(rows) for name, rows in desk.tables.items()}
        stopped = may_begin(MemoryState(before), act, desk.now)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        result = stopped if stopped is not None else decide(MemoryState(before), act, desk.now, desk.now)
        if isinstance(result, Accepted):
            carry_out_all(desk.tables, result.changes)
        self.done.append(Done(act, desk.now, gate, result, before))

    def save(self, edits: tuple[LineEdit, ...], **head: Any) -> None:
        wanted = msgspec.structs.replace(HEAD, **head)
        row = self.desk.quote
        self.do("SaveQuote", SaveQuote(row.id, row.version, wanted, self.desk.lines(edits, wanted)))

    def issue(self, **changed: Any) -> None:
        row = self.desk.quote
        args = IssueQuote(
            row.id, row.version, number_of(row.id), row.content_hash, row.net, row.tax, row.total
        )
        self.do("IssueQuote", msgspec.structs.replace(args, **changed))


def quote_days() -> tuple[Done, ...]:
    script = _Script()
    _draft(script)
    _approvals(script)
    _after_issue(script)
    return tuple(script.done)


def _draft(script: _Script) -> None:
    desk = script.desk
    own = LineEdit("own", None, 1, 0, UNIT, "19811218-9876")
    script.do("StartQuote", StartQuote(HEAD, desk.lines((own,))))
    script.do("StartQuote", StartQuote(HEAD, desk.lines(PICTURE[:1])))
    row = desk.quote
    script.do("SaveQuote", SaveQuote(row.id, 2, HEAD))
    lines = desk.lines(PICTURE[:1])
    dearer = msgspec.structs.replace(lines[0], unit_price=1)
    taxed = msgspec.structs.replace(lines[0], tax_rate=60_000)
    unpriced = msgspec.structs.replace(lines[0], variant_id=TERMOS)
    for line in (dearer, taxed):
        script.do("SaveQuote", SaveQuote(row.id, 1, HEAD, (line,)))
    prices = {key: price for key, price in desk.tables["price"].items() if key[0] == TERMOS}
    for key in prices:
        del desk.tables["price"][key]
    script.do("SaveQuote", SaveQuote(row.id, 1, HEAD, (unpriced,)))
    desk.tables["price"].update(prices)
    rate = desk.tables["tax_rate"].pop(("SE", "standard", "1990-07-01"))
    script.do("SaveQuote", SaveQuote(row.id, 1, HEAD, lines))
    desk.tables["tax_rate"][("SE", "standard", "1990-07-01")] = rate
    script.save(())
    script.issue()
    script.save(PICTURE[:1], po_number="")
    script.issue()
    script.save(PICTURE[:1], valid_until="2026-01-01")
    script.issue()
    script.issue(number="GBG-07-00041-22")


def _approvals(script: _Script) -> None:
    desk = script.desk
    row = desk.quote
    script.save(_MANY)
    script.issue()
    hash_ = desk.quote.content_hash
    script.do("AskApproval", AskApproval(row.id, "0" * 64))
    script.do("AskApproval", AskApproval(row.id, hash_))
    script.do("ApproveQuote", ApproveQuote(row.id, hash_, SUPERVISOR))
    script.do("DeclineApproval", DeclineApproval(row.id, hash_))
    script.do("DeclineApproval", DeclineApproval(row.id, hash_, SUPERVISOR))
    script.save(_OVER)
    script.do("OfferLess", OfferLess(row.id, hash_, 100_000, SUPERVISOR))
    script.do("OfferLess", OfferLess(row.id, desk.quote.content_hash, 100_000))
    script.do("AskApproval", AskApproval(row.id, desk.quote.content_hash))
    script.do("OfferLess", OfferLess(row.id, desk.quote.content_hash, 100_000, SUPERVISOR))
    script.do("OfferLess", OfferLess(row.id, desk.quote.content_hash, 100_000, SUPERVISOR))
    script.save(_OVER)
    script.do("ApproveQuote", ApproveQuote(row.id, desk.quote.content_hash, SUPERVISOR))
    script.issue()


def _after_issue(script: _Script) -> None:
    row = script.desk.quote
    order = AskForOrder(row.id, 1, row.content_hash)
    script.do("AskForOrder", msgspec.structs.replace(order, content_hash="0" * 64))
    script.do("ReviseQuote", ReviseQuote(row.id, 2))
    script.do("ReviseQuote", ReviseQuote(row.id, 1))
    script.do("WithdrawQuote", WithdrawQuote(row.id, 1))
    script.do("WithdrawQuote", WithdrawQuote(row.id, 2))
    script.do("DeclineQuote", DeclineQuote(row.id, 2))
    script.do("ReviseQuote", ReviseQuote(row.id, 2))
    script.save(PICTURE[:1])
    script.issue()
    row = script.desk.quote
    script.do("AskForOrder", AskForOrder(row.id, row.version, row.content_hash))
    script.do("StartQuote", StartQuote(HEAD, script.desk.lines(PICTURE[:1])))
    second = max(script.desk.tables["quote"].values(), key=lambda quote: quote.state == "draft")
    script.do("DeclineQuote", DeclineQuote(second.id, 1))
