"""Products by what was typed: beginnings of words first, then their middles and slips of the fingers."""

from collections.abc import Iterable, Sequence

from storedesk.storage.row_reader import Driver, chunks
from storedesk.storage.search_words import (
    SHORTEST_INSIDE,
    checksum,
    less_one,
    may_be_guessed,
    one_apart,
    split_word,
)
from storedesk.storage.variant_search import PARTS, PRODUCTS, SLIPS, WORDS

MOST_FOUND = 200
FEW = 10
"""With fewer products than this the middles of words and slips are looked for as well."""
_MOST_READ = 400
_MOST_OTHERS = 40
_MATCH = f"SELECT rowid FROM {PRODUCTS} WHERE {PRODUCTS} MATCH ? LIMIT ?"

Term = str
"""A quoted word of the index's query language, with a star where only its beginning is meant."""


def products_found(connection: Driver, words: Sequence[str]) -> list[int]:
    """At most 200 products that have all of the words; those that have them as they are typed come first."""
    begun = [_begins(word) for word in words]
    found = _matching(connection, begun, MOST_FOUND + 1)
    if len(found) > MOST_FOUND:
        return _best_of_many(connection, words, found)
    if len(found) < FEW:
        found += [product for product in _guessed(connection, words) if product not in set(found)]
    return found[:MOST_FOUND]


def _best_of_many(connection: Driver, words: Sequence[str], found: list[int]) -> list[int]:
    """The many come in no order, so those with whole words are asked for by themselves."""
    whole = [_whole(word) for word in words]
    best = dict.fromkeys(_matching(connection, whole, MOST_FOUND))
    for place in reversed(range(len(words))):
        if len(words) > 1 and len(best) < MOST_FOUND:
            terms = [*whole[:place], _begins(words[place]), *whole[place + 1 :]]
            best.update(dict.fromkeys(_matching(connection, terms, MOST_FOUND)))
    best.update(dict.fromkeys(found))
    return list(best)[:MOST_FOUND]


def _guessed(connection: Driver, words: Sequence[str]) -> Iterable[int]:
    """Only words that nothing begins with are taken for others; each in turn where that finds nothing."""
    unknown = {place for place, word in enumerate(words) if not _matching(connection, [_begins(word)], 1)}
    terms = [
        _others(connection, word) if place in unknown else _begins(word) for place, word in enumerate(words)
    ]
    found = dict.fromkeys(_matching(connection, terms, MOST_FOUND))
    if not found:
        for place, word in enumerate(words):
            if place not in unknown:
                other = [*terms[:place], _others(connection, word), *terms[place + 1 :]]
                found.update(dict.fromkeys(_matching(connection, other, MOST_FOUND)))
    return found


def _others(connection: Driver, word: str) -> Term:
    """The word's beginning, the words it may be meant for, and its parts if it has letters and digits."""
    others = dict.fromkeys((*_near_words(connection, word), *_words_around(connection, word)))
    terms = [_begins(word), *(_whole(other) for other in list(others)[:_MOST_OTHERS])]
    parts = split_word(word)
    if len(parts) > 1:
        terms.append("(" + " AND ".join(map(_begins, parts)) + ")")
    return "(" + " OR ".join(terms) + ")"


def _near_words(connection: Driver, word: str) -> list[str]:
    """Words with one letter wrong, missing, added or swapped."""
    if not may_be_guessed(word):
        return []
    shorter = sorted(less_one(word))
    marks = ", ".join("?" * len(shorter))
    found = connection.execute(
        f"SELECT word FROM {WORDS} WHERE word IN ({marks}) UNION SELECT word FROM {SLIPS} JOIN {WORDS} ON id = word_id "
        f"WHERE slip IN ({marks}, ?) LIMIT {_MOST_READ}",
        (*shorter, *map(checksum, (*shorter, word))),
    )
    return sorted(other for (other,) in found if one_apart(word, other))


def _words_around(connection: Driver, word: str) -> list[str]:
    """Words that hold this one, the shortest first; three letters at least."""
    if len(word) < SHORTEST_INSIDE:
        return []
    threes = dict.fromkeys(_whole(word[start : start + 3]) for start in range(len(word) - 2))
    found = connection.execute(
        f"SELECT rowid FROM {PARTS} WHERE {PARTS} MATCH ? LIMIT {_MOST_READ}", (" AND ".join(threes),)
    ).fetchall()
    words: list[str] = []
    for part in chunks([id_ for (id_,) in found]):
        marks = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT word FROM {WORDS} WHERE id IN ({marks})", part)
        words += [other for (other,) in rows if word in other]
    return sorted(words, key=lambda other: (len(other), other))


def _matching(connection: Driver, terms: Sequence[Term], limit: int) -> list[int]:
    return [product for (product,) in connection.execute(_MATCH, (" AND ".join(terms), limit))]


def _whole(word: str) -> Term:
    return f'"{word}"'


def _begins(word: str) -> Term:
    return f'"{word}" *'
