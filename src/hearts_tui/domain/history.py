"""Back and forward, as a browser has them."""

from typing import NamedTuple

from hearts_tui.domain.address import Address


class History(NamedTuple):
    """The places behind the present one, latest last, and those ahead of it, next one last."""

    behind: tuple[Address, ...] = ()
    ahead: tuple[Address, ...] = ()

    def left(self, place: Address) -> "History":
        """Return the history after a place was left by a link; what lay ahead is gone."""
        return History((*self.behind, place))

    def back(self, place: Address) -> tuple[Address, "History"] | None:
        """Return the place to go back to from a place, and the history from there."""
        if not self.behind:
            return None
        return self.behind[-1], History(self.behind[:-1], (*self.ahead, place))

    def forward(self, place: Address) -> tuple[Address, "History"] | None:
        """Return the place to go forward to from a place, and the history from there."""
        if not self.ahead:
            return None
        return self.ahead[-1], History((*self.behind, place), self.ahead[:-1])
