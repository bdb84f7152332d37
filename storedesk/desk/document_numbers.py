"""Gives each record the number of its document, once and for good."""

from storedesk.desk.paper_numbers import PaperNumbers
from storedesk.domain.document_number import document_number
from storedesk.storage import print_queue
from storedesk.storage.database_work import Connection


class DocumentNumbers:
    """Used by the thread that owns the database."""

    def __init__(self, counter: PaperNumbers, place_code: str, desk: str) -> None:
        self._counter, self._place_code, self._desk = counter, place_code, desk

    def of(self, connection: Connection, kind: str, record_id: str) -> str:
        """The number of the record's document of this kind; final from the first time.

        Raises ``OSError`` if it cannot be reserved; then no number was given.
        """
        name = f"{kind} {record_id}"
        given = print_queue.document_number_of(connection, name)
        if given is None:
            number = int(self._desk.rpartition("-")[2] or 0)
            given = document_number(self._place_code, number, self._counter.take(connection), record_id)
            print_queue.keep_document_number(connection, name, given)
        return given
