"""Stock figures for counter and online apart, and what a task means."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from storedesk.actions.task_answers import CHOICES
from storedesk.desk.moments import Look
from storedesk.desk.stock_views import CellKind, derive_stock
from storedesk.desk.task_views import derive_task
from storedesk.domain import records as r
from storedesk.storage.read_records import (
    HandoverRecord,
    MatrixRecord,
    OwnAction,
    PlaceStock,
    TaskRecord,
    VariantStock,
)

Looks = Callable[[str], Look]
NOON = "2026-11-23 12:00"
VARIANT = r.Variant(11, 5, "ALV-M", "Skaljacka Alva", "Forest green", "M", "piece", 400)
PRODUCT = r.Product(5, "ALV-2201", "Skaljacka Alva", "Fjäll", "jackets", "standard", 0)


def stock_of(place: r.Place, look: Look) -> Any:
    here = PlaceStock(place, {0: 6, 1: 2}, 3, 2, 6, look.now + 3_600_000, "A3-02", look.now)
    away = PlaceStock(place._replace(id=2, name="Mölndal"), {0: 5}, 1, 1, 0, None, "", look.now)
    channels = (r.Channel(1, "shop", "Shopify", "web", 2), r.Channel(2, "b2b", "B2B", "b2b", 99))
    record = VariantStock(VARIANT, PRODUCT, (), 24_990_000, "SEK", (away, here), channels, ("48213",))
    level = r.StockLevel(1, 11, 0, 6, 3, 2, 0, None, "", 0)
    other = VARIANT._replace(id=12, size="L")
    odd = VARIANT._replace(id=13, size="L", colour="Brick")
    matrix = MatrixRecord(
        PRODUCT, (VARIANT, other, odd), (level, level._replace(location_id=2, variant_id=12))
    )
    return derive_stock(record, matrix, 1, look, look.now - 180_000)


def test_the_counter_keeps_nothing_back_and_online_keeps_the_safety_stock(
    place: r.Place, look: Looks
) -> None:
    view = stock_of(place, look(NOON))
    assert (view.counter.total, view.online.total) == (3, 1)
    assert sum(step.quantity for step in view.online.steps) == 1
    assert view.places[0].is_here
    assert view.age_ms == 180_000


def test_a_channel_gets_the_network_without_its_buffer_and_never_less_than_nothing(
    place: r.Place, look: Looks
) -> None:
    view = stock_of(place, look(NOON))
    assert [(channel.network, channel.quantity) for channel in view.channels] == [(4, 2), (4, 0)]


def test_the_matrix_tells_few_elsewhere_none_and_never_made(place: r.Place, look: Looks) -> None:
    matrix = stock_of(place, look(NOON)).matrix
    assert [[cell.kind for cell in row] for row in matrix.cells] == [
        [CellKind.MANY, CellKind.ELSEWHERE],
        [CellKind.NOT_MADE, CellKind.NONE],
    ]


def task(
    kind: str, facts: str = "{}", handovers: tuple[HandoverRecord, ...] = (), pickup: Any = None
) -> TaskRecord:
    row = r.Task("t", 1, kind, "o", "f", "", 1_795_431_600_000, "open", facts, "", None, None)
    return TaskRecord(row, "48155", None, pickup, handovers, None, None, "")


@pytest.mark.parametrize("kind", [*CHOICES, "a_kind_of_tomorrow"])
@pytest.mark.parametrize(
    "facts", ["{}", "", "[]", '{"level": "x"}', '{"first": [{"at": 1}], "second": {"desk": "A"}}']
)
def test_every_kind_of_task_has_a_view_with_one_suggested_choice(look: Looks, kind: str, facts: str) -> None:
    view = derive_task(task(kind, facts), look(NOON))
    assert [choice.key for choice in view.choices] == list(CHOICES.get(kind, ("understood",)))
    assert sum(choice.suggested for choice in view.choices) == 1


@pytest.mark.parametrize(
    ("kind", "did"), [("refused_action", "did_refused_action"), ("count_task", "did_AnswerTask")]
)
def test_an_answer_that_was_refused_is_not_told_as_a_count(look: Looks, kind: str, did: str) -> None:
    own = OwnAction("AnswerTask", 1_795_431_000_000, "Elin", "rejected", "AlreadyAnswered")
    record = dataclasses.replace(task(kind), own_action=own)
    assert derive_task(record, look(NOON)).this_desk.what == did


def test_of_two_handovers_the_one_of_this_desk_stands_at_the_left(
    look: Looks, pickup: Callable[..., Any]
) -> None:
    first = r.Handover(
        "h1", "f", "o", 1, 1_795_431_000_000, "GBG-1", 4, "name", "", "", "", "", '["p"]', "plain"
    )
    second = first._replace(id="h2", desk="GBG-2", staff_id=3, proof="code", outcome="second")
    facts = (HandoverRecord(first, "Oskar"), HandoverRecord(second, "Elin"))
    view = derive_task(task("double_handover", "{}", facts, pickup(state="collected")), look(NOON))
    assert (view.this_desk.staff_name, view.central.staff_name) == ("Elin", "Oskar")
    assert view.meaning.key == "means_recorded_twice"
    assert next(choice.key for choice in view.choices if choice.suggested) == "recorded_twice"
    assert next(choice.stock for choice in view.choices if choice.key == "gone_twice") == -1


def test_holds_and_what_is_lent_to_other_desks_are_taken_off_until_they_end(
    place: r.Place, look: Looks
) -> None:
    when = look(NOON)
    soon, over = when.now + 3_600_000, when.now - 1
    taken_back = when.now - 30 * 60_000
    hold = r.Hold("h", place.id, 11, 1, "held", soon, 0, 1, "another desk", "", 0, lent=1)
    lent = r.ProtectedStock(place.id, 11, "another desk", 2, 1, soon)
    here = PlaceStock(
        place, {0: 6}, 1, 0, 0, None, "", when.now,
        (hold, hold._replace(id="o", until=over)),
        (lent, lent._replace(desk="a third", lent_until=taken_back), lent._replace(desk=when.desk, quantity=1, used=0)),
    )  # fmt: skip
    record = VariantStock(VARIANT, PRODUCT, (), None, "SEK", (here,), (), ())
    view = derive_stock(record, None, place.id, when, when.now)
    steps = {step.label_key: step.quantity for step in view.counter.steps}
    assert steps == {"on_hand": 6, "reserved": -1, "holds": -1, "protected": -1}
    assert (view.counter.total, view.online.total) == (3, 2)
    assert view.held_until == when.moment(soon)


def test_units_lent_to_a_silent_desk_stay_taken_half_an_hour_longer_than_it_may_use_them(
    place: r.Place, look: Looks
) -> None:
    when = look(NOON)
    lent = r.ProtectedStock(place.id, 11, "another desk", 2, 0, when.now - 1)
    here = PlaceStock(place, {0: 6}, 0, 0, 0, None, "", when.now, (), (lent,))
    record = VariantStock(VARIANT, PRODUCT, (), None, "SEK", (here,), (), ())
    assert derive_stock(record, None, place.id, when, when.now).counter.total == 4


def test_the_share_of_this_desk_is_free_at_its_counter_and_ends_before_the_lending(
    place: r.Place, look: Looks
) -> None:
    when = look(NOON)
    for ends_in, share in ((3_600_000, 2), (5 * 60_000, 0)):
        lent = r.ProtectedStock(place.id, 11, when.desk, 2, 0, when.now + ends_in)
        here = PlaceStock(place, {0: 6}, 0, 0, 0, None, "", when.now, (), (lent,))
        view = derive_stock(
            VariantStock(VARIANT, PRODUCT, (), None, "SEK", (here,), (), ()), None, 1, when, None
        )
        assert (view.counter.total, view.online.total, view.share) == (6, 4, share)


def test_other_places_stand_nearest_first_with_the_age_of_their_last_till_sale(
    place: r.Place, look: Looks
) -> None:
    when = look(NOON)
    sites = {
        1: ("Here", 57_705_000, 11_969_000), 2: ("Malmö", 55_605_000, 13_001_000),
        3: ("Mölndal", 57_656_000, 12_014_000), 4: ("Annexe", None, None),
    }  # fmt: skip
    stocks = tuple(
        PlaceStock(
            place._replace(id=number, name=name, latitude=north, longitude=east), {0: 3}, 0, 0, 0, None, "", when.now,
            last_sale_at=when.now - number * 60_000,
        )
        for number, (name, north, east) in sites.items()
    )  # fmt: skip
    view = derive_stock(VariantStock(VARIANT, PRODUCT, (), None, "SEK", stocks, (), ()), None, 1, when, None)
    assert [(one.name, one.distance_km) for one in view.places] == [
        ("Here", 0), ("Mölndal", 6), ("Malmö", 242), ("Annexe", None),
    ]  # fmt: skip
    assert [one.last_sale and one.last_sale.clock for one in view.places] == [
        "11:59",
        "11:57",
        "11:58",
        "11:56",
    ]


def test_a_channel_never_gets_what_is_held_lent_or_kept_back_anywhere(place: r.Place, look: Looks) -> None:
    """Per place never below nothing, then the network, then the channel's own buffer once."""
    when = look(NOON)
    soon = when.now + 3_600_000
    hold = r.Hold("h", 1, 11, 2, "held", soon, 0, 1, "GBG-1", "", 0)
    lent = r.ProtectedStock(1, 11, when.desk, 1, 0, soon)
    here = PlaceStock(place, {0: 9, 1: 4}, 2, 1, 7, when.now, "", when.now, (hold,), (lent,))
    short = PlaceStock(place._replace(id=2), {0: 1}, 3, 1, 0, None, "", when.now)
    away = PlaceStock(place._replace(id=3), {0: 5}, 0, 0, 0, None, "", when.now)
    channels = tuple(r.Channel(number, str(number), str(number), "web", number) for number in (0, 3, 99))
    view = derive_stock(
        VariantStock(VARIANT, PRODUCT, (), None, "SEK", (here, short, away), channels, ()),
        None,
        1,
        when,
        None,
    )
    assert (view.counter.total, view.online.total) == (5, 3)
    assert [one.online for one in view.places] == [3, 0, 5]
    assert [(one.network, one.quantity) for one in view.channels] == [(8, 8), (8, 5), (8, 0)]
    assert view.age_ms is None, "figures stand although nothing was ever heard"
