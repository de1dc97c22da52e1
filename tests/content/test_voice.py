"""The bundled prose tells a story; how sure a thing is, its sign and its source line say."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearts_tui.cli.assets import content_folder

FILES = sorted(content_folder().glob("*.toml"))

NOT_PROSE = {
    "id", "rows", "sources", "related", "status", "spoiler", "kind", "date", "place", "topic",
    "item", "option", "side", "moment", "group", "changed", "verdict",
}  # fmt: skip

ABOUT_SOURCES = re.compile(
    r"(?i)\b(articles?|sources?|web ?pages?|pages?|websites?|sites?|search(?:es|ed)?"
    r"|(?:on|public|the) record|accounts?|fan press|look-alikes?|apps?"
    r"|hearts (?:is|does|can|knows|works)|unverified|unconfirmed|reported(?:ly)?|reports?"
    r"|alleged(?:ly)?|supposed(?:ly)?|(?:is|are|was|were) said|it is said|according to"
    r"|(?:was|were|be|not|been) found|turns? up|turned up|traced|not known"
    r"|(?:nobody|no one|none) (?:else )?(?:says|knows|confirms|backs|has said)"
    r"|claims?|claimed|could not be|confirmed by|backed by)\b"
)
"""What a sentence says that speaks of sources, pages, searches or hearts itself."""

PROTOCOL = re.compile(
    r"(?i)\barticles?\b|\bon record\b"
    r"|\b(?:was|were|not|been) found\b|\b(?:is|are|was|were) said to\b"
)
"""What belongs to a protocol."""

MOST_ABOUT_SOURCES = 0.12
MOST_PROTOCOL = 10


def prose(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a file that a reader sees."""
    if isinstance(value, str):
        if key not in NOT_PROSE:
            yield value
    elif isinstance(value, list):
        for each in value:
            yield from prose(each, key)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from prose(each, name)


def sentences(file: Path) -> list[str]:
    found = []
    for text in prose(tomllib.loads(file.read_text(encoding="utf-8"))):
        plain = re.sub(r"\]\([^)]*\)", "]", re.sub(r"\s+", " ", text)).strip()
        found += [part for part in re.split(r"(?<=[.?!;:])\s+", plain) if part]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_few_sentences_speak_of_sources(file: Path) -> None:
    told = sentences(file)
    about = [sentence for sentence in told if ABOUT_SOURCES.search(sentence)]
    assert len(about) <= MOST_ABOUT_SOURCES * len(told), about


def test_nothing_reads_like_a_protocol() -> None:
    found = [s for file in FILES for s in sentences(file) if PROTOCOL.search(s)]
    assert len(found) <= MOST_PROTOCOL, found


def test_the_count_finds_what_it_counts() -> None:
    assert ABOUT_SOURCES.search("The article does not say where.")
    assert PROTOCOL.search("No such teaser was found.")
    assert not ABOUT_SOURCES.search("Then Luke Morrow walks into her bar.")
