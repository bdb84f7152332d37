"""A quote that a buyer asks for on a channel becomes a draft here, at the prices agreed with the company."""

from typing import NamedTuple

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.order_tasks import central_place
from storedesk.actions.quote_account import local_day
from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import LineEdit, PricedLine, line_args, price_quote
from storedesk.actions.quote_rows import DRAFT, NOT_NEEDED
from storedesk.actions.quote_write import with_content
from storedesk.actions.reading import need, row_or_none
from storedesk.domain.changes import Absent, Change
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Company, CompanyContact, Place, Quote
from storedesk.domain.wall_clock import add_days

VALID_DAYS = 30
MOST_LINES = 60


class AskedLine(NamedTuple):
    """``variant_id`` None is an article that nobody here knows; ``quantity`` in the unit's smallest step."""

    variant_id: int | None
    sku: str
    name: str
    quantity: int


class AskedQuote(NamedTuple):
    """What a buyer asks for, in our own keys. ``company_id`` may be a site of a company."""

    channel: str
    external_id: str
    company_id: int
    contact_id: int | None
    valid_until: str
    lines: tuple[AskedLine, ...]


def asked_quote_id(channel: str, external_id: str) -> str:
    return effect_id(_act_id(channel, external_id), 1)


def take_asked_quote(state: State, asked: AskedQuote, now: int) -> tuple[Change, ...]:
    """Once: what staff have made of the draft since stays. Raises Refusal without a company or a tax rate."""
    if not isinstance(state.get(Quote, asked_quote_id(asked.channel, asked.external_id)), Absent):
        return ()
    place = need(state, Place, central_place(state))
    act = Act(_act_id(asked.channel, asked.external_id), "TakeAskedQuote", None, 0, place.id, asked.channel)
    effects, head = Effects(state, act, now), _head(state, asked, place.id, now)
    company = need(state, Company, head.company_id)
    quote = Quote(
        effects.new_id(), "", 1, company.id, None, place.id, DRAFT, company.currency, place.country,
        "collected", "", "standard", "", "", "", "", 0, 0, 0, NOT_NEEDED, None, "", now, now, 0,
        asked.channel, None, "", now,
    )  # fmt: skip
    edits = [_edit(line) for line in asked.lines[:MOST_LINES]]
    priced = price_quote(state, place.id, head, edits, now)
    edits = [
        edit if line.price is not None else _unpriced(line)
        for edit, line in zip(edits, priced.lines, strict=True)
    ]
    lines = line_args(price_quote(state, place.id, head, edits, now).lines)
    quote, _ = with_content(effects, quote, head, lines)
    effects.insert(quote)
    return tuple(effects.changes)


def _head(state: State, asked: AskedQuote, place_id: int, now: int) -> QuoteHeadArgs:
    """A site asks for its company, and is where the goods go."""
    company, site_id = need(state, Company, asked.company_id), None
    if company.kind != "company" and company.parent_id is not None:
        company, site_id = need(state, Company, company.parent_id), company.id
    contact = None if asked.contact_id is None else row_or_none(state, CompanyContact, asked.contact_id)
    known = contact is not None and contact.company_id in (company.id, site_id)
    day = local_day(state, place_id, now)
    return QuoteHeadArgs(
        company_id=company.id,
        valid_until=asked.valid_until if asked.valid_until > day else add_days(day, VALID_DAYS),
        contact_id=asked.contact_id if known else None,
        site_id=site_id,
        delivery="collected" if site_id is None else "sent",
    )


def _edit(line: AskedLine) -> LineEdit:
    if line.variant_id is None:
        return LineEdit("own", None, line.quantity, 0, 0, _named(line.sku, line.name))
    return LineEdit("goods", line.variant_id, line.quantity)


def _unpriced(line: PricedLine) -> LineEdit:
    """An article without a price: a line of its own, which cannot be issued before somebody has priced it."""
    name = _named(line.sku, line.name)
    return LineEdit("own", None, line.edit.quantity, 0, 0, name, line.detail, line.unit, line.tax_category)


def _named(sku: str, name: str) -> str:
    return f"{sku} {name}".strip()[:80]


def _act_id(channel: str, external_id: str) -> str:
    return derived_id("quote asked for", channel, external_id)
