"""Counts what became of every row of an import, so that nothing disappears unreported."""

import msgspec
from msgspec import Struct

KEPT_REFUSALS = 10_000


class Refusal(Struct, frozen=True, array_like=True):
    part: str
    line: int
    reason: str


class ImportReport(Struct):
    """Rows read = taken + repaired + refused, always. ``repairs`` and ``meanings`` count kinds; a row may
    have several repairs and has one meaning. ``counts`` and the three last figures count records, not rows;
    ``repeated`` says that the run had been finished before."""

    read: int = 0
    taken: int = 0
    repaired: int = 0
    refused: int = 0
    repairs: dict[str, int] = {}
    meanings: dict[str, int] = {}
    reasons: dict[str, int] = {}
    refusals: list[Refusal] = []
    inserted: int = 0
    changed: int = 0
    unchanged: int = 0
    counts: dict[str, int] = {}
    files: dict[str, str] = {}
    repeated: bool = False

    def take(self, meaning: str, repairs: tuple[str, ...] = ()) -> None:
        """A row that went in, as it was or repaired."""
        self.read += 1
        self.meanings[meaning] = self.meanings.get(meaning, 0) + 1
        if repairs:
            self.repaired += 1
            for kind in set(repairs):
                self.repairs[kind] = self.repairs.get(kind, 0) + 1
        else:
            self.taken += 1

    def refuse(self, part: str, line: int, reason: str) -> None:
        """A row that stays outside, with the reason; the first 10,000 keep their lines."""
        self.read += 1
        self.refused += 1
        self.reasons[reason] = self.reasons.get(reason, 0) + 1
        if len(self.refusals) < KEPT_REFUSALS:
            self.refusals.append(Refusal(part, line, reason))

    def adds_up(self) -> bool:
        """Every row that was read is taken, repaired or refused, and has exactly one meaning or reason."""
        went_in = sum(self.meanings.values()) == self.taken + self.repaired
        return (
            self.read == self.taken + self.repaired + self.refused
            and went_in
            and sum(self.reasons.values()) == self.refused
        )

    def after(self, inserted: int, changed: int, unchanged: int) -> "ImportReport":
        """The report with these records added."""
        return msgspec.structs.replace(
            self,
            inserted=self.inserted + inserted,
            changed=self.changed + changed,
            unchanged=self.unchanged + unchanged,
        )

    def to_json(self) -> str:
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> "ImportReport":
        """Raises msgspec.ValidationError for a text that is no report."""
        return msgspec.json.decode(text, type=cls)

    def lines(self) -> list[str]:
        """The report for a person, one fact a line."""
        shown = [f"{name}: {how}" for name, how in self.files.items()]
        shown += [
            f"rows read      {self.read:>9,}",
            f"taken          {self.taken:>9,}",
            f"repaired       {self.repaired:>9,}",
            f"refused        {self.refused:>9,}",
            f"records        {self.inserted:>9,} new, {self.changed:,} changed, {self.unchanged:,} unchanged",
        ]
        for title, counts in (
            ("found", self.counts),
            ("meaning", self.meanings),
            ("repair", self.repairs),
            ("refused because", self.reasons),
        ):
            shown += [f"  {title}: {kind} {count:,}" for kind, count in sorted(counts.items())]
        shown += [f"  refused: {item.part}, line {item.line}: {item.reason}" for item in self.refusals[:20]]
        if self.refused > 20:
            shown.append(f"  … and {self.refused - 20:,} more (all with --json)")
        return shown
