"""Draws every screen as PNG, for dev.py shots; runs in the checkout's environment."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from storedesk.ui.shots import SIZES, render_shots
from storedesk.ui.texts.language import LANGUAGES
from storedesk.ui.theme.tokens import Mode


def main(arguments: Sequence[str]) -> int:
    """Render the wanted screens in each theme, size and language; 0 when all of them are written."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    parser.add_argument("--language", choices=LANGUAGES, help="only this one")
    parser.add_argument("--theme", type=Mode, choices=tuple(Mode), help="only this one")
    parser.add_argument("--width", type=int, choices=[width for width, _ in SIZES], help="only this one")
    parser.add_argument("--text", type=int, choices=(100, 115, 130), default=100, help="text size in percent")
    parser.add_argument("names", nargs="*", help="only these screens")
    chosen = parser.parse_args(arguments)
    begun = time.monotonic()
    try:
        made = _render(chosen)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(made)} pictures in {chosen.out}, {time.monotonic() - begun:.1f} s")
    return 0 if made else 1


def _render(chosen: argparse.Namespace) -> list[Path]:
    modes = (chosen.theme,) if chosen.theme else tuple(Mode)
    sizes = [size for size in SIZES if chosen.width in (None, size[0])]
    made: list[Path] = []
    for language in (chosen.language,) if chosen.language else LANGUAGES:
        folder = chosen.out if chosen.language else chosen.out / language
        made += render_shots(folder, chosen.names, modes, sizes, language, chosen.text / 100)
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
