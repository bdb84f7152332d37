"""Takes orders of a channel in: each in a step of its own, linked, and given to a place at once if one can do it."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from storedesk.actions.action import State
from storedesk.actions.order_intake import take_order
from storedesk.actions.order_placing import place_order
from storedesk.connectors.neutral import RemoteOrder
from storedesk.connectors.port import Problem
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id, is_id
from storedesk.domain.master import ORDER, PAYMENT
from storedesk.domain.pickup_state import CANCELLED, CUSTOMER_DECISION, OTHER_STORE, REJECTED, REROUTED
from storedesk.domain.records import Channel, Fulfilment, Order, OrderLine, Quote, Variant
from storedesk.hub.channels.customer_ids import customer_id_for
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.order_news import Allowed, Known, news_of
from storedesk.hub.decide_once import MISTAKES
from storedesk.hub.placing import parcels_today, wish_of
from storedesk.storage import channel_links as links
from storedesk.storage.change_set import Applied, ConditionFailed, attempt, execute
from storedesk.storage.channel_tell_anew import tell_articles_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.order_wishes import StoredWish, put_wish, wishes_of
from storedesk.storage.promises import decide_on_locked
from storedesk.storage.rows import Rows

TRIES = 5
_MOVED_ON = frozenset({CANCELLED, OTHER_STORE, REROUTED})
_GIVEN_BACK = frozenset({REJECTED, CUSTOMER_DECISION})
Step = Callable[[State], tuple[Change, ...]]


def take_orders(connection: Connection, intake: Intake, records: Sequence[RemoteOrder]) -> Taken:
    """An ``intake.Taker``. An order that cannot be taken is set aside and those beside it go on."""
    one_at_a_time(connection)
    feed = FeedWriter(connection, intake.random_tag)
    written, unchanged = 0, 0
    refused: Counter[str] = Counter()
    problems: list[Problem] = []
    for remote in records:
        try:
            with attempt(connection):
                applied = _take(connection, intake, remote, refused)
        except (*MISTAKES, ConditionFailed) as error:
            problems.append(Problem(remote.external_id, type(error).__name__))
            continue
        written, unchanged = written + bool(applied), unchanged + (not applied)
        feed.note(applied)
    feed.write()
    return Taken(written, unchanged, refused, tuple(problems))


def _take(
    connection: Connection, intake: Intake, remote: RemoteOrder, refused: Counter[str]
) -> list[Applied]:
    rows, channel = Rows(connection), intake.channel
    known = _known(connection, rows, channel, remote)
    stored = wishes_of(connection, [known.order_id]).get(known.order_id)
    newer = stored is None or remote.changed_at >= stored.news_at
    order = rows.get("orders", (known.order_id,))
    owner = channel.code if order is None else _code_of(rows, order.row, channel)
    may_order = intake.masters.may_write(channel.code, ORDER, order_from=owner)
    may_pay = intake.masters.may_write(channel.code, PAYMENT, order_from=owner)
    refused.update(name for name, may in ((ORDER, may_order), (PAYMENT, may_pay)) if not may)
    if order is None and not may_order:
        return []
    customer = order.row.customer_id if order is not None else _customer(connection, intake, remote, known)
    known = known._replace(customer_id=customer)
    news = news_of(remote, channel, known, Allowed(may_order, may_pay, newer))
    applied = _run(connection, partial(take_order, news=news, now=intake.now))
    _link(connection, channel, remote, known)
    if newer and (may_order or stored is None):
        wish = news.wish
        if stored is not None and stored.gone != wish.gone:
            numbers = [str(one) for one in known.variants.values()]
            tell_articles_anew(connection, channel.id, numbers)
        put_wish(
            connection,
            StoredWish(
                known.order_id, channel.code, remote.external_id, wish.delivery, wish.place_id, wish.group,
                wish.gone, remote.changed_at,
            ),
        )  # fmt: skip
    applied += place_now(connection, known.order_id, intake.now)
    link_parts(connection, channel, remote, known.order_id)
    return applied


def _customer(connection: Connection, intake: Intake, remote: RemoteOrder, known: Known) -> str:
    """Whose a new order is: its company's, else the buyer's, who is the same person on every channel."""
    if known.company_id is not None:
        return f"company {known.company_id}"
    return customer_id_for(
        connection, intake, remote.buyer, remote.customer_id, remote.external_id, remote.country
    )


def place_now(connection: Connection, order_id: str, now: int) -> list[Applied]:
    """Gives what waits of an order to a place, within the caller's transaction; orders made here are left alone."""
    wish = wish_of(connection, order_id)
    if wish is None:
        return []
    parcels = parcels_today(connection, now)
    return _run(connection, partial(place_order, order_id=order_id, wish=wish, parcels=parcels, now=now))


def _run(connection: Connection, step: Step) -> list[Applied]:
    """Decided again where somebody else has changed what it was decided on."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            with attempt(connection):
                rows = Rows(connection)
                changes = decide_on_locked(rows, step, tuple, wait=True)
                return [execute(rows, change) for change in changes]
        except ConditionFailed:
            if last:
                raise
    return []


def _code_of(rows: Rows, order: Order, channel: Channel) -> str:
    if order.channel_id == channel.id:
        return channel.code
    found = rows.get("channel", (order.channel_id,))
    return "" if found is None else str(found.row.code)


def _known(connection: Connection, rows: Rows, channel: Channel, remote: RemoteOrder) -> Known:
    def linked(kind: str, external_ids: Sequence[str]) -> dict[str, str]:
        asked = [one for one in dict.fromkeys(external_ids) if one]
        found = links.links_of(connection, channel.id, kind, asked)
        return {name: link.local_id for name, link in found.items() if link.local_id}

    order_id, quote_id = _order_id(rows, channel, remote, linked(links.ORDER, [remote.external_id]))
    variants = linked(links.VARIANT, [line.variant_id for line in remote.lines])
    numbers = {name: int(local) for name, local in variants.items()}
    units: dict[int, str] = {}
    for stored in rows.get_many("variant", [(number,) for number in numbers.values()]).values():
        row: Variant = stored.row
        units[row.id] = row.unit
    places = linked(links.PLACE, [remote.pickup_place])
    company = linked(links.COMPANY, [remote.company_id]).get(remote.company_id)
    names = {f"{remote.external_id}/{line.external_id}": line.external_id for line in remote.lines}
    of_lines = linked(links.LINE, list(names))
    lines = {names[name]: int(local.rpartition("/")[2]) for name, local in of_lines.items()}
    made_here = rows.get("orders", (order_id,)) is not None and is_id(remote.desk_id)
    return Known(
        order_id, made_here, quote_id, {name: int(local) for name, local in places.items()}, numbers, units,
        _numbered(rows, order_id, remote, numbers, lines), None if company is None else int(company),
    )  # fmt: skip


def _order_id(rows: Rows, channel: Channel, remote: RemoteOrder, linked: dict[str, str]) -> tuple[str, str]:
    """The order here and the quote it came from: as linked, as made here, or a new one."""
    if remote.external_id in linked:
        return linked[remote.external_id], ""
    new = derived_id("channel order", channel.code, remote.external_id)
    if not is_id(remote.desk_id):
        return new, ""
    if rows.get("orders", (remote.desk_id,)) is not None:
        return remote.desk_id, ""
    stored = rows.get("quote", (remote.desk_id,))
    if stored is None:
        return new, ""
    quote: Quote = stored.row
    return quote.order_id or new, quote.id


def _numbered(
    rows: Rows, order_id: str, remote: RemoteOrder, variants: dict[str, int], linked: dict[str, int]
) -> dict[str, int]:
    """Our number of each line: as linked, else the line of the same article that nothing is linked to, else a new
    one after all others."""
    there: list[OrderLine] = [one.row for one in rows.among("order_line", {"order_id": order_id})]
    numbers, used = dict(linked), set(linked.values())
    highest = max([0, *used, *(row.line for row in there)])
    for line in remote.lines:
        if line.external_id in numbers:
            continue
        variant = variants.get(line.variant_id)
        same = [
            row.line
            for row in there
            if row.line not in used
            and ((variant is not None and row.variant_id == variant) or (row.sku == line.sku and line.sku))
        ]
        if same:
            numbers[line.external_id] = same[0]
        else:
            highest += 1
            numbers[line.external_id] = highest
        used.add(numbers[line.external_id])
    return numbers


def _link(connection: Connection, channel: Channel, remote: RemoteOrder, known: Known) -> None:
    """``cancelled`` of a line's detail is what the channel itself has cancelled, in pieces."""
    links.put_links(connection, channel.id, links.ORDER, [links.Link(remote.external_id, known.order_id)])
    cancelled = {line.external_id: line.cancelled for line in remote.lines}
    links.put_links(
        connection, channel.id, links.LINE,
        [
            links.Link(
                f"{remote.external_id}/{name}", f"{known.order_id}/{line}", json.dumps({"cancelled": cancelled[name]})
            )
            for name, line in known.lines.items()
            if name in cancelled
        ],
    )  # fmt: skip


def link_parts(connection: Connection, channel: Channel, remote: RemoteOrder, order_id: str) -> None:
    """Which part there is which part here: of the same place, or the only one on both sides. A part there that
    has none here is not linked."""
    parts: list[Fulfilment] = [
        stored.row
        for stored in Rows(connection).among("fulfilment", {"order_id": order_id})
        if stored.row.state not in _MOVED_ON
    ]
    parts.sort(key=lambda part: (part.state in _GIVEN_BACK, part.source_id != 0))
    places = links.links_of(
        connection, channel.id, links.PLACE, [part.place_id for part in remote.parts if part.place_id]
    )
    found, free = [], list(parts)
    for there in remote.parts:
        link = places.get(there.place_id)
        here = next((one for one in free if link is not None and link.local_id == str(one.place_id)), None)
        if here is None and len(remote.parts) == len(parts) == 1:
            here = parts[0]
        if here is not None:
            free = [one for one in free if one is not here]
            found.append(links.Link(there.external_id, here.id, json.dumps({"state": there.state})))
    links.put_links(connection, channel.id, links.PART, found)
