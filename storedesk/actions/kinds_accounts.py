"""The kinds of action of accounts: companies and their people added, what a company's approvers said."""

from storedesk.actions import buyer_approval, company_work, quote_args
from storedesk.actions.action import ActionKind
from storedesk.actions.company_args import AddCompany, AddContact

_WRITE = "quote.write"

ACCOUNT_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "AddCompany", 1, AddCompany, _WRITE, False, company_work.begin_company, company_work.add_company
    ),
    ActionKind(
        "AddContact",
        1,
        AddContact,
        _WRITE,
        False,
        company_work.begin_contact,
        company_work.add_contact,
        personal=("name", "phone", "email"),
    ),
    ActionKind(
        "NoteCompanyApproval",
        1,
        quote_args.NoteCompanyApproval,
        _WRITE,
        False,
        buyer_approval.begin_note,
        buyer_approval.note,
    ),
)
