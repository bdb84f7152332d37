"""Finds the columns that a mapping names in a table's heading."""

from collections.abc import Sequence

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import Names, names_of


def column_index(header: Sequence[str], names: Names, meaning: str, file: str) -> int:
    """Where the first of the names that is there stands; raises ImportRefused if none is, or one is twice."""
    for name in names_of(names):
        places = [place for place, heading in enumerate(header) if heading == name]
        if len(places) > 1:
            raise ImportRefused(f"The file {file} has the column {name!r} twice: rename one of them.")
        if places:
            return places[0]
    wanted = " or ".join(repr(name) for name in names_of(names))
    there = ", ".join(repr(heading) for heading in header if heading)[:300]
    raise ImportRefused(f"The file {file} lacks the column {wanted} for {meaning}; it has {there}.")


def optional_index(header: Sequence[str], names: Names, meaning: str, file: str) -> int | None:
    """None where the mapping names no column; a column that it names must be there."""
    return column_index(header, names, meaning, file) if names_of(names) else None
