"""What the window asks the worker for, answered on the thread that owns the database."""

import os
import secrets
from pathlib import Path
from typing import Any

from storedesk.actions.registry import UnknownKind, UnreadableArguments
from storedesk.desk import papers
from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.desk_files import OpenDesk
from storedesk.desk.paper_numbers import PaperNumbers
from storedesk.desk.perform_action import Performer, free_bytes_of
from storedesk.desk.profile import Profile
from storedesk.desk.sign_in import SignIn
from storedesk.documents.document_model import Document
from storedesk.documents.printable_document import PrintableDocument
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import new_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Place, Staff
from storedesk.protocol.desk_link import (
    Answered,
    Changed,
    CheckJournal,
    Perform,
    Performed,
    PrintPaper,
    SaveUnsent,
    SignedIn,
    SignInByBadge,
)
from storedesk.protocol.desk_link import SignIn as SignInMessage
from storedesk.storage import desk_outbox, print_queue
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_store import Identity

ROLES = {"slip": "slip_80", "slip_a5": "a5", "pick_list": "a4", "parcel_label": "label_62x29"}
ANYTHING = Changed(
    tables=["fulfilment", "fulfilment_line", "parcel", "handover", "stock_level", "task", "outbox"]
)


class DeskRequests:
    """Answers requests one after another; ``answer`` gives the reply and what changed, if anything."""

    def __init__(self, desk: OpenDesk, profile: Profile, clock: DeskClock, boot: str) -> None:
        known = desk.secrets
        self._store, self._profile, self._clock = desk.store, profile, clock
        self._identity = Identity(known.device_id, known.place_id, known.desk)
        self._place_code = known.place_code
        self._performer = Performer(desk.store, self._identity, clock, boot, free_bytes_of(profile.folder))
        self._numbers = PaperNumbers(profile.paper_numbers)
        self._sign_in = SignIn(desk.store, known.place_id, bytes.fromhex(known.place_key or "00"))

    def answer(self, message: Any) -> tuple[Any, Changed | None]:
        match message:
            case Perform():
                return self._perform(message)
            case SignInMessage() | SignInByBadge():
                return self._who(message), None
            case PrintPaper():
                return self._print(message), None
            case CheckJournal():
                return self._check_journal(message), None
            case SaveUnsent():
                return self._save_unsent(message), None
        raise TypeError(f"The worker has no answer to {type(message).__name__}")

    def _who(self, message: SignInMessage | SignInByBadge) -> SignedIn:
        """A try that cannot be counted is not checked."""
        now = self._clock.now()
        try:
            with naming_trouble():
                if isinstance(message, SignInByBadge):
                    result = self._sign_in.by_badge(message.token, now)
                else:
                    result = self._sign_in.by_pin(message.staff_id, message.pin, now, self._clock.monotonic())
        except DatabaseTrouble:
            return SignedIn(request=message.request, outcome="unavailable")
        return SignedIn(request=message.request, **result._asdict())

    def _perform(self, message: Perform) -> tuple[Performed, Changed | None]:
        try:
            outcome = self._performer.perform(
                message.action_id, message.kind, bytes(message.args), message.staff_id
            )
        except (UnknownKind, UnreadableArguments) as error:
            why = "action_too_large" if "of length <=" in str(error) else "unreadable"
            return Performed(request=message.request, outcome="unavailable", why=why), None
        reason = outcome.reason
        reply = Performed(
            request=message.request,
            outcome=outcome.kind,
            why=outcome.why if reason is None else reason.kind,
            facts={} if reason is None else reason.facts(),
        )
        return reply, ANYTHING if outcome.kind.startswith("saved") else None

    def _print(self, message: PrintPaper) -> Answered:
        job_id = new_id(self._clock.now(), secrets.token_bytes)
        try:
            with naming_trouble(), self._store.begin() as connection:
                number = self._number(message, connection, job_id)
                order = self._order(message, connection, number)
                driver = connection.connection.driver_connection
                document = self._document(message, driver, order)
                paper = PrintableDocument(document)
                stored = print_queue.StoredPaper(paper.pdf, paper.escpos)
                role = ROLES[message.paper]
                print_queue.add_print(connection, job_id, role, number, stored, self._clock.now())
        except papers.NothingToPrint as missing:
            return Answered(request=message.request, problem="nothing_to_print", detail=str(missing))
        except DatabaseTrouble:
            return Answered(request=message.request, problem="database")
        return Answered(request=message.request, detail=number)

    def _number(self, message: PrintPaper, connection: Any, job_id: str) -> str:
        """Final from the first print: made once for each paper and subject."""
        kind = f"{message.paper} {message.subject}"
        given = print_queue.document_number_of(connection, kind)
        if given is None:
            counter = self._numbers.take(connection)
            desk_number = int(self._identity.desk.rpartition("-")[2] or 0)
            given = document_number(self._place_code, desk_number, counter, message.subject)
            print_queue.keep_document_number(connection, kind, given)
        return given

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
            number, self._clock.now(), self._identity.desk, name, message.language, copied_at
        )

    def _document(self, message: PrintPaper, driver: Any, order: papers.PaperOrder) -> Document:
        match message.paper:
            case "slip" | "slip_a5":
                return papers.slip(driver, message.subject, order, a5=message.paper == "slip_a5")
            case "pick_list":
                return papers.picking_list(driver, message.subject, order)
            case "parcel_label":
                return papers.label(driver, message.subject, order)
        raise papers.NothingToPrint(message.paper)

    def _check_journal(self, message: CheckJournal) -> Answered:
        try:
            with naming_trouble(), self._store.begin() as connection:
                broken = desk_outbox.first_broken_journal_row(connection)
        except DatabaseTrouble:
            return Answered(request=message.request, problem="database")
        problem = "" if broken is None else "journal_broken"
        return Answered(
            request=message.request, problem=problem, detail="" if broken is None else str(broken)
        )

    def _save_unsent(self, message: SaveUnsent) -> Answered:
        """The sealed file as it is: only this desk or support with its key can open it."""
        target = Path(message.path)
        try:
            with naming_trouble():
                self._store.compact_sealed()
            data = self._profile.sealed_copy.read_bytes()
            fresh = target.with_suffix(target.suffix + ".new")
            fresh.write_bytes(data)
            os.replace(fresh, target)
        except DatabaseTrouble:
            return Answered(request=message.request, problem="not_written")
        except OSError as error:
            return Answered(request=message.request, problem="not_written", detail=error.strerror or "")
        return Answered(request=message.request, detail=str(len(data)))
