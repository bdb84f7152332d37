"""An order out of a quote of ours: a draft order with the agreed prices, completed at once."""

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, OrderAsk, OrderLineAsk, Outcome
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_orders import PLACE_KEY, QUOTE_KEY
from storedesk.connectors.shopify.node_fields import Node, attribute, children, decimal_text, gid, id_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.refusals import refusal
from storedesk.domain.plain_text import clean_text

TAG = "sdq-"
LATEST = 25
"""So many of the newest drafts are looked through, for the search learns of a draft only after a while."""


class QuotePushes:
    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._client: Client = pager.client

    async def order(self, ask: OrderAsk) -> Outcome:
        """Looks for the draft before it makes one: making one knows no key. What a buyer has asked for is the draft
        itself, with our lines and prices in it."""
        draft = await self._found(ask)
        if draft is None or (not draft.get("order") and attribute(draft, QUOTE_KEY) != ask.desk_id):
            made = await self._written(ask, draft)
            if isinstance(made, Outcome):
                return made
            draft = made
        if draft.get("order"):
            ours = attribute(draft, QUOTE_KEY) == ask.desk_id
            return Outcome(DONE, made=id_of(draft["order"])) if ours else Outcome(REFUSED, "over")
        done = (await self._client.ask("QuoteComplete", {"id": id_of(draft)}))["draftOrderComplete"]
        if done["userErrors"]:
            return refusal(done["userErrors"])
        return Outcome(DONE, made=id_of((done["draftOrder"] or {}).get("order")))

    async def order_shown(self, ask: OrderAsk) -> Outcome:
        draft = await self._found(ask)
        ours = draft is not None and attribute(draft, QUOTE_KEY) == ask.desk_id
        order = draft.get("order") if draft is not None and ours else None
        return Outcome(DONE, made=id_of(order)) if order else Outcome(NOT_DONE)

    async def _written(self, ask: OrderAsk, asked: Node | None) -> Node | Outcome:
        """The draft with our content: the buyer's own, or a new one."""
        if asked is not None:
            values = {"id": id_of(asked), "input": _input(ask, {})}
            found = (await self._client.ask("QuoteUpdate", values))["draftOrderUpdate"]
        else:
            buyer = await self._buyer(ask)
            if buyer is None:
                return Outcome(
                    REFUSED, "not_linked", "The company, its site or its contact is not known there."
                )
            found = (await self._client.ask("QuoteCreate", {"input": _input(ask, buyer)}))["draftOrderCreate"]
        if found["userErrors"]:
            return refusal(found["userErrors"])
        draft: Node = found["draftOrder"]
        return draft

    async def _found(self, ask: OrderAsk) -> Node | None:
        """The draft that carries the quote's id, else the request that it answers, if that is still there."""
        by_tag = await self._client.ask("QuotesByTag", {"query": f"tag:'{tag_of(ask.desk_id)}'"})
        latest = await self._client.ask("LatestQuotes", {"first": LATEST})
        drafts = children(by_tag, "draftOrders") + children(latest, "draftOrders")
        asked: list[Node] = []
        if ask.asked_there:
            ids = [gid("DraftOrder", ask.asked_there)]
            asked = [node async for node in self._pager.by_ids("QuotesById", ids)]
        ours = [one for one in [*drafts, *asked] if attribute(one, QUOTE_KEY) == ask.desk_id]
        done = (one for one in ours if one.get("order"))
        return next(done, next(iter(ours or asked), None))

    async def _buyer(self, ask: OrderAsk) -> dict[str, object] | None:
        """A company buys with all three of its ids, of which some may have to be found; a person by its own."""
        if not ask.company_id and not ask.site_id:
            return {"customerId": gid("Customer", ask.contact_id)} if ask.contact_id else {}
        company, contact, site = await self._company(ask.site_id or ask.company_id)
        contact = await self._contact(ask.contact_id, company) or contact
        if not (company and contact and site):
            return None
        ids = {"companyId": company, "companyContactId": contact, "companyLocationId": site}
        return {"purchasingCompany": ids}

    async def _company(self, name: str) -> tuple[str, str, str]:
        """Company, main contact and site of a company's or a site's id."""
        node = (await self._client.ask("CompanyIds", {"companyId": gid("CompanyLocation", name)}))["node"]
        if not node:
            return "", "", ""
        if node.get("company"):
            return id_of(node["company"]), id_of(node["company"].get("mainContact")), id_of(node)
        site = next((id_of(one) for one in children(node, "locations")), "")
        return id_of(node), id_of(node.get("mainContact")), site

    async def _contact(self, name: str, company: str) -> str:
        if not name or "/CompanyContact/" in name:
            return name
        found = (await self._client.ask("BuyerIds", {"customerId": gid("Customer", name)}))["customer"]
        contacts = (found or {}).get("companyContactProfiles") or ()
        return next((id_of(one) for one in contacts if id_of(one.get("company")) == company), "")


def tag_of(desk_id: str) -> str:
    """The tag that only this quote's draft has."""
    return TAG + desk_id


def _input(ask: OrderAsk, buyer: dict[str, object]) -> dict[str, object]:
    attributes = [{"key": QUOTE_KEY, "value": ask.desk_id}]
    if ask.delivery == COLLECTED and ask.pickup_place:
        attributes.append({"key": PLACE_KEY, "value": gid("Location", ask.pickup_place)})
    draft: dict[str, object] = {
        "note": clean_text(f"{ask.number} {ask.note}", 2000),
        "tags": ["storedesk-quote", tag_of(ask.desk_id)],
        "sourceName": "storedesk",
        "customAttributes": attributes,
        "lineItems": [_line(line, ask.currency) for line in ask.lines],
    }
    if ask.po_number:
        draft["poNumber"] = clean_text(ask.po_number, 80)
    return draft | ({"purchasingEntity": buyer} if buyer else {})


def _line(line: OrderLineAsk, currency: str) -> dict[str, object]:
    """An article's agreed price is an override: its other price field is ignored beside a variant."""
    money = {"amount": decimal_text(line.price), "currencyCode": currency}
    if line.variant_id:
        return {
            "variantId": gid("ProductVariant", line.variant_id),
            "quantity": line.quantity,
            "priceOverride": money,
        }
    return {
        "title": clean_text(line.name, 200) or line.sku,
        "sku": line.sku,
        "quantity": line.quantity,
        "originalUnitPriceWithCurrency": money,
    }
