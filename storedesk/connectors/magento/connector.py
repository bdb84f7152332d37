"""One process's line to a Magento shop, as the port wants it."""

from collections.abc import AsyncIterator, Mapping, Sequence

from storedesk.connectors.magento import reading_accounts, reading_orders, reading_prices, reading_stock
from storedesk.connectors.magento.checking import check
from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.hints import hints_of
from storedesk.connectors.magento.pushing import look_up, push_all
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.reading_products import ProductReader
from storedesk.connectors.magento.refusals import SaidNo
from storedesk.connectors.magento.scalars import Odd
from storedesk.connectors.magento.settings import settings_from
from storedesk.connectors.magento.shop_facts import ShopFacts
from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.port import Capability, Checked, Delivery, Hint, Kind, Page, Surroundings
from storedesk.connectors.pushes import Outcome, Push
from storedesk.connectors.trouble import Stopped

_NOT_NUMBERS = (Kind.PLACES, Kind.LEVELS, Kind.PRICES)


class MagentoConnector:
    """``capabilities`` are those that every shop may have until ``check`` knows better."""

    capabilities: frozenset[Capability]

    def __init__(self, entered: Mapping[str, str], surroundings: Surroundings) -> None:
        """Raises ValueError with the setting that cannot be used."""
        settings = settings_from(entered)
        client = Client(settings.address, settings.store_view, settings.keys, surroundings)
        self._line = Line(client, ShopFacts(client, settings), settings, surroundings.now)
        self._products = ProductReader(self._line)
        self.capabilities = frozenset(Capability) - {Capability.BULK}
        if not settings.hook_secret:
            self.capabilities -= {Capability.WEBHOOKS}

    async def check(self) -> Checked:
        checked = await check(self._line)
        self.capabilities = checked.capabilities
        return checked

    async def load(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        async for page in _answered(self._pages(kind, cursor, anew=True), kind):
            yield page

    async def changes(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        async for page in _answered(self._pages(kind, cursor, anew=False), kind):
            yield page

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Page:
        ids = [one for one in dict.fromkeys(external_ids) if one.isdigit() or kind in _NOT_NUMBERS]
        lost = tuple(one for one in external_ids if one not in ids)
        try:
            page = await self._reread(kind, ids) if ids else Page((), "")
        except (SaidNo, Odd) as error:
            raise Stopped("not_supported", f"{kind}: {error}"[:200]) from error
        return page._replace(gone=page.gone + lost)

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        return await push_all(self._line, pushes)

    async def look_up(self, push: Push) -> Outcome:
        return await look_up(self._line, push)

    def will_send(self, goods: Mapping[tuple[str, str], int]) -> None:
        """The shop knows the source of a parcel only once it is shipped."""
        self._line.goods.will_send(goods)

    def hint(self, delivery: Delivery) -> list[Hint]:
        return hints_of(delivery, self._line.settings.hook_secret)

    async def close(self) -> None:
        await self._line.client.close()

    async def _pages(self, kind: Kind, cursor: str, *, anew: bool) -> AsyncIterator[Page]:
        line = self._line
        if kind == Kind.PLACES:
            yield await reading_stock.places(line)
            return
        pages = {
            Kind.PRODUCTS: lambda: self._products.load(cursor) if anew else self._products.changes(cursor),
            Kind.PRICES: lambda: reading_prices.prices(line, cursor, everything=anew),
            Kind.LEVELS: lambda: reading_stock.levels(line, cursor),
            Kind.COMPANIES: lambda: reading_accounts.companies(line, cursor),
            Kind.CUSTOMERS: lambda: reading_accounts.customers(line, cursor, anew=anew),
            Kind.ORDERS: lambda: reading_orders.orders(line, cursor, anew=anew),
            Kind.QUOTES: lambda: reading_orders.quotes(line, cursor, anew=anew),
        }[kind]()
        async for page in pages:
            yield page

    async def _reread(self, kind: Kind, ids: Sequence[str]) -> Page:
        line = self._line
        match kind:
            case Kind.PLACES:
                return _only(await reading_stock.places(line), ids)
            case Kind.PRODUCTS:
                return await self._products.reread(ids)
            case Kind.PRICES:
                return await reading_prices.prices_of(line, ids)
            case Kind.LEVELS:
                return await reading_stock.levels_of(line, ids)
            case Kind.COMPANIES:
                return await reading_accounts.companies_of(line, ids)
            case Kind.CUSTOMERS:
                return await reading_accounts.customers_of(line, ids)
            case Kind.ORDERS:
                return await reading_orders.orders_of(line, ids)
            case Kind.QUOTES:
                return await reading_orders.quotes_of(line, ids)


async def _answered(pages: AsyncIterator[Page], kind: Kind) -> AsyncIterator[Page]:
    """A refusal of a whole list means that the shop lacks it or wants another call."""
    try:
        async for page in pages:
            yield page
    except (SaidNo, Odd) as error:
        raise Stopped("not_supported", f"{kind}: {error}"[:200]) from error


def _only(page: Page, ids: Sequence[str]) -> Page:
    """The places that were asked for, out of all."""
    found = {one.external_id: one for one in page.records if isinstance(one, RemotePlace)}
    gone = tuple(one for one in ids if one not in found)
    return page._replace(records=tuple(found[one] for one in ids if one in found), gone=gone)
