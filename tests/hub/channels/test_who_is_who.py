"""Companies and customers of several channels are one here where that is proved, and asked about where it is not."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from storedesk.connectors.neutral import RemoteCompany, RemoteCustomer, RemotePerson
from storedesk.connectors.port import Kind
from storedesk.domain.ids import derived_id
from storedesk.domain.master import Masters
from storedesk.domain.records import (
    Address,
    BuyerView,
    Channel,
    Company,
    CompanyContact,
    Order,
    Person,
    Place,
)
from storedesk.hub.channels.customer_ids import customer_id_for
from storedesk.hub.channels.intake import Intake
from storedesk.hub.channels.link_details import contact_of
from storedesk.hub.channels.take_companies import take_companies
from storedesk.hub.database import Database
from storedesk.hub.erase_customer import Erased, erase_customer
from storedesk.storage.channel_links import CUSTOMER, LIST, Link, links_of, put_links
from storedesk.storage.customer_marks import forget_marks
from tests.hub.channels.channel_shop import WEB, ChannelShop
from tests.small_shop import NOW, WEEK

pytestmark = pytest.mark.asyncio
OUTLET = 8
MASTER = {"company": "web", "credit": "web", "customer": "web"}
PLACE = Place(
    1, "KS", "Kundservice", "customer_service", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK, "{}", "", ""
)
VARV = Company(
    20417, "20417", "Brännö Varv & Montage AB", "branno varv & montage ab", "SE", "556677-8899", None, "SEK",
    1_500_000_000, 30, credit_used=500,
)  # fmt: skip
ANNA = RemotePerson("Anna Lindberg", "031-390 06 21", "anna@brannovarv.example", "sv")


def company(name: str = "Brännö Varv & Montage AB", **values: Any) -> RemoteCompany:
    plain = RemoteCompany("c1", "77", name, "SE", "", "", "", "company", "", "SEK", None, None, "open", 1)
    return plain._replace(**values)


def customer(
    external_id: str = "u1", company_id: str = "c1", role: str = "", **person: str
) -> RemoteCustomer:
    return RemoteCustomer(external_id, ANNA._replace(**person), company_id, role, "", 1)


@pytest.fixture
def make(database: Database) -> Callable[[], ChannelShop]:
    return lambda: ChannelShop(database)


async def at_hub(shop: ChannelShop, *records: Any, rows: tuple[Any, ...] = (), **masters: str) -> None:
    await shop.set_up(PLACE, Channel(OUTLET, "outlet", "Outlet", "web_shop", 0), *rows, masters=masters)
    shop.shop.hold(*records)
    await shop.read(Kind.COMPANIES, Kind.CUSTOMERS)


async def test_the_same_number_links_a_company_and_writes_nothing_of_it(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    await at_hub(shop, company("BVM", organisation_number="5566778899", credit_limit=9), rows=(VARV,))
    assert await shop.local("company", "c1") == "20417"
    assert await shop.values("company", "id", "name", "credit_limit") == [
        (20417, VARV.name, VARV.credit_limit)
    ]
    assert await shop.refused() == {"company": 1, "credit": 1}
    assert await shop.values("task", "id") == []


async def test_an_unknown_company_of_somebody_who_is_not_master_is_set_aside(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    await at_hub(shop, company())
    assert (await shop.values("company", "id"), await shop.problems()) == ([], {"c1": "no_mapping"})
    assert await shop.refused() == {"company": 1}


async def test_the_master_makes_companies_with_their_sites_whatever_comes_first(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    shop.shop.page_size = 1
    site = company("Varvet 410", external_id="c2", parent_id="c1", kind="site")
    whole = company(organisation_number="556677-8899", credit_limit=7_000, terms_days=30, state="blocked")
    await at_hub(shop, site, whole, **MASTER)
    found = await shop.values(
        "company", "name", "kind", "parent_id", "credit_limit", "terms_days", "credit_stop"
    )
    parent = int(await shop.local("company", "c1") or 0)
    assert found == [
        ("Brännö Varv & Montage AB", "company", None, 7_000, 30, 1),
        ("Varvet 410", "site", parent, 0, 0, 0),
    ]
    (row,) = await shop.read(Kind.COMPANIES)
    assert row.written == 0


async def test_companies_that_are_each_others_parent_are_not_believed(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    first = company("A", parent_id="c2")
    await at_hub(shop, first, company("B", external_id="c2", parent_id="c1"), **MASTER)
    parents = [found[0] for found in await shop.values("company", "parent_id")]
    assert None in parents


async def test_a_like_name_is_asked_about_once_with_both(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(
        shop, company("Brännö Varv Montage"), rows=(VARV._replace(name="Brännö Varv Montage AB"),), **MASTER
    )
    ((place, kind, facts, state),) = await shop.values("task", "place_id", "kind", "facts", "state")
    made = int(await shop.local("company", "c1") or 0)
    assert (place, kind, state) == (PLACE.id, "company_duplicate", "open")
    assert msgspec.json.decode(facts) == {
        "channel": "web",
        "company": made,
        "other": 20417,
        "signs": ["name"],
    }
    shop.shop.hold(company("Brännö Varv Montage AB"))
    await shop.read(Kind.COMPANIES)
    assert len(await shop.values("task", "id")) == 1


async def test_a_merged_account_is_written_where_it_stands_now(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(shop, company(), **MASTER)
    made = int(await shop.local("company", "c1") or 0)
    (row,) = await shop.values("company", *Company._fields)
    await shop.write(VARV, Company(*row)._replace(merged_into=VARV.id))
    shop.shop.hold(company("Brännö Varv", credit_limit=10), customer())
    await shop.read(Kind.COMPANIES, Kind.CUSTOMERS)
    names = dict(await shop.values("company", "id", "name"))
    assert (names[made], names[VARV.id]) == (VARV.name, "Brännö Varv")
    assert await shop.values("company_contact", "company_id", "name") == [(VARV.id, "Anna Lindberg")]
    assert ("credit_used", 500) in {
        ("credit_used", found[0]) for found in await shop.values("company", "credit_used")
    }


async def test_people_of_a_company_are_known_again_and_never_get_rights_from_outside(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    eva = CompanyContact(
        5, 20417, "approver", "Eva Berg", "eva berg", "eva@brannovarv.example", "", "", None, "sv", 1
    )
    records = (
        company(organisation_number="5566778899"),
        customer(role="admin"),
        customer("u2", name="Eva Berg", email="EVA@brannovarv.example", phone="031-390 06 22"),
    )
    await at_hub(shop, *records, rows=(VARV, eva), customer="web")
    people = await shop.values("company_contact", "name", "role", "spending_limit", "phone")
    assert people == [
        ("Anna Lindberg", "buyer", 0, "031-390 06 21"),
        ("Eva Berg", "approver", None, "031-390 06 22"),
    ]
    links = await shop.database.read(lambda connection: links_of(connection, WEB, CUSTOMER, ["u2"]))
    assert contact_of(links["u2"].detail) == 5


async def test_a_person_at_two_companies_asks_whether_they_are_one(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    other = VARV._replace(id=3, name="Styrsö Båt", organisation_number="", folded="styrso bat")
    anna = CompanyContact(5, 3, "buyer", "Anna L", "anna l", ANNA.email, "", "", 0, "sv", 1)
    await at_hub(shop, company(), customer(), rows=(other, anna), **MASTER)
    ((facts,),) = await shop.values("task", "facts")
    assert (msgspec.json.decode(facts)["other"], msgspec.json.decode(facts)["signs"]) == (3, ["contact"])


async def test_a_private_person_leaves_a_key_for_orders_and_no_name(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(shop, customer(company_id=""))
    assert await shop.values("company_contact", "id") == []
    assert await shop.values("person", "id") == []
    rows = await shop.values("customer_mark", "mark", "customer_id")
    rows += await shop.values("channel_link", "local_id", "detail")
    said = repr(rows).lower()
    assert len(rows) == 3
    assert not any(word in said for word in ("anna", "lindberg", "brannovarv", "390"))


async def ids(shop: ChannelShop, *asked: tuple[int, RemotePerson, str]) -> list[str]:
    """The customer ids that orders get, each by channel, person and account."""

    def work(connection: Any) -> list[str]:
        return [
            customer_id_for(
                connection, Intake(_channel(channel), Masters({}), NOW + place, shop.tag, False), person, account,
                str(place), "SE",
            )
            for place, (channel, person, account) in enumerate(asked)
        ]  # fmt: skip

    return await shop.database.write(work)


def _channel(number: int) -> Channel:
    return Channel(number, {WEB: "web", OUTLET: "outlet"}[number], "", "web_shop", 0)


async def test_orders_of_one_person_stand_together_across_channels(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(shop)
    nobody = RemotePerson("Anna Lindberg", "", "", "")
    found = await ids(
        shop,
        (WEB, ANNA, "u1"),
        (OUTLET, ANNA._replace(email="ANNA@BrannoVarv.example ", phone=""), ""),
        (OUTLET, ANNA._replace(email="", phone="+46 31 390 06 21"), ""),
        (WEB, ANNA._replace(email="anna@new.example", phone=""), "u1"),
        (OUTLET, ANNA._replace(email="", name="Tomas Lindberg"), ""),
        (OUTLET, nobody, ""),
        (OUTLET, nobody, ""),
    )
    assert len(set(found[:4])) == 1
    assert len({*found[3:]}) == 4
    again = await ids(shop, (OUTLET, ANNA._replace(email="anna@new.example"), ""))
    assert again == found[:1]


async def test_erased_marks_lead_nowhere(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(shop)
    (found,) = await ids(shop, (WEB, ANNA, ""))
    assert await shop.database.write(lambda connection: forget_marks(connection, found)) == 2
    assert await shop.values("customer_mark", "mark") == []
    assert found == (await ids(shop, (OUTLET, ANNA, "")))[0], "the id follows from the hub's secret"
    assert found != derived_id("customer", ANNA.email)


async def test_a_personal_number_is_kept_in_no_field(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    own = "811228-9874"
    await at_hub(
        shop, company("Snickare Berg", organisation_number=own, vat_number="SE811228987401"), **MASTER
    )
    assert await shop.values("company", "organisation_number", "vat_number") == [("", "")]
    shop.shop.hold(company(f"Berg {own}", external_id="c9"))
    await shop.read(Kind.COMPANIES)
    assert await shop.problems() == {"c9": "the name holds a personal number"}


async def test_the_contract_list_comes_by_its_link(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await at_hub(shop, rows=(VARV,), **MASTER)

    def work(connection: Any) -> int:
        put_links(connection, WEB, LIST, [Link("g4", "web:g4")])
        intake = Intake(_channel(WEB), Masters(MASTER), NOW, shop.tag, True)
        return take_companies(
            connection, intake, [company(organisation_number="556677-8899", price_list="g4")]
        ).written

    assert await shop.database.write(work) == 1
    assert await shop.values("company", "price_list") == [("web:g4",)]


async def test_erasing_a_customer_reaches_names_links_marks_and_looks_and_lasts(
    make: Callable[[], ChannelShop],
) -> None:
    shop = make()
    await at_hub(shop, company(), customer(), **MASTER)
    (customer_id,) = await ids(shop, (WEB, ANNA, "u1"))
    ((contact_id,),) = await shop.values("company_contact", "id")
    await shop.write(
        BuyerView("v", 1, contact_id, WEB, 11, "2026-11-23", NOW, 2),
        *(one for number in (1, 2) for one in named_order(number, customer_id)),
    )
    erased = await shop.database.write(lambda connection: erase_customer(connection, customer_id, shop.tag))
    assert erased == Erased(people=1, addresses=1, contacts=1, views=1, links=1, marks=2, open_orders=1)
    assert await shop.values("company_contact", "name", "email", "phone", "active") == [("", "", "", 0)]
    assert await shop.values("person", "order_id", "name") == [("o1", "Anna Lindberg"), ("o2", "")]
    assert await shop.values("address", "order_id", "street") == [("o1", "Gatan 1"), ("o2", "")]
    assert await shop.values("orders", "id", "total") == [("o1", 500), ("o2", 500)]
    assert await shop.values("buyer_view", "id") == await shop.values("customer_mark", "mark") == []
    shop.shop.hold(customer(phone="031-390 06 99"))
    await shop.read(Kind.CUSTOMERS)
    assert await shop.values("company_contact", "name") == [("",)], "the channel brings nobody back"
    await ids(shop, (WEB, ANNA, "u1"))
    assert await shop.local("customer", "u1") == ""


def named_order(number: int, customer_id: str) -> tuple[Any, ...]:
    """The first is open, the second over."""
    order = f"o{number}"
    state = {1: "open", 2: "completed"}[number]
    return (
        Order(
            order,
            order,
            WEB,
            order,
            NOW,
            "SE",
            "SEK",
            500,
            state,
            "captured",
            None,
            0,
            0,
            customer_id,
            None,
            NOW,
        ),
        Person(f"p{number}", "1", order, "buyer", customer_id, ANNA.name, "", "", "", ANNA.email, "sv"),
        Address(f"a{number}", "1", order, "shipping", ANNA.name, "Gatan 1", "411 00", "Göteborg", "SE"),
    )
