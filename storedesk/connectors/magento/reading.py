"""Pages of every kind: what each asks for, and how it goes on."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from typing import Any

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.cursors import Cursor, cursor_from
from storedesk.connectors.magento.open_goods import OpenGoods
from storedesk.connectors.magento.scalars import Odd, text
from storedesk.connectors.magento.search import Filter, changed_since, page_after
from storedesk.connectors.magento.settings import Settings
from storedesk.connectors.magento.shop_facts import ShopFacts
from storedesk.connectors.neutral import Remote
from storedesk.connectors.port import Page, Problem

Item = Mapping[str, Any]
Groups = Sequence[Sequence[Filter]]


class Line:
    """What readers share."""

    def __init__(self, client: Client, facts: ShopFacts, settings: Settings, now: Callable[[], int]) -> None:
        self.client, self.facts, self.settings, self.now = client, facts, settings, now
        self.goods = OpenGoods(client, facts, settings, now)


class Mapped:
    """Records of a page, and those that could not be understood."""

    def __init__(self) -> None:
        self.records: list[Remote] = []
        self.problems: list[Problem] = []

    def take(self, external_id: str, make: Callable[[], Remote | None]) -> None:
        """One record; what is odd in it is set aside with its id."""
        try:
            made = make()
        except Odd as error:
            self.problems.append(Problem(external_id, str(error)))
            return
        if made is not None:
            self.records.append(made)

    def take_all(self, items: Iterable[Item], make: Callable[[Item], Remote | None], key: str) -> None:
        for item in items:
            self.take(text(item.get(key)), lambda item=item: make(item))  # type: ignore[misc]

    def page(self, cursor: Cursor, total: int | None = None, gone: tuple[str, ...] = ()) -> Page:
        return Page(tuple(self.records), cursor.text(), total, gone, tuple(self.problems))


async def keyset_pages(
    line: Line,
    path: str,
    groups: Groups,
    cursor: Cursor,
    key: str,
    field: str,
    take: Callable[[Mapped, Sequence[Item]], Any],
) -> AsyncIterator[Page]:
    """Pages of a list by its ids, at least one; ``take`` is awaited for each page's items."""
    while True:
        found = await page_after(line.client, path, groups, cursor.after, line.settings.page_size, key, field)
        begun = cursor.begun or line.client.shop_now
        mapped = Mapped()
        await take(mapped, found.items)
        total = cursor.done + found.left
        done = cursor.done + len(found.items)
        after = str(found.items[-1].get(key)) if found.items else cursor.after
        cursor = cursor._replace(step="list", after=after, begun=begun, done=done)
        if found.ended:
            yield mapped.page(cursor.ended(full=not cursor.since), total)
            return
        yield mapped.page(cursor, total)


def begin(text: str, *, anew: bool) -> Cursor:
    """Where a pass goes on; ``anew`` begins a load again that had ended."""
    cursor = cursor_from(text)
    return Cursor() if anew and not cursor.step else cursor


def since_groups(cursor: Cursor) -> list[list[Filter]]:
    """The filter of what changed since the last pass; none in a first one."""
    return [changed_since(cursor.since)] if cursor.since else []
