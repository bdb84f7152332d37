"""How large a simulated chain is: its stores, its desks, and which of them serve customers."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from storedesk.domain.records import Place, Staff, StagingBin
from tests.small_shop import ELIN, GBG, MAJA, MAL, OSKAR, WEEK

FURTHER_STORES = (3, 4, 5, 6, 7, 8)
SERVICE = 20
"""The place of customer service."""
BINS = ("H1", "H2", "H4")


class Device(NamedTuple):
    index: int
    number: int
    place_id: int
    device_id: str

    @property
    def code(self) -> str:
        return f"GBG-{self.place_id}-{self.number}"


class Shape:
    """Four desks stand in two stores; of more, one in ten belongs to customer service, and stores have four."""

    def __init__(self, desks: int = 4) -> None:
        self.desks = desks

    @cached_property
    def stores(self) -> tuple[int, ...]:
        further = max(0, min((self.desks - 1) // 4 - 1, len(FURTHER_STORES)))
        return (GBG, MAL, *FURTHER_STORES[:further])

    @property
    def service_desks(self) -> int:
        return 0 if self.desks <= 4 else max(1, self.desks // 10)

    def places_of_desks(self) -> Iterator[tuple[int, int]]:
        """The number and the place of each desk."""
        in_stores = self.desks - self.service_desks
        for index in range(in_stores):
            store = index * len(self.stores) // in_stores
            first = next(
                other for other in range(index + 1) if other * len(self.stores) // in_stores == store
            )
            yield index - first + 1, self.stores[store]
        for number in range(1, self.service_desks + 1):
            yield number, SERVICE

    def further_places(self) -> Iterator[object]:
        """What the small shop lacks of these places; the later half of the stores is a region of its own."""
        for place in self.stores[2:]:
            region = "nordic" if place <= 4 else "south"
            yield Place(
                place, f"ST{chr(62 + place)}", f"Store {place}", "store", region, "SE", "SEK", "Europe/Stockholm", WEEK,
                "{}", "", "",
            )  # fmt: skip
            yield from (StagingBin(place, code, 3) for code in BINS)
            yield from self._people(place, ("sales_associate", "sales_associate", "store_manager"))
        if self.service_desks:
            yield Place(
                SERVICE, "CS", "Customer service", "customer_service", "nordic", "SE", "SEK",
                "Europe/Stockholm", WEEK, "{}", "", "",
            )  # fmt: skip
            yield from self._people(SERVICE, ("customer_service", "customer_service", "head_office"))

    def _people(self, place: int, roles: tuple[str, ...]) -> Iterator[Staff]:
        for staff, role in zip((ELIN, OSKAR, MAJA), roles, strict=True):
            yield Staff(place, staff, f"Person {staff}", f"P{staff}", role, "", "", 0, None, staff)
