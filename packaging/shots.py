"""Draws every screen as PNG, for dev.py shots; runs in the checkout's environment."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from storedesk.ui.shots import render_shots


def main(arguments: Sequence[str]) -> int:
    """Render the wanted screens in light and dark, at both sizes; 0 when all of them are written."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    parser.add_argument("--language", default="en", help="en or sv")
    parser.add_argument("names", nargs="*", help="only these screens")
    chosen = parser.parse_args(arguments)
    begun = time.monotonic()
    try:
        made = render_shots(chosen.out, chosen.names, language=chosen.language)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(made)} pictures in {chosen.out}, {time.monotonic() - begun:.1f} s")
    return 0 if made else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
