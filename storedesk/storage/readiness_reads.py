"""The figures of what a desk holds for work without a line, from its own rows."""

from typing import NamedTuple

from storedesk.actions.rights import PERMISSIONS
from storedesk.domain import pickup_state
from storedesk.domain.signed_code import SIGNING_KEY
from storedesk.storage.handover_reads import setting_of
from storedesk.storage.row_reader import Driver

_OPEN = tuple(sorted(pickup_state.OPEN))
_REFUNDING = ("TakeBackGoods", "ReleaseNotCollected")


class AccountHead(NamedTuple):
    """An account's own price list (empty for the base) and its currency."""

    price_list: str
    currency: str


class PriceLists(NamedTuple):
    """``parents`` by code of the lists that are here, ``priced`` the lists and currencies that have prices."""

    parents: dict[str, str]
    priced: frozenset[tuple[str, str]]


class Holdings(NamedTuple):
    """Counts of what is here; times in UTC ms. ``unnamed`` are open pickups whose person is not here, ``prints``
    papers that wait for a printer and ``unsure`` those that may have come out; ``refetching`` are scopes that are being
    fetched again."""

    pickups: int
    unnamed: int
    articles: int
    places: int
    stock_changed_at: int | None
    tills_heard_at: int | None
    orders: int
    oldest_order_at: int | None
    accounts: tuple[AccountHead, ...]
    lists: PriceLists
    staff: int
    with_pin: int
    supervisors: int
    has_signing_key: bool
    refunds: int
    prints: int
    prints_since: int | None
    unsure: int
    refetching: tuple[str, ...] = ()


def holdings(connection: Driver, place_id: int) -> Holdings:
    """Reads counts only; some tens of milliseconds on a large desk, so never on the window's thread."""

    def row(sql: str, *values: int | str) -> tuple[int, ...]:
        found: tuple[int, ...] = connection.execute(sql, values).fetchone()
        return found

    marks = ", ".join("?" * len(_OPEN))
    open_here = f"FROM fulfilment f WHERE f.place_id = ? AND f.kind <> 'ship' AND f.state IN ({marks})"
    (pickups,) = row(f"SELECT count(*) {open_here}", place_id, *_OPEN)
    nobody = "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.order_id = f.order_id)"
    (unnamed,) = row(f"SELECT count(*) {open_here} {nobody}", place_id, *_OPEN)
    (articles,) = row("SELECT count(DISTINCT variant_id) FROM stock_level WHERE location_id = ?", place_id)
    (places,) = row("SELECT count(DISTINCT location_id) FROM stock_level")
    (changed,) = row("SELECT max(changed_at) FROM stock_level WHERE location_id = ?", place_id)
    tills = connection.execute(
        "SELECT last_sale_at FROM till_feed WHERE location_id = ?", (place_id,)
    ).fetchone()
    orders, oldest = row("SELECT count(*), min(placed_at) FROM orders")
    staff, with_pin = row(
        "SELECT count(*), coalesce(sum(pin_hash <> ''), 0) FROM staff WHERE place_id = ? AND active_until IS NULL",
        place_id,
    )
    prints, prints_since, unsure = row(
        "SELECT coalesce(sum(state IN ('waiting', 'sending')), 0), "
        "min(CASE WHEN state IN ('waiting', 'sending') THEN made_at END), coalesce(sum(state = 'unsure'), 0) "
        "FROM print_job"
    )
    (refunds,) = row("SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind IN (?, ?)", *_REFUNDING)
    again = connection.execute("SELECT scope FROM scope_state WHERE refetching > 0 ORDER BY scope")
    refetching = tuple(str(scope) for (scope,) in again)
    return Holdings(
        pickups, unnamed, articles, places, changed, tills[0] if tills else None, orders, oldest,
        _accounts(connection), _price_lists(connection), staff, with_pin, _supervisors(connection, place_id),
        bool(setting_of(connection, 0, SIGNING_KEY)), refunds, prints, prints_since, unsure, refetching,
    )  # fmt: skip


def _accounts(connection: Driver) -> tuple[AccountHead, ...]:
    found = connection.execute(
        "SELECT price_list, currency FROM company WHERE kind = 'company' AND merged_into IS NULL"
    )
    return tuple(AccountHead(*one) for one in found)


def _price_lists(connection: Driver) -> PriceLists:
    parents = {
        str(code): str(parent) for code, parent in connection.execute("SELECT code, parent FROM price_list")
    }
    priced = connection.execute("SELECT DISTINCT list_code, currency FROM price")
    return PriceLists(parents, frozenset((str(code), str(currency)) for code, currency in priced))


def _supervisors(connection: Driver, place_id: int) -> int:
    roles = [role for role, may in PERMISSIONS.items() if "supervise" in may]
    marks = ", ".join("?" * len(roles))
    found = connection.execute(
        f"SELECT count(*) FROM staff WHERE place_id = ? AND active_until IS NULL AND role IN ({marks})",
        (place_id, *roles),
    )
    return int(found.fetchone()[0])
