"""How staged goods are split into parcels, and which parcels a handover takes along."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

Line = TypeVar("Line", bound=Hashable)

MOST_PARCELS = 99

NO_PARCEL = "parcel_missing"
TOO_MANY_PARCELS = "parcel_too_many"
EMPTY_PARCEL = "parcel_empty"
NOT_A_QUANTITY = "parcel_quantity_not_positive"
NOT_STAGED = "parcel_line_not_staged"
MORE_THAN_STAGED = "parcel_more_than_staged"
LESS_THAN_STAGED = "parcel_less_than_staged"
OF_ANOTHER_ORDER = "parcel_of_another_order"
TAKEN_AND_LEFT = "parcel_taken_and_left"
NOT_ACCOUNTED_FOR = "parcel_not_accounted_for"
NOTHING_TAKEN = "parcel_none_taken"


class ParcelsDoNotFit(ValueError):
    """The parcels do not hold exactly what was staged; `reason` is the key of the text."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The parcels do not hold exactly what was staged ({reason}).")
        self.reason = reason


class Parcel(NamedTuple, Generic[Line]):
    """Parcel `number` of `total`; `quantities` maps fulfilment lines to smallest steps."""

    number: int
    total: int
    quantities: Mapping[Line, int]

    @property
    def label(self) -> str:
        """What the label says, like "1/2"."""
        return f"{self.number}/{self.total}"


def split_reason(staged: Mapping[Line, int], parcels: Sequence[Mapping[Line, int]]) -> str | None:
    """None when `parcels` hold exactly the staged quantities (by line), else the reason key."""
    if not parcels:
        return NO_PARCEL
    if len(parcels) > MOST_PARCELS:
        return TOO_MANY_PARCELS
    packed: dict[Line, int] = {}
    for parcel in parcels:
        if not parcel:
            return EMPTY_PARCEL
        for line, quantity in parcel.items():
            if quantity <= 0:
                return NOT_A_QUANTITY
            packed[line] = packed.get(line, 0) + quantity
    return _difference(staged, packed)


def _difference(staged: Mapping[Line, int], packed: Mapping[Line, int]) -> str | None:
    if any(staged.get(line, 0) <= 0 for line in packed):
        return NOT_STAGED
    if any(quantity > staged[line] for line, quantity in packed.items()):
        return MORE_THAN_STAGED
    if any(packed.get(line, 0) < quantity for line, quantity in staged.items()):
        return LESS_THAN_STAGED
    return None


def split_into_parcels(
    staged: Mapping[Line, int], parcels: Sequence[Mapping[Line, int]]
) -> tuple[Parcel[Line], ...]:
    """Numbered parcels that hold exactly what was staged; raises ParcelsDoNotFit with a reason key."""
    reason = split_reason(staged, parcels)
    if reason is not None:
        raise ParcelsDoNotFit(reason)
    return tuple(Parcel(number, len(parcels), dict(lines)) for number, lines in enumerate(parcels, 1))


def handover_reason(on_shelf: Collection[str], taken: Collection[str], left: Collection[str]) -> str | None:
    """None when each parcel id on the shelf is either taken or stated as left, else the reason key."""
    if not set(taken) | set(left) <= set(on_shelf):
        return OF_ANOTHER_ORDER
    if set(taken) & set(left):
        return TAKEN_AND_LEFT
    if set(taken) | set(left) != set(on_shelf):
        return NOT_ACCOUNTED_FOR
    return None if taken else NOTHING_TAKEN
