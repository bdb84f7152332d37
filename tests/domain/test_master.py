"""The master table: one source for each field, defaults where nothing is set, and sentences for what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.master import (
    ANY,
    DEFAULTS,
    FIELDS,
    HERE,
    PARTED,
    PRICE_KINDS,
    Masters,
    MasterTableWrong,
    masters_from,
    text_of,
    with_master,
)

CHANNELS, PLACES = ("web", "b2b"), ("GBG", "MAL")
NAMES = st.sampled_from(
    [*FIELDS, *(f"price:{kind}" for kind in PRICE_KINDS), *(f"on_hand:{code}" for code in PLACES)]
)
SOURCES = st.sampled_from(["here", "erp", "till", "any", "web", "b2b"])


def test_without_a_table_the_hub_is_master_and_an_order_is_its_channels() -> None:
    masters = masters_from("")
    assert masters.may_write(HERE, "texts") and not masters.may_write("web", "texts")
    assert masters.may_write("web", "order", order_from="web")
    assert not masters.may_write("b2b", "order", order_from="web")
    assert masters.may_write("b2b", "customer"), "anybody may"


@given(st.lists(st.tuples(NAMES, st.one_of(SOURCES, st.just(""))), max_size=12))
def test_what_was_set_last_holds_and_survives_its_text(steps: list[tuple[str, str]]) -> None:
    masters, wanted = Masters({}), dict[str, str]()
    for name, source in steps:
        masters = with_master(masters, name, source, CHANNELS, PLACES)
        wanted[name] = source
    masters = masters_from(text_of(masters))
    for name, source in wanted.items():
        field, _, part = name.partition(":")
        if source:
            assert masters.master_of(field, part) == source
            assert masters.may_write("somebody", field, part) == (source == ANY)
        else:
            assert masters.master_of(field, part) == masters.entries.get(field, DEFAULTS[field])


@given(NAMES, SOURCES)
def test_a_part_without_a_master_of_its_own_has_the_fields(name: str, source: str) -> None:
    field = name.partition(":")[0]
    masters = with_master(Masters({}), field, source, CHANNELS, PLACES)
    for part in ("base", "GBG") if field in PARTED else ("",):
        assert masters.master_of(field, part) == source


@pytest.mark.parametrize(
    ("name", "source", "sentence"),
    [
        ("colour", "web", "There is no field 'colour'"),
        ("texts:GBG", "web", "texts has one master"),
        ("on_hand:STO", "web", "There is no on_hand:STO"),
        ("price:gold", "web", "There is no price:gold"),
        ("texts", "shop", "There is no source 'shop'"),
        ("texts", "own_channel", "There is no source 'own_channel'"),
    ],
)
def test_what_cannot_be_set_is_said_in_a_sentence(name: str, source: str, sentence: str) -> None:
    with pytest.raises(MasterTableWrong, match=sentence):
        with_master(Masters({}), name, source, CHANNELS, PLACES)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"colour": "web"}', '{"texts": ""}', '{"texts:GBG": "web"}', '{"texts": 1}']
)
def test_a_table_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(MasterTableWrong):
        masters_from(text)
