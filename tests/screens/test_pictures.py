"""Pictures of the five screens at the three sizes, compared with the ones that were approved."""

from collections.abc import Callable

import pytest

from hearts_tui.domain.address import Section
from tests.conftest import MakeApp
from tests.screens.driving import SIZES


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("start", [section.value for section in Section])
def test_the_screen_looks_as_approved(
    snap_compare: Callable[..., bool], make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(start), terminal_size=size)


@pytest.mark.parametrize(
    "keys",
    [("i",), ("question_mark",), ("4", "e"), ("5", "enter", "enter")],
    ids=["about", "help", "sequel-note", "vote"],
)
def test_windows_and_a_vote_look_as_approved(
    snap_compare: Callable[..., bool], make_app: MakeApp, keys: tuple[str, ...]
) -> None:
    assert snap_compare(make_app(), press=keys, terminal_size=(80, 24))
