"""Reads customers and companies."""

from collections.abc import AsyncIterator, Mapping, Sequence

from storedesk.connectors.magento.cursors import Cursor
from storedesk.connectors.magento.mapping_accounts import company_of, customer_of
from storedesk.connectors.magento.reading import Groups, Item, Line, Mapped, begin, keyset_pages, since_groups
from storedesk.connectors.magento.scalars import text
from storedesk.connectors.magento.search import every, one_of
from storedesk.connectors.magento.shop_facts import COMPANY, CREDIT, RELATIONS
from storedesk.connectors.port import Page

CUSTOMERS, COMPANIES = "/V1/customers/search", "/V1/company/"


async def customers(line: Line, cursor_text: str, *, anew: bool) -> AsyncIterator[Page]:
    cursor = begin(cursor_text, anew=anew)
    groups, roles = await line.facts.groups(), await line.facts.roles(line.now())

    async def take(mapped: Mapped, items: Sequence[Item]) -> None:
        mapped.take_all(items, lambda item: customer_of(item, groups, roles), "id")

    wanted = since_groups(cursor)
    async for page in keyset_pages(line, CUSTOMERS, wanted, cursor, "id", "entity_id", take):
        yield page


async def customers_of(line: Line, ids: Sequence[str]) -> Page:
    mapped, groups = Mapped(), await line.facts.groups()
    roles = await line.facts.roles(line.now())
    found = [
        one
        async for one in every(
            line.client, CUSTOMERS, [one_of("entity_id", ids)], 100, "id", field="entity_id"
        )
    ]
    mapped.take_all(found, lambda item: customer_of(item, groups, roles), "id")
    there = {text(item.get("id")) for item in found}
    return mapped.page(Cursor(), None, tuple(one for one in ids if one not in there))


async def companies(line: Line, cursor_text: str) -> AsyncIterator[Page]:
    """All of them: a company has no time of change. None where the module is not there."""
    if not await line.facts.has(COMPANY):
        yield Mapped().page(Cursor(since=line.client.shop_now), 0)
        return
    cursor, parents = begin(cursor_text, anew=True), await _parents(line)
    line.facts.forget("groups")

    async def take(mapped: Mapped, items: Sequence[Item]) -> None:
        await _take_companies(line, mapped, items, parents)

    async for page in keyset_pages(line, COMPANIES, (), cursor, "id", "entity_id", take):
        yield page


async def companies_of(line: Line, ids: Sequence[str]) -> Page:
    mapped, parents = Mapped(), await _parents(line)
    groups: Groups = [one_of("entity_id", ids)]
    found = [one async for one in every(line.client, COMPANIES, groups, 100, "id", field="entity_id")]
    await _take_companies(line, mapped, found, parents)
    there = {text(item.get("id")) for item in found}
    return mapped.page(Cursor(), None, tuple(one for one in ids if one not in there))


async def _take_companies(
    line: Line, mapped: Mapped, items: Sequence[Item], parents: Mapping[str, str]
) -> None:
    groups, currency = await line.facts.groups(), (await line.facts.scope()).currency
    credit: dict[str, Item] = {}
    ids = [text(item.get("id")) for item in items]
    if ids and await line.facts.has(CREDIT):
        path, wanted = "/V1/companyCredits/", [one_of("company_id", ids)]
        async for row in every(line.client, path, wanted, 100, "id", field="entity_id"):
            credit[text(row.get("company_id"))] = row
    for item in items:
        own = text(item.get("id"))
        mapped.take(
            own,
            lambda item=item, own=own: company_of(  # type: ignore[misc]
                item, credit.get(own, {}), parents.get(own, ""), groups, currency
            ),
        )


async def _parents(line: Line) -> Mapping[str, str]:
    """Whose company is below whose, where the shop knows it."""
    if not await line.facts.has(RELATIONS):
        return {}
    found = every(line.client, "/V1/company/relations", (), 100, "company_id")
    return {text(one.get("company_id")): text(one.get("parent_id")) async for one in found}
