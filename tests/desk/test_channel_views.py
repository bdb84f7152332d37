"""What the channels screen is told: cards, items grouped over shops, faults by article, ninety days."""

import json
from typing import Any

from storedesk.desk.channel_views import TREND_DAYS, ChannelsView, derive_channels, first_day
from storedesk.desk.moments import Look
from storedesk.domain.differences import CAUSES
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import (
    Channel,
    ChannelState,
    Difference,
    DifferenceDay,
    Product,
    ProductFault,
    StockLevel,
    Variant,
)
from storedesk.storage.desk_channel_reads import ChannelsRecord
from tests.actions.channel_days import difference
from tests.small_shop import ALVA, GBG, NOW, RASK, WEEK

LOOK = Look(NOW, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"))
MINUTE = 60_000
ON = ChannelState(
    1, "on", "", "", "webhooks", 9_999, 3, NOW - 5 * MINUTE, NOW - MINUTE, NOW, 7, 2, NOW - MINUTE, 0, NOW
)


def record(*differences: Difference, **more: Any) -> ChannelsRecord:
    product = Product(ALVA, "S101", "Skaljacka Alva", "", "jackets", "standard", 0)
    variant = Variant(ALVA, ALVA, "SKU-101", "", "Black", "M", "piece", 0)
    parts: dict[str, Any] = {
        "channels": (
            (Channel(1, "web", "Shopify", "web_shop", 0), ON),
            (Channel(2, "no", "Magento", "web_shop", 0), ON._replace(channel_id=2, checked_at=NOW - MINUTE)),
        ),
        "differences": differences,
        "days": (),
        "faults": (),
        "articles": {ALVA: (variant, product)},
        "levels": {(ALVA, GBG): StockLevel(GBG, ALVA, 0, 84, 0, 0, 0, None, "", NOW)},
        "places": {GBG: "Göteborg Centrum"},
        "companies": {7: "Bygg AB"},
        "asked_at": 0,
    }
    return ChannelsRecord(**(parts | more))


def shown(*differences: Difference, **more: Any) -> ChannelsView:
    return derive_channels(record(*differences, **more), LOOK)


def test_a_card_says_how_much_is_in_step_and_never_too_much() -> None:
    card = shown().cards[0]
    assert card.in_step == 9_996
    assert (card.pushed_age, card.unsent_age) == (MINUTE, MINUTE)
    almost = ON._replace(compared=1_000_000, differing=1)
    assert shown(channels=((Channel(1, "web", "W", "web_shop", 0), almost),)).cards[0].in_step == 9_999
    nothing = ON._replace(compared=0, differing=0)
    assert shown(channels=((Channel(1, "web", "W", "web_shop", 0), nothing),)).cards[0].in_step == 10_000


def test_one_article_that_two_shops_show_wrongly_is_one_row_the_dearer_first() -> None:
    other = difference(id="x", channel_id=2, theirs="70", cost=6_000_000)
    view = shown(difference(), other)
    [item] = view.items
    assert (item.name, item.detail, item.about, item.on_hand) == (
        "Skaljacka Alva", "Black · M", "Göteborg Centrum", 84,
    )  # fmt: skip
    assert [(one.channel, one.off) for one in item.figures] == [("Magento", -10), ("Shopify", 3)]
    assert item.cost == 11_000_000


def test_alike_counts_the_same_cause_and_field_of_one_shop() -> None:
    rows = (
        difference(),
        difference(RASK),
        difference(RASK, field="price"),
        difference(RASK, channel_id=2, id="y"),
    )
    items = {(item.key.split()[0], item.field): item for item in shown(*rows).items}
    assert items[str(ALVA), "stock"].figures[0].alike == 2
    assert items[str(RASK), "price"].figures[0].alike == 1


def test_what_can_be_repaired_follows_from_field_and_cause() -> None:
    rows = (
        difference(),
        difference(field="listed", ours="1", theirs="0", about=""),
        difference(field="listed", id="z", variant_id=RASK, ours="1", theirs="0", cause="no_mapping"),
        difference(field="contract_price", about="7"),
    )
    can = {item.key: (item.figures[0].can_push, item.figures[0].can_take) for item in shown(*rows).items}
    assert can == {
        f"{ALVA} stock {GBG}": (True, True),
        f"{ALVA} listed ": (True, False),
        f"{RASK} listed {GBG}": (False, False),
        f"{ALVA} contract_price 7": (False, False),
    }


def test_a_company_is_named_and_a_listing_has_no_number() -> None:
    items = {item.field: item for item in shown(
        difference(field="contract_price", about="7"), difference(field="listed", ours="1", theirs="0", about="")
    ).items}  # fmt: skip
    assert items["contract_price"].about == "Bygg AB"
    assert items["listed"].figures[0].off is None


def test_a_history_that_cannot_be_read_is_none() -> None:
    steps = [{"at": NOW - MINUTE, "kind": "read", "value": "83", "why": ""}]
    good, bad = difference(history=json.dumps(steps)), difference(RASK, history="{")
    view = {item.key: item.figures[0].steps for item in shown(good, bad).items}
    assert [(step.kind, step.value, step.at.at) for step in view[f"{ALVA} stock {GBG}"]] == [
        ("read", "83", NOW - MINUTE)
    ]
    assert view[f"{RASK} stock {GBG}"] == ()


def test_the_check_is_as_old_as_the_oldest_and_asked_for_until_all_are_newer() -> None:
    view = shown(asked_at=NOW - 3 * MINUTE)
    assert view.checked is not None and view.checked.at == NOW - 5 * MINUTE
    assert view.is_asked
    assert not shown(asked_at=NOW - 6 * MINUTE).is_asked
    never = ((Channel(1, "web", "W", "web_shop", 0), ON._replace(checked_at=None)),)
    assert shown(channels=never).checked is None


def test_faults_of_one_article_are_one_row() -> None:
    faults = (
        ProductFault(ALVA, "no_price", 90, "{}", NOW - 9),
        ProductFault(RASK, "no_title", 80, "{}", NOW),
        ProductFault(ALVA, "no_weight", 10, "{}", NOW - 99),
    )
    rows = shown(faults=faults).faults
    assert [(row.sku, row.kinds) for row in rows] == [
        ("SKU-101", ("no_price", "no_weight")),
        ("", ("no_title",)),
    ]
    assert rows[0].since.at == NOW - 99


def test_a_day_that_nobody_counted_is_a_gap_and_no_zero() -> None:
    days = (
        DifferenceDay(1, "2026-11-22", "", 9_000),
        DifferenceDay(1, "2026-11-23", "refused", 4),
        DifferenceDay(2, "2026-11-23", "refused", 9),
    )
    trend = shown(days=days).trends[0]
    assert len(trend.days) == TREND_DAYS
    assert trend.days[0][0] == first_day(LOOK) == "2026-08-26"
    assert trend.days[-3][1] is None
    assert trend.days[-2][1] == (0,) * len(CAUSES)
    assert trend.days[-1][1] == tuple(4 if cause == "refused" else 0 for cause in CAUSES)


def test_differences_that_no_desk_holds_are_counted() -> None:
    assert shown(difference()).more == 2 * ON.differing - 1
