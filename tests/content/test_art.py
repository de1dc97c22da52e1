"""The pictures that come with hearts."""

from pathlib import Path

import pytest

from hearts_tui.cli.assets import art_folder
from hearts_tui.content.art import find_picture
from hearts_tui.content.pack import Pack
from hearts_tui.domain.cast import PersonKind

NAMES = sorted(file.stem for file in art_folder().glob("*.toml"))


def test_every_character_has_an_emblem_and_every_page_of_the_film_a_drawing(pack: Pack) -> None:
    characters = {p.id for p in pack.people if p.kind is PersonKind.CHARACTER}
    drawings = {page.picture for page in pack.film}
    assert set(NAMES) == characters | drawings | {"heart", "sleeve", "title", "title-small"}


@pytest.mark.parametrize("name", ["../luke", "a/b", "", "Luke", "."])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "art"
    (folder / "a").mkdir(parents=True)
    text = (art_folder() / "luke.toml").read_text()
    for place in ("luke.toml", "art/a/b.toml", "art/.toml", "art/Luke.toml", "art/..toml"):
        (tmp_path / place).write_text(text)
    assert find_picture(folder, name).value is None


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_fits_a_small_window_in_both_forms(name: str) -> None:
    shown = find_picture(art_folder(), name)
    assert shown.notice == ""
    picture = shown.value
    assert picture is not None
    assert len(picture.rows) <= 16
    assert max(map(len, picture.rows)) <= {"title": 60, "title-small": 41}.get(name, 20)
    assert 0 < len(picture.lines) <= 8
    assert all(line.isascii() and len(line) <= len(picture.rows[0]) for line in picture.lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title", "not valid TOML"),
        ("title = 'x'\npixels = 'ab'\nascii = ''\n[palette]\na = '#ffffff'\n", "'b' has no colour"),
        ("title = 'x'\npixels = '''\na\naa'''\nascii = ''\n[palette]\na = '#ffffff'\n", "length"),
        ("title = 'x'\npixels = 'a'\n[palette]\na = '#ffffff'\n", "ascii"),
        ("title = 'x'\npixels = 5\nascii = ''\n[palette]\n", "strip"),
    ],
)
def test_a_picture_that_is_none_is_told_of(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "luke.toml").write_text(text)
    shown = find_picture(tmp_path, "luke")
    assert shown.value is None
    assert shown.notice.startswith("Left out: the picture luke.toml")
    assert told in shown.notice
