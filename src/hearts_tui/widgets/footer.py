"""The footer line: the keys of what has the focus, as many as fit."""

from collections.abc import Sequence

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.notifications import Notification
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from hearts_tui.widgets import key_places
from hearts_tui.widgets.message_line import is_passing

_LAST = ("help", "quit")
_GENERAL = {binding.action for group in key_places.ALWAYS for binding in group.bindings}


class Footer(Widget):
    """One line of keys; help and quit keep their place at its end at any width.

    First come the keys of what has the focus, then those of the screen, then those of all screens;
    what does not fit is left out.
    """

    auto_links = False

    def on_mount(self) -> None:
        """Draw anew when the focus brings other keys; give way to what is told in passing."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self.watch(self.app, "told", self._give_way)

    def _give_way(self, told: Sequence[Notification]) -> None:
        self.set_class(any(map(is_passing, told)), "-giving-way")

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the line at the present width."""
        active = sorted(self.screen.active_bindings.values(), key=_distance_from_focus)
        shown = [each.binding for each in active if each.binding.show]
        bindings = list({b.action: b for b in shown if not self._is_typed(b)}.values())
        bindings.sort(key=lambda binding: binding.action in _GENERAL)
        last = [b for b in bindings if b.action in _LAST]
        room = self.size.width - sum(self._label(b).cell_length for b in last)
        labels = []
        for binding in bindings:
            label = self._label(binding)
            if binding not in last and label.cell_length <= room:
                room -= label.cell_length
                labels.append(label)
        return Content.assemble(*labels, " " * max(0, room), *map(self._label, last))

    def _is_typed(self, binding: Binding) -> bool:
        """Return whether a key, as it is shown, is text to what has the focus."""
        key, focused = self.app.get_key_display(binding), self.screen.focused
        return len(key) == 1 and focused is not None and focused.check_consume_key(key, key)

    def _label(self, binding: Binding) -> Content:
        what = binding.description
        click = Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"})
        key = self.app.get_key_display(binding)
        return Content.assemble(" ", (key, "$accent bold"), f" {what} ").stylize(click)


def _distance_from_focus(active: ActiveBinding) -> int:
    """Sort what has the focus first; a key with priority stands where that of a list would be."""
    return -len(active.node.ancestors)
