"""The questions of the customers screen at a desk: companies by any fragment, one account in full."""

from storedesk.actions.company_work import read_number, same_number
from storedesk.actions.reading import row_or_none
from storedesk.desk import account_views as v
from storedesk.desk.account_details import Sums, Work, derive_account, derive_hit
from storedesk.desk.looked_at import LookedAt, derive_looked_at
from storedesk.desk.moments import Look
from storedesk.domain.business_number import NotABusinessNumber
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Company
from storedesk.domain.wall_clock import day_from, moment_of, zone_named
from storedesk.storage import desk_account_reads as accounts
from storedesk.storage import desk_quote_reads as quotes
from storedesk.storage.row_reader import Driver


class AccountLookUp:
    """Answers from a desk's rows through a read-only connection; not safe for several threads at once.

    ``zone`` is that of the place, ``heard_at`` (UTC ms) when this desk last heard from the central system.
    """

    def __init__(self, connection: Driver, look: Look, zone: str, heard_at: int | None) -> None:
        self._connection, self._look, self._heard_at = connection, look, heard_at
        self._zone = zone_named(zone)

    def found(self, text: str) -> tuple[v.CompanyRow, ...]:
        return tuple(derive_hit(hit) for hit in accounts.companies_found(self._connection, text))

    def account(self, company_id: int) -> v.AccountView | None:
        """None where the company is not on this desk; an account merged into another shows that one."""
        state = quotes.DeskRows(self._connection)
        company = row_or_none(state, Company, company_id)
        if company is not None and company.merged_into is not None:
            company = row_or_none(state, Company, company.merged_into)
        if company is None:
            return None
        tree = quotes.company_tree(self._connection, company.id)
        own = _with_below(tree, company.id)
        all_ids = tuple(row.id for row in tree)
        today = self._look.hours.local_day(self._look.now)
        month = moment_of(day_from(f"{today[:7]}-01"), 0, self._zone)
        payers = _same_payer(tree, company)
        sums = Sums(
            accounts.open_on_account(self._connection, payers),
            accounts.quoted(self._connection, payers, today),
            accounts.spent_since(self._connection, all_ids, month),
        )
        orders = quotes.orders_of_companies(self._connection, own)
        found = quotes.quotes_of_companies(self._connection, own)
        counts = quotes.line_counts(self._connection, found)
        work = Work(
            tuple((order, quotes.order_line_count(self._connection, order.id)) for order in orders),
            tuple((quote, counts[quote.id, quote.version]) for quote in found),
        )
        return derive_account(state, company, tree, sums, work, self._look, self._heard_at)

    def looked_at(self, company_id: int) -> LookedAt:
        """What its people and those below it looked at online, with their consent."""
        return derive_looked_at(self._connection, company_id, self._look)

    def name_with(self, country: str, number: str) -> str:
        """The name of the company that has an organisation number already; empty for none or a wrong number."""
        try:
            read = read_number(country, number)
        except NotABusinessNumber:
            return ""
        state = quotes.DeskRows(self._connection)
        same = same_number(state, country, number.strip() if read is None else read.text)
        return "" if same is None else clean_text(same.name, NAME_SHOWN)


def _with_below(tree: tuple[Company, ...], company_id: int) -> tuple[int, ...]:
    """A company and all below it; the tree is in order from its top."""
    below = {company_id}
    for row in tree:
        if row.parent_id in below:
            below.add(row.id)
    return tuple(sorted(below))


def _same_payer(tree: tuple[Company, ...], company: Company) -> tuple[int, ...]:
    """All whose purchases use the same credit: below the payer, without branches that have a limit of their own."""
    by_id = {row.id: row for row in tree}
    payer = company
    while not payer.credit_limit and payer.parent_id in by_id:
        payer = by_id[payer.parent_id]
    using = {payer.id}
    for row in tree:
        if row.parent_id in using and not row.credit_limit:
            using.add(row.id)
    return tuple(sorted(using))
