"""Linear mode: the whole app as lines that are read from top to bottom, without a screen."""
