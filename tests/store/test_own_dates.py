"""Dates of the user's own and the chosen one, as they are kept in the settings."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from hearts_tui.domain.own_dates import OwnDate
from hearts_tui.domain.settings import Settings
from hearts_tui.store.settings import SettingsFile

PARTY = OwnDate("Watch party", date(2027, 2, 14))
WEDDING = OwnDate("Wedding", date(2019, 6, 1), yearly=True)


def test_dates_are_there_for_the_next_session(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    settings.save_date("a", PARTY)
    settings.save_date("b", WEDDING)
    settings.save("countdown", "own-b")
    kept = SettingsFile(tmp_path).load()
    assert kept.value.dates == {"a": PARTY, "b": WEDDING}
    assert kept.value.countdown == "own-b"
    assert kept.notice == ""
    settings.save_date("b", OwnDate("Wedding", date(2019, 6, 1)))
    settings.save_date("a", None)
    text = (tmp_path / "settings.toml").read_text()
    assert tomllib.loads(text)["dates"] == {"b": {"name": "Wedding", "day": date(2019, 6, 1)}}
    settings.save_date("b", None)
    assert "dates" not in tomllib.loads((tmp_path / "settings.toml").read_text())


def test_what_the_user_wrote_beside_a_date_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        "# mine\n[dates.party] # at Ann's\nname = 'Party'\nday = 2027-02-14\nbring = 'cake'\n"
    )
    SettingsFile(tmp_path).save_date("party", OwnDate("Party!", date(2027, 2, 15)))
    text = file.read_text()
    assert text.startswith("# mine\n[dates.party] # at Ann's\nname = ")
    assert "bring = 'cake'" in text
    assert tomllib.loads(text)["dates"]["party"]["day"] == date(2027, 2, 15)


def test_two_sessions_add_dates_at_once(tmp_path: Path) -> None:
    one, two = SettingsFile(tmp_path), SettingsFile(tmp_path)
    one.load(), two.load()
    one.save_date("a", PARTY)
    two.save_date("b", WEDDING)
    assert SettingsFile(tmp_path).load().value.dates == {"a": PARTY, "b": WEDDING}


@pytest.mark.parametrize("value", ["1", "[1]", "nan", "'x'", "[[[1]]]"])
def test_dates_of_a_wrong_kind_are_told_of_and_stay(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"dates = {value}\n")
    kept = SettingsFile(tmp_path).load()
    assert kept.value == Settings()
    assert kept.notice.startswith("settings.toml, line 1: dates is ")
    assert file.read_text() == f"dates = {value}\n"


def test_good_dates_are_kept_beside_bad_ones_and_the_bad_ones_stay(tmp_path: Path) -> None:
    bad = "[dates.x]\nname = 5\nday = 2027-02-14\n[dates.y]\nname = 'y'\nday = 'soon'\n"
    (tmp_path / "settings.toml").write_text(f"{bad}[dates.z]\nname = 'z'\nday = 2027-02-14\n")
    kept = SettingsFile(tmp_path).load()
    assert kept.value.dates == {"z": OwnDate("z", date(2027, 2, 14))}
    assert "line 2: dates.x.name is 5, not a text" in kept.notice
    assert "like 1 more" in kept.notice
    SettingsFile(tmp_path).save_date("new", PARTY)
    assert (tmp_path / "settings.toml").read_text().startswith(bad)


def test_of_very_many_dates_the_last_ones_are_shown(tmp_path: Path) -> None:
    tables = [f"[dates.d{n}]\nname = 'd{n}'\nday = 2027-02-14\n" for n in range(1_000)]
    (tmp_path / "settings.toml").write_text("".join(tables))
    kept = SettingsFile(tmp_path).load()
    assert list(kept.value.dates) == [f"d{n}" for n in range(800, 1_000)]
    assert "one of 800 too many to be shown" in kept.notice


@pytest.mark.parametrize("value", ["5", "[]", "2027-02-14"])
def test_a_chosen_date_that_is_no_name_is_told_of(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.toml").write_text(f"countdown = {value}\n")
    kept = SettingsFile(tmp_path).load()
    assert kept.value.countdown == "film-anniversary"
    assert "a name such as 'film-anniversary' is allowed" in kept.notice
