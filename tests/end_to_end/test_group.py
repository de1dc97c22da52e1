"""A board that opens for those who vote on it, each through a real sshd with a key of their own."""

from pathlib import Path

from tests.end_to_end.kiosk_host import KioskHost, kiosk_host
from tests.end_to_end.ssh import Server
from tests.end_to_end.terminal import Terminal


def board_of(host: KioskHost, server: Server, key: Path) -> Terminal:
    """Return the terminal of somebody who logs in and goes to the board."""
    terminal = host.open(server, key)
    terminal.wait_for("all topics")
    terminal.press("5")
    terminal.wait_for("the others think.")
    return terminal


def vote(terminal: Terminal, option: int) -> None:
    terminal.press("\r")
    terminal.wait_for("Enter vote")
    terminal.press("j" * option + "\r")
    terminal.wait_for("70% saved")


def test_a_board_opens_for_three_keys_and_by_itself_for_who_is_there(tmp_path: Path) -> None:
    with kiosk_host(tmp_path) as host, host.server() as server:
        mia, leo, eve = (host.key(name) for name in ("mia", "leo", "eve"))
        with board_of(host, server, mia) as there:
            vote(there, 0)
            there.wait_for("Two more votes and the board opens.")
            with board_of(host, server, leo) as terminal:
                terminal.wait_for("One of them has voted.")
                assert "Wedding film  1" not in terminal.text
                vote(terminal, 1)
                terminal.wait_for("One more vote and the board opens.")
            with board_of(host, server, eve) as terminal:
                terminal.wait_for("2 of them have voted.")
                vote(terminal, 1)
                terminal.wait_for("•    Wedding film  1 vote, 70% sure")
                terminal.wait_for("• ◉  Divorce drama  2 votes, 70% sure")
            there.wait_for("Your group: 3 votes")
            there.wait_for("  ◉  Wedding film  1 vote, 70% sure")
            there.wait_for("•    Divorce drama  2 votes, 70% sure")
