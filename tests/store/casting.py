"""A process that casts votes, for tests that kill, stop or disturb it.

casting.py FOLDER NAME COUNT PAUSED: casts COUNT votes on theories NAME-0, NAME-1 and so on, prints
each number once its vote is reported as saved, and casts again what could not be saved. With
PAUSED 'yes' it prints 'ready' before each save and waits for a byte, and tells what became of the
save instead of trying again.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import filelock
import tomlkit

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.store import toml_edit
from hearts_tui.store.ballot import BallotFile

_LOADED_BEFORE_THE_FIRST_SAVE = (filelock, toml_edit, tomlkit)


def cast(ballot: BallotFile, theory: str) -> str:
    """Cast one vote and return what is to be told of it."""
    try:
        ballot.save(Kind.VOTE, theory, Vote("a", datetime.now(UTC)))
    except StorageError as error:
        return f"told: {error}"
    return "saved"


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Do what the command line says."""
    folder, name, count, paused = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    for number in range(count):
        theory = f"{name}-{number}"
        if paused == "yes":
            ballot = BallotFile(folder)
            ballot.load()
            tell("ready")
            # No save makes this call, so that failures can be put in the way of saves alone.
            os.readv(0, [bytearray(1)])
            tell(cast(ballot, theory))
        else:
            ballot = BallotFile(folder)
            while cast(ballot, theory) != "saved":
                pass
            tell(str(number))


if __name__ == "__main__":
    main()
