"""The trail: where the reader came from, as a browser knows it."""

from dataclasses import dataclass

from hearts_tui.domain.address import Address


@dataclass(frozen=True, slots=True)
class Trail:
    """The places behind the present one, latest last, and those ahead of it, next one last."""

    behind: tuple[Address, ...] = ()
    ahead: tuple[Address, ...] = ()

    def left(self, place: Address) -> "Trail":
        """Return the trail after a place was left by a link; what lay ahead is gone."""
        return Trail((*self.behind, place))

    def stepped_back(self, place: Address) -> tuple[Address, "Trail"] | None:
        """Return the place to go back to from a place, and the trail from there."""
        if not self.behind:
            return None
        return self.behind[-1], Trail(self.behind[:-1], (*self.ahead, place))

    def stepped_forward(self, place: Address) -> tuple[Address, "Trail"] | None:
        """Return the place to go forward to from a place, and the trail from there."""
        if not self.ahead:
            return None
        return self.ahead[-1], Trail((*self.behind, place), self.ahead[:-1])
