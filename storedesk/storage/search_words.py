"""Words as the article search compares them: folded, with the ways one slip of the fingers can change them."""

import re
import zlib
from collections.abc import Iterator

from storedesk.domain.plain_text import fold

LONGEST_WORD = 40
SHORTEST_INSIDE, SHORTEST_GUESSED = 3, 4
"""A shorter word is not looked for within others, or not taken for another: one letter of three is too much of it."""
_PAIRS = {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ǽ": "ae", "Ǽ": "ae"}
_NEAR = str.maketrans(
    _PAIRS
    | {
        letter: fold(letter)
        for letter in map(chr, range(0xC0, 0x180))
        if letter.isalpha() and letter not in _PAIRS
    }
    | dict.fromkeys("·–—’“”×…", " ")
)
"""The letters of Europe at a time; what is left is folded by the book."""
_PLAIN = re.compile(r"[a-z0-9]+")
_ANY = re.compile(r"[^\W_]+")
_LETTERS_OR_DIGITS = re.compile(r"[0-9]+|[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words of a text in order: no case, no accents, å and ä as a, ö and ø as o, æ as ae."""
    near = text if text.isascii() else text.translate(_NEAR)
    if near.isascii():
        return [word[:LONGEST_WORD] for word in _PLAIN.findall(near.lower())]
    return [word[:LONGEST_WORD] for word in _ANY.findall(fold(near))]


def split_word(word: str) -> list[str]:
    """Its runs of letters and of digits: a SKU typed without its dashes."""
    return _LETTERS_OR_DIGITS.findall(word)


def may_be_guessed(word: str) -> bool:
    """A word with a digit is a number or a code, and one that differs is another's."""
    return len(word) >= SHORTEST_GUESSED and word.isalpha()


def less_one(word: str) -> set[str]:
    """The word with each of its letters left out."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def slips(word: str) -> Iterator[int]:
    """What stands for ``less_one`` in the index: a checksum each, verified by ``one_apart`` when found."""
    return map(checksum, less_one(word))


def checksum(word: str) -> int:
    return zlib.crc32(word.encode())


def one_apart(left: str, right: str) -> bool:
    """True if one letter is wrong, missing, added or swapped with its neighbour."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    if len(left) > len(right):
        return left[start + 1 :] == right[start:]
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    if left[start + 1 :] == right[start + 1 :]:
        return True
    return (
        left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :]
    )
