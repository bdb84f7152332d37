"""The six steps of connecting a channel, each with how far it is."""

from storedesk.protocol.channel_wire import ChannelTold
from storedesk.ui.screens.connect.connect_words import said
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.stepper import Step, Stepper, StepState

_NAMES = (
    QT_TRANSLATE_NOOP("Connect", "Platform"),
    QT_TRANSLATE_NOOP("Connect", "Sign in"),
    QT_TRANSLATE_NOOP("Connect", "Check"),
    QT_TRANSLATE_NOOP("Connect", "Places"),
    QT_TRANSLATE_NOOP("Connect", "First load"),
    QT_TRANSLATE_NOOP("Connect", "Switch on"),
)
ON_STATES = ("loading", "on")
_LOAD, _SETTLED = 4, ("following", "later")
DONE, NOW, LATER = StepState.DONE, StepState.NOW, StepState.LATER
_RUNNING_AHEAD = QT_TRANSLATE_NOOP("Connect", "running ahead")
_READING, _READ = QT_TRANSLATE_NOOP("Connect", "reading"), QT_TRANSLATE_NOOP("Connect", "all read")
_IS_ON, _ALL_RIGHT = QT_TRANSLATE_NOOP("Connect", "on"), QT_TRANSLATE_NOOP("Connect", "all right")


class StepRail(Stepper):
    """The first step that is not done is now; the first load may run beside another."""

    def show_told(self, told: ChannelTold | None, platform: str) -> None:
        """``platform`` is the name of the chosen one, or empty."""
        line = None if told is None else told.line
        on = line is not None and line.state in ON_STATES
        checked = told is not None and told.checked_at is not None
        needed, unset, missing = (0, 0, 0) if told is None else (told.needed, told.to_choose, told.missing)
        read = told is not None and bool(told.kinds) and all(one.phase in _SETTLED for one in told.kinds)
        right = said(_ALL_RIGHT) if checked else ""
        ahead = line is not None and line.state in ("reading", "loading")
        steps = (
            (bool(platform), platform),
            (line is not None and not missing, "" if line is None else line.code),
            (
                on or (checked and not needed),
                self.tr("%n things are missing", "", needed) if needed else right,
            ),
            (on or (checked and not unset), self.tr("%n to match", "", unset) if unset else right),
            (read, said(_READ) if read else said(_READING if on else _RUNNING_AHEAD) if ahead else ""),
            (on, said(_IS_ON) if on else ""),
        )
        now = next((number for number, step in enumerate(steps) if not step[0] and number != _LOAD), -1)
        names = zip(_NAMES, steps, strict=True)
        self.show_steps(
            tuple(
                Step(said(name), detail, DONE if done else NOW if number == now else LATER)
                for number, (name, (done, detail)) in enumerate(names)
            )
        )

    def blocked_text(self, told: ChannelTold | None) -> str:
        """What keeps the channel from being switched on; empty for nothing."""
        if told is None or told.line is None:
            return self.tr("Sign in first")
        if told.checked_at is None:
            return self.tr("Check it first")
        parts = []
        if told.missing:
            parts.append(self.tr("%n fields to fill", "", told.missing))
        if told.needed:
            parts.append(self.tr("%n things are missing", "", told.needed))
        if told.to_choose:
            parts.append(self.tr("%n places to choose", "", told.to_choose))
        return ", ".join(parts)
