"""Amounts, times, budget and answers of Shopify, without a line."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.calls import Reply
from storedesk.connectors.shopify.answers import NotUnderstood, SignedOut, Throttled, data_of, decoded
from storedesk.connectors.shopify.budget import Budget, Cost, cost_of
from storedesk.connectors.shopify.node_fields import Unclear, amount, decimal_text, iso_seconds, moment, tail
from storedesk.connectors.shopify.settings import settings_from
from storedesk.connectors.trouble import Stopped, Unreachable

SAMPLES = Path(__file__).with_name("samples")


@given(st.integers(-(10**12), 10**12))
def test_an_amount_comes_back_as_it_was_sent(value: int) -> None:
    assert amount(decimal_text(value), "price") == value


@pytest.mark.parametrize("text", ["", "twelve", "NaN", "Infinity", "1e99", None])
def test_what_is_no_amount_is_refused_and_not_guessed(text: object) -> None:
    with pytest.raises(Unclear):
        amount(text, "price")


@given(st.integers(0, 4_000_000_000_000))
def test_a_time_in_whole_seconds_never_lies_after_the_moment(at: int) -> None:
    assert moment(iso_seconds(at), "updatedAt") == at // 1000 * 1000


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(Unclear):
        moment("2026-11-23T04:00:00", "updatedAt")


def test_the_number_of_a_level_leaves_its_question_out() -> None:
    assert tail("gid://shopify/InventoryLevel/999?inventory_item_id=30322695") == "999"


@given(
    available=st.floats(0, 2000), requested=st.integers(1, 1000), rate=st.sampled_from([50, 100, 200, 1000])
)
def test_the_wait_is_just_long_enough_for_the_bucket_to_hold_the_cost(
    available: float, requested: int, rate: int
) -> None:
    budget = Budget()
    budget.heard("Orders", Cost(requested, 2000.0, available, rate), now=1_000)
    wait = budget.wait_before("Orders", now=1_000)
    assert available + wait / 1000 * rate >= requested - 0.01
    assert wait == 0 or available + (wait - 2) / 1000 * rate < requested
    assert budget.wait_before("Orders", now=1_000 + wait) == 0


def test_the_throttled_sample_waits_for_what_it_asked() -> None:
    answer = json.loads((SAMPLES / "throttled_response.json").read_text())
    budget, cost = Budget(), cost_of(answer)
    with pytest.raises(Throttled):
        data_of(answer)
    budget.heard("Orders", cost, now=0)
    assert budget.wait_after_refusal("Orders", cost, now=0) == 2720


def test_an_answer_without_throttle_status_is_taken() -> None:
    budget = Budget()
    budget.heard("Orders", cost_of({"data": {}, "extensions": None}), now=0)
    assert budget.wait_before("Orders", now=0) == 0
    assert budget.wait_after_refusal("Orders", Cost(None, None, None, None), now=0) == 1000


def test_the_good_sample_gives_its_data() -> None:
    answer = json.loads((SAMPLES / "ok_cost.json").read_text())
    assert data_of(answer) == {"shop": {"id": "gid://shopify/Shop/1"}}


def test_a_request_the_shop_finds_wrong_is_not_tried_again() -> None:
    answer = json.loads((SAMPLES / "top_level_error.json").read_text())
    with pytest.raises(NotUnderstood, match="@idempotent directive is required"):
        data_of(answer)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (401, SignedOut),
        (402, Stopped),
        (404, Stopped),
        (423, Stopped),
        (500, Unreachable),
        (302, NotUnderstood),
    ],
)
def test_each_status_has_its_trouble(status: int, trouble: type[Exception]) -> None:
    with pytest.raises(trouble):
        decoded(Reply(status, {}, b"{}"))


def test_a_missing_scope_is_named() -> None:
    error = {
        "message": "Access denied for orders field. Required access: `read_orders` access scope.",
        "extensions": {"code": "ACCESS_DENIED"},
    }
    with pytest.raises(Stopped) as caught:
        data_of({"errors": [error]})
    assert (caught.value.why, caught.value.what) == ("right_missing", "read_orders")


def test_a_page_that_is_not_json_may_have_been_done() -> None:
    with pytest.raises(Unreachable) as caught:
        decoded(Reply(200, {}, b"<html>"))
    assert caught.value.maybe_done


@pytest.mark.parametrize("shop", ["example", "Example.myshopify.com", "https://example.myshopify.com/admin"])
def test_a_shop_is_found_under_every_way_to_write_it(shop: str) -> None:
    assert settings_from({"shop": shop, "access_token": "shpat_1"}).address == "https://example.myshopify.com"


@pytest.mark.parametrize("shop", ["", "evil.com", "a.b.myshopify.com", "x.myshopify.com:99", "http://x.se"])
def test_an_address_that_is_no_shop_is_refused(shop: str) -> None:
    with pytest.raises(ValueError, match="myshopify"):
        settings_from({"shop": shop, "access_token": "shpat_1"})


def test_nothing_to_sign_in_with_is_said_before_any_call() -> None:
    with pytest.raises(ValueError, match="client id"):
        settings_from({"shop": "example"})
