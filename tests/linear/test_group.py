"""A board that others vote on too, a friend, and linear mode: real folders and slips."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.group_values import befriend, decided, share, slip, voter, write
from tests.linear.sessions import Scripted

MIA = slip("mia", t01=("wedding", 80, "Cake, finally."), t02=("no-baby", 60))
LEO = slip("leo", t01=("wedding", 70))
EVE = slip("eve", t01=("divorce", 95))


@pytest.fixture
def board(tmp_path: Path, config: Path) -> Path:
    """A board that the user shares, on which nobody has voted yet."""
    return share(config, tmp_path / "board")


def said(config: Path, *lines: str | Callable[[], None], content: Path | None = None) -> str:
    """Return what a session writes; what can be called is done before the next line."""

    def answers() -> Iterator[str]:
        for line in lines:
            if isinstance(line, str):
                yield line
            else:
                line()

    return Scripted(config, answers(), content).run()


def page_of(text: str, times: int = 1) -> str:
    """Return what was read the last of so many times that the page of t01 was read."""
    pages = text.split("theories: Wedding film or divorce drama?\n")
    assert len(pages) == times + 1
    return pages[-1].partition("Your choice:")[0]


def test_the_group_s_votes_stand_on_a_theory_s_page_once_you_and_two_more_have_voted(
    config: Path, board: Path
) -> None:
    write(board, MIA)
    write(board, EVE)
    text = said(config, "theories", "t01")
    told = "\nYour group:\n2 of them have voted. Vote to see what the others think.\n"
    assert told in page_of(text)
    assert "80%" not in text
    assert "Cake" not in text
    text = said(config, "theories", "t01", "1", "again")
    assert "\ngroup: 3 votes. 'again' reads what the others think.\n" in text
    assert (
        "\nYour group, 3 votes:\nHow sure they are is the median.\n"
        "Wedding film, 2 votes, 75% sure, you too\n"
        "Divorce drama, 1 vote, 95% sure\n"
        "Neither, no votes\n"
        "\nTheir notes:\nmia: Cake, finally.\n"
    ) in page_of(text, times=2)


def test_a_vote_is_told_what_the_board_waits_for(config: Path, board: Path) -> None:
    write(board, MIA)
    text = said(config, "theories", "t01", "1", "2")
    assert text.count("\ngroup: One more vote and the board opens.\n") == 1
    assert "80%" not in text


def test_what_comes_meanwhile_is_read_with_the_page(config: Path, board: Path) -> None:
    write(board, MIA)

    def others_vote() -> None:
        write(board, LEO)
        write(board, EVE)

    text = said(config, "theories", "t01", "1", others_vote, "again", "withdraw", "again")
    _, _, opened, hidden = text.split("theories: Wedding film or divorce drama?\n")
    assert "Wedding film, 3 votes, 70% sure, you too\n" in opened
    assert "3 of them have voted. Vote to see what the others think.\n" in hidden
    assert "95% sure" not in hidden


def test_the_group_tells_what_is_open_first_and_leads_to_the_rest(
    config: Path, board: Path
) -> None:
    for each in (MIA, LEO, EVE):
        write(board, each)
    text = said(config, "theories", "t01", "1", "group", "t02", "back", "voters")
    group = text.split("\ngroup: Your group's votes\n")[1]
    results, _, rest = group.partition("\nVote first:\n")
    assert "Wedding film or divorce drama?\nHow sure they are" in results
    assert "Wedding film, 3 votes, 70% sure, you too\n" in results
    assert rest.startswith("A baby, a custody fight, or neither? 1 vote so far\n")
    assert "\n19 theories have no votes yet.\n" in rest
    assert "60%" not in rest.partition("Your choice:")[0]
    assert "\ntheories: A baby, a custody fight, or neither?\n" in group
    voters = text.split("\nvoters: The voters: 4\n")[1].splitlines()
    assert sorted(voters[1:5]) == ["eve, 1 vote", "leo, 1 vote", "mia, 2 votes", "you, 1 vote"]


def test_what_doesn_t_count_is_told_of(config: Path, board: Path) -> None:
    write(board, MIA)
    (board / f"{voter('eve')}.json").write_text("{")
    text = said(config, "group")
    assert "\nSlips: 1 slip doesn't count\n" in text


def test_a_board_that_is_gone_is_told_of_and_keeps_what_was_read(config: Path, board: Path) -> None:
    for each in (MIA, LEO, EVE):
        write(board, each)
    text = said(config, "theories", "t01", "1", "again", lambda: board.rename(f"{board}-"), "again")
    assert "Wedding film, 3 votes, 70% sure, you too\n" in page_of(text, times=3)
    told = f"note: The board at {board} can't be read (No such file or directory).\n"
    assert text.count(told) == 1


def test_without_a_group_no_page_says_a_word_of_one(config: Path) -> None:
    text = said(config, "theories", "t01", "1", "again", "score")
    assert "group" not in text.lower().partition("your choice: score")[0].replace(": group\n", "")
    text = said(config, "group", "voters", "back", "compare")
    assert text.count("Nobody here yet. hearts board --help says how to share votes") == 2
    assert "\ngroup: No friends yet. hearts board --help says how to add one.\n" in text


def test_a_friend_s_votes_are_read_beside_yours(config: Path) -> None:
    befriend(config, MIA)
    text = said(config, "theories", "t01", "2", "again", "compare", "1")
    told = "One more vote and the board opens. 'compare' puts you and a friend side by side.\n"
    assert told in page_of(text, times=2)
    assert (
        "compare: You and mia\nYou agree on 0 of 1.\n\n"
        "Not agreed: Wedding film or divorce drama? You say Divorce drama 70%, "
        "mia says Wedding film 80%, mia notes Cake, finally.\n"
    ) in text


def test_a_hidden_page_hides_what_the_group_votes(
    config: Path, board: Path, content_copy: Path
) -> None:
    for each in (MIA, LEO, EVE):
        write(board, each)
    befriend(config, MIA)
    said(config, "theories", "t01", "1", content=content_copy)
    file = content_copy / "theories.toml"
    file.write_text(file.read_text().replace('spoiler = "none"', 'spoiler = "sequel"', 1))
    settings = config / "settings.toml"
    settings.write_text(f'{settings.read_text()}sequel_rumors = "hide"\n')
    text = said(config, "group", "compare", "1", content=content_copy)
    for told in ("Wedding film", "Cake", "70% sure"):
        assert told not in text
    assert "\nhidden sequel rumor:\nHidden, as the theory's page is.\n" in text
    assert "\nAgreed: hidden sequel rumor\n" in text
    text = said(config, "theories", "1", "reveal", content=content_copy)
    before, _, shown = text.partition("Chose: reveal\n")
    assert "70% sure" not in before
    assert "Wedding film, 3 votes, 70% sure, you too\n" in shown


def test_your_score_is_read_against_the_group_s(
    config: Path, board: Path, content_copy: Path
) -> None:
    write(board, slip("mia", t01=("wedding", 90)))
    write(board, slip("leo", t01=("wedding", 60)))
    said(config, "theories", "t01", "1", "sure 80", content=content_copy)
    text = said(config, "score", content=decided(content_copy, t01="wedding"))
    # 80% scores 0.06, 90% 0.015, and 60% 0.24: the median is the user's own.
    assert "\nAgainst your group:\n0.00 over 1 theory, neck and neck.\n" in text
    assert "Right, at 80%, score 0.06, 0.00 against the group\n" in text
    assert "Against your group: your Brier score less the median" in text
