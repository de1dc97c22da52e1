"""Which board a user shares: as the environment, the host or the user says."""

from pathlib import Path

import pytest

from hearts_tui.cli.board import find_board
from hearts_tui.cli.compose import open_stores
from hearts_tui.content.pack import Pack
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.storage import Loaded

MINE = Settings(board="/home/mia/board")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the host's settings, which is not there yet."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    folder = tmp_path / "xdg" / "hearts-tui"
    folder.mkdir(parents=True)
    return folder / "settings.toml"


def test_there_is_no_board_at_first() -> None:
    assert find_board({}, Settings()) == Loaded(None)


def test_the_variable_goes_before_the_host_and_the_host_before_the_user(site: Path) -> None:
    assert find_board({}, MINE) == Loaded(Path("/home/mia/board"))
    site.write_text("board = '/var/lib/hearts/board'\n")
    assert find_board({}, MINE) == Loaded(Path("/var/lib/hearts/board"))
    assert find_board({}, Settings()) == Loaded(Path("/var/lib/hearts/board"))
    assert find_board({"HEARTS_BOARD": "/srv/board"}, MINE) == Loaded(Path("/srv/board"))
    assert find_board({"HEARTS_BOARD": ""}, MINE) == Loaded(Path("/var/lib/hearts/board"))


def test_each_of_them_can_say_that_there_is_none(site: Path) -> None:
    site.write_text("board = '/var/lib/hearts/board'\n")
    assert find_board({}, Settings(board="off")) == Loaded(None)
    assert find_board({"HEARTS_BOARD": "off"}, MINE) == Loaded(None)
    assert find_board({"HEARTS_BOARD": "/srv"}, Settings(board="off")) == Loaded(Path("/srv"))
    site.write_text("board = 'off'\n")
    assert find_board({}, MINE) == Loaded(None)


def test_a_variable_that_is_no_full_path_is_told_of() -> None:
    with pytest.raises(ValueError, match="HEARTS_BOARD is 'board'; a full path such as"):
        find_board({"HEARTS_BOARD": "board"}, MINE)


def test_damaged_settings_of_the_host_are_told_of_and_left_alone(site: Path) -> None:
    site.write_text("[")
    found = find_board({}, MINE)
    assert found.value == Path("/home/mia/board")
    assert found.notice.startswith(f"The host's settings in {site.parent}: settings.toml can't be")
    assert [path.name for path in site.parent.iterdir()] == ["settings.toml"]


def test_a_key_that_can_t_sign_is_told_of_and_the_board_still_read(
    tmp_path: Path, config: Path, pack: Pack
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f"board_key = '{tmp_path / 'none'}'\n")
    board = tmp_path / "board"
    environ = {"HEARTS_CONFIG_DIR": str(config), "HEARTS_BOARD": str(board)}
    opened = open_stores(environ, pack)
    (warning,) = opened.warnings
    assert warning.startswith(f"{tmp_path / 'none'} can't sign your slip: ssh-keygen says:")
    assert warning.endswith("Your votes stay private.")
    assert opened.stores.own_slip is None
    assert opened.stores.slips is not None
    opened.stores.queue.shutdown()
