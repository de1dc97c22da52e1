"""The commands that vote and mark: real processes, real files, beside a real app."""

import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.options import hearts
from hearts_tui.cli.workspace import Workspace
from tests.cli.running import HEARTS, environ, run
from tests.end_to_end.terminal import Terminal, environ_for


def ballot(config: Path) -> dict[str, Any]:
    return tomllib.loads((config / "ballot.toml").read_text())


def marks(config: Path) -> dict[str, Any]:
    return tomllib.loads((config / "marks.toml").read_text())["marks"]


@pytest.mark.parametrize("said", ["wedding", "Wedding film", "wedding FILM", "wed", "1"])
def test_an_option_is_known_by_id_text_beginning_and_number(config: Path, said: str) -> None:
    done = run(config, "vote", "t01", said)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Saved: Wedding film, 70% sure. In ~/config/ballot.toml\n"
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


def test_a_vote_is_changed_and_its_past_is_kept(config: Path) -> None:
    run(config, "vote", "t01", "1", "--note", "  cake   first ")
    run(config, "vote", "theories/t01", "1", "--confidence", "90")
    vote = ballot(config)["votes"]["t01"]
    assert (vote["confidence"], vote["note"]) == (90, "cake first")
    done = run(config, "vote", "t01", "divorce", "--json")
    vote = ballot(config)["votes"]["t01"]
    assert (vote["option"], vote["confidence"]) == ("divorce", 70)
    assert [past["confidence"] for past in vote["history"]] == [70, 90]
    assert json.loads(done.stdout) == {
        "version": 1,
        "kind": "vote",
        "theory": "t01",
        "title": "Wedding film or divorce drama?",
        "option": "divorce",
        "text": "Divorce drama",
        "confidence": 70,
        "note": "",
        "file": str(config / "ballot.toml"),
    }


def test_the_same_vote_again_changes_nothing(config: Path) -> None:
    run(config, "vote", "t01", "1")
    before = (config / "ballot.toml").read_bytes()
    done = run(config, "vote", "t01", "1")
    assert done.stdout.startswith("That's your vote already: Wedding film, 70% sure.")
    assert done.returncode == 0
    assert (config / "ballot.toml").read_bytes() == before


def test_a_vote_is_withdrawn(config: Path) -> None:
    run(config, "vote", "t01", "1")
    assert run(config, "unvote", "t01").stdout.startswith("Saved: vote withdrawn. In ")
    assert ballot(config).get("votes", {}) == {}
    again = run(config, "unvote", "t01")
    assert (again.returncode, again.stdout[:14]) == (0, "No vote there,")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["vote", "t99", "1"], "There's no theory 't99'. Did you mean t19 or t09?"),
        (
            ["vote", "t01", "nobody"],
            "'nobody' is none of the options: 1 Wedding film, 2 Divorce drama, 3 Neither.",
        ),
        (["vote", "t01", ""], "'' is none of the options"),
        (["vote", "t01", "4"], "'4' is none of the options"),
        (["vote", "t02", "a"], "Say a little more, or its number."),
        (["vote", "t01", "1", "--confidence", "20"], "With 3 options it's 34 to 99"),
        (["vote", "t01", "1", "--confidence", "100"], "With 3 options it's 34 to 99"),
        (["vote", "t01", "1", "--note", "x" * 201], "at most 200 characters; this one has 201."),
        (["verdict", "t01", "maybe"], "'maybe' is none of the options"),
        (["mark", "star", "cast/luke"], "Only news, tracks and film can be starred, not cast."),
        (["mark", "read", "news/residual"], "Did you mean news/residuals"),
        (["mark", "rate", "tracks/come-back-home", "6"], "6 is not in the range"),
        (["mark", "read", "luke"], "There's no address 'luke'."),
        (["vote", "t01\x1b[31m", "1"], "There's no theory 't01\\x1b[31m'."),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_changes_nothing(
    config: Path, arguments: list[str], told: str
) -> None:
    done = run(config, *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert not (config / "ballot.toml").exists()
    assert not (config / "marks.toml").exists()


def test_a_verdict_closes_the_vote_until_it_is_taken_back(config: Path) -> None:
    run(config, "vote", "t01", "1")
    done = run(config, "verdict", "t01", "divorce")
    assert done.stdout.startswith("Saved: your verdict, Divorce drama. In ")
    for arguments in (["vote", "t01", "2"], ["unvote", "t01"]):
        closed = run(config, *arguments)
        assert (closed.returncode, closed.stdout) == (1, "")
        assert closed.stderr == (
            "hearts: t01 is decided, so votes are closed. "
            "hearts verdict t01 open takes your verdict back.\n"
        )
    noted = run(config, "vote", "t01", "1", "--note", "so close")
    assert (noted.returncode, ballot(config)["votes"]["t01"]["note"]) == (0, "so close")
    undecided = json.loads(run(config, "verdict", "t01", "undecided", "--json").stdout)
    assert (undecided["verdict"], undecided["theory"]) == ("undecided", "t01")
    assert run(config, "verdict", "t01", "open").stdout.startswith("Saved: no verdict yet.")
    assert run(config, "vote", "t01", "2").returncode == 0


def test_an_archived_theory_takes_no_vote_and_says_how_it_would(config: Path) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text(
        'format = 1\nrevision = 1\n[theories.own-1]\nquestion = "A dog?"\nretired = true\n'
        'options = [{id = "a", text = "Yes"}, {id = "b", text = "No"}]\n'
    )
    done = run(config, "vote", "own-1", "yes")
    assert done.returncode == 1
    assert "own-1 is archived. Start hearts and press r on it to reopen it." in done.stderr


def test_after_the_last_day_the_vote_stays(config: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(content_folder(), content)
    theories = content / "theories.toml"
    closing = theories.read_text().replace('id = "t01"\n', 'id = "t01"\ncloses = 2026-11-20\n', 1)
    theories.write_text(closing)
    work = Workspace(environ(config), content)
    done = CliRunner().invoke(hearts, ["vote", "t01", "1"], obj=work)
    assert done.exit_code == 1
    assert "Votes on t01 closed after Nov 20, 2026. Yours counts as it stood then." in done.output
    assert not (config / "ballot.toml").exists()


def test_marks_are_kept_and_taken_away(config: Path) -> None:
    song = "tracks/come-back-home"
    assert run(config, "mark", "read", "news/residuals").stdout == (
        "Saved: news/residuals, read. In ~/config/marks.toml\n"
    )
    run(config, "mark", "star", song)
    rated = json.loads(run(config, "mark", "rate", song, "4", "--json").stdout)
    assert (rated["starred"], rated["rating"], rated["read"]) == (True, 4, False)
    assert set(marks(config)) == {"news/residuals", song}
    run(config, "mark", "unread", "news/residuals")
    run(config, "mark", "unstar", song)
    assert run(config, "mark", "rate", song, "0").stdout.startswith(f"Saved: {song}, no rating.")
    assert "marks" not in tomllib.loads((config / "marks.toml").read_text())


@pytest.mark.parametrize("name", ["ballot.toml", "marks.toml"])
@pytest.mark.parametrize("content", [b"[votes\n", b"\xff\xfe", b"format = 9\n"])
def test_a_damaged_file_stays_as_it_is(config: Path, name: str, content: bytes) -> None:
    config.mkdir()
    (config / name).write_bytes(content)
    verb = ["vote", "t01", "1"] if name == "ballot.toml" else ["mark", "read", "news/residuals"]
    done = run(config, *verb)
    assert done.returncode == 1
    assert done.stderr.startswith(f"hearts: {name} ")
    assert "Nothing was changed; start hearts to sort it out." in done.stderr
    assert done.stderr.count("\n") == 1
    assert (config / name).read_bytes() == content
    assert not [each for each in config.iterdir() if "damaged" in each.name]


def test_a_ballot_that_lost_votes_is_not_written_over(config: Path) -> None:
    for theory in ("t01", "t02", "t03"):
        run(config, "vote", theory, "1")
    (config / "ballot.toml").write_text("format = 1\nrevision = 3\n")
    done = run(config, "vote", "t04", "1")
    assert done.returncode == 1
    assert "ballot.toml lacks 3 entries that it had." in done.stderr
    assert (config / "ballot.toml").read_text() == "format = 1\nrevision = 3\n"


def test_an_entry_that_makes_no_sense_is_told_of_and_kept(config: Path) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text("[votes.t02]\noption = 5\n")
    done = run(config, "vote", "t01", "1")
    assert done.returncode == 0
    assert "ballot.toml, line 2: " in done.stderr
    assert ballot(config)["votes"]["t02"] == {"option": 5}
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    run(small_disk, "vote", "t01", "1")
    before = (small_disk / "ballot.toml").read_bytes()
    with pytest.raises(OSError, match="No space"):
        (small_disk / "filler").write_bytes(b"." * (1 << 20))
    done = run(small_disk, "vote", "t02", "1")
    assert done.returncode == 1
    assert done.stderr == "hearts: ballot.toml was not saved (No space left on device).\n"
    assert (small_disk / "ballot.toml").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told_of(small_disk: Path) -> None:
    run(small_disk, "vote", "t01", "1")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    done = run(small_disk, "vote", "t02", "1")
    assert done.returncode == 1
    assert done.stderr == (
        f"hearts: Nothing can be kept: {small_disk} can't be written (Read-only file system).\n"
    )
    assert set(ballot(small_disk)["votes"]) == {"t01"}


def test_beside_a_running_app_both_see_both(config: Path) -> None:
    run(config, "mark", "read", "news/residuals")
    with Terminal([HEARTS, "--screen", "theories"], environ_for(config), 120, 40) as terminal:
        terminal.wait_for("Wedding film or divorce")
        run(config, "vote", "t01", "wedding")
        terminal.wait_for("you: Wedding film 70%")
        terminal.press("+")
        terminal.wait_for("you: Wedding film 75%")
        terminal.wait_for("Saved: Wedding film, 75%")
        run(config, "vote", "t02", "1")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    votes = ballot(config)["votes"]
    assert votes["t01"]["confidence"] == 75
    assert votes["t02"]["option"] == "unites"


def test_a_bare_environment_will_do(config: Path) -> None:
    bare = {"HEARTS_CONFIG_DIR": os.fspath(config)}
    done = subprocess.run(
        [HEARTS, "vote", "t01", "1"], env=bare, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"Saved: Wedding film, 70% sure. In {config}/ballot.toml\n"


def test_an_answer_that_cannot_be_written_is_told_of(config: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [HEARTS, "vote", "t01", "1"],
            env=environ(config),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "hearts: standard output takes no more (No space left on device).\n"
    assert "t01" in ballot(config)["votes"]


def test_a_board_that_cannot_be_voted_on_is_told_of_once_and_keeps_no_vote_from_the_ballot(
    config: Path, tmp_path: Path
) -> None:
    done = run(config, "vote", "t01", "1", HEARTS_BOARD=str(tmp_path / "gone"))
    assert done.returncode == 0
    assert str(tmp_path / "gone") in done.stderr
    assert done.stderr.count("\n") == 1
    assert "t01" in ballot(config)["votes"]
    wrong = run(config, "vote", "t02", "1", HEARTS_BOARD="board")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("hearts: HEARTS_BOARD is 'board'; ")
    assert "t02" not in ballot(config)["votes"]
