"""The words of readiness: what each job has here, how old, and what does not work without a line."""

from PySide6.QtCore import QObject

from storedesk.desk.readiness import Job, JobReady, Ready
from storedesk.ui.screens.first_run_copy import counted
from storedesk.ui.screens.sync_rows import ReadinessRow
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.window import times

_ICONS = {
    Job.PICKUPS: "shopping-bag",
    Job.STOCK: "barcode",
    Job.ORDERS: "receipt",
    Job.QUOTES: "file-invoice",
    Job.RIGHTS: "key",
    Job.LABELS: "tag",
    Job.REFUNDS: "credit-card",
    Job.PRINTING: "printer",
}
_TONES = {
    Ready.FULL: Tone.OK,
    Ready.OLD: Tone.WARN,
    Ready.PART: Tone.WARN,
    Ready.QUEUED: Tone.NEUTRAL,
    Ready.NONE: Tone.BAD,
}
_BESIDE = (Job.PICKUPS, Job.STOCK, Job.QUOTES, Job.RIGHTS)
_MEASURED = (Job.PICKUPS, Job.STOCK, Job.ORDERS, Job.QUOTES, Job.RIGHTS)


class ReadinessWords(QObject):
    """A ``QObject``, because the text collector sees plurals only in ``tr``."""

    def row(self, job: JobReady, now: int, zone: str) -> ReadinessRow:
        is_old = job.ready in (Ready.OLD, Ready.PART)
        name, what = self._name(job.job)
        return ReadinessRow(
            icon=_ICONS[job.job],
            name=name,
            part=job.part,
            words=self._words(job),
            as_of=self._as_of(job, now, zone),
            is_ageing=is_old,
            what=what,
            state=self.tr("Fetching") if job.refetching else self._state(job),
            tone=Tone.INFO if job.refetching else _TONES[job.ready],
            without=self._without(job, zone),
            has_meter=job.job in _MEASURED,
            is_main=job.job in _BESIDE,
            short=self._short(job),
        )

    def _as_of(self, job: JobReady, now: int, zone: str) -> str:
        """Seconds and minutes while they are few, then the clock; a dash where time does not matter."""
        if job.as_of is None:
            return "–"
        seconds = max(0, now - job.as_of) // 1000
        if seconds < 60:
            return self.tr("{n} s").format(n=seconds)
        if seconds < 3600:
            return self.tr("{n} min").format(n=seconds // 60)
        return times.clock(job.as_of, zone)

    def _name(self, job: Job) -> tuple[str, str]:
        return {
            Job.PICKUPS: (self.tr("Pickups"), self.tr("Pick, stage, check code, hand over")),
            Job.STOCK: (self.tr("Stock"), self.tr("Look up, hold, count, adjust")),
            Job.ORDERS: (self.tr("Orders"), self.tr("Look up, return with limit per line")),
            Job.QUOTES: (self.tr("Quotes"), self.tr("Contract prices, tiers, send later")),
            Job.RIGHTS: (self.tr("Rights, PINs"), self.tr("Sign in, approve with a supervisor’s PIN")),
            Job.LABELS: (self.tr("Label signatures"), self.tr("Tell a genuine code of a customer")),
            Job.REFUNDS: (self.tr("Refunds"), self.tr("Recorded now, paid out when online")),
            Job.PRINTING: (self.tr("Printing"), self.tr("Slips, quotes, labels")),
        }[job]

    def _words(self, job: JobReady) -> str:
        missing = job.want - job.have
        match job.job:
            case Job.PICKUPS if missing:
                return self.tr("%n without the person", "", missing)
            case Job.PICKUPS:
                return self.tr("all %n pickups, persons complete", "", job.have)
            case Job.STOCK:
                items = self.tr("{n} items").format(n=counted(job.have))
                places = self.tr("%n places", "", job.more)
                return f"{items}, {places}"
            case Job.ORDERS:
                return self.tr("{n} orders").format(n=counted(job.have))
            case Job.QUOTES:
                return self.tr("{n} of {all} accounts have prices").format(n=job.have, all=job.want)
            case Job.RIGHTS:
                people = self.tr("{n} of {all} people with a PIN").format(n=job.have, all=job.want)
                supervisors = self.tr("%n may supervise", "", job.more)
                return f"{people}, {supervisors}"
            case Job.LABELS:
                return self.tr("the key is here") if job.have else self.tr("the key is not here")
            case Job.REFUNDS:
                return self.tr("%n queued", "", job.have) if job.have else self.tr("none queued")
        if job.ready is Ready.PART:
            return self.tr("no printer is set up")
        waiting = self.tr("%n wait for a printer", "", job.have) if job.have else self.tr("nothing waits")
        unsure = self.tr("%n unsure", "", job.more)
        return f"{waiting}, {unsure}" if job.more else waiting

    def _short(self, job: JobReady) -> str:
        match job.job:
            case Job.PICKUPS:
                return self.tr("%n orders", "", job.have)
            case Job.STOCK:
                return self.tr("{n} items").format(n=counted(job.have))
            case Job.QUOTES:
                return self.tr("{n} of {all} accounts").format(n=job.have, all=job.want)
            case Job.RIGHTS:
                return self.tr("{n} of {all} people").format(n=job.have, all=job.want)
        return ""

    def _state(self, job: JobReady) -> str:
        match job.ready:
            case Ready.FULL:
                return self.tr("Full")
            case Ready.OLD:
                return self.tr("Ageing")
            case Ready.PART:
                return self.tr("In part")
            case Ready.QUEUED:
                return self.tr("Queued")
        return self.tr("Missing")

    def _without(self, job: JobReady, zone: str) -> str:
        until = times.clock(job.good_until, zone) if job.good_until else ""
        match job.job:
            case Job.PICKUPS if until:
                return self.tr(
                    "Orders not here: hand over from the label. After {time} each handover without a line wants a second check."
                ).format(time=until)
            case Job.PICKUPS:
                return self.tr("Orders not here: hand over from the label, with a second check.")
            case Job.STOCK:
                return self.tr(
                    "Other places are as old as this: call them, and promise this desk’s own share only."
                )
            case Job.ORDERS:
                return self.tr("Orders that are not here cannot be looked up: call customer service.")
            case Job.QUOTES if until:
                return self.tr(
                    "Good until {time}, then prices are indicative. No prices here: use the list price, or save and price later."
                ).format(time=until)
            case Job.QUOTES:
                return self.tr("Prices are indicative: use the list price, or save and price later.")
            case Job.RIGHTS:
                return self.tr("A new person or a new PIN does not work: somebody known here signs in.")
            case Job.LABELS if job.have:
                return ""
            case Job.LABELS:
                return self.tr("A label cannot be told from a forged one: ask for ID and a supervisor’s PIN.")
            case Job.REFUNDS:
                return self.tr("The return is saved; the customer gets the money later.")
        return self.tr("Choose a printer in Settings.") if job.ready is Ready.PART else ""
