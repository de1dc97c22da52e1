"""Put man pages into the wheel, made of the same texts that ``hearts --help`` prints."""

import re
import sys
import tempfile
from inspect import cleandoc
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MAN_FOLDER = "share/man/man1"
_LONGEST_SUMMARY = 200
"""In characters; click would cut a summary to the width of a terminal."""


class ManPagesHook(BuildHookInterface):
    """Makes the pages before a wheel is built, and removes them afterwards.

    The wheel is built without them where click-man is missing, as on the machine of a packager who
    builds without isolation. An editable installation has none: its texts change too often.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the pages and name them to the builder."""
        if version == "editable":
            return
        try:
            from click_man.core import write_man_pages
        except ImportError:
            self.app.display_warning("No man pages: click-man is not installed.")
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            command = _whole_command()
        finally:
            del sys.path[0]
        self._folder = tempfile.TemporaryDirectory(prefix="hearts-man-")
        write_man_pages(
            "hearts", command, version=self.metadata.version, target_dir=self._folder.name
        )
        for page in Path(self._folder.name).iterdir():
            build_data["shared_data"][str(page)] = f"{_MAN_FOLDER}/{page.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the pages."""
        del version, build_data, artifact_path
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def _whole_command() -> Any:
    """Return the command with all that is below it, as click-man looks for it."""
    from click import Context

    from hearts_tui.cli.options import hearts

    context = Context(hearts)
    for name in hearts.list_commands(context):
        command = hearts.get_command(context, name)
        hearts.add_command(command, name)
    for command in _with_all_below(hearts):
        command.short_help = command.get_short_help_str(_LONGEST_SUMMARY)
        # click-man leaves out what stands below the options: the examples and the exit codes.
        command.help = _for_man(
            "\n\n".join(map(cleandoc, filter(None, (command.help, command.epilog))))
        )
    return hearts


def _with_all_below(command: Any) -> list[Any]:
    below = getattr(command, "commands", {}).values()
    return [command, *(each for child in below for each in _with_all_below(child))]


def _for_man(text: str) -> str:
    """Return a text that troff takes as it is, and of which an example can be copied."""
    # click's sign for lines that are not to be filled; troff does not fill lines with a margin.
    escaped = text.replace("\b\n", "").replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", escaped, flags=re.MULTILINE)
