"""Turns what has changed in the feed into messages of a channel's outbox, in the transaction that notes how far."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from storedesk.actions.channel_outcomes import TASK as BY_HAND
from storedesk.actions.channel_outcomes import enter_by_hand
from storedesk.domain.ids import derived_id
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.plan import Plan, plan_of
from storedesk.hub.channels.plan_orders import CameBack, came_back, order_pushes
from storedesk.hub.channels.plan_prices import price_pushes
from storedesk.hub.channels.plan_repairs import quote_pushes, repair_pushes
from storedesk.hub.channels.plan_stock import stock_pushes
from storedesk.hub.minute_steps import Step, take_steps
from storedesk.storage import channel_feed as feeds
from storedesk.storage.channel_accounts import change_account
from storedesk.storage.channel_buffers import Buffers, buffer_setting
from storedesk.storage.channel_links import PLACE, VARIANT
from storedesk.storage.channel_outbox import Planned, add_pushes, doubt_older
from storedesk.storage.channel_tell_anew import take_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.rows import Rows

CHANGES_AT_ONCE = 1_000
ARTICLES_AT_ONCE = 200
FROM_THE_START = ""
_PARTS = ("fulfilment", "fulfilment_line", "handover")
_BY_ORDER = ("payment", "goods_return")


class Done(NamedTuple):
    """How many messages were made, and whether there is more to plan at once."""

    made: int
    more: bool


class Changed:
    """What a part of the feed names, by what it may lead to."""

    def __init__(self, plan: Plan, entries: list[feeds.Entry]) -> None:
        self._plan, self._rows = plan, Rows(plan.connection)
        self.back: list[CameBack] = []
        self._keys: dict[str, list[tuple[int | str, ...]]] = {}
        for entry in entries:
            self._keys.setdefault(entry.table, []).append(entry.key)

    def articles(self) -> set[int]:
        """Those whose stock may be another now."""
        found = {int(key[1]) for key in self._of("stock_level") if key[2] == SELLABLE}
        found |= {int(key[1]) for key in self._of("protected_stock")}
        found |= {row.variant_id for row in self._stored("hold")}
        found |= {int(key[0]) for key in self._of("variant")}
        entered = [row.fulfilment_id for row in self._stored("task") if row.kind == BY_HAND]
        found |= feeds.articles_of_parts(self._plan.connection, entered)
        products = [int(key[0]) for key in self._of("product")]
        return found | feeds.variants_of(self._plan.connection, products)

    def priced(self) -> set[int]:
        return {int(key[0]) for key in (*self._of("price"), *self._of("variant"))}

    def orders(self) -> list[str]:
        connection = self._plan.connection
        found = {str(key[0]) for name in ("orders", "order_line") for key in self._of(name)}
        found |= {row.order_id for name in _BY_ORDER for row in self._stored(name)}
        parts = [str(key[0]) for name in _PARTS[:2] for key in self._of(name)]
        parts += [row.fulfilment_id for row in self._stored(_PARTS[2])]
        found |= feeds.orders_of_parts(connection, parts)
        found |= feeds.orders_of_returns(connection, [str(key[0]) for key in self._of("goods_return_line")])
        return feeds.orders_known_to(connection, self._plan.channel.id, found)

    def everything(self) -> bool:
        """Whether what the channel may show has changed for many articles at once."""
        first = buffer_setting(self._plan.channel.code, "")
        settings = any(str(key[1]).startswith(first) for key in self._of("setting"))
        return settings or (self._plan.channel.id,) in self._of("channel")

    def of_orders(self) -> list[Planned]:
        """Put down before any figure is asked for: what a channel was not told yet counts in its figures."""
        plan = self._plan
        made = quote_pushes(plan, self._stored("quote"))
        for order_id in self.orders():
            made += order_pushes(plan, order_id)
            self.back += came_back(plan, order_id)
        return made

    def figures(self, commit: str) -> list[Planned]:
        plan = self._plan
        return [
            *stock_pushes(plan, self.articles(), commit),
            *price_pushes(plan, self.priced(), commit),
            *repair_pushes(plan, self._stored("difference")),
        ]

    def _of(self, table: str) -> list[tuple[int | str, ...]]:
        return self._keys.get(table, [])

    def _stored(self, table: str) -> list[Any]:
        found = self._rows.get_many(table, self._of(table))
        return [stored.row for _, stored in sorted(found.items())]


def plan_pushes(
    connection: Connection, channel_id: int, now: int, random_tag: Callable[[], int] | None = None
) -> Done:
    """One part of the feed, or where that is at its end a part of a plan of everything; raises NoChannel.

    ``now`` in UTC ms. What is planned again after a crash has the same keys. Without ``random_tag`` no store is told
    of what a channel cannot take back.
    """
    plan = plan_of(connection, channel_id, now)
    sweep = _starts_over(plan)
    anew, places = _told_anew(plan)
    if places:
        sweep = FROM_THE_START
    ends = feeds.feed_ends(connection)
    account = plan.account
    if account.feed_position < ends.horizon:
        sweep = FROM_THE_START
    entries = feeds.changes_after(connection, account.feed_position, ends.position, CHANGES_AT_ONCE)
    full = len(entries) == CHANGES_AT_ONCE
    position = entries[-1].position if full else max(ends.position, account.feed_position)
    commit = f"{feeds.commit_of(connection, position)} {account.last_push}"
    changed = Changed(plan, entries)
    of_orders = changed.of_orders() if entries else []
    made = add_pushes(connection, channel_id, of_orders, plan.put_back_at) if of_orders else 0
    planned = changed.figures(commit) if entries else []
    planned += _figures_of(plan, anew, commit)
    if changed.everything():
        sweep = FROM_THE_START
    if sweep is not None and not full:
        swept, sweep = _sweep(plan, sweep, commit)
        planned += swept
    made += add_pushes(connection, channel_id, planned, plan.put_back_at) if planned else 0
    if (position, sweep) != (account.feed_position, account.sweep):
        change_account(connection, channel_id, feed_position=position, sweep=sweep)
    if changed.back and random_tag is not None:
        _tell_stores(plan, changed.back, random_tag)
    return Done(made, full or sweep is not None or len(anew) == ARTICLES_AT_ONCE)


def sweep_all(connection: Connection, channel_id: int) -> None:
    """Plans everything once more, behind the feed; what was told already is not told again."""
    change_account(connection, channel_id, sweep=FROM_THE_START)


def tell_all_again(connection: Connection, channel_id: int) -> None:
    """Everything is told anew, whatever was told before."""
    feeds.forget_told(connection, channel_id)
    sweep_all(connection, channel_id)


def start_at_head(connection: Connection, channel_id: int) -> None:
    """For a channel that is switched on: what happened before is told as one plan of everything."""
    head = feeds.feed_ends(connection)
    change_account(connection, channel_id, feed_position=head.position, sweep=FROM_THE_START)


def _starts_over(plan: Plan) -> str | None:
    """Where a plan of everything goes on: from its start after the hub was put back or where tills fell silent."""
    account, sweep = plan.account, plan.account.sweep
    change = partial(change_account, plan.connection, plan.channel.id)
    if plan.put_back_at > account.put_back_seen:
        doubt_older(plan.connection, plan.channel.id, plan.put_back_at)
        feeds.forget_told(plan.connection, plan.channel.id)
        change(put_back_seen=plan.put_back_at)
        sweep = FROM_THE_START
    quiet = json.dumps(sorted(Buffers(plan.connection, plan.channel, plan.now).quiet.items()))
    if quiet != account.quiet:
        change(quiet=quiet)
        sweep = FROM_THE_START
    return sweep


def _tell_stores(plan: Plan, back: list[CameBack], random_tag: Callable[[], int]) -> None:
    """The last of the transaction."""
    steps: list[Step] = [
        partial(
            enter_by_hand,
            push_key=derived_id("came back", plan.channel.code, one.name),
            place_id=one.part.place_id,
            facts={
                "order": one.order.number, "reason": "came_back", "state": "gone", "there": plan.channel.name,
            },
            order_id=one.order.id,
            part_id=one.part.id,
            now=plan.now,
        )
        for one in back
    ]  # fmt: skip
    feed = FeedWriter(plan.connection, random_tag)
    take_steps(plan.connection, steps, feed)
    feed.write()


def _told_anew(plan: Plan) -> tuple[Sequence[str], bool]:
    """Articles that are to be told whatever was told before, and whether places are: linked meanwhile, for one."""
    connection, channel = plan.connection, plan.channel.id
    articles = take_anew(connection, channel, VARIANT, ARTICLES_AT_ONCE)
    places = take_anew(connection, channel, PLACE, ARTICLES_AT_ONCE)
    if articles:
        feeds.forget_told_articles(connection, channel, [int(one) for one in articles if one.isdecimal()])
    if places:
        feeds.forget_told_places(connection, channel, [int(one) for one in places if one.isdecimal()])
    return articles, bool(places)


def _figures_of(plan: Plan, ids: Sequence[str], commit: str) -> list[Planned]:
    articles = {int(one) for one in ids if one.isdecimal()}
    return [*stock_pushes(plan, articles, commit), *price_pushes(plan, articles, commit)]


def _sweep(plan: Plan, after: str, commit: str) -> tuple[list[Planned], str | None]:
    ids = feeds.linked_variants(plan.connection, plan.channel.id, after, ARTICLES_AT_ONCE)
    planned = _figures_of(plan, ids, commit)
    return planned, ids[-1] if len(ids) == ARTICLES_AT_ONCE else None
