"""Reads the product's files once for the rules that are checked here."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class SourceFile:
    """A Python file: its path from the checkout, its text, its tree, which is made when it is asked for."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        return self.text.count("\n") + 1


@cache
def source_files(*folders: str) -> tuple[SourceFile, ...]:
    """Every Python file under the folders, sorted by path."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    texts = [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
    return tuple(SourceFile(name, text) for name, text in texts)


def dotted_name(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain, or an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted_name(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def calls(tree: ast.AST) -> list[tuple[int, str, ast.Call]]:
    """Each call as (line, dotted name, node)."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(node.lineno, dotted_name(node.func), node) for node in found]


def imported_roots(tree: ast.AST) -> list[tuple[int, str]]:
    """Each absolute import as (line, full module name)."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.append((node.lineno, node.module))
    return found
