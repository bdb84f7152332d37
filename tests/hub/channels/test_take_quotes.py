"""Quotes of a channel: ours that were offered there, and those that buyers ask for, which become drafts once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.connectors.neutral import RemoteLine, RemoteQuote
from storedesk.domain.records import Company, CompanyContact, Price, PriceList, TaxRateRow
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.take_quotes import take_quotes
from storedesk.storage import channel_links as links
from tests.hub.channels.fifty_buyers import COMPANY, issued_quote
from tests.hub.channels.order_shop import WEB, OrderShop
from tests.small_shop import ALVA, CENTRAL, RASK


def take(shop: OrderShop, desk_id: str, state: str) -> Taken:
    remote = RemoteQuote("d-1", "D1", "", "", state, "SEK", 100_0000, "", desk_id, (), shop.now)
    with shop.engine.begin() as connection:
        return take_quotes(connection, Intake(WEB, shop.masters, shop.now, shop.tag, False), [remote])


def test_a_declined_quote_ends_once_and_a_foreign_one_is_left_alone(tmp_path: Path) -> None:
    company = Company(COMPANY, "7", "Varv AB", "varv ab", "SE", "", None, "SEK", 10**9, 30)
    rows = issued_quote(ALVA, 1, "sent")
    shop = OrderShop(tmp_path, rows=(company, *rows))
    assert take(shop, "not-ours", "declined").written == 0
    assert take(shop, rows[0].id, "offered").written == 0
    assert [row.state for row in shop.rows("quote")] == ["issued"]
    assert [take(shop, rows[0].id, "declined").written for _ in range(2)] == [1, 0]
    assert [row.state for row in shop.rows("quote")] == ["declined"]
    with shop.engine.begin() as connection:
        assert links.links_of(connection, WEB.id, links.QUOTE, ["d-1"])["d-1"].local_id == rows[0].id
    shop.close()


SITE, PERSON = COMPANY + 1, 77
RATE = TaxRateRow("SE", "standard", "1990-07-01", 250_000)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[OrderShop]:
    """A company with a site and a buyer, linked; Alva costs it 80.00 by contract, Rask has no price."""
    company = Company(
        COMPANY, "7", "Varv AB", "varv ab", "SE", "", None, "SEK", 10**9, 30, price_list="web:Varv"
    )
    site = company._replace(
        id=SITE, number="7-1", name="Varv Lund", folded="varv lund", kind="site", parent_id=COMPANY
    )
    person = CompanyContact(PERSON, COMPANY, "buyer", "Cara Lund", "cara lund", "", "", "", None, "sv", 1)
    prices = [
        Price("base", ALVA, "SEK", 1, "", 100_0000, 0),
        Price("web:Varv", ALVA, "SEK", 1, "", 80_0000, 0),
    ]
    head = PriceList("web:Varv", "Varv", "contract", "SEK", 0, "", "", 0, "base")
    made = OrderShop(tmp_path, rows=(company, site, person, head, *prices, RATE))
    with made.engine.begin() as connection:
        named = [links.Link("c-7", str(COMPANY)), links.Link("c-7-1", str(SITE))]
        links.put_links(connection, WEB.id, links.COMPANY, named)
        links.put_links(connection, WEB.id, links.CUSTOMER, [links.Link("u-1", "key", '{"contact":77}')])
        links.put_links(connection, WEB.id, links.STOCK, [links.Link("RASK-THERE", str(RASK))])
    yield made
    made.close()


def line(number: int, variant: str, quantity: int, sku: str = "") -> RemoteLine:
    return RemoteLine(f"q{number}", "goods", variant, sku, "Article", quantity, 0, 0, 1, quantity, 0)


def ask(
    shop: OrderShop,
    company: str = "c-7",
    state: str = "asked",
    *lines: RemoteLine,
    first: bool = False,
    **more: Any,
) -> Taken:
    wanted = lines or (line(1, f"v{ALVA}", 3),)
    remote = RemoteQuote("d-9", "D9", company, "u-1", state, "SEK", 1, "", "", wanted, shop.now)._replace(
        **more
    )
    with shop.engine.begin() as connection:
        return take_quotes(connection, Intake(WEB, shop.masters, shop.now, shop.tag, first), [remote])


def test_a_quote_asked_for_online_is_a_draft_at_contract_prices(shop: OrderShop) -> None:
    assert ask(shop).problems == ()
    (quote,) = shop.rows("quote")
    assert (quote.state, quote.company_id, quote.contact_id, quote.site_id) == (
        "draft",
        COMPANY,
        PERSON,
        None,
    )
    assert (quote.place_id, quote.desk, quote.made_by, quote.net) == (CENTRAL, "web", 0, 240_0000)
    (row,) = shop.rows("quote_line")
    assert (row.variant_id, row.quantity, row.unit_price, row.list_code) == (ALVA, 3, 80_0000, "web:Varv")
    assert quote.valid_until == "2026-12-23"
    with shop.engine.begin() as connection:
        assert links.links_of(connection, WEB.id, links.QUOTE, ["d-9"])["d-9"].local_id == quote.id


def test_it_is_made_once_and_what_staff_made_of_it_stays(shop: OrderShop) -> None:
    ask(shop)
    (quote,) = shop.rows("quote")
    shop.write(quote._replace(note="ours", changed_at=shop.now + 5))
    assert ask(shop, "c-7", "asked", line(1, f"v{ALVA}", 9)).written == 0
    assert [row.note for row in shop.rows("quote")] == ["ours"]


def test_articles_without_a_price_and_unknown_ones_are_lines_to_be_priced(shop: OrderShop) -> None:
    ask(
        shop,
        "c-7",
        "asked",
        line(1, "", 1, "RASK-THERE"),
        line(2, "", 2, f"SKU-{ALVA}"),
        line(3, "", 4, "NOPE"),
    )
    rows = shop.rows("quote_line")
    assert [(row.kind, row.variant_id, row.quantity, row.unit_price) for row in rows] == [
        ("own", None, 1, 0),
        ("goods", ALVA, 2, 80_0000),
        ("own", None, 4, 0),
    ]
    assert rows[2].name == "NOPE Article"


def test_a_site_asks_for_its_company_and_the_goods_go_there(shop: OrderShop) -> None:
    ask(shop, "c-7-1")
    (quote,) = shop.rows("quote")
    assert (quote.company_id, quote.site_id, quote.delivery) == (COMPANY, SITE, "sent")


@pytest.mark.parametrize(
    ("state", "here"), [("declined", "declined"), ("expired", "lapsed"), ("ordered", "withdrawn")]
)
def test_a_request_that_ends_there_ends_its_draft(shop: OrderShop, state: str, here: str) -> None:
    ask(shop)
    assert ask(shop, "c-7", state).written == 1
    assert [row.state for row in shop.rows("quote")] == [here]


def test_what_is_no_request_of_a_company_here_makes_no_draft(shop: OrderShop) -> None:
    assert [one.problem for one in ask(shop, "c-unknown").problems] == ["no_mapping"]
    ask(shop, "")
    ask(shop, "c-7", "offered")
    ask(shop, first=True, changed_at=shop.now - 40 * 86_400_000)
    assert shop.rows("quote") == []
