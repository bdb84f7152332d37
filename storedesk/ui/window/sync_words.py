"""The words of the sync panel: where a change stands, why, what central said, and what people have to hear."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from storedesk.desk.sync_entries import EntryView, Standing, Why
from storedesk.desk.sync_notices import Fetching, Notice, NoticeKind
from storedesk.ui.screens.first_run_copy import counted
from storedesk.ui.screens.sync_rows import EntryDetail, EntryRow, EntryState, NoticeShown
from storedesk.ui.window import times
from storedesk.ui.window.action_texts import action_icon, action_text, fulfilment_of
from storedesk.ui.window.refusal_texts import known_reason_text

_STATES = {
    Standing.NEXT: EntryState.NEXT,
    Standing.SENDING: EntryState.SENDING,
    Standing.AGAIN: EntryState.AGAIN,
    Standing.BEHIND: EntryState.BEHIND,
    Standing.PARKED: EntryState.PARKED,
    Standing.REFUSED: EntryState.REFUSED,
    Standing.NEEDS_YOU: EntryState.NEEDS_YOU,
    Standing.CONFIRMED: EntryState.CONFIRMED,
}
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Around:
    """What the words of a change need beside it: order numbers by fulfilment, names by staff number, time, zone."""

    numbers: dict[str, str]
    names: dict[int, str]
    now: int
    zone: str


class SyncWords(QObject):
    """A ``QObject``, because the text collector sees plurals only in ``tr``."""

    def row(self, view: EntryView, around: Around) -> EntryRow:
        entry = view.entry
        return EntryRow(
            key=str(entry.number),
            icon=action_icon(entry.kind),
            title=self.title(view, around),
            by=self.tr("entry {number} · {name}").format(
                number=entry.number, name=around.names.get(entry.staff_id, "")
            ),
            made=times.clock(entry.at, around.zone),
            age=times.short_age(around.now - entry.at),
            tries=entry.tries,
            state=EntryState.CORRECTED if view.why is Why.CORRECTED else _STATES[view.standing],
            state_detail=self._state_detail(view, around),
            reason=self.reason(view),
        )

    def title(self, view: EntryView, around: Around) -> str:
        return action_text(view.entry.kind, around.numbers.get(fulfilment_of(view.entry.args), ""))

    def reason(self, view: EntryView) -> str:
        """Why it stands where it stands, in a few words."""
        if view.may_be_refused and view.waits:
            return self.tr("may be refused: something changed")
        if view.earlier and view.waits:
            return self.tr("sent again: central was put back")
        return {
            Why.IN_TURN: self.tr("goes out in its turn"),
            Why.ON_ITS_WAY: self.tr("on its way now"),
            Why.AFTER: self.tr("goes after {number}, same desk").format(number=view.after),
            Why.NO_LINE: self.tr("no line: goes out when it is back"),
            Why.ON_PURPOSE: self.tr("this desk is offline on purpose"),
            Why.BUSY: self.tr("central asked to wait"),
            Why.STOPPED: self.tr("central does not let this desk send"),
            Why.PARKED: self.tr("central cannot read it yet"),
            Why.REFUSED: self.tr("central said no"),
            Why.CONFLICT: self.tr("taken, and somebody has to look"),
            Why.TAKEN: self.tr("central took it"),
            Why.CORRECTED: self.tr("decided again, otherwise"),
        }[view.why]

    def detail(self, view: EntryView, around: Around) -> EntryDetail:
        """All that is known of a change; the notice says what it means and what to do."""
        entry = view.entry
        clock, name = times.clock(entry.at, around.zone), around.names.get(entry.staff_id, "")
        facts = [(self.tr("This desk"), ", ".join(part for part in (clock, name) if part))]
        if entry.tries:
            last = times.clock(entry.last_try_at, around.zone) if entry.last_try_at else "–"
            facts.append((self.tr("Tries"), self.tr("{n}, last {time}").format(n=entry.tries, time=last)))
        if entry.decided_at:
            facts.append((self.tr("Central answered"), times.clock(entry.decided_at, around.zone)))
        if view.standing is Standing.REFUSED:
            said = known_reason_text(entry.reason or "", dict(view.reason_facts))
            facts.append((self.tr("In its words"), said))
        if view.earlier and not view.waits:
            facts.append((self.tr("Before"), self._outcome(view.earlier)))
            facts.append((self.tr("Now"), self._outcome(entry.outcome or "")))
        if view.after:
            facts.append((self.tr("Waits for"), self.tr("entry {number}").format(number=view.after)))
        if view.holds_back:
            facts.append((self.tr("Waiting behind it"), self.tr("%n changes", "", view.holds_back)))
        facts.append((self.tr("Action"), _shortened(entry.action_id)))
        bold, more = self._meaning(view)
        return EntryDetail(self.title(view, around), tuple(facts), bold, more)

    def notice(self, notice: Notice, zone: str) -> NoticeShown:
        at = times.clock(notice.at, zone) if notice.at else ""
        match notice.kind:
            case NoticeKind.STUCK_QUEUE:
                bold = self.tr("Nothing has gone out for 15 minutes, though central answers.")
                more = self.tr(
                    "%n changes are safe on this desk. Try now (F5). If it stays so, copy the oldest one and call support.",
                    "",
                    notice.count,
                )
                return NoticeShown(bold, more, "alert-triangle", "warn")
            case NoticeKind.STUCK_FEED:
                bold = self.tr("Nothing new has come in for 15 minutes, though central answers.")
                more = self.tr("What you do is safe and goes out. Figures may be old: call support, D-14.")
                return NoticeShown(bold, more, "alert-triangle", "warn")
            case NoticeKind.COPIED:
                bold = self.tr("This desk’s data is in use twice.")
                more = self.tr(
                    "Noticed at {time}. Your work is safe. Close the other copy of this desk, then tell support: D-15."
                ).format(time=at)
                return NoticeShown(bold, more, "copy", "bad")
            case NoticeKind.RESTORED:
                bold = self.tr("The central system was put back to an earlier state.")
                more = self.tr(
                    "Noticed at {time}. This desk sends again what it knows. Work goes on."
                ).format(time=at)
                return NoticeShown(bold, more, "history", "warn")
            case NoticeKind.CORRECTED:
                bold = self.tr("%n changes were decided again, and otherwise than before.", "", notice.count)
                return NoticeShown(
                    bold,
                    self.tr("Both answers stand under Decided. Look before you go on."),
                    "versions",
                    "warn",
                )
            case NoticeKind.PARKED:
                bold = self.tr("%n changes are kept for later.", "", notice.count)
                more = self.tr(
                    "The central system cannot read this yet. It is safe there, and nothing waits for it."
                )
                return NoticeShown(bold, more, "player-pause", "")
        bold = self.tr("A part of the data is being fetched again.")
        return NoticeShown(bold, self._fetching(notice.fetching), "refresh", "accent", _part(notice.fetching))

    def _fetching(self, fetching: Fetching | None) -> str:
        if fetching is None:
            return self.tr("Work goes on with what is here.")
        said = self.tr("{done} of {all} MB, {rows} rows. Work goes on with what is here.")
        done, whole = (f"{size / _MEGABYTE:.1f}" for size in (fetching.done, fetching.total))
        return said.format(done=done, all=whole, rows=counted(fetching.rows))

    def _state_detail(self, view: EntryView, around: Around) -> str:
        if view.standing is Standing.BEHIND:
            return str(view.after)
        if view.standing is Standing.AGAIN:
            return self.tr("{n} s").format(n=max(1, -(-view.again_in // 1000)))
        if view.standing is Standing.CONFIRMED and view.entry.decided_at and view.why is not Why.CORRECTED:
            return times.clock(view.entry.decided_at, around.zone)
        return ""

    def _meaning(self, view: EntryView) -> tuple[str, str]:
        match view.why:
            case Why.REFUSED:
                return self.tr("Central said no."), self.tr(
                    "Nothing of it counts. What to do with the goods stands in Attention."
                )
            case Why.CONFLICT:
                return self.tr("Taken, and somebody has to look."), self.tr(
                    "It stands in Attention. Nothing else waits for this."
                )
            case Why.PARKED:
                return self.tr("Kept for later: the central system cannot read it yet."), self.tr(
                    "It is safe there and is decided after an update. Nothing else waits for this."
                )
            case Why.CORRECTED:
                return self.tr("Decided again, otherwise than before."), self.tr(
                    "The central system had been put back to an earlier state. See what is true now before you go on."
                )
        if view.may_be_refused and view.waits:
            return self.tr("May be refused."), self.tr(
                "Something it was based on has changed centrally. It is sent all the same, and central decides."
            )
        return "", ""

    def _outcome(self, outcome: str) -> str:
        return {
            "accepted": self.tr("taken"),
            "accepted_with_conflict": self.tr("taken, and somebody has to look"),
            "refused": self.tr("refused"),
            "parked": self.tr("kept for later"),
        }.get(outcome, outcome)


def _shortened(action_id: str) -> str:
    """As long as people compare it: beginning and end."""
    plain = action_id.replace("-", "").upper()
    return f"{plain[:8]}…{plain[-4:]}" if len(plain) > 12 else plain


def _part(fetching: Fetching | None) -> float:
    return 0.0 if fetching is None else max(0.01, fetching.part)
