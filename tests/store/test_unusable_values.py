"""Valid TOML that hearts can't use: left out, told of by name and line, and kept in the file."""

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.storage import Loaded
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
HUGE = "0x" + "f" * 4000
BITS = "a number of 16,000 bits"

VOTE = '[votes.t01]\noption = "wedding"\n'
LOAD: dict[str, Callable[[Path], Loaded[object]]] = {
    "ballot": lambda folder: BallotFile(folder).load(),
    "marks": lambda folder: MarksFile(folder).load(),
    "settings": lambda folder: SettingsFile(folder).load(),
}


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("ballot", f"{VOTE}confidence = {HUGE}\n", f"line 3: votes.t01.confidence is {BITS}"),
        ("ballot", f"{VOTE}revision = {HUGE}\n", f"line 3: votes.t01.revision is {BITS}"),
        ("ballot", f"{VOTE}confidence = nan\n", "votes.t01.confidence is nan, not a whole number"),
        ("ballot", f"{VOTE}at = 0001-01-01T00:00:00Z\n", "votes.t01.at is 0001-01-01 00:00:00+00"),
        ("ballot", f"{VOTE}at = 9999-12-31T23:59:59-12:00\n", "from 1900 to 2999"),
        ("ballot", f"{VOTE}note = {HUGE}\n", f"votes.t01.note is {BITS}, not a text"),
        ("ballot", f"{VOTE}history = [{{option = {HUGE}}}]\n", "votes.t01.history.1.option is a"),
        ("ballot", f"{VOTE}history = {HUGE}\n", "votes.t01.history is a number"),
        ("ballot", f"\n[votes.t01]\noption = {HUGE}\n", f"line 3: votes.t01.option is {BITS}"),
        ("ballot", f"votes = {HUGE}\n", f"line 1: votes is {BITS}, not a table"),
        ("ballot", f"# x\nrevision = {HUGE}\n", f"line 2: revision is {BITS}"),
        ("ballot", "[verdicts.t01]\noutcome = inf\n", "verdicts.t01.outcome is inf, not a text"),
        ("ballot", f"[theories.x]\nquestion = {HUGE}\noptions = []\n", "options is []"),
        ("ballot", f"{VOTE}note = '{'x' * 3_000_000}'\n", "votes.t01.note is 'xxxx"),
        ("marks", f"[marks.'news/a']\nrating = {HUGE}\n", f"line 2: marks.news/a.rating is {BITS}"),
        ("marks", f"marks = {HUGE}\n", f"line 1: marks is {BITS}"),
        ("marks", f"[visits]\nlast = {HUGE}\n", f"line 2: visits.last is {BITS}"),
        ("marks", "[visits]\nlast = 0001-01-01T00:00:00Z\n", "line 2: visits.last is 0001-01-01"),
        ("marks", "[visits]\nlast = 9999-12-31T23:59:59Z\n", "line 2: visits.last is 9999-12-31"),
        ("marks", "[visits]\nlast = 2026-11-23T12:00:00\n", "a date with a time and a zone"),
        ("marks", "visits = nan\n", "visits is nan, not a table"),
        ("settings", f"theme = {HUGE}\n", f"line 1: theme is {BITS}; 'auto', 'dark'"),
        ("settings", "theme = [['dark']]\n", "theme is [['dark']]; 'auto', 'dark'"),
        ("settings", f"zone = {HUGE}\n", f"zone is {BITS}; a name such as 'Europe/Berlin'"),
        ("settings", f"zone = '{'x' * 3_000_000}'\n", "zone is 'xxxx"),
        ("settings", f"[sequel]\noutcome = {HUGE}\n", f"line 2: sequel.outcome is {BITS}"),
        ("settings", f"[sequel]\noutcome='out'\nday = {HUGE}\n", f"line 3: sequel.day is {BITS}"),
        ("settings", f"sequel = {HUGE}\n", "sequel should be a table"),
        ("settings", f"keys = {HUGE}\n", "keys should be a table"),
        ("settings", f"[keys]\nquit = {HUGE}\n", f"line 2: keys.quit is {BITS}; a key such as"),
        ("settings", f"[keys]\nquit = '{'x' * 3_000_000}'\n", "line 2: keys.quit is 'xxx"),
    ],
)
def test_a_value_is_told_of_by_name_and_line(
    tmp_path: Path, file: str, text: str, told: str
) -> None:
    path = tmp_path / f"{file}.toml"
    path.write_text(text)
    notice = LOAD[file](tmp_path).notice
    assert notice.startswith(f"{path.name}, line ")
    assert told in notice
    assert len(notice) < 250
    assert path.read_text() == text


@pytest.mark.parametrize("value", [HUGE, "nan", "0001-01-01T00:00:00Z", "[[[[1]]]]", "{ a = nan }"])
def test_a_value_that_can_t_be_used_stays_when_the_file_is_written(
    tmp_path: Path, value: str
) -> None:
    strange = f"at = {value}\nconfidence = {value}\nnote = {value}\nmine = {value}\n"
    past = "history = [{ option = 1 }, { option = 'b', revision = 1 }]\n"
    (tmp_path / "ballot.toml").write_text(f"mine = {value}\n\n{VOTE}{strange}{past}")
    (tmp_path / "marks.toml").write_text(f"mine = {value}\n[marks.'news/a']\nrating = {value}\n")
    (tmp_path / "settings.toml").write_text(f"zone = {value}\nmine = {value}\nkeys = {value}\n")
    ballot = BallotFile(tmp_path)
    vote = ballot.load().value.votes["t01"]
    assert vote == Vote("wedding", history=vote.history)
    assert [past.option for past in vote.history] == ["b"]
    assert ballot.save(Kind.VOTE, "t01", vote).notice == ""
    MarksFile(tmp_path).save_star("news/a", AT)
    SettingsFile(tmp_path).save("theme", "light")
    text = (tmp_path / "ballot.toml").read_text()
    assert f"\nmine = {value}\n\n{VOTE}{strange}" in text
    assert "history = [{ option = 1 }, { option = 'b', revision = 1 }]" in text
    assert f"rating = {value}\n" in (tmp_path / "marks.toml").read_text()
    settings = (tmp_path / "settings.toml").read_text()
    assert settings.startswith(f"zone = {value}")
    assert f"mine = {value}\nkeys = {value}\n" in settings


def test_what_can_t_be_used_of_a_history_stays_before_what_is_added(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    file.write_text(f"{VOTE}history = [{{ option = 1, why = 'x' }}, {{ option = 'b' }}]\n")
    ballot = BallotFile(tmp_path)
    vote = ballot.load().value.votes["t01"]
    changed = Vote("divorce", AT, history=(*vote.history, vote.history[0]))
    ballot.save(Kind.VOTE, "t01", changed)
    rows = tomllib.loads(file.read_text())["votes"]["t01"]["history"]
    assert rows[0] == {"option": 1, "why": "x"}
    assert [row["option"] for row in rows[1:]] == ["b", "b"]


def test_a_vote_takes_the_place_of_one_that_could_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "ballot.toml").write_text(f"[votes.t01]\noption = {HUGE}\nmine = 1\n")
    ballot = BallotFile(tmp_path)
    ballot.load()
    ballot.save(Kind.VOTE, "t01", Vote("a", AT))
    assert BallotFile(tmp_path).load().value.votes["t01"].option == "a"
    assert "mine = 1" in (tmp_path / "ballot.toml").read_text()


def test_a_revision_that_can_t_be_counted_on_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "ballot.toml").write_text(f"revision = {HUGE}\n{VOTE}")
    saved = BallotFile(tmp_path).save(Kind.VOTE, "t02", Vote("a", AT))
    assert saved.ballot.revision == 1
    assert saved.ballot.votes.keys() == {"t01", "t02"}


def test_a_number_that_python_can_t_read_is_damage_told_of_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f"theme = 'dark'\nzone = {'9' * 5000}\n")
    kept = SettingsFile(tmp_path).load()
    assert kept.value == Settings()
    assert "could not be read (a number in it is too long)" in kept.notice


def test_of_too_many_own_theories_the_last_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    options = "options = [{ id = 'a', text = 'b' }, { id = 'c', text = 'd' }]"
    text = "".join(f"[theories.own-{n}]\nquestion = 'q'\n{options}\n" for n in range(1_003))
    file.write_text(text)
    kept = BallotFile(tmp_path).load()
    assert list(kept.value.theories) == [f"own-{n}" for n in range(3, 1_003)]
    assert "line 1: theories.own-0 is one of 3 too many to be shown;" in kept.notice
    BallotFile(tmp_path).save(Kind.OWN, "own-1002", None)
    assert file.read_text().count("[theories.own-") == 1_002
