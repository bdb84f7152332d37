"""Somebody types a personal number into each free text before each kind of act: it must be refused."""

import types
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from storedesk.actions.registry import KINDS
from storedesk.protocol.desk_link import Performed
from tests.day.canaries import PERSONAL_NUMBERS

SHORTEST_FREE_TEXT = 13
"""A personal number fits into a text that may be this long; codes of bins and days are shorter."""
NOT_WRITTEN = {
    "desk": "is chosen among the desks shown",
    "sku": "comes from the catalogue",
    "steps": "is computed by the desk",
    "content_hash": "is computed by the desk",
    "number": "is given by the desk",
    "order_id": "is the id of what is open on screen",
    "seen": "is a mark computed by the desk",
    "choice": "is one of the answers shown",
    "tax_category": "comes from the catalogue",
    "list_code": "comes from the price lists",
    "phone": "takes digits only, which a personal number cannot be told from",
    "unit": "comes from the catalogue",
}
"""Texts that no person types as free text, with the reason."""
TRIES_PER_FIELD = 2


def free_texts(args: type[Any], prefix: str = "") -> Iterator[str]:
    """Dotted paths of the free texts of an action's arguments; ``[]`` stands for each line of a list."""
    hints = get_type_hints(args, include_extras=True)
    for field in msgspec.structs.fields(args):
        yield from _in_type(hints[field.name], f"{prefix}{field.name}")


def _in_type(hint: Any, path: str) -> Iterator[str]:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *metas = get_args(hint)
        longest = max((meta.max_length or 0 for meta in metas if isinstance(meta, msgspec.Meta)), default=0)
        free = not any(
            isinstance(meta, msgspec.Meta) and (meta.pattern or meta.min_length == meta.max_length)
            for meta in metas
        )
        if inner is str:
            if longest >= SHORTEST_FREE_TEXT and free and path.rpartition(".")[2] not in NOT_WRITTEN:
                yield path
        else:
            yield from _in_type(inner, path)
    elif origin in (tuple, list):
        yield from _in_type(get_args(hint)[0], f"{path}.[]")
    elif origin in (Union, types.UnionType):
        for part in get_args(hint):
            yield from _in_type(part, path)
    elif hint is str:
        yield path
    elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield from free_texts(hint, f"{path}.")


class TypedTexts:
    """``tried`` counts refused tries as (kind, path); anything else fails at once."""

    def __init__(self, perform: Callable[[str, int, dict[str, Any]], Performed]) -> None:
        self._perform = perform
        self._numbers = cycle(PERSONAL_NUMBERS)
        self.tried: Counter[tuple[str, str]] = Counter()

    def try_texts(self, kind: str, staff: int, args: dict[str, Any]) -> None:
        for path in free_texts(KINDS[kind].args):
            if self.tried[kind, path] >= TRIES_PER_FIELD:
                continue
            plain = msgspec.to_builtins(args)
            if not put_text(plain, path.split("."), f"born {next(self._numbers)}"):
                continue
            said = self._perform(kind, staff, plain)
            assert (said.outcome, said.why) == ("rejected", "PersonalNumberInText"), (kind, path, said)
            self.tried[kind, path] += 1


def put_text(args: Any, path: list[str], text: str) -> bool:
    """False where the act has no such part."""
    *way, last = path
    for step in way:
        if step == "[]":
            if not args:
                return False
            args = args[0]
        else:
            args = args.get(step)
            if args is None:
                return False
    args[last] = text
    return True


def all_free_texts() -> set[tuple[str, str]]:
    return {(kind, path) for kind, known in KINDS.items() for path in free_texts(known.args)}
