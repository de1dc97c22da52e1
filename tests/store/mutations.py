"""Files of every kind that hearts reads, with something wrong with them, and all it does with them.

A mutation is a change of bytes, of lines or of values; the values are those that make programs
stumble: numbers and dates beyond all bounds, texts that are too long, tables where none belong.
"""

import contextlib
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from math import isnan
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import tomli
from PIL import Image

from hearts_tui.cli.assets import art_folder, content_folder
from hearts_tui.cli.clock import zone_called
from hearts_tui.content.art import find_picture
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Address
from hearts_tui.domain.ballot import Ballot, Kind, OwnTheory, Verdict, cast_vote
from hearts_tui.domain.board import BoardTab, Order, all_theories, in_order, is_on_tab
from hearts_tui.domain.countdown import next_target
from hearts_tui.domain.dates import day_of, time_of_day
from hearts_tui.domain.item import Item
from hearts_tui.domain.library import by_address, mentions
from hearts_tui.domain.milestones import timeline
from hearts_tui.domain.score import settled
from hearts_tui.domain.settings import CHOICES, Outcome, SequelNote
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.theories import Option, evidence_by_item
from hearts_tui.domain.whats_new import whats_new
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.portraits import find_portrait
from hearts_tui.store.settings import SettingsFile
from hearts_tui.widgets.keymap import refusals

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ZONES = [ZoneInfo(name) for name in ("UTC", "America/New_York", "Pacific/Kiritimati")]

BALLOT = b"""# my votes
format = 1
revision = 3

[votes.t01]
option = "wedding"
confidence = 70
at = 2026-11-23T12:00:00Z
revision = 1
history = [{option = "divorce", confidence = 60, revision = 1}]

[votes.t02]
option = "no-baby"
note = "we'll see"

[verdicts.t01]
outcome = "can't be told"
revision = 3

[theories.own-1]
question = "Who sings?"
options = [{id = "a", text = "She"}, {id = "b", text = "He"}]
retired = false
"""
MARKS = b"""# mine
format = 1
[visits]
last = 2026-10-01T12:00:00Z

[marks."news/a"]
read = 2026-11-23T12:00:00Z
rating = 4

[marks."tracks/b"]
star = 2026-11-23T12:00:00Z
"""
SETTINGS = b"""# mine
format = 1
spoilers = "film"
theme = "dark" # as at home
motion = "less"
start = "cast"
zone = "Europe/Berlin"
hours = "24"

[sequel]
outcome = "new date"
day = 2027-02-14

[keys]
quit = "f9"
"""
VALUES = [
    *(b"7", b'"x"', b"[]", b"{}", b"true", b"-1", b"1e999", b"2026-11-23", b"[[1]]", b"nan"),
    *(b"inf", b"-inf", b"-0.0", b"1e-999", b"9223372036854775807", b"9223372036854775808"),
    *(b"-9223372036854775809", b"0x" + b"f" * 4000, b"9" * 4000, b"9" * 5000, b"0o" + b"7" * 1900),
    *(b"0001-01-01", b"9999-12-31", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59Z"),
    *(b"0001-01-01T00:00:00+23:59", b"9999-12-31T23:59:59-23:59", b"9999-12-31T23:59:59"),
    *(b"00:00:00", b"2026-11-23T12:00:00.999999999Z", b"2024-02-29", b"1900-01-01T00:00:00Z"),
    *(b"'" + b"x" * 20_000 + b"'", b'"\\u202e\\u200b\\u0007"', b'"""\n[votes.t01]\n"""', b"''"),
    *(b"[" * 80 + b"]" * 80, b"[" * 400 + b"]" * 400, b"[" * 9000, b"{a = {b = {c = nan}}}"),
    *(b"[{option = 1}, {option = 'a'}, 7]", b"[{id = 'a'}, {id = 'a'}]", b"{'' = {'' = 1}}"),
]


def mutated(base: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a TOML file with something wrong with them."""
    kind = chance.randrange(8)
    lines = base.split(b"\n")
    if kind == 0:
        return base[: chance.randrange(len(base))]
    if kind == 1:
        place = chance.randrange(len(lines))
        lines[place] = lines[place][::-1]
        return b"\n".join(lines)
    places = [place for place, line in enumerate(lines) if b" = " in line]
    if places and kind <= 5:
        for place in chance.sample(places, min(kind - 1, len(places))):
            key, equals, _ = lines[place].partition(b" = ")
            lines[place] = key + equals + chance.choice(VALUES)
        return b"\n".join(lines)
    data = bytearray(base)
    for _ in range(chance.randrange(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data if kind == 6 else data * chance.randrange(1, 4))


def try_ballot(folder: Path, chance: random.Random) -> None:
    """Read a damaged ballot, do with it what the board does, and change it."""
    file = folder / "ballot.toml"
    data = mutated(BALLOT, chance)
    file.write_bytes(data)
    kept = BallotFile(folder).load()
    require_untouched(file, data, kept.notice)
    _use_ballot(kept.value)
    ballot = BallotFile(folder)
    ballot.load()
    vote = cast_vote(kept.value.vote("t01"), "x", NOW)
    options = (Option(id="a", text="A"), Option(id="b", text="B"))
    for kind, theory, entry in (
        (Kind.VOTE, "t01", vote),
        (Kind.VERDICT, "t01", Verdict("a", NOW)),
        (Kind.OWN, "own-1", OwnTheory("Who?", options)),
        (Kind.VOTE, "t02", None),
    ):
        with allowed_change(file, kind.value, theory):
            _use_ballot(ballot.save(kind, theory, entry).ballot)


def _use_ballot(ballot: Ballot) -> None:
    board = all_theories(_pack().theories, ballot)
    for order in Order:
        in_order(board, order, ballot)
    for theory in board:
        [is_on_tab(theory, shelf, ballot, NOW) for shelf in BoardTab]
    settled(board, ballot)
    ballot.changed_from(Ballot())


def try_marks(folder: Path, chance: random.Random) -> None:
    """Read damaged marks, tell of what came since the last visit, and change them."""
    file = folder / "marks.toml"
    data = mutated(MARKS, chance)
    file.write_bytes(data)
    marks = MarksFile(folder)
    kept = marks.load()
    require_untouched(file, data, kept.notice)
    visited = kept.value.visited
    for zone in ZONES if visited else ():
        assert visited is not None
        whats_new(_index(), day_of(visited, zone), date(2026, 11, 23))
        time_of_day(visited.astimezone(zone))
    for save, path in (
        (lambda: marks.save_visit(NOW), ("visits", "last")),
        (lambda: marks.save_rating("news/a", 2), ("marks", "news/a")),
        (lambda: marks.save_read(["tracks/b"], NOW), ("marks", "tracks/b")),
        (lambda: marks.save_star("tracks/b", None), ("marks", "tracks/b")),
    ):
        with allowed_change(file, *path):
            save()


SETTING_NAMES = (*CHOICES, "zone", "countdown", "board", "board_name", "board_key")
"""The settings that are written out together, each with a comment."""


def try_settings(folder: Path, chance: random.Random) -> None:
    """Read damaged settings, put them to use, and change them."""
    file = folder / "settings.toml"
    data = mutated(SETTINGS, chance)
    file.write_bytes(data)
    settings = SettingsFile(folder)
    kept = settings.load()
    require_untouched(file, data, kept.notice)
    zone_called(kept.value.zone)
    for name, reason in refusals(kept.value.keys).items():
        settings.complaint(name, reason)
    # The one level of earlier versions gives way to the two switches.
    names = ("spoilers", *SETTING_NAMES)
    with allowed_change(file, *[(name,) for name in names]):
        settings.save("theme", "light")
    with allowed_change(file, "keys", "quit"):
        settings.save_key("quit", "f8")
    with allowed_change(file, ("sequel", "outcome"), ("sequel", "day")):
        settings.save_sequel(SequelNote(Outcome.OUT, date(2027, 1, 1)))


def try_portrait(folder: Path, chance: random.Random) -> None:
    """Read a damaged portrait."""
    (folder / "portraits").mkdir(exist_ok=True)
    (folder / "portraits" / "luke.png").write_bytes(mutated(_portrait(chance.randrange(4)), chance))
    shown = find_portrait(folder, "luke")
    assert shown.value is not None or shown.notice
    require_one_line(shown.notice)


def try_content(folder: Path, chance: random.Random) -> None:
    """Read a damaged file of the content or a damaged picture, and derive what screens show."""
    name = chance.choice(sorted(_contents()))
    for each, data in _contents().items():
        (folder / each).write_bytes(mutated(data, chance) if each == name else data)
    pack = Pack(folder)
    index = by_address(pack)
    mentions(index)
    evidence_by_item(pack.theories)
    timeline(pack.milestones, date(2026, 11, 23))
    for zone in ZONES:
        next_target(pack.milestones, NOW, zone)
        whats_new(index, date(2022, 1, 1), date(2026, 11, 23))
    find_picture(folder, "title")


TRY: Mapping[str, Callable[[Path, random.Random], None]] = {
    "ballot": try_ballot,
    "marks": try_marks,
    "settings": try_settings,
    "portrait": try_portrait,
    "content": try_content,
}
"""What tries one file of a kind."""


def require_untouched(file: Path, data: bytes, notice: str) -> None:
    """Check that reading changed nothing: the file is as it was, or kept aside and told of."""
    if file.exists():
        assert file.read_bytes() == data
    else:
        (aside,) = file.parent.glob(f"{file.stem}.damaged-*.toml")
        assert aside.read_bytes() == data
        assert aside.name in notice
        aside.unlink()
    require_one_line(notice)


def require_one_line(told: str) -> None:
    """Check that something to be told is a line that is not too long for people."""
    assert "\n" not in told
    assert len(told) < 400


@contextlib.contextmanager
def allowed_change(file: Path, *path: Any) -> Iterator[None]:
    """Check that a change touches nothing but a value, or some, and may be refused."""
    paths = [path] if isinstance(path[0], str) else path
    before = _rest(file, paths)
    try:
        yield
    except StorageError as refusal:
        require_one_line(str(refusal))
    assert _rest(file, paths) == before


def _rest(file: Path, paths: Iterable[tuple[str, ...]]) -> object:
    """Return what a file holds but for some values; its bytes where it can't be parsed.

    Such a file stays in its place where its beginning tells that a newer hearts wrote it.
    """
    data = file.read_bytes() if file.exists() else b""
    try:
        table = tomli.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return data
    for *outer, last in [*paths, ("revision",), ("format",)]:
        inner: Any = table
        for name in outer:
            inner = inner.get(name, {}) if isinstance(inner, dict) else {}
        if isinstance(inner, dict):
            inner.pop(last, None)
    return _comparable(table)


def _comparable(value: object) -> object:
    if isinstance(value, dict):
        slim = {key: _comparable(entry) for key, entry in value.items()}
        return {key: entry for key, entry in slim.items() if entry != {}}
    if isinstance(value, list):
        return [_comparable(entry) for entry in value]
    return "nan" if isinstance(value, float) and isnan(value) else value


@cache
def _pack() -> Pack:
    return Pack(content_folder())


@cache
def _index() -> Mapping[Address, Item]:
    return by_address(_pack())


@cache
def _portrait(number: int) -> bytes:
    """Return a small picture in one of some modes."""
    file = BytesIO()
    mode = ("RGB", "RGBA", "P", "L")[number]
    Image.effect_noise((20, 20), 90).convert("RGB").convert(mode).save(file, "PNG")
    return file.getvalue()


@cache
def _contents() -> Mapping[str, bytes]:
    """Return the first items of each file of the content, and a picture."""
    files = {"title.toml": (art_folder() / "title.toml").read_bytes()}
    for file in content_folder().glob("*.toml"):
        files[file.name] = b"\n[[".join(file.read_bytes().split(b"\n[[")[:4]) + b"\n"
    return files
