"""The one-time words by which customer service agrees to a handover on the phone, checked offline."""

import hashlib
import hmac

_LIST = (
    "alarm album arena atlas ballad banjo bikini bingo bonus bravo cello delta disco dollar domino drama "
    "formula gala gamma gorilla hobby hotel humor idol jaguar jazz judo ketchup kiwi koala lasso lava "
    "lotus magnet mango mentor motor nylon omega opera panda papaya pasta piano pilot pizza polo reggae "
    "radio reporter robot rodeo safari salsa samba sensor studio tango taxi tennis tiger turban video "
    "zebra"
)
WORDS = tuple(_LIST.split())
"""64 words that are spelled and spoken nearly alike in English and Swedish, none like another on the phone."""

COUNT = 3


def word_key(place_key: bytes) -> bytes:
    """The key of a place's one-time words; it opens nothing else."""
    return hmac.new(place_key, b"one-time words", hashlib.sha256).digest()


def one_time_words(key: bytes, order_number: str, day: str) -> str:
    """Three words (18 bits) for an order on a local day, like "mango tiger solo"; the same all day."""
    digest = hmac.new(key, f"{order_number}\n{day}".encode(), hashlib.sha256).digest()
    return " ".join(WORDS[octet % len(WORDS)] for octet in digest[:COUNT])


def words_match(key: bytes, order_number: str, day: str, typed: str) -> bool:
    """Whether somebody typed the words of the day, in any case and with any gaps."""
    letters = "".join(char for char in typed[:80].casefold() if char.isalpha())
    wanted = one_time_words(key, order_number, day).replace(" ", "")
    return hmac.compare_digest(letters.encode(), wanted.encode())
