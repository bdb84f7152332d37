"""A transfer that is being put together: its articles, and the places that could send them, the nearest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from storedesk.desk.stock_views import PlaceFigure, StockView


@dataclass(frozen=True, slots=True)
class WantedLine:
    """``quantity`` in smallest steps."""

    variant_id: int
    name: str
    detail: str
    sku: str
    category: str
    unit: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Sender:
    """A place that has some of what is wanted to spare: ``has`` of it, in all; ``has_all`` if every piece."""

    place: PlaceFigure
    has: int
    has_all: bool


@dataclass(frozen=True, slots=True)
class NewTransferView:
    """``senders`` with all that is wanted first, then the nearest."""

    lines: tuple[WantedLine, ...] = ()
    senders: tuple[Sender, ...] = ()

    @property
    def wanted(self) -> int:
        return sum(line.quantity for line in self.lines)


def derive_new_transfer(articles: tuple[StockView, ...], wanted: Mapping[int, int]) -> NewTransferView:
    lines = tuple(
        WantedLine(
            view.variant_id, view.name, " · ".join(part for part in (view.colour, view.size) if part), view.sku,
            view.category, view.unit, wanted[view.variant_id],
        )
        for view in articles
        if wanted.get(view.variant_id, 0) > 0
    )  # fmt: skip
    total = sum(line.quantity for line in lines)
    places: dict[int, PlaceFigure] = {}
    spare: dict[int, int] = {}
    for view in articles:
        for place in view.places:
            if not place.is_here:
                places[place.place_id] = place
                fits = min(place.online, wanted.get(view.variant_id, 0))
                spare[place.place_id] = spare.get(place.place_id, 0) + max(0, fits)
    senders = [Sender(places[key], has, has == total) for key, has in spare.items() if has]
    return NewTransferView(lines, tuple(sorted(senders, key=_order)))


def _order(sender: Sender) -> tuple[bool, bool, int, int, str]:
    far = sender.place.distance_km
    return (not sender.has_all, far is None, far or 0, -sender.has, sender.place.name)
