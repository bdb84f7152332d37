"""What became of a message to a channel: noted, tried again later, looked up, or shown to people."""

from collections.abc import Callable
from functools import partial

from storedesk.actions.channel_outcomes import difference_refused, enter_by_hand
from storedesk.connectors.port import PHYSICAL
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    PART_GONE,
    REFUSED,
    ListingPush,
    Outcome,
    PricePush,
    StockPush,
)
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, Quote
from storedesk.hub.channels.plan import About, Plan, about_of, ask_of
from storedesk.hub.channels.plan_prices import about_price
from storedesk.hub.channels.plan_stock import stock_pushes
from storedesk.hub.minute_steps import Step, take_steps
from storedesk.storage import channel_outbox as outbox
from storedesk.storage.channel_feed import ToldFigures, forget_told_of, note_told
from storedesk.storage.channel_links import ORDER, Link, put_links
from storedesk.storage.channel_outbox import Entry, add_pushes, set_push
from storedesk.storage.channel_shown import LISTED, PRICE, STOCK, TITLE, Figure, note_pushed, note_shown
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_channels import chain_currency

MOST_TRIES = 8
FIRST_WAIT_MS, LONGEST_WAIT_MS = 5_000, 30 * 60_000
STALE, BUSY = "stale", "busy"
LONGEST_DETAIL = 200


class Settling:
    """Settles messages within one transaction; ``jitter`` gives numbers from 0 up to 1."""

    def __init__(self, plan: Plan, jitter: Callable[[], float]) -> None:
        self._plan, self._jitter = plan, jitter
        self._steps: list[Step] = []
        self._gone: list[Entry] = []

    def settle(self, entry: Entry, outcome: Outcome) -> None:
        """``entry`` as it was when it was sent or looked up."""
        why, detail = outcome.why[:40], outcome.detail[:LONGEST_DETAIL]
        if outcome.state == DONE:
            self._done(entry, outcome)
        elif why == STALE and outcome.state in (NOT_DONE, REFUSED):
            self._stale(entry, outcome)
        elif outcome.state == REFUSED:
            self._end(entry, outbox.REFUSED, why, detail)
        elif outcome.state == NOT_DONE:
            tries = entry.tries - 1 if why == BUSY else entry.tries
            self._again(entry, outbox.WAITING, tries, why, detail)
        else:
            self._again(entry, outbox.UNKNOWN, entry.tries, why, detail)

    def not_sent(self, entry: Entry, why: str, wait_ms: int) -> None:
        """The line's trouble, not the message's: it costs no try."""
        state = outbox.UNKNOWN if entry.state == outbox.UNKNOWN else outbox.WAITING
        due_at = self._plan.now + max(wait_ms, self._wait(entry.tries))
        set_push(
            self._plan.connection,
            entry.key,
            state=state,
            tries=max(0, entry.tries - 1),
            due_at=due_at,
            why=why,
        )

    def drop(self, entry: Entry) -> None:
        """True no more."""
        set_push(
            self._plan.connection,
            entry.key,
            state=outbox.DROPPED,
            why="no_longer_true",
            done_at=self._plan.now,
        )

    def write(self, random_tag: Callable[[], int]) -> None:
        """What follows of it for figures and for the rows that desks see; the last of the transaction."""
        for entry in self._gone:
            self._tell_figures(entry)
        if self._steps:
            feed = FeedWriter(self._plan.connection, random_tag)
            take_steps(self._plan.connection, self._steps, feed)
            feed.write()

    def _tell_figures(self, entry: Entry) -> None:
        """How many of the goods the channel still counts as its own is another now that it took what has left of them.
        What was told while nobody knew whether it had is told again, even the same."""
        plan, about = self._plan, about_of(entry)
        part: Fulfilment | None = plan.row("fulfilment", about.part)
        lines = {line for line, _ in about.lines}
        rows = plan.among("fulfilment_line", fulfilment_id=about.part)
        variants = {row.variant_id for row in rows if row.line in lines}
        if part is not None and entry.tries > 1:
            forget_told_of(plan.connection, plan.channel.id, part.place_id, variants)
        planned = stock_pushes(plan, variants, f"gone {entry.key} {entry.tries}")
        if planned:
            add_pushes(plan.connection, plan.channel.id, planned, plan.put_back_at)

    def _done(self, entry: Entry, outcome: Outcome) -> None:
        plan, now = self._plan, self._plan.now
        set_push(plan.connection, entry.key, state=outbox.DONE, done_at=now, why="", detail="")
        self._ended(entry)
        ask, about = ask_of(entry), about_of(entry)
        if isinstance(ask, StockPush):
            figure = ToldFigures(about.variant, about.place, ask.available, ask.own_reserved)
            note_told(plan.connection, plan.channel.id, [figure], now)
            physical = plan.account.levels == PHYSICAL
            stands = ask.available + (ask.own_reserved if physical else 0)
            self._shown(Figure(about.variant, STOCK, str(about.place), str(stands)))
        elif isinstance(ask, PricePush) and ask.from_quantity == 1:
            filed = about_price(ask._replace(list_code=about.list), chain_currency(plan.connection))
            self._shown(Figure(about.variant, PRICE, filed, str(ask.amount)))
        elif isinstance(ask, ListingPush):
            if ask.title is not None:
                self._shown(Figure(about.variant, TITLE, "", ask.title))
            if ask.listed is not None:
                self._shown(Figure(about.variant, LISTED, "", "1" if ask.listed else "0"))
        elif about.quote and outcome.made:
            put_links(plan.connection, plan.channel.id, ORDER, [Link(outcome.made, about.order)])

    def _ended(self, entry: Entry) -> None:
        if entry.kind == PART_GONE:
            self._gone.append(entry)

    def _shown(self, figure: Figure) -> None:
        """What was told and taken stands there now, and is not taken for a change of theirs when it is read."""
        note_pushed(self._plan.connection, self._plan.channel.id, [figure], self._plan.now)

    def _stale(self, entry: Entry, outcome: Outcome) -> None:
        """The figure there is another than we knew: noted, and ours goes once more, under another key."""
        plan, about = self._plan, about_of(entry)
        if outcome.found is not None:
            shown = Figure(about.variant, STOCK, str(about.place), str(outcome.found))
            note_shown(plan.connection, plan.channel.id, [shown], plan.now)
        if entry.tries >= MOST_TRIES:
            self._end(entry, outbox.PARKED, STALE, outcome.detail[:LONGEST_DETAIL])
            return
        key = derived_id("push", plan.channel.code, "stale", entry.key, str(entry.tries))
        set_push(plan.connection, entry.key, state=outbox.WAITING, due_at=plan.now, why=STALE, key=key)

    def _again(self, entry: Entry, state: str, tries: int, why: str, detail: str) -> None:
        if tries >= MOST_TRIES:
            self._end(entry, outbox.PARKED, why, detail)
            return
        due_at = self._plan.now + self._wait(tries)
        set_push(
            self._plan.connection, entry.key, state=state, tries=max(0, tries), due_at=due_at, why=why,
            detail=detail,
        )  # fmt: skip

    def _end(self, entry: Entry, state: str, why: str, detail: str) -> None:
        plan = self._plan
        set_push(plan.connection, entry.key, state=state, done_at=plan.now, why=why, detail=detail)
        self._ended(entry)
        about = about_of(entry)
        if about.difference:
            self._steps.append(
                partial(difference_refused, difference_id=about.difference, why=why or state, now=plan.now)
            )
        place_id, number = _where(plan, about)
        if place_id:
            facts = {"order": number, "reason": why or state, "state": entry.kind, "there": plan.channel.name}
            self._steps.append(
                partial(
                    enter_by_hand, push_key=entry.key, place_id=place_id, facts=facts, order_id=about.order,
                    part_id=about.part, now=plan.now,
                )
            )  # fmt: skip

    def _wait(self, tries: int) -> int:
        longest = min(FIRST_WAIT_MS << min(max(0, tries - 1), 12), LONGEST_WAIT_MS)
        return int(longest * (0.5 + self._jitter() / 2))


def _where(plan: Plan, about: About) -> tuple[int, str]:
    """The place whose staff can do it by hand, and the order's number; 0 where it is about no order."""
    if not about.order:
        return 0, ""
    part: Fulfilment | None = plan.row("fulfilment", about.part) if about.part else None
    if part is None:
        part = next(iter(plan.among("fulfilment", order_id=about.order)), None)
    if part is not None:
        return part.place_id, part.order_number
    quote: Quote | None = plan.row("quote", about.quote) if about.quote else None
    return (quote.place_id, quote.number) if quote is not None else (0, "")
