"""The sample shop's quotes in every state, made by the same actions that staff use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from storedesk.actions.action import Accepted, Act, Args
from storedesk.actions.quote_account import local_day
from storedesk.actions.quote_args import (
    ApproveQuote,
    AskApproval,
    AskForOrder,
    DeclineQuote,
    IssueQuote,
    QuoteHeadArgs,
    ReviseQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_pricing import LineEdit, line_args, price_quote
from storedesk.actions.registry import KINDS, decide
from storedesk.connectors.sample_shop import accounts as a
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.places import GOTEBORG
from storedesk.domain.changes import ABSENT, Absent, Add, Insert
from storedesk.domain.currency import UNIT
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Quote
from storedesk.domain.tables import TABLE_BY_NAME, TABLE_BY_ROW, Key

R = TypeVar("R")
_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_ELIN, _OSKAR, _MAJA = 101, 102, 103
_TOUCHED = (
    "company",
    "orders",
    "order_line",
    "timeline_entry",
    "quote",
    "quote_line",
    "quote_revision",
    "task",
)


class _Plan(NamedTuple):
    """``lines`` are SKU, quantity and discount (per cent); ``then`` what happened after the draft."""

    company: int
    days_ago: int
    lines: tuple[tuple[str, int, int], ...]
    then: tuple[str, ...]
    own: tuple[tuple[str, int, int], ...] = ()
    contact: int | None = None
    po_number: str = ""
    sent_to: str = ""
    site: int | None = None
    valid_days: int = 30
    staff: int = _ELIN


_PICTURE = (("ALV-2201-SKO-M", 12, 0), ("LJG-0815-GRA-L", 20, 14), ("STN-0100-STE", 24, 0))
_OWN = (("Logo embroidery, left chest", 32, 65), ("Delivery", 1, 290))
_PLANS = (
    _Plan(a.VARV, 0, _PICTURE, ("ask",), _OWN, a.ANNA, "7781-A", site=11),
    _Plan(a.STYRSO, 0, (("LJG-0816-GRA-M", 15, 18),), ("ask",), (), 6, staff=_OSKAR),
    _Plan(a.VARV, 1, (("STN-0100-SVA", 24, 5),), (), (), a.ANNA, "7790"),
    _Plan(a.VARV, 4, (("ALV-2202-SVA-L", 6, 8), ("STN-0050-STE", 12, 0)), ("issue",), (), a.ANNA, "7750"),
    _Plan(a.VARV, 40, (("ALV-2201-GRA-L", 4, 0),), ("issue", "order"), (), a.ANNA, "7590", "SE"),
    _Plan(a.VARV, 66, (("STN-0020-STE", 40, 0),), ("issue",), (), a.ANNA, "7544"),
    _Plan(a.STYRSO, 6, (("ALV-2201-SVA-XL", 3, 12),), ("approve", "issue", "revise"), (), 6),
    _Plan(a.STYRSO, 12, (("STN-0075-OCK", 30, 5),), ("issue", "withdraw"), (), 6),
    _Plan(a.KLUBB, 9, (("LJG-0816-SKO-M", 14, 0), ("LJG-0815-NAT-M", 14, 0)), ("issue",), (), 7),
    _Plan(a.KLUBB, 20, (("ALV-2201-TEG-S", 8, 10),), ("issue", "decline"), (), 7, staff=_OSKAR),
    _Plan(a.FORSKOLA, 2, (("LJG-0850-NAT-116", 12, 5),), ("issue",)),
    _Plan(a.NORDFJELL, 3, (("ALV-2201-SKO-L", 10, 0),), ("issue",), (), 8, sent_to="NO"),
    _Plan(a.HAFEN, 5, (("STN-0100-SKO", 48, 3), ("LJG-0815-ROS-S", 6, 0)), ("issue",), (), 9, sent_to="DE"),
    _Plan(a.SAARISTO, 1, (("STN-0075-STE", 20, 0),), ("issue",), sent_to="FI"),
    _Plan(a.HAVNEN, 0, (("ALV-2202-GRA-M", 5, 0),), ("ask",), staff=_OSKAR),
)


def with_quotes(rows: Iterable[Any], articles: Sequence[Article], now: int) -> list[Any]:
    """The rows and the quotes of fifteen companies' dealings on top of them; times in UTC milliseconds."""
    all_rows = list(rows)
    skus = {article.variant.sku: article.variant.id for article in articles}
    state = _Rows(all_rows)
    before = state.copy()
    for number, plan in enumerate(_PLANS, 1):
        _carry_out(state, plan, number, skus, now)
    changed = {
        name: {key for key, row in table.items() if before[name].get(key) != row}
        for name, table in state.tables.items()
        if name in _TOUCHED
    }
    kept = [row for row in all_rows if not _is_in(row, changed)]
    return kept + [state.tables[name][key] for name in _TOUCHED for key in sorted(changed.get(name, ()))]


def _is_in(row: Any, changed: Mapping[str, set[Key]]) -> bool:
    table = TABLE_BY_ROW[type(row)]
    return table.key_of(row) in changed.get(table.name, ())


def _carry_out(state: "_Rows", plan: _Plan, number: int, skus: Mapping[str, int], now: int) -> None:
    at = now - plan.days_ago * _DAY_MS - number * _HOUR_MS // 20
    day = local_day(state, GOTEBORG, at + plan.valid_days * _DAY_MS)
    head = QuoteHeadArgs(
        company_id=plan.company, valid_until=day, contact_id=plan.contact, site_id=plan.site,
        delivery="sent" if plan.sent_to else "collected", deliver_country=plan.sent_to,
        po_number=plan.po_number,
    )  # fmt: skip
    edits = [LineEdit("goods", skus[sku], quantity, off * UNIT) for sku, quantity, off in plan.lines]
    edits += [
        LineEdit("delivery" if name == "Delivery" else "own", None, quantity, 0, price * UNIT, name)
        for name, quantity, price in plan.own
    ]
    lines = line_args(price_quote(state, GOTEBORG, head, edits, at).lines)
    action = derived_id("sample quote", str(number), "start")
    quote_id = effect_id(action, 1)
    paper = document_number("GBG", 2, 400 + number, quote_id)
    state.do(action, "StartQuote", StartQuote(head, lines, paper), plan.staff, at)
    for place, step in enumerate(plan.then, 1):
        quote: Quote = state.tables["quote"][(quote_id,)]
        kind, args = _step(step, quote, paper, plan)
        staff = _MAJA if step == "approve" else plan.staff
        state.do(
            derived_id("sample quote", str(number), step), kind, args, staff, at + place * _HOUR_MS // 60
        )


def _step(step: str, quote: Quote, number: str, plan: _Plan) -> tuple[str, Args]:
    hash_, version = quote.content_hash, quote.version
    steps: dict[str, tuple[str, Args]] = {
        "ask": ("AskApproval", AskApproval(quote.id, hash_)),
        "approve": ("ApproveQuote", ApproveQuote(quote.id, hash_)),
        "issue": (
            "IssueQuote",
            IssueQuote(quote.id, version, number, hash_, quote.net, quote.tax, quote.total),
        ),
        "revise": ("ReviseQuote", ReviseQuote(quote.id, version)),
        "withdraw": ("WithdrawQuote", WithdrawQuote(quote.id, version)),
        "decline": ("DeclineQuote", DeclineQuote(quote.id, version)),
        "order": ("AskForOrder", AskForOrder(quote.id, version, hash_, plan.contact)),
    }
    return steps[step]


class _Rows:
    """The sample's rows in memory, as the central system sees them."""

    is_central = True

    def __init__(self, rows: Iterable[Any]) -> None:
        self.tables: dict[str, dict[Key, Any]] = {name: {} for name in TABLE_BY_NAME}
        for row in rows:
            table = TABLE_BY_ROW[type(row)]
            self.tables[table.name][table.key_of(row)] = row
        self._prices: dict[int, list[Any]] = {}
        for price in self.tables["price"].values():
            self._prices.setdefault(price.variant_id, []).append(price)

    def copy(self) -> dict[str, dict[Key, Any]]:
        return {name: dict(self.tables[name]) for name in _TOUCHED}

    def get(self, row_type: type[R], *key: int | str) -> R | Absent:
        row: R | None = self.tables[TABLE_BY_ROW[row_type].name].get(key)
        return ABSENT if row is None else row

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        name = TABLE_BY_ROW[row_type].name
        by_variant = name == "price" and set(equals) == {"variant_id"}
        rows = self._prices.get(int(equals["variant_id"]), []) if by_variant else self.tables[name].values()
        key_of = TABLE_BY_NAME[name].key_of
        found = [row for row in rows if all(getattr(row, name) == value for name, value in equals.items())]
        return tuple(sorted(found, key=key_of))

    def do(self, action_id: str, kind: str, args: Args, staff_id: int, at: int) -> None:
        """Raises ``ValueError`` if the sample asks for what no desk may do."""
        body = msgspec.json.encode(args)
        act = Act(
            action_id, kind, msgspec.json.decode(body, type=KINDS[kind].args), staff_id, GOTEBORG, "GBG-2"
        )
        result = decide(self, act, at, at)
        if not isinstance(result, Accepted) or result.task is not None:
            raise ValueError(f"The sample's {kind} was not plainly accepted: {result}")
        for change in result.changes:
            table = self.tables[change.table]
            if isinstance(change, Add):
                row = table[change.key]
                value = getattr(row, change.column) + change.delta
                table[change.key] = row._replace(**{change.column: value})
            else:
                row = change.row if isinstance(change, Insert) else change.new
                table[TABLE_BY_NAME[change.table].key_of(row)] = row
