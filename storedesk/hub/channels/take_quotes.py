"""Takes in quotes of a channel: ours that were offered there, and those that buyers ask for, which become drafts here."""

from collections.abc import Mapping, Sequence
from functools import partial

from storedesk.actions.action import Refusal
from storedesk.actions.quote_asked import AskedLine, AskedQuote, asked_quote_id, take_asked_quote
from storedesk.actions.quote_rows import ASKED as APPROVAL_ASKED
from storedesk.actions.quote_rows import DECLINED, DRAFT, ISSUED, LAPSED, WITHDRAWN
from storedesk.connectors.neutral import RemoteLine, RemoteQuote
from storedesk.connectors.port import Problem
from storedesk.domain.changes import Set
from storedesk.domain.ids import is_id
from storedesk.domain.plain_text import clean_text
from storedesk.domain.records import Quote
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.link_details import contact_of
from storedesk.hub.decide_once import MISTAKES
from storedesk.storage import channel_links as links
from storedesk.storage.change_set import Applied, ConditionFailed, attempt, execute, lock_rows
from storedesk.storage.channel_codes import variants_with_skus
from storedesk.storage.channel_problems import NO_MAPPING
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_channels import steps_of
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.promises import decide_on_locked
from storedesk.storage.rows import Rows

ASKED = "asked"
OLDEST_MS = 30 * 86_400_000
"""An older request of a first load is history."""
_ENDS = {"declined": DECLINED, "expired": LAPSED}
"""An ordered quote comes as an order, which names it."""
_ENDS_OF_A_DRAFT = {**_ENDS, "ordered": WITHDRAWN}
"""A request that became an order there was ordered without us."""


def take_quotes(connection: Connection, intake: Intake, records: Sequence[RemoteQuote]) -> Taken:
    """An ``intake.Taker``. What a buyer asks for without a company is the channel's own business."""
    one_at_a_time(connection)
    feed, rows = FeedWriter(connection, intake.random_tag), Rows(connection)
    written, problems = 0, list[Problem]()
    for remote in records:
        try:
            with attempt(connection):
                applied = _take(connection, rows, intake, remote)
        except Refusal as refusal:
            problems.append(Problem(remote.external_id, type(refusal.reason).__name__))
        except _NoMapping:
            problems.append(Problem(remote.external_id, NO_MAPPING))
        except (*MISTAKES, ConditionFailed) as error:
            problems.append(Problem(remote.external_id, type(error).__name__))
        else:
            written += bool(applied)
            feed.note(applied)
    feed.write()
    return Taken(written, len(records) - written - len(problems), {}, tuple(problems))


class _NoMapping(Exception):
    """The company that asks is none here."""


def _take(connection: Connection, rows: Rows, intake: Intake, remote: RemoteQuote) -> list[Applied]:
    ours = is_id(remote.desk_id)
    quote_id = remote.desk_id if ours else asked_quote_id(intake.channel.code, remote.external_id)
    stored = rows.get("quote", (quote_id,))
    if stored is not None:
        _link(connection, intake, remote, quote_id)
        return _ended(rows, intake, remote, stored.row)
    old = intake.first and intake.now - remote.changed_at > OLDEST_MS
    if ours or old or remote.state != ASKED or not remote.company_id or not remote.lines:
        return []
    asked = _asked(connection, intake, remote)
    changes = decide_on_locked(rows, partial(take_asked_quote, asked=asked, now=intake.now), tuple, wait=True)
    _link(connection, intake, remote, quote_id)
    return [execute(rows, change) for change in changes]


def _link(connection: Connection, intake: Intake, remote: RemoteQuote, quote_id: str) -> None:
    links.put_links(connection, intake.channel.id, links.QUOTE, [links.Link(remote.external_id, quote_id)])


def _ended(rows: Rows, intake: Intake, remote: RemoteQuote, quote: Quote) -> list[Applied]:
    """A draft is the buyer's own request, which may end before we have answered; one that waits for somebody's yes
    is left to them."""
    ends = _ENDS if quote.state == ISSUED else _ENDS_OF_A_DRAFT if quote.state == DRAFT else {}
    if remote.state not in ends or (quote.state == DRAFT and quote.approval == APPROVAL_ASKED):
        return []
    change = Set("quote", quote, quote._replace(state=ends[remote.state], changed_at=intake.now))
    lock_rows(rows, [change], wait=True)
    return [execute(rows, change)]


def _asked(connection: Connection, intake: Intake, remote: RemoteQuote) -> AskedQuote:
    def linked(kind: str, names: Sequence[str]) -> dict[str, links.Link]:
        asked = sorted({name for name in names if name})
        found = links.links_of(connection, intake.channel.id, kind, asked)
        return {name: link for name, link in found.items() if link.local_id}

    company = linked(links.COMPANY, [remote.company_id]).get(remote.company_id)
    if company is None:
        raise _NoMapping
    person = linked(links.CUSTOMER, [remote.customer_id]).get(remote.customer_id)
    contact = contact_of(person.detail) if person is not None else 0
    goods = [line for line in remote.lines if line.kind == "goods"]
    by_id = linked(links.VARIANT, [line.variant_id for line in goods])
    by_sku = linked(links.STOCK, [line.sku for line in goods])
    here = variants_with_skus(connection, [line.sku for line in goods if line.sku])
    articles: dict[str, int] = {}
    for line in goods:
        link, same = by_id.get(line.variant_id) or by_sku.get(line.sku), here.get(line.sku, set())
        if link is not None:
            articles[line.external_id] = int(link.local_id)
        elif len(same) == 1:
            articles[line.external_id] = next(iter(same))
    steps = steps_of(connection, sorted(set(articles.values())))
    lines = tuple(_line(line, articles.get(line.external_id), steps) for line in goods)
    return AskedQuote(
        intake.channel.code,
        remote.external_id,
        int(company.local_id),
        contact or None,
        remote.valid_until,
        lines,
    )


def _line(line: RemoteLine, variant_id: int | None, steps: Mapping[int, int]) -> AskedLine:
    step = 1 if variant_id is None else steps.get(variant_id, 1)
    return AskedLine(variant_id, clean_text(line.sku, 80), clean_text(line.name, 80), line.ordered * step)
