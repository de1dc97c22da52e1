"""What a broken content file does: it is named with key and reason, and nothing else breaks."""

import shutil
from pathlib import Path

import pytest

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.sanitize import sanitize

GOOD = """
[[source]]
id = "a"
title = "A"
kind = "press"
"""


def source_fault(tmp_path: Path, text: str | bytes) -> str:
    file = tmp_path / "sources.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    pack = Pack(tmp_path)
    assert pack.sources == {}
    (fault,) = pack.faults
    return fault


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[source", "sources.toml: not valid TOML"),
        (b"\xff", "sources.toml: not UTF-8 text (byte 0)"),
        ("x = 1\n", "sources.toml: no [[source]] found"),
        ("source = 1\n", "sources.toml: no [[source]] found"),
        (GOOD.replace('kind = "press"', ""), "source a: kind is missing"),
        (GOOD + 'colour = "red"\n', "source a: colour: no such key; known are id, title"),
        (GOOD.replace('"press"', "3"), "3 is not text in quotes"),
        (
            GOOD + 'url = "file:///etc/passwd"\n',
            "url: 'file:///etc/passwd' is no web address",
        ),
        (GOOD + 'url = "https://a.org/\u0435"\n', "is no web address; one looks like 'https://ex"),
        (GOOD + GOOD, "the id 'a' is used twice"),
        ("source = [1]\n", "source 1"),
        ("a = " + "[" * 3000 + "]" * 3000, "sources.toml: "),
        ("x." * 3000 + "y = 1\n", "sources.toml: line 1: a key is longer than 2000 characters"),
    ],
)
def test_the_file_the_key_and_the_reason_are_named(
    tmp_path: Path, text: str | bytes, told: str
) -> None:
    assert told in source_fault(tmp_path, text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    pack = Pack(tmp_path)
    assert pack.news == ()
    assert pack.faults == ("news.toml: can't be read (No such file or directory)",)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("news.toml", 'status = "', 'status = "perhaps ', "perhaps"),
        (
            "theories.toml",
            'topic = "',
            'closes = "soon"\ntopic = "',
            "closes: 'soon' is no date such",
        ),
        ("news.toml", 'date = "', 'date = "about ', "is no date; one looks like"),
        ("cast.toml", 'related = ["', 'related = ["nowhere/', "is no address; one looks like"),
        ("tracks.toml", "number = 1", 'number = "one"', "'one' is not a whole number"),
        (
            "milestones.toml",
            "moment = 2022-07-29T00:00:00-07:00",
            "moment = 2022",
            "with an offset",
        ),
    ],
)
def test_one_broken_file_leaves_the_others_whole(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content_folder(), folder)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    pack = Pack(folder)
    parts = {
        "news.toml": pack.news,
        "cast.toml": pack.people,
        "tracks.toml": pack.tracks,
        "milestones.toml": pack.milestones,
        "theories.toml": pack.theories,
    }
    (fault,) = pack.faults
    assert fault.startswith(f"{file}: ")
    assert told in fault
    assert [name for name, part in parts.items() if not part] == [file]


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("a\x9b31mb\x07\x7f", "a31mb"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree four"),
        ("abc\u202edef\u2066", "abcdef"),
        ("\u2764\ufe0f", "\u2764"),
        ("e\u0301", "\u00e9"),
        ("a\u2028b\u200bc\ud800", "abc"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
    ],
)
def test_text_from_outside_is_cleaned(dirty: str, cleaned: str) -> None:
    assert sanitize(dirty) == cleaned
    assert sanitize(cleaned) == cleaned
