"""Run hearts with ``python -m hearts_tui``."""

from hearts_tui.cli.main import main

if __name__ == "__main__":
    main()
