"""Ballots that are damaged before or during a session in linear mode."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.linear.sessions import Scripted


@pytest.mark.parametrize(
    ("answers", "told", "votes"),
    [
        (["1"], "saved: The last good copy is back.\n", 1),
        (["bring"], "saved: The last good copy is back.\n", 1),
        (["start empty"], "Chose: Start empty\n", 0),
        (["cancel"], "canceled: Nothing changed.\n", 0),
        ([], "A number or words, or 'cancel':\nquit: Everything is saved.\n", 0),
    ],
)
def test_the_last_good_copy_of_a_damaged_ballot_is_offered(
    config: Path, answers: list[str], told: str, votes: int
) -> None:
    Scripted(config, ["theories", "t01", "1"]).run()
    (config / "ballot.toml").write_text("no [ toml")
    text = Scripted(config, answers).run()
    assert "ballot: Your ballot is missing something." in text
    assert "1: Bring back the last good copy, 1 vote, chosen now\n2: Start empty\n" in text
    assert told in text
    assert ("home: Purple Hearts." in text) is bool(answers)
    saved = Scripted(config)
    saved.run()
    assert len(saved.state.ballot.votes) == votes


def test_a_ballot_that_is_damaged_meanwhile_is_offered_too(config: Path) -> None:
    def lines() -> Iterator[str]:
        yield from ("theories", "t01", "1")
        (config / "ballot.toml").write_text("no [ toml")
        yield from ("score", "1", "2")

    text = Scripted(config, lines()).run()
    assert "saved: The last good copy is back.\nChose: Score\n" in text
    assert 'option = "wedding"' in (config / "ballot.toml").read_text()
