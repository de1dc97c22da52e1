"""Config folders of voters who share an account, each known by an SSH key."""

from pathlib import Path

from hearts_tui.domain.storage import StorageError
from hearts_tui.files import is_there
from hearts_tui.store.config_dir import make_folder
from hearts_tui.store.slip_owner import is_fingerprint

FOLDER = "voters"


def voter_dir(account: Path, voter: str, most: int) -> Path:
    """Return the folder of a voter in that of their account, made if they are new.

    ``voter`` is the hex of the key's fingerprint; ``most`` is how many there may be.

    Raises:
        StorageError: there are too many, or it can't be made; the message says why.

    """
    if not is_fingerprint(voter):
        raise ValueError(f"{voter!r} is no voter")
    voters = account / FOLDER
    folder = voters / voter
    try:
        if not is_there(folder):
            make_folder(voters)
            if sum(1 for _ in voters.iterdir()) >= most:
                raise StorageError(
                    f"this board is full (voters: {most:,}); please tell whoever runs this host."
                )
            make_folder(folder)
    except OSError as error:
        raise StorageError(
            f"no folder can be made for you ({error.strerror}); please tell whoever runs this host."
        ) from error
    return folder
