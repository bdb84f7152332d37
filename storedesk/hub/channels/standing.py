"""How a channel is, written for the desks at most once a minute."""

from collections.abc import Callable
from functools import partial

from storedesk.actions.channel_outcomes import state_of_channel
from storedesk.connectors.port import Capability
from storedesk.domain.records import ChannelState
from storedesk.domain.wall_clock import local_time, moment_of, zone_named
from storedesk.hub.channels.plan import Plan, plan_of
from storedesk.hub.channels.plan_prices import chain_zone
from storedesk.hub.minute_steps import take_steps
from storedesk.storage.channel_accounts import OFF, READING
from storedesk.storage.channel_cursors import positions_of
from storedesk.storage.channel_deliveries import parked_deliveries
from storedesk.storage.channel_outbox import last_done_at, standing
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter


def write_standing(
    connection: Connection,
    channel_id: int,
    checked_at: int | None,
    now: int,
    random_tag: Callable[[], int],
    trouble: tuple[str, str, str] | None = None,
) -> None:
    """``trouble`` is state, why and what where the line has some; else the account's own state counts."""
    plan = plan_of(connection, channel_id, now)
    feed = FeedWriter(connection, random_tag)
    found = _standing(plan, checked_at, trouble)
    take_steps(connection, [partial(state_of_channel, found=found)], feed)
    feed.write()


def _standing(plan: Plan, checked_at: int | None, trouble: tuple[str, str, str] | None) -> ChannelState:
    connection, account = plan.connection, plan.account
    zone = zone_named(chain_zone(plan))
    midnight = moment_of(local_time(plan.now, zone).date(), 0, zone)
    box = standing(connection, plan.channel.id, midnight)
    read_at = max((one.read_at for one in positions_of(connection, plan.channel.id)), default=0)
    state, why, what = trouble or (account.state, account.why, account.what)
    if account.state == READING:
        state, why, what = OFF, "", ""
    signals = "webhooks" if plan.can(Capability.WEBHOOKS) else "polling"
    return ChannelState(
        plan.channel.id, state, why, what, "polling" if state == OFF else signals, 0, 0, checked_at,
        last_done_at(connection, plan.channel.id), read_at or None, box.done, box.unsent, box.unsent_since,
        box.parked + parked_deliveries(connection, plan.channel.id), plan.now,
    )  # fmt: skip
