"""Whose order it is: one person's orders stand together, whichever channel they came by."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storedesk.connectors.neutral import RemoteOrder, RemotePerson
from storedesk.domain.records import Channel
from storedesk.storage import channel_links as links
from storedesk.storage.customer_marks import forget_marks
from tests.hub.channels.order_shop import WEB, OrderShop, link_shop, order
from tests.small_shop import NOW

OUTLET = Channel(2, "outlet", "Magento", "web_shop", 0)
MARIA = RemotePerson("Maria Nilsson", "070-174 06 12", "maria@example.se", "sv")
NAMELESS = RemotePerson("", "", "", "sv")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[OrderShop]:
    made = OrderShop(tmp_path, rows=(OUTLET,))
    with made.engine.begin() as connection:
        link_shop(connection, OUTLET.id)
    yield made
    made.close()


def bought(number: int, person: RemotePerson, account: str = "") -> RemoteOrder:
    return order(number)._replace(buyer=person, customer_id=account)


def customers(shop: OrderShop) -> dict[str, str]:
    """Customers by the order's number, the same beside the order and beside the name."""
    of_orders = {row.id: row for row in shop.rows("orders")}
    assert all(row.customer_id == of_orders[row.order_id].customer_id for row in shop.rows("person"))
    return {row.number: row.customer_id for row in of_orders.values()}


def test_one_persons_orders_on_two_channels_have_one_customer(shop: OrderShop) -> None:
    shop.take(bought(1, MARIA, "w1"))
    shop.take(bought(2, MARIA._replace(email=" MARIA@example.se", phone="")), channel=OUTLET)
    shop.take(bought(3, MARIA._replace(email="", phone="+46 70 174 06 12")), channel=OUTLET)
    shop.take(bought(4, MARIA._replace(name="Tomas Nilsson", email="tomas@example.se")), channel=OUTLET)
    found = customers(shop)
    assert found["1"] == found["2"] == found["3"] != found["4"]


def test_who_gives_neither_mail_nor_phone_is_known_by_the_account_or_not_at_all(shop: OrderShop) -> None:
    shop.take(bought(1, NAMELESS, "w1"), bought(2, NAMELESS, "w1"), bought(3, NAMELESS), bought(4, NAMELESS))
    shop.take(bought(5, NAMELESS, "w1"), channel=OUTLET)
    found = customers(shop)
    assert found["1"] == found["2"]
    assert len(set(found.values())) == 4


def test_a_new_address_of_a_known_account_leads_to_the_same_customer(shop: OrderShop) -> None:
    shop.take(bought(1, MARIA, "w1"))
    shop.take(bought(2, MARIA._replace(email="maria@new.example", phone=""), "w1"))
    shop.take(bought(3, MARIA._replace(email="maria@new.example", phone="")), channel=OUTLET)
    assert len(set(customers(shop).values())) == 1


def test_a_companys_order_stays_the_companys(shop: OrderShop) -> None:
    with shop.engine.begin() as connection:
        links.put_links(connection, WEB.id, links.COMPANY, [links.Link("b1", "31")])
    shop.take(bought(1, MARIA, "w1")._replace(company_id="b1"))
    assert customers(shop) == {"1": "company 31"}


def test_an_order_keeps_its_customer_and_brings_no_mark_again(shop: OrderShop) -> None:
    shop.take(bought(1, MARIA))
    before = customers(shop)
    with shop.engine.begin() as connection:
        forget_marks(connection, before["1"])
    shop.take(bought(1, MARIA._replace(email="other@example.se"))._replace(changed_at=NOW + 1))
    with shop.engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM customer_mark").scalar_one() == 0
    assert customers(shop) == before


def test_nothing_that_names_a_person_is_kept_beside_the_order(shop: OrderShop) -> None:
    shop.take(bought(1, MARIA, "w1"))
    with shop.engine.begin() as connection:
        kept = [
            *connection.exec_driver_sql("SELECT * FROM customer_mark"),
            *connection.exec_driver_sql("SELECT * FROM channel_link WHERE kind = 'customer'"),
        ]
    assert len(kept) == 3
    assert not any(word in repr(kept).lower() for word in ("maria", "nilsson", "174"))
