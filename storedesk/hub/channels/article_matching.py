"""Which article here a channel's article is, by codes that are unique on both sides. Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

BARCODE, SKU = "barcode", "sku"
SAME_BARCODE, SAME_SKU, NONE = "same_barcode", "same_sku", "no_mapping"


class Unlinked(NamedTuple):
    """An article there. ``barcodes`` in the form of ``domain.barcode.normal_barcode``."""

    external_id: str
    sku: str
    barcodes: tuple[str, ...]


class Codes(NamedTuple):
    """Who has a code: articles here by number, articles there by external id; each of ``there`` counts those of
    earlier pages too."""

    barcodes_here: Mapping[str, set[int]]
    skus_here: Mapping[str, set[int]]
    barcodes_there: Mapping[str, set[str]]
    skus_there: Mapping[str, set[str]]


class Match(NamedTuple):
    """``variant_id`` None where there is none, with the reason in ``how``; else ``how`` is barcode or sku."""

    variant_id: int | None
    how: str


def matched(unlinked: Iterable[Unlinked], codes: Codes, taken: set[int]) -> dict[str, Match]:
    """By external id. Of ``taken`` articles here none is given away; nobody's SKU is believed against a barcode,
    and where two there could be the same one here, none is."""
    articles = list(unlinked)
    found = {article.external_id: _by_barcode(article, codes, taken) for article in articles}
    _drop_shared(found, SAME_BARCODE)
    held = taken | {match.variant_id for match in found.values() if match.variant_id is not None}
    for article in articles:
        if found[article.external_id].variant_id is None:
            found[article.external_id] = _by_sku(article, codes, held, found[article.external_id].how)
    _drop_shared(found, SAME_SKU)
    return found


def _by_barcode(article: Unlinked, codes: Codes, taken: set[int]) -> Match:
    here: set[int] = set()
    doubtful = False
    for code in article.barcodes:
        of_code = codes.barcodes_here.get(code, set())
        if not of_code:
            continue
        if len(of_code) > 1 or len(codes.barcodes_there.get(code, set())) > 1:
            doubtful = True
        else:
            here |= of_code
    if len(here) == 1 and not here & taken:
        return Match(next(iter(here)), BARCODE)
    return Match(None, SAME_BARCODE if here or doubtful else NONE)


def _by_sku(article: Unlinked, codes: Codes, held: set[int], reason: str) -> Match:
    here = codes.skus_here.get(article.sku, set()) if article.sku else set()
    if not here:
        return Match(None, reason)
    if len(here) > 1 or len(codes.skus_there.get(article.sku, set())) > 1 or here & held:
        return Match(None, SAME_SKU)
    return Match(next(iter(here)), SKU)


def _drop_shared(found: dict[str, Match], reason: str) -> None:
    """Two there that would be one here: neither is."""
    claims: dict[int, list[str]] = {}
    for external_id, match in found.items():
        if match.variant_id is not None:
            claims.setdefault(match.variant_id, []).append(external_id)
    for claimed in claims.values():
        if len(claimed) > 1:
            found.update({external_id: Match(None, reason) for external_id in claimed})
