"""Build a Debian package, hearts.deb: the one file as /usr/bin/hearts, man pages, completions.

python tools/build_deb.py [FILE]
"""

import gzip
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from build_pyz import DATA, ROOT, build, build_wheel
from hearts_tui import __version__

CONTROL = f"""\
Package: hearts-tui
Version: {__version__}
Architecture: all
Section: misc
Priority: optional
Maintainer: The hearts contributors
Depends: python3 (>= 3.11)
Description: offline fan companion to Purple Hearts, in your terminal
 News, cast, tracks, a countdown and a board of theories to vote on, by
 keyboard and without a network. A fan work, not official.
"""

COMPLETIONS = {
    "bash": "usr/share/bash-completion/completions/hearts",
    "zsh": "usr/share/zsh/vendor-completions/_hearts",
    "fish": "usr/share/fish/vendor_completions.d/hearts.fish",
}


def main() -> None:
    """Lay the files out as they are to be installed, and pack them."""
    target = sys.argv[1] if len(sys.argv) > 1 else "hearts.deb"
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as built:
        root = Path(folder)
        root.chmod(0o755)
        for place in ("DEBIAN", "usr/bin", "usr/share/man/man1", "usr/share/doc/hearts-tui"):
            (root / place).mkdir(parents=True)
        (root / "DEBIAN" / "control").write_text(CONTROL)
        (root / "usr/share/doc/hearts-tui/copyright").write_bytes((ROOT / "LICENSE").read_bytes())
        build(root / "usr" / "bin" / "hearts")
        with zipfile.ZipFile(build_wheel(Path(built))) as wheel:
            for page in wheel.namelist():
                if DATA in page:
                    packed = root / "usr/share/man/man1" / f"{Path(page).name}.gz"
                    packed.write_bytes(gzip.compress(wheel.read(page), mtime=0))
        for shell, place in COMPLETIONS.items():
            (root / place).parent.mkdir(parents=True)
            printing = [sys.executable, "-m", "hearts_tui", "completion", shell]
            (root / place).write_bytes(subprocess.check_output(printing))
        pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", folder, target]
        subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
