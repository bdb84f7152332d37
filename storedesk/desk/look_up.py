"""What the scan resolver asks for, and the answers of a desk's database."""

from typing import Protocol

from storedesk.domain.records import Parcel, Place
from storedesk.domain.signed_code import SIGNING_KEY
from storedesk.storage import desk_reads, desk_search
from storedesk.storage.desk_account_reads import CompanyHit, companies_found
from storedesk.storage.handover_reads import setting_of
from storedesk.storage.read_records import BinRecord, OrderHit, PickupRecord, VariantHit
from storedesk.storage.row_reader import Driver

MOST_COMPANIES = 8


MOST_ARTICLES, MOST_ORDERS = 5, 20


class LookUp(Protocol):
    """The questions of one scan; answers come from this desk alone."""

    def pickup(self, fulfilment_id: str) -> PickupRecord | None: ...
    def parcel(self, parcel_id: str) -> tuple[Parcel, PickupRecord] | None: ...
    def place(self, code: str) -> Place | None: ...
    def place_by_id(self, place_id: int) -> Place | None: ...
    def bins(self, place_id: int) -> tuple[BinRecord, ...]: ...
    def in_bin(self, place_id: int, code: str) -> tuple[PickupRecord, ...]: ...
    def orders_numbered(self, number: str) -> tuple[OrderHit, ...]: ...
    def orders(self, text: str) -> tuple[OrderHit, ...]: ...
    def orders_by_part(self, text: str) -> tuple[OrderHit, ...]: ...
    def orders_of(self, skus: tuple[str, ...]) -> tuple[OrderHit, ...]: ...
    def articles_of_scan(self, digits: str) -> tuple[VariantHit, ...]: ...
    def articles_by_code(self, code: str) -> tuple[VariantHit, ...]: ...
    def articles(self, text: str) -> tuple[VariantHit, ...]: ...
    def companies(self, text: str) -> tuple[CompanyHit, ...]: ...
    def signing_key(self) -> str: ...


class DeskLookUp:
    """Answers through a read-only connection; not safe for several threads at once."""

    def __init__(self, connection: Driver) -> None:
        self._connection = connection

    def pickup(self, fulfilment_id: str) -> PickupRecord | None:
        return desk_reads.pickup_by_id(self._connection, fulfilment_id)

    def parcel(self, parcel_id: str) -> tuple[Parcel, PickupRecord] | None:
        return desk_reads.parcel_by_id(self._connection, parcel_id)

    def place(self, code: str) -> Place | None:
        return desk_reads.place_by_code(self._connection, code)

    def place_by_id(self, place_id: int) -> Place | None:
        return desk_reads.place_by_id(self._connection, place_id)

    def bins(self, place_id: int) -> tuple[BinRecord, ...]:
        return desk_reads.bins_of_place(self._connection, place_id)

    def in_bin(self, place_id: int, code: str) -> tuple[PickupRecord, ...]:
        return desk_reads.pickups_in_bin(self._connection, place_id, code)

    def orders_numbered(self, number: str) -> tuple[OrderHit, ...]:
        return desk_search.orders_numbered(self._connection, number)

    def orders(self, text: str) -> tuple[OrderHit, ...]:
        return desk_search.orders_matching(self._connection, text)

    def orders_by_part(self, text: str) -> tuple[OrderHit, ...]:
        return desk_search.orders_by_part(self._connection, text, MOST_ORDERS)

    def orders_of(self, skus: tuple[str, ...]) -> tuple[OrderHit, ...]:
        return desk_search.orders_with_articles(self._connection, skus[:MOST_ARTICLES], MOST_ORDERS)

    def articles_of_scan(self, digits: str) -> tuple[VariantHit, ...]:
        return desk_search.variants_of_scan(self._connection, digits)

    def articles_by_code(self, code: str) -> tuple[VariantHit, ...]:
        return desk_search.variants_by_code(self._connection, code)

    def articles(self, text: str) -> tuple[VariantHit, ...]:
        return desk_search.variants_matching(self._connection, text)

    def companies(self, text: str) -> tuple[CompanyHit, ...]:
        return companies_found(self._connection, text, MOST_COMPANIES)

    def signing_key(self) -> str:
        """The public part of the key by which the hub signs customers' codes, in hex; empty if not known."""
        return setting_of(self._connection, 0, SIGNING_KEY) or ""
