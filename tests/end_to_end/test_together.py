"""What docs/together.md says is done as it says, block by block."""

import grp
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.options import hearts
from hearts_tui.cli.workspace import Workspace
from hearts_tui.content.pack import Pack
from hearts_tui.domain.tally import tally
from hearts_tui.store.own_slip import current_slip
from hearts_tui.store.signed_slips import SignedSlipFolder
from hearts_tui.store.signing import Signers, voter_of_key
from tests.cli.running import HEARTS
from tests.end_to_end.guide import TOGETHER, block, blocks
from tests.end_to_end.ssh import Server, sshd_path
from tests.end_to_end.terminal import PATIENCE, Terminal
from tests.store.accounts import accounts, done_as

FOLDER, KIOSK, RELOADING = "groupadd", "useradd", "systemctl reload"
JOINING, TRUSTING, CLONING = "board join", "allowed_signers", "git clone"
GIT, RSYNC, STICK = "git push", "rsync", "/media/stick"
EXPORTING, ADDING = "board export", "board add"


def the(text: str) -> str:
    """Return the guide's block of commands that contains a text."""
    return block("sh", text, TOGETHER)


def test_every_block_is_tried() -> None:
    texts = [FOLDER, KIOSK, RELOADING, JOINING, TRUSTING, CLONING, GIT, RSYNC, STICK]
    tried = [the(text) for text in [*texts, EXPORTING, ADDING]]
    lines = block("sshd_config", guide=TOGETHER)
    assert sorted(text for _, text in blocks(TOGETHER)) == sorted([*tried, lines])


class Friend:
    """Somebody with a home of their own, in which a shell runs the guide's blocks."""

    def __init__(self, home: Path, name: str) -> None:
        self.home = home
        self.name = name
        (home / ".ssh").mkdir(parents=True)
        self.key = home / ".ssh" / "id_ed25519"
        self.run(f"ssh-keygen -q -t ed25519 -N '' -C {name} -f {self.key}")
        self.run(f"git config --global user.name {name}; git config --global user.email {name}@h")

    @property
    def folder(self) -> Path:
        return self.home / ".config" / "hearts-tui"

    @property
    def board(self) -> Path:
        return self.home / "hearts-board"

    @property
    def environ(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": f"{Path(HEARTS).parent}:{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "HEARTS_NOW": "2026-11-23T12:00:00Z",
        }

    def run(self, commands: str, code: int = 0) -> str:
        """Run a block as a shell does that stops at the first command that fails."""
        done = subprocess.run(
            ["bash", "-ec", commands],
            cwd=self.home,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=5 * PATIENCE,
        )
        assert (done.returncode, done.stderr) == (code, ""), done.stdout
        return done.stdout

    def tallies(self, pack: Pack) -> list[object]:
        """Return the tally of each theory, as this friend has it."""
        options = {theory.id: {each.id for each in theory.options} for theory in pack.theories}
        reader = SignedSlipFolder(self.board, options, Signers(self.folder / "allowed_signers"))
        others = reader.read().others(voter_of_key(self.key))
        mine = current_slip(self.folder, pack.theories)
        return [tally(theory, others, mine.vote(theory.id)) for theory in pack.theories]


@pytest.fixture
def friends(tmp_path: Path) -> list[Friend]:
    """Mia, leo and zoe, each with a key that the two others trust."""
    made = [Friend(tmp_path / name, name) for name in ("mia", "leo", "zoe")]
    for friend in made:
        friend.folder.mkdir(parents=True)
        friend.run("umask 022; touch .config/hearts-tui/allowed_signers")
        first, second = (other for other in made if other is not friend)
        for other in (first, second):
            shutil.copy(other.key.with_suffix(".pub"), friend.home / f"{other.name}.pub")
        own = the(TRUSTING).replace("mia", friend.name).replace("leo", first.name)
        friend.run(own)
        friend.run(f'cd .config/hearts-tui; echo "x $(cat ~/{second.name}.pub)" >> allowed_signers')
    return made


def join(friend: Friend) -> None:
    friend.run(the(JOINING).replace("mia", friend.name))


def vote(friend: Friend, *votes: tuple[str, int]) -> None:
    for theory, option in votes:
        friend.run(f"hearts vote {theory} {option}")


def test_a_folder_that_git_carries_gives_all_the_same_tally(
    friends: list[Friend], tmp_path: Path, pack: Pack
) -> None:
    repository = tmp_path / "hearts-board.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(repository)], check=True)
    clone = the(CLONING).replace("host:hearts-board.git", str(repository))
    mia, leo, zoe = friends
    for friend in friends:
        # git says that what it clones is empty, and which branch it is on.
        friend.run(f"({clone}) 2>/dev/null")
        join(friend)
        friend.run(f"({the(GIT)}) 2>/dev/null || true")
    vote(mia, ("t01", 1), ("t02", 1))
    vote(leo, ("t01", 2), ("t02", 1))
    vote(zoe, ("t01", 1), ("t03", 2))
    for friend in (*friends, mia, leo):
        friend.run(the(GIT))
    seen = [friend.tallies(pack) for friend in friends]
    first = [tallies[0] for tallies in seen]
    assert {each.voters for each in first} == {3}  # type: ignore[attr-defined]
    counts = [
        {option.option: option.voters for option in each.options}  # type: ignore[attr-defined]
        for each in first
    ]
    assert counts[0] == counts[1] == counts[2]
    assert sorted(counts[0].values()) == [0, 1, 2]
    assert "don't count" not in mia.run("hearts board list")


@pytest.mark.parametrize("by", [RSYNC, STICK])
def test_a_folder_is_carried_by_rsync_and_on_a_stick(
    friends: list[Friend], tmp_path: Path, pack: Pack, by: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    carry = the(by).replace("host:hearts-board/", f"{place}/").replace("/media/stick/", f"{place}/")
    assert str(place) in carry
    for option, friend in enumerate(friends):
        join(friend)
        vote(friend, ("t01", option + 1))
    for friend in (*friends, *friends):
        friend.run(carry)
    mia, leo, _ = friends
    vote(mia, ("t01", 3))
    for friend in (mia, leo):
        friend.run(carry)
    voters = [friend.tallies(pack)[0] for friend in (mia, leo)]
    options = [[each.voters for each in tallied.options] for tallied in voters]  # type: ignore[attr-defined]
    assert options == [[0, 1, 2], [0, 1, 2]]


def test_a_slip_that_was_changed_on_the_way_counts_for_nobody(friends: list[Friend]) -> None:
    mia, leo, _ = friends
    for friend in (mia, leo):
        join(friend)
    vote(mia, ("t01", 1))
    (slip,) = mia.board.glob("*.signed")
    (leo.board / slip.name).write_bytes(slip.read_bytes().replace(b"wedding", b"divorce"))
    assert "its signature doesn't match" in leo.run("hearts board list --rejected")
    assert "1 file doesn't count." in leo.run("hearts board list")


def test_an_old_slip_that_comes_back_is_told_of(friends: list[Friend]) -> None:
    mia, leo, _ = friends
    for friend in (mia, leo):
        join(friend)
    vote(mia, ("t01", 1))
    (slip,) = mia.board.glob("*.signed")
    old = slip.read_bytes()
    for data in (old, None):
        if data is None:
            vote(mia, ("t01", 2))
        (leo.board / slip.name).write_bytes(data or slip.read_bytes())
        assert "mia · 1 vote" in leo.run("hearts board list")
    (leo.board / slip.name).write_bytes(old)
    told = f"{slip.name} doesn't count: it's an old one that came back; mia has made a newer one"
    assert told in leo.run("hearts board list --rejected")
    assert "mia" not in leo.run("hearts board list")


def test_a_friend_s_file_is_put_beside_one_s_votes(friends: list[Friend]) -> None:
    mia, leo, _ = friends
    vote(mia, ("t01", 1), ("t02", 1))
    vote(leo, ("t01", 1), ("t02", 2))
    assert "Your 2 votes are in mia.json." in mia.run(the(EXPORTING))
    shutil.copy(mia.home / "mia.json", leo.home)
    assert "You and mia agree on 1 of 2." in leo.run(the(ADDING))
    signed = the(EXPORTING).replace("\n", " --sign ~/.ssh/id_ed25519\n")
    mia.run(signed)
    shutil.copy(mia.home / "mia.json", leo.home)
    assert "Signed with a key that you trust: mia." in leo.run(the(ADDING))


@pytest.mark.parametrize(
    ("passphrase", "code", "told"),
    [
        ("secret", 0, "Your 1 vote is in mia.json."),
        ("wrong", 1, "can't sign your slip: that isn't its passphrase."),
    ],
)
def test_a_passphrase_is_asked_for_where_there_is_a_terminal(
    tmp_path: Path, passphrase: str, code: int, told: str
) -> None:
    mia = Friend(tmp_path / "mia", "mia")
    mia.run(f"ssh-keygen -q -p -P '' -N secret -f {mia.key} >/dev/null")
    vote(mia, ("t01", 1))
    export = "cd && exec hearts board export mia.json --name mia --sign .ssh/id_ed25519"
    with Terminal(["/bin/bash", "-c", export], mia.environ, columns=200) as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.press(f"{passphrase}\n")
        assert terminal.wait_for_exit() == code
    assert told in terminal.text
    assert passphrase not in terminal.text


def test_nothing_waits_for_a_passphrase_that_nobody_can_be_asked_for(tmp_path: Path) -> None:
    mia = Friend(tmp_path / "mia", "mia")
    mia.run(f"ssh-keygen -q -p -P '' -N secret -f {mia.key} >/dev/null")
    vote(mia, ("t01", 1))
    told = mia.run(f"setsid --wait hearts board export --sign {mia.key} 2>&1 </dev/null", code=1)
    assert told == (
        f"hearts: {mia.key} can't sign your slip: the key has a passphrase. "
        f"Run ssh-add {mia.key}, so that ssh-agent signs for you.\n"
    )


Account = pwd.struct_passwd


@pytest.fixture
def both() -> Iterator[list[Account]]:
    with accounts("mia", "leo") as made:
        yield made


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every account can look into, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def answer(folder: Path, site: Path, *arguments: str, **more: str) -> str:
    """Run hearts in this very process; return what it complains of."""
    os.environ["XDG_CONFIG_DIRS"] = str(site)
    environ = {"HEARTS_CONFIG_DIR": str(folder), "HEARTS_NOW": "2026-11-23T12:00:00Z", **more}
    work = Workspace(environ, content_folder())
    return CliRunner().invoke(hearts, arguments, obj=work).output


def test_accounts_of_one_host_share_a_folder(
    both: list[Account],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", "")
    board, site = place / "board", place / "xdg"
    group = grp.getgrgid(both[0].pw_gid).gr_name
    commands = the(FOLDER)
    for name, own in {
        "--force hearts": f"--force {group}",
        "--group=hearts": f"--group={group}",
        "/var/lib/hearts/board": str(board),
        "/etc/xdg": str(site),
    }.items():
        assert name in commands
        commands = commands.replace(name, own)
    subprocess.run(["bash", "-ec", commands], check=True)
    assert stat.S_IMODE(board.stat().st_mode) == 0o3770
    # An account can't import what only the tests' own may read, so all is imported before.
    answer(place / "warm", site, "vote", "t01", "1", HEARTS_BOARD=str(place))
    answer(place / "warm", site, "board", "list", HEARTS_BOARD=str(place))

    def as_account(account: Account, *arguments: str) -> str:
        folder = place / account.pw_name
        if not folder.exists():
            folder.mkdir()
            os.chown(folder, account.pw_uid, account.pw_gid)
        capfd.readouterr()
        complaints = done_as(account, lambda: answer(folder, site, *arguments))
        return capfd.readouterr().out + complaints

    mia, leo = both
    assert "Saved: Wedding film" in as_account(mia, "vote", "t01", "1")
    assert "Saved: Divorce drama" in as_account(leo, "vote", "t01", "2")
    told = as_account(leo, "board", "list").splitlines()
    assert sorted(told) == sorted(
        [f"no name · 1 vote · {mia.pw_uid}", f"no name · 1 vote · you · {leo.pw_uid}"]
    )
    refused = as_account(leo, "board", "remove", str(mia.pw_uid))
    assert "can't be removed (Operation not permitted)" in refused
    assert (board / f"{mia.pw_uid}.json").stat().st_uid == mia.pw_uid
    assert "is off the board" in as_account(mia, "board", "leave")
    as_account(mia, "vote", "t02", "1")
    assert [path.name for path in board.iterdir()] == [f"{leo.pw_uid}.json"]
    stranger = pwd.getpwnam("nobody")
    told = f"The board at {board} can't be written (Permission denied)."
    assert told in as_account(stranger, "vote", "t01", "1")
    assert "You no longer share a board" in as_account(stranger, "board", "leave")
    assert told not in as_account(stranger, "vote", "t02", "1")


def test_the_kiosk_s_account_and_folder_are_made(place: Path) -> None:
    account, board = f"fans-{os.getpid()}", place / "keys"
    commands = the(KIOSK)
    for name, own in {
        "sh fans": f"sh {account}",
        "=fans": f"={account}",
        "/var/lib/hearts/keys": str(board),
        "/etc/ssh/hearts-deny": str(place / "deny"),
    }.items():
        assert name in commands
        commands = commands.replace(name, own)
    try:
        subprocess.run(["bash", "-ec", commands], check=True)
        made = pwd.getpwnam(account)
        status = board.stat()
        assert (status.st_uid, stat.S_IMODE(status.st_mode)) == (made.pw_uid, 0o700)
        assert made.pw_shell == "/bin/sh"
        assert (place / "deny").exists()
    finally:
        subprocess.run(["userdel", "--remove", account], check=True, capture_output=True)


def test_sshd_takes_the_lines_as_they_are_and_reads_them(tmp_path: Path) -> None:
    lines = block("sshd_config", guide=TOGETHER)
    with Server(tmp_path / "sshd", {}, drop_in=lines) as server:
        here = (
            f'sshd() {{ {sshd_path()} -f {server.config} "$@"; }}\n'
            f'systemctl() {{ test "$*" = "reload ssh"; kill -HUP {server.pid}; }}\n'
        )
        subprocess.run(["bash", "-ec", here + the(RELOADING)], check=True)
        server.wait_until_listening()
        asked = [sshd_path(), "-T", "-f", str(server.config), "-C", "user=fans,host=h,addr=::1"]
        told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert "authorizedkeyscommanduser nobody\n" in told
    assert "authorizedkeysfile none\n" in told
    assert "setenv HEARTS_BOARD=/var/lib/hearts/keys\n" in told
    assert "authenticationmethods publickey\n" in told
