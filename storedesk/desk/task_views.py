"""Derives what Attention shows: what this desk did, what is true centrally, what that means, and the choices."""

from dataclasses import dataclass

from storedesk.actions.action import Refusal, State
from storedesk.actions.quote_approval import awaited_roles
from storedesk.actions.reading import row_or_none
from storedesk.actions.task_answers import CHOICES
from storedesk.desk.covered_details import shown_name
from storedesk.desk.moments import Look, Moment
from storedesk.desk.order_views import Shown
from storedesk.desk.pickup_rows import staged_bins
from storedesk.desk.task_account_lines import account_lines, sign_lines
from storedesk.desk.task_choices import Deed, deed_of
from storedesk.desk.task_facts import TaskFacts, read_facts
from storedesk.desk.task_lines import FactLine, central_lines, meaning_lines, money_difference, own_lines
from storedesk.domain.records import Handover, Quote
from storedesk.storage.desk_detail_reads import parcels_of_handover
from storedesk.storage.desk_task_reads import COLLECTOR_REFUSED, COMPANY_DUPLICATE
from storedesk.storage.read_records import HandoverRecord, TaskRecord

_SOON = frozenset(
    {"double_handover", "handover_of_ended_order", "refused_action", "receipt_used_twice", "over_return"}
)
_OWN_WORDS = frozenset({"check_return"})
"""What was done for these is told by the task, not by the act that left it."""
_STRONG = frozenset({"code", "qr", "id_seen"})


@dataclass(frozen=True, slots=True)
class TaskRow:
    """``urgent`` where goods or money may be lost; ``waits`` while the customer is being asked."""

    task_id: str
    kind: str
    order_number: str
    name: str
    article: str
    opened: Moment
    urgent: bool
    waits: bool
    answer: str
    answered_by: str
    answered: Moment | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side knows. ``what`` is the key of a sentence, ``otherwise`` of the one for all acts of its kind;
    the rest fills it. ``reason`` and its facts are those of a refusal where ``is_refusal``."""

    what: str
    at: Moment | None = None
    staff_name: str = ""
    desk: str = ""
    proof: str = ""
    pieces: int = 0
    receipt: str = ""
    state: str = ""
    reason: str = ""
    lines: tuple[FactLine, ...] = ()
    reason_facts: tuple[tuple[str, int | str], ...] = ()
    otherwise: str = ""
    is_refusal: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Differences in pieces and money (1/10,000); ``key`` names the sentence, ``bins`` where goods still stand."""

    key: str
    stock: int = 0
    money: int = 0
    currency: str = ""
    bins: tuple[str, ...] = ()
    lines: tuple[FactLine, ...] = ()
    orders: tuple[str, ...] = ()
    """Other orders that it may concern."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """``stock`` is what the choice moves, in pieces; ``deed`` the action it is, an answer to the task
    where it is None; ``is_blocked`` where the task does not say what it is about."""

    key: str
    suggested: bool
    stock: int = 0
    deed: Deed | None = None
    is_blocked: bool = False


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """The quote that waits for a yes, for exactly the content of ``hash``. ``discount`` is the largest of a line
    and ``limit`` what the one who asked may give (1/10,000 %, -1 where no discount is over it);
    ``waits_for`` are the roles whose yes its chains still miss."""

    quote_id: str
    version: int
    hash: str
    total: int
    currency: str
    discount: int
    limit: int
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskView:
    row: TaskRow
    fulfilment_id: str
    phone: str
    this_desk: Side
    central: Side
    meaning: Meaning
    choices: tuple[ChoiceView, ...]
    approval: ApprovalView | None = None
    quote_id: str = ""


def order_of(record: TaskRecord) -> str:
    """The order a task is about, empty for none."""
    return record.task.order_id or (record.pickup.fulfilment.order_id if record.pickup else "")


def derive_task_row(record: TaskRecord, look: Look, shown: Shown = Shown.TAILS) -> TaskRow:
    task, facts = record.task, read_facts(record.task)
    article = record.article
    words = (article.product.name, article.variant.colour, article.variant.size) if article else ()
    return TaskRow(
        task.id,
        task.kind,
        record.order_number or facts.order or facts.number,
        shown_name(record.person.name, shown) if record.person else "",
        " · ".join(word for word in words if word),
        look.moment(task.opened_at),
        task.kind in _SOON,
        task.state == "waiting",
        task.answer,
        record.answered_by_name,
        None if task.answered_at is None else look.moment(task.answered_at),
    )


def derive_task(
    record: TaskRecord, look: Look, shown: Shown = Shown.TAILS, waits_for: tuple[str, ...] = ()
) -> TaskView:
    """``waits_for`` are the roles that the chains of the quote it is about wait for."""
    facts = read_facts(record.task)
    mine, theirs = _sides(record, facts, look, shown)
    meaning = _meaning(record, facts)
    return TaskView(
        derive_task_row(record, look, shown),
        record.task.fulfilment_id,
        record.person.phone if record.person and shown is not Shown.COVERED else "",
        mine,
        theirs,
        meaning,
        _choices(record, facts, mine, theirs, meaning),
        _approval(record, facts, waits_for),
        facts.quote,
    )


def roles_awaited(state: State, record: TaskRecord, at: int) -> tuple[str, ...]:
    """The roles that the chains of a task's quote wait for at a time (UTC ms); none for any other task."""
    if record.task.kind != "quote_approval" or record.task.state == "answered":
        return ()
    quote = row_or_none(state, Quote, read_facts(record.task).quote)
    try:
        return () if quote is None else awaited_roles(state, quote, at)
    except Refusal:
        return ()


def _approval(record: TaskRecord, facts: TaskFacts, waits_for: tuple[str, ...] = ()) -> ApprovalView | None:
    if record.task.kind != "quote_approval" or record.task.state == "answered" or not facts.content_hash:
        return None
    return ApprovalView(
        facts.quote, facts.version, facts.content_hash, facts.total, facts.currency, facts.discount, facts.limit,
        waits_for,
    )  # fmt: skip


def _sides(record: TaskRecord, facts: TaskFacts, look: Look, shown: Shown) -> tuple[Side, Side]:
    kind, own = record.task.kind, record.own_action
    if kind == COLLECTOR_REFUSED:
        return _both_collectors(record, facts, look, shown)
    if kind == "double_handover" and record.handovers:
        return _both_handovers(record, look)
    if kind == COMPANY_DUPLICATE:
        return _both_companies(record, facts, look)
    if (
        kind in ("handover_of_ended_order", "handed_over_from_label", "receipt_used_twice")
        and record.handovers
    ):
        fact = next((f for f in record.handovers if f.handover.id == facts.handover), record.handovers[-1])
        state = facts.state or (record.pickup.fulfilment.state if record.pickup else "")
        return _handed(fact, record, look), Side(f"central_{kind}", state=state, receipt=facts.receipt)
    at = look.moment(own.at if own else record.task.opened_at)
    tells = own is not None and _act_tells(own.kind, kind)
    did = f"did_{own.kind}" if own and tells else f"did_{kind}"
    who, desk = (own.staff_name, look.desk) if own else ("", facts.desk)
    mine = Side(
        did, at, who, desk, pieces=facts.quantity, reason=facts.question or facts.reason, lines=own_lines(facts),
        otherwise=f"did_{kind}",
    )  # fmt: skip
    theirs = Side(
        f"central_{kind}", pieces=facts.level or 0, state=facts.state, receipt=facts.receipt,
        reason=facts.reason or (own.reason if own else ""), lines=central_lines(facts, record.named_staff),
        reason_facts=tuple(sorted(facts.facts.items())), is_refusal=kind == "refused_action",
    )  # fmt: skip
    return mine, theirs


def _act_tells(act: str, kind: str) -> bool:
    """Whether the act that left a task of this kind says what was done, or else the task itself."""
    return kind not in _OWN_WORDS and (act != "AnswerTask" or kind == "count_task")


def _both_collectors(record: TaskRecord, facts: TaskFacts, look: Look, shown: Shown) -> tuple[Side, Side]:
    """The name asked for and the one that had been set before."""
    asked, there = (shown_name(record.people.get(key, ""), shown) for key in (facts.wanted, facts.there))
    at = look.moment(record.task.opened_at)
    mine = Side("did_ChangeCollector", at, name=asked or "?")
    return mine, Side("central_collector_refused", name=there or "?")


def _both_companies(record: TaskRecord, facts: TaskFacts, look: Look) -> tuple[Side, Side]:
    """The newer account at the left; what tells that both may be one under the older."""
    own = record.own_action
    at = look.moment(own.at if own else record.task.opened_at)
    new, old = (record.companies.get(number) for number in (facts.company, facts.other))
    mine = Side(
        f"did_{record.task.kind}", at, own.staff_name if own else "", look.desk if own else "",
        lines=account_lines(new),
    )  # fmt: skip
    said = f"central_{record.task.kind}" + ("_perhaps" if facts.signs else "")
    return mine, Side(said, lines=(*account_lines(old), *sign_lines(facts)))


def _both_handovers(record: TaskRecord, look: Look) -> tuple[Side, Side]:
    """The one of this desk at the left; where both or none are its own, the later one."""
    facts = [fact for fact in record.handovers if fact.handover.outcome != "corrected"] or list(
        record.handovers
    )
    later = next((fact for fact in reversed(facts) if fact.handover.outcome == "second"), facts[-1])
    mine = next((fact for fact in reversed(facts) if fact.handover.desk == look.desk), later)
    other = next((fact for fact in facts if fact.handover.id != mine.handover.id), mine)
    return _handed(mine, record, look), _handed(other, record, look, "central_handed_over")


def _handed(fact: HandoverRecord, record: TaskRecord, look: Look, what: str = "did_HandOver") -> Side:
    row = fact.handover
    return Side(
        what, look.moment(row.at), fact.staff_name, row.desk, row.proof, _pieces(record, row), row.receipt
    )


def _pieces(record: TaskRecord, handover: Handover) -> int:
    """Pieces that went out, by the pickup's lines; the number of parcels where they are not known here."""
    if record.pickup is None:
        return len(parcels_of_handover(handover))
    return sum(line.collected for line in record.pickup.lines) or len(parcels_of_handover(handover))


def _meaning(record: TaskRecord, facts: TaskFacts) -> Meaning:
    kind = record.task.kind
    order = record.pickup.order if record.pickup else None
    total, currency = (order.total, order.currency) if order else (0, "")
    bins = staged_bins(record.pickup) if record.pickup else ()
    if kind == "double_handover":
        return Meaning("means_recorded_twice" if not bins else "means_goods_still_here", 0, 0, currency, bins)
    if kind == "handover_of_ended_order":
        pieces = sum(line.collected for line in record.pickup.lines) if record.pickup else 0
        return Meaning("means_gone_unpaid", -pieces, total, currency, bins)
    stock = _stock_difference(kind, facts)
    money = total if kind == "receipt_used_twice" else money_difference(facts)
    lines = meaning_lines(record, facts)
    return Meaning(f"means_{kind}", stock, money, currency or facts.currency, bins, lines, facts.orders)


def _stock_difference(kind: str, facts: TaskFacts) -> int:
    """In pieces, as far as the task says it."""
    if kind in ("below_zero", "count_task"):
        return facts.level or 0
    return -facts.quantity if kind in ("write_off", "parcel_not_seen") else 0


def _choices(
    record: TaskRecord, facts: TaskFacts, mine: Side, theirs: Side, meaning: Meaning
) -> tuple[ChoiceView, ...]:
    keys = CHOICES.get(record.task.kind, ("understood",))
    if _approval(record, facts) is not None:
        wanted = [key for key in keys if key != "offer_less" or facts.limit >= 0]
        return tuple(ChoiceView(key, False, 0, deed_of(record.task, key, facts)) for key in wanted)
    suggested = keys[0]
    if record.task.kind == "double_handover":
        sure = bool({mine.proof, theirs.proof} & _STRONG) and not meaning.bins
        suggested = "recorded_twice" if sure else "ask_customer"
    moved = _moved(record.task.kind, mine.pieces)
    found = [(key, deed_of(record.task, key, facts)) for key in keys]
    if not any(key == suggested and deed for key, deed in found):
        suggested = next((key for key, deed in found if deed), keys[0])
    return tuple(
        ChoiceView(key, key == suggested, moved.get(key, 0), deed, deed is None) for key, deed in found
    )


def _moved(kind: str, pieces: int) -> dict[str, int]:
    """What each choice does to the sellable stock, in pieces."""
    back = pieces if kind == "handover_of_ended_order" else 0
    again = pieces if kind in ("write_off", "check_return") else 0
    return {"gone_twice": -pieces, "recovered": back, "sellable_again": again, "returned_once": -pieces}
