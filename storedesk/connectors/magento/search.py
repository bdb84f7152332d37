"""Asks Magento's lists: filters as query parameters, pages by the last id, and when a list has ended."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.scalars import moment_text, record, rows, whole

OVERLAP_MS = 120_000
"""Times there have whole seconds and their writers' clocks differ: what was changed so long before counts again."""

Filter = tuple[str, str, str]
"""A field, a condition and a value; a list of them in one group means any of them."""


class Rows(NamedTuple):
    """``left`` is how many there were from this page on; ``ended`` whether there are more."""

    items: Sequence[Mapping[str, Any]]
    left: int
    ended: bool


def criteria(
    groups: Sequence[Sequence[Filter]], size: int, sort: str = "entity_id", page: int = 1
) -> list[tuple[str, str]]:
    """All groups must hold; within a group one filter is enough. Sorted upwards by a field without doubles."""
    query = []
    for place, group in enumerate(groups):
        for number, (field, condition, value) in enumerate(group):
            start = f"searchCriteria[filterGroups][{place}][filters][{number}]"
            query += [(f"{start}[field]", field), (f"{start}[value]", value)]
            query.append((f"{start}[conditionType]", condition))
    if sort:
        query.append(("searchCriteria[sortOrders][0][field]", sort))
        query.append(("searchCriteria[sortOrders][0][direction]", "ASC"))
    query.append(("searchCriteria[pageSize]", str(size)))
    query.append(("searchCriteria[currentPage]", str(page)))
    return query


def one_of(field: str, values: Sequence[str]) -> list[Filter]:
    """A group that wants any of the values. One with a comma cannot stand in a list, and gets its own filter."""
    plain = [value for value in values if "," not in value]
    odd = [(field, "eq", value) for value in values if "," in value]
    return ([(field, "in", ",".join(plain))] if plain else []) + odd


def changed_since(at: int) -> list[Filter]:
    return [("updated_at", "gteq", moment_text(at - OVERLAP_MS))]


async def page_after(
    client: Client,
    path: str,
    groups: Sequence[Sequence[Filter]],
    after: str,
    size: int,
    key: str = "entity_id",
    field: str | None = None,
) -> Rows:
    """The rows whose ``key`` comes after ``after``; ``field`` is the key's name in the filter. No row is passed
    over when others change or go in between, as with page numbers."""
    name = field or key
    wanted = [*groups, [(name, "gt", after)]] if after else list(groups)
    body = record(await client.get(path, criteria(wanted, size, name)))
    items = rows(body.get("items"))
    left = whole(body.get("total_count"), "total_count")
    repeated = bool(after) and any(str(item.get(key)) == after for item in items)
    more = left > len(items) if body.get("total_count") is not None else len(items) >= size
    return Rows(items, left, repeated or not items or not more)


async def every(
    client: Client,
    path: str,
    groups: Sequence[Sequence[Filter]],
    size: int,
    key: str = "entity_id",
    field: str | None = None,
) -> AsyncIterator[Mapping[str, Any]]:
    """All rows, page by page."""
    after = ""
    while True:
        found = await page_after(client, path, groups, after, size, key, field)
        for item in found.items:
            yield item
        if found.ended:
            return
        after = str(found.items[-1].get(key))
