"""Any sequence of changes and reloads equals the same sequence on a plain model in memory."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hearts_tui.domain.ballot import (
    Ballot,
    Entry,
    Kind,
    OwnTheory,
    Verdict,
    cast_vote,
    change_confidence,
)
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.theories import Option
from hearts_tui.store.ballot import BallotFile

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
THEORIES = st.sampled_from(["t01", "t02", "own theory", 'a "b" [c]'])
STEPS = st.one_of(
    st.tuples(st.just("vote"), THEORIES, st.sampled_from(["a", "b", "ü"])),
    st.tuples(st.just("sure"), THEORIES, st.sampled_from([-3, 1, 2])),
    st.tuples(st.just("note"), THEORIES, st.text(max_size=12)),
    st.tuples(st.just("verdict"), THEORIES, st.sampled_from(["a", "can't be told"])),
    st.tuples(st.just("own"), THEORIES, st.sampled_from(["Who sings?", 'A "quote" # = [x]'])),
    st.tuples(st.just("withdraw"), THEORIES, st.sampled_from(list(Kind))),
    st.tuples(st.just("undo"), st.just(""), st.none()),
    st.tuples(st.just("reload"), st.just(""), st.none()),
    st.tuples(st.just("comment"), st.just(""), st.none()),
)


def wanted(step: str, model: Ballot, theory: str, value: object) -> tuple[Kind, Entry | None]:
    """Return what a step puts into the ballot."""
    vote = model.vote(theory)
    if step == "verdict":
        return Kind.VERDICT, Verdict(str(value), AT)
    if step == "own":
        options = tuple(Option(id=letter, text=f"{value} {letter}") for letter in "abc")
        return Kind.OWN, OwnTheory(str(value), options, retired=model.own(theory) is not None)
    if step == "withdraw":
        assert isinstance(value, Kind)
        return value, None
    if vote is None or step == "vote":
        return Kind.VOTE, cast_vote(vote, sanitize(str(value)), AT)
    if step == "sure":
        assert isinstance(value, int)
        return Kind.VOTE, change_confidence(vote, value, AT, 3)
    return Kind.VOTE, replace(vote, note=sanitize(str(value)))


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_the_file_holds_what_a_plain_model_holds(steps: list[tuple[str, str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ballot.toml"
        ballot, model, done = BallotFile(Path(folder)), Ballot(), []
        comments = 0
        for step, theory, value in steps:
            if step == "reload":
                ballot = BallotFile(Path(folder))
                assert ballot.load().value == model
                continue
            if step == "comment":
                comments += 1
                present = file.read_text() if file.exists() else ""
                file.write_text(f"# my own comment {comments}\n{present}")
                continue
            if step == "undo":
                if not done:
                    continue
                kind, changed, entry = done.pop()
            else:
                kind, entry = wanted(step, model, theory, value)
                changed = theory
                done.append((kind, changed, model.entry(kind, changed)))
            saved = ballot.save(kind, changed, entry)
            revision = model.revision + 1
            if entry is not None:
                entry = replace(entry, revision=revision)
            model = replace(model.with_entry(kind, changed, entry), revision=revision)
            assert saved.ballot == model
            assert saved.notice == ""
        assert BallotFile(Path(folder)).load().value == model
        if file.exists():
            assert file.read_text().count("# my own comment") == comments
