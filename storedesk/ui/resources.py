"""Where the fonts, icons and translations that come with StoreDesk are."""

import sys
from pathlib import Path


def resource_dir() -> Path:
    """The `resources` folder: beside the package in a checkout, inside the bundle when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return root / "resources"
