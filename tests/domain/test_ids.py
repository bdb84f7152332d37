"""Record ids made on a desk, by an action, or by an import."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.ids import derived_id, effect_id, is_id, new_id

MOMENTS = st.integers(0, (1 << 48) - 1)
TEN_BYTES = st.binary(min_size=10, max_size=10)


@given(MOMENTS, TEN_BYTES)
def test_a_new_id_is_a_canonical_uuid_of_version_7(now_ms: int, entropy: bytes) -> None:
    made = new_id(now_ms, lambda count: entropy[:count])
    read = uuid.UUID(made)
    assert is_id(made)
    assert (read.version, read.variant, read.int >> 80) == (7, uuid.RFC_4122, now_ms)


@given(MOMENTS, TEN_BYTES, TEN_BYTES)
def test_two_ids_of_a_moment_are_equal_only_if_their_74_bits_are(now_ms: int, a: bytes, b: bytes) -> None:
    same_bits = (int.from_bytes(a) ^ int.from_bytes(b)) & ~(0b111111 << 62) == 0
    assert (new_id(now_ms, lambda _: a) == new_id(now_ms, lambda _: b)) == same_bits


@given(MOMENTS, MOMENTS, TEN_BYTES, TEN_BYTES)
def test_ids_sort_by_time(one: int, other: int, a: bytes, b: bytes) -> None:
    if one != other:
        assert (new_id(one, lambda _: a) < new_id(other, lambda _: b)) == (one < other)


@pytest.mark.parametrize("now_ms", [-1, 1 << 48])
def test_a_time_outside_the_form_is_refused(now_ms: int) -> None:
    with pytest.raises(ValueError, match="record id needs a time"):
        new_id(now_ms, lambda count: bytes(count))


def test_effects_of_an_action_have_stable_ids_of_their_own() -> None:
    action = "018bcfe5-6800-7c92-b472-18c6cd97432d"
    assert effect_id(action, 1) == str(uuid.uuid5(uuid.UUID(action), "1"))
    assert len({effect_id(action, number) for number in range(100)}) == 100


def test_ids_of_imports_depend_on_how_the_parts_are_cut() -> None:
    assert derived_id("order", "12") == derived_id("order", "12")
    assert derived_id("order", "12") != derived_id("order1", "2")
    assert derived_id("order", "") != derived_id("order")


@pytest.mark.parametrize(
    "text",
    [
        "",
        None,
        7,
        "018BCFE5-6800-7C92-B472-18C6CD97432D",
        "018bcfe568007c92b47218c6cd97432d",
        "{018bcfe5-6800-7c92-b472-18c6cd97432d}",
        "018bcfe5-6800-7c92-b472-18c6cd97432d\n",
    ],
)
def test_other_spellings_are_no_ids(text: object) -> None:
    assert not is_id(text)
