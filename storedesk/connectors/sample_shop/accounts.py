"""The sample shop's companies: their trees, people, price agreements with breaks, limits and a promotion."""

from collections.abc import Iterable, Iterator
from typing import Any

from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.domain.currency import UNIT
from storedesk.domain.plain_text import fold
from storedesk.domain.price_list import COST, part_off
from storedesk.domain.records import (
    Company,
    CompanyContact,
    CustomerArticle,
    Price,
    PriceList,
    Promotion,
    Setting,
)

VARV, KLUBB, FORSKOLA, GRUPP, STYRSO, NORDFJELL, HAFEN, HAVNEN, SAARISTO = 1, 2, 4, 5, 6, 7, 8, 9, 10
ANNA, TOMAS = 1, 2
CONTRACT, CLUB, EXPORT = "B-2026-17", "C-2026-03", "E-2026-01"
_BUSINESS = "se-business"
_DAY_MS = 86_400_000
# number, code, name, country, organisation number, parent, currency, limit, used, days, kind, list, VAT number
_COMPANIES = (
    (GRUPP, "20400", "Västerhav Marin Group AB", "SE", "556677-8808", None, "SEK", 0, 0, 30, "company", "", ""),
    (VARV, "K1001", "Brännö Varv & Montage AB", "SE", "556677-8899", GRUPP, "SEK", 150_000, 61_240, 30,
     "company", CONTRACT, "SE556677889901"),
    (KLUBB, "K1002", "Marstrands Båtklubb", "SE", "", None, "SEK", 40_000, 3_100, 30, "company", CLUB, ""),
    (3, "K1003", "Brännö Varv, docka 2", "SE", "", VARV, "SEK", 0, 0, 30, "site", "", ""),
    (FORSKOLA, "K1004", "Fjällrävs Förskola", "SE", "", None, "SEK", 20_000, 0, 10, "company", "", ""),
    (STYRSO, "20431", "Styrsö Båtservice AB", "SE", "556677-8816", GRUPP, "SEK", 60_000, 12_310, 30,
     "company", _BUSINESS, "SE556677881601"),
    (NORDFJELL, "20502", "Nordfjell Utstyr AS", "NO", "990 000 107", None, "NOK", 90_000, 0, 14, "company",
     EXPORT, "NO990000107MVA"),
    (HAFEN, "20511", "Hafen & Segel GmbH", "DE", "HRB 1234", None, "EUR", 20_000, 1_900, 30, "company",
     EXPORT, "DE990000109"),
    (HAVNEN, "20520", "Havnens Sejlsport ApS", "DK", "99000104", None, "DKK", 50_000, 0, 14, "company", "",
     "DK99000104"),
    (SAARISTO, "20533", "Saaristo Retkeily Oy", "FI", "1990001-7", None, "EUR", 10_000, 0, 14, "company", "",
     "FI19900017"),
    (11, "410", "Varvet 410", "SE", "", VARV, "SEK", 0, 0, 0, "site", "", ""),
    (12, "420", "Montage 420", "SE", "", VARV, "SEK", 0, 0, 0, "site", "", ""),
    (13, "430", "Kontor 430", "SE", "", VARV, "SEK", 0, 0, 0, "cost_centre", "", ""),
)  # fmt: skip
_BUDGETS = {11: 40_000, 12: 40_000, 13: 10_000}
# the numbers under which the yard knows what it buys
_OWN_NUMBERS = (("VM-1001", "ALV-2201"), ("VM-1002", "LJG-0815"), ("VM-1010", "STN-0100"))
_LANGUAGES = {"SE": "sv", "NO": "nb", "DK": "da", "FI": "fi", "DE": "de"}
_UNCONFIRMED = frozenset({SAARISTO})
_PEOPLE = (
    (ANNA, VARV, "buyer", "Anna Lindberg", "anna.lindberg@example.se", "031-390 06 21", 50_000),
    (TOMAS, VARV, "approver", "Tomas Kvist", "tomas.kvist@example.se", "031-390 06 22", None),
    (3, VARV, "accounts", "Mia Ros", "faktura@example.se", "031-390 06 23", 0),
    (4, VARV, "collector", "Jonas Ek", "", "070-174 06 71", 0),
    (5, GRUPP, "approver", "Karin Marin", "karin.marin@example.se", "031-390 06 24", None),
    (6, STYRSO, "buyer", "Bo Styr", "bo.styr@example.se", "031-390 06 25", 20_000),
    (7, KLUBB, "buyer", "Eva Marin", "eva.marin@example.se", "070-174 06 72", None),
    (8, NORDFJELL, "buyer", "Kari Fjell", "kari.fjell@example.no", "031-390 06 26", None),
    (9, HAFEN, "buyer", "Jens Segel", "jens.segel@example.de", "031-390 06 27", None),
)
_COSTS = (("ALV-2201", 1013), ("LJG-0815", 361), ("STN-0100", 128))
# style, price each below the first break, then breaks with their prices, all net
_AGREED = (
    ("ALV-2201", "1759.30", ((10, "1688.93"),)),
    ("LJG-0815", "576.00", ((20, "553.00"), (50, "540.00"))),
    ("STN-0100", "245.70", ((24, "230.96"), (96, "223.36"))),
)


def companies(now: int) -> Iterator[Company]:
    """Accounts in five countries; ``now`` in UTC milliseconds."""
    for row in _COMPANIES:
        number, code, name, country, organisation, parent, currency, limit, used, days, kind, prices, vat = (
            row
        )
        yield Company(
            number, code, name, fold(name), country, organisation, parent, currency, limit * UNIT, days, kind,
            price_list=prices, best_price=int(number == KLUBB), po_required=int(number == VARV),
            treatment="exempt" if number == FORSKOLA else "standard",
            treatment_reason="foundation" if number == FORSKOLA else "", vat_number=vat,
            vat_checked_at=now - 21 * _DAY_MS if vat and number not in _UNCONFIRMED else None,
            credit_used=used * UNIT, language=_LANGUAGES[country],
            opened_at=now - (12 if number == HAVNEN else 2_000) * _DAY_MS,
            budget=_BUDGETS.get(number, 0) * UNIT,
        )  # fmt: skip


def company_ids() -> dict[str, int]:
    return {row[2]: row[0] for row in _COMPANIES}


def contacts() -> Iterator[CompanyContact]:
    languages = {row[0]: _LANGUAGES[row[3]] for row in _COMPANIES}
    for number, company, role, name, email, phone, limit in _PEOPLE:
        digits = "".join(char for char in phone if char.isdigit())
        yield CompanyContact(
            number, company, role, name, fold(name), email, phone, digits,
            None if limit is None else limit * UNIT, languages[company], 1,
        )  # fmt: skip


def agreements(articles: Iterable[Article]) -> Iterator[Any]:
    """Price lists, the prices that were agreed, a promotion and the limits of the chain."""
    opened, ends = "2026-01-01", "2026-12-31"
    yield PriceList("base", "Shop prices", "base", "", 1, opened, "", 0, "")
    yield PriceList(_BUSINESS, "SE business 2026", "channel", "SEK", 0, opened, "", 10, "base")
    yield PriceList("autumn", "Autumn 2026", "campaign", "SEK", 1, "2026-10-01", "", 20, "")
    yield PriceList(CONTRACT, CONTRACT, "contract", "SEK", 0, opened, ends, 0, _BUSINESS, 120_000, 0)
    yield PriceList(CLUB, CLUB, "contract", "SEK", 0, opened, ends, 0, _BUSINESS, 50_000, 1)
    yield PriceList(EXPORT, EXPORT, "contract", "", 0, opened, ends, 0, "base", 80_000, 0)
    known: dict[str, list[Article]] = {}
    for article in articles:
        if article.product.style == "LJG-0816":
            price = part_off(article.price_in("SEK"), 150_000, "SEK")
            yield Price("autumn", article.variant.id, "SEK", 1, "2026-10-01", price, 1)
        known.setdefault(article.product.style, []).append(article)
    for style, first, breaks in _AGREED:
        for article in known.get(style, ()):
            for start, text in ((1, first), *breaks):
                amount = int(text.replace(".", "")) * 100
                yield Price(CONTRACT, article.variant.id, "SEK", start, opened, amount, 0)
    for style, cost in _COSTS:
        for article in known.get(style, ()):
            yield Price(COST, article.variant.id, "SEK", 1, opened, cost * UNIT, 0)
    for code, style in _OWN_NUMBERS:
        for article in known.get(style, [])[:1]:
            yield CustomerArticle(VARV, code, article.variant.id)
    for article in known.get("LJG-0815", [])[:1]:
        yield Promotion(
            1, "Black Week", article.product.id, None, "", 0, 0, 200_000, "2026-11-20", "2026-11-30", 0
        )
    yield Setting(0, "handover.second_check_above", str(10_000 * UNIT))
    yield Setting(0, "quote.offline_ceiling", str(250_000 * UNIT))
