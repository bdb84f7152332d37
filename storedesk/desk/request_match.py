"""Finds the articles that the lines of a request mean: by SKU, barcode, the customer's own number, or words."""

from dataclasses import dataclass, replace
from enum import StrEnum

from storedesk.actions.action import Refusal
from storedesk.actions.quote_account import account_of
from storedesk.actions.quote_pricing import LineEdit
from storedesk.domain.plain_text import clean_text
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.domain.records import CompanyContact, Product, Variant
from storedesk.domain.request_lines import RequestLine, RequestText, normal_code
from storedesk.storage.desk_account_reads import contact_with_email, customer_article
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.desk_search import variants_by_code, variants_matching
from storedesk.storage.read_records import VariantHit
from storedesk.storage.row_reader import Driver, one

MOST_CANDIDATES = 6
_LEAST_WORDS = 2
_MOST_QUANTITY = 10**9


class How(StrEnum):
    """How the article of a line was found; the words are made where they are shown."""

    SKU = "sku"
    BARCODE = "barcode"
    CUSTOMER = "customer"
    WORDS = "words"
    SEVERAL = "several"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Candidate:
    variant_id: int
    sku: str
    name: str
    detail: str
    unit: str
    pack: int = 1


@dataclass(frozen=True, slots=True)
class MatchedLine:
    """``chosen`` is the place of the candidate that counts, -1 to keep the line as text. ``quantity`` is in the
    smallest steps of the chosen unit; ``is_guessed`` where nothing said how many, or not in this unit."""

    line: RequestLine
    how: How
    candidates: tuple[Candidate, ...]
    chosen: int
    quantity: int
    is_guessed: bool
    is_out: bool = False

    @property
    def article(self) -> Candidate | None:
        return self.candidates[self.chosen] if self.chosen >= 0 else None

    def with_out(self, is_out: bool) -> "MatchedLine":
        """The same line, left out of the quote or in it."""
        return replace(self, is_out=is_out)


@dataclass(frozen=True, slots=True)
class Sender:
    """The person of a company who has this e-mail address."""

    company_id: int
    contact_id: int


def match_request(connection: Driver, company_id: int, content: RequestText) -> tuple[MatchedLine, ...]:
    """The lines in their order, each with what it most likely means; what fits nothing stays text."""
    try:
        chain = account_of(DeskRows(connection), company_id).chain
    except Refusal:
        chain = ()
    ids = tuple(company.id for company in chain)
    return tuple(_match(connection, ids, line) for line in content.lines)


def sender_of(connection: Driver, email: str) -> Sender | None:
    """Who sent it, if exactly one person of a company has this address."""
    found: CompanyContact | None = contact_with_email(connection, email) if "@" in email else None
    return None if found is None else Sender(found.company_id, found.id)


def next_choice(line: MatchedLine) -> MatchedLine:
    """The next candidate, after the last one text, then the first again."""
    chosen = line.chosen + 1 if line.chosen + 1 < len(line.candidates) else -1
    return _with_quantity(replace(line, chosen=chosen))


def edits_of(lines: tuple[MatchedLine, ...]) -> tuple[LineEdit, ...]:
    """The lines as a quote takes them; text becomes an own line without a price."""
    return tuple(_edit(line) for line in lines if not line.is_out)


def as_text(line: MatchedLine) -> LineEdit:
    """A line as an own line, for what is no article or has no price."""
    text = line.line.text
    number = line.quantity if line.article is None else _number(line.line.quantity, "piece", 1)[0]
    return LineEdit("own", None, number, 0, 0, clean_text(text, 80), clean_text(text[80:], 80))


def _edit(line: MatchedLine) -> LineEdit:
    article = line.article
    return as_text(line) if article is None else LineEdit("goods", article.variant_id, line.quantity)


def _match(connection: Driver, company_ids: tuple[int, ...], line: RequestLine) -> MatchedLine:
    for code in line.codes:
        own = customer_article(connection, company_ids, normal_code(code))
        if own is not None and (hit := _variant(connection, own)) is not None:
            return _made(line, How.CUSTOMER, (hit,))
        hits = variants_by_code(connection, code)
        if hits:
            by_sku = hits[0].variant.sku.upper() == code.upper()
            return _made(line, How.SKU if by_sku else How.BARCODE, hits)
    hits = _by_words(connection, (*line.words, *line.codes))
    return _made(line, How.WORDS if hits else How.TEXT, hits)


def _by_words(connection: Driver, words: tuple[str, ...]) -> tuple[VariantHit, ...]:
    """The articles that have as many of the words as possible, taken from the left; two words at least."""
    hits = variants_matching(connection, " ".join(words), MOST_CANDIDATES + 1)
    if hits or len(words) <= 1:
        return hits
    taken: list[str] = []
    for word in words:
        found = variants_matching(connection, " ".join((*taken, word)), MOST_CANDIDATES + 1)
        if found:
            taken.append(word)
            hits = found
    return hits if len(taken) >= min(_LEAST_WORDS, len(words)) else ()


def _made(line: RequestLine, how: How, hits: tuple[VariantHit, ...]) -> MatchedLine:
    candidates = tuple(_candidate(hit) for hit in hits[:MOST_CANDIDATES])
    sure = len(candidates) == 1
    if candidates and not sure:
        how = How.SEVERAL
    return _with_quantity(MatchedLine(line, how, candidates, 0 if sure else -1, 1, True))


def _candidate(hit: VariantHit) -> Candidate:
    variant = hit.variant
    detail = " · ".join(part for part in (variant.colour, variant.size) if part)
    return Candidate(variant.id, variant.sku, hit.product.name, detail, variant.unit, hit.pack_quantity)


def _with_quantity(line: MatchedLine) -> MatchedLine:
    article = line.article
    unit, pack = ("piece", 1) if article is None else (article.unit, article.pack)
    number, guessed = _number(line.line.quantity, unit, pack)
    return replace(line, quantity=number, is_guessed=guessed)


def _number(text: str, unit: str, pack: int) -> tuple[int, bool]:
    """So many smallest steps; one whole unit where the text says nothing that this unit can be sold in."""
    known = UNITS.get(unit, PIECE)
    packed = max(1, pack // known.step)
    try:
        number = parse_quantity(text, known) * packed
    except ValueError:
        return known.step * packed, True
    return (number, False) if 1 <= number <= _MOST_QUANTITY else (known.step, True)


def _variant(connection: Driver, variant_id: int) -> VariantHit | None:
    variant = one(connection, Variant, "id = ?", variant_id)
    product = one(connection, Product, "id = ?", variant.product_id) if variant is not None else None
    return VariantHit(variant, product) if variant is not None and product is not None else None
