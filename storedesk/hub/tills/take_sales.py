"""Takes lines of tills in: each counts once, in whatever order and parts they come."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from storedesk.actions.till_watch import article_task, article_task_id
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement, Task, TillFeed
from storedesk.domain.tables import SELLABLE
from storedesk.domain.till_line import ASIDE, CONDITIONS, HELD, KINDS, VOID, TillLine
from storedesk.domain.till_settle import Booking, KeptLine, settle
from storedesk.hub.tills.articles import UNFIT, Article, Articles, steps_of
from storedesk.storage import outside_stock, till_lines
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import one_at_a_time
from storedesk.storage.outside_stock import Booked
from storedesk.storage.rows import Rows

BELOW_ZERO = "below_zero"
TAKEN, REPEATED, DIFFERS, REFUSED = "taken", "repeated", "differs", "refused"
"""Outcomes of a line beside ``aside`` and ``held``: ``differs`` means that this line came before with another content,
which holds."""
EARLIEST, AHEAD_MS = 946_684_800_000, 24 * 3_600_000
_QUANTITY = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")


class Outcome(NamedTuple):
    """What became of a line, in the order they were given."""

    outcome: str
    why: str = ""


class Taken(NamedTuple):
    """``outcomes`` are one for each line; ``moved`` how many movements were written."""

    outcomes: tuple[Outcome, ...]
    moved: int

    def count(self, outcome: str) -> int:
        return sum(one.outcome == outcome for one in self.outcomes)


def take_sales(
    connection: Connection, sales: Sequence[TillLine], now: int, random_tag: Callable[[], int]
) -> Taken:
    """In the caller's transaction. Places must be there; ``now`` in UTC milliseconds."""
    one_at_a_time(connection)
    problems = [problem_of(line, now) for line in sales]
    known = till_lines.kept_by_id(
        connection, [line.id for line, why in zip(sales, problems, strict=True) if not why]
    )
    fresh: dict[str, KeptLine] = {}
    first: list[str] = []
    for line, why in zip(sales, problems, strict=True):
        if why:
            first.append(REFUSED)
            continue
        before = known.get(line.id) or fresh.get(line.id)
        first.append("" if before is None else REPEATED if before.line == line else DIFFERS)
        if before is None:
            fresh[line.id] = KeptLine(line, None, None, HELD if line.kind == VOID else ASIDE, "", 0, now)
    kept, moved = book(connection, _resolved(connection, fresh.values()), now, random_tag)
    outcomes = []
    for line, why, so_far in zip(sales, problems, first, strict=True):
        outcomes.append(Outcome(so_far, why) if so_far else _outcome(kept[line.id]))
    return Taken(tuple(outcomes), moved)


def book(
    connection: Connection, lines: Iterable[KeptLine], now: int, random_tag: Callable[[], int]
) -> tuple[dict[str, KeptLine], int]:
    """Settles lines that are new or newly understood, with all that is kept about the same goods."""
    changed = {kept.line.id: kept for kept in lines}
    targets = {till_lines.target_key(kept.line.target) for kept in changed.values()}
    named = {till_lines.own_key(kept.line) for kept in changed.values()} - {""}
    about = {kept.line.id: kept for kept in till_lines.kept_about(connection, targets | named)}
    about |= changed
    voids = till_lines.own_voids(connection, targets | named) | named
    lines_after, bookings = _settled(about.values(), voids)
    result = outside_stock.booked(connection, [_movement(one) for one in bookings])
    till_lines.put_lines(connection, [one for one in lines_after if one != about[one.line.id] or
                                      one.line.id in changed])  # fmt: skip
    rows = [*result.rows, *result.after.values()]
    rows += _feeds(connection, changed.values(), now)
    rows += _article_tasks(connection, lines_after, now)
    rows += _below_zero(connection, result, now)
    outside_stock.write(connection, rows, random_tag)
    return {one.line.id: one for one in lines_after}, len(bookings)


def problem_of(line: TillLine, now: int) -> str:
    """Why a line cannot be kept at all, or nothing."""
    if not (line.till and line.receipt and line.line):
        return "till, receipt and line are needed"
    if line.kind not in KINDS:
        return f"the kind is none of {', '.join(KINDS)}"
    if not EARLIEST <= line.at <= now + AHEAD_MS:
        return "the time is not in this century, or more than a day ahead"
    if line.kind == VOID:
        return ""
    if not line.article:
        return "the article is missing"
    if line.condition not in CONDITIONS:
        return "the condition is none of opened, as_new, damaged"
    if not _QUANTITY.fullmatch(line.quantity) or not any(char in "123456789" for char in line.quantity):
        return "the quantity is no number above zero"
    return ""


def _resolved(connection: Connection, lines: Iterable[KeptLine]) -> list[KeptLine]:
    """The lines with article and quantity as far as they are known now."""
    all_lines = list(lines)
    goods = [kept.line for kept in all_lines if kept.line.kind != VOID]
    articles = Articles(connection, [(line.place_id, line.article) for line in goods])
    return [
        kept
        if kept.line.kind == VOID
        else understood(kept, articles.find(kept.line.place_id, kept.line.article))
        for kept in all_lines
    ]


def understood(kept: KeptLine, found: Article | str) -> KeptLine:
    if isinstance(found, str):
        return kept._replace(why=found)
    steps = steps_of(found, kept.line.quantity)
    if steps is None:
        return kept._replace(why=UNFIT)
    return kept._replace(variant_id=found.variant_id, steps=steps, why="")


def _settled(lines: Iterable[KeptLine], voids: set[str]) -> tuple[list[KeptLine], list[Booking]]:
    goods: dict[str, list[KeptLine]] = {}
    taking: dict[str, list[KeptLine]] = {}
    for kept in lines:
        into = taking if kept.line.kind == VOID else goods
        into.setdefault(till_lines.target_key(kept.line.target), []).append(kept)
    after: list[KeptLine] = []
    bookings: list[Booking] = []
    for target in sorted(goods.keys() | taking.keys()):
        settled = settle(goods.get(target, ()), taking.get(target, ()), int(target in voids))
        after += settled.lines
        bookings += settled.bookings
    return after, bookings


def _movement(one: Booking) -> Movement:
    return Movement(one.id, one.place_id, one.variant_id, one.bucket, one.quantity, one.reason, "", 0, one.at)


def _feeds(connection: Connection, lines: Iterable[KeptLine], now: int) -> list[TillFeed]:
    """When each place's tills were last heard of, moved forward only."""
    last: dict[int, int] = {}
    for kept in lines:
        last[kept.line.place_id] = max(last.get(kept.line.place_id, 0), min(kept.at, now))
    there = Rows(connection).get_many("till_feed", [(place_id,) for place_id in last], lock=True)
    feeds = []
    for place_id, at in sorted(last.items()):
        before = there.get((place_id,))
        if before is None or (before.row.last_sale_at or 0) < at:
            feeds.append(TillFeed(place_id, at))
    return feeds


def _article_tasks(connection: Connection, lines: Iterable[KeptLine], now: int) -> list[Task]:
    """One task for each number that a place's tills use and nobody knows."""
    wanted: dict[str, KeptLine] = {}
    for kept in lines:
        if kept.state == ASIDE:
            wanted[article_task_id(kept.line.place_id, kept.line.article)] = kept
    there = Rows(connection).get_many("task", [(id_,) for id_ in wanted])
    tasks = []
    for id_, kept in sorted(wanted.items()):
        before = there.get((id_,))
        if before is None:
            tasks.append(article_task(kept.line.place_id, kept.line.article, kept.why, now))
        elif before.row.state == "answered":
            again = {"state": "open", "answer": "", "answered_by": None, "answered_at": None}
            tasks.append(before.row._replace(**again, opened_at=now))
    return tasks


def _below_zero(connection: Connection, result: Booked, now: int) -> list[Task]:
    """A till sold what should not be there: somebody counts it, once until it is counted."""
    wanted: dict[str, Task] = {}
    for key, level in result.after.items():
        if level.bucket != SELLABLE or level.quantity >= 0 or result.before[key].quantity < 0:
            continue
        id_ = derived_id("till below zero", *(str(part) for part in key), str(level.counted_at or 0))
        facts = {"variant_id": level.variant_id, "quantity": -level.quantity, "reason": "till_sale",
                 "level": level.quantity}  # fmt: skip
        wanted[id_] = _task(id_, level.location_id, BELOW_ZERO, facts, now)
    there = Rows(connection).get_many("task", [(id_,) for id_ in wanted])
    return [task for id_, task in sorted(wanted.items()) if (id_,) not in there]


def _task(id_: str, place_id: int, kind: str, facts: dict[str, Any], now: int) -> Task:
    text = msgspec.json.encode(facts, order="sorted").decode()
    return Task(id_, place_id, kind, "", "", id_, now, "open", text, "", None, None)


def _outcome(kept: KeptLine) -> Outcome:
    if kept.state in (ASIDE, HELD):
        return Outcome(kept.state, kept.why)
    return Outcome(REFUSED if kept.state == "refused" else TAKEN, kept.why)
