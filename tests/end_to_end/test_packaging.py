"""The built package holds all that hearts needs to run."""

import subprocess
import sys
import zipfile
from pathlib import Path

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
    result = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(site), "PATH": ""},
    )
    where, counts = result.stdout.splitlines()
    assert where == str(site / "hearts_tui" / "assets" / "content")
    assert counts.startswith("21 ")
    assert counts.endswith(" ()")
    assert (site / "hearts_tui" / "hearts.tcss").exists()
    assert (site / "hearts_tui" / "screens" / "theories.tcss").exists()
