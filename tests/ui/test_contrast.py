"""The contrast of the theme's colours, computed from the theme itself."""

import pytest

from storedesk.ui.theme.contrast import contrast
from storedesk.ui.theme.tokens import COLOURS, DARK, LIGHT, Mode

READ, SEEN = 4.5, 3.0
PAIRS = [
    *((ink, ground, READ) for ink in ("text", "text2", "text3") for ground in ("panel", "bg", "subtle")),
    *((ink, ground, READ) for ink in ("text", "text2") for ground in ("neu_soft", "accent_soft")),
    ("text3", "accent_soft", READ),
    ("accent_text", "panel", READ),
    ("accent_text", "accent_soft", READ),
    ("onaccent", "accent", READ),
    ("onaccent", "accent_hover", READ),
    ("onaccent", "accent_down", READ),
    *(
        (f"{kind}_text", ground, READ)
        for kind in ("ok", "warn", "bad")
        for ground in (f"{kind}_soft", "panel")
    ),
    *((f"{kind}_text", "accent_soft", READ) for kind in ("ok", "warn", "bad")),
    *((kind, "panel", SEEN) for kind in ("ok", "warn", "bad", "accent", "ctl")),
    ("ctl", "bg", SEEN),
    ("vio_text", "vio_soft", READ),
    ("onoff", "off", READ),
    ("onrail", "rail", READ),
    ("onraila", "raila", READ),
    ("onbadge", "badge", READ),
]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("ink", "ground", "need"), PAIRS)
def test_every_pair_of_colours_reaches_its_contrast(mode: Mode, ink: str, ground: str, need: float) -> None:
    colours = COLOURS[mode]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= need


@pytest.mark.parametrize(
    ("colours", "ink", "ground", "ratio"),
    [(LIGHT, "text", "panel", 17.3), (LIGHT, "ctl", "bg", 3.3), (DARK, "text3", "accent_soft", 5.5)],
)
def test_contrast_is_that_of_the_design(colours: object, ink: str, ground: str, ratio: float) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) == pytest.approx(ratio, abs=0.06)


def test_black_on_white_is_21_and_a_colour_on_itself_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#2254C5", "#2254C5") == pytest.approx(1)
