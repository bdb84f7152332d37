"""Ordinary pickups beside the planned ones, so that every store's shelf looks lived in."""

from collections.abc import Iterator, Sequence

from storedesk.connectors.sample_shop.dice import Dice
from storedesk.connectors.sample_shop.people import People
from storedesk.connectors.sample_shop.pickup_plan import TOMORROW, Plan

_STATES = ("new", "ready", "ready", "new", "staged", "ready", "ready", "new", "ready", "collected")
_PAID = ("captured", "captured", "captured", "authorised", "captured", "unpaid")


def ready_pickups(seed: int, people: People, skus: Sequence[str], numbers: range) -> Iterator[Plan]:
    """Pickups on the demo store's shelf, some hours to a week old."""
    dice = Dice(seed, "ready")
    for count, number in enumerate(numbers):
        aged = (0, 0, 1, 0, 2, 1, 0, 3)[count % 8]
        yield Plan(
            str(number),
            people.somebody().name,
            dice.pick((1, 1, 1, 2, 5)),
            "ready",
            dice.pick(_PAID),
            -400 if aged else -5 - dice.below(80),
            _basket(dice, skus),
            f"G{1 + count % 8}",
            aged,
            person_number=10 + count,
        )


def store_pickups(
    seed: int, people: People, skus: Sequence[str], place_id: int, count: int
) -> Iterator[Plan]:
    """Pickups of another store, in the states of an ordinary day."""
    dice = Dice(seed, "pickups", place_id)
    for turn in range(count):
        state = _STATES[turn % len(_STATES)]
        shelved = state in ("ready", "staged", "collected")
        due = -5 - dice.below(60) if shelved else dice.pick((20, 45, 90, TOMORROW))
        yield Plan(
            str(51_000 + place_id * 100 + turn),
            people.somebody().name,
            dice.pick((1, 1, 2, 5)),
            state,
            dice.pick(_PAID),
            due,
            _basket(dice, skus),
            f"H{1 + turn % 12}" if shelved else "",
            person_number=100 + turn,
        )


def _basket(dice: Dice, skus: Sequence[str]) -> str:
    wanted = {dice.pick(skus): 1 + dice.below(2) for _ in range(1 + dice.below(3))}
    return " ".join(f"{sku}*{quantity}" for sku, quantity in wanted.items())
