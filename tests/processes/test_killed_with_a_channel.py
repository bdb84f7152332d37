"""A real hub with a shop: an order comes in, stock and ready go out, it is killed in the middle; nothing happens twice."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from storedesk.__main__ import storedesk
from storedesk.domain.records import Setting
from storedesk.storage.rows import Rows
from tests.processes.shop_floor import PATIENCE, HubProcess
from tests.processes.shop_on_loopback import ShopOnLoopback
from tests.small_shop import ALVA, GBG, articles, places

LEASE_ENDS_MS = 120_000
STATES = "SELECT kind, state FROM channel_push WHERE state NOT IN ('done', 'dropped')"
"""Of all that the shop is to be told, what it was not told yet."""


class Killed:
    """A hub with a channel on a shop; ``kill_at`` kills it while the shop answers an operation it has done."""

    def __init__(self, folder: Path, loopback: ShopOnLoopback, hub: HubProcess) -> None:
        self.loopback, self.shop, self.hub = loopback, loopback.shop, hub
        self.item, self.place, self.variant = "", "", ""
        self._dead = threading.Event()

    def open_shop(self) -> None:
        self.place = self.shop.add_location("Göteborg Centrum")
        (variant,) = self.shop.add_product("Alva", [f"SKU-{ALVA}"], "100.00")
        self.variant, self.item = variant["id"], variant["inventoryItem"]["id"]
        self.shop.set_stock(self.item, self.place, 0)
        self.shop.subscriptions.append({"topic": "ORDERS_CREATE"})

    def command(self, *words: str, said: str = "") -> None:
        done = CliRunner().invoke(
            storedesk, ["channel", *words, "--data", str(self.hub.folder)], input=said, prog_name="storedesk"
        )
        assert done.exit_code == 0, done.output

    def kill_at(self, operation: str) -> None:
        pid, dead = self.hub.process, self._dead
        dead.clear()

        def after(name: str) -> None:
            if name == operation and not dead.is_set():
                assert pid is not None
                pid.kill()
                dead.set()

        self.shop.after = after

    def start_again(self) -> None:
        """After the kill; as late as its lease of the channel has ended."""
        assert self._dead.wait(PATIENCE)
        self.hub.kill()
        self.hub.ahead_ms += LEASE_ENDS_MS
        self.hub.start()

    def wait(self, what: str, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, (what, self.hub.rows(STATES), self.hub.log.read_text()[-2000:])
            threading.Event().wait(0.1)

    def settled(self) -> bool:
        return self.hub.rows("SELECT state FROM channel_account") == [("on",)] and not self.hub.rows(STATES)

    def buy(self) -> str:
        """Two pieces to be collected; the shop's webhook arrives twice."""
        with self.loopback.lock:
            order = self.shop.place_order([(self.variant, 2)], self.place)
            deliveries = self.shop.deliver()
        for delivery in [*deliveries, *deliveries]:
            reply = httpx.post(
                f"{self.hub.url}/v1/hooks/web", headers=dict(delivery.headers), content=delivery.body
            )
            assert reply.status_code == 200
        return order

    def mark_ready(self) -> None:
        """As the store's desk does it, more than two minutes ago."""
        at = self.hub.now() - 300_000
        (part,) = self.hub.write(
            lambda connection: [one.row for one in Rows(connection).among("fulfilment", {})]
        )
        self.hub.put([part._replace(state="ready", ready_at=at, changed_at=at)])


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Killed]:
    hub = HubProcess(
        tmp_path / "hub", [*places(), *articles(20), Setting(0, "told_by:web:ready", "platform")]
    )
    with ShopOnLoopback(hub.now) as loopback:
        try:
            yield Killed(tmp_path, loopback, hub)
        finally:
            hub.stop()


def test_a_hub_that_is_killed_while_it_tells_a_shop_does_nothing_twice(killed: Killed) -> None:
    killed.open_shop()
    words = ["add", "web", "--platform", "shopify", "--set", f"shop={killed.loopback.address}"]
    shop, hub = killed.shop, killed.hub
    killed.command(
        *words, "--set", f"client_id={shop.client_id}", said=f"client_secret={shop.client_secret}\n"
    )
    killed.command("on", "web")
    killed.hub.start()
    killed.kill_at("StockSet")
    killed.start_again()
    killed.wait("the stock is told", killed.settled)
    assert (shop.available(killed.item, killed.place), shop.adjustments) == (20, 1)

    order = killed.buy()
    killed.wait("the order has come", lambda: hub.rows("SELECT external_id FROM orders") == [(order,)])
    killed.mark_ready()
    killed.kill_at("PickupReady")
    killed.start_again()
    killed.wait(
        "ready is told", lambda: ("ready", "done") in hub.rows("SELECT kind, state FROM channel_push")
    )
    killed.wait("all is told", killed.settled)

    assert shop.mails == [(order, "ready")]
    assert hub.rows("SELECT count(*) FROM orders") == hub.rows("SELECT count(*) FROM fulfilment") == [(1,)]
    level = (
        "SELECT quantity, reserved FROM stock_level WHERE variant_id = ? AND location_id = ? AND bucket = 0"
    )
    assert hub.rows(level, ALVA, GBG) == [(20, 2)]
    assert (shop.available(killed.item, killed.place), shop.adjustments) == (18, 1)
    twice = "SELECT kind, entity, about FROM channel_push WHERE state = 'done' GROUP BY 1, 2, 3, ask HAVING count(*) > 1"
    assert hub.rows(twice) == []
