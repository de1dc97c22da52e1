"""The pictures in the README: what they may hold, and how they are made."""

import re
import runpy
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
SESSION = ROOT / "docs" / "pictures" / "session.svg"
MOST_BYTES = 300_000
SVG = "{http://www.w3.org/2000/svg}"

drawing = runpy.run_path(str(ROOT / "docs" / "animated_svg.py"))
Cell, Frame, draw = drawing["Cell"], drawing["Frame"], drawing["draw"]


def cells(text: str) -> list[object]:
    return [Cell(char) for char in text]


def words_in(group: ET.Element) -> list[str]:
    return [str(element.text) for element in group.iter(f"{SVG}text")]


def check(picture: Path) -> list[ET.Element]:
    """See that a picture is small and needs nothing from elsewhere; return its frames."""
    text = picture.read_text()
    assert len(text.encode()) < MOST_BYTES
    assert not re.search(r"url\(|href|@import|@font-face|<script|<image", text)
    assert text.count("http") == text.count('xmlns="http://www.w3.org/2000/svg"') == 1
    frames = ET.fromstring(text).findall(f"{SVG}g")
    assert "1 News" in " ".join(words_in(frames[0])[:2])
    return frames


def check_session(picture: Path) -> None:
    """See that a recorded session lasts thirty seconds, and not for who wants nothing to move."""
    assert len(check(picture)) > 15
    text = picture.read_text()
    assert set(re.findall(r"animation:k\d+ (\S+) ", text)) == {"30s"}
    assert "prefers-reduced-motion" in text


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_readme_shows_a_picture_that_needs_no_network(picture: Path) -> None:
    assert f"(docs/pictures/{picture.name})" in (ROOT / "README.md").read_text()
    check(picture)


def test_the_session_lasts_thirty_seconds() -> None:
    check_session(SESSION)


@pytest.mark.slow
def test_the_script_records_a_session(tmp_path: Path) -> None:
    target = tmp_path / "session.svg"
    script = ROOT / "docs" / "make_session.py"
    subprocess.run([sys.executable, script, target], check=True, timeout=250)
    check_session(target)


@pytest.mark.slow
def test_the_script_makes_the_pictures(tmp_path: Path) -> None:
    script = ROOT / "docs" / "make_pictures.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, timeout=250)
    made = sorted(tmp_path.iterdir())
    assert [path.name for path in made] == [p.name for p in PICTURES if p != SESSION]
    for path in made:
        assert len(check(path)) == 1


def test_a_frame_draws_only_the_cells_that_changed() -> None:
    frames = [
        Frame(0.0, [cells("one two"), cells("three  ")], "start"),
        Frame(1.0, [cells("one six"), cells("three  ")], "start"),
        Frame(2.0, [cells("one six"), cells("three  ")], "end"),
    ]
    first, second, third = ET.fromstring(draw(frames, 3.0, "title")).findall(f"{SVG}g")
    assert words_in(first) == ["one two", "three", "start"]
    assert words_in(second) == ["six"]
    assert words_in(third) == ["end"]
    assert len(second.findall(f"{SVG}rect")) == 1


def test_a_word_that_changed_is_drawn_anew_with_the_blanks_around_it() -> None:
    """Letters reach a little into the cells beside them, where a trace of them would stay."""
    frames = [
        Frame(0.0, [cells("is it so? it is")], ""),
        Frame(1.0, [cells("is it no? it is")], ""),
    ]
    _, second = ET.fromstring(draw(frames, 2.0, "title")).findall(f"{SVG}g")
    assert words_in(second) == ["no?"]
    (ground,) = second.findall(f"{SVG}rect")
    assert int(ground.attrib["width"]) == len(" no? ") * 8


def test_without_animation_the_first_frame_is_seen() -> None:
    frames = [Frame(0.0, [cells("one")], ""), Frame(1.0, [cells("two")], "")]
    style = draw(frames, 2.0, "title").partition("<style>")[2].partition("</style>")[0]
    always, reduced = style.split("@media (prefers-reduced-motion:reduce)")
    assert "g.f{visibility:hidden}#f0{visibility:visible}" in always
    assert reduced == "{g.f{animation:none!important}}"


def test_blocks_are_boxes_and_not_letters() -> None:
    frame = Frame(0.0, [[Cell("▀", "#ff0000"), Cell("▐", "#ff0000"), Cell("a")]], "")
    (group,) = ET.fromstring(draw([frame], 1.0, "title")).findall(f"{SVG}g")
    assert words_in(group)[0] == "a"
    red = [each.attrib for each in group.iter(f"{SVG}rect") if each.get("fill") == "#ff0000"]
    assert [(each["width"], each["height"]) for each in red] == [("8", "8"), ("4", "16")]
