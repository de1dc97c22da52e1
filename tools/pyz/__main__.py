"""Where Python begins with hearts.pyz; any Python understands this file, however old."""

import os
import signal
import sys

OLDEST, NEWEST = 11, 30
"""The first version 3.x that hearts runs on, and the last that is looked for by name."""


def restart_with_newer_python():
    """Run the archive with the newest Python on the path, or say that one is needed."""
    for minor in range(NEWEST, OLDEST - 1, -1):
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            python = os.path.join(folder, "python3.%d" % minor)
            if os.path.isabs(python) and os.access(python, os.X_OK):
                os.execv(python, [python] + sys.argv)
    found = "%d.%d" % sys.version_info[:2]
    sys.stderr.write("hearts: Python 3.%d or newer is needed; this is %s.\n" % (OLDEST, found))
    sys.exit(2)


if __name__ == "__main__":
    # As in hearts_tui.__main__: an interrupt before hearts takes over leaves no traceback.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.version_info < (3, OLDEST):
        restart_with_newer_python()
    from unpack import run

    run()
