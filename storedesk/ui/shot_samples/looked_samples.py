"""Samples of what a company looked at online."""

from storedesk.desk.looked_at import LookedAt, LookedRow
from storedesk.desk.moments import Moment
from storedesk.ui.shot_samples.pickup_samples import clock

_YES = Moment(1_772_445_600_000, "10:00", "2026-03-02", -266)
_YESTERDAY = Moment(1_795_344_000_000, "15:20", "2026-11-22", -1)
_FRIDAY = Moment(1_795_170_000_000, "11:05", "2026-11-20", -3)
_OLDEST = Moment(1_792_800_000_000, "08:40", "2026-10-24", -30)


def _days(**looks: int) -> tuple[int, ...]:
    """``d0`` is today, ``d13`` thirteen days ago."""
    return tuple(looks.get(f"d{back}", 0) for back in range(13, -1, -1))


LOOKED = LookedAt(
    1,
    (
        LookedRow(21, "Varseljacka Sikt", "Yellow · XL", "jackets", 3, clock("09:12"), ("Anna Lindberg",),
                  _days(d0=1, d3=1, d6=1)),
        LookedRow(22, "Skyddskänga Stål", "43", "boots", 2, _YESTERDAY, ("Anna Lindberg", "Tomas Kvist"),
                  _days(d1=1, d3=1)),
        LookedRow(23, "Arbetsbälte Rem", "", "", 1, _FRIDAY, ("Tomas Kvist",), _days(d3=1)),
        LookedRow(12, "Fleecejacka Ljung", "Granite · L", "fleece", 4, clock("09:20"), ("Anna Lindberg",),
                  _days(d0=1, d3=1, d5=1, d8=1)),
        LookedRow(11, "Skaljacka Alva", "Forest green · M", "jackets", 2, _FRIDAY, (), _days(d3=1, d4=1)),
    ),
    ("Webshop B2B",),
    (("Anna Lindberg", _YES),),
    _OLDEST,
)  # fmt: skip
