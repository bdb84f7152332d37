"""The Shopify connector: the port's seven calls, each handed to what does it."""

from collections.abc import AsyncIterator, Mapping, Sequence

from storedesk.connectors.port import Capability, Checked, Delivery, Hint, Keep, Kind, Page, Surroundings
from storedesk.connectors.pushes import Outcome, Push
from storedesk.connectors.shopify.answers import NotUnderstood, TooCostly
from storedesk.connectors.shopify.bulk import Bulk
from storedesk.connectors.shopify.checking import Checking, wanted_topics
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.pushing import Pushing
from storedesk.connectors.shopify.read_levels import Levels
from storedesk.connectors.shopify.reading import Reading
from storedesk.connectors.shopify.settings import settings_from
from storedesk.connectors.shopify.signals import Signals, hints_from
from storedesk.connectors.trouble import Stopped


class ShopifyConnector:
    """One per shop; lives on one event loop."""

    def __init__(self, entered: Mapping[str, str], surroundings: Surroundings) -> None:
        """Raises ValueError with a sentence that says what to enter."""
        self._settings = settings_from(entered)
        self._may_write = surroundings.may_write
        self._client = Client(self._settings, surroundings)
        self._pager = Pager(self._client)
        bulk = Bulk(self._client, surroundings.transport)
        levels = Levels(self._pager, bulk)
        self._reading = Reading(self._pager, bulk, levels)
        self._pushing = Pushing(self._pager, levels)
        self._checking = Checking(self._pager, self._settings)
        self.capabilities = frozenset(Capability)

    async def check(self) -> Checked:
        checked = await self._checking.check()
        self.capabilities = checked.capabilities
        return checked

    async def load(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        async for page in self._read(kind, cursor, everything=True):
            yield page

    async def changes(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        """With the places, now and then, subscriptions are mended that Shopify has dropped."""
        if kind == Kind.PLACES and self._settings.hook_address and self._may_write:
            await self.mend_signals()
        async for page in self._read(kind, cursor, everything=False):
            yield page

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Page:
        return await self._reading.reread(kind, external_ids)

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        return await self._pushing.push(pushes)

    async def look_up(self, push: Push) -> Outcome:
        return await self._pushing.look_up(push)

    def hint(self, delivery: Delivery) -> list[Hint]:
        return hints_from(delivery, self._settings.hook_secrets, self._client.host)

    async def mend_signals(self) -> list[str]:
        """Asks for webhooks that are missing at the address of the settings; says which the shop refused."""
        topics = wanted_topics(Capability.B2B in self.capabilities)
        return await Signals(self._pager).mend(self._settings.hook_address, topics)

    def keep_with(self, keep: Keep) -> None:
        """For a refresh token, which works once."""
        self._client.tokens.keep = keep

    async def close(self) -> None:
        await self._client.close()

    async def _read(self, kind: Kind, cursor: str, everything: bool) -> AsyncIterator[Page]:
        try:
            async for page in self._reading.read(kind, cursor, everything):
                yield page
        except (NotUnderstood, TooCostly) as error:
            raise Stopped("not_supported", str(error)) from error
