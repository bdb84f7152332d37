"""Print jobs that outlive the program: waiting, being sent, printed, or for people to look at."""

from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from storedesk.storage.desk_rows import get_state, put_state
from storedesk.storage.schema import document_counter, print_job

LONGEST_WAIT_MS = 60_000
WAITING, SENDING, PRINTED, UNSURE = "waiting", "sending", "printed", "unsure"


class StoredPaper(msgspec.Struct, frozen=True, array_like=True):
    """A document in the two forms printers take."""

    pdf: bytes
    escpos: bytes


class QueuedPrint(NamedTuple):
    """``title`` is the document's number; ``problem`` the key of why it waits."""

    id: str
    role: str
    title: str
    paper: StoredPaper
    state: str
    tries: int
    problem: str


_COLUMNS = (print_job.c.id, print_job.c.role, print_job.c.title, print_job.c.document, print_job.c.state,
            print_job.c.tries, print_job.c.problem)  # fmt: skip


def add_print(
    connection: sa.Connection, job_id: str, role: str, title: str, paper: StoredPaper, now: int
) -> None:
    connection.execute(
        print_job.insert().values(
            id=job_id,
            role=role,
            title=title,
            document=msgspec.msgpack.encode(paper),
            state=WAITING,
            made_at=now,
        )
    )


def next_print(connection: sa.Connection, now: int) -> QueuedPrint | None:
    """The oldest job that waits and is due, marked as being sent.

    What waits for longer than any wait was put off before the desk's clock was set right: it is due.
    """
    row = connection.execute(
        sa.select(*_COLUMNS)
        .where(
            print_job.c.state == WAITING,
            sa.or_(print_job.c.next_try_at <= now, print_job.c.next_try_at > now + LONGEST_WAIT_MS),
        )
        .order_by(print_job.c.made_at, print_job.c.id)
        .limit(1)
    ).first()
    if row is None:
        return None
    _set(connection, row.id, state=SENDING, tries=row.tries + 1)
    return _job(row)


def next_due(connection: sa.Connection) -> int | None:
    """When the next waiting job wants to be tried."""
    value = connection.execute(
        sa.select(sa.func.min(print_job.c.next_try_at)).where(print_job.c.state == WAITING)
    )
    due: int | None = value.scalar()
    return due


def print_done(connection: sa.Connection, job_id: str, printer: str, now: int) -> None:
    _set(connection, job_id, state=PRINTED, printer=printer, printed_at=now, problem="")


def print_waits(connection: sa.Connection, job_id: str, problem: str, next_try_at: int) -> None:
    _set(connection, job_id, state=WAITING, problem=problem, next_try_at=next_try_at)


def print_unsure(connection: sa.Connection, job_id: str, problem: str) -> None:
    """It may be on paper: it is not tried again by itself."""
    _set(connection, job_id, state=UNSURE, problem=problem)


def interrupted_prints(connection: sa.Connection) -> list[QueuedPrint]:
    """Jobs that were being sent when the program ended: they may have printed, so people are asked."""
    rows = connection.execute(sa.select(*_COLUMNS).where(print_job.c.state == SENDING)).all()
    for row in rows:
        print_unsure(connection, row.id, "reply_lost")
    return [_job(row)._replace(state=UNSURE, problem="reply_lost") for row in rows]


def next_document_number(connection: sa.Connection, kind: str, first: int = 1) -> int:
    """Counts from ``first`` in a database that has no count yet, and never gives a number twice."""
    statement = insert(document_counter).values(kind=kind, number=first)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["kind"], set_={"number": document_counter.c.number + 1}
        )
    )
    found = sa.select(document_counter.c.number).where(document_counter.c.kind == kind)
    return int(connection.execute(found).scalar_one())


def _set(connection: sa.Connection, job_id: str, **values: int | str) -> None:
    connection.execute(sa.update(print_job).where(print_job.c.id == job_id).values(**values))


def _job(row: Any) -> QueuedPrint:
    paper = msgspec.msgpack.decode(row.document, type=StoredPaper)
    return QueuedPrint(row.id, row.role, row.title, paper, row.state, row.tries, row.problem)


def document_number_of(connection: sa.Connection, kind: str) -> str | None:
    """The number that this paper was given at its first print."""
    return get_state(connection, f"number {kind}")


def keep_document_number(connection: sa.Connection, kind: str, number: str) -> None:
    put_state(connection, f"number {kind}", number)
