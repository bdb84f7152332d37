"""Locks the desk, signs people in by PIN or badge, and locks again when nobody does anything."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from storedesk.desk.profile import Settings
from storedesk.domain.records import Staff
from storedesk.protocol.desk_link import SignedIn, SignIn, SignInByBadge
from storedesk.storage.desk_reads import staff_of_place
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.lock_screen import LockScreen, LockShown, LockUser
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.role_words import role_name
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.trouble_texts import answer_problem

_ACTIVITY = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)


class LockControl(QObject):
    """``signed_in`` is emitted when a person stands at the desk."""

    signed_in = Signal()
    locked = Signal()

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, lock_after_seconds: int
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._after = lock_after_seconds
        self._staff: dict[str, Staff] = {}
        self._screen: LockScreen | None = None
        self._chosen = ""
        self._tries_left: int | None = None
        self._blocked_until = 0
        self.comes_in = 0
        """Who has just given the PIN to the window before this one, which had another language or size."""
        shell.lock_asked.connect(self.lock)
        session.settings_changed.connect(self._settings_changed)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _settings_changed(self, settings: Settings) -> None:
        self._after = settings.lock_after_seconds

    @property
    def is_locked(self) -> bool:
        return self._screen is not None

    def lock(self) -> None:
        """Covers the window; open work is kept, nothing of a customer stays readable."""
        self._session.user = None
        self.locked.emit()
        self.idle.stop()
        if self._staff:
            self._put_up()
        self._background.start(self._cover())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and self._session.user is not None:
            self.idle.start(self._after * 1000)
        return False

    def badge(self, token: str) -> None:
        """A badge was scanned: whoever it belongs to is at the desk now."""
        self._background.start(self._by_badge(token))

    async def _cover(self) -> None:
        place = self._session.place
        if place is None:
            return
        place_id = place.id
        people = await self._session.read(lambda connection: staff_of_place(connection, place_id))
        self._staff = {str(person.staff_id): person for person in people}
        comes, self.comes_in = self._staff.get(str(self.comes_in)), 0
        if comes is not None:
            self._enter(comes)
            return
        self._put_up()
        self._show()

    def _put_up(self) -> None:
        """The lock screen over the window, unless it is there or somebody has come in meanwhile."""
        if self._screen is not None or self._session.user is not None:
            return
        self._chosen, self._tries_left, self._blocked_until = "", None, 0
        self._screen = LockScreen(self._shown())
        self._screen.user_chosen.connect(self._choose)
        self._screen.pin_entered.connect(lambda key, pin: self._background.start(self._by_pin(key, pin)))
        self._shell.cover(self._screen)
        self._tick.start(1000)

    def _choose(self, key: str) -> None:
        self._chosen, self._tries_left, self._blocked_until = key, None, 0

    async def _by_pin(self, key: str, pin: str) -> None:
        request = self._session.link.next_request()
        answer: SignedIn = await self._session.ask(SignIn(request=request, staff_id=int(key), pin=pin))
        self._take(answer)

    async def _by_badge(self, token: str) -> None:
        request = self._session.link.next_request()
        answer: SignedIn = await self._session.ask(SignInByBadge(request=request, token=token))
        if answer.outcome == "unknown":
            self._shell.say(self.tr("Nobody of this store has this badge."), ToastKind.WARN)
        else:
            await self._cover()
            self._take(answer)

    def _take(self, answer: SignedIn) -> None:
        if answer.outcome == "in":
            self._enter(self._staff[str(answer.staff_id)])
            return
        if answer.outcome == "unavailable":
            self._shell.say(answer_problem("not_counted"), ToastKind.WARN)
            return
        self._tries_left, self._blocked_until = answer.tries_left, answer.blocked_until
        if self._screen is not None:
            self._screen.refuse()
            self._show()

    def _enter(self, person: Staff) -> None:
        self._session.user = person
        self._tick.stop()
        screen, self._screen = self._screen, None
        self._shell.uncover()
        if screen is not None:
            screen.deleteLater()
        self.idle.start(self._after * 1000)
        self.signed_in.emit()

    def _show(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._shown())

    def _shown(self) -> LockShown:
        session, place = self._session, self._session.place
        assert place is not None
        now, sync = session.now(), session.sync
        offline = sync is not None and not sync.online and sync.offline_since is not None
        return LockShown(
            store=place.name,
            desk=session.desk.desk,
            clock=times.clock(now, place.zone),
            date=times.long_day(now, place.zone, session.language),
            sync_line=self._line(now, place.zone),
            is_offline=offline,
            work_line=self.tr("%n changes wait on this desk.", "", sync.waiting)
            if sync is not None and sync.waiting
            else self.tr("Nothing waits to be sent."),
            lock_after_minutes=max(1, self._after // 60),
            users=tuple(
                LockUser(key, person.name, role_name(person.role), "", person.position % 4)
                for key, person in self._staff.items()
            ),
            chosen=self._chosen,
            tries_left=self._tries_left,
            locked_minutes=max(0, -(-(self._blocked_until - now) // times.MINUTE_MS))
            if self._blocked_until
            else 0,
        )

    def _line(self, now: int, zone: str) -> str:
        if self._session.desk.practice:
            return self.tr("Practice: there is no line to central.")
        sync = self._session.sync
        if sync is None or (sync.last_good_at is None and sync.offline_since is None):
            return self.tr("Looking for central …")
        if not sync.online and sync.offline_since is not None:
            return self.tr("Offline since {time}. Work goes on.").format(
                time=times.clock(sync.offline_since, zone)
            )
        return self.tr("Synced {age}").format(age=times.age(now - (sync.last_good_at or now)))
