"""Finds the files that are shipped with the program."""

import sys
from pathlib import Path


def resource_file(*parts: str) -> Path:
    """The path of a shipped file below ``resources``; in a frozen folder it lies beside the program's data."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)


def shipped_mapping(kind: str) -> Path:
    """The mapping file that is shipped for a kind of file."""
    return resource_file("mappings", f"{kind}.toml")
