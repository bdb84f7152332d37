"""What can be wrong with a simulated hub."""

from typing import NamedTuple

from storedesk.hub.decide_push import NO_FAULTS, Faults


class HubBug(NamedTuple):
    """``answers_early``: before the commit, so that a crash takes back what was said. ``turns_round``: decides a
    push from its end. ``same_tags``: gives each commit the same tag. ``trigger`` is SQL that the database runs."""

    faults: Faults = NO_FAULTS
    answers_early: bool = False
    turns_round: bool = False
    same_tags: bool = False
    trigger: str = ""


SOUND_HUB = HubBug()
