"""Old signed slips that somebody puts back over newer ones: real keys, files and folders."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.store.newest_slips import FILE, NewestSlips
from hearts_tui.store.signed_slips import SignedSlipFolder, signed_slip_file
from hearts_tui.store.signing import Signers, voter_of_key

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
OLD = Slip("mia", {"t01": SlipVote("a", 80, AT, 7), "t02": SlipVote("a", 70, AT, 8)})
NEW = Slip("mia", {"t01": SlipVote("b", 60, AT, 9)})
WITHDRAWN = Slip("mia", {"t02": SlipVote("a", 70, AT, 8)})
FRESH_BALLOT = Slip("mia", {"t01": SlipVote("b", 90, AT, 1)})
RETURNED = "it's an old one that came back; mia has made a newer one since"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("keys") / "mia"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", made], check=True)
    return made


class Hosts:
    """The folder in which mia writes, and that of a friend who reads a copy of it."""

    def __init__(self, path: Path, key: Path) -> None:
        self.key = key
        self.name = f"{voter_of_key(key)}.signed"
        self.mias, self.copy, self.config = path / "mias", path / "copy", path / "config"
        for folder in (self.mias, self.copy, self.config):
            folder.mkdir()
        signers = self.config / "allowed_signers"
        signers.write_text(f"mia {key.with_suffix('.pub').read_text()}")
        signers.chmod(0o644)
        self.now = AT
        self.folder = self.session()

    def session(self) -> SignedSlipFolder:
        """Return what reads the copy in another session of the friend's."""
        signers = Signers(self.config / "allowed_signers")
        newest = NewestSlips(self.config, lambda: self.now)
        return SignedSlipFolder(self.copy, {"t01": {"a", "b"}, "t02": {"a"}}, signers, newest)

    def write(self, slip: Slip, at: datetime = AT) -> bytes:
        """Let mia write a slip by her clock, carry it, and return the file."""
        signed_slip_file(self.mias, self.key, clock=lambda: at).write(slip)
        data = (self.mias / self.name).read_bytes()
        self.carry(data)
        return data

    def carry(self, data: bytes) -> None:
        (self.copy / self.name).write_bytes(data)

    def votes(self, folder: SignedSlipFolder | None = None) -> dict[str, SlipVote] | str:
        """Return the votes that count for the friend, or why none do."""
        read = (folder or self.folder).read()
        if read.rejected:
            return read.rejected[0].reason.partition(" doesn't count: ")[2].rstrip(".")
        return dict(read.slips[voter_of_key(self.key)].votes)


@pytest.fixture
def hosts(tmp_path: Path, key: Path) -> Hosts:
    return Hosts(tmp_path, key)


def test_an_old_slip_that_comes_back_does_not_count_again(hosts: Hosts) -> None:
    old = hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    new = hosts.write(NEW, AT + HOUR)
    assert hosts.votes() == NEW.votes
    hosts.carry(old)
    assert hosts.votes() == RETURNED
    assert hosts.votes(hosts.session()) == RETURNED, "in a later session"
    hosts.carry(new)
    assert hosts.votes() == NEW.votes


@pytest.mark.parametrize("later", [NEW, WITHDRAWN, FRESH_BALLOT, Slip("mia")])
def test_what_a_voter_says_later_counts_whatever_its_revisions(hosts: Hosts, later: Slip) -> None:
    hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    hosts.write(later, AT + HOUR)
    assert hosts.votes() == later.votes


def test_a_slip_that_says_the_same_keeps_its_time_and_its_bytes(hosts: Hosts) -> None:
    first = hosts.write(OLD)
    assert b'"at":"2026-11-23T12:00:00+00:00","votes"' in first
    assert hosts.write(OLD, AT + HOUR) == first
    assert b'"at":"2026-11-23T14:00:00+00:00","votes"' in hosts.write(NEW, AT + 2 * HOUR)


@pytest.mark.parametrize("back", [timedelta(0), HOUR, timedelta(hours=23)])
def test_a_clock_that_was_put_back_locks_nobody_out(hosts: Hosts, back: timedelta) -> None:
    hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    old = hosts.write(NEW, AT - back)
    assert hosts.votes() == NEW.votes
    hosts.write(WITHDRAWN, AT - back)
    assert hosts.votes() == WITHDRAWN.votes
    hosts.carry(old)
    assert hosts.votes() == RETURNED


def test_a_clock_that_was_years_ahead_locks_nobody_out(hosts: Hosts) -> None:
    hosts.write(OLD, datetime(2036, 1, 1, tzinfo=UTC))
    assert hosts.votes() == OLD.votes
    hosts.write(NEW, AT + HOUR)
    assert hosts.votes() == NEW.votes


def test_a_slip_of_an_earlier_hearts_counts_until_there_is_one_with_a_time(hosts: Hosts) -> None:
    signed_slip_file(hosts.mias, hosts.key).write(OLD)
    untimed = (hosts.mias / hosts.name).read_bytes()
    assert b'"at":"2026-11-23T12:00:00+00:00","votes"' not in untimed
    hosts.carry(untimed)
    assert hosts.votes() == OLD.votes
    hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    hosts.carry(untimed)
    assert hosts.votes() == RETURNED


def test_nothing_is_written_where_nothing_is_new(hosts: Hosts) -> None:
    hosts.write(OLD)
    hosts.votes()
    before = (hosts.config / FILE).stat()
    hosts.votes()
    hosts.votes(hosts.session())
    after = (hosts.config / FILE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_sessions_at_the_same_time_forget_nothing_of_each_other(hosts: Hosts) -> None:
    other = "0b" * 32
    first, second = (NewestSlips(hosts.config, lambda: AT) for _ in range(2))
    late, early = Slip("", at=AT + HOUR), Slip("", at=AT)
    assert not first.is_replaced(other, late)
    assert not second.is_replaced(other, early)
    assert not second.is_replaced("0c" * 32, early)
    first.save()
    second.save()
    third = NewestSlips(hosts.config, lambda: AT)
    assert third.is_replaced(other, early)
    assert not third.is_replaced(other, late)
    assert third.is_replaced("0c" * 32, Slip("", at=AT - HOUR))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[1]",
        b'{"x": "y"}',
        b'{"%s": "2036"}' % (b"0a" * 32),
        b'{"%s": 1e400}' % (b"0a" * 32),
        b"[" * 100_000,
    ],
)
def test_a_file_that_makes_no_sense_is_written_anew(hosts: Hosts, data: bytes) -> None:
    (hosts.config / FILE).write_bytes(data)
    old = hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    hosts.write(NEW, AT + HOUR)
    assert hosts.votes() == NEW.votes
    hosts.carry(old)
    assert hosts.votes(hosts.session()) == RETURNED


def test_where_nothing_can_be_kept_it_holds_for_the_session(hosts: Hosts) -> None:
    (hosts.config / FILE).mkdir()
    old = hosts.write(OLD)
    assert hosts.votes() == OLD.votes
    hosts.write(NEW, AT + HOUR)
    assert hosts.votes() == NEW.votes
    hosts.carry(old)
    assert hosts.votes() == RETURNED
    shutil.rmtree(hosts.config / FILE)
    assert hosts.votes(hosts.session()) == OLD.votes
