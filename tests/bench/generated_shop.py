"""A catalogue of generated names in a desk's database, for the measurements that grow with the number of SKUs."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storedesk.domain.records import Product, Variant
from storedesk.protocol.canonical import row_hash
from storedesk.storage.desk_database import make_empty_desk_database
from storedesk.storage.engine import connect_sqlite
from storedesk.storage.variant_search import fill_search
from tests.bench.large_hub import SampleHub

KEY = "4d" * 32
VARIANTS_OF_PRODUCT = 4
_FIRST_PARTS = ("skal", "fleece", "vandrings", "regn", "vind", "dun", "ull", "löpar", "skid", "fjäll", "jakt", "cykel",
                "barn", "dam", "herr", "vinter", "sommar", "klätter", "segel", "trek")  # fmt: skip
_LAST_PARTS = ("jacka", "byxa", "tröja", "väst", "mössa", "handske", "socka", "känga", "sko", "stövel", "ryggsäck", "väska",
               "ställ", "shorts", "halsduk", "keps", "rock", "skjorta", "tights", "overall")  # fmt: skip
_SYLLABLES = ("al", "bo", "dro", "el", "fjor", "gla", "ha", "is", "jæ", "ka", "lø", "mi", "nor", "or", "pil", "ra", "sta",
              "tin", "ul", "va", "ver", "ys", "åd", "ök", "än", "mar", "sig", "rid", "ton", "len")  # fmt: skip
_COLOURS = ("Röd", "Blå", "Grön", "Svart")
_CHUNK = 20_000


def names(count: int) -> list[str]:
    """So many different names of three words, the same ones each time."""
    rng = random.Random(4)
    found: dict[str, None] = {}
    while len(found) < count:
        kind = (rng.choice(_FIRST_PARTS) + rng.choice(_LAST_PARTS)).capitalize()
        own = "".join(rng.choices(_SYLLABLES, k=3)).capitalize()
        found[f"{kind} {own} {rng.choice(_SYLLABLES)}{rng.choice(_SYLLABLES)}"] = None
    return list(found)


def generated_shop(hub: SampleHub, skus: int) -> Path:
    """A desk's database with this catalogue and its index; made once."""
    path = hub.folder / f"names-{skus}.db"
    if path.exists():
        return path
    fresh = path.with_suffix(".new")
    make_empty_desk_database(fresh, KEY).dispose()
    driver = connect_sqlite(fresh, KEY)
    driver.execute("BEGIN")
    products, variants = [], []
    for number, name in enumerate(names(skus // VARIANTS_OF_PRODUCT), 1):
        style = f"G{number:06d}"
        products.append(Product(number, style, name, "", "", "standard", 0))
        variants += list(_variants(number, style))
        if len(products) == _CHUNK:
            _insert(driver, products, variants)
            products, variants = [], []
    _insert(driver, products, variants)
    fill_search(driver)
    driver.execute("COMMIT")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    fresh.rename(path)
    return path


def _variants(product: int, style: str) -> Iterator[Variant]:
    for place, colour in enumerate(_COLOURS[:VARIANTS_OF_PRODUCT]):
        sku = f"{style}-{colour[:2].upper()}"
        yield Variant(product * VARIANTS_OF_PRODUCT + place, product, sku, colour, colour, "", "piece", 0)


def _insert(driver: Any, products: list[Product], variants: list[Variant]) -> None:
    for table, rows in (("product", products), ("variant", variants)):
        for part in [rows] if rows else []:
            marks = ", ".join("?" * (len(part[0]) + 1))
            values = [(*row, row_hash(table, row)) for row in part]
            driver.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
