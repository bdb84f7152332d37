"""Numbers for records from outside: the same for the same record, in the platform's order where it has one."""

from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.record_numbers import number_from, ordered_number
from storedesk.domain.ids import is_id, ordered_id

OWN = st.integers(1, (1 << 46) - 1)


@given(OWN, OWN, st.sampled_from(["web", "b2b"]))
def test_numbers_keep_the_platforms_order_and_fit_what_reads_json(
    first: int, second: int, source: str
) -> None:
    numbers = [ordered_number(source, f"gid://shop/Product/{own}") for own in (first, second)]
    assert all(number is not None and 1 << 52 <= number < 1 << 53 for number in numbers)
    assert (numbers[0] < numbers[1]) == (first < second)  # type: ignore[operator]
    assert (numbers[0] == numbers[1]) == (first == second)
    assert ordered_number(source, str(first)) == numbers[0]


@given(
    st.one_of(st.text(max_size=12).filter(lambda text: not text.isdigit()), st.just("007"), st.just("9" * 15))
)
def test_other_ids_have_no_such_number_and_all_have_a_hashed_one(text: str) -> None:
    own = text.rpartition("/")[2]
    if not (own.isascii() and own.isdigit()) or own.startswith("0") or len(own) > 14:
        assert ordered_number("web", text) is None
    assert 0 < number_from("variant", "web", text) < 1 << 48


@given(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << 48) - 1), st.text(max_size=20))
def test_an_id_that_begins_with_its_time_is_a_uuid_and_follows_from_its_name(
    first: int, second: int, name: str
) -> None:
    assert is_id(ordered_id(first, name)) and ordered_id(first, name)[14] == "7"
    assert ordered_id(first, name) == ordered_id(first, name)
    if first < second:
        assert ordered_id(first, name) < ordered_id(second, "another")
    assert ordered_id(first, name) != ordered_id(first, name + "x")
