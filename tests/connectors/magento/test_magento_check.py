"""The connection check names what is missing, and signals count only when they are signed."""

import json
from collections.abc import Iterator

import pytest

from storedesk.connectors.magento.hints import signature_of
from storedesk.connectors.platforms import platform_named
from storedesk.connectors.port import NEEDED, OK, Capability, Delivery, Kind, NotGenuine
from storedesk.connectors.trouble import Stopped
from tests.connectors.magento.magento_world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = World(b2b=True, hook_secret="s3")
    made.store("store1")
    yield made
    assert made.wrong_requests() == []


@pytest.mark.asyncio
async def test_a_shop_with_everything_passes(world: World) -> None:
    checked = await world.connector.check()
    assert (checked.shop, checked.currency) == ("shop.example.test/base", "EUR")
    assert [one for one in checked.findings if one.state != OK] == []
    assert checked.capabilities == frozenset(Capability) - {Capability.BULK}


@pytest.mark.asyncio
async def test_each_missing_thing_is_named(world: World) -> None:
    world.store("sthlm", country="SE")
    world.shop.modules = [one for one in world.shop.modules if one != "Magento_NegotiableQuote"]
    world.shop.lacks.add("Magento_Sales::shipment")
    world.shop.skew_ms = 280_000
    checked = await world.connector.check()
    bad = {(one.name, one.detail.split(":")[0]) for one in checked.findings if one.state != OK}
    assert bad == {
        ("orders", "Magento_Sales"),
        ("quotes", "Magento_NegotiableQuote"),
        ("place", "sthlm"),
        ("clock", "280 s"),
    }
    needed = [one.detail for one in checked.findings if one.state == NEEDED]
    assert "Magento_Sales::shipment" in needed
    assert Capability.QUOTES not in checked.capabilities
    assert Capability.ORDERS not in checked.capabilities


@pytest.mark.asyncio
async def test_keys_that_are_wrong_everywhere_are_a_lost_sign_in(world: World) -> None:
    with pytest.raises(Stopped, match="signed_out"):
        await world.again(access_token="wrong").check()


@pytest.mark.asyncio
async def test_a_bearer_token_works_where_the_shop_allows_it(world: World) -> None:
    world.shop.bearer_on = True
    checked = await world.again(bearer="yes").check()
    assert checked.currency == "EUR"


def _delivery(body: bytes, secret: str = "s3") -> Delivery:
    return Delivery({"x-storedesk-signature": signature_of(secret, body)}, body)


@pytest.mark.parametrize(
    ("topic", "kind"),
    [
        ("sales.order.saved", Kind.ORDERS),
        ("catalog.product.saved", Kind.PRODUCTS),
        ("inventory.source_item.saved", Kind.LEVELS),
        ("inventory.source.saved", Kind.PLACES),
        ("customer.saved", Kind.CUSTOMERS),
    ],
)
def test_a_signed_signal_names_its_record(world: World, topic: str, kind: Kind) -> None:
    body = json.dumps({"id": "d-1", "topic": topic, "entity": "12"}).encode()
    hint = world.connector.hint(_delivery(body))[0]
    assert (hint.id, hint.topic, hint.kind, hint.external_id) == ("d-1", topic, kind, "12")


def test_a_shipment_is_a_hint_about_its_order(world: World) -> None:
    body = json.dumps({"id": "d", "topic": "sales.shipment.saved", "entity": "9", "order": 4}).encode()
    assert world.connector.hint(_delivery(body))[0].external_id == "4"
    assert world.connector.hint(_delivery(b'{"topic": "weather"}')) == []


def test_unsigned_and_wrongly_signed_signals_are_not_genuine(world: World) -> None:
    for delivery in (Delivery({}, b"{}"), _delivery(b"{}", "other"), _delivery(b"no json")):
        with pytest.raises(NotGenuine):
            world.connector.hint(delivery)
    with pytest.raises(NotGenuine):
        world.again(hook_secret="").hint(_delivery(b"{}", ""))


def test_magento_is_registered_and_wrong_settings_are_named(world: World) -> None:
    assert platform_named("magento").title == "Magento / Adobe Commerce"
    for name, value in (
        ("access_token", ""),
        ("bearer", "maybe"),
        ("page_size", "0"),
        ("address", "http://a.test"),
    ):
        with pytest.raises(ValueError, match=r"[a-z]{4}"):
            world.again(**{name: value})


@pytest.mark.asyncio
async def test_shared_catalogues_that_are_missing_are_named(world: World) -> None:
    world.shop.modules = [one for one in world.shop.modules if one != "Magento_SharedCatalog"]
    world.shop.lacks.add("Magento_Company::roles_view")
    checked = await world.connector.check()
    bad = {one.detail for one in checked.findings if one.name == "companies" and one.state != OK}
    assert bad == {"Magento_SharedCatalog", "Magento_Company::roles_view"}
    assert Capability.B2B in checked.capabilities
