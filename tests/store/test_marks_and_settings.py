from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import NO_BOARD, Look, Motion, Outcome, SequelNote, Settings
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors
from hearts_tui.domain.storage import Loaded
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_marks_are_there_for_the_next_session(tmp_path: Path) -> None:
    marks = MarksFile(tmp_path)
    marks.save_read(["news/a"], AT)
    marks.save_star("news/a", AT)
    marks.save_read(["news/b"], AT)
    marks.save_star("tracks/c", AT)
    marks.save_star("tracks/c", None)
    assert MarksFile(tmp_path).load() == Loaded(
        Marks(frozenset({"news/a", "news/b"}), frozenset({"news/a"}))
    )
    marks.save_read(["news/b"], None)
    assert MarksFile(tmp_path).load().value.read == {"news/a"}


def test_many_are_marked_at_once_and_ratings_are_kept(tmp_path: Path) -> None:
    marks = MarksFile(tmp_path)
    marks.save_rating("news/a", 4)
    marks.save_read([f"news/{n}" for n in range(40)], AT)
    marks.save_rating("tracks/c", 2)
    marks.save_rating("tracks/c", 0)
    kept = MarksFile(tmp_path).load().value
    assert kept == Marks(frozenset(f"news/{n}" for n in range(40)), ratings={"news/a": 4})


@pytest.mark.parametrize("rating", ["-1", "true", "'x'", "nan"])
def test_a_rating_that_is_none_is_left_alone(tmp_path: Path, rating: str) -> None:
    text = f"[marks]\n'news/b' = 'x'\n[marks.'news/a']\nrating = {rating}\n"
    (tmp_path / "marks.toml").write_text(text)
    kept = MarksFile(tmp_path).load()
    assert kept.value == Marks()
    assert kept.notice.startswith("marks.toml, line 2: marks.news/b is 'x', not a table;")


def test_marks_of_a_wrong_kind_are_left_alone(tmp_path: Path) -> None:
    text = 'marks = ["news/a"]\n'
    (tmp_path / "marks.toml").write_text(text)
    kept = MarksFile(tmp_path).load()
    assert kept.value == Marks()
    assert "line 1: marks is ['news/a'], not a table" in kept.notice
    assert (tmp_path / "marks.toml").read_text() == text


def test_settings_are_there_for_the_next_session(tmp_path: Path) -> None:
    note = SequelNote(Outcome.NEW_DATE, date(2027, 2, 14))
    settings = SettingsFile(tmp_path)
    assert settings.load().value == Settings()
    settings.save("seen_film", "yes")
    settings.save_sequel(note)
    assert SettingsFile(tmp_path).load() == Loaded(Settings(SeenFilm.YES, sequel=note))
    settings.save_sequel(SequelNote(Outcome.CANCELLED))
    assert SettingsFile(tmp_path).load().value.sequel == SequelNote(Outcome.CANCELLED)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("seen_film = 3\n", "seen_film is 3; 'unanswered', 'not yet', 'yes' are allowed."),
        ("sequel_rumors = 'all'\n", "sequel_rumors is 'all'; 'hide', 'titles only', 'show'"),
        ("\n\ntheme = 'pink'\n", "settings.toml, line 3: theme is 'pink'; 'auto', 'dark'"),
        ("motion = 'none'\n", "settings.toml, line 1: motion is 'none'; 'full', 'less'"),
        ("start = 'home'\n", "start is 'home'; 'news', 'cast'"),
        ("zone = '../etc'\n", "zone is '../etc'; a name such as 'Europe/Berlin' is allowed."),
        ("board = 'fans'\n", "board is 'fans'; a full path such as '/var/lib/hearts/board' is"),
        ("board = 7\n", "board is 7; a full path such as '/var/lib/hearts/board' is allowed."),
        ('board = "/a\\nb"\n', "board is '/a\\nb'; a full path"),
        ("board_key = 'off'\n", "board_key is 'off'; a full path such as '~/.ssh/id_ed25519' is"),
        ("board_name = ['mia']\n", "board_name is ['mia']; a name such as 'mia' is allowed."),
        ("sequel = 1\n", "sequel should be a table."),
        ("[sequel]\noutcome = 'soon'\n", "sequel.outcome is 'soon'"),
        ("[sequel]\noutcome = 'out'\nday = 'May'\n", "sequel.day is 'May'"),
        ("[sequel]\noutcome = 'new date'\nday = 2027-01-01T00:00:00Z\n", "such as 2027-02-14"),
    ],
)
def test_a_setting_that_is_not_allowed_is_told_of(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    kept = SettingsFile(tmp_path).load()
    assert told in kept.notice
    assert kept.value.seen_film is Settings().seen_film
    assert kept.value.sequel.outcome is not Outcome.NEW_DATE
    assert (kept.value.board, kept.value.board_key, kept.value.board_name) == ("", "", "")


def test_a_board_is_a_full_path_or_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/mia")
    settings = SettingsFile(tmp_path)
    (tmp_path / "settings.toml").write_text("board = '~/board'\nboard_key = '/k'\n")
    assert settings.load() == Loaded(Settings(board="/home/mia/board", board_key="/k"))
    (tmp_path / "settings.toml").write_text("board = 'off'\n")
    assert settings.load() == Loaded(Settings(board=NO_BOARD))


def test_a_name_for_others_is_one_line_of_24_cells(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    settings.save("board_name", "mia")
    assert settings.load() == Loaded(Settings(board_name="mia"))
    (tmp_path / "settings.toml").write_text(
        'board_name = "\\u202E mia\\n of \\u001b[31mAustin, TX, U.S."'
    )
    assert settings.load().value.board_name == "mia of [31mAustin, TX, U"


def test_every_setting_stands_in_the_file_with_a_comment_that_explains_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# my own\nmood = 'fine'\nmotion = 'less' # as at home\n")
    SettingsFile(tmp_path).save("theme", "light")
    lines = file.read_text().splitlines()
    assert lines[:3] == ["# my own", "mood = 'fine'", "motion = 'less' # as at home"]
    assert 'theme = "light" # the colors: auto, dark, light, contrast' in lines
    assert 'start = "news" # the screen that comes first: news, cast, tracks' in file.read_text()
    assert SettingsFile(tmp_path).load().value == Settings(theme=Look.LIGHT, motion=Motion.LESS)


@pytest.mark.parametrize(
    ("level", "seen", "rumors"),
    [
        ("none", SeenFilm.NOT_YET, SequelRumors.TITLES),
        ("film", SeenFilm.YES, SequelRumors.TITLES),
        ("trailer", SeenFilm.YES, SequelRumors.SHOW),
        ("leak", SeenFilm.YES, SequelRumors.SHOW),
    ],
)
def test_the_one_level_of_earlier_versions_becomes_two_switches(
    tmp_path: Path, level: str, seen: SeenFilm, rumors: SequelRumors
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'spoilers = "{level}" # as I like it\ntheme = "light"\n')
    assert SettingsFile(tmp_path).load() == Loaded(Settings(seen, rumors, Look.LIGHT))
    assert "spoilers" in file.read_text()
    SettingsFile(tmp_path).save("motion", "less")
    kept = SettingsFile(tmp_path).load()
    assert kept == Loaded(Settings(seen, rumors, Look.LIGHT, Motion.LESS))
    assert "spoilers" not in file.read_text()


def test_a_level_that_was_none_is_as_if_nothing_was_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("spoilers = 3\n")
    assert SettingsFile(tmp_path).load() == Loaded(Settings())


def test_a_switch_that_was_set_is_worth_more_than_the_old_level(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('spoilers = "leak"\nseen_film = "not yet"\n')
    kept = SettingsFile(tmp_path).load().value
    assert (kept.seen_film, kept.sequel_rumors) == (SeenFilm.NOT_YET, SequelRumors.SHOW)
