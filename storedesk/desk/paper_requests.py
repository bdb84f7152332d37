"""Makes the paper that the window asks for and puts it into the print queue."""

import secrets
from typing import Any

from storedesk.desk import papers
from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.document_numbers import DocumentNumbers
from storedesk.desk.moments import Look
from storedesk.desk.price_look_up import QuoteLookUp
from storedesk.desk.quote_paper import quote_on_paper
from storedesk.desk.return_paper import return_slip
from storedesk.documents.document_model import Document
from storedesk.documents.printable_document import PrintableDocument
from storedesk.domain.ids import new_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place, Quote, Staff
from storedesk.protocol.desk_link import Answered, PrintPaper
from storedesk.storage import print_queue
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_store import DeskStore, Identity

ROLES = {
    "slip": "slip_80",
    "slip_a5": "a5",
    "pick_list": "a4",
    "parcel_label": "label_62x29",
    "quote": "a4",
    "return_slip": "slip_80",
}


class PaperRequests:
    """Used by the thread that owns the database; printing itself happens elsewhere."""

    def __init__(
        self,
        store: DeskStore,
        identity: Identity,
        clock: DeskClock,
        numbers: DocumentNumbers,
        practice: bool = False,
    ) -> None:
        self._practice = practice
        self._store, self._identity, self._clock, self._numbers = store, identity, clock, numbers

    def print(self, message: PrintPaper) -> Answered:
        """The answer's ``detail`` is the document's number."""
        job_id = new_id(self._clock.now(), secrets.token_bytes)
        try:
            with naming_trouble(), self._store.begin() as connection:
                number = self._number(message, connection)
                order = self._order(message, connection, number)
                driver = connection.connection.driver_connection
                paper = PrintableDocument(self._document(message, connection, driver, order))
                stored = print_queue.StoredPaper(paper.pdf, paper.escpos)
                role = ROLES[message.paper]
                print_queue.add_print(connection, job_id, role, number, stored, self._clock.now())
        except papers.NothingToPrint as missing:
            return Answered(request=message.request, problem="nothing_to_print", detail=str(missing))
        except DatabaseTrouble:
            return Answered(request=message.request, problem="database")
        return Answered(request=message.request, detail=number)

    def _order(self, message: PrintPaper, connection: Any, number: str) -> papers.PaperOrder:
        view = self._store.rows(connection).view()
        staff = view.get(Staff, self._identity.place_id, message.staff_id)
        place = view.get(Place, self._identity.place_id)
        copied_at = None
        if message.copy and isinstance(place, Place):
            hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
            copied_at = hours.local_clock(self._clock.now())
        name = staff.name if isinstance(staff, Staff) else ""
        return papers.PaperOrder(
            number, self._clock.now(), self._identity.desk, name, message.language, copied_at, self._practice
        )

    def _number(self, message: PrintPaper, connection: Any) -> str:
        """A quote has one number, which it gets at the latest when it is issued; other papers have their own."""
        if message.paper == "return_slip":
            return self._numbers.of(connection, "record", message.subject)
        if message.paper != "quote":
            return self._numbers.of(connection, message.paper, message.subject)
        row = self._quote(message, connection)
        if row is None:
            raise papers.NothingToPrint("quote")
        return row.number or self._numbers.of(connection, "record", row.id)

    def _quote(self, message: PrintPaper, connection: Any) -> Quote | None:
        row = self._store.rows(connection).view().get(Quote, message.subject)
        return row if isinstance(row, Quote) else None

    def _document(
        self, message: PrintPaper, connection: Any, driver: Any, order: papers.PaperOrder
    ) -> Document:
        match message.paper:
            case "slip" | "slip_a5":
                return papers.slip(driver, message.subject, order, a5=message.paper == "slip_a5")
            case "pick_list":
                return papers.picking_list(driver, message.subject, order)
            case "parcel_label":
                return papers.label(driver, message.subject, order)
            case "return_slip":
                return return_slip(driver, message.subject, order)
            case "quote":
                place = self._store.rows(connection).view().get(Place, self._identity.place_id)
                if not isinstance(place, Place):
                    raise papers.NothingToPrint("place")
                hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
                look = Look(order.now, hours, message.staff_id, order.desk)
                view = QuoteLookUp(driver, place.id, look, None).quote(message.subject)
                return quote_on_paper(view, self._quote(message, connection), order)
        raise papers.NothingToPrint(message.paper)
