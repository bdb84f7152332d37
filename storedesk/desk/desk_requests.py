"""What the window asks the worker for, answered on the thread that owns the database."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from storedesk.actions.action import Act
from storedesk.actions.registry import UnknownKind, UnreadableArguments
from storedesk.actions.rights import may
from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.desk_files import OpenDesk
from storedesk.desk.document_numbers import DocumentNumbers
from storedesk.desk.locked_desk import refusal
from storedesk.desk.paper_numbers import PaperNumbers
from storedesk.desk.perform_action import LITTLE_FREE_BYTES, Performer, free_bytes_of
from storedesk.desk.profile import Profile
from storedesk.desk.sign_in import SignIn
from storedesk.domain.tables import CENTRAL_ONLY, TABLES
from storedesk.protocol.desk_link import (
    Answered,
    Changed,
    CheckSupervisor,
    KeepDraft,
    MakeBundle,
    Perform,
    Performed,
    PrintPaper,
    SaveUnsent,
    SignedIn,
    SignInByBadge,
    SyncState,
    TakeNumber,
)
from storedesk.protocol.desk_link import SignIn as SignInMessage
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_drafts import keep_draft
from storedesk.storage.desk_store import Identity

if TYPE_CHECKING:
    from storedesk.desk.paper_requests import PaperRequests

ANYTHING = Changed(tables=[*(table.name for table in TABLES if table.name not in CENTRAL_ONLY), "outbox"])


class DeskRequests:
    """Answers requests one after another; ``answer`` gives the reply and what changed, if anything."""

    def __init__(self, desk: OpenDesk, profile: Profile, clock: DeskClock, boot: str, app: str) -> None:
        known = desk.secrets
        self._app, self._practice = app, known.practice
        self.sync_state: SyncState | None = None
        """How the line was told to be last, for the diagnostics."""
        self.is_revoked = False
        """Nothing is saved any more; set on the thread that answers."""
        self._store, self._profile, self._clock = desk.store, profile, clock
        self._identity = Identity(known.device_id, known.place_id, known.desk)
        counter = PaperNumbers(profile.paper_numbers)
        self._numbers = DocumentNumbers(counter, known.place_code, known.desk)
        self._free_bytes = free_bytes_of(profile.folder)
        self._performer = Performer(desk.store, self._identity, clock, boot, self._free_bytes)
        self._papers: PaperRequests | None = None
        self._sign_in = SignIn(desk.store, known.place_id, bytes.fromhex(known.place_key or "00"))

    def note_sync(self, state: SyncState) -> SyncState:
        """How the line is, with whether the disk has little room; kept for the diagnostics."""
        self.sync_state = msgspec.structs.replace(state, low_disk=self._free_bytes() < LITTLE_FREE_BYTES)
        return self.sync_state

    def answer(self, message: Any) -> tuple[Any, Changed | None]:
        if self.is_revoked:
            return refusal(message), None
        match message:
            case Perform():
                return self._perform(message)
            case SignInMessage() | SignInByBadge() | CheckSupervisor():
                return self._who(message), None
            case PrintPaper():
                return self._print(message), None
            case TakeNumber():
                return self._take_number(message), None
            case KeepDraft():
                return self._keep_draft(message), None
            case SaveUnsent():
                return self._save_unsent(message), None
            case MakeBundle():
                return self._make_bundle(message), None
        raise TypeError(f"The worker has no answer to {type(message).__name__}")

    def may(self, staff_id: int, permission: str) -> bool:
        """As far as this desk knows; False where its database does not say."""
        try:
            with naming_trouble(), self._store.begin() as connection:
                view = self._store.rows(connection).view()
                act = Act("", permission, None, staff_id, self._identity.place_id, self._identity.desk)
                return may(view, act, permission, self._clock.now())
        except DatabaseTrouble:
            return False

    def _who(self, message: SignInMessage | SignInByBadge | CheckSupervisor) -> SignedIn:
        """A try that cannot be counted is not checked."""
        now, steady = self._clock.now(), self._clock.monotonic()
        try:
            with naming_trouble():
                if isinstance(message, SignInByBadge):
                    result = self._sign_in.by_badge(message.token, now)
                elif isinstance(message, CheckSupervisor):
                    result = self._sign_in.supervisor_by_pin(message.staff_id, message.pin, now, steady)
                else:
                    result = self._sign_in.by_pin(message.staff_id, message.pin, now, steady)
        except DatabaseTrouble:
            return SignedIn(request=message.request, outcome="unavailable")
        return SignedIn(request=message.request, **result._asdict())

    def _perform(self, message: Perform) -> tuple[Performed, Changed | None]:
        try:
            outcome = self._performer.perform(
                message.action_id, message.kind, bytes(message.args), message.staff_id, message.draft
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
        if self._papers is None:
            from storedesk.desk.paper_requests import (
                PaperRequests,  # PDF costs 0.1 s that no start should pay
            )

            self._papers = PaperRequests(
                self._store, self._identity, self._clock, self._numbers, self._practice
            )
        return self._papers.print(message)

    def _take_number(self, message: TakeNumber) -> Answered:
        try:
            with naming_trouble(), self._store.begin() as connection:
                number = self._numbers.of(connection, "record", message.record_id)
        except (DatabaseTrouble, OSError):
            return Answered(request=message.request, problem="database")
        return Answered(request=message.request, detail=number)

    def _keep_draft(self, message: KeepDraft) -> Answered:
        try:
            with naming_trouble(), self._store.begin() as connection:
                keep_draft(connection, message.name, message.content, self._clock.now())
        except DatabaseTrouble:
            return Answered(request=message.request, problem="database")
        return Answered(request=message.request)

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

    def _make_bundle(self, message: MakeBundle) -> Answered:
        """``detail`` is the size of the bundle in bytes."""
        from storedesk.desk.diagnostics import (
            bundle_parts,  # zip and platform are for the one time that support asks
            write_bundle,
        )

        try:
            with naming_trouble(), self._store.begin() as connection:
                parts = bundle_parts(self._profile, self._app, self.sync_state, connection)
                size = write_bundle(Path(message.path), parts)
        except DatabaseTrouble:
            return Answered(request=message.request, problem="database")
        except OSError as error:
            return Answered(request=message.request, problem="not_written", detail=error.strerror or "")
        return Answered(request=message.request, detail=str(size))
