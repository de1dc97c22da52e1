"""The command ``hearts``, also run with ``python -m hearts_tui``."""


def main() -> None:
    """Run hearts.

    Until it can end in its own way, an interrupt ends the process at once and without a traceback;
    so nothing is imported before that is settled.
    """
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    from hearts_tui.cli.main import main as run_command

    try:
        run_command()
    except SystemExit as end:
        from hearts_tui.cli.quick import leave_after_command

        leave_after_command(end)
        raise


if __name__ == "__main__":
    main()
