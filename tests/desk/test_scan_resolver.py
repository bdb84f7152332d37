"""One resolver for every scan and search: its order, other stores, and that it never raises."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.desk import scan_resolver as sr
from storedesk.domain import codes
from storedesk.domain import records as r
from storedesk.storage.desk_account_reads import CompanyHit
from storedesk.storage.read_records import BinRecord, OrderHit, PickupRecord, VariantHit

Make = Callable[..., Any]
HOURS = "[" + ",".join(['[["10:00","19:00"]]'] * 7) + "]"
HERE = r.Place(1, "GBG", "Göteborg", "store", "", "SE", "SEK", "Europe/Stockholm", HOURS, "{}", "", "")
AWAY = HERE._replace(id=2, code="MOL", name="Mölndal", address="Storgatan 1", phone="031-390 06 00")
NOON = 1_795_431_600_000
VARIANT = r.Variant(11, 5, "ALV-2201-SKO-M", "Skaljacka Alva", "Forest green", "M", "piece", 400)
COMPANY = r.Company(1, "20417", "Brännö Varv", "branno varv", "SE", "", None, "SEK", 0, 30)
PRODUCT = r.Product(5, "ALV-2201", "Skaljacka Alva", "Fjäll", "jackets", "standard", 0)


class Shelf:
    """A desk that holds one pickup, one article and one bin."""

    def __init__(self, pickup: PickupRecord | None = None) -> None:
        self.held = pickup

    def pickup(self, fulfilment_id: str) -> PickupRecord | None:
        return self.held if self.held and self.held.fulfilment.id == fulfilment_id else None

    def parcel(self, parcel_id: str) -> tuple[r.Parcel, PickupRecord] | None:
        return (
            (r.Parcel(parcel_id, self.held.fulfilment.id, 1, "H4", "staged"), self.held)
            if self.held
            else None
        )

    def place(self, code: str) -> r.Place | None:
        return {"GBG": HERE, "MOL": AWAY}.get(code)

    def place_by_id(self, place_id: int) -> r.Place | None:
        return {1: HERE, 2: AWAY}.get(place_id)

    def bins(self, place_id: int) -> tuple[BinRecord, ...]:
        return (BinRecord("H4", 4, 1),)

    def in_bin(self, place_id: int, code: str) -> tuple[PickupRecord, ...]:
        return (self.held,) if self.held else ()

    def orders(self, text: str) -> tuple[OrderHit, ...]:
        if (len(text) >= 4 and "48207".endswith(text)) or text == "Maria":
            return (OrderHit("o", "48207", "Maria Nilsson", "612", ()),)
        return ()

    def orders_by_part(self, text: str) -> tuple[OrderHit, ...]:
        return (OrderHit("o", "48207", "Maria Nilsson", "612", ()),) if text == "ilsson" else ()

    def orders_of(self, skus: tuple[str, ...]) -> tuple[OrderHit, ...]:
        return (OrderHit("o", "48207", "Maria Nilsson", "612", ()),) if "ALV-2201-SKO-M" in skus else ()

    def orders_numbered(self, number: str) -> tuple[OrderHit, ...]:
        return tuple(hit for hit in self.orders(number) if hit.number == number)

    def articles_of_scan(self, digits: str) -> tuple[VariantHit, ...]:
        return () if self.orders_numbered(digits) else self.articles_by_code(digits)

    def articles_by_code(self, code: str) -> tuple[VariantHit, ...]:
        return (VariantHit(VARIANT, PRODUCT, 1),) if code in ("2000148220139", "ALV-2201-SKO-M") else ()

    def articles(self, text: str) -> tuple[VariantHit, ...]:
        return (VariantHit(VARIANT, PRODUCT),) if "alva" in text.lower() else ()

    def signing_key(self) -> str:
        return ""

    def companies(self, text: str) -> tuple[CompanyHit, ...]:
        return (CompanyHit(COMPANY, None, None),) if "varv" in text.lower() else ()


def found(text: str, pickup: PickupRecord | None = None, scanned: bool = True) -> sr.Found:
    return sr.resolve(text, Shelf(pickup), HERE, NOON, scanned)


def test_the_customers_code_opens_the_pickup_and_brings_the_proof(pickup: Make) -> None:
    record = pickup()
    text = codes.qr_text(codes.PickupCode("GBG", record.fulfilment.id, "K7P429"))
    answer = found(text.lower(), record)
    assert isinstance(answer, sr.PickupFound)
    assert answer.code == "K7P429"


def test_a_code_of_another_store_says_which_and_its_hours(pickup: Make) -> None:
    text = codes.qr_text(codes.PickupCode("MOL", str(uuid.UUID(int=7)), "K7P429"))
    answer = found(text)
    assert isinstance(answer, sr.OtherPlace)
    assert (answer.place_name, answer.is_open, answer.closes) == ("Mölndal", True, "19:00")


def test_a_pickup_that_moved_to_another_store_says_its_last_day(pickup: Make) -> None:
    record = pickup(place_id=2)
    answer = found(codes.qr_text(codes.PickupCode("GBG", record.fulfilment.id, "K7P429")), record)
    assert isinstance(answer, sr.OtherPlace)
    assert (answer.place_name, answer.last_day, answer.order_number) == ("Mölndal", "2026-11-30", "48207")


def test_a_store_nobody_knows_is_named_by_its_code() -> None:
    answer = found(codes.qr_text(codes.BinCode("OSL", "H4")))
    assert isinstance(answer, sr.OtherPlace)
    assert answer.place_name == "OSL"


def test_an_unharmed_code_this_desk_does_not_know_is_told_apart_from_nonsense() -> None:
    text = codes.qr_text(codes.PickupCode("GBG", str(uuid.UUID(int=7)), "K7P429"))
    assert isinstance(found(text), sr.NotKnownHere)
    assert isinstance(found(text[:-1]), sr.Unknown)


@pytest.mark.parametrize(
    ("text", "scanned", "kind"),
    [
        ("48207", False, sr.OrdersFound),
        ("8207", False, sr.OrdersFound),
        ("2000148220139", True, sr.ArticleFound),
        ("ALV-2201-SKO-M", True, sr.ArticleFound),
        ("h4", False, sr.BinFound),
        ("alva m", False, sr.SearchFound),
        ("varv", False, sr.SearchFound),
        ("varv", True, sr.Unknown),
        ("nothing like it", False, sr.Unknown),
        ("", False, sr.Unknown),
    ],
)
def test_the_order_of_meanings(text: str, scanned: bool, kind: type[Any]) -> None:
    assert isinstance(found(text, scanned=scanned), kind)


def test_a_single_name_is_shown_and_never_opened_by_itself() -> None:
    answer = found("Maria", scanned=False)
    assert isinstance(answer, sr.OrdersFound)
    assert not answer.exact


def test_badge_document_pick_list_and_parcel_are_told_apart(pickup: Make) -> None:
    record = pickup()
    some_id = str(uuid.UUID(int=9))
    assert isinstance(found(codes.qr_text(codes.BadgeCode("AB12CD"))), sr.BadgeFound)
    assert isinstance(found(codes.qr_text(codes.DocumentCode("GBG-07-00041-K7"))), sr.DocumentFound)
    assert isinstance(
        found(codes.qr_text(codes.PickListCode(record.fulfilment.id)), record), sr.PickListFound
    )
    assert isinstance(found(codes.qr_text(codes.ParcelCode("GBG", some_id)), record), sr.ParcelFound)


@given(st.text(max_size=400), st.booleans())
def test_the_resolver_never_raises(text: str, scanned: bool) -> None:
    assert isinstance(found(text, scanned=scanned), sr.Found)


@given(st.text(alphabet="SDPCBLU0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=60))
def test_the_resolver_never_raises_on_near_codes(text: str) -> None:
    assert isinstance(found("SD" + text), sr.Found)


def test_a_typed_article_brings_the_orders_that_hold_it_and_a_scan_does_not() -> None:
    typed = sr.resolve("ALV-2201-SKO-M", Shelf(), HERE, NOON)
    assert isinstance(typed, sr.ArticleFound)
    assert [hit.number for hit in typed.orders] == ["48207"]
    scanned = sr.resolve("2000148220139", Shelf(), HERE, NOON, scanned=True)
    assert isinstance(scanned, sr.ArticleFound)
    assert scanned.orders == ()


def test_what_nothing_begins_with_is_looked_for_inside() -> None:
    found = sr.resolve("ilsson", Shelf(), HERE, NOON)
    assert isinstance(found, sr.OrdersFound)
    assert not found.exact
    assert isinstance(sr.resolve("ilsson", Shelf(), HERE, NOON, scanned=True), sr.Unknown)
