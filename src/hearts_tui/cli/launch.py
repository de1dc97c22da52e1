"""Start the app in this terminal, and see it to its end."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from hearts_tui.cli.stderr import CRASHED, describe_crash, fail, tell

if TYPE_CHECKING:
    from hearts_tui.app import HeartsApp
    from hearts_tui.cli.kiosk import Kiosk
    from hearts_tui.domain.address import Section
    from hearts_tui.terminal.shutdown import ShutdownGuard


def run(
    section: "Section | None" = None, kiosk: "Kiosk | None" = None, *, linear: bool | None = None
) -> int:
    """Open the app, or the kiosk, and return the exit code.

    Without a section the user's settings say where. ``linear`` is whether everything is told in
    lines, None where nothing was said of that.
    """
    try:
        if turned_on_by := _linear_mode(linear):
            from hearts_tui.cli.linear import run_linear

            return run_linear(section, kiosk, turned_on_by)
    except ValueError as error:
        return fail(str(error))
    if reason := describe_missing_terminal():
        return fail(reason)
    reserve_stderr()
    from hearts_tui.terminal.deadline import SECONDS_TO_CLOSE
    from hearts_tui.terminal.shutdown import ShutdownGuard

    guard = ShutdownGuard()
    if kiosk is not None:
        guard.deadline.set(kiosk.idle_minutes * 60 + SECONDS_TO_CLOSE)
    guard.watch()
    try:
        code = launch(section, kiosk, guard)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is told in one sentence
        from hearts_tui.terminal.crash_report import format_crash

        code = report_crash(format_crash(error), guard)
    guard.wait_if_ending()
    return code


def _linear_mode(flag: bool | None) -> str:  # noqa: FBT001 - the option as it was given
    """Return what turns linear mode on; empty where it is off.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    from hearts_tui.linear.mode import what_turns_it_on
    from hearts_tui.terminal.capabilities import is_dumb

    def setting() -> str:
        from hearts_tui.cli.linear_setting import linear_setting

        return linear_setting(os.environ)

    # A program that is started without any terminal wants to know that, and not to be talked to.
    is_meant = is_dumb(os.environ) and not describe_missing_terminal()
    term = os.environ.get("TERM", "")
    dumb = f"TERM={term} can't show full screens" if term else "TERM is not set"
    return what_turns_it_on(flag, os.environ, setting, dumb if is_meant else "")


def describe_missing_terminal() -> str:
    """Return a sentence on the stream that should be a terminal and is not; empty if none is."""
    reads, draws = (stream and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if reads and draws:
        return ""
    if reads:
        return "standard output is not a terminal to draw on; run it without > and |."
    if draws:
        return "standard input is not a terminal to read keys from; run it without < and |."
    return "no terminal here; over SSH, ask for one with ssh -t."


def reserve_stderr() -> None:
    """Open standard error on nothing if it is closed, so that no file of ours gets its number."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - stays open


def launch(section: "Section | None", kiosk: "Kiosk | None", guard: "ShutdownGuard") -> int:
    """Look at the terminal, settle what Textual reads once, and run the app to its end."""
    from hearts_tui.terminal.capabilities import configure_textual, detect, is_dumb
    from hearts_tui.terminal.diff_driver.terminal_file import terminal_stream
    from hearts_tui.terminal.env_check import env_error, name_error

    if is_dumb(os.environ):
        term = os.environ.get("TERM", "")
        return fail(
            f"this terminal (TERM={term}) can't show full screens; "
            "hearts --help lists what works without one."
        )
    if reason := env_error(os.environ):
        return fail(reason)
    capabilities = detect(os.environ, terminal_stream().encoding)
    asked = {**os.environ}
    configure_textual(os.environ, capabilities)
    if reason := name_error(asked):
        return fail(reason)
    # Collecting garbage while everything is being made finds none and takes a fifth of the start;
    # the app turns it on again once its first screen stands.
    gc.disable()
    # Textual writes from a thread of its own, which should not wait for the one that draws.
    sys.setswitchinterval(0.0005)
    from hearts_tui.cli.put_off import import_without

    # There's no network to use it on; it'd be a twentieth of the start and a tenth of the memory.
    import_without("asyncio", "ssl")
    from hearts_tui.cli.assets import content_folder
    from hearts_tui.cli.compose import build_app

    try:
        app = build_app(os.environ, content_folder(), section, capabilities, kiosk)
    except ValueError as error:
        return fail(str(error))
    return run_app(app, guard)


def run_app(app: "HeartsApp", guard: "ShutdownGuard") -> int:
    """Run the app, wait for its last save and return the exit code."""
    from hearts_tui.terminal.background import wait_for_answer

    queue = app.state.stores.queue

    def finish() -> None:
        queue.shutdown()
        wait_for_answer(app)

    guard.save_before_exit(finish)
    app.deadline = guard.deadline
    try:
        app.run()
    finally:
        # What is still being saved has all the time it needs.
        guard.deadline.clear()
        queue.shutdown(wait=True)
    return report_crash(app.crash, guard) if app.crash else app.return_code or 0


def report_crash(crash: str, guard: "ShutdownGuard") -> int:
    """Report a crash in one sentence, with the terminal restored, and return the exit code."""
    from hearts_tui.terminal.deadline import SECONDS_TO_CLOSE

    guard.wait_if_ending()
    guard.restore()
    told = describe_crash(crash)
    guard.deadline.set(SECONDS_TO_CLOSE, CRASHED)
    tell(told)
    return CRASHED
