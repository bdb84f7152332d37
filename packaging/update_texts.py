"""Collects the texts of the screens into the .ts files and builds the .qm files from them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "storedesk" / "ui" / "texts"
BUILT = ROOT / "resources" / "translations"
COLLECT = ("-source-language", "en", "-locations", "none", "-no-obsolete")


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def collect() -> None:
    """Bring both .ts files up to date; English only holds what has a plural."""
    sources = sorted(str(path) for path in (ROOT / "storedesk" / "ui").rglob("*.py"))
    for language, more in (("en", ("-pluralonly",)), ("sv", ())):
        target = ("-target-language", language, "-ts", str(TEXTS / f"storedesk_{language}.ts"))
        subprocess.run([_tool("lupdate"), *sources, *COLLECT, *more, *target], check=True)


def build() -> None:
    """Write the .qm files the application loads."""
    BUILT.mkdir(parents=True, exist_ok=True)
    for source in sorted(TEXTS.glob("*.ts")):
        target = BUILT / f"{source.stem}.qm"
        subprocess.run([_tool("lrelease"), str(source), "-qm", str(target)], check=True)


if __name__ == "__main__":
    if "--build-only" not in sys.argv:
        collect()
    build()
