"""What the rows of a product table mean, by the shipped mapping for Shopify."""

from pathlib import Path

from storedesk.connectors.import_report import ImportReport
from storedesk.domain.records import Barcode, Price, Product, Variant
from tests.connectors.import_world import MemoryStore, import_lines

HEADER = ("Handle,Title,Vendor,Type,Option1 Value,Option2 Value,Option3 Value,Variant SKU,Variant Grams,"
          "Variant Inventory Qty,Variant Price,Variant Barcode")  # fmt: skip
TOP = "top,Varsity Top,Acme,Women,Small,,,TOP-S,300,4,60,"


def shopify(folder: Path, *lines: str) -> tuple[MemoryStore, ImportReport]:
    return import_lines(folder, lines, "shopify_products.toml", HEADER)


def test_later_variants_inherit_what_they_leave_blank(tmp_path: Path) -> None:
    store, report = shopify(tmp_path, TOP, "top,,,,Medium,,,TOP-M,,2,65.50,")
    assert [(row.name, row.brand, row.category) for row in store.all(Product)] == [
        ("Varsity Top", "Acme", "Women")
    ]
    assert [(row.sku, row.name, row.weight_grams) for row in store.all(Variant)] == [
        ("TOP-S", "Small", 300), ("TOP-M", "Medium", 300)]  # fmt: skip
    assert [row.amount for row in store.all(Price)] == [600_000, 655_000]
    assert report.meanings == {"variant": 1, "variant, inherits from its product": 1}


def test_the_words_for_no_option_name_nothing(tmp_path: Path) -> None:
    store, _ = shopify(tmp_path, "cap,Cap,Acme,,Default Title,,,CAP,0,1,20,")
    assert [row.name for row in store.all(Variant)] == [""]


def test_a_blank_sku_is_made_of_product_and_options_and_reported(tmp_path: Path) -> None:
    store, report = shopify(tmp_path, "top,Top,,,Small,Red,,,0,1,20,")
    assert [row.sku for row in store.all(Variant)] == ["TOP-SMALL-RED"]
    assert report.repairs == {"sku_made_from_product_and_options": 1}


def test_a_row_with_only_a_picture_belongs_to_its_product(tmp_path: Path) -> None:
    store, report = shopify(tmp_path, TOP, "top,,,,,,,,,,,")
    assert len(store.all(Variant)) == 1
    assert report.meanings["picture or note of its product"] == 1


def test_the_quantity_is_a_count_of_the_stock(tmp_path: Path) -> None:
    store, _ = shopify(tmp_path, TOP)
    assert [(count.location_id, count.quantity) for count in store.counts] == [(91, 4)]


def test_what_cannot_be_a_variant_is_refused_with_its_line(tmp_path: Path) -> None:
    _, report = shopify(
        tmp_path, TOP, TOP, "hat,Hat,,,One,,,HAT,,,,", "bag,,,,,,,BAG,,,5,", ",No key,,,,,,X,,,5,"
    )
    assert [(item.line, item.reason) for item in report.refusals] == [
        (3, "this variant was there before"), (4, "the price is missing"),
        (5, "the product's first row has no name"), (6, "the product's key is missing")]  # fmt: skip
    assert report.read == 5


def test_a_bar_code_with_a_wrong_check_digit_is_kept_and_reported(tmp_path: Path) -> None:
    store, report = shopify(tmp_path, TOP + "4006381333932", "cap,Cap,,,,,,CAP,,,5,4006381333931")
    assert {row.code for row in store.all(Barcode)} == {"4006381333932", "4006381333931"}
    assert report.repairs == {"barcode_is_no_gtin": 1}


def test_entities_of_html_become_letters(tmp_path: Path) -> None:
    store, report = shopify(tmp_path, "cap,Caps &amp; hats,,,,,,CAP,,,5,")
    assert [row.name for row in store.all(Product)] == ["Caps & hats"]
    assert report.repairs == {"name_cleaned": 1}
