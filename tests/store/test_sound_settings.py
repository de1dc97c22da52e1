"""Settings that are as they should be are read without what mends and explains the others."""

from pathlib import Path

import pytest

from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.settings_reader import sound_settings

SOUND = [
    "format = 1\n",
    'format = 1\r\nseen_film = "yes"\r\nzone = "Europe/Berlin"\r\n',
    'format = 1\nspoilers = "leak"\n[keys]\nquit = "x"\n[sequel]\noutcome = "out"\n',
    'format = 1\nof_a_later_minor = "kept"\nboard = "off"\nboard_name = "mia"\n',
]

UNSOUND = {
    "missing": None,
    "empty": b"",
    "damaged": b"format = 1\nzone =",
    "no text": b"format = 1\nzone = '\xff'\n",
    "with a mark": b"\xef\xbb\xbfformat = 1\n",
    "newer": b"format = 2\n",
    "of no format": b'zone = "UTC"\n',
    "of a strange format": b"format = true\n",
    "with a wrong value": b'format = 1\nzone = "next door?"\n',
    "with dates": b'format = 1\n[dates.party]\nname = "party"\nday = 2027-01-02\n',
    "with a long key": b"format = 1\n" + b"a." * 2_000 + b"b = 1\n",
    "nested": b"format = 1\na = " + b"[" * 3_000 + b"]" * 3_000 + b"\n",
}


@pytest.mark.parametrize("text", SOUND)
def test_sound_settings_are_those_that_are_loaded(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode())
    loaded = SettingsFile(tmp_path).load()
    assert loaded.notice == ""
    assert sound_settings(file) == loaded.value


@pytest.mark.parametrize("data", UNSOUND.values(), ids=UNSOUND)
def test_all_others_are_left_to_who_can_tell_of_them(tmp_path: Path, data: bytes | None) -> None:
    file = tmp_path / "settings.toml"
    if data is not None:
        file.write_bytes(data)
    assert sound_settings(file) is None


def test_a_folder_in_the_place_of_settings_is_none(tmp_path: Path) -> None:
    assert sound_settings(tmp_path) is None
