"""The built package holds all that hearts needs to run."""

import subprocess
import sys
import zipfile
from pathlib import Path

from hearts_tui import __version__

ROOT = Path(__file__).parents[2]


def test_a_wheel_made_from_the_source_package_carries_the_content(tmp_path: Path) -> None:
    def build(target: str, source: Path) -> Path:
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", tmp_path / target],
            cwd=source,
            check=True,
            capture_output=True,
        )
        (built,) = (tmp_path / target).iterdir()
        return built

    sdist = build("sdist", ROOT)
    subprocess.run(["tar", "-xf", sdist, "-C", tmp_path], check=True)
    (unpacked,) = tmp_path.glob("hearts_tui-*/")
    wheel = build("wheel", unpacked)
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        "from hearts_tui.cli.assets import content_folder as f; from hearts_tui.content.pack import"
        " Pack; p = Pack(f()); print(f()); print(len(p.theories), len(p.news), p.faults)"
    )

    def run(*arguments: str) -> str:
        result = subprocess.run(
            [sys.executable, *arguments],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONPATH": str(site), "PATH": ""},
        )
        return result.stdout

    where, counts = run("-c", code).splitlines()
    assert run("-m", "hearts_tui", "--version") == f"hearts, version {__version__}\n"
    assert where == str(site / "hearts_tui" / "assets" / "content")
    assert counts.startswith("21 ")
    assert counts.endswith(" ()")
    assert (site / "hearts_tui" / "hearts.tcss").exists()
    assert (site / "hearts_tui" / "screens" / "theories.tcss").exists()
