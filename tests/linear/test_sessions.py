"""What is said in linear mode, and what that does to the user's files."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.linear.sessions import Scripted


def said(config: Path, *lines: str) -> str:
    return Scripted(config, lines).run()


def ballot(config: Path) -> dict[str, Any]:
    return tomllib.loads((config / "ballot.toml").read_text())


def settings(config: Path) -> dict[str, Any]:
    return tomllib.loads((config / "settings.toml").read_text())


def marked(config: Path, mark: str) -> dict[str, Any]:
    """The items that carry a mark, with it."""
    marks = tomllib.loads((config / "marks.toml").read_text()).get("marks", {})
    return {address: each[mark] for address, each in marks.items() if mark in each}


@pytest.mark.parametrize("option", ["1", "wedding", "Wedding film", "wedding FILM", "wed"])
@pytest.mark.parametrize("theory", ["1", "t01", "theories/t01", "wedding film or"])
def test_a_number_a_word_a_beginning_and_an_id_vote(config: Path, theory: str, option: str) -> None:
    text = said(config, "theories", theory, option)
    assert "\nChose: Wedding film or divorce drama?\n" in text
    assert "\nChose: Wedding film\nsaved: Wedding film, 70% sure.\n" in text
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


def test_a_vote_is_changed_noted_undone_and_withdrawn(config: Path) -> None:
    said(config, "theories", "t01", "1", "sure 80", "note  cake   first", "2", "undo")
    vote = ballot(config)["votes"]["t01"]
    assert (vote["option"], vote["confidence"], vote["note"]) == ("wedding", 80, "cake first")
    text = said(config, "theories", "t01", "withdraw", "withdraw")
    assert "saved: Vote withdrawn.\n" in text
    assert "vote: Vote first: choose one of the options.\n" in text
    assert ballot(config).get("votes", {}) == {}


def test_a_verdict_closes_the_vote_and_gives_a_score(config: Path) -> None:
    text = said(config, "theories", "t01", "1", "verdict", "wedding", "2", "score")
    assert "saved: Your verdict, Wedding film.\n" in text
    assert "closed: Decided, so votes are closed. 'verdict' changes the verdict.\n" in text
    assert "1 of 1 right." in text
    assert ballot(config)["verdicts"]["t01"]["outcome"] == "wedding"
    assert 'option = "divorce"' not in (config / "ballot.toml").read_text()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["xyzzy"], "'xyzzy' is none of the choices here. 'menu' reads them to you."),
        (["0"], "The numbers here go from 1 to "),
        (["9" * 1900], "The numbers here go from 1 to "),
        (["s"], "'s' fits 'Find', 'Score', 'Sequel status', 'Settings' and 1 more. Say more, or"),
        (["about", "1"], "There are no numbers here; say a word."),
        (["theories", "t01", "1", "sure", "eighty"], "With 3 options it's 34 to 99: "),
        (["theories", "t01", "1", "sure 20"], "With 3 options it's 34 to 99: "),
        (["theories", "t01", "1", "note " + "x" * 201], "at most 200 characters; this one has 201"),
        (["news", "filter status:sure"], "status:sure? There's confirmed, rumor,"),
        (["find", ""], "What are you looking for? Say 'find wedding', for one."),
        (["news", "1", "rate 6"], "A rating is a number from 0, for none, to 5."),
        (["settings", "time zone", "Nowhere/Land"], "Unknown time zone."),
        (["countdown", "add", "Party", "tomorrow", "cancel"], ""),
    ],
)
def test_what_makes_no_sense_is_one_sentence(config: Path, lines: list[str], told: str) -> None:
    text = said(config, *lines)
    unclear = [line for line in text.splitlines() if line.startswith("unclear: ")]
    assert len(unclear) == 1
    assert told in unclear[0]
    assert len(unclear[0]) < 200


def test_the_menu_is_read_once_and_when_it_is_asked_for(config: Path) -> None:
    once = said(config, "theories", "xyzzy", "undo", "score 1")
    assert once.count("\n1: Wedding film or divorce drama? Love\n") == 1
    thrice = said(config, "theories", "", "menu")
    assert thrice.count("\n1: Wedding film or divorce drama? Love\n") == 3


def test_items_are_starred_rated_read_and_that_is_listed(config: Path) -> None:
    text = said(config, "news", "1", "star", "rate", "4", "back", "starred", "menu")
    [starred] = marked(config, "star")
    assert marked(config, "rating") == {starred: 4}
    assert starred in marked(config, "read")
    assert text.count("saved: Starred.\nYour choice:") == 1
    assert "news: 1 of " in text
    assert ", starred, rated 4\n" in text
    said(config, "news", "starred", "1", "unread", "star", "rate 0")
    assert [marked(config, mark) for mark in ("read", "star", "rating")] == [{}, {}, {}]


def test_all_news_is_marked_read_and_unread_again(config: Path) -> None:
    said(config, "news", "filter wedding", "mark all read", "undo")
    assert marked(config, "read") == {}
    said(config, "news", "filter wedding", "mark all read")
    assert 0 < len(marked(config, "read")) < 30


def test_lists_are_filtered_sorted_and_shown_whole_again(config: Path) -> None:
    text = said(
        config,
        "theories",
        "filter tour bus betrayal",
        "all",
        "part",
        "voted",
        "all",
        "sort",
        "topic",
    )
    assert (
        "theories: 1 of 21, filter tour bus betrayal\n\n1: Betrayal on the tour bus? Love\n" in text
    )
    assert "theories: 0 of 21, voted\n" in text
    assert "theories: 21, sorted by topic\n\n1: Who gets the family farm? Family" not in text
    assert "theories: 21, sorted by topic\n\n1: Does Cassie go solo? Fame" in text


def test_a_filter_knows_more_than_words(config: Path) -> None:
    text = said(config, "news", "1", "back", "filter status:rumor -tour", "filter unread", "menu")
    counts = [line for line in text.splitlines() if line.startswith("news: ") and " of " in line]
    rumors, unread = (int(line.split()[1]) for line in counts[:2])
    total = int(counts[0].split()[3].rstrip(","))
    assert 0 < rumors < total
    assert unread == total - 1


def test_what_is_hidden_is_read_once_it_is_revealed(config: Path) -> None:
    text = said(config, "theories", "t01", "reveal", "reveal")
    before, shown, again = text.split("theories: Wedding film or divorce drama?\n")[1:]
    hidden = "Hidden sequel rumor. 'reveal' shows it."
    assert hidden in before
    assert hidden not in shown
    assert hidden in again


def test_the_film_is_asked_for_first_and_the_settings_change_the_answer(config: Path) -> None:
    text = said(config, "yes")
    assert text.count("Have you seen the film?") == 1
    assert "saved: Seen the film, yes.\n" in text
    assert settings(config)["seen_film"] == "yes"
    text = said(config, "yes", "spoilers", "1", "not yet", "2", "show")
    assert "Have you seen the film? 'yes'" not in text
    assert "unclear: There's no question open." in text
    kept = settings(config)
    assert (kept["seen_film"], kept["sequel_rumors"]) == ("not yet", "show")


def test_dates_of_ones_own_come_change_go_and_come_back(config: Path) -> None:
    said(config, "countdown", "add", "Party", "2027-01-02", "every year", "count down")
    [(key, date)] = settings(config)["dates"].items()
    assert (date["name"], str(date["day"]), date["yearly"]) == ("Party", "2027-01-02", True)
    assert settings(config)["countdown"] == f"own-{key}"
    said(config, "countdown", "party", "edit", "Gala", "", "once")
    assert settings(config)["dates"][key]["name"] == "Gala"
    said(config, "countdown", "gala", "delete", "undo", "gala", "delete")
    assert settings(config).get("dates", {}) == {}


def test_the_sequel_status_is_noted_and_undone(config: Path) -> None:
    said(config, "sequel", "there", "soon", "2027-09-09")
    assert str(settings(config)["sequel"]["day"]) == "2027-09-09"
    said(config, "sequel", "canceled", "undo")
    assert settings(config)["sequel"]["outcome"] == "new date"


def test_theories_of_ones_own_are_asked_for_line_by_line(config: Path) -> None:
    text = said(config, "theories", "add", "Rain at the wedding?", "Yes", "No", "", "2", "archive")
    assert "Chose: No\nsaved: No, 70% sure.\n" in text
    [(name, own)] = ballot(config)["theories"].items()
    assert own["question"] == "Rain at the wedding?"
    assert own["retired"] is True
    said(config, "theories", "rain", "reopen", "edit", "Snow?", "", "", "Hail", "")
    own = ballot(config)["theories"][name]
    assert own["question"] == "Snow?"
    assert [option["text"] for option in own["options"]] == ["Yes", "No", "Hail"]
    assert ballot(config)["votes"][name]["option"] == "b"


def test_links_lead_on_and_back_and_forward(config: Path) -> None:
    text = said(config, "cast", "cassie", "luke morrow", "back", "forward", "back", "back", "back")
    places = [line for line in text.splitlines() if line.startswith(("cast: ", "home: "))]
    assert [place.split(",")[0] for place in places] == [
        "home: Purple Hearts. A fan work",
        places[1].split(",")[0],
        "cast: Cassie Salazar",
        "cast: Luke Morrow",
        "cast: Cassie Salazar",
        "cast: Luke Morrow",
        "cast: Cassie Salazar",
        places[1].split(",")[0],
        "home: Purple Hearts. A fan work",
    ]


def test_a_question_can_be_canceled_in_every_step(config: Path) -> None:
    text = said(
        config,
        "theories",
        "add",
        "cancel",
        "add",
        "Rain?",
        "cancel",
        "sequel",
        "cancel",
        "t01",
        "1",
        "verdict",
        "",
        "cancel",
        "countdown",
        "add",
        "Party",
        "cancel",
    )
    assert text.count("canceled: Nothing changed.\n") == 5
    assert not (config / "settings.toml").exists()


@pytest.mark.parametrize("lines", [[], ["theories"], ["theories", "add"], ["theories", "add", "Q"]])
@pytest.mark.parametrize("more", [[], ["sequel"], ["sequel", "2"], ["settings", "1"]])
def test_the_end_of_input_ends_it_everywhere(
    config: Path, lines: list[str], more: list[str]
) -> None:
    text = said(config, *lines, *more)
    assert text.endswith("\nquit: Everything is saved.\n")
