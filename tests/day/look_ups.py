"""Sixty looks for an order, by what a caller or a customer says; each must find the right one."""

import random
from collections import Counter

from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import Found, OrdersFound, SearchFound, resolve
from storedesk.domain.plain_text import fold
from tests.day.day_desk import DayDesk
from tests.day.day_shop import Job, person_of

PER_DAY = 60
WAYS = ("number", "tail", "name", "phone", "email", "whole_name")


class LookUps:
    """``done`` counts the looks that found the order that was meant, by way."""

    def __init__(self, rng: random.Random, jobs: list[Job]) -> None:
        self._rng, self._jobs = rng, jobs
        self.done: Counter[str] = Counter()

    def look(self, desk: DayDesk, way: str, anywhere: bool) -> None:
        """``anywhere``: also orders of other stores, people included."""
        job = self._rng.choice([job for job in self._jobs if anywhere or job.place == desk.place_id])
        typed = self._typed(way, job)
        place, now = desk.place, desk.clock.now()
        found = desk.read(lambda connection: resolve(typed, DeskLookUp(connection), place, now))
        numbers = numbers_of(found)
        assert str(job.number) in numbers, (way, typed, job, found)
        if way in ("number", "phone", "email", "tail", "whole_name"):
            assert numbers == [str(job.number)], (way, typed, numbers)
        self.done[way] += 1

    def _typed(self, way: str, job: Job) -> str:
        person = person_of(job)
        match way:
            case "number":
                return str(job.number)
            case "tail":
                return str(job.number)[-4:]
            case "name":
                return fold(person.name.split()[-1])[:9]
            case "phone":
                return person.phone[5:].replace(" ", "-") if self._rng.random() < 0.5 else person.phone
            case "email":
                return person.email.split(".")[0] + "."
        return fold(person.name)


def numbers_of(found: Found) -> list[str]:
    """The numbers of the orders that were found."""
    if isinstance(found, OrdersFound):
        return [hit.number for hit in found.hits]
    return [hit.number for hit in found.orders] if isinstance(found, SearchFound) else []
