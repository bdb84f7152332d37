"""The texts of everything asked of Shopify, read once from the files beside this one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("operations")
_DEFINITION = re.compile(r"^(query|mutation|fragment) (\w+)", re.MULTILINE)
_SPREAD = re.compile(r"\.\.\.(\w+)")
_BODY = re.compile(r"\{(.*)\}\s*\Z", re.DOTALL)


@cache
def operation(name: str) -> str:
    """The text of one query or mutation with the fragments it uses. Raises KeyError."""
    return "\n\n".join(_with_fragments(name))


@cache
def bulk_query(name: str) -> str:
    """The text of a query for a bulk operation, with its fragments written out in place."""
    text = _definitions()[name]
    while found := _SPREAD.search(text):
        body = _BODY.search(_definitions()[found[1]])
        if body is None:
            raise ValueError(f"The fragment {found[1]} has no fields.")
        text = text[: found.start()] + body[1].strip() + text[found.end() :]
    return text


def operation_names() -> tuple[str, ...]:
    """Every query and mutation there is; those for bulk operations begin with ``Bulk`` and have no variables."""
    return tuple(name for name, text in _definitions().items() if not text.startswith("fragment"))


def _with_fragments(name: str) -> Iterator[str]:
    wanted, seen = [name], set()
    while wanted:
        one = wanted.pop(0)
        if one not in seen:
            seen.add(one)
            text = _definitions()[one]
            wanted += _SPREAD.findall(text)
            yield text


@cache
def _definitions() -> dict[str, str]:
    """Texts by name; every file holds some, each beginning at the start of a line."""
    found: dict[str, str] = {}
    for path in sorted(_FOLDER.glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        starts = [(match.start(), match[2]) for match in _DEFINITION.finditer(text)]
        ends = [start for start, _name in starts[1:]] + [len(text)]
        for (start, name), end in zip(starts, ends, strict=True):
            found[name] = text[start:end].strip()
    return found
