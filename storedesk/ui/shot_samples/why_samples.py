"""Samples of why this store: an order of two articles, and one of five."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec

from storedesk.protocol.wire import OrderWhy, WhyArticle, WhyPlace

NOW = 1_795_439_100_000
_MINUTE = 60_000
_WINTER = timezone(timedelta(hours=1))
GBG, BORAS = "Göteborg Centrum", "Borås"


def why_clock(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(_WINTER):%H:%M}"


WHY = OrderWhy(
    now=NOW, order_id="o-47815", number="47815", delivery="sent", rule="One parcel, store within 25 km", rule_number=1,
    articles=[
        WhyArticle(variant_id=1, name="Alva", wanted=1),
        WhyArticle(variant_id=2, name="Ull 3-pack", wanted=1),
    ],
    places=[
        WhyPlace(
            place_id=number, name=name, km=km, stock=stock, parcels=parcels, most_parcels=most,
            as_of=NOW - age * _MINUTE if age else 0, outcome=outcome, why=why, figure=figure, against=against,
            article=1, has_it=outcome == "chosen",
        )
        for number, name, km, stock, parcels, most, age, outcome, why, figure, against in (
            (1, "Mölndal", 7, [3, 6], 12, 30, 1, "chosen", "nearest", 7, 0),
            (2, "Central warehouse", 146, [1180, 31], 1310, 2000, 0, "next", "not_needed", 146, 0),
            (3, GBG, 2, [2, 8], 40, 40, 3, "no", "full", 40, 40),
            (4, "Kungsbacka", 28, [4, 3], 4, 20, 4, "no", "too_far", 28, 25),
            (5, BORAS, 22, [0, 2], 9, 20, 7, "no", "too_little", 0, 1),
            (6, "Malmö", None, [5, 4], 11, None, 105, "no", "switched_off", 0, 0),
        )
    ],
)  # fmt: skip
_MORE = ("Vandringskänga Rask Mid", "Termos Sten 1,0 L", "Tält Vide 2")
WHY_MANY = msgspec.structs.replace(
    WHY,
    articles=[*WHY.articles, *(WhyArticle(variant_id=3 + n, name=name, wanted=1) for n, name in enumerate(_MORE))],
    places=[
        msgspec.structs.replace(
            place, stock=[*place.stock, 4, 0 if place.place_id == 5 else 2, 9],
            article=4 if place.place_id == 5 else place.article,
        )
        for place in WHY.places
    ],
)  # fmt: skip
