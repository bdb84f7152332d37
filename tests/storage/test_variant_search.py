"""Articles are found by any words of theirs, by parts and slips of them, and whatever is typed is only text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storedesk.domain.records import Barcode, Product, Variant
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.desk_search import variants_matching
from storedesk.storage.engine import connect_sqlite, create_schema, driver_of, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from storedesk.storage.search_words import less_one, one_apart, words_of
from storedesk.storage.variant_search import create_search, fill_search, make_if_missing

KEY = "2a" * 32
NAMES = ("Skaljacka Älvdalen", "Vandringskänga Rask", "Blåbærsaft Øresund", "Fleecejacka Norrsken", "Sovsäck Åre Œuvre",
         "Smørrebrød Æbletid", "Termos Sten 12", "Regnställ Storm", "Tält Fjäll 3", "Ryggsäck Straße")  # fmt: skip


def rows() -> list[Any]:
    found: list[Any] = []
    for number, name in enumerate(NAMES, 1):
        found.append(Product(number, f"ST{number:04d}", name, "Nordanvind", "outdoor", "standard", 0))
        for place, (colour, size) in enumerate((("Red", "M"), ("Night blue", "XL"))):
            id_ = number * 10 + place
            sku = f"ST{number:04d}-{colour[:3].upper()}-{size}"
            found.append(Variant(id_, number, sku, f"{colour} · {size}", colour, size, "piece", 0))
            found.append(Barcode(f"73500{id_:08d}", id_, 1))
    return found


class Shop:
    """A desk's database with the index over ``rows``."""

    def __init__(self, path: Path) -> None:
        self.engine = open_sqlite(path, KEY)
        with self.engine.begin() as connection:
            create_schema(connection, "desk")
            for row in rows():
                table = type(row).__name__.lower()
                Rows(connection).put_many(table, [add_hash(table, row)])
            create_search(driver_of(connection).execute)
            fill_search(driver_of(connection))
        self.reader = connect_sqlite(path, KEY, readonly=True)

    def products(self, typed: str) -> list[int]:
        return list(dict.fromkeys(hit.product.id for hit in variants_matching(self.reader, typed)))

    def articles(self, typed: str) -> list[int]:
        return [hit.variant.id for hit in variants_matching(self.reader, typed)]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    opened = Shop(tmp_path_factory.mktemp("search") / "desk.db")
    yield opened
    opened.reader.close()
    opened.engine.dispose()


PRODUCT = st.integers(1, len(NAMES))
WORDS = [(number, word) for number, name in enumerate(NAMES, 1) for word in words_of(name)]


@given(product=PRODUCT, data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_product_is_found_by_its_words_in_any_order_and_cut_short(
    shop: Shop, product: int, data: st.DataObject
) -> None:
    words = data.draw(st.permutations(NAMES[product - 1].split()))
    whole = " ".join(words)
    short = " ".join(word[: data.draw(st.integers(min(2, len(word)), len(word)))] for word in words)
    assert product in shop.products(whole)[:1]
    assert product in shop.products(short)
    assert product in shop.products(whole.upper())


@given(at=st.sampled_from([entry for entry in WORDS if len(entry[1]) >= 5]), data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_word_with_one_slip_finds_its_product(shop: Shop, at: tuple[int, str], data: st.DataObject) -> None:
    product, word = at
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slip = data.draw(
        st.sampled_from(
            [word[:place] + letter + word[place + 1 :], word[:place] + word[place + 1 :],
             word[:place] + letter + word[place:],
             word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]]
        )
    )  # fmt: skip
    assert product in shop.products(slip)


@given(at=st.sampled_from([entry for entry in WORDS if len(entry[1]) >= 5]), data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_middle_of_a_word_finds_its_product(shop: Shop, at: tuple[int, str], data: st.DataObject) -> None:
    product, word = at
    start = data.draw(st.integers(1, len(word) - 4))
    assert product in shop.products(word[start : start + 4])


@given(typed=st.text(max_size=150))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_only_text_and_finds_the_same_twice(shop: Shop, typed: str) -> None:
    assert shop.articles(typed) == shop.articles(typed)


@given(text=st.text("abcdeå12", max_size=9), other=st.text("abcdeå12", max_size=9))
def test_one_apart_is_what_one_slip_can_do(text: str, other: str) -> None:
    wrong = [text[:n] + c + text[n + 1 :] for n in range(len(text)) for c in "abcdeå12"]
    swapped = [text[:n] + text[n + 1] + text[n] + text[n + 2 :] for n in range(len(text) - 1)]
    reachable = text in less_one(other) or other in (*less_one(text), *wrong, *swapped)
    assert one_apart(text, other) == (reachable and text != other)


@pytest.mark.parametrize(
    ("typed", "product"),
    [("alvdalen", 1), ("älvdalen", 1), ("blabaersaft", 3), ("BLÅBÆRSAFT", 3), ("oresund", 3), ("Øresund", 3),
     ("smorrebrod aebletid", 6), ("are oeuvre", 5), ("A\u030are", 5), ("strasse", 10)],
)  # fmt: skip
def test_nordic_letters_fold_both_ways(shop: Shop, typed: str, product: int) -> None:
    assert shop.products(typed)[0] == product


@pytest.mark.parametrize(
    ("typed", "articles"),
    [("ST0002-RED-M", [20]), ("st0002redm", []), ("st0002 xl", [21]), ("0002 red", [20]), ("st 0002 red", [20]),
     ("7350000000021", [21]), ("00000021", [21]), ("0021", [21]), ("rask blue", [21])],
)  # fmt: skip
def test_parts_of_skus_and_barcodes_find_their_article(shop: Shop, typed: str, articles: list[int]) -> None:
    assert shop.articles(typed) == articles


def test_the_index_follows_rows_that_change_move_and_go(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "desk.db")

    def work(do: Any) -> None:
        with shop.engine.begin() as connection:
            do(DeskRowsInTransaction(connection, (), "desk"))

    renamed = Product(1, "ST0001", "Grönländare", "Nordanvind", "outdoor", "standard", 0)
    work(lambda held: held.write("product", renamed, 1))
    assert (shop.products("skaljacka"), shop.products("gronlandar")) == ([], [1])
    moved = Variant(10, 2, "NEW-77", "Olive", "Olive", "S", "piece", 0)
    work(lambda held: held.write("variant", moved, 1))
    assert (shop.articles("olive"), shop.articles("rask new"), shop.products("red gronlandare")) == (
        [10],
        [10],
        [],
    )
    work(lambda held: held.remove("variant", (10,)))
    assert shop.articles("olive") == []
    assert shop.products("rask") == [2]
    work(lambda held: held.remove("product", (2,)))
    assert shop.products("rask") == []
    shop.reader.close()
    shop.engine.dispose()


def test_a_file_of_an_older_program_gets_its_index(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "desk.db")
    with shop.engine.begin() as connection:
        driver = driver_of(connection)
        for name in ("product_search", "search_part", "search_word", "search_slip"):
            driver.execute(f"DROP TABLE {name}")
        driver.execute("DROP INDEX ix_barcode_tail")
        driver.execute("CREATE VIRTUAL TABLE variant_search USING fts5(name)")
        make_if_missing(driver)
        make_if_missing(driver)
    assert shop.products("skaljacka")[0] == 1
    shop.reader.close()
    shop.engine.dispose()
