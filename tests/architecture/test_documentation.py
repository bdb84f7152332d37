"""The documentation says what is there: decisions, words, dependencies, links."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.product import ROOT, imported_roots, source_files

DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])


def declared_dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return {re.split(r"[\[<>=!~ ;]", line)[0].lower() for group in groups for line in group}


def first_cells(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^\| (?!---|word |dependency )([^|]+?) \|", text, flags=re.MULTILINE)


def test_every_dependency_has_its_line_and_its_reason() -> None:
    assert {name.lower() for name in first_cells("dependencies.md")} == declared_dependencies()


def test_dependency_versions_are_those_of_the_constraints() -> None:
    locked = dict(
        re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "packaging/constraints.txt").read_text(), re.MULTILINE)
    )
    text = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    wrong = [
        name
        for name in first_cells("dependencies.md")
        if f"| {locked[name.lower()]} |"
        not in next(line for line in text.splitlines() if f"| {name} |" in line)
    ]
    assert wrong == []


def test_constraints_name_no_host_index_path_or_hash() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 50
    assert [
        line for line in lines if not re.fullmatch(r"[a-z0-9][\w.-]*==[\w.]+( ; [\w '\".<>=!]+)?", line)
    ] == []


def test_a_glossary_word_has_one_meaning() -> None:
    words = first_cells("glossary.md")
    assert len(words) > 40
    assert sorted(set(words)) == sorted(words)


def test_decisions_are_numbered_without_gaps_and_titled_by_sentences() -> None:
    pages = sorted((DOCS / "adr").glob("*.md"))
    titles = [page.read_text(encoding="utf-8").splitlines()[0] for page in pages]
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert [
        title
        for number, title in enumerate(titles, 1)
        if not re.match(rf"# {number}\. [A-Z]\w* \w+ \w+", title)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    dead = [target for target in targets if not (page.parent / target).exists()]
    assert dead == []


def test_what_the_tests_import_is_declared() -> None:
    homes = packages_distributions()
    allowed = declared_dependencies() | {"shiboken6"}
    stray = {
        name.split(".")[0]
        for file in source_files("tests")
        for _, name in imported_roots(file.tree)
        if name.split(".")[0] not in sys.stdlib_module_names | {"storedesk", "tests"}
        and not {home.lower().replace("_", "-") for home in homes.get(name.split(".")[0], [])} & allowed
    }
    assert stray == set()
