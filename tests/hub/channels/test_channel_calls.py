"""Channels connected from a desk: only by who may, never with a secret coming back, never on while something lacks."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import Refused
from storedesk.domain.records import Staff
from storedesk.protocol.channel_wire import (
    ChannelTold,
    CheckChannel,
    EnterChannel,
    LinkPlaces,
    LookAtChannel,
    ReadAhead,
    RemoveChannel,
    SwitchChannel,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.all_tables import tables_of
from storedesk.storage.channel_links import PLACE, links_of
from storedesk.storage.short_sql import ShortSql
from tests.hub.running_hub import RunningHub, running_hub
from tests.platforms.fake_magento.shop import MagentoShop
from tests.platforms.fake_magento.signature_check import TOKEN
from tests.platforms.fake_shopify.shop import ShopifyShop
from tests.platforms.loopback import on_loopback
from tests.small_shop import ELIN, GBG, MAJA, NOW, small_shop

pytestmark = pytest.mark.asyncio
HENRIK = 77
CANARY = "shpss_c4n4ry-5ecret"


class Connecting:
    """Somebody at a desk of Göteborg connects a Shopify shop, ``web2``, which has a place of the same name."""

    def __init__(self, hub: RunningHub, client: HubClient, shop: ShopifyShop, address: str) -> None:
        self.hub, self.client, self.shop, self.address = hub, client, shop, address

    async def enter(self, **more: Any) -> ChannelTold:
        fields = {
            "staff_id": HENRIK, "code": "web2", "name": "Shopify FI", "platform": "shopify",
            "settings": {"shop": self.address, "client_id": "client"}, "secrets": {"client_secret": CANARY},
        }  # fmt: skip
        return await self.client.ask_channels(EnterChannel(**(fields | more)))

    async def ask(self, kind: Any, **more: Any) -> ChannelTold:
        return await self.client.ask_channels(kind(staff_id=HENRIK, code="web2", **more))

    async def every_row(self) -> str:
        def read(connection: Any) -> str:
            sql = ShortSql(connection)
            return str([sql.all(f'SELECT * FROM "{table.name}"') for table in tables_of("hub")])

        return await self.hub.database.read(read)


@pytest.fixture
def shop() -> Iterator[tuple[ShopifyShop, str]]:
    made = ShopifyShop(lambda: NOW, domain="127.0.0.1")
    made.client_secret = CANARY
    made.add_location("Göteborg Centrum")
    with on_loopback(made.transport()) as address:
        yield made, address


@pytest_asyncio.fixture
async def connecting(tmp_path: Path, shop: tuple[ShopifyShop, str]) -> AsyncIterator[Connecting]:
    rows = [*small_shop(1), Staff(GBG, HENRIK, "Henrik W.", "HW", "head_office", "", "", 0, None, 9)]
    async with running_hub(tmp_path, rows=rows) as hub:
        client = await hub.desk()
        yield Connecting(hub, client, *shop)
        await client.close()


async def test_only_registered_platforms_are_listed_with_their_fields(connecting: Connecting) -> None:
    told = await connecting.client.ask_channels(LookAtChannel(staff_id=HENRIK))
    assert [one.name for one in told.platforms] == ["shopify", "magento"]
    fields = {one.name: one.secret for one in told.platforms[0].fields}
    assert fields["client_secret"] and not fields["shop"]
    assert told.line is None


@pytest.mark.parametrize("staff_id", [ELIN, MAJA, 999])
async def test_who_may_not_connect_is_refused_whatever_they_ask(
    connecting: Connecting, staff_id: int
) -> None:
    with pytest.raises(Refused) as refused:
        await connecting.enter(staff_id=staff_id)
    assert refused.value.error.number == WireErrorNumber.SCOPE_NOT_ALLOWED
    assert "web2" not in await connecting.every_row()
    assert connecting.hub.log[-2]["problem"] == "not_allowed"


async def test_a_channel_is_connected_step_by_step(connecting: Connecting) -> None:
    entered = await connecting.enter()
    assert entered.problem == "" and entered.line is not None
    assert (entered.line.state, entered.line.secrets) == ("off", ["client_secret"])
    checked = await connecting.ask(CheckChannel)
    assert checked.problem == "" and checked.needed == 0
    assert {one.name for one in checked.findings} >= {"signed_in", "products", "signals"}
    assert [(one.name, one.here, one.by) for one in checked.places] == [("Göteborg Centrum", "GBG", "name")]
    ahead = await connecting.ask(ReadAhead, on=True)
    assert ahead.line is not None and ahead.line.state == "reading"
    assert {one.phase for one in ahead.kinds if one.kind == "orders"} == {"later"}
    on = await connecting.ask(SwitchChannel, on=True)
    assert on.problem == "" and on.line is not None and on.line.state == "loading"
    links = await connecting.hub.database.read(
        lambda connection: links_of(connection, 2, PLACE, list(connecting.shop.locations))
    )
    assert [link.local_id for link in links.values()] == [str(GBG)]
    assert (await connecting.ask(RemoveChannel)).problem == "still_on"
    assert (await connecting.ask(SwitchChannel, on=False)).problem == ""
    removed = await connecting.ask(RemoveChannel)
    assert removed.problem == "" and removed.line is None


async def test_no_secret_is_in_any_row_log_or_answer(connecting: Connecting) -> None:
    answers = [
        await connecting.enter(),
        await connecting.ask(CheckChannel),
        await connecting.ask(LookAtChannel),
    ]
    connecting.shop.client_secret = "another"
    answers.append(await connecting.ask(CheckChannel))
    assert answers[-1].problem == "signed_out"
    assert CANARY not in str(answers)
    assert CANARY not in await connecting.every_row()
    assert CANARY not in str(connecting.hub.log)
    assert CANARY not in repr(EnterChannel(staff_id=1, name="", platform="", secrets={"a": CANARY}))


async def test_a_secret_that_is_left_empty_stays(connecting: Connecting) -> None:
    await connecting.enter()
    again = await connecting.enter(secrets={"client_secret": ""}, name="Other name")
    assert again.line is not None and again.line.name == "Other name"
    assert again.line.secrets == ["client_secret"]
    assert (await connecting.ask(CheckChannel)).problem == ""


async def test_each_call_is_in_the_log_with_who_asked(connecting: Connecting) -> None:
    await connecting.enter()
    noted = [one for one in connecting.hub.log if one["event"] == "channel call"]
    assert [(one["did"], one["channel"], one["staff"], one["place"]) for one in noted] == [
        ("enter", "web2", HENRIK, GBG)
    ]


async def test_what_is_needed_keeps_the_channel_off(connecting: Connecting) -> None:
    connecting.shop.scopes.discard("write_orders")
    await connecting.enter()
    told = await connecting.ask(SwitchChannel, on=True)
    assert (told.problem, told.needed) == ("needs", 2)
    (lacking, _) = [one for one in told.findings if one.state == "needed"]
    assert "orders" in lacking.detail and lacking.where
    assert told.line is not None and told.line.state == "off"


async def test_a_place_that_nobody_chose_keeps_the_channel_off(connecting: Connecting) -> None:
    there = connecting.shop.add_location("Gift cards")
    await connecting.enter()
    told = await connecting.ask(SwitchChannel, on=True)
    assert (told.problem, told.to_choose) == ("needs", 1)
    linked = await connecting.ask(LinkPlaces, links={there: ""})
    assert (linked.to_choose, linked.places[1].by) == (0, "left_out")
    assert (await connecting.ask(SwitchChannel, on=True)).problem == ""


async def test_a_place_is_matched_with_one_of_ours_by_hand(connecting: Connecting) -> None:
    there = connecting.shop.add_location("Lager")
    await connecting.enter()
    await connecting.ask(CheckChannel)
    linked = await connecting.ask(LinkPlaces, links={there: "CWH"})
    assert [(one.here, one.by) for one in linked.places] == [("GBG", "name"), ("CWH", "chosen")]
    assert (await connecting.ask(LinkPlaces, links={there: "XXX"})).problem == "no_such_place"


async def test_nothing_is_written_to_the_shop_before_it_is_on(connecting: Connecting) -> None:
    await connecting.enter(
        settings={"shop": connecting.address, "client_id": "client", "hook_address": "https://hub.example"}
    )
    await connecting.ask(CheckChannel)
    await connecting.ask(ReadAhead, on=True)
    assert connecting.shop.subscriptions == []
    assert not any("Create" in name or "Set" in name for name in connecting.shop.calls)


async def test_a_code_of_another_platform_is_not_taken_over(connecting: Connecting) -> None:
    await connecting.enter()
    told = await connecting.enter(platform="magento", settings={"address": "https://x"}, secrets={})
    assert (told.problem, told.detail) == ("other_platform", "shopify")


async def test_a_shop_that_is_away_is_said_to_be_unreachable(connecting: Connecting) -> None:
    with contextlib.ExitStack() as closed:
        address = closed.enter_context(on_loopback(connecting.shop.transport()))
        closed.close()
        await connecting.enter(settings={"shop": address, "client_id": "client"})
        assert (await connecting.ask(CheckChannel)).problem == "unreachable"


@pytest.mark.parametrize(
    ("more", "problem"),
    [({"code": "a b"}, "bad_code"), ({"platform": "norce"}, "unknown_platform"), ({"code": ""}, "bad_code")],
)
async def test_what_cannot_be_entered_is_said(
    connecting: Connecting, more: dict[str, Any], problem: str
) -> None:
    assert (await connecting.enter(**more)).problem == problem


async def test_a_channel_that_is_gone_is_said_to_be_gone(connecting: Connecting) -> None:
    assert (await connecting.ask(CheckChannel)).problem == "gone"


async def test_a_magento_shop_is_checked_from_a_desk(tmp_path: Path) -> None:
    magento = MagentoShop(lambda: NOW)
    magento.bearer_on = True
    rows = [*small_shop(1), Staff(GBG, HENRIK, "Henrik W.", "HW", "head_office", "", "", 0, None, 9)]
    with on_loopback(magento.transport()) as address:
        async with running_hub(tmp_path, rows=rows) as hub:
            client = await hub.desk()
            told = await client.ask_channels(
                EnterChannel(
                    staff_id=HENRIK, code="m2", name="M2", platform="magento",
                    settings={"address": address, "bearer": "yes"}, secrets={"access_token": TOKEN},
                )
            )  # fmt: skip
            assert told.problem == ""
            told = await client.ask_channels(CheckChannel(staff_id=HENRIK, code="m2"))
            assert told.problem == ""
            assert told.findings[0].name == "signed_in"
            await client.close()
