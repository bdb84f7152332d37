"""Signing in, pacing, the connection check and webhooks."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Mapping

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.connectors.platforms import platform_named
from storedesk.connectors.port import CAN_WAIT, NEEDED, OK, Capability, Delivery, Kind, NotGenuine
from storedesk.connectors.trouble import Stopped, Unreachable
from tests.connectors.shopify.shopify_world import ShopifyWorld, pages, records, run

HOOKS = "https://central.example.com/v1/hooks/shopify"


class Kept:
    """Where renewed secrets are kept; while it is ``full`` nothing is."""

    def __init__(self, *, full: bool = False) -> None:
        self.full = full
        self.tokens: list[str] = []

    async def keep(self, renewed: Mapping[str, str]) -> None:
        if self.full:
            raise OSError("full")
        self.tokens.append(renewed["refresh_token"])


def test_the_platform_is_registered_with_its_fields() -> None:
    platform = platform_named("shopify")
    assert [field.name for field in platform.fields if field.secret] == [
        "client_secret", "access_token", "refresh_token", "previous_secret",
    ]  # fmt: skip
    assert set(platform.every_seconds) == set(Kind)


def test_a_token_is_renewed_before_its_life_is_over_and_once_when_refused() -> None:
    async def test(world: ShopifyWorld) -> None:
        connector, line = world.connector(), world.shop.transport()
        await connector.check()
        made = line._made
        world.time += int(86_400_000 * 0.7)
        await connector.check()
        assert line._made == made
        world.time += int(86_400_000 * 0.11)
        await connector.check()
        assert line._made == made + 1
        line.forget_tokens()
        await connector.check()
        assert line._made == made + 2

    run(test)


def test_a_token_that_stays_needs_no_other_and_stops_when_refused() -> None:
    async def test(world: ShopifyWorld) -> None:
        entered = {"client_id": "", "client_secret": "", "access_token": world.shop.fixed_token}
        await world.connector(**entered).check()
        assert world.shop.transport()._made == 0
        with pytest.raises(Stopped) as caught:
            await world.connector(**{**entered, "access_token": "shpat_wrong"}).check()
        assert caught.value.why == "signed_out"

    run(test)


def test_a_refresh_token_works_once_and_the_next_is_handed_out_to_be_kept() -> None:
    async def test(world: ShopifyWorld) -> None:
        line, kept = world.shop.transport(), Kept()
        connector = world.connector(access_token="shpat_old", refresh_token="refresh-0")
        connector.keep_with(kept.keep)
        await connector.check()
        assert kept.tokens == [line.refresh_token] == ["refresh-1"]
        world.time += 3_600_000
        await connector.check()
        assert kept.tokens == ["refresh-1", "refresh-2"]

    run(test)


def test_a_refresh_token_that_could_not_be_kept_is_handed_out_again() -> None:
    async def test(world: ShopifyWorld) -> None:
        kept = Kept(full=True)
        connector = world.connector(access_token="shpat_old", refresh_token="refresh-0")
        connector.keep_with(kept.keep)
        with pytest.raises(OSError, match="full"):
            await connector.check()
        kept.full = False
        await connector.check()
        assert kept.tokens == [world.shop.transport().refresh_token] == ["refresh-1"]

    run(test)


def test_a_wrong_secret_is_signed_out() -> None:
    async def test(world: ShopifyWorld) -> None:
        with pytest.raises(Stopped) as caught:
            await world.connector(client_secret="wrong").check()
        assert caught.value.why == "signed_out"

    run(test)


@pytest.mark.parametrize("shows", [True, False])
def test_a_small_budget_is_kept_by_waiting_and_everything_is_read(shows: bool) -> None:
    async def test(world: ShopifyWorld) -> None:
        for number in range(30):
            variant, _item = world.article(f"A{number}", stock=9)
            world.shop.place_order([(variant, 1)], world.lund)
        world.shop.allows_bulk, world.shop.shows_throttle = False, shows
        world.shop.bucket, world.shop.rate, world.shop.most_cost = 200.0, 50.0, 180
        world.shop.transport()._level = 200.0
        connector = world.connector()
        found = await records(connector, Kind.ORDERS)
        assert len(found) == 30 and world.waited > 1
        assert world.shop.throttled == 0 or not shows

    run(test)


def test_a_throttled_answer_is_waited_for_and_asked_again() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.transport()._level = 0.0
        world.shop.rate = 1.0
        await world.connector().check()
        assert world.shop.throttled >= 1 and world.waited >= 1

    run(test)


def test_a_budget_that_never_fills_is_the_callers_trouble() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.transport()._level = 0.0
        world.shop.rate = 0.0
        with pytest.raises(Unreachable) as caught:
            await world.connector().check()
        assert caught.value.why == "busy" and not caught.value.maybe_done

    run(test)


def test_two_requests_side_by_side_see_each_others_cost() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.allows_bulk = False
        for number in range(12):
            world.article(f"A{number}")
        connector = world.connector()
        await connector.check()
        await asyncio.gather(*(pages(connector, kind) for kind in (Kind.PRODUCTS, Kind.PRICES, Kind.LEVELS)))
        assert world.shop.throttled == 0

    run(test)


def test_the_check_names_each_missing_scope_with_what_fails_and_where_to_tick_it() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.scopes = {"read_products", "read_inventory", "read_locations", "read_orders"}
        checked = await world.connector().check()
        found = {one.detail: one for one in checked.findings}
        assert found["write_inventory"].state == NEEDED and "Stock" in found["write_inventory"].effect
        assert found["read_all_orders"].state == CAN_WAIT and "Scopes" in found["read_all_orders"].where
        assert found["write_merchant_managed_fulfillment_orders"].name == "handouts"
        assert checked.capabilities == {Capability.ORDERS, Capability.PRICES, Capability.BULK}
        assert checked.currency == "SEK" and checked.shop == "gid://shopify/Shop/1"

    run(test)


def test_the_check_finds_a_plan_without_companies_and_places_without_pickup() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.sells_to_companies = False
        checked = await world.connector().check()
        assert Capability.B2B not in checked.capabilities
        said = {(one.name, one.state, one.detail) for one in checked.findings}
        assert ("companies", CAN_WAIT, "The shop's plan has no B2B.") in said
        assert ("place", OK, "Lund") in said
        assert ("place", CAN_WAIT, "Warehouse: local pickup is off") in said

    run(test)


def test_the_check_writes_nothing_and_the_next_reading_of_places_mends_the_webhooks() -> None:
    async def test(world: ShopifyWorld) -> None:
        connector = world.connector(hook_address=HOOKS)
        signals = [one for one in (await connector.check()).findings if one.name == "signals"]
        assert signals[0].state == CAN_WAIT and "more" in signals[0].detail
        assert world.shop.subscriptions == []
        await pages(connector, Kind.PLACES, load=False)
        checked = await connector.check()
        assert [one.state for one in checked.findings if one.name == "signals"] == [OK]
        assert Capability.WEBHOOKS in checked.capabilities
        many = len(world.shop.subscriptions)
        del world.shop.subscriptions[3]
        await pages(connector, Kind.PLACES, load=False)
        assert len(world.shop.subscriptions) == many

    run(test)


def test_what_happens_in_the_shop_is_heard_of_as_hints() -> None:
    async def test(world: ShopifyWorld) -> None:
        connector = world.connector(hook_address=HOOKS)
        await connector.mend_signals()
        variant, item = world.article("A", stock=5)
        order = world.shop.place_order([(variant, 1)], world.lund)
        deliveries = world.shop.deliver()
        hints = [hint for delivery in deliveries for hint in connector.hint(delivery)]
        assert (Kind.ORDERS, order) in [(hint.kind, hint.external_id) for hint in hints]
        assert (Kind.LEVELS, item) in [(hint.kind, hint.external_id) for hint in hints]
        assert len({hint.id for hint in hints}) == len(deliveries)

    run(test)


def signed(topic: str, body: bytes, secret: str = "shpss_secret", **more: str) -> Delivery:
    mark = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    headers = {
        "x-shopify-topic": topic, "x-shopify-hmac-sha256": mark, "x-shopify-webhook-id": "w-1",
        "x-shopify-shop-domain": "example.myshopify.com",
    }  # fmt: skip
    return Delivery({**headers, **more}, body)


@pytest.mark.parametrize(
    ("topic", "body", "kind", "name"),
    [
        ("orders/updated", b'{"id": 7}', Kind.ORDERS, "gid://shopify/Order/7"),
        ("refunds/create", b'{"id": 7, "order_id": 8}', Kind.ORDERS, "gid://shopify/Order/8"),
        ("fulfillment_orders/moved", b'{"original_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/9"}}',
         Kind.ORDERS, "gid://shopify/FulfillmentOrder/9"),
        ("company_locations/update", b'{"admin_graphql_api_id": "gid://shopify/CompanyLocation/3"}',
         Kind.COMPANIES, "gid://shopify/CompanyLocation/3"),
        ("products/delete", b'{"id": 4}', Kind.PRODUCTS, "gid://shopify/Product/4"),
        ("draft_orders/update", b'{"admin_graphql_api_id": "gid://shopify/Order/3", "id": 5}',
         Kind.QUOTES, "gid://shopify/DraftOrder/5"),
        ("orders/updated", b'not json', Kind.ORDERS, ""),
        ("orders/updated", b'{"id": "7 OR 1=1"}', Kind.ORDERS, ""),
    ],
)  # fmt: skip
def test_a_delivery_names_the_record_it_is_about(topic: str, body: bytes, kind: Kind, name: str) -> None:
    hint = ShopifyWorld().connector().hint(signed(topic, body))[0]
    assert (hint.kind, hint.external_id, hint.id) == (kind, name, f"{topic} w-1")


@pytest.mark.parametrize("topic", ["bulk_operations/finish", "app/uninstalled", "shop/update"])
def test_a_topic_that_is_about_no_record_gives_no_hint(topic: str) -> None:
    assert ShopifyWorld().connector().hint(signed(topic, b"{}")) == []


def test_a_delivery_signed_with_the_secret_before_counts_for_a_while() -> None:
    delivery = signed("orders/updated", b'{"id": 7}', secret="before")
    connector = ShopifyWorld().connector(previous_secret="before")
    assert connector.hint(delivery)[0].external_id == "gid://shopify/Order/7"
    with pytest.raises(NotGenuine):
        ShopifyWorld().connector().hint(delivery)


@settings(deadline=None, max_examples=30)
@given(body=st.binary(max_size=60), extra=st.binary(min_size=1, max_size=3), mark=st.text(max_size=50))
def test_a_body_that_was_changed_or_a_made_up_signature_is_not_genuine(
    body: bytes, extra: bytes, mark: str
) -> None:
    connector = ShopifyWorld().connector()
    genuine = signed("orders/updated", body)
    connector.hint(genuine)
    for forged in (
        genuine._replace(body=body + extra),
        genuine._replace(headers={**genuine.headers, "x-shopify-hmac-sha256": mark}),
        genuine._replace(headers={**genuine.headers, "x-shopify-shop-domain": "other.myshopify.com"}),
    ):
        with pytest.raises(NotGenuine):
            connector.hint(forged)


def test_a_connection_cut_while_a_result_is_read_is_trouble_of_the_line() -> None:
    async def test(world: ShopifyWorld) -> None:
        for number in range(5):
            world.article(f"A{number}")
        line = world.shop.transport()
        whole = line._result

        def cut(url: str) -> httpx.Response:
            return httpx.Response(200, content=whole(url).content[:-40])

        line._result = cut  # type: ignore[method-assign]
        with pytest.raises(Unreachable):
            await records(world.connector(), Kind.PRODUCTS)

    run(test)
