"""Signing in at a desk by PIN or badge, with tries that outlive the program."""

import hmac
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from storedesk.actions.rights import PERMISSIONS
from storedesk.domain.badge import badge_hash
from storedesk.domain.records import Staff
from storedesk.storage.desk_store import DeskStore
from storedesk.storage.pin_tries import PinTries, pin_tries, save_pin_tries

FREE_TRIES = 5
MANAGER_AFTER = 10
MINUTE_MS = 60_000


class SignInResult(NamedTuple):
    """``outcome``: in, wrong, blocked, unknown, no_supervisor."""

    outcome: str
    staff_id: int = 0
    tries_left: int = 0
    blocked_until: int = 0


def wait_after(wrong: int) -> int:
    """Milliseconds before the next try: none for five, then 1, 2, 4 … minutes; a day after ten."""
    if wrong < FREE_TRIES:
        return 0
    return 24 * 60 * MINUTE_MS if wrong >= MANAGER_AFTER else MINUTE_MS << (wrong - FREE_TRIES)


class SignIn:
    """Checks who stands at the desk; used by the thread that owns the writing connection."""

    def __init__(self, store: DeskStore, place_id: int, place_key: bytes) -> None:
        self._store, self._place_id, self._place_key = store, place_id, place_key
        self._hasher = PasswordHasher()

    def by_pin(self, staff_id: int, pin: str, now: int, steady: int) -> SignInResult:
        """Counts the try first, durably, then checks it; a right PIN clears the count.

        ``steady`` are the milliseconds of a clock that runs on over restarts of the program and that nobody
        can set: a wait ends only when both clocks have passed it.
        """
        with self._store.begin() as connection:
            staff = self._store.rows(connection).view().get(Staff, self._place_id, staff_id)
            tries = pin_tries(connection, staff_id)
            if not isinstance(staff, Staff) or not staff.pin_hash or not _works(staff, now):
                return SignInResult("unknown")
            blocked_until = _blocked_until(tries, now, steady)
            if blocked_until:
                return SignInResult("blocked", staff_id, 0, blocked_until)
            wrong = tries.wrong + 1
            wait = wait_after(wrong)
            until = now + wait if wait else 0
            save_pin_tries(connection, staff_id, PinTries(wrong, until, steady + wait if wait else 0))
        if not self._is_right(staff.pin_hash, pin):
            outcome = "blocked" if until else "wrong"
            return SignInResult(outcome, staff_id, max(0, FREE_TRIES - wrong), until)
        with self._store.begin() as connection:
            save_pin_tries(connection, staff_id, PinTries(0))
        return SignInResult("in", staff_id)

    def supervisor_by_pin(self, staff_id: int, pin: str, now: int, steady: int) -> SignInResult:
        """As ``by_pin``, with the same tries, for who may supervise; for others nothing is checked or counted."""
        with self._store.begin() as connection:
            staff = self._store.rows(connection).view().get(Staff, self._place_id, staff_id)
        if isinstance(staff, Staff) and not may_supervise(staff):
            return SignInResult("no_supervisor")
        return self.by_pin(staff_id, pin, now, steady)

    def by_badge(self, token: str, now: int) -> SignInResult:
        wanted = badge_hash(self._place_key, token)
        with self._store.begin() as connection:
            people = self._store.rows(connection).view().among(Staff, place_id=self._place_id)
        for staff in people:
            if staff.badge_hash and hmac.compare_digest(staff.badge_hash, wanted) and _works(staff, now):
                return SignInResult("in", staff.staff_id)
        return SignInResult("unknown")

    def _is_right(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(pin_hash, pin[:64])
        except (VerificationError, InvalidHashError):
            return False


def _blocked_until(tries: PinTries, now: int, steady: int) -> int:
    """The desk's time at which the next try is taken, 0 for now. After a start of the machine the steady
    clock begins anew and counts no more."""
    same_start = tries.steady_until - wait_after(tries.wrong) <= steady < tries.steady_until
    left = max(tries.blocked_until - now, tries.steady_until - steady if same_start else 0)
    return now + left if left > 0 else 0


def may_supervise(staff: Staff) -> bool:
    return "supervise" in PERMISSIONS.get(staff.role, frozenset())


def _works(staff: Staff, now: int) -> bool:
    return staff.active_from <= now and (staff.active_until is None or now < staff.active_until)
