"""Write docs/reference from the tables that hearts itself goes by.

python docs/make_reference.py [FOLDER]
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

import click

from hearts_tui.cli.options import hearts
from hearts_tui.cli.places import places
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.settings import CHOICES, Settings
from hearts_tui.store.settings import ABOUT
from hearts_tui.widgets.action_texts import TEXTS
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.key_places import GROUPS

FOLDER = Path(__file__).parent / "reference"
COLUMNS, WIDTH = 80, 100
"""Of the help of commands, and of prose."""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    heads = list(heads)
    for row in (heads, ["---"] * len(heads), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def keys() -> Iterator[str]:
    """Yield the page of keys."""
    yield "# Keys"
    yield ""
    yield (
        "What every key does, as the help (`?`) says it. The last column is the name under which "
        "an action takes a key of yours, in the settings or in `settings.toml`:"
    )
    yield ""
    yield "    [keys]"
    yield '    next_unread = "z"'
    for group in GROUPS:
        yield from ("", f"## {group.heading}", "")
        yield from table(("key", "does", "name"), _keys_of(group))


def _keys_of(group: KeyGroup) -> Iterator[tuple[str, str, str]]:
    for binding in group.bindings:
        text = TEXTS.get(str(binding.id))
        shown = f"`{binding.key_display}`".replace(", ", "`, `")
        yield shown, text.says if text else binding.description, f"`{binding.id}`"


def settings() -> Iterator[str]:
    """Yield the page of settings."""
    yield "# Settings"
    yield ""
    yield (
        "What `settings.toml` may hold. hearts writes it, with these words beside each setting, "
        "the first time you change one (`,`); what you write there yourself stays, comments and "
        "all."
    )
    yield ""
    yield from table(("setting", "what it is", "values", "at first"), _rows_of_settings())
    yield ""
    yield (
        "The tables `[keys]` (see [keys](keys.md)), `[dates]` and `[sequel]` hold keys and dates "
        "of your own, and what you've heard of the sequel."
    )


def _rows_of_settings() -> Iterator[tuple[str, str, str, str]]:
    first = Settings()
    for name, about in ABOUT.items():
        values = ", ".join(f"`{value}`" for value in CHOICES.get(name, ())) or "text"
        yield f"`{name}`", about, values, f"`{getattr(first, name) or chr(34) * 2}`"


def commands() -> Iterator[str]:
    """Yield the page of commands."""
    yield "# Commands"
    yield ""
    yield "What `--help` says of each."
    yield from _command(hearts, None, "hearts")


def _command(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    widths = {"terminal_width": COLUMNS, "max_content_width": COLUMNS}
    context = command.make_context(name, [], parent, resilient_parsing=True, **widths)
    yield from ("", f"## {context.command_path}", "", "```text")
    yield command.get_help(context)
    yield "```"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            if found is not None and not found.hidden:
                yield from _command(found, context, each)


def files() -> Iterator[str]:
    """Yield the page of files."""
    yield "# Files"
    yield ""
    yield (
        "Where your files are on Linux, where `HEARTS_CONFIG_DIR` and the variables of the desktop "
        "name no other place. `hearts paths` says where they are on your machine."
    )
    yield ""
    work = Workspace({"HOME": os.environ["HOME"]})
    rows = ((place.name, place.holds, f"`{work.shown(place.path)}`") for place in places(work))
    yield from table(("name", "holds", "place"), (row for row in rows if row[2][1] == "~"))


PAGES = {"keys": keys, "settings": settings, "commands": commands, "files": files}


def _wrapped(line: str) -> str:
    is_prose = "\n" not in line and not line.startswith(("|", " "))
    return fill(line, WIDTH) if is_prose else line


def main(folder: Path) -> None:
    """Write all pages to a folder."""
    for elsewhere in ("HEARTS_CONFIG_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(elsewhere, None)
    folder.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        lines = map(_wrapped, page())
        (folder / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
