"""Answers a searchCriteria query over rows, as Magento's collections do."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_FILTER = re.compile(r"searchCriteria\[filterGroups\]\[(\d+)\]\[filters\]\[(\d+)\]\[(\w+)\]")
_SORT = re.compile(r"searchCriteria\[sortOrders\]\[(\d+)\]\[(\w+)\]")
Row = Mapping[str, Any]


class BadQuery(Exception):
    """Becomes a 400."""


def listed(
    rows: Sequence[Row], query: Sequence[tuple[str, str]], names: Mapping[str, str], most: int
) -> dict[str, Any]:
    """``names`` are the fields that may be filtered, and the keys they are of a row."""
    groups: dict[int, dict[int, dict[str, str]]] = {}
    sort, size, page = [], most, 1
    for name, value in query:
        if found := _FILTER.fullmatch(name):
            groups.setdefault(int(found[1]), {}).setdefault(int(found[2]), {})[found[3]] = value
        elif (found := _SORT.fullmatch(name)) and found[2] == "field":
            sort.append(value)
        elif name == "searchCriteria[pageSize]":
            size = int(value)
        elif name == "searchCriteria[currentPage]":
            page = int(value)
    if size > most:
        raise BadQuery(f"Maximum SearchCriteria pageSize is {most}")
    for field in [one["field"] for group in groups.values() for one in group.values()] + sort:
        if field not in names:
            raise BadQuery(f'The "{field}" attribute name is invalid. Reset the name and try again.')
    found_rows = [
        row
        for row in rows
        if all(any(_holds(row, one, names) for one in group.values()) for group in groups.values())
    ]
    for field in reversed(sort):
        key = names[field]
        found_rows = sorted(found_rows, key=lambda row: _order(_value(row, key)))
    part = found_rows[(page - 1) * size : page * size]
    criteria = {"filter_groups": [], "page_size": size, "current_page": page}
    return {"items": part, "search_criteria": criteria, "total_count": len(found_rows)}


def _holds(row: Row, one: Mapping[str, str], names: Mapping[str, str]) -> bool:
    own, wanted = _value(row, names[one["field"]]), one["value"]
    condition = one.get("conditionType", "eq")
    if own is None:
        return condition == "null"
    if condition == "notnull":
        return True
    if condition == "in":
        return _order(own) in [_order(value) for value in wanted.split(",")]
    left, right = _order(own), _order(wanted)
    return {
        "eq": left == right,
        "gt": left > right,
        "gteq": left >= right,
        "lteq": left <= right,
        "neq": left != right,
    }[condition]


def _value(row: Row, key: str) -> Any:
    """``a.b`` is within ``a``."""
    outer, _, inner = key.partition(".")
    return row.get(outer, {}).get(inner) if inner else row.get(outer)


def _order(value: Any) -> tuple[int, int, str]:
    """Numbers by size; texts without case, as the database's collation has it."""
    text = str(value)
    return (0, int(text), "") if text.isdigit() else (1, 0, text.casefold())
