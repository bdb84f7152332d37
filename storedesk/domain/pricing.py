"""The one price engine: what an article costs an account on a day, and why."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from storedesk.domain.money import divide_half_up, minor_step
from storedesk.domain.price_list import (
    CAMPAIGN,
    CONTRACT,
    ListedPrice,
    PriceList,
    PriceRow,
    Promotion,
    holds_on,
    listed_price,
    part_off,
)
from storedesk.domain.tax import RATE_UNIT


class PriceQuestion(NamedTuple):
    """What is asked. ``quantity`` in smallest steps, ``day`` a local date (ISO), ``home_rate`` the tax
    rate (1/10,000 %) that gross lists contain. The answer's steps are net, or gross if ``gross``."""

    currency: str
    quantity: int
    day: str
    home_rate: int
    best_price: bool = False
    gross: bool = False


class PriceStep(NamedTuple):
    """One line of "why this price": a text's key, a signed amount each (1/10,000), and what it is from."""

    label_key: str
    amount: int
    name: str = ""
    code: str = ""
    from_quantity: int = 0
    rate: int = 0
    valid_from: str = ""
    valid_until: str = ""


class NotUsed(NamedTuple):
    """A price that could have been and why it was not taken; ``price`` each on the side that was asked."""

    why: str
    name: str
    code: str
    rate: int
    price: int


class UnitPrice(NamedTuple):
    """The price each in 1/10,000; ``price`` is on the side that was asked and the sum of the steps."""

    currency: str
    price: int
    net: int
    gross: int
    list_price: int
    from_quantity: int
    list_code: str
    steps: tuple[PriceStep, ...]
    not_used: tuple[NotUsed, ...] = ()


class NoPrice(NamedTuple):
    """No list of this account has a price: said as such, never taken as zero."""

    currency: str
    day: str


class _Offer(NamedTuple):
    listed: ListedPrice
    first: int
    amount: int
    promotion: Promotion | None
    price: int


def price_of(
    question: PriceQuestion,
    lists: Mapping[str, PriceList],
    rows: Iterable[PriceRow],
    promotions: Iterable[Promotion] = (),
) -> UnitPrice | NoPrice:
    """The price of one article for one account.

    `lists` are those that are open to the account (a contract only to its own), with their parents;
    `rows` and `promotions` are those of the article. A contract beats every other list unless the
    account has best price; of the other lists the highest priority counts, then the lower price.
    """
    known = tuple(rows)
    running = [found for found in promotions if _runs(found, question)]
    offers = []
    for code in lists:
        listed = listed_price(lists, known, code, question.currency, question.quantity, question.day)
        if listed is not None:
            offers.append(_offer(question, listed, [found for found in running if _allowed(found, listed)]))
    usual = _chosen([offer for offer in offers if offer.listed.head.kind not in (CAMPAIGN, CONTRACT)])
    open_to_all = _chosen([offer for offer in offers if offer.listed.head.kind != CONTRACT])
    contract = _chosen([offer for offer in offers if offer.listed.head.kind == CONTRACT])
    winner = _winner(contract, open_to_all, question.best_price)
    if winner is None:
        return NoPrice(question.currency, question.day)
    return _answer(question, usual, winner, _not_used(question, winner, open_to_all, contract, running))


def with_discount(price: UnitPrice, rate: int, home_rate: int, gross: bool = False) -> UnitPrice:
    """The price less a seller's discount (1/10,000 %), kept to 1/10,000, with its step."""
    if not rate:
        return price
    each = discounted(price.price, rate)
    steps = (*price.steps, PriceStep("discount", each - price.price, rate=rate))
    net, with_tax = both_sides(each, gross, home_rate, price.currency)
    return price._replace(price=each, net=net, gross=with_tax, steps=steps)


def discounted(amount: int, rate: int) -> int:
    """A price each less a discount (1/10,000 %), half up to 1/10,000 of the major unit."""
    return divide_half_up(amount * (RATE_UNIT - rate), RATE_UNIT)


def both_sides(amount: int, gross: bool, rate: int, currency: str) -> tuple[int, int]:
    """Net (to 1/10,000) and gross (to the minor unit) of a price each that is one of them."""
    if gross:
        return divide_half_up(amount * RATE_UNIT, RATE_UNIT + rate), amount
    step = minor_step(currency)
    return amount, divide_half_up(amount * (RATE_UNIT + rate), RATE_UNIT * step) * step


def _runs(found: Promotion, question: PriceQuestion) -> bool:
    reached = found.from_quantity <= question.quantity <= (found.to_quantity or question.quantity)
    return reached and holds_on(found.valid_from, found.valid_until, question.day)


def _allowed(found: Promotion, listed: ListedPrice) -> bool:
    return listed.head.promotions and (listed.head.kind != CONTRACT or found.with_contract)


def _offer(question: PriceQuestion, listed: ListedPrice, promotions: list[Promotion]) -> _Offer:
    first, amount = (_side(question, value, listed.gross) for value in (listed.first, listed.amount))
    best = min(promotions, key=lambda found: (-found.rate, found.code), default=None)
    price = amount if best is None else part_off(amount, best.rate, question.currency)
    return _Offer(listed, first, amount, best, price)


def _side(question: PriceQuestion, amount: int, gross: bool) -> int:
    if gross == question.gross:
        return amount
    net, with_tax = both_sides(amount, gross, question.home_rate, question.currency)
    return with_tax if question.gross else net


def _chosen(offers: list[_Offer]) -> _Offer | None:
    return min(
        offers,
        key=lambda offer: (-offer.listed.head.priority, offer.price, offer.listed.head.code),
        default=None,
    )


def _winner(contract: _Offer | None, other: _Offer | None, best_price: bool) -> _Offer | None:
    if contract is not None and other is not None:
        return other if best_price and other.price < contract.price else contract
    return contract or other


def _answer(
    question: PriceQuestion, usual: _Offer | None, winner: _Offer, not_used: tuple[NotUsed, ...]
) -> UnitPrice:
    head, steps, reached = winner.listed.head, [], 0
    if usual is not None:
        steps.append(_head_step("list_price", usual.first, usual.listed))
        reached = usual.first
    if usual is None or usual.listed.head.code != head.code:
        label = head.kind if head.kind in (CAMPAIGN, CONTRACT) else "list_price"
        steps.append(_head_step(label, winner.first - reached, winner.listed))
    if winner.amount != winner.first:
        off = winner.amount - winner.first
        steps.append(PriceStep("break", off, head.name, head.code, winner.listed.from_quantity))
    if winner.promotion is not None:
        found = winner.promotion
        off = winner.price - winner.amount
        steps.append(
            PriceStep(
                "promotion", off, found.name, found.code, 0, found.rate, found.valid_from, found.valid_until
            )
        )
    net, gross = both_sides(winner.price, question.gross, question.home_rate, question.currency)
    return UnitPrice(
        question.currency,
        winner.price,
        net,
        gross,
        winner.first if usual is None else usual.first,
        winner.listed.from_quantity,
        head.code,
        tuple(steps),
        not_used,
    )


def _head_step(label: str, amount: int, listed: ListedPrice) -> PriceStep:
    head = listed.head
    return PriceStep(label, amount, head.name, head.code, 0, head.rate_off, head.valid_from, head.valid_until)


def _not_used(
    question: PriceQuestion,
    winner: _Offer,
    other: _Offer | None,
    contract: _Offer | None,
    running: list[Promotion],
) -> tuple[NotUsed, ...]:
    """Contracts, campaigns and promotions that were open to the account and did not count."""
    kept: list[NotUsed] = []
    under_contract = winner is contract
    for offer in (contract, other):
        if offer is None or offer is winner or offer.listed.head.kind not in (CAMPAIGN, CONTRACT):
            continue
        why = "not_with_contract" if under_contract and offer.price < winner.price else "dearer"
        head = offer.listed.head
        kept.append(NotUsed(why, head.name, head.code, 0, offer.price))
    for found in running:
        if found is winner.promotion:
            continue
        start = other.amount if under_contract and other is not None else winner.amount
        barred = under_contract and not _allowed(found, winner.listed)
        why = "not_with_contract" if barred else "not_combined"
        price = part_off(start, found.rate, question.currency)
        kept.append(NotUsed(why, found.name, found.code, found.rate, price))
    return tuple(kept)
