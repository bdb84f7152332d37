"""Cuts Shopify's real schemas down to what our operations use: run it with the folder of the full ones.

python tests/platforms/prune_shopify_schema.py ../shared/platforms/shopify
"""

import gzip
import json
import sys
from pathlib import Path

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    build_client_schema,
    get_named_type,
    parse,
    print_schema,
    specified_directives,
    specified_scalar_types,
    visit,
)

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from storedesk.connectors.shopify.operations import bulk_query, operation, operation_names  # noqa: E402

VERSIONS = ("2026-04", "2026-07", "2026-10")
FOLDER = Path(__file__).with_name("shopify_schemas")


def full_schema(folder: Path, version: str) -> GraphQLSchema:
    with gzip.open(folder / f"admin_{version}.json.gz") as file:
        found = json.load(file)
    return build_client_schema(found.get("data", found), assume_valid=True)


def texts() -> list[str]:
    """Every request, those for bulk operations as they are sent."""
    bulk = [name for name in operation_names() if is_bulk(name)]
    return [bulk_query(name) if name in bulk else operation(name) for name in operation_names()]


def is_bulk(name: str) -> bool:
    return name.startswith("Bulk") and name not in ("BulkRun", "BulkStatus")


class Used(Visitor):
    """Collects the fields and the types that requests name."""

    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.fields: dict[str, set[str]] = {}
        self.types: set[str] = set()

    def enter_field(self, node, *_rest) -> None:
        parent = self.info.get_parent_type()
        if parent is not None and self.info.get_field_def() is not None:
            self.fields.setdefault(parent.name, set()).add(node.name.value)

    def enter_named_type(self, node, *_rest) -> None:
        self.types.add(node.name.value)


def pruned(schema: GraphQLSchema, requests: list[str]) -> GraphQLSchema:
    info = TypeInfo(schema)
    used = Used(info)
    for text in requests:
        visit(parse(text), TypeInfoVisitor(info, used))
    return _Cut(schema, used).made()


class _Cut:
    """Builds the smaller schema: objects with the fields used, inputs and enums whole."""

    def __init__(self, schema: GraphQLSchema, used: Used) -> None:
        self._schema, self._used = schema, used
        self._kept = set(used.fields) | used.types
        self._made: dict[str, object] = {}

    def made(self) -> GraphQLSchema:
        everything = [self._type(name) for name in sorted(self._kept) if name in self._schema.type_map]
        directives = [one for one in self._schema.directives if one.name == "idempotent"]
        return GraphQLSchema(
            query=self._type("QueryRoot"),
            mutation=self._type("Mutation"),
            types=everything,
            directives=(*specified_directives, *directives),
            assume_valid=True,
        )

    def _type(self, name: str):
        if name not in self._made:
            self._made[name] = self._cut(self._schema.type_map[name])
        return self._made[name]

    def _cut(self, old):
        if isinstance(old, GraphQLObjectType | GraphQLInterfaceType):
            return type(old)(
                old.name,
                lambda: self._fields(old),
                interfaces=[self._type(one.name) for one in self._faces(old)],
            )
        if isinstance(old, GraphQLUnionType):
            return GraphQLUnionType(
                old.name, lambda: [self._type(one.name) for one in old.types if one.name in self._kept]
            )
        if isinstance(old, GraphQLInputObjectType):
            return GraphQLInputObjectType(
                old.name, lambda: {name: self._input(field) for name, field in old.fields.items()}
            )
        if isinstance(old, GraphQLEnumType):
            return GraphQLEnumType(old.name, {name: GraphQLEnumValue(name) for name in old.values})
        return GraphQLScalarType(old.name) if old.name not in specified_scalar_types else old

    def _faces(self, old) -> list:
        return [one for one in old.interfaces if one.name in self._kept]

    def _fields(self, old) -> dict:
        names = set(self._used.fields.get(old.name, ()))
        for face in self._faces(old):
            names |= self._used.fields.get(face.name, set())
        if "id" in old.fields and "Node" in [face.name for face in old.interfaces]:
            names.add("id")
        return {name: self._field(old.fields[name]) for name in old.fields if name in names}

    def _field(self, old):
        arguments = {name: GraphQLArgument(self._wrapped(one.type), default_value=one.default_value)
                     for name, one in old.args.items()}  # fmt: skip
        return type(old)(self._wrapped(old.type), args=arguments)

    def _input(self, old):
        return type(old)(self._wrapped(old.type), default_value=old.default_value)

    def _wrapped(self, old):
        named = get_named_type(old)
        if named is old:
            return self._type(named.name)
        return type(old)(self._wrapped(old.of_type))


def main(folder: Path) -> None:
    FOLDER.mkdir(exist_ok=True)
    for version in VERSIONS:
        text = print_schema(pruned(full_schema(folder, version), texts()))
        (FOLDER / f"admin_{version}.graphql").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
