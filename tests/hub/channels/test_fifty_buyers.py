"""Fifty buyers over three channels, desks and quotes at once for ten units: never an 11th promise."""

import pytest

from storedesk.domain.tables import SELLABLE
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.storage.channel_stock_reads import may_show
from storedesk.storage.database_work import Connection
from tests.hub.channels.fifty_buyers import BUYERS, CHANNELS, Buyers, check
from tests.small_shop import NOW

pytestmark = pytest.mark.asyncio
ROUNDS = 1


@pytest.mark.parametrize("lend", [False, True], ids=["plain", "with lent units"])
async def test_ten_units_are_promised_ten_times(database: Database, lend: bool) -> None:
    assert BUYERS == 50
    buyers = Buyers(database, seed=11, lend=lend)
    await buyers.set_up()
    for number in range(ROUNDS):
        check(await buyers.round(number))


async def test_what_waits_to_be_brought_is_its_channels_own_where_it_stands(database: Database) -> None:
    """Shown to the channel beside what it may still sell, on both engines; the hub's minute changes none of it."""
    buyers = Buyers(database, seed=5)
    await buyers.set_up()
    ended = await buyers.round(0)
    assert ended.brought > 0

    def own(connection: Connection) -> tuple[int, int]:
        shown = [may_show(connection, channel, [1_000], NOW) for channel in CHANNELS]
        reserved = connection.exec_driver_sql(
            f"SELECT sum(reserved) FROM stock_level WHERE variant_id = 1000 AND bucket = {SELLABLE}"
        ).scalar_one()
        return sum(figure.own_reserved for places in shown for figure in places.values()), int(reserved)

    counted, reserved = await database.read(own)
    assert 0 < ended.brought <= counted <= reserved == ended.reserved
    await database.write(lambda connection: Hub(lambda: 7).mind(connection, NOW + 60_000))
    assert await database.read(own) == (counted, reserved)
