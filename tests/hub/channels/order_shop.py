"""A hub in memory with the small shop, a channel whose articles and places are linked, and orders of it."""

import random
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from storedesk.connectors import neutral
from storedesk.domain.master import Masters, masters_from
from storedesk.domain.records import Channel
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.take_orders import take_orders
from storedesk.hub.handle import Hub
from storedesk.storage import channel_links as links
from storedesk.storage.engine import open_sqlite
from storedesk.storage.hub_rows import prepare_hub, write_rows
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, TERMOS, articles, places

WEB = Channel(1, "web", "Shopify", "web_shop", 0)
NOBODY = neutral.RemotePerson("Maria Nilsson", "070-174 06 12", "maria@example.se", "sv")
HOME = neutral.RemoteAddress("Maria Nilsson", "Storgatan 1", "411 04", "Göteborg", "SE")


class OrderShop:
    """``stock`` is on hand everywhere of every article."""

    def __init__(self, folder: Path, stock: int = 10, rows: tuple[Any, ...] = ()) -> None:
        self.rng = random.Random(7)
        self.now = NOW
        self.engine = open_sqlite(folder / "orders.db", "33" * 32)
        self.masters: Masters = masters_from("")
        with self.engine.begin() as connection:
            prepare_hub(connection, "orders", self.tag)
            write_rows(connection, [*places(), *articles(stock), *rows], self.tag)
            link_shop(connection, WEB.id)

    def tag(self) -> int:
        return self.rng.getrandbits(62)

    def take(self, *orders: neutral.RemoteOrder, channel: Channel = WEB) -> Taken:
        with self.engine.begin() as connection:
            return take_orders(connection, Intake(channel, self.masters, self.now, self.tag, False), orders)

    def write(self, *rows: Any) -> None:
        with self.engine.begin() as connection:
            write_rows(connection, rows, self.tag)

    def minute(self) -> None:
        self.now += 60_000
        with self.engine.begin() as connection:
            Hub(self.tag).mind(connection, self.now)

    def rows(self, table: str, where: str = "1 = 1") -> list[Any]:
        row = TABLE_BY_NAME[table].row
        with self.engine.begin() as connection:
            found = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE {where} ORDER BY 1, 2")
            return [row(*values[:-1]) for values in found]

    def reserved(self, place: int, article: int = ALVA) -> int:
        where = f"location_id = {place} AND variant_id = {article} AND bucket = 0"
        return int(self.rows("stock_level", where)[0].reserved)

    def close(self) -> None:
        self.engine.dispose()


def link_shop(connection: sa.Connection, channel_id: int) -> None:
    articles = [links.Link(f"v{article}", str(article)) for article in (ALVA, RASK, TERMOS)]
    links.put_links(connection, channel_id, links.VARIANT, articles)
    stores = [links.Link("p-gbg", str(GBG)), links.Link("p-mal", str(MAL))]
    links.put_links(connection, channel_id, links.PLACE, stores)


def line(number: int, article: int, quantity: int, cancelled: int = 0) -> neutral.RemoteLine:
    known = article in (ALVA, RASK, TERMOS)
    return neutral.RemoteLine(
        f"l{number}", "goods", f"v{article}" if known else "", f"SKU-{article}", "Article", quantity, cancelled, 0,
        100_0000, 100_0000 * quantity, 250_000,
    )  # fmt: skip


def order(
    number: int,
    *lines: neutral.RemoteLine,
    pickup: str = "",
    state: str = neutral.OPEN,
    paid: str = "captured",
    changed_at: int = NOW,
    desk_id: str = "",
) -> neutral.RemoteOrder:
    goods = lines or (line(1, ALVA, 1),)
    payments = (neutral.RemotePayment("pay1", "payment", "card", paid, 100_0000, NOW),)
    return neutral.RemoteOrder(
        f"gid-{number}", str(number), NOW - 60_000, "SE", "SEK", 100_0000, state, paid, None, 0, "", "", "",
        NOBODY, None, None if pickup else HOME, None, neutral.COLLECTED if pickup else neutral.SENT, pickup, "",
        desk_id, goods, payments, (), changed_at,
    )  # fmt: skip
