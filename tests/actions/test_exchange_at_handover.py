"""A refused unit back, another variant of the same price out: lines, parcel, levels and the order's sum."""

from typing import Any

import pytest

from storedesk.domain.reasons import NotAlike, OtherPrice, ParcelNotHere, TooMany, WrongState
from storedesk.domain.tables import DAMAGED, SELLABLE
from tests.actions.handover_days import ALVA_L, DEAR, LINES, ORDER, PICKUP, Counter
from tests.small_shop import ALVA, GBG, RASK


@pytest.fixture
def counter() -> Counter:
    return Counter()


def args(parcel: str, **more: Any) -> dict[str, Any]:
    return {
        "fulfilment_id": PICKUP, "parcel_id": parcel, "line": 1, "quantity": 1, "variant_id": ALVA_L,
    } | more  # fmt: skip


def level(counter: Counter, variant: int, bucket: int = SELLABLE) -> Any:
    return counter.tables["stock_level"][GBG, variant, bucket]


def line(counter: Counter, number: int) -> Any:
    return counter.tables["fulfilment_line"][PICKUP, number]


def test_the_other_size_stands_in_the_parcel_and_leaves_with_it(counter: Counter) -> None:
    parcel = counter.stage()
    assert counter.refusal("ExchangeAtHandover", **args(parcel)) is None
    old, new = line(counter, 1), line(counter, 3)
    assert (old.cancelled, old.picked, old.staged) == (1, 0, 0)
    assert (new.variant_id, new.ordered, new.picked, new.staged) == (ALVA_L, 1, 1, 1)
    assert (
        counter.tables["parcel_line"][parcel, 1].quantity,
        counter.tables["parcel_line"][parcel, 3].quantity,
    ) == (0, 1)
    assert (level(counter, ALVA).quantity, level(counter, ALVA_L).reserved) == (50, 1)
    assert counter.refusal("HandOver", fulfilment_id=PICKUP, parcels=[parcel], proof="qr") is None
    assert (
        level(counter, ALVA).quantity,
        level(counter, ALVA_L).quantity,
        level(counter, RASK).quantity,
    ) == (50, 3, 48)
    assert level(counter, ALVA_L).reserved == 0
    assert counter.tables["fulfilment"][PICKUP,].state == "collected"
    assert counter.told() == ["exchanged_at_handover"]


def test_the_sum_of_the_order_stays(counter: Counter) -> None:
    parcel = counter.stage()
    row = counter.tables["order_line"][ORDER, 1]
    counter.tables["order_line"][ORDER, 1] = row._replace(amount=24_990_000, price=24_990_000)
    counter.do("ExchangeAtHandover", **args(parcel))
    old, new = counter.tables["order_line"][ORDER, 1], counter.tables["order_line"][ORDER, 3]
    assert (old.cancelled, new.ordered, new.amount, new.sku) == (1, 1, 24_990_000, "SKU-111")


def test_a_damaged_unit_goes_to_the_damaged_ones_with_its_task(counter: Counter) -> None:
    parcel = counter.stage()
    assert counter.refusal("ExchangeAtHandover", **args(parcel, condition="damaged")) is None
    assert (level(counter, ALVA).quantity, level(counter, ALVA, DAMAGED).quantity) == (49, 1)
    assert counter.tasks() == ["write_off"]


def test_another_price_goes_to_the_till(counter: Counter) -> None:
    parcel = counter.stage()
    for variant in (DEAR, RASK):
        assert counter.refusal("ExchangeAtHandover", **args(parcel, variant_id=variant)) == OtherPrice()


def test_only_what_is_free_here_goes_out_instead(counter: Counter) -> None:
    parcel = counter.stage()
    counter.tables["stock_level"][GBG, ALVA_L, SELLABLE] = level(counter, ALVA_L)._replace(reserved=4)
    assert counter.refusal("ExchangeAtHandover", **args(parcel)) == NotAlike()
    assert counter.refusal("ExchangeAtHandover", **args(parcel, variant_id=ALVA)) == NotAlike()


def test_no_more_goes_back_than_lies_in_the_parcel(counter: Counter) -> None:
    parcel = counter.stage()
    assert counter.refusal("ExchangeAtHandover", **args(parcel, quantity=2)) == TooMany(1, 2, 1)


def test_what_has_left_or_lies_elsewhere_is_not_exchanged(counter: Counter) -> None:
    parcel, other = counter.stage(), counter.stage(48203, LINES)
    assert counter.refusal("ExchangeAtHandover", **args(other)) == ParcelNotHere(other, "48201")
    counter.do("HandOver", fulfilment_id=PICKUP, parcels=[parcel], proof="qr")
    assert isinstance(counter.refusal("ExchangeAtHandover", **args(parcel)), WrongState)
