"""Companies of a Magento shop with their shared catalogues' prices and roles; nothing there says what has changed."""

from collections.abc import Iterator

import pytest

from storedesk.connectors import neutral
from storedesk.connectors.port import Kind
from tests.connectors.magento.magento_world import World, all_of

pytestmark = pytest.mark.asyncio
QUARTER_MS = 900_000


@pytest.fixture
def world() -> Iterator[World]:
    made = World(b2b=True)
    yield made
    assert made.wrong_requests() == []


def _prices(found: list[neutral.Remote]) -> dict[tuple[str, str], int]:
    rows = [one for one in found if isinstance(one, neutral.RemotePrice)]
    return {(one.variant_id, one.list_code): one.amount for one in rows}


async def test_a_company_has_the_prices_of_its_shared_catalogue(world: World) -> None:
    own = str(world.article("A", 100.0))
    catalogue = world.shop.add_catalogue("Bygg", {"A": 79.0})
    world.shop.add_company("Bygg AB", catalogue)
    prices, _cursor = await all_of(world.connector.load, Kind.PRICES)
    companies, _cursor = await all_of(world.connector.load, Kind.COMPANIES)
    (company,) = (one for one in companies if isinstance(one, neutral.RemoteCompany))
    assert company.price_list == "Bygg"
    assert _prices(prices) == {(own, ""): 1_000_000, (own, "Bygg"): 790_000}


async def test_a_contract_price_that_changed_silently_is_found_in_the_next_pass(world: World) -> None:
    own = str(world.article("A"))
    world.article("B")
    world.shop.add_catalogue("Bygg", {"A": 79.0})
    world.clock.now += 3_600_000
    _found, cursor = await all_of(world.connector.load, Kind.PRICES)
    world.shop.set_contract_price("Bygg", "A", 75.0)
    world.clock.now += QUARTER_MS
    found, _cursor = await all_of(world.again().changes, Kind.PRICES, cursor)
    assert _prices(found) == {(own, ""): 1_000_000, (own, "Bygg"): 750_000}


async def test_large_catalogues_are_read_some_articles_at_a_time(world: World) -> None:
    names = {sku: str(world.article(sku)) for sku in "ABCDEFG"}
    for catalogue, skus in (("One", "ABCDEF"), ("Two", "FG")):
        world.shop.add_catalogue(catalogue, dict.fromkeys(skus, 90.0))
    world.clock.now += 3_600_000
    _found, cursor = await all_of(world.connector.load, Kind.PRICES)
    seen = []
    for _pass in range(3):
        world.clock.now += QUARTER_MS
        found, cursor = await all_of(world.again(page_size="1").changes, Kind.PRICES, cursor)
        seen.append({own for own, _list in _prices(found)})
    assert seen == [{names[sku] for sku in skus} for skus in ("ABCDE", "FG", "ABCDE")]


async def test_the_administrator_and_named_roles_are_told_apart(world: World) -> None:
    shop = world.shop
    people = [shop.add_customer(f"{number}@example.com", company_id=1) for number in range(4)]
    company = shop.add_company("Bygg AB", administrator=people[0])
    shop.add_role(company, "Default User", [people[3]])
    shop.add_role(company, "Approver", [people[1]])
    shop.add_role(company, "Accounts", [people[2]])
    found, cursor = await all_of(world.connector.load, Kind.CUSTOMERS)
    roles = {one.external_id: one.role for one in found if isinstance(one, neutral.RemoteCustomer)}
    assert [roles[str(own)] for own in people] == ["administrator", "Approver", "Accounts", "Buyer"]
    asked = len([one for one in shop.requests if "/role/" in one.path])
    world.clock.now += QUARTER_MS
    await all_of(world.connector.changes, Kind.CUSTOMERS, cursor)
    assert len([one for one in shop.requests if "/role/" in one.path]) == asked


async def test_without_the_right_to_read_roles_people_are_read_all_the_same(world: World) -> None:
    world.shop.lacks.add("Magento_Company::roles_view")
    own = world.shop.add_customer()
    world.shop.add_company("Bygg AB", administrator=own)
    page = await world.connector.reread(Kind.CUSTOMERS, [str(own)])
    assert [one.role for one in page.records if isinstance(one, neutral.RemoteCustomer)] == ["administrator"]
