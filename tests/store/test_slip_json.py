"""Slips as text: what is written can be read again, and what strangers write is looked at twice."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearts_tui.domain.ballot import LONGEST_NOTE
from hearts_tui.domain.slip import Slip, SlipVote, clean_name
from hearts_tui.store.slip_json import LARGEST_SLIP, BadSlipError, read_slip, write_slip
from tests.store.nesting import too_deep

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPTIONS = {f"t{n:02}": {"a", "b"} for n in range(21)}

notes = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40).map(
    lambda text: " ".join(text.split())
)
votes = st.builds(
    SlipVote,
    st.sampled_from("ab"),
    st.integers(1, 99),
    st.none() | st.just(AT),
    st.integers(0, 2**63 - 1),
    notes,
)
slips = st.builds(
    Slip,
    st.text(max_size=30).map(clean_name),
    st.dictionaries(st.sampled_from(list(OPTIONS)), votes),
    st.none() | st.just(AT),
)


def good() -> dict[str, Any]:
    """Return the table of a good slip."""
    vote = {"option": "a", "confidence": 70, "at": "2026-11-23T12:00:00+00:00", "revision": 1}
    return {"format": 1, "name": "mia", "votes": {"t01": vote}}


def reason(text: str | bytes) -> str:
    """Return why a slip is refused."""
    with pytest.raises(BadSlipError) as told:
        read_slip(text if isinstance(text, bytes) else text.encode(), OPTIONS)
    return str(told.value)


@settings(deadline=None)
@given(slips)
def test_what_is_written_is_read_again(slip: Slip) -> None:
    data, left_out = write_slip(slip)
    assert left_out == 0
    assert read_slip(data, OPTIONS) == slip


def test_times_are_told_in_utc() -> None:
    berlin = datetime(2026, 11, 23, 13, tzinfo=timezone(timedelta(hours=1)))
    data, _ = write_slip(Slip("", {"t01": SlipVote("a", 70, berlin)}))
    assert b'"at":"2026-11-23T12:00:00+00:00"' in data
    assert b"\n" not in data[:-1]


def test_the_oldest_notes_go_where_there_is_no_room() -> None:
    long = "\u5fc3" * LONGEST_NOTE
    slip = Slip(
        "mia",
        {t: SlipVote("a", 70, AT, n, long) for n, t in enumerate(OPTIONS)},
    )
    data, left_out = write_slip(slip)
    assert LARGEST_SLIP - 700 < len(data) <= LARGEST_SLIP
    read = read_slip(data, OPTIONS)
    kept = [theory for theory, vote in read.votes.items() if vote.note]
    assert kept == list(OPTIONS)[left_out:]
    assert len(read.votes) == len(OPTIONS)


def test_votes_without_room_are_not_cut_off() -> None:
    with pytest.raises(BadSlipError, match="more than 8 KiB"):
        write_slip(Slip("", {f"t{n}": SlipVote("a", 70, AT) for n in range(200)}))


def test_a_slip_of_another_content_is_read_with_what_is_not_known() -> None:
    table = {**good(), "mood": "fine"}
    table["votes"]["t99"] = {"option": "new", "confidence": 60, "why": "who knows"}
    read = read_slip(json.dumps(table).encode(), OPTIONS)
    assert read.votes["t99"] == SlipVote("new", 60)
    assert read.votes["t01"] == SlipVote("a", 70, AT, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it isn't JSON (line 1, column 1)"),
        ("votes = 1", "it isn't JSON (line 1, column 1)"),
        ('{"format": 1} {}', "it isn't JSON (line 1, column 15)"),
        (b"\xff\xfe{}", "it isn't UTF-8 text (byte 0)"),
        ("\ufeff{}", "it isn't JSON (line 1, column 1)"),
        ("[]", "it is [], not a table"),
        ("null", "it is None, not a table"),
        ("{}", "its format is None, not 1"),
        ('{"format": true}', "its format is True, not 1"),
        ('{"format": "1"}', "its format is '1', not 1"),
        ('{"format": 0}', "its format is 0, not 1"),
        ('{"format": 2, "votes": 7}', "a newer hearts wrote it, in format 2"),
        ('{"format": 1, "format": 1}', "a key in it is there twice"),
        ('{"format": 1, "name": 7}', "its name is 7, not a text"),
        ('{"format": 1, "votes": []}', "its votes are [], not a table"),
        ('{"format": 1, "at": 7}', "it has the time 7"),
        ('{"format": 1, "at": "soon"}', "it has the time 'soon'"),
        ('{"format": 1, "at": "2026-11-23T12:00:00"}', "it has the time '2026-11-23T12:00:00'"),
        ('{"format": 1, "votes": {"t01": []}}', "a vote in it is [], not a table ('t01')"),
        ('{"format": 1e400}', "a number in it is 1e400, which isn't whole"),
        ('{"format": 1.0}', "a number in it is 1.0, which isn't whole"),
        ('{"format": NaN}', "a number in it is NaN, which isn't whole"),
        ('{"format": -Infinity}', "a number in it is -Infinity, which isn't whole"),
        ('{"format": ' + "1" * 5_000 + "}", "a number in it is too long"),
        ('{"a":' * 1_600, too_deep(8_000)),
        ("[" * LARGEST_SLIP, too_deep(LARGEST_SLIP)),
        (" " * LARGEST_SLIP + "{}", "it has more than 8 KiB"),
        ('{"format": 1, "name": "mia\x1b[2J"}', "it isn't JSON (line 1, column 27)"),
        (
            r'{"format": 1, "name": "mia\u001b[2J"}',
            "a text in it has control characters ('mia\\x1b[2J')",
        ),
        (
            r'{"format": 1, "name": "\u202eaim"}',
            "a text in it has control characters ('\\u202eaim')",
        ),
        (r'{"format": 1, "name": "\ud800"}', "a text in it has control characters ('\\ud800')"),
        (r'{"format": 1, "name": "a\nb"}', "a text in it has control characters ('a\\nb')"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_slip_is_refused_with_a_reason(text: str | bytes, told: str) -> None:
    assert reason(text) == told


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("option", "c", "a vote in it is for 'c', which is no option ('t01')"),
        ("option", None, "a vote in it is for None, which is no option ('t01')"),
        ("option", ["a"], "a vote in it is for ['a'], which is no option ('t01')"),
        ("confidence", 0, "a vote in it has the confidence 0 ('t01')"),
        ("confidence", 100, "a vote in it has the confidence 100 ('t01')"),
        ("confidence", -70, "a vote in it has the confidence -70 ('t01')"),
        ("confidence", True, "a vote in it has the confidence True ('t01')"),
        ("confidence", "70", "a vote in it has the confidence '70' ('t01')"),
        (
            "confidence",
            10**400,
            "a vote in it has the confidence 100000000000000000...0000000000000000000 ('t01')",
        ),
        ("revision", -1, "a vote in it has the revision -1 ('t01')"),
        ("revision", 2**63, "a vote in it has the revision 9223372036854775808 ('t01')"),
        ("revision", None, "a vote in it has the revision None ('t01')"),
        ("at", "soon", "a vote in it has the time 'soon' ('t01')"),
        ("at", 7, "a vote in it has the time 7 ('t01')"),
        ("at", "2026-11-23T12:00:00", "a vote in it has the time '2026-11-23T12:00:00' ('t01')"),
        ("at", "9999-11-23T12:00:00Z", "a vote in it has the time '9999-11-23T12:00:00Z' ('t01')"),
        ("note", 7, "its note on 't01' is 7"),
        ("note", "\x1b[2J", "a text in it has control characters ('\\x1b[2J')"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_vote_that_makes_no_sense_is_refused_with_a_reason(
    key: str, value: object, told: str
) -> None:
    table = good()
    table["votes"]["t01"][key] = value
    assert reason(json.dumps(table)) == told


def test_a_note_may_not_be_longer_than_hearts_writes() -> None:
    table = good()
    table["votes"]["t01"]["note"] = "x" * (LONGEST_NOTE + 1)
    assert reason(json.dumps(table)).startswith("its note on 't01' is 'xxx")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_stands_there_is_a_slip_or_refused(data: bytes) -> None:
    _read_or_refuse(data)


@given(st.sampled_from(["option", "confidence", "at", "revision", "note", "extra"]), json_values)
def test_whatever_a_vote_holds_it_is_read_or_refused(key: str, value: object) -> None:
    table = good()
    table["votes"]["t01"][key] = value
    _read_or_refuse(json.dumps(table).encode())


def _read_or_refuse(data: bytes) -> None:
    try:
        slip = read_slip(data, OPTIONS)
    except BadSlipError:
        return
    for theory, vote in slip.votes.items():
        assert vote.option in OPTIONS.get(theory, {vote.option})
        assert 1 <= vote.confidence <= 99
    assert clean_name(slip.name) == slip.name
