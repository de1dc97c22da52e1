"""What each package may load, seen in a fresh process."""

import subprocess
import sys
from pathlib import Path

import pytest

AFTER_THE_FIRST_SCREEN = [
    f"hearts_tui.domain.{name}"
    for name in ("ballot", "cast", "prose", "query", "search", "theories")
]
"""What takes a tenth of the start to import, and nothing on the first screen needs."""

FOREIGN = {
    "hearts_tui": ["hearts_tui.domain", "textual", "rich", "click", "tomlkit"],
    "hearts_tui.domain.library": ["textual", "rich", "hearts_tui.content", "hearts_tui.store"],
    "hearts_tui.content.pack": ["textual", "rich", "hearts_tui.store", "hearts_tui.screens"],
    "hearts_tui.store.ballot": ["textual", "rich", "tomlkit", "hearts_tui.content"],
    "hearts_tui.terminal.control_filter": ["hearts_tui.domain", "hearts_tui.widgets"],
    "hearts_tui.terminal.diff_driver.driver": ["hearts_tui.domain", "hearts_tui.widgets"],
    "hearts_tui.cli.main": ["textual", "rich", "click", "tomli"],
    "hearts_tui.cli.compose": ["textual", "rich", "tomlkit", "markdown_it"],
    "hearts_tui.screens.news": AFTER_THE_FIRST_SCREEN,
    "hearts_tui.screens.welcome": AFTER_THE_FIRST_SCREEN,
    "hearts_tui.app": ["markdown_it", "tomlkit", "hearts_tui.content", "hearts_tui.store"],
}


@pytest.mark.parametrize("module", FOREIGN)
def test_a_package_loads_nothing_that_is_foreign_to_it(module: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(result.stdout.split())
    assert module in loaded
    assert [name for name in FOREIGN[module] if name in loaded] == []


def test_no_import_touches_a_file_of_the_user(tmp_path: Path) -> None:
    code = "import hearts_tui.app, hearts_tui.cli.compose, hearts_tui.screens.theories"
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={"HOME": str(tmp_path), "HEARTS_CONFIG_DIR": f"{tmp_path}/config", "PATH": ""},
    )
    assert list(tmp_path.iterdir()) == []
