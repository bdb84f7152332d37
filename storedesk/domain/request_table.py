"""Reads what a customer asks for from the rows of a table: which column holds numbers, quantities and words."""

from collections.abc import Sequence

from storedesk.domain.plain_text import clean_text, fold, looks_like_personal_number
from storedesk.domain.request_lines import (
    LONGEST_LINE,
    MOST_LINES,
    RequestLine,
    RequestText,
    line_of_parts,
    read_line,
)

MOST_ROWS, MOST_COLUMNS = 2_000, 40
_QUANTITY = ("antal", "antall", "qty", "quantity", "menge", "anzahl", "maara", "pcs", "st")
_CODE = ("art", "sku", "ean", "gtin", "nr", "no", "code", "kod", "item", "barcode", "varenr", "tuote")
_WORDS = (
    "namn",
    "name",
    "text",
    "beskriv",
    "descr",
    "benamn",
    "produkt",
    "product",
    "bezeichnung",
    "navn",
    "nimi",
)


def read_table(rows: Sequence[Sequence[str]]) -> RequestText:
    """Rows under a heading by its names; without one each row is read as a line of text. Never raises."""
    table = [[clean_text(cell, LONGEST_LINE) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    table = [row for row in table if any(row)]
    roles = _roles(table[0]) if table else {}
    found, withheld = list[RequestLine](), 0
    rest = list[str]()
    for row in table[1:] if roles else table:
        shown = " ; ".join(cell for cell in row if cell)
        if looks_like_personal_number(shown):
            withheld += 1
            continue
        line = _line(row, roles, shown) if roles else read_line(shown)
        if line is None:
            rest.append(shown)
        else:
            found.append(line)
    return RequestText(
        tuple(found[:MOST_LINES]), tuple(rest[:200]), withheld, max(0, len(found) - MOST_LINES)
    )


def _roles(heading: Sequence[str]) -> dict[int, str]:
    """What each column holds, by its name; nothing where the first row names no quantity or no number."""
    roles: dict[int, str] = {}
    for place, cell in enumerate(heading):
        name = fold(cell).strip(" .:")
        if any(name.startswith(word) for word in _QUANTITY) and "quantity" not in roles.values():
            roles[place] = "quantity"
        elif any(word in name for word in _WORDS):
            roles[place] = "words"
        elif any(name.startswith(word) or name.endswith(word) for word in _CODE):
            roles[place] = "code"
    named = set(roles.values())
    return roles if named & {"code", "words"} and (len(named) > 1 or len(heading) == 1) else {}


def _line(row: Sequence[str], roles: dict[int, str], shown: str) -> RequestLine | None:
    by_role = {
        role: [row[place] for place, given in roles.items() if given == role and place < len(row)]
        for role in ("quantity", "code", "words")
    }
    quantity = next((cell for cell in by_role["quantity"] if cell), "")
    line = line_of_parts(shown, quantity, by_role["code"], " ".join(by_role["words"]))
    return line if line.codes or line.words else None
