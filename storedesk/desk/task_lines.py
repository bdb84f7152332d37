"""The lines of facts that stand under each side of a task, typed, so that the screen only writes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from storedesk.desk.task_facts import Differs, TaskFacts
from storedesk.domain.discount_rules import DISCOUNT, MARGIN, NEW_ACCOUNT
from storedesk.storage.read_records import TaskRecord

MOST_LINES = 6
_CHARS = 60


class Shape(StrEnum):
    """How a value is written: pieces, a signed number, money (1/10,000), a rate (1/10,000 %), days, a date, text
    as it is, a word of our own by its key, or an action's kind."""

    PIECES = "pieces"
    SIGNED = "signed"
    MONEY = "money"
    RATE = "rate"
    DAYS = "days"
    DAY = "day"
    TEXT = "text"
    WORD = "word"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class FactLine:
    """``name`` is the key of the label, ``line`` the quote's line it is about or 0."""

    name: str
    shape: Shape
    value: int = 0
    text: str = ""
    currency: str = ""
    line: int = 0


def own_lines(facts: TaskFacts) -> tuple[FactLine, ...]:
    """What this desk did, or what was asked for."""
    found = []
    if facts.action:
        found.append(FactLine("action", Shape.ACTION, text=_short(facts.action)))
    if facts.number:
        found.append(FactLine("number", Shape.TEXT, text=_short(facts.number)))
    if facts.version:
        found.append(FactLine("version", Shape.TEXT, text=str(facts.version)))
    if facts.quantity:
        found.append(FactLine("quantity", Shape.PIECES, facts.quantity))
    if facts.reason and not facts.action:
        found.append(FactLine("reason", Shape.WORD, text=_short(facts.reason)))
    if facts.change:
        found.append(FactLine("change", Shape.WORD, text=f"change.{_short(facts.change)}"))
    if facts.return_number:
        found.append(FactLine("return", Shape.TEXT, text=_short(facts.return_number)))
    if facts.last_day:
        found.append(FactLine("last_day", Shape.DAY, text=_short(facts.last_day)))
    if facts.bin:
        found.append(FactLine("bin", Shape.TEXT, text=_short(facts.bin)))
    if facts.receipt:
        found.append(FactLine("receipt", Shape.TEXT, text=_short(facts.receipt)))
    found += [FactLine(f"{one.what}_here", Shape.MONEY, one.here, currency=facts.currency)
              for one in facts.differs if one.here or one.central]  # fmt: skip
    return tuple(found[:MOST_LINES])


def central_lines(facts: TaskFacts, staff_name: str) -> tuple[FactLine, ...]:
    """What the central system says: levels, limits, what stands against it, its own figures."""
    found = []
    if facts.level is not None:
        found.append(FactLine("level", Shape.SIGNED, facts.level))
    elif facts.levels:
        found.append(FactLine("articles_below", Shape.PIECES, len(facts.levels)))
    if facts.state:
        found.append(FactLine("state", Shape.WORD, text=_short(facts.state)))
    if staff_name:
        found.append(FactLine("asked_by" if facts.asked_by else "staff", Shape.TEXT, text=staff_name))
    found += _rules(facts)
    found += _against(facts)
    for one in facts.differs:
        found.append(_difference(one, facts.currency))
    return tuple(found[:MOST_LINES])


def meaning_lines(record: TaskRecord, facts: TaskFacts) -> tuple[FactLine, ...]:
    """Sums of a quote, which no order has yet."""
    if not facts.total or not facts.currency or record.pickup is not None:
        return ()
    return (FactLine("total", Shape.MONEY, facts.total, currency=facts.currency),)


def money_difference(facts: TaskFacts) -> int:
    """Central's total less the one that was issued, in 1/10,000."""
    return sum(one.central - one.here for one in facts.differs if one.what == "total")


def _rules(facts: TaskFacts) -> Iterator[FactLine]:
    """Value and limit of each rule in two lines; of a margin only that it is too low: customers see the screen."""
    for rule, line, value, limit in facts.rules:
        if rule == MARGIN:
            yield FactLine("rule_margin", Shape.WORD, text="below_floor", line=max(0, line))
            continue
        shape = Shape.RATE if rule == DISCOUNT else Shape.DAYS if rule == NEW_ACCOUNT else Shape.MONEY
        at = max(0, line)
        yield FactLine(f"rule_{rule}", shape, value, currency=facts.currency, line=at)
        yield FactLine(f"limit_{rule}", shape, limit, currency=facts.currency, line=at)


def _against(facts: TaskFacts) -> Iterator[FactLine]:
    for one in facts.against:
        if one.why == "credit":
            yield FactLine("credit_short", Shape.MONEY, one.short, currency=facts.currency)
        elif one.why == "stock":
            yield FactLine("stock_wanted", Shape.PIECES, one.wanted)
            yield FactLine("stock_free", Shape.PIECES, one.free)
        elif one.why == "approver":
            yield FactLine("approver", Shape.MONEY, one.total, currency=facts.currency)
        elif one.why == "tax_changed":
            yield FactLine("tax_changed", Shape.TEXT, text=_short(one.since))
        else:
            yield FactLine("against", Shape.WORD, text=_short(one.why))


def _difference(one: Differs, currency: str) -> FactLine:
    if one.what == "PriceMoved":
        return FactLine("price_now", Shape.MONEY, one.now, currency=currency, line=one.line)
    if one.here or one.central:
        return FactLine(f"{one.what}_central", Shape.MONEY, one.central, currency=currency)
    return FactLine("against", Shape.WORD, text=_short(one.what), line=one.line)


def _short(text: str) -> str:
    return text[:_CHARS]
