"""Parcels hold what was staged, and each is taken or left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.parcel import ParcelsDoNotFit, handover_reason, split_into_parcels, split_reason

PARCELS = st.lists(
    st.dictionaries(st.integers(1, 6), st.integers(1, 20), min_size=1, max_size=4), min_size=1, max_size=6
)


def staged_in(parcels: list[dict[int, int]]) -> dict[int, int]:
    staged: dict[int, int] = {}
    for parcel in parcels:
        for line, quantity in parcel.items():
            staged[line] = staged.get(line, 0) + quantity
    return staged


@given(PARCELS)
def test_parcels_hold_exactly_what_was_staged(groups: list[dict[int, int]]) -> None:
    parcels = split_into_parcels(staged_in(groups), groups)
    assert [parcel.label for parcel in parcels] == [f"{n}/{len(groups)}" for n in range(1, len(groups) + 1)]
    assert staged_in([dict(parcel.quantities) for parcel in parcels]) == staged_in(groups)


@given(PARCELS, st.data())
def test_one_unit_more_or_less_is_noticed(groups: list[dict[int, int]], data: st.DataObject) -> None:
    staged = staged_in(groups)
    line = data.draw(st.sampled_from(sorted(staged)))
    assert split_reason({**staged, line: staged[line] + 1}, groups) == "parcel_less_than_staged"
    fewer = split_reason({**staged, line: staged[line] - 1}, groups)
    assert fewer in {"parcel_more_than_staged", "parcel_line_not_staged"}


@pytest.mark.parametrize(
    ("parcels", "reason"),
    [
        ([], "parcel_missing"),
        ([{1: 2}, {}], "parcel_empty"),
        ([{1: 3}, {1: -1}], "parcel_quantity_not_positive"),
        ([{1: 2, 9: 1}], "parcel_line_not_staged"),
        ([{1: 3}], "parcel_more_than_staged"),
        ([{1: 1}], "parcel_less_than_staged"),
        ([{1: 1}] * 100, "parcel_too_many"),
    ],
)
def test_parcels_that_do_not_fit_say_why(parcels: list[dict[int, int]], reason: str) -> None:
    assert split_reason({1: 2}, parcels) == reason
    with pytest.raises(ParcelsDoNotFit) as refusal:
        split_into_parcels({1: 2}, parcels)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("taken", "left", "reason"),
    [
        (["a", "b"], [], None),
        (["a"], ["b"], None),
        (["a"], [], "parcel_not_accounted_for"),
        (["a", "b", "x"], [], "parcel_of_another_order"),
        (["a", "b"], ["b"], "parcel_taken_and_left"),
        ([], ["a", "b"], "parcel_none_taken"),
    ],
)
def test_each_parcel_is_taken_or_stated_as_left(
    taken: list[str], left: list[str], reason: str | None
) -> None:
    assert handover_reason(["a", "b"], taken, left) == reason
