"""Checks a request against a Swagger file: path, method, every query parameter, every field of the body."""

import gzip
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.platforms.magento_schemas.prune import HERE, VERSIONS

_BESIDE = [Path(__file__).parents[up] / "shared" / "platforms" / "magento" for up in (4, 5)]
FULL = next((folder for folder in _BESIDE if folder.exists()), _BESIDE[0])
"""The whole schemas, where they lie beside the checkout or the folder that it is in."""


class Schema:
    """One version's Swagger."""

    def __init__(self, file: Path) -> None:
        with gzip.open(file) as opened:
            self._content = json.load(opened)
        self.paths = self._content["paths"]
        self._routes = [
            (re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))), path) for path in self.paths
        ]
        self._checks: dict[tuple[str, str], Any] = {}
        self._definitions = {name: _closed(one) for name, one in self._content["definitions"].items()}

    def faults(self, method: str, path: str, query: Iterable[tuple[str, str]], body: Any) -> list[str]:
        """What is wrong with a request, in words; empty for nothing. ``path`` begins with /V1."""
        found = [template for pattern, template in self._routes if pattern.fullmatch(path)]
        found = [one for one in found if method.lower() in self.paths[one]]
        if not found:
            return [f"no {method} {path}"]
        template = min(found, key=lambda one: one.count("{"))
        parameters = self.paths[template][method.lower()].get("parameters", [])
        known = {_bare(one["name"]): one for one in parameters if one["in"] == "query"}
        faults = [f"{template} has no parameter {name}" for name, _value in query if _bare(name) not in known]
        faults += [
            f"{name} is no integer"
            for name, value in query
            if known.get(_bare(name), {}).get("type") == "integer" and not value.isdigit()
        ]
        return faults + self._body_faults(method, template, parameters, body)

    def _body_faults(self, method: str, template: str, parameters: Any, body: Any) -> list[str]:
        schema = next((one["schema"] for one in parameters if one["in"] == "body"), None)
        if schema is None:
            return [] if body is None else [f"{template} takes no body"]
        key = (method, template)
        if key not in self._checks:
            whole = {**_closed(schema), "definitions": self._definitions}
            self._checks[key] = jsonschema_rs.Draft4Validator(whole)
        return [f"{template}: {fault.message[:200]}" for fault in self._checks[key].iter_errors(body or {})]


@cache
def pruned_schemas() -> dict[str, Schema]:
    return {version: Schema(HERE / f"calls-{version}.json.gz") for version in VERSIONS}


@cache
def full_schemas() -> dict[str, Schema]:
    """Empty where the schemas do not lie beside the checkout."""
    files = {version: FULL / f"admin-schema-{version}.json.gz" for version in VERSIONS}
    return {version: Schema(file) for version, file in files.items() if file.exists()}


def _closed(schema: Any) -> Any:
    """The schema with unknown fields forbidden wherever fields are named."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _closed(one) for name, one in schema.items()}
    if made.get("type") == "object" and isinstance(made.get("properties"), dict):
        made["additionalProperties"] = False
    return made


def _bare(name: str) -> str:
    """A parameter's name with its numbers as zero."""
    return re.sub(r"\[\d+\]", "[0]", name)
