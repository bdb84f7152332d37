"""How ready each job of a desk is for work without a line: what is here, how old, until when it is good."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from storedesk.desk.quote_details import INDICATIVE_AFTER_MS
from storedesk.domain.price_list import BASE
from storedesk.domain.second_check import SILENCE_MS
from storedesk.storage.readiness_reads import AccountHead, Holdings, PriceLists

OLD_MS = 30 * 60_000
_LONGEST_CHAIN = 12


class Job(StrEnum):
    """In the order of the screen."""

    PICKUPS = "pickups"
    STOCK = "stock"
    ORDERS = "orders"
    QUOTES = "quotes"
    RIGHTS = "rights"
    LABELS = "labels"
    REFUNDS = "refunds"
    PRINTING = "printing"


class Ready(StrEnum):
    """``part`` where something is missing, ``old`` where it is here and no longer fresh, ``queued`` where it is kept and
    goes out later, ``none`` where the job cannot be done without a line."""

    FULL = "full"
    OLD = "old"
    PART = "part"
    QUEUED = "queued"
    NONE = "none"


_SCOPES = {
    Job.PICKUPS: {"orders", "persons"},
    Job.STOCK: {"stock", "catalogue"},
    Job.ORDERS: {"orders", "persons"},
    Job.QUOTES: {"quotes", "accounts", "prices", "catalogue"},
}


@dataclass(frozen=True, slots=True)
class JobReady:
    """``have`` of ``want`` are here; ``as_of`` and ``good_until`` in UTC ms, None where time does not matter. ``more`` is
    the figure of the second part: places of stock, supervisors, unsure papers."""

    job: Job
    ready: Ready
    have: int
    want: int
    as_of: int | None = None
    good_until: int | None = None
    more: int = 0
    refetching: bool = False

    @property
    def part(self) -> float:
        return 1.0 if self.want <= 0 else min(1.0, self.have / self.want)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """When the hub was last heard with all its news (UTC ms, None for never), the time now, and whether a printer is
    set up."""

    heard_at: int | None
    now: int
    has_printer: bool = True


def jobs_ready(held: Holdings, line: LineFacts) -> tuple[JobReady, ...]:
    """Everything the desk follows is as of one moment: that of its last complete round."""
    heard = line.heard_at
    old = heard is None or line.now - heard > OLD_MS
    named, buyers = held.pickups - held.unnamed, accounts_that_buy(held.accounts, held.lists)
    priced = accounts_with_prices(buyers, held.lists)
    again = jobs_of_scopes(held.refetching)
    quiet = _after(heard, SILENCE_MS)
    indicative = _after(heard, INDICATIVE_AFTER_MS)
    return (
        JobReady(
            Job.PICKUPS, _of(named, held.pickups, _past(quiet, line.now)), named, held.pickups, heard, quiet,
            refetching=Job.PICKUPS in again,
        ),
        JobReady(
            Job.STOCK, _of(held.articles, held.articles, old, none=not held.articles), held.articles, held.articles,
            heard, None, held.places, Job.STOCK in again,
        ),
        JobReady(Job.ORDERS, _of(1, 1, old), held.orders, held.orders, heard, None, refetching=Job.ORDERS in again),
        JobReady(
            Job.QUOTES, _of(priced, len(buyers), _past(indicative, line.now)), priced, len(buyers),
            heard, indicative, refetching=Job.QUOTES in again,
        ),
        JobReady(
            Job.RIGHTS, _of(held.with_pin, held.staff, False, none=not held.with_pin), held.with_pin, held.staff,
            heard, None, held.supervisors,
        ),
        JobReady(Job.LABELS, Ready.FULL if held.has_signing_key else Ready.NONE, int(held.has_signing_key), 1),
        JobReady(Job.REFUNDS, Ready.QUEUED, held.refunds, 0),
        JobReady(
            Job.PRINTING, _printing(held, line), held.prints, 0, held.prints_since, None, held.unsure,
        ),
    )  # fmt: skip


def jobs_of_scopes(scopes: tuple[str, ...]) -> frozenset[Job]:
    """The jobs that what is in these scopes is needed for."""
    kinds = {scope.partition(":")[0] for scope in scopes}
    return frozenset(job for job, needed in _SCOPES.items() if kinds & needed)


def counter_until(jobs: tuple[JobReady, ...], closes_at: int | None) -> int | None:
    """Until when (UTC ms) all at the counter can be done as always: closing time, or what gets too old before it.
    None where something is missing already or nobody knows the hours."""
    if closes_at is None or any(job.ready is Ready.NONE and job.job is not Job.LABELS for job in jobs):
        return None
    ends = [job.good_until for job in jobs if job.good_until is not None]
    return min([closes_at, *ends])


def accounts_that_buy(accounts: tuple[AccountHead, ...], lists: PriceLists) -> tuple[AccountHead, ...]:
    """Those with a list of their own, or with a currency in which the shop has prices at all: for the others there is
    nothing centrally either."""
    sold_in = {currency for code, currency in lists.priced if code == BASE or code in lists.parents}
    return tuple(one for one in accounts if one.price_list or one.currency in sold_in)


def accounts_with_prices(accounts: tuple[AccountHead, ...], lists: PriceLists) -> int:
    """Accounts whose own list, or one above it, is here with prices in their currency; those without a list of their
    own take the base."""
    return sum(_has_prices(account, lists) for account in accounts)


def _has_prices(account: AccountHead, lists: PriceLists) -> bool:
    code = account.price_list or BASE
    if account.price_list and code not in lists.parents:
        return False
    return any((one, account.currency) in lists.priced for one in _upwards(code, lists.parents))


def _upwards(code: str, parents: Mapping[str, str]) -> list[str]:
    """The list and those above it, the base last; a circle ends where it began."""
    found: list[str] = []
    while code and code not in found and len(found) < _LONGEST_CHAIN:
        found.append(code)
        code = parents.get(code, "")
    return found if BASE in found else [*found, BASE]


def _of(have: int, want: int, old: bool, none: bool = False) -> Ready:
    if none:
        return Ready.NONE
    if have < want:
        return Ready.PART
    return Ready.OLD if old else Ready.FULL


def _printing(held: Holdings, line: LineFacts) -> Ready:
    if not line.has_printer:
        return Ready.PART
    return Ready.QUEUED if held.prints or held.unsure else Ready.FULL


def _after(heard: int | None, span: int) -> int | None:
    return None if heard is None else heard + span


def _past(end: int | None, now: int) -> bool:
    return end is None or now >= end
