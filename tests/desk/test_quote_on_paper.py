"""A desk prints its quote under the quote's own number, with what it is worth at that moment."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storedesk.actions.quote_args import ApproveQuote
from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.document_numbers import DocumentNumbers
from storedesk.desk.paper_numbers import PaperNumbers
from storedesk.desk.paper_requests import PaperRequests
from storedesk.domain.document_number import parse_document_number
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.desk_link import Answered, PrintPaper
from storedesk.storage import print_queue
from storedesk.storage.desk_database import make_empty_desk_database
from storedesk.storage.desk_store import DeskStore, Identity
from storedesk.storage.engine import new_database_key
from storedesk.storage.feed_writer import key_text
from storedesk.storage.rows import Rows, add_hash
from storedesk.storage.sealed_copy import SealedCopy
from tests.actions.quote_shop import SUPERVISOR, QuoteDesk, quote_shop
from tests.actions.test_quotes import OVER, accepted, issue_args, issued, started
from tests.documents.pdf_reader import pages_text
from tests.small_shop import ELIN, GBG, NOW


class Printing:
    """The desk's database and what its papers say."""

    def __init__(self, folder: Path, desk: QuoteDesk, unconfirmed: bool) -> None:
        engine = make_empty_desk_database(folder / "desk.db", new_database_key())
        with engine.begin() as connection:
            for name in TABLE_BY_NAME:
                Rows(connection).put_many(name, [add_hash(name, row) for row in desk.tables[name].values()])
            for (quote_id,) in desk.tables["quote"] if unconfirmed else ():
                connection.exec_driver_sql(
                    "INSERT INTO base_row VALUES ('quote', ?, NULL, 0)", (key_text((quote_id,)),)
                )
        self.store = DeskStore(engine, SealedCopy(folder / "sealed", "00" * 32, random.Random(1).randbytes))
        clock = DeskClock(lambda: NOW, lambda: 0)
        numbers = DocumentNumbers(PaperNumbers(folder / "papers.reserved"), "GBG", "GBG-07")
        self.papers = PaperRequests(self.store, Identity("device", GBG, "GBG-07"), clock, numbers)

    def ask(self, subject: str, *, copy: bool = False) -> Answered:
        return self.papers.print(
            PrintPaper(request=1, paper="quote", subject=subject, staff_id=ELIN, language="en", copy=copy)
        )

    def last(self) -> tuple[str, str, str]:
        """Role, number and text of the only waiting print."""
        with self.store.begin() as connection:
            job = print_queue.next_print(connection, NOW)
            assert job is not None
            print_queue.print_done(connection, job.id, "A4", NOW)
        return job.role, job.title, " ".join(pages_text(job.paper.pdf))


@pytest.fixture
def printing(tmp_path: Path) -> Iterator[Callable[..., Printing]]:
    made: list[Printing] = []

    def make(desk: QuoteDesk, unconfirmed: bool = False) -> Printing:
        made.append(Printing(tmp_path, desk, unconfirmed))
        return made[-1]

    yield make
    for one in made:
        one.store.close()


def test_an_issued_quote_prints_under_its_own_number(printing: Callable[..., Printing]) -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = issued(desk)
    desk_paper = printing(desk)
    assert desk_paper.ask(quote_id) == Answered(request=1, detail=desk.quote.number)
    role, number, text = desk_paper.last()
    assert (role, number) == ("a4", desk.quote.number)
    for part in (desk.quote.number, "Brännö Varv & Montage AB", "7781-A", "Anna Lindberg", "2026-12-23"):
        assert part in text
    assert desk.quote.content_hash[:4].upper() in text
    assert "Totalt" in text and "Logo embroidery, left chest" in text
    assert "KOPIA" not in text and "FÖRBEHÅLL" not in text and "PRELIMINÄR" not in text
    assert desk_paper.ask(quote_id, copy=True).detail == number
    assert "KOPIA " in desk_paper.last()[2]


def test_a_draft_is_indicative_and_keeps_the_number_it_will_be_issued_under(
    printing: Callable[..., Printing],
) -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = started(desk, OVER)
    desk_paper = printing(desk)
    number = desk_paper.ask(quote_id).detail
    parsed = parse_document_number(number)
    assert parsed is not None and parsed.belongs_to(quote_id)
    text = desk_paper.last()[2]
    assert "PRELIMINÄR" in text and "MED FÖRBEHÅLL" in text
    assert desk_paper.ask(quote_id).detail == number
    with desk_paper.store.begin() as connection:
        assert print_queue.document_number_of(connection, f"record {quote_id}") == number


def test_a_yes_that_is_not_confirmed_is_said_on_paper(printing: Callable[..., Printing]) -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = started(desk, OVER)
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    desk_paper = printing(desk, unconfirmed=True)
    desk_paper.ask(quote_id)
    text = desk_paper.last()[2]
    assert "MED FÖRBEHÅLL FÖR BEKRÄFTELSE" in text and "Godkänd av: Maja A." in text


def test_a_quote_that_is_not_here_is_not_printed(printing: Callable[..., Printing]) -> None:
    desk_paper = printing(QuoteDesk(quote_shop()))
    assert desk_paper.ask("nothing") == Answered(request=1, problem="nothing_to_print", detail="quote")
