"""The words of the board: what a tile counts, until when the doors are open, how old goods are."""

from PySide6.QtCore import QCoreApplication, QObject

from storedesk.desk.today_views import AGES, TileKind, TileView, TodayView
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

TILES = {
    TileKind.DUE: ("clock-exclamation", Tone.BAD, QT_TRANSLATE_NOOP("Today", "Late or soon")),
    TileKind.TO_PICK: ("clipboard-list", Tone.INFO, QT_TRANSLATE_NOOP("Today", "To pick")),
    TileKind.READY: ("package", Tone.OK, QT_TRANSLATE_NOOP("Today", "Ready on shelf")),
    TileKind.LAST_DAY: ("archive", Tone.WARN, QT_TRANSLATE_NOOP("Today", "Last day near")),
    TileKind.ATTENTION: ("inbox", Tone.BUSINESS, QT_TRANSLATE_NOOP("Today", "Attention")),
}


class TileWords(QObject):
    """The second line of a tile; a method, because the text collector sees plurals only in `tr`."""

    def more(self, tile: TileView) -> str:
        match tile.kind:
            case TileKind.DUE:
                return self._due(tile)
            case TileKind.TO_PICK:
                return self.tr("%n being picked", "", tile.more)
            case TileKind.READY:
                return self.tr("%n parcels", "", tile.more)
            case TileKind.LAST_DAY:
                return self.tr("%n past last day", "", tile.more)
        return self.tr("%n answered today", "", tile.more)

    def parcels(self, count: int) -> str:
        return self.tr("%n parcels", "", count)

    def _due(self, tile: TileView) -> str:
        if tile.more:
            return self.tr("%n late", "", tile.more)
        return self.tr("next {time}").format(time=moment_text(tile.due)) if tile.due else self.tr("none late")


def tile_name(kind: TileKind) -> str:
    return QCoreApplication.translate("Today", TILES[kind][2])


def doors_text(view: TodayView) -> str:
    """Open until, or when it opens; empty where the doors stay shut."""
    if view.opens is not None:
        words = QCoreApplication.translate("Today", "Closed · opens {time}")
        return words.format(time=moment_text(view.opens))
    if view.closes:
        return QCoreApplication.translate("Today", "Open until {time}").format(time=view.closes)
    return QCoreApplication.translate("Today", "Closed")


def age_names() -> tuple[str, ...]:
    """Below each bar of the shelf: opening days since the goods were ready."""
    names = []
    for first, last in AGES:
        if last == 0:
            names.append(QCoreApplication.translate("Today", "Today"))
        elif last is None:
            names.append(QCoreApplication.translate("Today", "{days} d +").format(days=first))
        else:
            days = str(first) if first == last else f"{first}–{last}"
            names.append(QCoreApplication.translate("Today", "{days} d").format(days=days))
    return tuple(names)
