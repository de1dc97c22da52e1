"""Nothing in the content or the interface has a width on which terminals disagree."""

import ast
import unicodedata
from pathlib import Path

import wcwidth
from rich.cells import cell_len

ROOT = Path(__file__).parents[2]

_EMOJI = (
    "00A9 00AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 23CF 23E9-23F3 23F8-23FA "
    "24C2 25AA-25AB 25B6 25C0 25FB-25FE 2600-2604 260E 2611 2614-2615 2618 261D 2620 2622-2623 "
    "2626 262A 262E-262F 2638-263A 2640 2642 2648-2653 265F-2660 2663 2665-2666 2668 267B "
    "267E-267F 2692-2697 2699 269B-269C 26A0-26A1 26A7 26AA-26AB 26B0-26B1 26BD-26BE 26C4-26C5 "
    "26C8 26CE-26CF 26D1 26D3-26D4 26E9-26EA 26F0-26F5 26F7-26FA 26FD 2702 2705 2708-270D 270F "
    "2712 2714 2716 271D 2721 2728 2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2764 "
    "2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299"
)
"""Characters below U+10000 that some terminals show as pictures of two cells (Unicode's
emoji-data.txt, property Emoji; those above are all two cells wide and fall by that)."""


def _pictures() -> set[int]:
    codes: set[int] = set()
    for part in _EMOJI.split():
        first, _, last = part.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return codes


PICTURES = _pictures()


def strings_of(source: str) -> list[str]:
    """Return all string constants of a module but its docstrings."""
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


SOURCE = ROOT / "src" / "hearts_tui"
TELLING_APART = [SOURCE / "terminal", SOURCE / "unsafe_characters.py"]
"""What names characters in order to replace them, or to know their widths."""

STRINGS = [
    text
    for path in sorted(SOURCE.rglob("*.py"))
    if not any(path.is_relative_to(place) for place in TELLING_APART)
    for text in strings_of(path.read_text(encoding="utf-8"))
]


def uncertain(character: str) -> bool:
    """Return whether terminals may disagree on the cells of a character, or it has not just one."""
    return (
        unicodedata.category(character)[0] in "MC"
        or unicodedata.east_asian_width(character) in "WF"
        or ord(character) in PICTURES
        or not cell_len(character) == wcwidth.wcwidth(character) == 1
    )


UNWRAPPED = "\b\n"
"""What click takes away from a text whose lines it is to leave as they are."""


def uncertain_in(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text.removeprefix(UNWRAPPED))
    met = {*composed} - {"\n", "\t", "\r", "\x1b"}
    return sorted(f"U+{ord(character):04X}" for character in met if uncertain(character))


def test_the_interface_has_no_character_of_uncertain_width() -> None:
    assert {text: found for text in STRINGS if (found := uncertain_in(text))} == {}


def test_the_content_has_no_character_of_uncertain_width() -> None:
    files = [path for path in (ROOT / "assets").rglob("*") if path.is_file()]
    assert files
    found = {path.name: uncertain_in(path.read_text(encoding="utf-8")) for path in files}
    assert {name: characters for name, characters in found.items() if characters} == {}


def test_the_test_knows_what_is_uncertain() -> None:
    for character in ("\ufe0f", "\u200d", "❤", "✔", "😀", "漢", "e\u0301"[1], "\u00ad", "\u200b"):
        assert uncertain(character), f"U+{ord(character):04X}"
    for character in "✓✗≠·…─━│★☆●○◆◇░é":
        assert not uncertain(character), character
