"""Files near and at the limit: a save never makes one that the next start can't read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
VOTE = Vote("wedding", AT)


def filled(size: int) -> str:
    """Return a ballot of so many bytes."""
    head = 'format = 1\nrevision = 1\n\n[votes.t01]\noption = "a"\n# '
    return f"{head}{'x' * (size - len(head) - 1)}\n"


def test_a_save_past_the_limit_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    text = filled(LARGEST_FILE - 20)
    file.write_text(text)
    ballot = BallotFile(tmp_path)
    assert ballot.load().notice == ""
    for number in range(3):
        told = r"ballot\.toml was not saved: it would be larger than 4 MiB, which is more than"
        with pytest.raises(StorageError, match=told):
            ballot.save(Kind.VOTE, f"t{number + 2:02}", VOTE)
    assert file.read_text() == text
    assert {path.name for path in tmp_path.iterdir()} == {"ballot.toml", ".ballot.toml.lock"}
    assert BallotFile(tmp_path).load().notice == ""


def test_a_save_that_just_fits_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    file.write_text(filled(LARGEST_FILE - 200))
    ballot = BallotFile(tmp_path)
    assert ballot.save(Kind.VOTE, "t02", VOTE).notice == ""
    assert LARGEST_FILE - 200 < file.stat().st_size <= LARGEST_FILE
    assert BallotFile(tmp_path).load().value.votes.keys() == {"t01", "t02"}


def test_one_can_always_take_something_out_of_a_full_file(tmp_path: Path) -> None:
    (tmp_path / "ballot.toml").write_text(filled(LARGEST_FILE))
    ballot = BallotFile(tmp_path)
    assert ballot.save(Kind.VOTE, "t01", None).notice == ""
    assert ballot.load().value.votes == {}


@pytest.mark.parametrize("count", [20_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_large_files_are_changed_part_by_part(tmp_path: Path, count: int) -> None:
    marks = "".join(f'\n[marks."n/{n}"]\nread = 1\n' for n in range(count))
    (tmp_path / "marks.toml").write_text(f"format = 1\n{marks}")
    keys = "".join(f"key{n} = 1\n" for n in range(count // 2))
    (tmp_path / "settings.toml").write_text(f"theme = 'dark'\n\n[other]\n{keys}")
    marks_file = MarksFile(tmp_path)
    assert len(marks_file.load().value.read) == count
    assert marks_file.save_visit(AT) == ""
    assert marks_file.save_read(["n/7", f"n/{count - 1}", "news/a"], None) == ""
    kept = MarksFile(tmp_path).load().value
    assert (len(kept.read), kept.visited) == (count - 2, AT)
    assert SettingsFile(tmp_path).save("theme", "light") == ""
    assert SettingsFile(tmp_path).save_key("quit", "f9") == ""
    assert SettingsFile(tmp_path).load().value.keys == {"quit": "f9"}


@pytest.mark.parametrize(
    "text",
    [
        "votes = {" + ", ".join(f"x{n} = {{ option = 'a' }}" for n in range(20_000)) + "}\n",
        "".join(f"votes.x{n}.option = 'a'\n" for n in range(20_000)),
        "[votes]\n" + "".join(f"x{n} = {{ option = 'a' }}\n" for n in range(20_000)),
    ],
)
def test_a_large_file_in_another_layout_is_refused_at_once(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ballot.toml"
    file.write_text(text)
    ballot = BallotFile(tmp_path)
    assert len(ballot.load().value.votes) == 20_000
    with pytest.raises(StorageError, match="Please write its tables out as"):
        ballot.save(Kind.VOTE, "x7", VOTE)
    assert file.read_text() == text


def test_what_is_marked_and_taken_back_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "marks.toml"
    marks = MarksFile(tmp_path)
    marks.save_visit(AT)
    marks.save_star("news/5", AT)
    before = file.read_text()
    addresses = [f"news/{n}" for n in range(129)]
    marks.save_read(addresses, AT)
    marks.save_read(addresses, None)
    assert file.read_text() == before


def test_a_comment_of_the_user_outlives_what_it_stood_beside(tmp_path: Path) -> None:
    file = tmp_path / "marks.toml"
    text = (
        "# mine\n\n[marks.'news/a'] # the best\nread = 2026-11-23T12:00:00Z\n\n"
        "[marks.\"news/b\"]\nread = 1\n# about c\n[marks.'news/c']\nread = 1\n"
    )
    file.write_text(text)
    marks = MarksFile(tmp_path)
    marks.save_read(["news/a", "news/b"], None)
    assert file.read_text() == (
        "# mine\n\n[marks.'news/a'] # the best\n\n# about c\n[marks.'news/c']\nread = 1\n"
    )
    kept = marks.load()
    assert (kept.value.read, kept.notice) == ({"news/c"}, "")
    marks.save_read(["news/a"], AT)
    assert "[marks.'news/a'] # the best\nread = 2026-11-23" in file.read_text()


@pytest.mark.parametrize(
    "text",
    ["[marks]\n'news/a' = { read = 1 }\n", "marks.'news/a'.read = 1\n", "[marks.'news/a']\nread=1"],
)
def test_every_way_to_write_a_mark_can_be_taken_out(tmp_path: Path, text: str) -> None:
    file = tmp_path / "marks.toml"
    file.write_text(text)
    marks = MarksFile(tmp_path)
    marks.save_read(["news/a"], None)
    assert "news/a" not in file.read_text()
    marks.save_read(["news/a"], AT)
    assert marks.load().value.read == {"news/a"}


def test_a_long_comment_is_no_long_key(tmp_path: Path) -> None:
    text = f"# {'a.b ' * 1_000} = mine\n[marks.'news/a']\nread = 1\n"
    (tmp_path / "marks.toml").write_text(text)
    kept = MarksFile(tmp_path).load()
    assert (kept.value.read, kept.notice) == ({"news/a"}, "")
