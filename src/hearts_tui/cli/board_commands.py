"""The commands on a board that is shared, and on slips that friends send."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from hearts_tui.cli.answers import json_option, write_json, write_lines
from hearts_tui.cli.board_group import BoardGroup, Member
from hearts_tui.cli.board_sharing import join, leave
from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.stderr import tell
from hearts_tui.cli.stdout import write_bytes
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.domain.comparison_words import comparison_lines
from hearts_tui.domain.plural import count
from hearts_tui.domain.slip import Slip, clean_name
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.voters import record_of

STANDARD = "-"
"""The name that stands for standard input and output."""

_OWN = "That's your own slip, and your votes count already. Send it to a friend."


@click.group(epilog="Example: hearts board list")
def board() -> None:
    """See what others predict: on a shared board, or in slips that friends send."""


board.add_command(join)
board.add_command(leave)


@board.command(epilog="Example: hearts board export mia.json --name mia")
@click.argument("file", default=STANDARD)
@click.option("--sign", "key", metavar="KEY", help="Sign it with this SSH key.")
@click.option("--name", help="The name that your friends see, instead of the one you've set.")
@pass_workspace
def export(work: Workspace, file: str, key: str | None, name: str | None) -> int:
    """Write your votes to FILE, or to standard output, to send them to a friend.

    Notes stay yours, except those that you share.
    """
    mine = BoardGroup(work).mine
    if name is not None:
        mine = replace(mine, name=clean_name(name))
    if not mine.votes:
        raise NotDoneError("You haven't voted yet. Start hearts, press 5 and pick a theory.")
    from hearts_tui.store.slip_mail import slip_text, write_file

    with _told():
        data = slip_text(mine, Path(key).expanduser() if key else None)
    if file == STANDARD:
        if not mine.name:
            tell("This slip has no name. --name mia gives it one.")
        return write_bytes(data)
    with _told():
        write_file(Path(file), data)
    lines = [f"Your {count(len(mine.votes), 'vote')} {_are(mine)} in {file}."]
    if not mine.name:
        lines.append("The slip has no name. --name mia gives it one.")
    lines.append(f"Send it to a friend, who runs: hearts board add {Path(file).name}")
    return write_lines(work, lines)


@board.command(epilog="Example: hearts board add mia.json")
@click.argument("file")
@click.option("--name", help="What you call this friend, instead of the name in the slip.")
@pass_workspace
def add(work: Workspace, file: str, name: str | None) -> int:
    """Put a friend's slip from FILE beside your votes; - reads what you paste.

    A new slip of the same friend takes the place of the last one.
    """
    from hearts_tui.store.signing import fingerprint_of
    from hearts_tui.store.slip_mail import open_slip, read_file, read_input

    group = BoardGroup(work)
    with _told():
        data = read_input() if file == STANDARD else read_file(Path(file))
        got = open_slip(data, group.board.options, group.signers)
    if group.is_mine(got.slip):
        raise NotDoneError(_OWN)
    slip = got.slip if name is None else replace(got.slip, name=clean_name(name))
    if not slip.name:
        raise click.UsageError("This slip has no name. --name mia gives it one.")
    with _told():
        group.board.open_friends().add(slip, got.voter)
    lines = [f"Added {slip.name}, with {count(len(slip.votes), 'vote')}."]
    if got.principal:
        lines.append(f"Signed with a key that you trust: {got.principal}.")
    elif got.voter:
        lines.append(f"Signed with a key that you don't know: {fingerprint_of(got.voter)}.")
    lines += comparison_lines(group.mine, slip, work.library.theories, group.spoilers)
    return write_lines(work, lines)


@board.command("list", epilog="Example: hearts board list --rejected")
@click.option("--rejected", is_flag=True, help="Say why files on the board don't count.")
@json_option
@pass_workspace
def list_members(work: Workspace, *, rejected: bool, as_json: bool) -> int:
    """List who is on the board and which friends you've added, with ids."""
    group = BoardGroup(work)
    members = group.members
    for notice in filter(None, (*work.notices, group.on_board.notice)):
        tell(notice)
    if as_json:
        return write_json(work, _listed(work, group, members)) or group.exit_code
    if rejected:
        return write_lines(work, _rejected_lines(group)) or group.exit_code
    lines = [_line(work, member) for member in members]
    if group.rejected_count:
        files = "file doesn't" if group.rejected_count == 1 else "files don't"
        lines.append(f"{group.rejected_count:,} {files} count.")
        lines.append("hearts board list --rejected says why.")
    if not lines and not group.exit_code:
        lines.append(_nobody(group))
    return write_lines(work, lines) or group.exit_code


@board.command(epilog="Example: hearts board remove mia")
@click.argument("who", metavar="NAME|ID")
@pass_workspace
def remove(work: Workspace, who: str) -> int:
    """Forget a friend's slip, or take a slip off the board that is yours to clean.

    Whoever votes once more is on the board again: a host keeps somebody out with a deny list.
    """
    from hearts_tui.store.slip_file import remove_slip

    group = BoardGroup(work)
    member = _only(group.members, who)
    if member.is_friend:
        with _told():
            group.board.open_friends().remove(member.voter)
        return write_lines(work, [f"Removed {_called(member)} from your friends."])
    if group.path is not None:
        with _told():
            remove_slip(group.board.slip_path(group.path, member.voter))
    return write_lines(work, [f"Removed {_called(member)} from the board."])


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong with files into the command's answer."""
    try:
        yield
    except StorageError as error:
        raise NotDoneError(str(error)) from error


def _are(slip: Slip) -> str:
    return "is" if len(slip.votes) == 1 else "are"


def _called(member: Member) -> str:
    return member.slip.name or member.voter


def _line(work: Workspace, member: Member) -> str:
    record = record_of(member.slip, work.library.theories)
    parts = [
        record.name or "no name",
        count(record.votes, "vote"),
        f"Brier {record.score:.2f}" if record.score is not None else "",
        "you" if member.is_you else "friend" if member.is_friend else "",
        member.voter,
    ]
    return " · ".join(filter(None, parts))


def _rejected_lines(group: BoardGroup) -> list[str]:
    lines = [each.reason for each in group.rejected]
    more = group.rejected_count - len(lines)
    if more:
        lines.append(f"{more:,} more don't count either.")
    return lines or ["Every slip counts."]


def _nobody(group: BoardGroup) -> str:
    if group.path is not None:
        return f"Nobody is on the board at {group.path} yet. Your first vote puts you there."
    return "You share no board yet. hearts board add FILE adds a friend's slip."


def _listed(work: Workspace, group: BoardGroup, members: list[Member]) -> dict[str, Any]:
    def told(member: Member) -> dict[str, Any]:
        record = record_of(member.slip, work.library.theories)
        return {
            "id": member.voter,
            "name": record.name,
            "votes": record.votes,
            "brier": record.score,
            "you": member.is_you,
        }

    return {
        "kind": "board",
        "folder": str(group.path) if group.path else None,
        "voters": [told(member) for member in members if not member.is_friend],
        "friends": [told(member) for member in members if member.is_friend],
        "rejected": [{"file": each.name, "reason": each.reason} for each in group.rejected],
        "rejected_count": group.rejected_count,
    }


def _only(members: list[Member], who: str) -> Member:
    """Return the one who has an id or a name.

    Raises:
        click.UsageError: nobody has, or several.

    """
    found = [member for member in members if member.voter == who]
    found = found or [m for m in members if m.slip.name.casefold() == who.casefold()]
    if not found:
        raise click.UsageError(f"Nobody is called {who!r}. hearts board list names everybody.")
    if len(found) > 1:
        ids = " or ".join(member.voter for member in found[:3])
        raise click.UsageError(f"Several are called {who!r}. Give an id: {ids}.")
    return found[0]
