"""Whatever is answered in whatever place, the session goes on to its end."""

import random
from pathlib import Path

import pytest

from tests.linear.sessions import Scripted

ANSWERS = 150
WORDS = """\
menu;again;back;forward;home;undo;news;cast;tracks;countdown;theories;film;today;find;
find wedding;ballot;score;group;voters;compare;sequel;settings;spoilers;how we know;welcome;
about;help;yes;not yet;star;rate;rate 3;unread;next;previous;reveal;count down;edit;delete;
archive;sure 80;note hi;withdraw;verdict;add;cancel;2027-01-02;once;filter love;
filter status:;all;starred;rated;topic;next unread;mark all read;part;sort;;-;x y z"""
CHOICES = [word.strip() for word in WORDS.split(";")]


def answers(seed: int) -> list[str]:
    chosen = random.Random(seed)
    return [
        chosen.choice(CHOICES) if chosen.random() < 0.6 else str(chosen.randint(0, 30))
        for _ in range(ANSWERS)
    ]


def play(config: Path, seed: int) -> None:
    text = Scripted(config, answers(seed)).run()
    assert text.endswith("\nquit: Everything is saved.\n")
    assert "\x1b" not in text


@pytest.mark.parametrize("seed", range(4))
def test_random_answers_end_in_an_end(config: Path, seed: int) -> None:
    play(config, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [range(4, 36), range(36, 68), range(68, 100)], ids=repr)
def test_many_random_answers_end_in_an_end(tmp_path: Path, seeds: range) -> None:
    for seed in seeds:
        play(tmp_path / f"{seed}", seed)
