"""A personal number is refused in every free text of every kind of action, before anything is kept."""

from collections import defaultdict
from itertools import cycle

import msgspec
import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.registry import KINDS, act_from, decide, may_begin
from storedesk.domain.reasons import PersonalNumberInText
from tests.actions.test_every_action import many_days
from tests.actions.work_day import Done
from tests.day.canaries import PERSONAL_NUMBERS
from tests.day.typed_texts import free_texts, put_text
from tests.memory_state import MemoryState

WITH_TEXTS = sorted(kind for kind, known in KINDS.items() if list(free_texts(known.args)))


def done_well(kind: str) -> list[Done]:
    found = defaultdict(list)
    for done in many_days():
        if isinstance(done.result, Accepted) and done.gate is None:
            found[done.act.kind].append(done)
    return found[kind]


@pytest.mark.parametrize("kind", WITH_TEXTS)
def test_a_personal_number_is_refused_in_every_free_text(kind: str) -> None:
    known, numbers = KINDS[kind], cycle(PERSONAL_NUMBERS)
    for path in free_texts(known.args):
        tried = 0
        for done in done_well(kind):
            args = msgspec.to_builtins(done.act.args)
            if tried == len(PERSONAL_NUMBERS) or not put_text(args, path.split("."), next(numbers)):
                continue
            act = done.act
            typed = act_from(
                act.id, kind, known.version, msgspec.json.encode(args), act.staff_id, act.place_id, act.desk
            )
            state = MemoryState(done.before)
            said = may_begin(state, typed, done.at) or decide(state, typed, done.at, done.at)
            assert isinstance(said, Rejected), (path, args)
            tried += isinstance(said.reason, PersonalNumberInText)
        assert tried, f"{kind}.{path} was never reached"
