"""The desk's search index over articles: made, filled and kept by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from storedesk.storage.row_reader import Driver, chunks
from storedesk.storage.search_words import may_be_guessed, slips, words_of

PRODUCTS, WORDS, PARTS, SLIPS = "product_search", "search_word", "search_part", "search_slip"
TAIL_INDEX, TAIL = "ix_barcode_tail", "substr(code, -4)"
_FULL_TEXT = "content='', detail=none"
# The texts are folded before, so that a word is the same word in every table and in what is typed.
_BY_WORD = f"words, {_FULL_TEXT}, contentless_delete=1, tokenize='ascii', prefix='1 2 3'"
_BY_THREE = f"word, {_FULL_TEXT}, columnsize=0, tokenize='trigram case_sensitive 1'"
_SLIP = "slip INTEGER NOT NULL, word_id INTEGER NOT NULL, PRIMARY KEY (slip, word_id)"
CREATE = (
    f"CREATE VIRTUAL TABLE {PRODUCTS} USING fts5({_BY_WORD})",
    f"CREATE TABLE {WORDS} (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
    f"CREATE VIRTUAL TABLE {PARTS} USING fts5({_BY_THREE})",
    f"CREATE TABLE {SLIPS} ({_SLIP}) WITHOUT ROWID",
)
_STORED = (
    *(f"{PRODUCTS}_{part}" for part in ("config", "data", "docsize", "idx")),
    *(f"{PARTS}_{part}" for part in ("config", "data", "idx")),
    WORDS,
    SLIPS,
)
_OF_PRODUCT = (
    "SELECT p.id, p.name || ' ' || p.brand || ' ' || p.category || ' ' || p.style, group_concat(v.sku, ' '), "
    "group_concat(v.name || ' ' || v.colour || ' ' || v.size, ' ') "
    "FROM variant v JOIN product p ON p.id = v.product_id {where} GROUP BY v.product_id"
)
_HELD_WHILE_FILLING = 64 << 20
_HELD = 1 << 20


class Indexed(NamedTuple):
    """A product with the words of its own texts and its articles', each once."""

    product: int
    words: tuple[str, ...]


def create_search(execute: Callable[[str], Any]) -> None:
    """An empty index: products by word, words by three letters and by one letter less, barcodes by their end.

    The rows of the index are products, since their articles share most words. No text is kept twice.
    """
    create_tables(execute)
    index_tails(execute)


def create_tables(execute: Callable[[str], Any], database: str = "main") -> None:
    """What is filled by ``fill_search`` or ``copy_search``."""
    for text in CREATE:
        execute(text.replace("TABLE ", f"TABLE {database}.", 1))


def make_if_missing(driver: Any) -> None:
    """An index for a database whose program had another one or none."""
    names = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    if PRODUCTS not in names:
        driver.execute("DROP TABLE IF EXISTS variant_search")
        create_search(driver.execute)
        fill_search(driver)


def index_tails(execute: Callable[[str], Any]) -> None:
    """An index that SQLite keeps by itself; a snapshot has it made after its rows are there."""
    execute(f"CREATE INDEX main.{TAIL_INDEX} ON barcode ({TAIL})")


def fill_search(target: Any) -> None:
    """Indexes every product of a database whose index is empty, on its driver connection."""
    words: dict[str, int] = {}
    target.execute(
        f"INSERT INTO main.{PRODUCTS} ({PRODUCTS}, rank) VALUES ('hashsize', {_HELD_WHILE_FILLING})"
    )
    rows = _noting(_indexed(target.execute(_OF_PRODUCT.format(where=""))), words)
    target.executemany(f"INSERT INTO main.{PRODUCTS} (rowid, words) VALUES (?, ?)", rows)
    target.execute(f"INSERT INTO main.{PRODUCTS} ({PRODUCTS}) VALUES ('flush')")
    target.execute(f"INSERT INTO main.{PRODUCTS} ({PRODUCTS}, rank) VALUES ('hashsize', {_HELD})")
    _put_words(target, [(id_, word) for word, id_ in words.items()])


def index_products(driver: Any, products: Iterable[int]) -> None:
    """Makes the index of these products that of their rows as they are, there or gone."""
    for part in chunks(sorted(set(products))):
        marks = ", ".join("?" * len(part))
        found = list(_indexed(driver.execute(_OF_PRODUCT.format(where=f"WHERE p.id IN ({marks})"), part)))
        driver.execute(f"DELETE FROM {PRODUCTS} WHERE rowid IN ({marks})", part)
        rows = [(entry.product, " ".join(entry.words)) for entry in found]
        driver.executemany(f"INSERT INTO {PRODUCTS} (rowid, words) VALUES (?, ?)", rows)
        _add_words(driver, sorted({word for entry in found for word in entry.words}))


def products_of(driver: Driver, variants: Sequence[int]) -> set[int]:
    """The products these variants belong to at present."""
    found: set[int] = set()
    for part in chunks(variants):
        marks = ", ".join("?" * len(part))
        rows = driver.execute(f"SELECT DISTINCT product_id FROM variant WHERE id IN ({marks})", part)
        found.update(product for (product,) in rows)
    return found


def copy_search(execute: Callable[[str], Any], source: str, target: str) -> None:
    """Makes the index of database ``target`` that of ``source`` on one connection, as pages, without reading a word.

    What FTS5 keeps lies in ordinary tables beside the virtual one; the target must not be searched or written
    on this connection before it is opened again.
    """
    for table in _STORED:
        execute(f"DELETE FROM {target}.{table}")
        execute(f"INSERT INTO {target}.{table} SELECT * FROM {source}.{table}")


def _indexed(rows: Iterable[tuple[int, str, str, str]]) -> Iterator[Indexed]:
    """Each product once; the colours and sizes of many products are the same."""
    for product, own, skus, texts in rows:
        yield Indexed(product, tuple(dict.fromkeys((*words_of(own), *words_of(skus), *_known(texts)))))


@lru_cache(maxsize=4096)
def _known(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words_of(text)))


def _noting(entries: Iterable[Indexed], words: dict[str, int]) -> Iterator[tuple[int, str]]:
    """The entries as rows; each new word gets the next number in ``words``."""
    for entry in entries:
        for word in entry.words:
            if word not in words:
                words[word] = len(words) + 1
        yield entry.product, " ".join(entry.words)


def _add_words(driver: Any, words: Sequence[str]) -> None:
    """Words that no product has any more stay: they find nothing, and the next snapshot is without them."""
    known: set[str] = set()
    for part in chunks(words):
        marks = ", ".join("?" * len(part))
        known.update(
            word for (word,) in driver.execute(f"SELECT word FROM {WORDS} WHERE word IN ({marks})", part)
        )
    (last,) = driver.execute(f"SELECT coalesce(max(id), 0) FROM {WORDS}").fetchone()
    new = (word for word in words if word not in known)
    _put_words(driver, list(enumerate(new, last + 1)))


def _put_words(driver: Any, words: list[tuple[int, str]]) -> None:
    driver.executemany(f"INSERT INTO {WORDS} (id, word) VALUES (?, ?)", words)
    driver.executemany(f"INSERT INTO {PARTS} (rowid, word) VALUES (?, ?)", words)
    guessed = ((slip, id_) for id_, word in words if may_be_guessed(word) for slip in slips(word))
    driver.executemany(f"INSERT OR IGNORE INTO {SLIPS} (slip, word_id) VALUES (?, ?)", sorted(guessed))
