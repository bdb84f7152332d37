"""What is read from a shop: everything, what has changed, again by id, and on after a stop."""

import pytest

from storedesk.connectors.neutral import COLLECTED, READY, RemotePrice, RemoteVariant
from storedesk.connectors.port import Kind
from storedesk.connectors.shopify.mark import LAP_MS, Mark, mark_from
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.walking import Walk
from storedesk.connectors.trouble import Stopped
from tests.connectors.shopify.shopify_world import ShopifyWorld, pages, records, run
from tests.platforms.fake_shopify.large_catalogue import hold_large_catalogue

DAY = 86_400_000


def filled(world: ShopifyWorld, articles: int = 7) -> None:
    """A shop with some of everything."""
    made = [world.article(f"A{number}", stock=10 + number) for number in range(articles)]
    company = world.shop.add_company("Bygg AB", ["Lund", "Malmö"])
    world.shop.add_price_list(company["_sites"][:1], {made[0][0]: "80.00"})
    for variant, _item in made:
        world.shop.place_order([(variant, 1)], world.lund)
    world.shop.place_order([(made[0][0], 2), (made[1][0], 1)], world.lund, pickup=False)


@pytest.mark.parametrize("kind", list(Kind))
def test_pages_and_bulk_bring_the_same_records(kind: Kind) -> None:
    async def test(world: ShopifyWorld) -> None:
        filled(world)
        in_bulk = await records(world.connector(), kind)
        world.shop.allows_bulk = False
        page_by_page = await records(world.connector(), kind)
        assert {str(one) for one in in_bulk} == {str(one) for one in page_by_page}
        assert in_bulk or kind == Kind.QUOTES

    run(test)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("bulk", [True, False])
def test_a_load_goes_on_after_any_page_in_another_process(kind: Kind, bulk: bool) -> None:
    async def test(world: ShopifyWorld) -> None:
        filled(world)
        world.shop.allows_bulk = bulk
        world.shop.most_cost = 120
        whole = await pages(world.connector(), kind)
        for number in range(len(whole) - 1):
            before = [record for page in whole[: number + 1] for record in page.records]
            after = await records(world.connector(), kind, whole[number].cursor)
            assert {str(one) for one in before + after} == {
                str(one) for page in whole for one in page.records
            }

    run(test)


@pytest.mark.parametrize("kind", [Kind.PRODUCTS, Kind.LEVELS, Kind.ORDERS, Kind.CUSTOMERS, Kind.COMPANIES])
def test_changes_say_what_changed_and_little_else(kind: Kind) -> None:
    async def test(world: ShopifyWorld) -> None:
        filled(world)
        world.time += DAY
        connector = world.connector()
        cursor = (await pages(connector, kind))[-1].cursor
        world.time += DAY
        assert await records(connector, kind, cursor, load=False) == []
        cursor = (await pages(connector, kind, cursor, load=False))[-1].cursor
        world.time += DAY
        variant, item = world.article("NEW", stock=3)
        world.shop.place_order([(variant, 1)], world.lund)
        world.shop.add_company("Nytt AB")
        found = await records(connector, kind, cursor, load=False)
        assert 0 < len(found) <= 3

    run(test)


def test_a_fulfilment_order_that_changed_brings_its_order_though_that_did_not_move() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A", stock=5)
        order = world.shop.place_order([(variant, 2)], world.lund)
        world.time += DAY
        connector = world.connector()
        cursor = (await pages(connector, Kind.ORDERS))[-1].cursor
        world.time += DAY
        part = world.shop.orders[order]["_parts"][0]
        part["_place"] = world.store
        world.shop.touch_part(part)
        found = await records(connector, Kind.ORDERS, cursor, load=False)
        assert [one.external_id for one in found] == [order]
        assert found[0].pickup_place == world.store and found[0].delivery == COLLECTED

    run(test)


def test_a_change_the_search_learns_of_late_is_found_by_the_lap() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A", stock=5)
        connector = world.connector()
        cursor = (await pages(connector, Kind.ORDERS))[-1].cursor
        world.shop.search_lag_ms = LAP_MS // 2
        order = world.shop.place_order([(variant, 2)], world.lund)
        none_yet = await pages(connector, Kind.ORDERS, cursor, load=False)
        world.time += LAP_MS // 2 + 1
        found = await records(connector, Kind.ORDERS, none_yet[-1].cursor, load=False)
        assert [one.external_id for one in found] == [order]
        assert not [record for page in none_yet for record in page.records]

    run(test)


def test_more_children_than_a_page_holds_are_all_read() -> None:
    async def test(world: ShopifyWorld) -> None:
        variants = world.shop.add_product("Screw", [f"S{number}" for number in range(130)])
        for variant in variants:
            world.shop.set_stock(variant["inventoryItem"]["id"], world.lund, 5)
        world.shop.place_order([(one["id"], 1) for one in variants], world.lund)
        world.shop.allows_bulk = False
        connector = world.connector()
        products = await records(connector, Kind.PRODUCTS)
        orders = await records(connector, Kind.ORDERS)
        assert len({one.external_id for one in products if isinstance(one, RemoteVariant)}) == 130
        assert len(orders[0].lines) == 130 and len(orders[0].parts[0].lines) == 130

    run(test)


def test_a_walk_goes_past_the_end_of_a_connection() -> None:
    async def test(world: ShopifyWorld) -> None:
        for number in range(40):
            world.shop.add_customer(f"Buyer {number}")
            world.time += 400
        world.shop.most_objects, world.shop.most_cost = 12, 40
        walk = Walk(Pager(world.connector()._client), window=8)
        found = []
        async for nodes, _mark in walk.changed("Customers", "customers", Mark()):
            found += [node["id"] for node in nodes]
        assert set(found) == set(world.shop.customers)

    run(test)


def test_products_that_are_not_active_are_read_too_and_not_listed() -> None:
    async def test(world: ShopifyWorld) -> None:
        for status in ("ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED"):
            world.shop.add_product(status, [status], status=status)
        world.shop.allows_bulk = False
        found = await records(world.connector(), Kind.PRODUCTS)
        assert {one.sku: one.listed for one in found if isinstance(one, RemoteVariant)} == {
            "ACTIVE": True, "ARCHIVED": False, "DRAFT": False, "UNLISTED": False,
        }  # fmt: skip

    run(test)


def test_prices_of_a_companys_list_come_with_their_breaks() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, item = world.article("A", price="100.00")
        site = world.shop.add_company("Bygg AB")["_sites"][0]
        prices = world.shop.add_price_list([site], {variant: "80.00"})
        world.shop.set_list_price(prices, variant, "80.00", {10: "75.50"})
        found = await records(world.connector(), Kind.PRICES)
        again = await world.connector().reread(Kind.PRICES, [variant])
        assert set(found) == set(again.records)
        assert set(found) == {
            RemotePrice(variant, "", "SEK", 1, 1_000_000, True),
            RemotePrice(variant, prices, "SEK", 1, 800_000, True),
            RemotePrice(variant, prices, "SEK", 10, 755_000, True),
        }

    run(test)


def test_price_lists_are_read_again_once_an_hour_and_not_at_each_pass() -> None:
    async def test(world: ShopifyWorld) -> None:
        filled(world)
        connector = world.connector()
        cursor = (await pages(connector, Kind.PRICES))[-1].cursor
        before = world.shop.calls["PriceListPrices"]
        cursor = (await pages(connector, Kind.PRICES, cursor, load=False))[-1].cursor
        assert world.shop.calls["PriceListPrices"] == before
        world.time += 3_600_000
        await pages(connector, Kind.PRICES, cursor, load=False)
        assert world.shop.calls["PriceListPrices"] == before + 1

    run(test)


def test_rereading_says_what_is_gone() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, item = world.article("A", stock=5)
        order = world.shop.place_order([(variant, 1)], world.lund)
        part = world.shop.orders[order]["_parts"][0]["id"]
        connector = world.connector()
        missing = "gid://shopify/Order/1"
        page = await connector.reread(Kind.ORDERS, [part, missing])
        assert [one.external_id for one in page.records] == [order] and page.gone == (missing,)
        page = await connector.reread(Kind.LEVELS, [item, "gid://shopify/InventoryItem/1"])
        assert [one.available for one in page.records] == [4]
        assert page.gone == ("gid://shopify/InventoryItem/1",)
        page = await connector.reread(Kind.PRODUCTS, ["gid://shopify/Product/1", variant])
        assert [one.external_id for one in page.records] == [variant]
        assert page.gone == ("gid://shopify/Product/1",)

    run(test)


def test_a_site_that_changed_is_read_with_its_company() -> None:
    async def test(world: ShopifyWorld) -> None:
        company = world.shop.add_company("Bygg AB", ["Lund", "Malmö"])
        connector = world.connector()
        page = await connector.reread(Kind.COMPANIES, [company["_sites"][1]["id"]])
        assert [one.kind for one in page.records] == ["company", "site", "site"]
        assert page.gone == () and page.records[1].parent_id == company["id"]

    run(test)


def test_an_order_that_waits_for_its_customer_is_read_as_ready() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A", stock=5)
        order = world.shop.place_order([(variant, 1)], world.lund)
        world.shop.orders[order]["_parts"][0]["_fulfilments"].append(
            {"id": "gid://shopify/Fulfillment/1", "displayStatus": "READY_FOR_PICKUP", "status": "OPEN"}
        )
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert page.records[0].parts[0].state == READY

    run(test)


def test_without_the_right_only_sixty_days_of_orders_are_there() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A", stock=5)
        old = world.shop.place_order([(variant, 1)], world.lund)
        world.time += 61 * DAY
        new = world.shop.place_order([(variant, 1)], world.lund)
        assert {one.external_id for one in await records(world.connector(), Kind.ORDERS)} == {old, new}
        world.shop.scopes.remove("read_all_orders")
        assert {one.external_id for one in await records(world.connector(), Kind.ORDERS)} == {new}

    run(test)


def test_a_scope_that_was_taken_away_stops_with_its_name() -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.scopes -= {"write_orders"}
        with pytest.raises(Stopped) as caught:
            await pages(world.connector(), Kind.ORDERS, load=False)
        assert (caught.value.why, caught.value.what) == ("right_missing", "read_orders")

    run(test)


def test_a_record_that_cannot_be_understood_is_set_aside_with_its_id() -> None:
    async def test(world: ShopifyWorld) -> None:
        (good, _), (bad, _) = world.article("GOOD"), world.article("BAD")
        world.shop.variants[bad]["price"] = "cheap"
        page = await world.connector().reread(Kind.PRICES, [good, bad])
        assert [one.variant_id for one in page.records] == [good]
        assert page.problems[0] == (bad, "price is not an amount")

    run(test)


def test_a_cursor_that_is_not_ours_begins_at_the_beginning() -> None:
    assert mark_from("eyJ") == mark_from("") == mark_from('["since"]') == Mark()
    assert mark_from('{"since": "yesterday", "after": "7"}') == Mark(after="7")


def test_an_empty_bulk_result_is_an_empty_load() -> None:
    async def test(world: ShopifyWorld) -> None:
        assert await records(world.connector(), Kind.ORDERS) == []
        assert await records(world.connector(), Kind.PRODUCTS) == []

    run(test)


def test_a_large_catalogue_is_read_as_it_streams_and_goes_on_where_it_stopped() -> None:
    async def test(world: ShopifyWorld) -> None:
        hold_large_catalogue(world.shop, articles=400, places=3)
        connector = world.connector()
        for kind, many in ((Kind.PRODUCTS, 800), (Kind.PRICES, 400), (Kind.LEVELS, 1200)):
            found = await pages(connector, kind)
            records_found = [record for page in found for record in page.records]
            assert len(set(records_found)) == many and not any(page.problems for page in found)
            middle = len(found) // 2
            rest = await records(world.connector(), kind, found[middle].cursor)
            assert rest == [record for page in found[middle + 1 :] for record in page.records]

    run(test)


@pytest.mark.parametrize("bulk", [True, False])
def test_each_variant_comes_behind_its_product(bulk: bool) -> None:
    async def test(world: ShopifyWorld) -> None:
        for number in range(3):
            world.shop.add_product(f"Shirt {number}", [f"{number}-{size}" for size in "SML"])
        world.shop.allows_bulk = bulk
        last = ""
        found = await records(world.connector(), Kind.PRODUCTS)
        for record in found:
            if isinstance(record, RemoteVariant):
                assert record.product_id == last
            else:
                last = record.external_id
        assert len(found) == 12

    run(test)
