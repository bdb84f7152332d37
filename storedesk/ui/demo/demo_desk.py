"""The demo's desk: a profile of its own, papers as PDF in a folder, enrolled at the demo's hub by itself."""

import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from storedesk.desk.profile import PrinterEntry, Profile, Settings
from storedesk.ui.demo.demo_hub import DemoHub
from storedesk.ui.demo.line_proxy import LineProxy
from storedesk.ui.window.desk_window import DeskWindow

PLACE = "GBG"


class DemoDesk:
    """A folder that is thrown away at the end, a hub, a line that can be cut, and a profile."""

    def __init__(
        self, language: str, papers: Path | None, place: str = PLACE, filled: Path | None = None
    ) -> None:
        """``place`` is the code of the place the desk belongs to, ``filled`` a folder with a hub to copy."""
        self.place = place
        self._folder = Path(tempfile.mkdtemp(prefix="storedesk-demo-"))
        self.hub = DemoHub(self._folder, filled)
        self.line = LineProxy(self.hub.address)
        self.profile = self._folder / "desk"
        self.papers = papers if papers is not None else self._folder / "papers"
        self.papers.mkdir(parents=True, exist_ok=True)
        printer = PrinterEntry(
            name="PDF",
            kind="pdf_folder",
            target=str(self.papers),
            roles=["slip_80", "label_62x29", "a5", "a4"],
        )
        settings = Settings(language=language, key_store="file", printers=[printer], lock_after_seconds=900)
        Profile(self.profile).save_settings(settings)

    def enrol(self, window: DeskWindow) -> None:
        """Does what a person would type at the first run."""
        if window.first_run is not None:
            window.first_run.screen.enrol_asked.emit(self.line.address, self.hub.enrol_code(self.place))

    def pin_of(self, name: str) -> tuple[int, str]:
        """The number and PIN of a person of the demo's store."""
        for entry in self.hub.manifest["pins"]:
            if entry["name"] == name:
                return int(entry["staff_id"]), str(entry["pin"])
        raise LookupError(f"Nobody in the sample shop is called {name}")

    def __enter__(self) -> "DemoDesk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.line.close()
        self.hub.close()
        shutil.rmtree(self._folder, ignore_errors=True)
