"""Every kind of task and timeline entry that the product's code can write, found in its source."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TypeGuard

from tests.architecture.product import ROOT

WRITERS = ("storedesk/actions", "storedesk/hub")


def task_kinds() -> set[str]:
    """First argument of every ``effects.task(…)`` and the kind of every ``Task(…)`` made by hand."""
    return _kinds("task", 0) | _made_by_hand()


def note_kinds() -> set[str]:
    """Second argument of every ``effects.note(…)``."""
    return _kinds("note", 1)


def _kinds(method: str, place: int) -> set[str]:
    found: set[str] = set()
    for module, tree in _modules():
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in ast.walk(function):
                if _calls(call, method) and len(call.args) > place:
                    found |= set(_values(call.args[place], function, module, tree))
    return found


def _calls(node: ast.AST, method: str) -> TypeGuard[ast.Call]:
    """A call of the method on a variable called effects."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == method
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "effects"
    )


def _values(node: ast.expr, function: ast.FunctionDef, module: ModuleType, tree: ast.Module) -> Iterator[str]:
    """A literal, a constant of the module, either branch of a choice, or what callers give a parameter."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _values(node.body, function, module, tree)
        yield from _values(node.orelse, function, module, tree)
    elif isinstance(node, ast.Name) and hasattr(module, node.id):
        yield str(getattr(module, node.id))
    elif isinstance(node, ast.JoinedStr):
        texts = [""]
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            ends = list(_values(inner, function, module, tree))
            texts = [text + end for text in texts for end in ends]
        yield from texts
    elif isinstance(node, ast.Name) and (found := _assigned(node.id, function)):
        for value in found:
            yield from _values(value, function, module, tree)
    elif isinstance(node, ast.Name):
        names = [one.arg for one in function.args.args]
        assert node.id in names, f"{module.__name__}: the kind {node.id} cannot be read"
        place = names.index(node.id)
        for call in ast.walk(tree):
            if _names(call, function.name) and len(call.args) > place:
                yield from _values(call.args[place], function, module, tree)
    else:
        raise AssertionError(f"{module.__name__}: a kind that cannot be read: {ast.unparse(node)}")


def _assigned(name: str, function: ast.FunctionDef) -> list[ast.expr]:
    """What a function gives to a variable of its own."""
    return [
        one.value
        for one in ast.walk(function)
        if isinstance(one, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in one.targets)
    ]


def _names(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    """A call of the function of this name."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _made_by_hand() -> set[str]:
    found = set()
    for _, tree in _modules():
        for call in ast.walk(tree):
            if _names(call, "Task") and len(call.args) > 2 and isinstance(call.args[2], ast.Constant):
                found.add(str(call.args[2].value))
    return found


def _modules() -> Iterator[tuple[ModuleType, ast.Module]]:
    for folder in WRITERS:
        for path in sorted((ROOT / folder).glob("*.py")):
            name = ".".join(Path(path).relative_to(ROOT).with_suffix("").parts)
            yield importlib.import_module(name), ast.parse(path.read_text(encoding="utf-8"))
