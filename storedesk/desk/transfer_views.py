"""What the transfers screen shows: what goes out and comes in, what is asked, and what one of them waits for."""

from collections.abc import Mapping
from dataclasses import dataclass

from storedesk.desk.moments import Look, Moment
from storedesk.domain.records import Transfer
from storedesk.storage.desk_transfer_reads import TransferLineRecord, TransferRecord

OPEN_STATES, ASKED, CLOSED_STATES = ("agreed", "sent"), "asked", ("received", "refused", "cancelled")


@dataclass(frozen=True, slots=True)
class TransferRow:
    """``is_out`` where goods leave this place; ``due`` is when they are needed, ``is_late`` after that."""

    transfer_id: str
    number: str
    other: str
    is_out: bool
    state: str
    pieces: int
    asked: Moment
    due: Moment | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class TransfersView:
    """``open`` with what this place has to do first, ``asked`` with those it has to answer first."""

    open: tuple[TransferRow, ...] = ()
    asked: tuple[TransferRow, ...] = ()
    closed: tuple[TransferRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferLineView:
    """``wanted`` is what is to be packed or received here, ``done`` what has been; smallest steps. ``here`` is
    on hand at this place, None where it is not known."""

    variant_id: int
    name: str
    detail: str
    sku: str
    category: str
    shelf: str
    unit: str
    asked: int
    sent: int
    received: int
    wanted: int
    done: int
    here: int | None


@dataclass(frozen=True, slots=True)
class TransferStep:
    """A step of the way: asked, agreed, sent or received, when and by whom, as far as it has been made."""

    kind: str
    at: Moment | None
    who: str


@dataclass(frozen=True, slots=True)
class TransferView:
    """``work`` is what this place can do now: answer, pack, receive, wait or nothing."""

    row: TransferRow
    work: str
    lines: tuple[TransferLineView, ...]
    steps: tuple[TransferStep, ...]
    note: str
    order_number: str
    is_sent: bool

    @property
    def wanted(self) -> int:
        return sum(line.wanted for line in self.lines)

    @property
    def done(self) -> int:
        return sum(line.done for line in self.lines)

    @property
    def differs(self) -> int:
        """Steps that are missing or too many, in all."""
        return sum(abs(line.wanted - line.done) for line in self.lines)


def derive_transfers(
    transfers: tuple[Transfer, ...],
    pieces: Mapping[str, int],
    names: Mapping[int, str],
    place_id: int,
    look: Look,
) -> TransfersView:
    rows = [_row(one, pieces.get(one.id, 0), names, place_id, look) for one in transfers]
    return TransfersView(
        tuple(sorted((row for row in rows if row.state in OPEN_STATES), key=_urgency)),
        tuple(
            sorted(
                (row for row in rows if row.state == ASKED), key=lambda row: (not row.is_out, row.asked.at)
            )
        ),
        tuple(row for row in rows if row.state in CLOSED_STATES),
    )


def derive_transfer(
    record: TransferRecord, counted: Mapping[int, int], place_id: int, look: Look
) -> TransferView:
    """``counted`` is what has been packed or unpacked at this desk so far, by article."""
    row, is_out = record.transfer, record.transfer.from_id == place_id
    work = work_at(row, place_id)
    pieces = sum(one.line.sent or one.line.asked for one in record.lines)
    there = {0: "", (row.to_id if is_out else row.from_id): record.there.name if record.there else ""}
    lines = [_line(one, work, counted, row.sent_at is not None) for one in record.lines]
    names = record.names
    made = (
        ("asked", row.asked_at, row.asked_by),
        ("refused" if row.state == "refused" else "agreed", row.answered_at, row.answered_by),
        ("sent", row.sent_at, row.sent_by),
        ("received", row.received_at, row.received_by),
    )
    steps = tuple(
        TransferStep(kind, None if at is None else look.moment(at), names.get(who, ""))
        for kind, at, who in made
    )
    return TransferView(
        _row(row, pieces, there, place_id, look), work, tuple(lines), steps, row.note, record.order_number,
        row.sent_at is not None,
    )  # fmt: skip


def work_at(row: Transfer, place_id: int) -> str:
    """What the place can do with a transfer now; goods can be received before their sending is known."""
    is_out = row.from_id == place_id
    if is_out and row.sent_at is None and row.state in ("agreed", "received"):
        return "pack"
    if row.state == ASKED:
        return "answer" if is_out else "wait"
    if row.state in OPEN_STATES:
        return "wait" if is_out else "receive"
    return ""


def _row(row: Transfer, pieces: int, names: Mapping[int, str], place_id: int, look: Look) -> TransferRow:
    is_out = row.from_id == place_id
    due = row.needed_by
    return TransferRow(
        row.id, row.number, names.get(row.to_id if is_out else row.from_id, ""), is_out, row.state, pieces,
        look.moment(row.asked_at), None if due is None else look.moment(due),
        due is not None and due < look.now and row.state not in CLOSED_STATES,
    )  # fmt: skip


def _urgency(row: TransferRow) -> tuple[bool, bool, int]:
    """What waits for this place first: goods on their way to it, then what it has to pack, then the rest."""
    ours = (row.state == "sent") != row.is_out
    return (not ours, row.is_out, row.due.at if row.due else row.asked.at)


def _line(
    record: TransferLineRecord, work: str, counted: Mapping[int, int], is_sent: bool
) -> TransferLineView:
    line, variant, product, here = record.line, record.variant, record.product, record.here
    wanted = line.sent if work in ("receive", "") and is_sent else line.asked
    done = counted.get(line.variant_id, 0) if work in ("pack", "receive") else line.received or line.sent
    return TransferLineView(
        line.variant_id, product.name if product else "",
        " · ".join(part for part in (variant.colour, variant.size) if part) if variant else "",
        variant.sku if variant else "", product.category if product else "", here.shelf if here else "",
        variant.unit if variant else "", line.asked, line.sent, line.received, wanted, done,
        here.quantity if here else None,
    )  # fmt: skip
