"""Print all figures, or those of some scripts: ``python benchmarks wire ghosts``."""

import subprocess
import sys
from pathlib import Path

ALL = (
    "startup",
    "commands",
    "pyz",
    "openings",
    "prebuilding",
    "list_keys",
    "wire",
    "bytes_against_curses",
    "resizes",
    "junk",
    "ghosts",
    "saving",
    "slips",
    "board",
    "board_keys",
    "finding",
    "kills",
    "mutations",
    "large_files",
    "random_keys",
)


def main() -> int:
    """Run the scripts one after the other, each in a process of its own."""
    failed = 0
    for name in sys.argv[1:] or ALL:
        print(f"== {name}", flush=True)
        script = Path(__file__).with_name(f"{name}.py")
        failed += subprocess.run([sys.executable, script], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
