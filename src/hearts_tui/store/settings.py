"""The settings file."""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearts_tui.domain.settings import CHOICES, KEYS, NO_BOARD, SequelNote, Settings
from hearts_tui.domain.storage import Loaded
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.store.lenient import Faults
from hearts_tui.store.settings_reader import DATES, LEVEL, Complaint, read_settings, with_switches
from hearts_tui.store.toml_file import Contents, TomlFile

if TYPE_CHECKING:
    from hearts_tui.domain.own_dates import OwnDate

_HEADING = "# Settings of hearts. They can be changed here, or with the comma key.\n"
ABOUT = {
    "seen_film": "whether you've seen the film; until then its plot is hidden",
    "sequel_rumors": "how much to show of rumors that tell what happens in a sequel",
    "theme": "the colors",
    "motion": "animation, such as the seconds of the countdown",
    "cursor": "the terminal's own cursor, which follows the focus",
    "screen_reader": "one pane at a time and no pictures, for a screen reader or a braille display",
    "linear": "everything in lines to read, without a full screen",
    "start": "the screen that comes first",
    "zone": 'the time zone, such as "Europe/Berlin"; empty for the system\'s',
    "hours": "how a time of day is written",
    "countdown": "the date that the clock counts down to, by its name in hearts",
    "board": f"the folder of a board that you share with others; {NO_BOARD} for none at all",
    "board_name": "the name that others see there",
    "board_key": "the SSH key that signs your votes, where the folder travels between hosts",
}


def _nothing(name: str) -> None:
    """Do nothing."""
    del name


class SettingsFile:
    """Keeps settings in ``settings.toml``, each with a comment that explains it."""

    def __init__(
        self,
        folder: Path,
        write_error: str = "",
        saved: Callable[[str], None] = _nothing,
        most: int = LARGEST_FILE,
    ) -> None:
        """Make the store; ``saved`` is called with the name of each setting that was saved.

        ``most`` is in bytes.
        """
        self._file = TomlFile(folder / "settings.toml", _HEADING, write_error, most=most)
        self._tell_saved = saved

    def load(self) -> Loaded[Settings]:
        """Read the settings; a value that is not allowed is told of and its default holds."""
        return self._loaded(self._file.load())

    def examine(self) -> Loaded[Settings]:
        """Read the settings and leave their file where it is; see ``TomlFile.examine``."""
        return self._loaded(self._file.examine())

    def _loaded(self, contents: Contents) -> Loaded[Settings]:
        complaints: list[Complaint] = []
        faults = Faults()
        settings = read_settings(contents.table, complaints, faults)
        told = self._file.complaint(*complaints[0]) if complaints else self._file.told(faults)
        return Loaded(settings, contents.notice or told)

    def save(self, name: str, value: str) -> str:
        """Keep one setting by its name in the file. See ``TomlFile.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            present = with_switches(dict(table))
            table.pop(LEVEL, None)
            for each, about in ABOUT.items():
                default = present.get(each, str(getattr(Settings(), each)))
                wanted = value if each == name else default
                if each == name or each not in table:
                    table[each] = wanted
                    _explain(table, each, about)

        notice = self._file.change(edit).notice
        self._tell_saved(name)
        return notice

    def save_sequel(self, note: SequelNote) -> str:
        """Keep the user's own word on the sequel. See ``TomlFile.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            table["outcome"] = note.outcome.value
            table.pop("day", None)
            if note.day is not None:
                table["day"] = note.day

        return self._file.change(edit, [("sequel",)]).notice

    def save_date(self, key: str, own: "OwnDate | None") -> str:
        """Keep a date of the user's own; None takes it out. See ``TomlFile.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            if own is None:
                table.clear()
                return
            table.update({"name": own.name, "day": own.day})
            table.pop("yearly", None)
            if own.yearly:
                table["yearly"] = True

        return self._file.change(edit, [(DATES, key)]).notice

    def save_key(self, action: str, key: str) -> str:
        """Keep a key of the user's own; an empty one drops it. See ``TomlFile.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            if key:
                table[action] = key
            else:
                table.pop(action, None)

        return self._file.change(edit, [(KEYS,)]).notice

    def complaint(self, key: str, complaint: str) -> str:
        """Return a complaint about a key for an action, with the file's name and the line."""
        return self._file.complaint((KEYS, key), complaint)


def _explain(table: MutableMapping[str, Any], name: str, about: str) -> None:
    """Put a comment behind a setting, where the table is a document that has comments."""
    item = table.item(name) if hasattr(table, "item") else None
    if item is not None and not item.trivia.comment:
        allowed = f": {', '.join(CHOICES[name])}" if name in CHOICES else ""
        item.comment(f"{about}{allowed}")
