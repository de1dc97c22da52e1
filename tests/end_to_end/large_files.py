"""Files of the user that are as large as hearts reads them, each with much of one thing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from hearts_tui.domain.toml_limits import LARGEST_FILE


def _marks(config: Path) -> None:
    marks = "".join(f'\n[marks."n/{number}"]\nread = 1\n' for number in range(100_000))
    (config / "marks.toml").write_text(f"format = 1\n{marks}")


def _keys(config: Path) -> None:
    keys = "".join(f'key{number} = "x"\n' for number in range(50_000))
    for name in ("ballot", "marks", "settings"):
        (config / f"{name}.toml").write_text(f"{keys}[keys]\n{keys}")


def _note(config: Path) -> None:
    note = "x " * 1_500_000
    (config / "ballot.toml").write_text(f"[votes.t01]\noption = 'wedding'\nnote = '{note}'\n")


def _votes(config: Path) -> None:
    votes = "".join(f'[votes.x{number}]\noption = "a"\n' for number in range(50_000))
    (config / "ballot.toml").write_text(votes)


def _theories(config: Path) -> None:
    options = 'options = [{id = "a", text = "b"}, {id = "c", text = "d"}]'
    theories = "".join(
        f'[theories.x{number}]\nquestion = "q"\n{options}\n' for number in range(40_000)
    )
    (config / "ballot.toml").write_text(theories)


def _full(config: Path) -> None:
    head = "[votes.t01]\noption = 'wedding'\n# "
    (config / "ballot.toml").write_text(f"{head}{'x' * (LARGEST_FILE - len(head) - 1)}\n")


WRITE: Mapping[str, Callable[[Path], None]] = {
    "100,000 marks": _marks,
    "100,000 keys in each file": _keys,
    "a note of 3 MB": _note,
    "50,000 votes": _votes,
    "40,000 own theories": _theories,
    "a ballot at the limit": _full,
}
"""Writes such a file into the user's folder."""
