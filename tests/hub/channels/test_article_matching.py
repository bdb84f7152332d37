"""A code links two articles only where it is unique on both sides; nothing is ever given to two."""

from hypothesis import given
from hypothesis import strategies as st

from storedesk.hub.channels.article_matching import (
    BARCODE,
    NONE,
    SAME_BARCODE,
    SAME_SKU,
    SKU,
    Codes,
    Match,
    Unlinked,
    matched,
)

FEW_SKUS = st.sampled_from(["", "A", "B", "C", "D"])
FEW_BARCODES = st.lists(st.sampled_from(["1", "2", "3", "4"]), max_size=2, unique=True).map(tuple)
SIDES = st.lists(st.tuples(FEW_SKUS, FEW_BARCODES), max_size=8)


def codes_of(here: list[tuple[str, tuple[str, ...]]], there: list[Unlinked]) -> Codes:
    barcodes_here: dict[str, set[int]] = {}
    skus_here: dict[str, set[int]] = {}
    for number, (sku, barcodes) in enumerate(here, 1):
        if sku:
            skus_here.setdefault(sku, set()).add(number)
        for code in barcodes:
            barcodes_here.setdefault(code, set()).add(number)
    barcodes_there: dict[str, set[str]] = {}
    skus_there: dict[str, set[str]] = {}
    for article in there:
        skus_there.setdefault(article.sku, set()).add(article.external_id)
        for code in article.barcodes:
            barcodes_there.setdefault(code, set()).add(article.external_id)
    return Codes(barcodes_here, skus_here, barcodes_there, skus_there)


@given(SIDES, SIDES, st.sets(st.integers(1, 8)))
def test_a_match_rests_on_a_code_that_is_unique_on_both_sides(
    here: list[tuple[str, tuple[str, ...]]], there: list[tuple[str, tuple[str, ...]]], taken: set[int]
) -> None:
    articles = [Unlinked(f"v{number}", *codes) for number, codes in enumerate(there)]
    codes = codes_of(here, articles)
    found = matched(articles, codes, taken)
    assert set(found) == {one.external_id for one in articles}
    given_away = [match.variant_id for match in found.values() if match.variant_id is not None]
    assert len(given_away) == len(set(given_away))
    assert not set(given_away) & taken
    for article in articles:
        match = found[article.external_id]
        if match.how == SKU:
            assert codes.skus_here[article.sku] == {match.variant_id}
            assert codes.skus_there[article.sku] == {article.external_id}
        elif match.how == BARCODE:
            assert any(
                codes.barcodes_here.get(code) == {match.variant_id}
                and codes.barcodes_there[code] == {article.external_id}
                for code in article.barcodes
            )
        else:
            assert match.variant_id is None


@given(SIDES, SIDES, st.randoms())
def test_the_order_in_which_articles_come_does_not_matter(
    here: list[tuple[str, tuple[str, ...]]], there: list[tuple[str, tuple[str, ...]]], source: object
) -> None:
    articles = [Unlinked(f"v{number}", *codes) for number, codes in enumerate(there)]
    codes = codes_of(here, articles)
    shuffled = articles[:]
    source.shuffle(shuffled)  # type: ignore[attr-defined]
    assert matched(shuffled, codes, set()) == matched(articles, codes, set())


def one(sku: str, *barcodes: str, name: str = "v") -> Unlinked:
    return Unlinked(name, sku, barcodes)


def test_a_barcode_is_believed_before_a_sku() -> None:
    here = [("A", ("1",)), ("B", ())]
    article = one("B", "1")
    assert matched([article], codes_of(here, [article]), set())["v"] == Match(1, BARCODE)


def test_without_a_barcode_that_anybody_has_the_sku_counts() -> None:
    here = [("A", ("1",))]
    article = one("A", "9")
    assert matched([article], codes_of(here, [article]), set())["v"] == Match(1, SKU)


def test_what_two_have_links_none() -> None:
    twice_here = [("A", ()), ("A", ())]
    article = one("A")
    assert matched([article], codes_of(twice_here, [article]), set())["v"] == Match(None, SAME_SKU)
    both = [one("A", name="v"), one("A", name="w")]
    found = matched(both, codes_of([("A", ())], both), set())
    assert found == {"v": Match(None, SAME_SKU), "w": Match(None, SAME_SKU)}


def test_two_barcodes_of_two_articles_link_none() -> None:
    article = one("", "1", "2")
    found = matched([article], codes_of([("A", ("1",)), ("B", ("2",))], [article]), set())
    assert found["v"] == Match(None, SAME_BARCODE)


def test_an_article_with_codes_that_nobody_knows_has_no_mapping() -> None:
    article = one("A", "1")
    assert matched([article], codes_of([], [article]), set())["v"] == Match(None, NONE)
