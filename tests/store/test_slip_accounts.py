"""A board that the accounts of a host share: one of them tries everything against another."""

import os
import pwd
import stat
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.slips_read import SlipsRead
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slips import SlipFolder
from tests.store.accounts import accounts, done_as, shared_folder

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPTIONS = {"t01": {"a", "b"}}
MIA = Slip("mia", {"t01": SlipVote("a", 80, AT, 1)})
EVE = Slip("eve", {"t01": SlipVote("b", 99, AT, 1)})

Account = pwd.struct_passwd


@pytest.fixture(scope="module")
def both() -> Iterator[list[Account]]:
    with accounts("mia", "eve") as made:
        yield made


@pytest.fixture
def mia(both: list[Account]) -> Account:
    return both[0]


@pytest.fixture
def eve(both: list[Account]) -> Account:
    return both[1]


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every account can look into, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def board(place: Path, mia: Account) -> Path:
    return shared_folder(place, mia)


def slip_of(board: Path, account: Account) -> Path:
    return board / f"{account.pw_uid}.json"


def write(board: Path, account: Account, slip: Slip) -> str:
    return done_as(account, lambda: SlipFile(board).write(slip))


def read_as(board: Path, account: Account) -> SlipsRead:
    return done_as(account, SlipFolder(board, OPTIONS).read)


def test_accounts_see_each_other_s_slips(board: Path, mia: Account, eve: Account) -> None:
    for account, slip in ((mia, MIA), (eve, EVE), (mia, MIA)):
        assert write(board, account, slip) == ""
    for account in (mia, eve):
        read = read_as(board, account)
        assert read.slips == {str(mia.pw_uid): MIA, str(eve.pw_uid): EVE}
        assert read.rejected_count == 0
    assert read.others(str(eve.pw_uid)) == [MIA]
    assert sorted(path.name for path in board.iterdir()) == sorted(
        f"{account.pw_uid}.json" for account in (mia, eve)
    )
    status = slip_of(board, mia).stat()
    assert (stat.S_IMODE(status.st_mode), status.st_uid) == (0o644, mia.pw_uid)


def test_a_slip_is_taken_off_the_board(board: Path, mia: Account) -> None:
    write(board, mia, MIA)
    for _ in range(2):
        done_as(mia, lambda: SlipFile(board).remove())
    assert list(board.iterdir()) == []


Attack = Callable[[Path, Path], object]


def replace(slip: Path, own: Path) -> None:
    own.replace(slip)


def write_through(slip: Path, own: Path) -> None:
    slip.write_bytes(own.read_bytes())


def append(slip: Path, own: Path) -> None:
    del own
    os.close(os.open(slip, os.O_WRONLY | os.O_APPEND))


def truncate(slip: Path, own: Path) -> None:
    del own
    os.truncate(slip, 0)


def rename(slip: Path, own: Path) -> None:
    del own
    slip.rename(slip.with_name("gone.json"))


def take(slip: Path, own: Path) -> None:
    slip.replace(own)


def delete(slip: Path, own: Path) -> None:
    del own
    slip.unlink()


def hard_link(slip: Path, own: Path) -> None:
    own.unlink()
    os.link(slip, own)


def open_up(slip: Path, own: Path) -> None:
    del own
    slip.chmod(0o666)


def date_back(slip: Path, own: Path) -> None:
    del own
    os.utime(slip, (0, 0))


def move_board(slip: Path, own: Path) -> None:
    del own
    slip.parent.rename(slip.parent.with_name("elsewhere"))


@pytest.mark.parametrize(
    "attack",
    [
        replace,
        write_through,
        append,
        truncate,
        rename,
        take,
        delete,
        hard_link,
        open_up,
        date_back,
        move_board,
    ],
)
def test_another_account_can_do_nothing_to_a_slip(
    board: Path, mia: Account, eve: Account, attack: Attack
) -> None:
    write(board, mia, MIA)
    write(board, eve, EVE)
    with pytest.raises(PermissionError):
        done_as(eve, lambda: attack(slip_of(board, mia), slip_of(board, eve)))
    assert read_as(board, mia).slips[str(mia.pw_uid)] == MIA


@pytest.mark.parametrize("attack", [replace, rename, take, delete, write_through])
def test_another_account_can_do_nothing_to_a_file_that_is_being_written(
    board: Path, mia: Account, eve: Account, attack: Attack
) -> None:
    write(board, eve, EVE)

    def begin() -> str:
        descriptor, name = tempfile.mkstemp(prefix=f".{mia.pw_uid}.json.", suffix=".new", dir=board)
        os.close(descriptor)
        return name

    begun = Path(done_as(mia, begin))
    with pytest.raises(PermissionError):
        done_as(eve, lambda: attack(begun, slip_of(board, eve)))
    assert begun.exists()
    assert read_as(board, mia).rejected_count == 0


def test_a_link_to_another_s_slip_is_none_of_one_s_own(
    board: Path, mia: Account, eve: Account
) -> None:
    write(board, mia, MIA)
    done_as(eve, lambda: slip_of(board, eve).symlink_to(slip_of(board, mia)))
    read = read_as(board, mia)
    assert read.slips == {str(mia.pw_uid): MIA}
    assert [each.reason for each in read.rejected] == [
        f"{eve.pw_uid}.json doesn't count: it is a link, not a file."
    ]


def test_nobody_votes_under_another_s_name(board: Path, mia: Account, eve: Account) -> None:
    write(board, eve, EVE)
    done_as(eve, lambda: slip_of(board, mia).write_bytes(slip_of(board, eve).read_bytes()))
    read = read_as(board, mia)
    assert read.slips == {str(eve.pw_uid): EVE}
    assert read.rejected[0].reason == (
        f"{mia.pw_uid}.json doesn't count: it belongs to account {eve.pw_uid}, not {mia.pw_uid}."
    )
    with pytest.raises(StorageError, match=r"Somebody else's \d+\.json is in your place"):
        write(board, mia, MIA)
    slip_of(board, mia).unlink()
    write(board, mia, MIA)
    assert read_as(board, eve).slips[str(mia.pw_uid)] == MIA


def test_nobody_votes_for_a_key_of_the_kiosk(board: Path, mia: Account, eve: Account) -> None:
    done_as(eve, lambda: SlipFile(board, "0f" * 32).write(EVE))
    read = read_as(board, mia)
    assert read.slips == {}
    assert "it belongs to account" in read.rejected[0].reason


def test_a_link_in_one_s_place_is_never_followed(
    board: Path, place: Path, mia: Account, eve: Account
) -> None:
    diary = place / "diary"
    diary.write_text("dear diary")
    os.chown(diary, mia.pw_uid, mia.pw_gid)
    done_as(eve, lambda: slip_of(board, mia).symlink_to(diary))
    with pytest.raises(StorageError, match="Somebody else's"):
        write(board, mia, MIA)
    assert diary.read_text() == "dear diary"
    assert stat.S_IMODE(diary.stat().st_mode) == 0o644


def test_a_link_of_one_s_own_is_replaced_by_the_slip(
    board: Path, place: Path, mia: Account
) -> None:
    diary = place / "diary"
    diary.write_text("dear diary")
    done_as(mia, lambda: slip_of(board, mia).symlink_to(diary))
    write(board, mia, MIA)
    assert diary.read_text() == "dear diary"
    assert read_as(board, mia).slips == {str(mia.pw_uid): MIA}


def test_a_slip_that_others_can_write_does_not_count(board: Path, mia: Account) -> None:
    write(board, mia, MIA)
    folder = SlipFolder(board, OPTIONS)
    assert folder.read().slips
    slip_of(board, mia).chmod(0o664)
    assert "others can write it" in folder.read().rejected[0].reason
    slip_of(board, mia).chmod(0o644)
    assert folder.read().slips


@pytest.mark.parametrize("mode", [0o700, 0o755])
def test_a_board_that_can_t_be_written_is_told_of_in_a_sentence(
    place: Path, mia: Account, mode: int
) -> None:
    board = place / "board"
    board.mkdir(mode=mode)
    told = rf"^The board at {board} can't be written \(Permission denied\)\.$"
    with pytest.raises(StorageError, match=told):
        write(board, mia, MIA)


def test_a_board_that_can_t_be_read_is_told_of_in_a_sentence(place: Path, mia: Account) -> None:
    board = place / "board"
    board.mkdir(mode=0o700)
    told = rf"^The board at {board} can't be read \(Permission denied\)\.$"
    with pytest.raises(StorageError, match=told):
        read_as(board, mia)
    with pytest.raises(StorageError, match=r"can't be read \(No such file or directory\)"):
        read_as(place / "none", mia)
