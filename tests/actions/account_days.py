"""Scripted work on companies in which every kind is done and refused, and every refusal of theirs is given."""

from storedesk.actions.action import Accepted, Args, Rejected
from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.quote_args import AskForOrder, IssueQuote, NoteCompanyApproval, StartQuote
from storedesk.actions.registry import decide, may_begin
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
from tests.memory_state import MemoryState, carry_out_all
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
    do("AddContact", AddContact(VARV, "Siv Ek", "approver", "070-174 06 33", "siv@example.se"))
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
    return tuple(done)
