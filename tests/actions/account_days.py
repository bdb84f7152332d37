"""Scripted work on companies in which every kind is done and refused, and every refusal of theirs is given."""

from typing import Any

from storedesk.actions.action import Accepted, Args, Rejected
from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.quote_args import (
    ApproveQuote,
    AskForOrder,
    IssueQuote,
    NoteCompanyApproval,
    StartQuote,
)
from storedesk.actions.registry import decide, may_begin
from storedesk.domain.records import Setting
from tests.actions.quote_shop import (
    ANNA,
    DESK_SCOPES,
    HEAD,
    PICTURE,
    TOMAS,
    VARV,
    QuoteDesk,
    number_of,
    quote_shop,
)
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, carry_out_all, put_rows
from tests.small_shop import ELIN, MAJA

MUCH = (PICTURE[0]._replace(quantity=30),)


def account_days() -> tuple[Done, ...]:
    desk, done = QuoteDesk(quote_shop(), first=500), list[Done]()

    def do(kind: str, args: Args, staff: int = ELIN, central: bool = False) -> None:
        act = desk.act(kind, args, staff)
        before = {name: dict(rows) for name, rows in desk.tables.items()}
        state = MemoryState(before, None if central else DESK_SCOPES)
        stopped = may_begin(state, act, desk.now)
        gate = stopped.reason if isinstance(stopped, Rejected) else None
        result = stopped if stopped is not None else decide(state, act, desk.now, desk.now)
        if isinstance(result, Accepted):
            carry_out_all(desk.tables, result.changes)
        done.append(Done(act, desk.now, gate, result, before))

    do("AddCompany", AddCompany("Varvet i Kungsbacka AB", "SE", "5566778899"), central=True)
    do("AddCompany", AddCompany("Felskrivet AB", "SE", "556677-8890"))
    do("AddCompany", AddCompany(" \u200b", "SE"))
    do("AddContact", AddContact(VARV, "Siv Ek", "buyer", "070-174 06 33", "siv@example.se"))
    do("AddContact", AddContact(99, "Siv Ek"))
    do("StartQuote", StartQuote(HEAD, desk.lines(MUCH)), MAJA)
    row = desk.quote
    issue = IssueQuote(row.id, 1, number_of(row.id), row.content_hash, row.net, row.tax, row.total)
    do("IssueQuote", issue, MAJA)
    row = desk.quote
    order = AskForOrder(row.id, 1, row.content_hash, ANNA)
    do("AskForOrder", order)
    do("NoteCompanyApproval", NoteCompanyApproval(row.id, 1, row.content_hash, ANNA))
    do("NoteCompanyApproval", NoteCompanyApproval(row.id, 1, row.content_hash, TOMAS))
    do("AskForOrder", order, central=True)
    _chain(desk, do)
    return tuple(done)


def _chain(desk: QuoteDesk, do: Any) -> None:
    """Elin is over her limit, and the chain of the company asks for head office first."""
    put_rows(desk.tables, [Setting(0, "quote.chain.discount", "all head_office")])
    do("StartQuote", StartQuote(HEAD, desk.lines((PICTURE[1]._replace(discount=140_000),))))
    row = next(row for row in desk.tables["quote"].values() if row.state == "draft")
    do("ApproveQuote", ApproveQuote(row.id, row.content_hash), MAJA)
