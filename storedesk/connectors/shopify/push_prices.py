"""Prices, titles and whether a product is shown."""

from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, ListingPush, Outcome, PricePush
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_prices import list_prices_from
from storedesk.connectors.shopify.mapping_products import LISTED
from storedesk.connectors.shopify.node_fields import Node, amount, decimal_text, gid, tail
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.refusals import answered
from storedesk.domain.plain_text import clean_text

NOT_LISTED = "DRAFT"


class PricePushes:
    """Setting a price or a title again does no harm, so every try simply sets it."""

    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._client: Client = pager.client

    async def price(self, ask: PricePush) -> Outcome:
        if not ask.list_code:
            return await self._own(ask)
        return await (self._of_list(ask) if ask.from_quantity == 1 else self._break(ask))

    async def price_shown(self, ask: PricePush) -> Outcome:
        """Whether Shopify shows this price."""
        variant = gid("ProductVariant", ask.variant_id)
        if not ask.list_code:
            node = await self._variant(variant)
            shown = None if node is None else amount(node.get("price"), "price")
            return Outcome(DONE if shown == ask.amount else NOT_DONE)
        values = {"id": gid("PriceList", ask.list_code), "query": f"variant_id:{tail(variant)}"}
        part = await self._pager.part("ListPricesOfVariant", ("priceList", "prices"), values)
        found = [price for node in part.nodes for price in list_prices_from(node, ask.list_code, ask.gross)]
        wanted = (variant, ask.from_quantity, ask.amount)
        there = wanted in [(price.variant_id, price.from_quantity, price.amount) for price in found]
        return Outcome(DONE if there else NOT_DONE)

    async def listing(self, ask: ListingPush) -> Outcome:
        product: dict[str, str] = {"id": gid("Product", ask.product_id)}
        if ask.title is not None:
            product["title"] = clean_text(ask.title, 255)
        if ask.listed is not None:
            product["status"] = LISTED if ask.listed else NOT_LISTED
        data = await self._client.ask("ProductListing", {"product": product})
        return answered(data["productUpdate"]["userErrors"])

    async def listing_shown(self, ask: ListingPush) -> Outcome:
        name = gid("Product", ask.product_id)
        found = [node async for node in self._pager.by_ids("ProductsById", [name])]
        if not found:
            return Outcome(REFUSED, "not_linked")
        titled = ask.title is None or found[0].get("title") == clean_text(ask.title, 255)
        listed = ask.listed is None or (found[0].get("status") == LISTED) == ask.listed
        return Outcome(DONE if titled and listed else NOT_DONE)

    async def _own(self, ask: PricePush) -> Outcome:
        if ask.from_quantity != 1:
            return Outcome(REFUSED, "not_supported", "The shop's own price has no quantity breaks.")
        node = await self._variant(gid("ProductVariant", ask.variant_id))
        if node is None:
            return Outcome(REFUSED, "not_linked")
        variants = [{"id": node["id"], "price": decimal_text(ask.amount)}]
        data = await self._client.ask(
            "VariantPrices", {"productId": node["product"]["id"], "variants": variants}
        )
        return answered(data["productVariantsBulkUpdate"]["userErrors"])

    async def _of_list(self, ask: PricePush) -> Outcome:
        price = {"variantId": gid("ProductVariant", ask.variant_id), "price": _money(ask)}
        values = {"priceListId": gid("PriceList", ask.list_code), "prices": [price]}
        data = await self._client.ask("ListPrices", values)
        return answered(data["priceListFixedPricesAdd"]["userErrors"])

    async def _break(self, ask: PricePush) -> Outcome:
        step = {
            "variantId": gid("ProductVariant", ask.variant_id),
            "minimumQuantity": ask.from_quantity,
            "price": _money(ask),
        }
        nothing: dict[str, list[object]] = {
            "pricesToAdd": [], "pricesToDeleteByVariantId": [], "quantityPriceBreaksToDelete": [],
            "quantityRulesToAdd": [], "quantityRulesToDeleteByVariantId": [],
        }  # fmt: skip
        values = {
            "priceListId": gid("PriceList", ask.list_code),
            "input": {**nothing, "quantityPriceBreaksToAdd": [step]},
        }
        data = await self._client.ask("PriceBreaks", values)
        return answered(data["quantityPricingByVariantUpdate"]["userErrors"])

    async def _variant(self, name: str) -> Node | None:
        found = [node async for node in self._pager.by_ids("VariantsById", [name], inner=False)]
        return found[0] if found else None


def _money(ask: PricePush) -> dict[str, str]:
    return {"amount": decimal_text(ask.amount), "currencyCode": ask.currency}
