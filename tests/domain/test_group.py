"""A group of a board and friends, without any file."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.cells import fit
from hearts_tui.domain.group import Group, is_friend
from hearts_tui.domain.slip import WIDEST_NAME, Slip, SlipVote
from hearts_tui.domain.tally import relative_score, tally
from hearts_tui.domain.voters import display_names
from tests.domain.theory_values import theory

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)

votes = st.builds(
    SlipVote,
    st.sampled_from("abc"),
    st.integers(1, 99),
    st.just(AT),
    note=st.sampled_from(["", "Cake."]),
)
slips = st.builds(Slip, st.just(""), st.dictionaries(st.sampled_from(["t1", "t2"]), votes))
boards = st.dictionaries(st.sampled_from("pqrstu"), slips)


@given(boards, st.lists(st.none() | st.builds(Vote, st.sampled_from("abc"), st.just(AT))))
def test_what_was_counted_before_is_what_is_counted_anew(
    board: dict[str, Slip], mine: list[Vote | None]
) -> None:
    group, asked = Group(board), theory("t1", outcome="a")
    for vote in mine:
        ballot = Ballot({"t1": vote} if vote else {})
        assert group.tally(asked, ballot) == tally(asked, board.values(), vote)
        told = relative_score(asked, board.values(), vote)
        assert list(group.relative_scores([asked], ballot)) == ([told] if told else [])


@given(boards, boards, st.none() | st.builds(Vote, st.sampled_from("abc"), st.just(AT)))
def test_what_is_taken_over_is_what_is_counted_anew(
    before: dict[str, Slip], after: dict[str, Slip], mine: Vote | None
) -> None:
    asked = [theory("t1", outcome="a"), theory("t2", outcome="b")]
    ballot = Ballot({"t1": mine, "t2": mine} if mine else {})

    def counted(group: Group) -> object:
        told = [(group.tally(each, ballot), group.notes(each.id)) for each in asked]
        return told, group.relative_scores(asked, ballot)

    old, new = Group(before), Group(after)
    counted(old)
    new.take_over(old)
    assert counted(new) == counted(Group(after))


def test_a_friend_on_the_board_is_one_voter_whatever_they_changed_since() -> None:
    kept = SlipVote("a", 80, AT, 3)
    old = Slip("mia", {"t1": kept, "t2": SlipVote("b", 60, AT, 4)})
    new = Slip("mia", {"t1": kept, "t2": SlipVote("a", 60, AT, 5)})
    group = Group({"1001": new}, {"m": old})
    assert list(group.voters.values()) == [new]
    assert all(map(is_friend, group.voters))


def test_a_friend_known_by_a_key_is_the_one_of_that_key_on_the_board() -> None:
    group = Group({"0a": Slip("ann"), "0b": Slip("eve")}, {"0a": Slip("anna")})
    assert [slip.name for slip in group.voters.values()] == ["ann", "eve"]


def test_others_of_the_name_of_a_friend_are_others() -> None:
    board = {
        "1": Slip("mia", {"t1": SlipVote("a", 80, AT, 4)}),
        "2": Slip("leo", {"t1": SlipVote("a", 80, AT, 3)}),
        "3": Slip("mia", {"t2": SlipVote("a", 80, None, 3)}),
    }
    friend = Slip("mia", {"t1": SlipVote("a", 80, AT, 3), "t2": SlipVote("a", 80, None, 3)})
    group = Group(board, {"m": friend})
    assert len(group.voters) == 4
    assert [is_friend(voter) for voter in group.voters] == [True, False, False, False]


names = st.sampled_from(["mia", "Mia", "You", "", "x" * 24, "漢" * 12])


@given(st.dictionaries(st.sampled_from([f"{n}" * 64 for n in "abcdef"]), names), names)
def test_no_two_voters_are_shown_by_one_name(given_names: dict[str, str], own: str) -> None:
    told = display_names({voter: Slip(name) for voter, name in given_names.items()}, own)
    shown = [name.casefold() for name in told.values()]
    assert len(set(shown)) == len(shown)
    assert not {own.casefold(), "you"} & {*shown}
    assert all(fit(name, WIDEST_NAME) == name for name in told.values())
