"""Which stores could take a pickup over."""

from storedesk.desk.store_choice import CollectorSeen, collector_seen, derive_stores
from storedesk.domain.tables import SELLABLE
from tests.actions.pickup_days import ONE, PickupDesk
from tests.small_shop import MAL, NOW, RASK


def test_a_store_says_how_much_it_has_and_until_when_it_is_open() -> None:
    desk = PickupDesk()
    (store,) = derive_stores(desk.state, ONE, NOW)
    assert (store.place_id, store.closes, store.opens, store.has_all) == (MAL, "19:00", None, True)
    desk.tables["stock_level"][MAL, RASK, SELLABLE] = desk.level(RASK, MAL)._replace(quantity=1)
    (store,) = derive_stores(desk.state, ONE, NOW)
    assert (store.free, store.wanted, store.has_all) == (1, 2, False)


def test_a_closed_store_says_when_it_opens() -> None:
    desk = PickupDesk()
    (store,) = derive_stores(desk.state, ONE, NOW + 12 * 3_600_000)
    assert store.closes == ""
    assert store.opens is not None and store.opens.clock == "10:00"


def test_the_collector_is_read_as_it_stands() -> None:
    desk = PickupDesk()
    assert collector_seen(desk.state, ONE) == CollectorSeen("", "")
    desk.do("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson")
    assert collector_seen(desk.state, ONE).name == "Jonas Nilsson"
