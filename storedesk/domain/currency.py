"""The currencies StoreDesk knows and their smallest coins."""

UNIT = 10_000
"""One major unit (krona, euro) in the integers that amounts are kept in."""

MINOR_DIGITS = {
    "SEK": 2, "NOK": 2, "DKK": 2, "EUR": 2, "GBP": 2, "USD": 2, "CHF": 2, "PLN": 2,
    "CZK": 2, "HUF": 2, "RON": 2, "BGN": 2, "CAD": 2, "AUD": 2, "NZD": 2,
    "ISK": 0, "JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3, "TND": 3,
}  # fmt: skip
"""Decimals of the minor unit by ISO 4217 code."""


class UnknownCurrency(ValueError):
    """The currency code is not one that StoreDesk can round."""


def minor_step(currency: str) -> int:
    """The minor unit (öre, cent) of `currency` in 1/10,000 of the major unit."""
    digits = MINOR_DIGITS.get(currency)
    if digits is None:
        known = ", ".join(MINOR_DIGITS)
        raise UnknownCurrency(f"The currency {currency[:8]!r} is not known; use one of {known}.")
    return UNIT // int(10**digits)
