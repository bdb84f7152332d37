"""Invented customers: names, phones from the ranges reserved for fiction, mail at example.se."""

from typing import NamedTuple

from storedesk.connectors.sample_shop.dice import Dice
from storedesk.domain.ids import derived_id
from storedesk.domain.plain_text import fold, phone_digits
from storedesk.domain.records import Address, Person, Place

_FIRST = (
    "Anna", "Erik", "Eva", "Lars", "Karin", "Johan", "Maria", "Per", "Sara", "Nils", "Lina", "Olle", "Mona",
    "Henrik", "Jari", "Kristin", "Sofia", "Cecilia", "Amina", "Omar", "Linnéa", "Björn", "Åsa", "Torbjörn",
    "Ingrid", "Håkon", "Mette", "Søren", "Aino", "Väinö", "Elif", "David", "Moa", "Viktor", "Ebba", "Isak",
    "Wilma", "Noah", "Tuva", "Samir",
)  # fmt: skip
_LAST = (
    "Andersson", "Berg", "Dahl", "Ek", "Eklund", "Forsberg", "Gran", "Holm", "Holt", "Isaksson", "Jonsson",
    "Kvist", "Lind", "Lund", "Marin", "Niemi", "Nordin", "Öberg", "Olsen", "Pihl", "Rydh", "Sand", "Ström",
    "Sund", "Virtanen", "Wallin", "Åkesson", "Ödman", "Brandt", "Aas", "Hassan", "Yilmaz", "Sørensen",
    "Mikkelsen", "Laine", "Korhonen", "Björk", "Nyström", "Ahlgren", "Fält",
)  # fmt: skip
_MAIL_LETTERS = str.maketrans("åäöæøéü ", "aaoaoeu.")


class Customer(NamedTuple):
    """A person who buys; the id groups orders without naming anybody."""

    id: str
    name: str
    phone: str
    email: str


class People:
    """Hands out customers; each new one has a phone of its own for as long as the ranges last."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._dice = Dice(seed, "people")
        self._used = 0

    def named(self, name: str, phone: str = "", number: int = 1) -> Customer:
        """A customer with this name; another ``number`` makes another person of the same name."""
        mail = name.lower().translate(_MAIL_LETTERS) + (str(number) if number > 1 else "")
        return Customer(
            derived_id("sample customer", str(self._seed), name, str(number)),
            name,
            phone or self._next_phone(),
            f"{mail}@example.se",
        )

    def somebody(self) -> Customer:
        name = f"{self._dice.pick(_FIRST)} {self._dice.pick(_LAST)}"
        return self.named(name, number=2 + self._used)

    def _next_phone(self) -> str:
        """070-174 06 05 to 99, then 031-390 06 10 to 99, then from the beginning."""
        self._used += 1
        place = (self._used - 1) % 184
        if place < 94:
            number = 5 + place if place < 7 else 6 + place
            return f"070-174 06 {number:02d}"
        return f"031-390 06 {place - 84:02d}"


def person_row(customer: Customer, holder: int, order_id: str, role: str, language: str = "sv") -> Person:
    """The row of a name beside an order; only a buyer and a recipient carry phone and mail."""
    reachable = role != "collector"
    return Person(
        derived_id("sample person", order_id, role), str(holder), order_id, role,
        customer.id if role == "buyer" else "", customer.name, fold(customer.name),
        customer.phone if reachable else "", phone_digits(customer.phone, "SE") if reachable else "",
        customer.email if reachable else "", language,
    )  # fmt: skip


def address_row(customer: Customer, place: Place, order_id: str, number: int) -> Address:
    """Where the buyer lives, in a street of fiction in the store's town."""
    town = place.address.rpartition(", ")[2]
    postcode, _, city = town.rpartition(" ")
    return Address(
        derived_id("sample address", order_id), str(place.id), order_id, "shipping", customer.name,
        f"Exempelgatan {100 + number}", postcode, city, place.country,
    )  # fmt: skip
