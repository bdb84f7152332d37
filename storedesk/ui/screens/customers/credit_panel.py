"""What stands against an account's credit: one bar whose parts add up to the limit, and the sums in words."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.desk.account_views import ExposureView
from storedesk.ui.texts.counter_formats import moment_text, short_money_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.drawing import box, smooth
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import ElidedText, Text

_HIGH, _GAP = 12, 2
_TOKENS = ("text3", "vio_text", "warn", "ok")


class CreditBar(QWidget):
    """Parts side by side, each in its colour; ``setAccessibleName`` carries the sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[int, ...], spoken: str) -> None:
        self._parts = tuple(max(0, part) for part in parts)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        whole = sum(self._parts)
        if not whole:
            box(painter, self.rect(), 4, "neu_soft", "border" if theme().is_high_contrast else None)
            return
        left, room = 0, self.width() - _GAP * (sum(part > 0 for part in self._parts) - 1)
        for part, token in zip(self._parts, _TOKENS, strict=True):
            width = round(room * part / whole)
            if width:
                box(painter, QRect(left, 0, max(width, 3), self.height()), 3, token)
                left += width + _GAP


class Swatch(QWidget):
    """The small square of a legend."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setFixedSize(theme().px(10), theme().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        box(painter, self.rect(), 3, self._token)


class CreditPanel(Panel):
    """Limit, what is used of it, what is left; what is quoted is shown beside it, as it is not used yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.age = Chip("", Tone.OK, "clock")
        super().__init__(self.tr("Credit"), " ", (self.age,), parent)
        self._compact = False
        self.bar, self._note = CreditBar(), Text("", "label", "text3", wrap=True)
        self._titles = (
            self.tr("Unpaid invoices"),
            self.tr("Open orders"),
            self.tr("Open quotes"),
            self.tr("Left"),
        )
        self._figures = tuple(Text("", "body", "", 600) for _ in self._titles)
        legend = row(spacing=16)
        for token, title, figure in zip(_TOKENS, self._titles, self._figures, strict=True):
            head = row(Swatch(token), spacing=6)
            head.addWidget(ElidedText(title, "label", "text2"), 1)
            legend.addLayout(column(head, figure, spacing=2), 1)
        self.body.addLayout(column(self.bar, legend, self._note, spacing=10, margins=(16, 14, 16, 12)))

    def show_exposure(self, view: ExposureView) -> None:
        money = view.currency
        limit = short_money_text(view.limit, money)
        self.subtitle.setText(self.tr("limit {limit}").format(limit=limit) if view.limit else "")
        self._show_age(view)
        if not view.limit:
            self.bar.show_parts((), self.tr("No credit"))
        coming = min(view.quoted, max(0, view.left))
        parts = (view.invoiced, view.ordered, coming, max(0, view.left - coming))
        amounts = (view.invoiced, view.ordered, view.quoted, view.left)
        figures = tuple(zip(self._titles, amounts, strict=True))
        if view.limit:
            self.bar.show_parts(parts, self._spoken(figures, money))
        for label, (_, amount) in zip(self._figures, figures, strict=True):
            label.setText(short_money_text(amount, money))
            label.set_tone("bad" if amount < 0 else "")
        self._note.setText(self._note_of(view))
        self._note.setVisible(bool(self._note.text()) and not self._compact)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._note.setVisible(bool(self._note.text()) and not compact)

    def _show_age(self, view: ExposureView) -> None:
        if view.as_of is None:
            self.age.set(self.tr("never heard"), Tone.WARN, "clock-exclamation")
            return
        words = self.tr("as of {time}").format(time=moment_text(view.as_of))
        self.age.set(words, Tone.WARN if view.is_old else Tone.OK, "clock")

    def _spoken(self, figures: tuple[tuple[str, int], ...], money: str) -> str:
        return ", ".join(f"{title} {short_money_text(amount, money)}" for title, amount in figures)

    def _note_of(self, view: ExposureView) -> str:
        if not view.limit:
            return self.tr("No credit: orders of this account are not made on account.")
        after = short_money_text(view.left - view.quoted, view.currency)
        coming = self.tr("{amount} left if all open quotes are ordered.").format(amount=after)
        if view.is_own:
            return coming if view.quoted else ""
        own = self.tr("The credit is that of {company}.").format(company=view.payer)
        return f"{own} {coming}" if view.quoted else own
