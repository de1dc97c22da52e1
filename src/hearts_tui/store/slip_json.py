"""Slips as JSON: written plainly, and read as from a stranger."""

import json
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NoReturn

from hearts_tui.domain.ballot import LEAST_CONFIDENCE, LONGEST_NOTE, MOST_CONFIDENCE
from hearts_tui.domain.dates import YEARS
from hearts_tui.domain.excerpt import excerpt
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.slip import Slip, SlipVote, clean_name
from hearts_tui.store.lenient import LARGEST_NUMBER

FORMAT = 1
"""The version of the slips that this hearts writes; it reads none with a higher one."""

LARGEST_SLIP = 8 * 1024
"""In bytes."""

LARGEST_SIGNED = LARGEST_SLIP + 4 * 1024
"""In bytes: a slip and its signature, which has 3 KiB with the longest of keys."""

Options = Mapping[str, Container[str]]
"""The ids of the options of every known theory, by the theory's id."""


class _Any:
    """The options of a theory that is not known: whatever somebody votes for."""

    def __contains__(self, option: object) -> bool:
        return True


_ANY = _Any()
_HIDING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that no hearts writes. What Unicode has yet to assign is not among them:
another voter's Python may know more of it."""


class BadSlipError(Exception):
    """A slip does not count; the message is the reason, as the end of a sentence."""


def write_slip(slip: Slip) -> tuple[bytes, int]:
    """Return a slip as JSON in one line, and how many shared notes had no room in it.

    The oldest notes go first.

    Raises:
        BadSlipError: the votes alone are too many.

    """
    votes = dict(slip.votes)
    noted = sorted((name for name in votes if votes[name].note), key=lambda n: -votes[n].revision)
    kept = len(noted)
    while len(data := _encoded(replace(slip, votes=votes))) > LARGEST_SLIP:
        if not noted:
            raise BadSlipError(f"it has more than {LARGEST_SLIP // 1024} KiB")
        oldest = noted.pop()
        votes[oldest] = votes[oldest]._replace(note="")
    return data, kept - len(noted)


def _encoded(slip: Slip) -> bytes:
    votes = {theory: _values(vote) for theory, vote in slip.votes.items()}
    table: dict[str, Any] = {"format": FORMAT, "name": slip.name}
    if slip.at is not None:
        table["at"] = _time(slip.at)
    table["votes"] = votes
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _values(vote: SlipVote) -> dict[str, Any]:
    values: dict[str, Any] = {"option": vote.option, "confidence": vote.confidence}
    if vote.at is not None:
        values["at"] = _time(vote.at)
    values["revision"] = vote.revision
    return {**values, "note": vote.note} if vote.note else values


def _time(moment: datetime) -> str:
    zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).isoformat(timespec="seconds")


def read_slip(data: bytes, options: Options) -> Slip:
    """Read a slip that may hold anything.

    Votes on theories that are not known, of another version of the content, stay in it. Keys that
    are not known, of a later version of hearts, are left out.

    Raises:
        BadSlipError: it is no slip, and why.

    """
    table = _table(data)
    _require_format(table)
    name, votes = table.get("name", ""), table.get("votes", {})
    if not isinstance(name, str):
        raise BadSlipError(f"its name is {excerpt(name)}, not a text")
    if not isinstance(votes, dict):
        raise BadSlipError(f"its votes are {excerpt(votes)}, not a table")
    _require_plain(name)
    cast = {each: _vote(each, votes[each], options) for each in votes}
    return Slip(clean_name(name), cast, _moment(table.get("at")))


def _table(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST_SLIP:
        raise BadSlipError(f"it has more than {LARGEST_SLIP // 1024} KiB")
    try:
        table = _DECODER.decode(data.decode())
    except UnicodeDecodeError as error:
        raise BadSlipError(f"it isn't UTF-8 text (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise BadSlipError(f"it isn't JSON (line {error.lineno}, column {error.colno})") from error
    except RecursionError as error:
        raise BadSlipError("it is nested too deeply") from error
    except ValueError as error:
        # What is left is Python's own limit for the digits of a number.
        raise BadSlipError("a number in it is too long") from error
    if not isinstance(table, dict):
        raise BadSlipError(f"it is {excerpt(table)}, not a table")
    return table


def _require_format(table: Mapping[str, Any]) -> None:
    version = table.get("format")
    if type(version) is not int or version < 1:
        raise BadSlipError(f"its format is {excerpt(version)}, not {FORMAT}")
    if version > FORMAT:
        raise BadSlipError(f"a newer hearts wrote it, in format {excerpt(version)}")


def _moment(at: object) -> datetime | None:
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS or moment.tzinfo is None:
        raise BadSlipError(f"it has the time {excerpt(at)}")
    return moment


def _vote(theory: str, values: Any, options: Options) -> SlipVote:
    # The boards' slips have many votes, so one question is asked about a vote, and what is wrong
    # with it is found out only where something is.
    try:
        option, confidence = values["option"], values["confidence"]
        at, revision, note = values.get("at"), values.get("revision", 0), values.get("note")
        moment = None if at is None else datetime.fromisoformat(at)
        is_good = (
            type(confidence) is type(revision) is int
            and LEAST_CONFIDENCE <= confidence <= MOST_CONFIDENCE
            and 0 <= revision <= LARGEST_NUMBER
            and type(option) is str
            and option in options.get(theory, _ANY)
            and (moment is None or (moment.year in YEARS and moment.tzinfo is not None))
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        is_good = False
    if not is_good:
        raise BadSlipError(f"{_fault(values, options.get(theory, _ANY))} ({excerpt(theory)})")
    if note is None:
        return SlipVote(option, confidence, moment, revision)
    return SlipVote(option, confidence, moment, revision, _note(theory, note))


def _fault(values: Any, options: Container[str]) -> str:
    """Say what is wrong with a vote."""
    if not isinstance(values, dict):
        return f"a vote in it is {excerpt(values)}, not a table"
    option, confidence = values.get("option"), values.get("confidence")
    if not isinstance(option, str) or option not in options:
        return f"a vote in it is for {excerpt(option)}, which is no option"
    # A truth value is an int as well, so the type is asked for exactly.
    if type(confidence) is not int or not LEAST_CONFIDENCE <= confidence <= MOST_CONFIDENCE:
        return f"a vote in it has the confidence {excerpt(confidence)}"
    revision = values.get("revision", 0)
    if type(revision) is not int or not 0 <= revision <= LARGEST_NUMBER:
        return f"a vote in it has the revision {excerpt(revision)}"
    return f"a vote in it has the time {excerpt(values.get('at'))}"


def _note(theory: str, note: object) -> str:
    if not isinstance(note, str) or len(note) > LONGEST_NOTE:
        raise BadSlipError(f"its note on {excerpt(theory)} is {excerpt(note)}")
    _require_plain(note)
    return " ".join(sanitize(note).split())


def _require_plain(text: str) -> None:
    if text.isascii() and text.isprintable():
        return
    if any(unicodedata.category(char) in _HIDING for char in text):
        raise BadSlipError(f"a text in it has control characters ({excerpt(text)})")


def _without_repeats(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise BadSlipError("a key in it is there twice")
    return table


def _refuse_number(text: str) -> NoReturn:
    raise BadSlipError(f"a number in it is {excerpt(text)[1:-1]}, which isn't whole")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_without_repeats, parse_float=_refuse_number, parse_constant=_refuse_number
)
