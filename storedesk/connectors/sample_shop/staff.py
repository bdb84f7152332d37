"""Who works where in the sample shop, with PINs and badges that are known."""

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from argon2.low_level import Type, hash_secret

from storedesk.connectors.sample_shop import places as p
from storedesk.domain.badge import badge_hash
from storedesk.domain.codes import BadgeCode, qr_text
from storedesk.domain.records import Staff


class SamplePin(NamedTuple):
    """One person's sign-in, to be printed in the demo's guide; ``badge`` is the code a scanner reads."""

    place_id: int
    staff_id: int
    name: str
    pin: str
    badge: str


_A, _M, _S = "sales_associate", "store_manager", "customer_service"
_PEOPLE: tuple[tuple[int, int, str, str, str], ...] = (
    (p.GOTEBORG, 101, "Elin L.", _A, "1470"), (p.GOTEBORG, 102, "Oskar S.", _A, "2580"),
    (p.GOTEBORG, 103, "Maja A.", _M, "3690"), (p.GOTEBORG, 104, "Amir H.", _S, "4712"),
    (p.GOTEBORG, 105, "Jenny T.", _A, "5823"),
    (p.STOCKHOLM, 201, "Nils B.", _A, "2101"), (p.STOCKHOLM, 202, "Fatima K.", _M, "2102"),
    (p.STOCKHOLM, 203, "Hugo V.", _A, "2103"),
    (p.MALMO, 301, "Signe D.", _A, "3101"), (p.MALMO, 302, "Tareq M.", _M, "3102"),
    (p.OSLO, 401, "Ingrid N.", _A, "4101"), (p.OSLO, 402, "Lars-Erik F.", _M, "4102"),
    (p.KOBENHAVN, 501, "Mette J.", _A, "5101"), (p.KOBENHAVN, 502, "Anders P.", _M, "5102"),
    (p.HELSINKI, 601, "Aino R.", _A, "6101"), (p.HELSINKI, 602, "Ville S.", _M, "6102"),
    (p.JONKOPING, 1001, "Petra W.", _A, "7101"), (p.JONKOPING, 1002, "Kent Å.", _M, "7102"),
    (p.SERVICE, 2001, "Camilla E.", _S, "8101"), (p.SERVICE, 2002, "Yusuf A.", _S, "8102"),
)  # fmt: skip


def badge_token(number: int) -> str:
    """Says nothing by itself, and is the same in every sample shop."""
    return hashlib.sha256(f"sample badge:{number}".encode()).hexdigest()[:10].upper()


PINS = tuple(
    SamplePin(place, number, name, pin, qr_text(BadgeCode(badge_token(number))))
    for place, number, name, _, pin in _PEOPLE
)


def staff(seed: int, active_from: int, place_key: Callable[[int], bytes]) -> Iterator[Staff]:
    """The rows; ``active_from`` in UTC milliseconds, ``place_key`` the key of a place by its id."""
    position: dict[int, int] = {}
    for place, number, name, role, pin in _PEOPLE:
        position[place] = position.get(place, 0) + 1
        initials = name[0] + name.split()[-1][0]
        yield Staff(
            place,
            number,
            name,
            initials.upper(),
            role,
            _pin_hash(seed, number, pin),
            badge_hash(place_key(place), badge_token(number)),
            active_from,
            None,
            position[place],
        )


def _pin_hash(seed: int, number: int, pin: str) -> str:
    """Argon2id at its smallest size: these PINs are published, a real hub hashes with its own settings."""
    salt = hashlib.sha256(f"{seed}:{number}".encode()).digest()[:16]
    return hash_secret(
        pin.encode(), salt, time_cost=1, memory_cost=64, parallelism=1, hash_len=32, type=Type.ID
    ).decode()
