"""What the app can do, linear mode can, but for a short list with reasons."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.setting_words import LABELS
from hearts_tui.linear.actions import LEFT_OUT
from hearts_tui.linear.items import ItemPlace
from hearts_tui.linear.session import Place
from hearts_tui.linear.settings import SettingsPlace
from hearts_tui.screens.commands import commands
from hearts_tui.widgets import key_places
from tests.linear.sessions import Scripted

OWN = ["theories", "add", "Rain?", "Yes", "No", "", "countdown", "add", "Party", "2027-01-02", "1"]


def actions_of_app() -> set[str]:
    """The ids of the actions of the keys, and the settings, which the palette has as well."""
    settings = {c.action for s in Section for c in commands(s, {}) if "setting('" in c.action}
    assert settings == {f"setting('{name}')" for name in LABELS}
    return set(key_places.actions()) | settings


def places(scripted: Scripted) -> Iterator[Place]:
    """Every kind of place that there is."""
    session, open_item = scripted.session, scripted.everywhere.open_item
    yield scripted.everywhere.home
    yield SettingsPlace(session)
    [group] = [each for each in session.everywhere if each.label == "Group"]
    group.run("")
    yield session.place
    view = scripted.state.view
    firsts = {address.section: address for address in reversed(view.index)}
    own = [Address(Section.THEORIES, name) for name in scripted.state.ballot.theories]
    own += [Address(Section.COUNTDOWN, f"own-{key}") for key in scripted.state.settings.dates]
    assert len(own) == 2
    for section in Section:
        yield scripted.everywhere.list_of(section)
    for address in [*firsts.values(), *own]:
        yield ItemPlace(session, address, open_item, list)


def test_each_action_of_the_app_is_in_linear_mode_or_left_out_for_a_reason(config: Path) -> None:
    scripted = Scripted(config, OWN)
    scripted.run()
    offered = {
        action
        for choices in (
            scripted.session.everywhere,
            *((*place.menu.numbered, *place.menu.words) for place in places(scripted)),
        )
        for choice in choices
        for action in choice.actions
    }
    assert offered | set(LEFT_OUT) == actions_of_app()
    assert offered & set(LEFT_OUT) == set()
    assert all(reason.endswith(".") for reason in LEFT_OUT.values())


@pytest.mark.parametrize("section", Section)
def test_every_item_can_be_read_and_no_sign_needs_eyes(config: Path, section: Section) -> None:
    count = len(Scripted(config).everywhere.list_of(section).menu.numbered)
    assert count > 10
    answers = ["settings", "seen_film", "yes", "sequel rumors", "show", section.value]
    # At once, and not with a save for each page.
    answers += ["mark all read", "1"] if section is Section.NEWS else ["1"]
    text = Scripted(config, [*answers, *(count - 1) * ["next"]]).run()
    assert text.count("Chose: next\n") == count - 1
    assert "further that way" not in text
    assert "unclear: " not in text
    drawn = [char for char in text if 0x2500 <= ord(char) < 0x2900 or char in "✓✗≠●★"]
    assert drawn == []
