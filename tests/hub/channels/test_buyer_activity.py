"""What buyers looked at: taken once, with consent only, by person, article and local day, and forgotten again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from storedesk.connectors.neutral import RemoteCompany, RemoteCustomer, RemotePerson
from storedesk.connectors.port import Kind
from storedesk.domain.records import Place, Product, Variant
from storedesk.hub.activity.activity_folder import ActivityRunner
from storedesk.hub.activity.keys import channel_of, make_key
from storedesk.hub.activity.post import ActivityPosts
from storedesk.hub.activity.retention_hour import forget_activity, forget_old_activity
from storedesk.hub.activity.take_views import moment_in, take_activity
from storedesk.hub.database import Database
from storedesk.hub.server import hub_app
from storedesk.protocol.activity_wire import ACTIVITY_BYTES, MOST_VIEWS, ActivitySent, ViewSent
from storedesk.storage.activity_rows import views_counted
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.schema import feed
from tests.hub.channels.channel_shop import WEB, ChannelShop
from tests.hub.running_hub import ADDRESS
from tests.small_shop import NOW, WEEK

pytestmark = pytest.mark.asyncio
DAY_MS = 86_400_000
PLACE = Place(1, "GBG", "Göteborg", "store", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK, "{}", "", "")
SIKT, KANGA = (
    Variant(11, 1, "SIKT-XL", "Sikt", "", "XL", "piece", 0),
    Variant(12, 1, "KANGA", "", "", "", "piece", 0),
)
MASTER = {"company": "web", "customer": "web"}


@pytest.fixture
def make(database: Database) -> Callable[[], ChannelShop]:
    return lambda: ChannelShop(database)


async def with_buyers(shop: ChannelShop) -> None:
    """A company with Anna and Tomas, a private customer, two articles and two with one SKU."""
    double = [Variant(number, 1, "TWICE", "", "", "", "piece", 0) for number in (13, 14)]
    await shop.set_up(PLACE, Product(1, "S", "Varseljacka Sikt", "", "", "standard", 0), SIKT, KANGA, *double,
                      masters=MASTER)  # fmt: skip
    shop.shop.hold(
        RemoteCompany(
            "c1", "77", "Brännö Varv", "SE", "", "", "", "company", "", "SEK", None, None, "open", 1
        ),
        *(
            RemoteCustomer(id_, RemotePerson(name, "", f"{id_}@varv.example", "sv"), company, "", "", 1)
            for id_, name, company in (("anna", "Anna", "c1"), ("tomas", "Tomas", "c1"), ("eva", "Eva", ""))
        ),
    )
    await shop.read(Kind.COMPANIES, Kind.CUSTOMERS)


def view(at: str = "2026-11-23T09:12:00+01:00", **more: Any) -> ViewSent:
    return msgspec.convert({"at": at, "consent": True, "sku": "SIKT-XL", "contact": "anna"} | more, ViewSent)


async def take(shop: ChannelShop, *views: ViewSent, now: int = NOW, withdrawn: tuple[str, ...] = ()) -> Any:
    sent = ActivitySent(views, withdrawn)
    return await shop.database.write(lambda connection: take_activity(connection, WEB, sent, now, shop.tag))


async def kept(shop: ChannelShop) -> list[tuple[Any, ...]]:
    return await shop.values("buyer_view", "variant_id", "day", "times", "consented_at")


async def test_views_add_up_by_person_article_and_local_day(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    agreed = "2026-03-02T10:00:00+01:00"
    views = [
        view(),
        view("2026-11-23T10:00:00+01:00", consent_at=agreed),
        view("2026-11-22T23:30:00+00:00"),
        view(sku="KANGA", contact="", company="c1"),
        view(contact="tomas", variant="", sku="SIKT-XL"),
    ]
    assert await take(shop, *views[:1]) == {"taken": 1}
    assert await take(shop, *views) == {"repeated": 1, "taken": 4}
    assert await take(shop, *views) == {"repeated": 5}
    assert await kept(shop) == [
        (11, "2026-11-23", 1, 0),
        (11, "2026-11-23", 3, moment_in(agreed)),
        (12, "2026-11-23", 1, 0),
    ]


async def test_what_may_not_be_kept_is_only_counted(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    found = await take(
        shop,
        view(consent=False), view(contact="eva"), view(contact="nobody"), view(contact=""), view(sku="none"),
        view(sku="TWICE"), view("2026-08-01T09:00:00+02:00"), view("2026-11-24T09:00:00+01:00"),
        view("yesterday"), view("2026-11-23T09:12:00"), view("9999-12-31T23:59:59-23:59"),
    )  # fmt: skip
    assert found == {
        "no_consent": 1, "unknown_buyer": 3, "unknown_article": 2, "too_old": 1, "not_yet": 1, "unreadable": 3,
    }  # fmt: skip
    assert await kept(shop) == []
    counted = await shop.database.read(lambda connection: views_counted(connection, "2026-11-01"))
    assert {outcome: views for (_, outcome), views in counted.items()} == found


async def test_a_consent_taken_back_empties_what_was_kept(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    await take(shop, view(), view(sku="KANGA"), view(contact="tomas"))
    assert await take(shop, view("2026-11-23T11:00:00+01:00"), withdrawn=("anna", "ghost")) == {"deleted": 2}
    assert len(await kept(shop)) == 1
    gone = [row for row in await shop.values("feed", *feed.c.keys()) if row[1] == "buyer_view" and row[4]]
    assert len(gone) == 2


async def test_after_ninety_days_nothing_is_left(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    await take(shop, view(), view("2026-11-20T09:12:00+01:00", sku="KANGA"))

    def forget(now: int) -> Callable[[Any], int]:
        def work(connection: Any) -> int:
            feed_of_this = FeedWriter(connection, shop.tag)
            count = forget_old_activity(connection, feed_of_this, now)
            feed_of_this.write()
            return count

        return work

    counts = [await shop.database.write(forget(NOW + days * DAY_MS)) for days in (80, 88, 91)]
    assert counts == [0, 1, 1]
    for table in ("buyer_view", "activity_mark", "activity_day"):
        assert await shop.values(table, "at" if table != "activity_day" else "day") == []


async def test_it_is_looked_at_once_an_hour(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    await take(shop, view())
    later = (NOW + 100 * DAY_MS) // 3_600_000 * 3_600_000

    def work(connection: Any) -> list[int]:
        feed_of_this = FeedWriter(connection, shop.tag)
        return [forget_activity(connection, feed_of_this, later + minute * 60_000) for minute in range(60)]

    assert sum(await shop.database.write(work)) == 1


async def test_files_are_taken_and_deleted(make: Callable[[], ChannelShop], tmp_path: Path) -> None:
    shop = make()
    await with_buyers(shop)
    await shop.database.write(lambda c: make_key(c, WEB, NOW, shop.source.randbytes))
    runner = ActivityRunner(shop.database, tmp_path, lambda: NOW, shop.tag, _Quiet())
    await runner.look()
    inbox = tmp_path / "web" / "in"
    (inbox / "a.csv").write_text(
        "\ufeffAt;Consent;SKU;Contact\n2026-11-23T09:12:00+01:00;ja;SIKT-XL;anna\n"
        "2026-11-23T09:13:00+01:00;nej;SIKT-XL;anna\n;;;\nx;1;SIKT-XL;anna;more\n",
        encoding="utf-8",
    )
    lines = [
        json.dumps({"at": "2026-11-23T09:12:00+01:00", "consent": True, "sku": "SIKT-XL", "contact": "anna"})
    ]
    (inbox / "b.jsonl").write_text("\n".join([*lines, "{", "[" * 3000, '{"at":1}']), encoding="utf-8")
    (inbox / "c.csv").write_text("who,what\n1,2\n", encoding="utf-8")
    assert await runner.look() == []
    reports = {report.file: (report.counts, bool(report.refused)) for report in await runner.look()}
    assert reports == {
        "a.csv": ({"no_consent": 1, "taken": 1, "unreadable": 1}, False),
        "b.jsonl": ({"repeated": 1, "unreadable": 3}, False),
        "c.csv": ({}, True),
    }
    assert [path.name for path in inbox.iterdir()] == []
    said = "".join(path.read_text() for path in (tmp_path / "web").rglob("*.json"))
    assert "anna" not in said
    assert "SIKT" not in said


class _Quiet:
    def __getattr__(self, name: str) -> Any:
        return lambda *args, **more: None


async def test_the_address_takes_signed_and_whole_messages_only(make: Callable[[], ChannelShop]) -> None:
    shop = make()
    await with_buyers(shop)
    old = await shop.database.write(lambda c: make_key(c, WEB, NOW, shop.source.randbytes))
    key = await shop.database.write(lambda c: make_key(c, WEB, NOW, shop.source.randbytes))
    posts = ActivityPosts(shop.database, lambda: NOW, shop.tag)
    app = hub_app(_NoService(), _Quiet(), activity=posts)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS) as client:

        async def post(body: bytes, said: str = key) -> int:
            headers = {"authorization": f"Bearer {said}"}
            return (await client.post("/v1/activity", content=body, headers=headers)).status_code

        good = json.dumps({"views": [msgspec.to_builtins(view())]}).encode()
        assert [await post(good, wrong) for wrong in ("", "x", old, key[:-1], key + "0")] == [401] * 5
        assert await post(good) == 200
        for body in (
            b"",
            b"[]",
            b"{",
            b"[" * 50_000,
            b'{"views":[{"at":"x"}]}',
            b'{"views":[{"at":"x","consent":1}]}',
        ):
            assert await post(body) == 400, body[:40]
        assert await post(b" " * (ACTIVITY_BYTES + 1)) == 413
        many = {"views": [msgspec.to_builtins(view())] * (MOST_VIEWS + 1)}
        assert await post(json.dumps(many).encode()) == 400
    assert [row[2] for row in await kept(shop)] == [1]
    assert key.removeprefix("activity-") not in repr(await shop.values("activity_key", "key_hash"))
    assert await shop.database.read(lambda connection: channel_of(connection, f"Bearer {key}")) == WEB


class _NoService:
    async def start(self) -> None: ...
    async def stop(self) -> None: ...
