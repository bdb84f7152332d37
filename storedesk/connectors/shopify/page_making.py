"""Pages of neutral records out of nodes; a node that cannot be understood is set aside, the others count."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storedesk.connectors.neutral import Remote
from storedesk.connectors.port import Page, Problem
from storedesk.connectors.shopify.mapping_products import product_from, variant_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import Node, children, id_of
from storedesk.domain.plain_text import clean_text

Mapper = Callable[[Node], Iterable[Remote]]


def page_of(
    nodes: Iterable[Node], mapper: Mapper, mark: Mark, total: int | None = None, gone: Sequence[str] = ()
) -> Page:
    """Each node mapped alone."""
    records: list[Remote] = []
    problems: list[Problem] = []
    for node in nodes:
        try:
            records += list(mapper(node))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(Problem(_name(node), clean_text(str(error) or type(error).__name__, 200)))
    return Page(tuple(records), mark.written(), total, tuple(gone), tuple(problems))


def one(mapper: Callable[[Node], Remote]) -> Mapper:
    """A mapper for nodes that give one record each."""
    return lambda node: (mapper(node),)


def product_and_variants(node: Node) -> Iterator[Remote]:
    yield product_from(node)
    for variant in children(node, "variants"):
        yield variant_from(variant)


def _name(node: Node) -> str:
    return id_of(node) if isinstance(node, dict) else ""
