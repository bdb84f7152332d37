"""Whether two accounts of different sources are the same business, and which signs say so."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from storedesk.domain.business_number import NotABusinessNumber, organisation_number, vat_number
from storedesk.domain.plain_text import fold

SAME, PERHAPS, DIFFERENT = "same", "perhaps", "different"
"""What can be said: only ``same`` links without asking, and only ``perhaps`` is asked about."""

_CHARS = 120
_ALIKE = 80
"""Parts of a hundred that two names must share to be called similar."""
_LEGAL_FORMS = (
    "ab aktiebolag aktieselskab anpartsselskab aps as asa ay bv co eg ek enk gmbh hb handelsbolag hf inc is ivs "
    "kb kg ky llc ltd nv og ohg oy oyj ps publ sa sarl sl ug und"
)
_FORMS = frozenset(_LEGAL_FORMS.split())
_MAIL_PROVIDERS = (
    "aol.com bredband.net comhem.se fastmail.com fastmail.fm freenet.de gmail.com gmx.at gmx.de gmx.net "
    "googlemail.com home.se hotmail.co.uk hotmail.com hotmail.de hotmail.dk hotmail.fi hotmail.no hotmail.se "
    "icloud.com jubii.dk kolumbus.fi live.com live.dk live.no live.se luukku.com mac.com mail.com mail.dk "
    "mail.ru me.com msn.com online.no ofir.dk outlook.com outlook.de outlook.dk outlook.fi outlook.no "
    "outlook.se passagen.se pm.me proton.me protonmail.com spray.se stofanet.dk suomi24.fi swipnet.se "
    "t-online.de tele2.se telia.com tuta.com tutanota.com web.de yahoo.com yahoo.de yahoo.dk yahoo.no "
    "yahoo.se yandex.ru ymail.com"
)
_PUBLIC = frozenset(_MAIL_PROVIDERS.split())


class Sign(StrEnum):
    """Why two accounts are or are not the same; the words are made where they are shown."""

    LINK = "link"
    ORGANISATION_NUMBER = "organisation_number"
    VAT_NUMBER = "vat_number"
    MAIL_DOMAIN = "mail_domain"
    CONTACT = "contact"
    NAME = "name"
    OTHER_NUMBER = "other_number"
    OTHER_COUNTRY = "other_country"


STRONG = frozenset({Sign.LINK, Sign.ORGANISATION_NUMBER, Sign.VAT_NUMBER})
MEDIUM = frozenset({Sign.MAIL_DOMAIN, Sign.CONTACT})
AGAINST = frozenset({Sign.OTHER_NUMBER, Sign.OTHER_COUNTRY})


class AccountFacts(NamedTuple):
    """What a source says of a company. ``mails`` and ``phones`` are those of its people, phones as
    ``phone_digits``; ``links`` name it in other systems where somebody has vouched for that (``erp/20417``)."""

    name: str
    country: str
    organisation_number: str = ""
    vat_number: str = ""
    mails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()


class Match(NamedTuple):
    """``verdict`` is same, perhaps or different; ``signs`` are in the order of ``Sign``."""

    verdict: str
    signs: tuple[Sign, ...]


def match_accounts(one: AccountFacts, other: AccountFacts) -> Match:
    """Two different valid numbers are never the same account, whatever else agrees; then somebody looks."""
    signs = tuple(sign for sign in Sign if _SEEN[sign](one, other))
    strong, against = STRONG.intersection(signs), AGAINST.intersection(signs)
    if Sign.OTHER_NUMBER in signs:
        return Match(PERHAPS if strong else DIFFERENT, signs)
    if strong:
        return Match(SAME, signs)
    if MEDIUM.intersection(signs) or (Sign.NAME in signs and not against):
        return Match(PERHAPS, signs)
    return Match(DIFFERENT, signs)


def checked_number(facts: AccountFacts) -> str:
    """The register number with its country, proved by its check digits; also out of a VAT number that holds it.
    Empty where nothing is proved."""
    try:
        found = organisation_number(facts.country, facts.organisation_number)
        if found.checked:
            return f"{found.country} {found.text}"
    except NotABusinessNumber:
        pass
    vat = checked_vat(facts)
    inside = {"SE": vat[2:12], "NO": vat[2:11], "DK": vat[2:10], "FI": vat[2:10]}.get(vat[:2], "")
    return f"{vat[:2]} {organisation_number(vat[:2], inside).text}" if inside else ""


def checked_vat(facts: AccountFacts) -> str:
    """The VAT number in its usual spelling; empty where its check digits are not proved."""
    try:
        found = vat_number(facts.vat_number)
    except NotABusinessNumber:
        return ""
    return found.text if found.checked else ""


def bare_name(name: str) -> str:
    """A company's name as it is compared: folded, without its legal form and without punctuation."""
    words = "".join(char if char.isalnum() else " " for char in fold(name[:_CHARS]).replace("/", "")).split()
    kept = [word for word in words if word not in _FORMS]
    return " ".join(kept or words)


def names_alike(one: str, other: str) -> bool:
    """Whether two names share most of their groups of three letters; symmetric."""
    first, second = _groups(bare_name(one)), _groups(bare_name(other))
    if not first or not second:
        return False
    return 200 * len(first & second) >= _ALIKE * (len(first) + len(second))


def own_domain(mail: str) -> str:
    """The domain of an e-mail address that belongs to one business; empty for a public mail provider."""
    name, at, domain = mail.strip().lower().rpartition("@")
    return domain if name and at and "." in domain and domain not in _PUBLIC else ""


def _groups(name: str) -> frozenset[str]:
    spaced = f"  {name} " if name else ""
    return frozenset(spaced[at : at + 3] for at in range(len(spaced) - 2))


def _same_number(one: AccountFacts, other: AccountFacts) -> bool:
    return bool(checked_number(one)) and checked_number(one) == checked_number(other)


def _other_number(one: AccountFacts, other: AccountFacts) -> bool:
    """A register number that only has the right form is set against another such, never against a proved one."""
    proved, formed = (checked_number(one), checked_number(other)), (_formed(one), _formed(other))
    return any(first and second and first != second for first, second in (proved, formed))


def _formed(facts: AccountFacts) -> str:
    """A number that has the form of its country's and no check digits."""
    try:
        found = organisation_number(facts.country, facts.organisation_number)
    except NotABusinessNumber:
        return ""
    return "" if found.checked else f"{found.country} {found.text}"


def _same_vat(one: AccountFacts, other: AccountFacts) -> bool:
    return bool(checked_vat(one)) and checked_vat(one) == checked_vat(other)


def _same_domain(one: AccountFacts, other: AccountFacts) -> bool:
    shared = {own_domain(mail) for mail in one.mails} & {own_domain(mail) for mail in other.mails}
    return bool(shared - {""}) and names_alike(one.name, other.name)


def _same_contact(one: AccountFacts, other: AccountFacts) -> bool:
    mails = {mail.strip().lower() for mail in one.mails} & {mail.strip().lower() for mail in other.mails}
    return bool((mails | (one.phones & other.phones)) - {""})


def _same_name(one: AccountFacts, other: AccountFacts) -> bool:
    return bool(bare_name(one.name)) and bare_name(one.name) == bare_name(other.name)


_SEEN: dict[Sign, Callable[[AccountFacts, AccountFacts], bool]] = {
    Sign.LINK: lambda one, other: bool(one.links & other.links),
    Sign.ORGANISATION_NUMBER: _same_number,
    Sign.VAT_NUMBER: _same_vat,
    Sign.MAIL_DOMAIN: _same_domain,
    Sign.CONTACT: _same_contact,
    Sign.NAME: _same_name,
    Sign.OTHER_NUMBER: _other_number,
    Sign.OTHER_COUNTRY: lambda one, other: (
        bool(one.country and other.country) and one.country != other.country
    ),
}
