"""Executes requests against the real (pruned) schema: texts parsed once, paging, costs and searches enforced."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    build_schema,
    execute_sync,
    get_named_type,
    is_composite_type,
    parse,
    validate,
)

FOLDER = Path(__file__).resolve().parents[1] / "shopify_schemas"
TERM = re.compile(r"(\w+):(>=|<=|>|<|)(?:'([^']*)'|(\S+))")


@cache
def schema_of(version: str) -> GraphQLSchema:
    return build_schema((FOLDER / f"admin_{version}.graphql").read_text(encoding="utf-8"), assume_valid=True)


@cache
def document_of(version: str, text: str) -> tuple[DocumentNode | None, tuple[str, ...]]:
    """The parsed text, and what is wrong with it."""
    try:
        document = parse(text, no_location=True)
    except GraphQLError as error:
        return None, (error.message,)
    return document, tuple(error.message for error in validate(schema_of(version), document))


class Refused(GraphQLError):
    """A top-level error with a code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, extensions={"code": code})


class Connection:
    """Nodes to be paged; ``changed`` says when one last changed (UTC ms), for the search's lag."""

    def __init__(self, nodes: list[dict[str, Any]], typename: str) -> None:
        self.nodes, self.typename = nodes, typename


class Run:
    """One request: who asks, and how many objects it was given."""

    def __init__(self, shop: Any, bulk: bool = False) -> None:
        self.shop, self.bulk, self.objects = shop, bulk, 0
        self.idempotency_key = ""


def execute(shop: Any, text: str, variables: Mapping[str, Any], name: str | None, bulk: bool = False) -> Any:
    """The result and its run; wrong texts give top-level errors as Shopify does."""
    run = Run(shop, bulk)
    document, faults = document_of(shop.version, text)
    if document is None or faults:
        errors = [{"message": fault, "extensions": {"code": "BAD_REQUEST"}} for fault in faults]
        return {"errors": errors}, run
    result = execute_sync(
        schema_of(shop.version),
        document,
        context_value=run,
        variable_values=dict(variables),
        operation_name=name,
        field_resolver=resolve,
        type_resolver=lambda value, *_rest: value["__typename"],
    )
    found: dict[str, Any] = {"data": result.data}
    if result.errors:
        found["errors"] = [
            {"message": error.message, "extensions": error.extensions or {"code": "BAD_REQUEST"}}
            for error in result.errors
        ]
    return found, run


def resolve(source: Any, info: Any, **args: Any) -> Any:
    """A root field, a field made by the shop, or what lies in the node."""
    run: Run = info.context
    if source is None:
        maker = run.shop.roots.get(info.field_name)
        if maker is None:
            raise Refused("INTERNAL_SERVER_ERROR", f"the fake does not know {info.field_name}")
        run.idempotency_key = _key_of(info)
        value = maker(run, **args)
    else:
        maker = run.shop.fields.get((info.parent_type.name, info.field_name))
        value = maker(run, source, **args) if maker else source.get(info.field_name)
    if isinstance(value, Connection):
        value = paged(run, value, args)
    if isinstance(value, dict):
        run.objects += 1
    return value


def _key_of(info: Any) -> str:
    for directive in info.field_nodes[0].directives or ():
        if directive.name.value == "idempotent":
            value = directive.arguments[0].value
            found = getattr(value, "value", None)
            coerced = getattr(info.variable_values, "coerced", info.variable_values)
            return str(found if found is not None else coerced[value.name.value])
    return ""


def paged(run: Run, connection: Connection, args: Mapping[str, Any]) -> dict[str, Any]:
    """A page of a connection, its cursor the number of the node before."""
    nodes = connection.nodes
    if args.get("query"):
        nodes = [node for node in nodes if matches(run.shop, node, args["query"], connection.typename)]
    key = SORT.get(str(args.get("sortKey") or ""))
    if key is not None:
        nodes = sorted(nodes, key=key)
    if args.get("reverse"):
        nodes = nodes[::-1]
    if run.bulk:
        page, start = nodes, 0
    else:
        first = args.get("first")
        if first is None:
            raise Refused("BAD_REQUEST", "you must provide one of first or last")
        if first > 250:
            raise Refused("BAD_REQUEST", "first may not be larger than 250")
        start = int(args.get("after") or 0)
        if start + first > run.shop.most_objects:
            raise Refused("BAD_REQUEST", f"pagination ends at {run.shop.most_objects} objects")
        page = nodes[start : start + first]
    end = start + len(page)
    info = {"hasNextPage": end < len(nodes), "endCursor": str(end) if page else None}
    return {"nodes": page, "edges": [{"node": node, "cursor": ""} for node in page], "pageInfo": info}


def _tail(node: dict[str, Any]) -> int:
    return int(node["id"].rpartition("/")[2].partition("?")[0])


SORT: dict[str, Callable[[dict[str, Any]], Any]] = {
    "UPDATED_AT": lambda node: (node["updatedAt"], _tail(node)),
    "ID": _tail,
}


def matches(shop: Any, node: dict[str, Any], query: str, typename: str) -> bool:
    """Whether the search finds a node: it knows nothing of the last ``search_lag_ms``."""
    if shop.search_lag_ms and node.get("_changed", 0) > shop.now() - shop.search_lag_ms:
        return False
    for field, how, quoted, bare in TERM.findall(query):
        test = FILTERS.get(field)
        if test is None:
            raise Refused("BAD_REQUEST", f"the fake does not know the filter {field} of {typename}")
        if not test(node, how, quoted or bare):
            return False
    return True


FILTERS: dict[str, Callable[[dict[str, Any], str, str], bool]] = {
    "updated_at": lambda node, _how, wanted: node["updatedAt"] >= wanted,
    "status": lambda node, _how, wanted: str(node.get("status", "")).lower() in wanted.lower().split(","),
    "product_status": lambda node, _how, wanted: node["product"]["status"] in wanted.upper().split(","),
    "tag": lambda node, _how, wanted: wanted in node.get("tags", ()),
    "id": lambda node, how, wanted: _tail(node) > int(wanted) if how == ">" else _tail(node) == int(wanted),
    "variant_id": lambda node, _how, wanted: node["variant"]["id"].endswith(f"/{wanted}"),
}


def cost_of(version: str, text: str, variables: Mapping[str, Any], name: str | None) -> int:
    """Points: an object one, a connection two and its nodes ``first`` times, a mutation ten."""
    document, faults = document_of(version, text)
    if document is None or faults:
        return 1
    numbers = tuple(sorted((key, value) for key, value in variables.items() if isinstance(value, int)))
    lists = tuple(sorted((key, len(value)) for key, value in variables.items() if isinstance(value, list)))
    return _cost(version, text, name, numbers, lists)


@cache
def _cost(
    version: str,
    text: str,
    name: str | None,
    numbers: tuple[tuple[str, int], ...],
    lists: tuple[tuple[str, int], ...],
) -> int:
    document = document_of(version, text)[0]
    assert document is not None
    fragments = {
        one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
    }
    for one in document.definitions:
        if isinstance(one, OperationDefinitionNode) and (
            name is None or (one.name and one.name.value == name)
        ):
            schema = schema_of(version)
            root = schema.get_root_type(one.operation)
            base = 10 if one.operation.value == "mutation" else 0
            many = {**dict(numbers), **{f"#{key}": length for key, length in lists}}
            return max(1, base + _selected(schema, fragments, one.selection_set, root, many))
    return 1


def _selected(
    schema: GraphQLSchema, fragments: Any, selection: SelectionSetNode, parent: Any, many: Mapping[str, int]
) -> int:
    total = 0
    for one in selection.selections:
        if isinstance(one, FieldNode):
            total += _field(schema, fragments, one, parent, many)
        elif isinstance(one, FragmentSpreadNode):
            fragment = fragments[one.name.value]
            total += _selected(
                schema,
                fragments,
                fragment.selection_set,
                schema.type_map[fragment.type_condition.name.value],
                many,
            )
        else:
            inner = schema.type_map[one.type_condition.name.value] if one.type_condition else parent
            total += _selected(schema, fragments, one.selection_set, inner, many)
    return total


def _field(
    schema: GraphQLSchema, fragments: Any, node: FieldNode, parent: Any, many: Mapping[str, int]
) -> int:
    definition = parent.fields.get(node.name.value) if hasattr(parent, "fields") else None
    if definition is None or node.selection_set is None:
        return 0
    inner_type = get_named_type(definition.type)
    if not is_composite_type(inner_type):
        return 0
    inner = _selected(schema, fragments, node.selection_set, inner_type, many)
    if node.name.value == "nodes" and parent.name == "QueryRoot":
        return (1 + inner) * many.get("#ids", 1)
    if inner_type.name.endswith("Connection"):
        return 2 + inner * _first(node, many)
    return 1 + inner if node.name.value not in ("nodes", "edges", "pageInfo") else inner


def _first(node: FieldNode, many: Mapping[str, int]) -> int:
    for one in node.arguments or ():
        if one.name.value == "first":
            value: Any = one.value
            return int(value.value) if hasattr(value, "value") else many.get(value.name.value, 1)
    return 1
