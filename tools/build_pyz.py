"""Build hearts.pyz, which runs on a host that has Python and nothing else.

    python tools/build_pyz.py [FILE]

What goes into it is this clone, and of the packages that it needs those that are installed for the
Python that runs this: no network is needed, and what was tested is what is packed. Compiled files
are left out where there is a Python file of the same name beside them.

The archive holds its packages as one inner archive: Python reads the table of contents of the outer
one at every start, and that of two thousand files takes as long as a quarter of hearts' own start.
"""

import hashlib
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
START = ROOT / "tools" / "pyz"
SHEBANG = b"#!/usr/bin/env python3\n"
DATA = ".data/"
"""What the name of the folder ends with that has a wheel's man pages."""

LIMIT = 5_000_000
"""Bytes that the archive may have at most."""

_COMPILED = {".so", ".pyd", ".dylib"}
_OF_THE_INSTALLATION = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
_DATE = (2020, 1, 1, 0, 0, 0)
"""The date of every file, so that the same sources make the same archive."""


def main() -> None:
    """Build the archive where the command line says."""
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "hearts.pyz"))


def build(target: Path) -> None:
    """Build the archive and say what is in it; end the program if it grew too large."""
    needed = dependencies("hearts-tui")
    files = {name: data for each in needed for name, data in files_of(each)}
    with tempfile.TemporaryDirectory() as folder:
        files |= wheel_files(build_wheel(Path(folder)))
    packages = zip_of(files, zipfile.ZIP_DEFLATED)
    archive = outer_archive(packages)
    if len(archive) > LIMIT:
        sys.exit(f"{target} would have {len(archive):,} bytes; {LIMIT:,} are the most.")
    target.write_bytes(SHEBANG + archive)
    target.chmod(0o755)
    print(", ".join(f"{each.name} {each.version}" for each in needed))
    print(f"{target}: {target.stat().st_size:,} bytes")


def dependencies(name: str) -> list[Distribution]:
    """List the installed packages that a package needs here, directly or not, by name."""
    found: dict[str, Distribution] = {}
    seen: set[str] = set()
    waiting = [Requirement(name)]
    while waiting:
        wanted = waiting.pop()
        package = distribution(wanted.name)
        found[plain(wanted.name)] = package
        for text in package.requires or ():
            requirement = Requirement(text)
            # By its text, with its extras: a package is often wanted once with and once without.
            if is_needed(requirement, wanted) and text not in seen:
                seen.add(text)
                waiting.append(requirement)
    del found[plain(name)]
    return [found[each] for each in sorted(found)]


def is_needed(requirement: Requirement, wanted: Requirement) -> bool:
    """Return whether a requirement of a package holds here, with the extras that are wanted."""
    if requirement.marker is None:
        return True
    return any(requirement.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras))


def plain(name: str) -> str:
    """Return the name of a package in its one normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def files_of(package: Distribution) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file that an installed package consists of.

    Scripts, bytecode, tests and the notes of the installer are left out; licenses are not.
    """
    paths = package.files or []
    sources = {path.with_suffix("").as_posix() for path in paths if path.suffix == ".py"}
    for path in paths:
        if path.suffix in _COMPILED:
            if path.as_posix().partition(".")[0] not in sources and "__mypyc" not in path.name:
                sys.exit(f"{package.name} is compiled: {path} has no Python file beside it.")
        elif not is_left_out(path):
            yield path.as_posix(), Path(str(package.locate_file(path))).read_bytes()


def is_left_out(path: PurePosixPath) -> bool:
    """Return whether a file belongs to an installation only, or to the tests of a package."""
    if ".." in path.parts or "tests" in path.parts:
        return True
    return path.suffix == ".pyc" or path.name in _OF_THE_INSTALLATION


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this clone in a folder, and return it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.iterdir()
    return wheel


def wheel_files(wheel: Path) -> dict[str, bytes]:
    """Return the files of the packages in a wheel, by their paths; man pages have no use there."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not is_left_out(PurePosixPath(name)) and DATA not in name
        }


def outer_archive(packages: bytes) -> bytes:
    """Return the archive that Python runs, around the one with the packages."""
    tree = hashlib.sha256(packages).hexdigest()[:16]
    files = {path.name: path.read_bytes() for path in START.glob("*.py")}
    files["build_id.py"] = f'"""Which packages these are."""\n\nTREE = "{tree}"\n'.encode()
    files["packages.zip"] = packages
    # Stored, so that a start that unpacks nothing decompresses nothing either.
    return zip_of(files, zipfile.ZIP_STORED)


def zip_of(files: Mapping[str, bytes], compression: int) -> bytes:
    """Return an archive of files; the same files make the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression, compresslevel=9) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _DATE), files[name], compression)
    return made.getvalue()


if __name__ == "__main__":
    main()
