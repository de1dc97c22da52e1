"""What a terminal does where cells are erased, by its entry in the terminfo database."""


def can_erase_in_color(term: str, fd: int) -> bool:
    """Return whether a terminal erases a number of cells (ECH) to the ground it writes on (bce).

    ``fd`` is an open file descriptor, which nothing is written to. False for a terminal that the
    database does not hold, and where Python has no curses. Python asks the database once in a
    process: what is said of the first terminal holds.
    """
    try:
        import curses
    except ImportError:
        return False
    try:
        curses.setupterm(term, fd)
    except curses.error:
        return False
    return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") == b"\x1b[%p1%dX"
