"""The line that tells why nothing can be saved."""

from textual.widgets import Static


class ViewOnlyBanner(Static):
    """A line above a screen, in sight only while there is a reason to show."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, reason: str) -> bool:
        """Show a reason, or hide where there is none; return whether there is one."""
        self.display = bool(reason)
        self.update(f"View only. {reason}")
        return bool(reason)
