"""Contract prices of an ERP system: lists with their breaks and validity, and whose list they are."""

from collections.abc import Sequence

from storedesk.connectors.erp_rows import QUANTITY_PLACES, ErpPrice, price_of
from storedesk.connectors.feed_table import FeedRow
from storedesk.connectors.values import Unreadable
from storedesk.domain.currency import MINOR_DIGITS
from storedesk.domain.master import COMPANY, PRICE
from storedesk.domain.price_list import CONTRACT
from storedesk.domain.records import Price, PriceList
from storedesk.hub.erp.erp_intake import Came, ErpWork
from storedesk.hub.tills.articles import Article, Articles
from storedesk.storage import erp_reads
from storedesk.storage.rows import Rows

_ANY_PLACE = 0


def take_prices(work: ErpWork, rows: Sequence[FeedRow]) -> Came:
    came = Came(work)
    said: list[tuple[FeedRow, ErpPrice]] = []
    for row in rows:
        try:
            said.append((row, price_of(row, work.read, work.mapping.values.currency)))
        except Unreadable as error:
            came.refuse(row, str(error))
    if not came.may(PRICE, CONTRACT):
        for _, one in said:
            came.refuse_field(PRICE, one.sku)
        return came
    articles = Articles(work.connection, [(_ANY_PLACE, one.sku) for _, one in said])
    found = Rows(work.connection).get_many("price_list", [(one.list_code,) for _, one in said])
    lists: dict[str, PriceList] = {key[0]: stored.row for key, stored in found.items()}  # type: ignore[misc]
    for row, one in said:
        why = _price(work, came, one, articles.find(_ANY_PLACE, one.sku), lists)
        if why:
            came.refuse(row, why)
    _assign(work, came, [one for row, one in said if one.company])
    return came


def _price(
    work: ErpWork, came: Came, one: ErpPrice, article: Article | str, lists: dict[str, PriceList]
) -> str:
    """Why the row cannot go in, or nothing."""
    if isinstance(article, str):
        return f"the article is {article}"
    if one.currency not in MINOR_DIGITS:
        return "the currency is not known"
    before = lists.get(one.list_code)
    gross = int(work.mapping.values.prices_include_tax)
    if before is not None and before.kind != CONTRACT:
        return "a list of another kind has this code"
    if before is not None and one.valid_until and before.valid_until not in ("", one.valid_until) and (
        "price_list", one.list_code) in came.rows:  # fmt: skip
        return f"the list ends on {before.valid_until} by an earlier row"
    head = before or PriceList(one.list_code, one.name, CONTRACT, one.currency, gross, "", "", 0, "")
    head = head._replace(
        name=one.name if one.name != one.list_code else head.name,
        valid_until=one.valid_until or head.valid_until,
    )
    steps = one.from_quantity * article.unit.step // 10**QUANTITY_PLACES
    lowest = 1 if steps <= article.unit.step else steps
    price = Price(one.list_code, article.variant_id, one.currency, lowest, one.valid_from, one.amount, gross)
    lists[one.list_code] = head
    came.rows["price_list", one.list_code] = head
    came.rows["price", (article.variant_id, one.list_code, one.currency, lowest, one.valid_from)] = price
    return ""


def _assign(work: ErpWork, came: Came, said: Sequence[ErpPrice]) -> None:
    """The company of a row buys by its list."""
    companies = erp_reads.companies_by_number(work.connection, [one.company for one in said])
    for one in said:
        for company in companies.get(one.company, ()):
            if company.price_list == one.list_code:
                continue
            if came.may(COMPANY):
                came.rows["company", company.id] = company._replace(price_list=one.list_code)
            else:
                came.refuse_field(COMPANY, one.company)
