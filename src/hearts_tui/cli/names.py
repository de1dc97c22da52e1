"""The names that hearts goes by outside its own code."""

COMMAND_NAME = "hearts"

APP_NAME = "hearts-tui"
"""What the user's folders are called after."""

CRASH_LOG = "crash.log"

COMPLETE_VARIABLE = "_HEARTS_COMPLETE"
"""What a shell sets to ask for completions, by click's convention."""
