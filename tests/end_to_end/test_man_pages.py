"""The man pages in the wheel, read by man."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import EXAMPLES

ROOT = Path(__file__).parents[2]


def pages_of_a_wheel(folder: Path, **environ: str) -> dict[str, Path]:
    """Build a wheel; return its man pages by their names."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, **environ},
    )
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder)
    return {page.name: page for page in folder.glob("*.data/data/share/man/man1/*")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return pages_of_a_wheel(tmp_path_factory.mktemp("wheel"))


def test_every_command_has_a_page_that_man_reads(pages: dict[str, Path]) -> None:
    assert set(pages) == {
        "hearts.1",
        *(f"hearts-{name.replace(' ', '-')}.1" for name in EXAMPLES),
    }
    for name, example in EXAMPLES.items():
        page = pages[f"hearts-{name.replace(' ', '-')}.1"]
        # Wide enough that no example is broken.
        environ = {**os.environ, "MANWIDTH": "500", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["man", "--warnings", "-l", page],
            env=environ,
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
        assert f"Example: hearts {example}" in done.stdout
        assert f"hearts {name}" in done.stdout


def test_the_page_of_hearts_names_every_command(pages: dict[str, Path]) -> None:
    done = subprocess.run(
        ["man", "--warnings", "-l", pages["hearts.1"]],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    for name in EXAMPLES:
        assert f"       {name.partition(' ')[0]}\n" in done.stdout
    assert "       Examples:\n           hearts today\n           hearts news" in done.stdout
    assert "\b" not in pages["hearts.1"].read_text()


def test_without_click_man_a_wheel_is_built_without_pages(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden" / "click_man"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError")
    assert pages_of_a_wheel(tmp_path / "wheel", PYTHONPATH=str(hidden.parent)) == {}
