"""What a day brings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import Ballot, Kind, cast_vote
from hearts_tui.domain.front_page import first_vote, theory_of_the_day
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors, Spoiler, SpoilerFilter

OPEN = SpoilerFilter(SeenFilm.YES, SequelRumors.SHOW)


def test_the_theory_of_a_day_stays_when_it_is_voted_on(pack: Pack, now: datetime) -> None:
    found = theory_of_the_day(pack.theories, Ballot(), OPEN, now, UTC)
    assert found is not None
    vote = cast_vote(None, found.options[0].id, now)
    ballot = Ballot().with_entry(Kind.VOTE, found.id, vote)
    later = now + timedelta(hours=2)
    assert theory_of_the_day(pack.theories, ballot, OPEN, later, UTC) == found
    changed = cast_vote(vote, found.options[1].id, later)
    ballot = ballot.with_entry(Kind.VOTE, found.id, changed)
    assert theory_of_the_day(pack.theories, ballot, OPEN, later, UTC) == found


def test_no_day_asks_for_what_was_voted_on_before(pack: Pack, now: datetime) -> None:
    ballot = Ballot()
    asked = set()
    for day in range(len(pack.theories)):
        at = now + timedelta(days=day)
        found = theory_of_the_day(pack.theories, ballot, OPEN, at, UTC)
        if found is None:
            break
        assert found.id not in asked
        asked.add(found.id)
        vote = cast_vote(None, found.options[0].id, at)
        ballot = ballot.with_entry(Kind.VOTE, found.id, vote)
    assert asked == {theory.id for theory in pack.theories if not theory.sensitive}


def test_what_touches_on_health_is_not_asked_without_its_page(pack: Pack, now: datetime) -> None:
    sensitive = [theory for theory in pack.theories if theory.sensitive]
    assert sensitive
    assert theory_of_the_day(sensitive, Ballot(), OPEN, now, UTC) is None


def test_a_new_reader_is_led_to_a_theory_of_the_content(pack: Pack) -> None:
    first = first_vote(pack.theories)
    assert first is not None
    assert first.id == "t01"
    assert first_vote(pack.theories[1:]) is None


def test_no_theory_is_asked_whose_title_is_hidden(pack: Pack, now: datetime) -> None:
    hiding = SpoilerFilter(SeenFilm.YES, SequelRumors.HIDE)
    rumored = [replace(theory, spoiler=Spoiler.SEQUEL) for theory in pack.theories]
    assert theory_of_the_day(rumored, Ballot(), hiding, now, UTC) is None
    assert theory_of_the_day(rumored, Ballot(), OPEN, now, UTC) is not None
