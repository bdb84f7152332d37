"""The orders of recent weeks that went to people's homes."""

from collections.abc import Iterator, Sequence
from typing import Any

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.dice import Dice
from storedesk.connectors.sample_shop.order_rows import DAY_MS, Goods, OrderFacts, order_rows
from storedesk.connectors.sample_shop.people import People
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.tax import TaxRate

_STATES = (("completed", "captured"), ("completed", "captured"), ("open", "captured"), ("open", "authorised"),
           ("completed", "captured"), ("cancelled", "refunded"), ("completed", "captured"))  # fmt: skip
_COUNTRY = {2: ("NO", "NOK"), 3: ("DE", "EUR"), 5: ("DK", "DKK")}


def home_orders(
    seed: int,
    people: People,
    articles: Sequence[Article],
    rates: list[TaxRate],
    hours: OpeningHours,
    now: int,
    count: int,
) -> Iterator[Any]:
    """Orders of the last eight weeks; their names are held by customer service."""
    dice = Dice(seed, "home orders")
    for number in range(47_300, 47_300 + count):
        channel = dice.pick((1, 1, 1, 2, 3, 5))
        country, currency = _COUNTRY.get(channel, ("SE", "SEK"))
        placed = now - dice.below(56 * 24) * 3_600_000 - dice.below(3600) * 1000 - 3_600_000
        state, payment = dice.pick(_STATES)
        if now - placed > 10 * DAY_MS and state == "open":
            state, payment = "completed", "captured"
        facts = OrderFacts(
            str(number),
            channel,
            placed,
            country,
            currency,
            state,
            payment,
            people.somebody(),
            p.SERVICE,
            authorised_until=now + 5 * DAY_MS,
        )
        goods = [Goods(dice.pick(articles), 1 + dice.below(2)) for _ in range(1 + dice.below(3))]
        yield from order_rows(facts, goods, rates, hours.local_day(placed))
