"""What the kinds of places may do."""

import pytest

from storedesk.domain.place_of_work import KINDS, UnknownPlaceKind, place_kind


def test_only_a_store_hands_goods_over() -> None:
    assert [kind for kind in KINDS if place_kind(kind).hands_over] == ["store"]


def test_customer_service_has_no_stock_and_no_shelf_but_follows_all_places() -> None:
    service = place_kind("customer_service")
    assert not service.has_stock
    assert not service.has_pickup_shelf
    assert service.follows_all_places
    assert service.takes_calls


def test_who_hands_over_has_a_shelf_and_stock() -> None:
    assert all(kind.has_pickup_shelf and kind.has_stock for kind in KINDS.values() if kind.hands_over)


def test_an_unknown_kind_of_place_is_refused() -> None:
    with pytest.raises(UnknownPlaceKind, match="'kiosk'"):
        place_kind("kiosk")
